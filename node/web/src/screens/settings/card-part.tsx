/** What friends see of this person, and the certificate that goes with it. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { sayDone } from '../../parts/toast.tsx';
import type { Result } from '../../peer/methods.ts';
import { usePeer } from '../../peer/react.tsx';
import { CardFields, CARD_FIELDS, cardFaults, cardParams, NO_CHOICES, type CardChoices } from '../card-fields.tsx';
import { FormFailure } from '../form-failure.tsx';
import { Part } from '../../parts/facts.tsx';
import { SaveCertificate } from '../save-certificate.tsx';
import { useForm } from '../use-form.ts';

interface Loaded {
  readonly profile: Result<'profile.get'>['profile'];
  readonly picture: string | undefined;
}

export function CardPart({ name }: { readonly name: string }): ReactElement | null {
  const { t } = useTranslation();
  const peer = usePeer();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let over = false;
    Promise.all([peer.call('profile.get'), peer.call('profile.picture', {})]).then(
      ([{ profile }, { picture }]) => {
        const url = picture === null ? undefined : `data:${picture.type};base64,${picture.bytes}`;
        if (!over) setLoaded({ profile, picture: url });
      },
      () => undefined, // The line broke, which is told at the top of the page.
    );
    return () => {
      over = true;
    };
  }, [peer]);
  return (
    <>
      <Part title={t('card.title')}>
        <p className="text-small text-ink-soft">{t('card.hint')}</p>
        {loaded !== undefined && <CardForm loaded={loaded} />}
      </Part>
      <Part title={t('card.certificate')}>
        <p className="text-small text-ink-soft">{t('card.certificateHint')}</p>
        <div className="my-3">
          <SaveCertificate name={name} />
        </div>
      </Part>
    </>
  );
}

function CardForm({ loaded: { profile, picture } }: { readonly loaded: Loaded }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const [choices, setChoices] = useState<CardChoices>({ ...NO_CHOICES, sex: profile?.sex ?? 'none' });
  const form = useForm({
    start: {
      displayName: profile?.displayName ?? '',
      birthYear: String(profile?.birthYear ?? ''),
      status: profile?.status ?? '',
    },
    order: CARD_FIELDS,
    check: cardFaults,
    fieldOf: (code) => {
      if (code === 'display-name-invalid') return 'displayName';
      if (code === 'birth-year-invalid') return 'birthYear';
      return code === 'status-invalid' ? 'status' : undefined;
    },
  });
  const send = form.submit(async (values) => {
    await peer.call('profile.set', cardParams(values, choices));
    sayDone(t('card.done'));
  });
  return (
    <form onSubmit={send} noValidate className="my-3 flex flex-col gap-4">
      <FormFailure failure={form.failure} />
      <CardFields bind={(field) => form.bind(field)} choices={choices} onChoices={setChoices} present={picture} />
      <div>
        <Button type="submit" look="main" busy={form.busy}>
          {t('card.save')}
        </Button>
      </div>
    </form>
  );
}

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import { arrival } from '../peer/arrival.ts';
import { usePeer } from '../peer/react.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { isMiyuError } from '../../../../shared/errors.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { emailFault, familyOf, nameFault, newPasswordFault, repeatFault } from './account-rules.ts';
import {
  CardFields,
  CARD_FIELDS,
  cardFaults,
  cardParams,
  NO_CHOICES,
  type CardChoices,
  type CardField,
} from './card-fields.tsx';
import { CalmPage } from './calm-page.tsx';
import { askedWord } from './asked-word.ts';
import { FormFailure } from './form-failure.tsx';
import { InvitedCard, useInvited } from './invited.tsx';
import { NearbyServers } from './nearby-servers.tsx';
import { useForm } from './use-form.ts';

/** What the link's second use may end with and needs no word. */
const NOBODY_TO_ASK: readonly ErrorCode[] = [
  'invite-malformed',
  'already-friends',
  'already-requested',
  'not-yourself',
];

const FIELDS = ['name', 'password', 'repeat', 'email', 'server', ...CARD_FIELDS] as const;

/** A new account. @param onHaveAccount leads to the pages for those who have one already */
export function RegisterScreen({
  onHaveAccount,
}: {
  readonly onHaveAccount: (way: 'file' | 'anywhere') => void;
}): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [more, setMore] = useState(false);
  const [choices, setChoices] = useState<CardChoices>(NO_CHOICES);
  const arrived = useSyncExternalStore(arrival.subscribe, arrival.get);
  const form = useForm({
    start: {
      name: '',
      password: '',
      repeat: '',
      email: '',
      server: arrived ?? '',
      displayName: '',
      birthYear: '',
      status: '',
    },
    order: FIELDS,
    check: ({ name, password, repeat, email, ...card }) => ({
      ...cardFaults(card),
      name: nameFault(name),
      password: newPasswordFault(password, name.trim()),
      repeat: repeatFault(password, repeat),
      email: emailFault(email),
    }),
    fieldOf: (code) => {
      const field = familyOf(code);
      if (field === 'email' || field === 'server') setMore(true);
      return field;
    },
  });
  const { onChange: setServer } = form.bind('server');
  const [taken, setTaken] = useState(arrived);
  // A link that is opened while the form is there already: what was filled in stays.
  useEffect(() => {
    if (arrived === undefined || arrived === taken) return;
    setTaken(arrived);
    setServer(arrived);
  }, [arrived, taken, setServer]);
  const invited = useInvited(form.values.server.trim());
  const send = form.submit(async ({ name, password, email, server, ...card }) => {
    arrival.setNow(undefined); // It stands in the form, and serves once.
    const status = await peer.call('register', {
      name: name.trim(),
      password,
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(server.trim() === '' ? {} : { server: server.trim() }),
    });
    sayDone(t('register.done', { name: status.name ?? name.trim() }));
    await fillIn(card);
    await askInviter(server.trim() === '' ? (invited?.link ?? '') : server.trim());
  });
  /** The account is there by now: a card that is refused is told, and filled in again in the settings. */
  const fillIn = async (card: Readonly<Record<CardField, string>>): Promise<void> => {
    const params = cardParams(card, choices);
    const isEmpty = Object.values(params).every((value) => value === '' || value === null);
    if (isEmpty) return;
    try {
      await peer.call('profile.set', params);
    } catch (error) {
      sayFailed(say(error));
    }
  };
  /** Who gave the link is asked at once: that is what it was given for. One of a server alone names nobody. */
  const askInviter = async (link: string): Promise<void> => {
    if (!link.toLowerCase().startsWith('miyu:')) return;
    try {
      const asked = await peer.call('friends.add', { who: link });
      sayDone(t(askedWord(asked), { name: asked.friend.name }));
    } catch (error) {
      // The terminal that the page was opened from asks as well, and may have been first.
      const name = invited?.inviter?.name;
      if (isMiyuError(error, 'already-requested') && name !== undefined) sayDone(t('add.requested', { name }));
      else if (!isMiyuError(error) || !NOBODY_TO_ASK.includes(error.code)) sayFailed(say(error));
    }
  };
  const foot = (
    <div className="flex flex-wrap justify-center gap-2">
      <Button
        look="quiet"
        icon="file"
        onClick={() => {
          onHaveAccount('file');
        }}
      >
        {t('register.haveFile')}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          onHaveAccount('anywhere');
        }}
      >
        {t('register.haveAccount')}
      </Button>
    </div>
  );
  return (
    <CalmPage title={t('register.title')} lead={t('register.lead')} foot={foot}>
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        <FormFailure failure={form.failure} />
        {invited !== undefined && <InvitedCard invited={invited} />}
        {invited === undefined && <NearbyServers chosen={form.values.server} onChoose={setServer} />}
        <TextField
          {...form.bind('name')}
          label={t('form.name')}
          hint={t('form.nameHint')}
          autoComplete="username"
          autoFocus
          required
        />
        <TextField
          {...form.bind('password')}
          type="password"
          label={t('form.password')}
          hint={t('form.passwordHint')}
          autoComplete="new-password"
          required
        />
        <TextField
          {...form.bind('repeat')}
          type="password"
          label={t('form.repeat')}
          autoComplete="new-password"
          required
        />
        <button
          type="button"
          aria-expanded={more}
          onClick={() => {
            setMore(!more);
          }}
          className="text-ink-soft hover:text-ink flex min-h-target items-center gap-2 self-start"
        >
          <Icon name={more ? 'up' : 'unfold'} size={18} />
          {t('register.more')} · {t('common.optional')}
        </button>
        {more && (
          <>
            <TextField
              {...form.bind('email')}
              type="email"
              label={t('form.email')}
              hint={t('form.emailHint')}
              autoComplete="email"
              optional
            />
            <TextField
              {...form.bind('server')}
              label={t('form.server')}
              hint={t('form.serverHint')}
              autoComplete="off"
              optional
            />
            <CardFields bind={(field) => form.bind(field)} choices={choices} onChoices={setChoices} />
          </>
        )}
        <Button type="submit" look="main" wide busy={form.busy}>
          {form.busy ? t('register.busy') : t('register.submit')}
        </Button>
      </form>
    </CalmPage>
  );
}

/** Where the password opens, and another one. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sayDone } from '../../parts/toast.tsx';
import type { Anywhere } from '../../peer/methods.ts';
import { usePeer } from '../../peer/react.tsx';
import { fullTime } from '../../words/times.ts';
import { languageOfPage } from '../../words/words.ts';
import { newPasswordFault, repeatFault } from '../account-rules.ts';
import { FormFailure } from '../form-failure.tsx';
import { Part } from '../../parts/facts.tsx';
import { useForm } from '../use-form.ts';

/** Off unless it is chosen; choosing takes the password. */
export function AnywherePart(): ReactElement | null {
  const { t } = useTranslation();
  const peer = usePeer();
  const [anywhere, setAnywhere] = useState<Anywhere>();
  useEffect(() => {
    let over = false;
    peer.call('anywhere.get').then(
      (found) => {
        if (!over) setAnywhere(found);
      },
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [peer]);
  const form = useForm({
    start: { password: '' },
    order: ['password'] as const,
    check: ({ password }) => ({ password: password === '' ? 'required' : undefined }),
    fieldOf: (code) => (code === 'password-wrong' ? 'password' : undefined),
  });
  const choose = form.submit(async ({ password }) => {
    setAnywhere(await peer.call('anywhere.set', { on: true, password }));
    form.reset();
    sayDone(t('anywhere.isOn'));
  });
  // No password is needed to give it up: the same form, without its field.
  const leaving = useForm({ start: {}, order: [], check: () => ({}), fieldOf: () => undefined });
  const leave = leaving.submit(async () => {
    setAnywhere(await peer.call('anywhere.set', { on: false }));
    sayDone(t('anywhere.isOff'));
  });
  if (anywhere === undefined) return null;
  const isOn = anywhere.state === 'kept' || anywhere.state === 'pending';
  return (
    <Part title={t('anywhere.title')}>
      <p className="text-small text-ink-soft">{t('anywhere.hint')}</p>
      <p role="status" className="my-2 font-medium">
        {t(`anywhere.state.${anywhere.state}`)}{' '}
        {anywhere.keptAt !== null && (
          <span className="text-small text-ink-soft font-normal">
            {t('anywhere.since', { time: fullTime(anywhere.keptAt, languageOfPage()) })}
          </span>
        )}
      </p>
      {isOn ? (
        <form onSubmit={leave} noValidate className="my-3 flex flex-col gap-4">
          <FormFailure failure={leaving.failure} />
          <div>
            <Button type="submit" busy={leaving.busy}>
              {t('anywhere.off')}
            </Button>
          </div>
        </form>
      ) : (
        <form onSubmit={choose} noValidate className="my-3 flex flex-col gap-4">
          <FormFailure failure={form.failure} />
          <TextField
            {...form.bind('password')}
            type="password"
            label={t('settings.exportPassword')}
            hint={t('anywhere.warning')}
            autoComplete="current-password"
          />
          <div>
            <Button type="submit" busy={form.busy}>
              {t('anywhere.on')}
            </Button>
          </div>
        </form>
      )}
    </Part>
  );
}

export function PasswordPart({ name }: { readonly name: string }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const form = useForm({
    start: { password: '', next: '', repeat: '' },
    order: ['password', 'next', 'repeat'] as const,
    check: ({ password, next, repeat }) => ({
      password: password === '' ? 'required' : undefined,
      next: newPasswordFault(next, name),
      repeat: repeatFault(next, repeat),
    }),
    fieldOf: (code) => {
      if (code === 'password-wrong') return 'password';
      return code.startsWith('password-') ? 'next' : undefined;
    },
  });
  const send = form.submit(async ({ password, next }) => {
    await peer.call('password.change', { password, newPassword: next });
    form.reset();
    sayDone(t('anywhere.changed'));
  });
  return (
    <Part title={t('anywhere.changeTitle')}>
      <form onSubmit={send} noValidate className="my-3 flex flex-col gap-4">
        <FormFailure failure={form.failure} />
        <TextField
          {...form.bind('password')}
          type="password"
          label={t('anywhere.current')}
          autoComplete="current-password"
        />
        <TextField
          {...form.bind('next')}
          type="password"
          label={t('anywhere.next')}
          hint={t('form.passwordHint')}
          autoComplete="new-password"
        />
        <TextField {...form.bind('repeat')} type="password" label={t('anywhere.repeat')} autoComplete="new-password" />
        <div>
          <Button type="submit" busy={form.busy}>
            {t('anywhere.change')}
          </Button>
        </div>
      </form>
    </Part>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sayDone } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { familyOf, nameFault } from './account-rules.ts';
import { CalmPage } from './calm-page.tsx';
import { FormFailure } from './form-failure.tsx';
import { useForm } from './use-form.ts';

/** An account that may be signed in to anywhere, by name and password alone. @param onHaveNone leads back to registration */
export function AnywhereScreen({ onHaveNone }: { readonly onHaveNone: () => void }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const form = useForm({
    start: { name: '', password: '', server: '' },
    order: ['name', 'password', 'server'] as const,
    check: ({ name, password }) => ({
      name: nameFault(name),
      password: password === '' ? 'required' : undefined,
    }),
    fieldOf: (code) => {
      const field = code === 'login-wrong' ? 'password' : familyOf(code);
      return field === 'email' ? undefined : field;
    },
  });
  const send = form.submit(async ({ name, password, server }) => {
    await peer.call('login.elsewhere', {
      name: name.trim(),
      password,
      ...(server.trim() === '' ? {} : { server: server.trim() }),
    });
    sayDone(t('import.done'));
  });
  const foot = (
    <Button look="quiet" onClick={onHaveNone}>
      {t('import.haveNone')}
    </Button>
  );
  return (
    <CalmPage title={t('anywhere.signInTitle')} lead={t('anywhere.signInLead')} foot={foot}>
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        <FormFailure failure={form.failure} />
        <TextField {...form.bind('name')} label={t('form.name')} autoComplete="username" autoFocus required />
        <TextField
          {...form.bind('password')}
          type="password"
          label={t('form.password')}
          autoComplete="current-password"
          required
        />
        <TextField
          {...form.bind('server')}
          label={t('form.server')}
          hint={t('anywhere.serverHint')}
          autoComplete="off"
          optional
        />
        <Button type="submit" look="main" wide busy={form.busy}>
          {t('import.submit')}
        </Button>
      </form>
    </CalmPage>
  );
}

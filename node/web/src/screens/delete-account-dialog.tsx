/** The end of the account: what is lost is said, and it takes the name and the password. */
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { foldName } from '../../../../shared/usernames.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sayDone } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { FormFailure } from './form-failure.tsx';
import { useForm } from './use-form.ts';

const LOST = ['here', 'server', 'friends', 'name', 'files'] as const;

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly name: string;
}

export function DeleteAccountDialog({ open, onClose, name: own }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const id = useId();
  const form = useForm({
    start: { name: '', password: '' },
    order: ['name', 'password'] as const,
    check: ({ name, password }) => ({
      name: foldName(name.trim()) === foldName(own) ? undefined : 'required',
      password: password === '' ? 'required' : undefined,
    }),
    fieldOf: (code) => (code === 'password-wrong' ? 'password' : code === 'usage' ? 'name' : undefined),
  });
  const send = form.submit(async ({ name, password }) => {
    await peer.call('account.delete', { name: name.trim(), password });
    onClose();
    sayDone(t('deletion.done'));
  });
  const nameField = form.bind('name');
  const actions = (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button type="submit" form={id} look="danger" busy={form.busy}>
        {t('deletion.submit')}
      </Button>
    </>
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('deletion.title')}
      description={t('deletion.lead')}
      actions={actions}
    >
      <ul className="mb-4 flex list-disc flex-col gap-1 ps-5">
        {LOST.map((what) => (
          <li key={what}>{t(`deletion.lost.${what}`)}</li>
        ))}
      </ul>
      <form id={id} onSubmit={send} noValidate className="flex flex-col gap-4">
        <FormFailure failure={form.failure} />
        <TextField
          {...nameField}
          error={nameField.error === undefined ? undefined : t('deletion.nameWrong')}
          label={t('deletion.name', { name: own })}
          autoComplete="off"
          required
        />
        <TextField
          {...form.bind('password')}
          type="password"
          label={t('settings.exportPassword')}
          autoComplete="current-password"
          required
        />
      </form>
    </Dialog>
  );
}

/** Another name for one's own account. What is wrong with it stands at the field. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sayDone } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { nameFault } from './account-rules.ts';
import { FormFailure } from './form-failure.tsx';
import { useForm } from './use-form.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RenameDialog({ open, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const form = useForm({
    start: { name: peer.store.get().status?.name ?? '' },
    order: ['name'] as const,
    check: ({ name }) => ({ name: nameFault(name) }),
    fieldOf: (code) => (code.startsWith('name-') || code === 'rename-limited' ? 'name' : undefined),
  });
  const send = form.submit(async ({ name }) => {
    const status = await peer.call('account.rename', { name: name.trim() });
    sayDone(t('rename.done', { name: status.name ?? name.trim() }));
    onClose();
  });
  const actions = (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button type="submit" form="rename" look="main" busy={form.busy}>
        {t('rename.submit')}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t('rename.title')} description={t('rename.lead')} actions={actions}>
      <form id="rename" onSubmit={send} noValidate className="flex flex-col gap-4">
        <FormFailure failure={form.failure} />
        <TextField
          {...form.bind('name')}
          label={t('rename.name')}
          hint={t('form.nameHint')}
          autoComplete="off"
          required
        />
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { sayDone } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { FormFailure } from './form-failure.tsx';

export function SignOutDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const leave = async (): Promise<void> => {
    setBusy(true);
    try {
      await peer.call('logout');
      sayDone(t('signOut.done'));
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button look="main" icon="sign-out" busy={busy} onClick={() => void leave()}>
        {t('signOut.action')}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t('signOut.title')} description={t('signOut.lead')} actions={actions}>
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
    </Dialog>
  );
}

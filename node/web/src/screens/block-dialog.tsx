/** To block somebody ends the friendship as well: asked once, by name. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { sayDone } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { FormFailure } from './form-failure.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly account: string;
}

export function BlockDialog({ open, onClose, account }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const name = peer.store.get().friends.get(account)?.name ?? '';
  const block = async (): Promise<void> => {
    setBusy(true);
    try {
      await peer.call('friends.block', { who: account });
      sayDone(t('details.blockedDone', { name }));
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button look="danger" icon="block" busy={busy} onClick={() => void block()}>
        {t('block.submit', { name })}
      </Button>
    </>
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('block.title', { name })}
      description={t('block.lead', { name })}
      actions={actions}
    >
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
    </Dialog>
  );
}

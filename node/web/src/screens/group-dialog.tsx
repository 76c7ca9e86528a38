import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly kind: 'create-group' | 'join-group';
}

/** Says plainly that groups are not there. */
export function GroupDialog({ open, onClose, kind }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={kind === 'create-group' ? t('groups.createTitle') : t('groups.joinTitle')}
      description={t('groups.notYet')}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    />
  );
}

import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { FriendDetailsView } from './friend-details.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly account: string;
}

export function DetailsDialog({ open, onClose, account }: Props): ReactElement {
  const { t } = useTranslation();
  const friend = usePeerState(useCallback(({ friends }: PeerState) => friends.get(account), [account]));
  return (
    <Dialog open={open} onClose={onClose} title={<bdi>{friend?.name ?? t('details.title')}</bdi>} wide>
      <FriendDetailsView account={account} />
    </Dialog>
  );
}

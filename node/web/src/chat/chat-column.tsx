/** The third column: the chat with one friend. */
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { IconButton } from '../parts/button.tsx';

interface Props {
  readonly account: string;
  /** Leads back to the list where there is room for one column only. */
  readonly onBack: () => void;
  /** Opens the friend's details. */
  readonly onDetails: () => void;
}

export function ChatColumn({ account, onBack, onDetails }: Props): ReactElement | null {
  const { t } = useTranslation();
  const friend = usePeerState(useCallback((state: PeerState) => state.friends.get(account), [account]));
  if (friend === undefined) return null;
  return (
    <section aria-label={friend.name} className="flex h-full flex-col">
      <header className="border-line flex items-center gap-2 border-b px-3 py-2">
        <IconButton icon="back" label={t('common.back')} onClick={onBack} className="md:hidden" />
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          <bdi>{friend.name}</bdi>
        </h2>
        <IconButton icon="info" label={t('common.more')} onClick={onDetails} />
      </header>
    </section>
  );
}

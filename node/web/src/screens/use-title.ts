import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { unreadOf } from '../peer/state.ts';

const select = ({ friends }: PeerState): number => unreadOf(friends);

/** The tab's title: how many messages wait to be seen. */
export function useTitle(): void {
  const { t } = useTranslation();
  const unread = usePeerState(select);
  const name = t('product.full');
  useEffect(() => {
    document.title = unread === 0 ? name : `(${unread}) ${name}`;
    return () => {
      document.title = name;
    };
  }, [name, unread]);
}

/** What calls a person back who looks elsewhere: the count in the title, and the system's notifications. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeer, usePeerState } from '../peer/react.tsx';
import { unreadOf } from '../peer/state.ts';
import type { PeerState } from '../peer/state.ts';
import { go } from '../screens/place.ts';
import { noticeOf } from './notices.ts';
import { isAttended } from './use-attention.ts';

const selectUnread = ({ friends }: PeerState): number => unreadOf(friends);
/** What is read as it comes is not counted for a moment. */
const TITLE_PAUSE_MS = 300;

/** Shows nothing itself; once in a page. */
export function Attention(): null {
  const { t } = useTranslation();
  const peer = usePeer();
  const unread = usePeerState(selectUnread);
  const title = unread === 0 ? t('product.full') : `(${unread}) ${t('product.name')}`;
  useEffect(() => {
    const timer = setTimeout(() => {
      document.title = title;
    }, TITLE_PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [title]);
  useEffect(
    () =>
      peer.onEvent((event) => {
        if (isAttended() || !('Notification' in globalThis) || Notification.permission !== 'granted') return;
        const notice = noticeOf(event, peer.store.newest, Date.now());
        if (notice === null) return;
        const { name, text, kind, account, silent } = notice;
        const body = kind === 'request' ? t('notify.request') : (text ?? t('notify.message'));
        // One per friend: a newer one takes the place of the last.
        const shown = new Notification(name, { body, tag: account, silent });
        shown.onclick = () => {
          window.focus();
          if (kind === 'request') go({ room: 'requests' });
          else go({ room: 'chats', account });
          shown.close();
        };
      }),
    [peer, t],
  );
  return null;
}

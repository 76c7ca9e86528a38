/** The system's notifications about what comes while nobody looks at the page, as far as the settings want them. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDone } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { playSound } from './sound.ts';
import { go } from './place.ts';
import type { Place } from './place.ts';

export function useNotifications(): void {
  const peer = usePeer();
  const { t } = useTranslation();
  useEffect(
    () =>
      peer.onEvent((event) => {
        if (event.type === 'friend' && event.change === 'renamed') {
          sayDone(t('rename.friend', { before: event.formerName ?? '', name: event.name }));
        }
        if (!document.hidden && document.hasFocus()) return;
        const { settings, friends } = peer.store.newest;
        const { messages, requests, preview, sound } = settings.notifications;
        if (event.type === 'message' && event.message.direction === 'in' && messages) {
          const friend = friends.get(event.friend);
          if (friend === undefined || friend.muted || event.message.kind === 'notice') return;
          const body = preview && event.message.text !== '' ? event.message.text.slice(0, 200) : t('notify.message');
          show(friend.name, body, event.friend, { room: 'chats', account: event.friend });
          if (sound) playSound();
        } else if (event.type === 'friend' && event.change === 'incoming' && requests) {
          show(t('requests.title'), t('notify.request', { name: event.name }), event.friend, { room: 'requests' });
          if (sound) playSound();
        }
      }),
    [peer, t],
  );
}

/** @param tag of one friend: a newer one takes the place of an older */
function show(title: string, body: string, tag: string, place: Place): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(title, { body, tag });
  notification.onclick = () => {
    window.focus();
    go(place);
    notification.close();
  };
}

import { useTranslation } from 'react-i18next';
import type { Friend } from '../peer/methods.ts';
import { ago } from '../words/times.ts';
import { languageOfPage } from '../words/words.ts';
import { useNow } from '../parts/use-now.ts';

/** @returns what says whether a friend is there, and since when not */
export function usePresenceWords(): (friend: Friend) => string {
  const { t } = useTranslation();
  const now = useNow();
  return ({ relation, blocked, presence, lastSeen }) => {
    if (blocked) return t('friends.blocked');
    if (relation === 'removed') return t('friends.ended');
    if (relation === 'requested') return t('friends.asked');
    if (presence === 'online') return t('presence.online');
    if (lastSeen !== null) return t('presence.lastSeen', { ago: ago(lastSeen, now, languageOfPage()) });
    return presence === 'mailbox' ? t('presence.mailbox') : t('presence.unreachable');
  };
}

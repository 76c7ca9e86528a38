import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { DisplayName } from '../screens/display-name.tsx';
import { FriendAvatar } from '../screens/friend-avatar.tsx';
import { PathBadge } from '../screens/path-badge.tsx';
import { IconButton } from '../parts/button.tsx';
import { Menu } from '../parts/menu.tsx';
import { usePeerState } from '../peer/react.tsx';
import type { Friend } from '../peer/methods.ts';
import type { PeerState } from '../peer/state.ts';
import { ago } from '../words/times.ts';
import { languageOfPage } from '../words/words.ts';
import { DeleteHistoryDialog } from './delete-dialogs.tsx';
import { useChatDoing } from './use-chat-doing.ts';
import { useNow } from '../parts/use-now.ts';

interface Props {
  readonly friend: Friend;
  readonly onBack: () => void;
  readonly onDetails: () => void;
}

export function ChatHeader({ friend, onBack, onDetails }: Props): ReactElement {
  const { t } = useTranslation();
  const doing = useChatDoing();
  const [deleting, setDeleting] = useState<Friend | null>(null);
  const { name, presence, muted, archived } = friend;
  return (
    <header className="bg-sheet border-line flex h-16 shrink-0 items-center gap-1 border-b px-2 md:px-4">
      <IconButton icon="back" label={t('common.back')} onClick={onBack} className="md:hidden" />
      <button
        type="button"
        onClick={onDetails}
        title={t('chat.details', { name })}
        className="tints hover:bg-hover rounded-normal flex min-w-0 flex-1 items-center gap-3 px-2 py-1 text-left"
      >
        <FriendAvatar friend={friend} presence={presence === 'online' ? 'online' : 'away'} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <bdi role="heading" aria-level={1} className="truncate font-semibold">
              {name}
            </bdi>
            <DisplayName friend={friend} />
            {muted && (
              <span className="text-ink-soft" title={t('chats.muted')}>
                <Icon name="mute" size={16} />
                <span className="sr-only">{t('chats.muted')}</span>
              </span>
            )}
          </span>
          <Presence friend={friend} />
        </span>
      </button>
      {friend.verified === 'no' && (
        <button
          type="button"
          onClick={onDetails}
          title={t('chat.unverifiedHint', { name })}
          className="tints text-warn bg-warn-wash inline-flex min-h-target min-w-target items-center justify-center gap-1.5 rounded-full px-3 text-small"
        >
          <Icon name="alert" size={16} />
          <span className="sr-only sm:not-sr-only">{t('chat.unverified')}</span>
        </button>
      )}
      <IconButton icon="info" label={t('chat.details', { name })} onClick={onDetails} className="text-ink-soft" />
      <Menu
        trigger={<IconButton icon="more" label={t('chat.menu')} className="text-ink-soft" />}
        entries={[
          {
            label: t(muted ? 'chats.unmute' : 'chats.mute'),
            icon: muted ? 'bell' : 'mute',
            onSelect: () => {
              doing.setMuted(friend, !muted);
            },
          },
          {
            label: t(archived ? 'chats.show' : 'chats.hide'),
            icon: 'archive',
            onSelect: () => {
              doing.setArchived(friend, !archived);
            },
          },
          {
            label: t('chats.deleteHistory'),
            icon: 'delete',
            danger: true,
            onSelect: () => {
              setDeleting(friend);
            },
          },
        ]}
      />
      <DeleteHistoryDialog
        friend={deleting}
        onClose={() => {
          setDeleting(null);
        }}
        onDelete={(who) => void doing.deleteHistory(who)}
      />
    </header>
  );
}

function Presence({ friend }: { readonly friend: Friend }): ReactElement {
  const { t } = useTranslation();
  const now = useNow();
  const { account, presence, lastSeen, blocked, relation } = friend;
  const typing = usePeerState(useCallback((state: PeerState) => state.typing.has(account), [account]));
  if (typing && !blocked) {
    return <span className="text-seal-strong block truncate text-small">{t('chats.typing')}</span>;
  }
  const words = blocked
    ? t('chat.blocked')
    : relation === 'removed'
      ? t('friends.ended')
      : presence === 'online'
        ? t('chat.online')
        : lastSeen === null
          ? t('chat.neverSeen')
          : t('chat.lastSeen', { when: ago(lastSeen, now, languageOfPage()) });
  return (
    <span className="text-ink-soft flex min-w-0 items-center gap-1.5 text-small">
      <span className={presence === 'online' ? 'text-good shrink-0' : 'truncate'}>{words}</span>
      <PathBadge friend={friend} />
    </span>
  );
}

import { memo } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { FriendAvatar } from '../screens/friend-avatar.tsx';
import { Badge } from '../parts/badge.tsx';
import { classes } from '../parts/classes.ts';
import { ContextMenu } from '../parts/menu.tsx';
import type { MenuEntry } from '../parts/menu.tsx';
import type { Friend } from '../peer/methods.ts';
import { listTime } from '../words/times.ts';
import { languageOfPage } from '../words/words.ts';
import { plainText } from './markdown.ts';
import { MessageState } from './message-state.tsx';

export interface RowDoing {
  readonly open: (account: string) => void;
  readonly entries: (friend: Friend) => readonly MenuEntry[];
}

interface Props {
  readonly friend: Friend;
  readonly selected: boolean;
  readonly typing: boolean;
  /** One row of the list is reached by Tab, the others by the arrow keys. */
  readonly reached: boolean;
  readonly now: number;
  readonly doing: RowDoing;
}

/** Beginning of a text that fills the line of a preview in any case. */
const PREVIEW = 300;

export const ConversationRow = memo(function ConversationRow(props: Props): ReactElement {
  const { friend, selected, typing, reached, now, doing } = props;
  const { t } = useTranslation();
  const { account, name, presence, lastMessage, unread, muted } = friend;
  const online = presence === 'online';
  const row = (
    <button
      type="button"
      data-row=""
      tabIndex={reached ? 0 : -1}
      aria-current={selected || undefined}
      onClick={() => {
        doing.open(account);
      }}
      onKeyDown={moveInList}
      className={classes(
        'tints rounded-normal flex w-full items-center gap-3 px-3 py-2.5 text-left -outline-offset-2',
        selected ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <FriendAvatar friend={friend} presence={online ? 'online' : 'away'} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <bdi className={classes('min-w-0 flex-1 truncate', unread > 0 ? 'font-semibold' : 'font-medium')}>{name}</bdi>
          <span className="sr-only">{t(online ? 'chats.online' : 'chats.away')}</span>
          {lastMessage !== null && (
            <time
              dateTime={new Date(lastMessage.sentAt).toISOString()}
              className={classes(
                'shrink-0 text-tiny',
                unread > 0 && !muted ? 'text-seal-strong font-medium' : 'text-ink-soft',
              )}
            >
              {listTime(lastMessage.sentAt, now, languageOfPage())}
            </time>
          )}
        </span>
        <span className="flex h-5.5 items-center gap-1.5">
          <span className="text-ink-soft flex min-w-0 flex-1 items-center gap-1 text-small">
            <Preview friend={friend} typing={typing} selected={selected} />
          </span>
          {muted && (
            <span className="text-ink-soft shrink-0" title={t('chats.muted')}>
              <Icon name="mute" size={15} />
              <span className="sr-only">{t('chats.muted')}</span>
            </span>
          )}
          <Badge count={unread} quiet={muted} label={t('chats.unread', { count: unread })} />
        </span>
      </span>
    </button>
  );
  return <ContextMenu entries={doing.entries(friend)} target={row} />;
});

interface PreviewProps {
  readonly friend: Friend;
  readonly typing: boolean;
  readonly selected: boolean;
}

function Preview({ friend, typing, selected }: PreviewProps): ReactElement {
  const { t } = useTranslation();
  const { draft, lastMessage } = friend;
  if (typing) return <span className="text-seal-strong truncate">{t('chats.typing')}</span>;
  if (draft !== '' && !selected) {
    return (
      <span className="truncate">
        <span className="text-seal-strong font-medium">{t('chats.draft')}</span> {plainText(draft)}
      </span>
    );
  }
  if (lastMessage === null) return <span className="truncate italic">{t('chats.empty')}</span>;
  if (lastMessage.notice !== undefined) {
    const { formerName, name } = lastMessage.notice;
    return <span className="truncate italic">{t('rename.friend', { before: formerName, name })}</span>;
  }
  const own = lastMessage.direction === 'out';
  if (lastMessage.deleted || lastMessage.kind !== 'text') {
    const words = lastMessage.deleted ? (own ? 'message.deletedOwn' : 'message.deletedTheirs') : 'message.unknown';
    return <span className="truncate italic">{t(words)}</span>;
  }
  return (
    <>
      <MessageState message={lastMessage} />
      <span className="truncate">
        {own && <span className="sr-only">{t('chats.you')}</span>}
        {plainText(lastMessage.text.slice(0, PREVIEW))}
      </span>
    </>
  );
}

function moveInList(event: KeyboardEvent<HTMLElement>): void {
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  const rows = [...(event.currentTarget.closest('[data-list]')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.indexOf(event.currentTarget);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key] ?? at;
  event.preventDefault();
  rows[to]?.focus();
}

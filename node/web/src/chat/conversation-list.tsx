/** The second column of the chats: everybody with whom one can write. */
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import type { MenuEntry } from '../parts/menu.tsx';
import { classes } from '../parts/classes.ts';
import { isComposing, useSettled } from '../parts/composing.ts';
import { usePeerState } from '../peer/react.tsx';
import type { Friend } from '../peer/methods.ts';
import type { PeerState } from '../peer/state.ts';
import { NearbyPart } from '../screens/nearby-part.tsx';
import { openDialog } from '../screens/open-dialog.ts';
import { ConversationRow } from './conversation-row.tsx';
import type { RowDoing } from './conversation-row.tsx';
import { DeleteHistoryDialog } from './delete-dialogs.tsx';
import { conversations } from './list-order.ts';
import { useChatDoing } from './use-chat-doing.ts';
import { useNow } from '../parts/use-now.ts';

const selectFriends = (state: PeerState): PeerState['friends'] => state.friends;
const selectTyping = (state: PeerState): PeerState['typing'] => state.typing;

interface Props {
  /** Account of the open chat. */
  readonly selected: string | undefined;
  readonly onSelect: (account: string) => void;
}

export function ConversationList({ selected, onSelect }: Props): ReactElement {
  const { t } = useTranslation();
  const friends = usePeerState(selectFriends);
  const typing = usePeerState(selectTyping);
  const now = useNow();
  const chat = useChatDoing();
  const [field, setField] = useState('');
  const [sought, composing] = useSettled(field);
  const [opened, setOpened] = useState(false);
  const [deleting, setDeleting] = useState<Friend | null>(null);
  const { shown, archived } = useMemo(() => conversations(friends.values(), sought), [friends, sought]);
  const doing = useMemo(
    (): RowDoing => ({
      open: onSelect,
      entries: (friend): readonly MenuEntry[] => [
        { label: t('chats.open'), icon: 'chats', onSelect: () => onSelect(friend.account) },
        {
          label: t('chats.markRead'),
          icon: 'check-double',
          disabled: friend.unread === 0,
          onSelect: () => chat.markRead(friend),
        },
        {
          label: t(friend.muted ? 'chats.unmute' : 'chats.mute'),
          icon: friend.muted ? 'bell' : 'mute',
          onSelect: () => chat.setMuted(friend, !friend.muted),
        },
        {
          label: t(friend.archived ? 'chats.show' : 'chats.hide'),
          icon: 'archive',
          onSelect: () => chat.setArchived(friend, !friend.archived),
        },
        {
          label: t('chat.details', { name: friend.name }),
          icon: 'info',
          onSelect: () => openDialog({ kind: 'details', account: friend.account }),
        },
        {
          label: t('chats.deleteHistory'),
          icon: 'delete',
          danger: true,
          disabled: friend.lastMessage === null,
          onSelect: () => setDeleting(friend),
        },
      ],
    }),
    [chat, onSelect, t],
  );
  const nobody = shown.length === 0 && archived.length === 0;
  if (nobody && field === '') {
    return (
      <>
        <EmptyState
          icon="chats"
          title={t('chats.none')}
          hint={t('chats.noneHint')}
          action={
            <Button
              look="main"
              icon="add-friend"
              onClick={() => {
                openDialog({ kind: 'add-friend' });
              }}
            >
              {t('actions.addFriend')}
            </Button>
          }
        />
        <NearbyPart where="chats" />
      </>
    );
  }
  // While somebody is sought, hidden chats are found as well.
  const both = opened || sought.trim() !== '';
  const reachable = [...shown, ...(both ? archived : [])];
  const reached = reachable.some(({ account }) => account === selected) ? selected : reachable[0]?.account;
  const list = (some: readonly Friend[]): ReactElement[] =>
    some.map((friend) => (
      <li key={friend.account} className="[contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
        <ConversationRow
          friend={friend}
          selected={friend.account === selected}
          typing={typing.has(friend.account)}
          reached={friend.account === reached}
          now={now}
          doing={doing}
        />
      </li>
    ));
  return (
    <nav aria-label={t('chats.title')} className="flex h-full min-h-0 flex-col">
      <div className="relative shrink-0 p-3 pb-1">
        <span className="text-ink-soft pointer-events-none absolute top-5.5 left-6">
          <Icon name="search" size={18} />
        </span>
        <input
          type="search"
          value={field}
          onChange={(event) => {
            setField(event.target.value);
          }}
          {...composing}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            const first = reachable[0];
            if (event.key === 'Escape' && field !== '') setField('');
            else if (event.key === 'Enter' && first !== undefined) onSelect(first.account);
            else if (event.key === 'ArrowDown') {
              event.preventDefault();
              event.currentTarget.closest('nav')?.querySelector<HTMLElement>('[data-row]')?.focus();
            }
          }}
          placeholder={t('chats.search')}
          aria-label={t('chats.search')}
          className="bg-hover placeholder:text-ink-soft min-h-target w-full rounded-full border border-transparent pr-11 pl-10 [&::-webkit-search-cancel-button]:hidden"
        />
        {field !== '' && (
          <IconButton
            icon="close"
            label={t('chats.clearSearch')}
            onClick={() => {
              setField('');
            }}
            className="text-ink-soft absolute top-3 right-3 rounded-full"
          />
        )}
      </div>
      <div data-list="" className="min-h-0 flex-1 overflow-y-auto p-2 [overflow-anchor:none]">
        {nobody && (
          <p role="status" className="text-ink-soft p-6 text-center">
            {t('chats.nobody')}
          </p>
        )}
        <ul>{list(shown)}</ul>
        {archived.length > 0 && (
          <>
            <button
              type="button"
              aria-expanded={both}
              onClick={() => {
                setOpened(!opened);
              }}
              className="tints rounded-normal hover:bg-hover text-ink-soft mt-1 flex min-h-target w-full items-center gap-3 px-5 text-left text-small"
            >
              <Icon name="archive" size={18} />
              <span className="flex-1">{t('chats.archived', { count: archived.length })}</span>
              <span className={classes('transition-transform duration-(--pace)', both && 'rotate-180')}>
                <Icon name="down" size={16} />
              </span>
            </button>
            {both && <ul>{list(archived)}</ul>}
          </>
        )}
      </div>
      <DeleteHistoryDialog
        friend={deleting}
        onClose={() => {
          setDeleting(null);
        }}
        onDelete={(friend) => void chat.deleteHistory(friend)}
      />
    </nav>
  );
}

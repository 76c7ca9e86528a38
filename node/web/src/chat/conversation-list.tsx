/** The second column of the chats: everybody with whom one can write. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { Avatar } from '../parts/avatar.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { classes } from '../parts/classes.ts';

const selectFriends = (state: PeerState): PeerState['friends'] => state.friends;

interface Props {
  /** Account of the open chat. */
  readonly selected: string | undefined;
  readonly onSelect: (account: string) => void;
}

export function ConversationList({ selected, onSelect }: Props): ReactElement {
  const { t } = useTranslation();
  const friends = [...usePeerState(selectFriends).values()].filter(({ relation }) => relation === 'friend');
  if (friends.length === 0) return <EmptyState icon="chats" title={t('chats.none')} hint={t('chats.noneHint')} />;
  return (
    <ul className="p-2">
      {friends.map(({ account, name, presence }) => (
        <li key={account}>
          <button
            type="button"
            aria-current={account === selected || undefined}
            onClick={() => {
              onSelect(account);
            }}
            className={classes(
              'tints rounded-normal flex w-full items-center gap-3 p-2 text-left',
              account === selected ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            <Avatar name={name} account={account} presence={presence === 'online' ? 'online' : 'away'} />
            <bdi className="truncate font-medium">{name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

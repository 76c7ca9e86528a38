/** Everybody, whoever is there first; and the link by which others come. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { useSettled } from '../parts/composing.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ContextMenu } from '../parts/menu.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { Friend } from '../peer/methods.ts';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { languageOfPage } from '../words/words.ts';
import { FriendAvatar } from './friend-avatar.tsx';
import { NearbyPart } from './nearby-part.tsx';
import { openDialog } from './open-dialog.ts';
import { go } from './place.ts';
import { DisplayName } from './display-name.tsx';
import { PathBadge } from './path-badge.tsx';
import { usePresenceWords } from './presence-words.ts';
import { useCopyInvite } from './use-copy-invite.ts';
import { VerifiedMark } from './verified-mark.tsx';

const select = ({ friends }: PeerState): PeerState['friends'] => friends;

interface Props {
  readonly selected: string | undefined;
  readonly onSearch: (field: HTMLInputElement | null) => void;
}

export function FriendsColumn({ selected, onSearch }: Props): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const friends = inOrder([...usePeerState(select).values()]);
  const [settled, composing] = useSettled(text);
  const wanted = settled.trim().toLocaleLowerCase();
  const shown = friends.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <div className="flex min-h-full flex-col">
      {friends.length > 0 && (
        <div className="px-4 py-2">
          <TextField
            ref={onSearch}
            type="search"
            icon="search"
            label={t('friends.search')}
            value={text}
            onChange={setText}
            {...composing}
            autoComplete="off"
          />
        </div>
      )}
      {friends.length === 0 && (
        <div className="flex-1">
          <EmptyState
            icon="friends"
            title={t('friends.empty')}
            hint={t('friends.emptyHint')}
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
        </div>
      )}
      {friends.length > 0 && shown.length === 0 && (
        <p className="text-ink-soft px-5 py-3" role="status">
          {t('friends.noMatch')}
        </p>
      )}
      <ul className="flex-1 px-2 pb-2">
        {shown.map((friend) => (
          <FriendRow key={friend.account} friend={friend} selected={friend.account === selected} />
        ))}
      </ul>
      <NearbyPart where="friends" />
      <InviteCard />
    </div>
  );
}

/** Who is there first, then by name; who is blocked stands last. */
function inOrder(friends: readonly Friend[]): Friend[] {
  const order = new Intl.Collator(languageOfPage() === 'zh' ? 'zh-CN' : 'en');
  return friends
    .filter(({ relation, blocked }) => blocked || (relation !== 'removed' && relation !== 'incoming'))
    .sort((a, b) => Number(b.presence === 'online') - Number(a.presence === 'online') || order.compare(a.name, b.name));
}

function FriendRow({ friend, selected }: { readonly friend: Friend; readonly selected: boolean }): ReactElement {
  const { t } = useTranslation();
  const say = usePresenceWords();
  const { account, name, presence, relation } = friend;
  const entries = [
    {
      label: t('details.write'),
      icon: 'chats' as const,
      disabled: relation !== 'friend',
      onSelect: () => {
        go({ room: 'chats', account });
      },
    },
    {
      label: t('details.title'),
      icon: 'info' as const,
      onSelect: () => {
        go({ room: 'friends', account });
      },
    },
    {
      label: t('actions.removeFriend'),
      icon: 'remove-friend' as const,
      danger: true,
      onSelect: () => {
        openDialog({ kind: 'remove-friend', account });
      },
    },
  ];
  return (
    <li>
      <ContextMenu
        entries={entries}
        target={
          <button
            type="button"
            aria-current={selected || undefined}
            onClick={() => {
              go({ room: 'friends', account });
            }}
            className={classes(
              'tints rounded-normal flex w-full items-center gap-3 px-3 py-2 text-left',
              selected ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            <FriendAvatar friend={friend} presence={presence === 'online' ? 'online' : 'away'} />
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-1.5">
                <bdi className="truncate font-medium">{name}</bdi>
                <DisplayName friend={friend} />
                {relation === 'friend' && <VerifiedMark verified={friend.verified} />}
              </span>
              <span className="text-small text-ink-soft flex min-w-0 items-center gap-1.5">
                <span className="min-w-0 truncate">{say(friend)}</span>
                <PathBadge friend={friend} />
              </span>
            </span>
          </button>
        }
      />
    </li>
  );
}

function InviteCard(): ReactElement {
  const { t } = useTranslation();
  const copy = useCopyInvite();
  return (
    <section aria-labelledby="invite-title" className="bg-hover rounded-large m-4 flex flex-col gap-2 p-4">
      <h2 id="invite-title" className="font-semibold">
        {t('invite.title')}
      </h2>
      <p className="text-small text-ink-soft">{t('invite.hint')}</p>
      <Button icon="copy" onClick={copy} wide>
        {t('invite.copy')}
      </Button>
      <Button
        look="quiet"
        icon="link"
        wide
        onClick={() => {
          openDialog({ kind: 'invite' });
        }}
      >
        {t('inviting.action')}
      </Button>
    </section>
  );
}

/** A friend's details beside the list of friends, with what one can do. */
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { FriendAvatar } from './friend-avatar.tsx';
import { FriendDetailsView } from './friend-details.tsx';
import { go, leave } from './place.ts';
import { usePresenceWords } from './presence-words.ts';

export function FriendPanel({ account }: { readonly account: string }): ReactElement {
  const { t } = useTranslation();
  const say = usePresenceWords();
  const friend = usePeerState(useCallback(({ friends }: PeerState) => friends.get(account), [account]));
  if (friend === undefined) {
    return (
      <EmptyState
        icon="friends"
        title={t('details.gone')}
        action={
          <Button onClick={leave} className="md:hidden">
            {t('common.back')}
          </Button>
        }
      />
    );
  }
  return (
    <section aria-labelledby="panel-name" className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-4 sm:px-8 sm:py-8">
        <header className="flex flex-wrap items-center gap-3 sm:gap-4">
          <IconButton icon="back" label={t('common.back')} onClick={leave} className="md:hidden" />
          <FriendAvatar friend={friend} size="large" presence={friend.presence === 'online' ? 'online' : 'away'} />
          <div className="min-w-0 flex-1">
            <h2 id="panel-name" className="text-title truncate font-semibold">
              <bdi>{friend.name}</bdi>
            </h2>
            <p className="text-ink-soft">{say(friend)}</p>
          </div>
          {friend.relation === 'friend' && (
            <Button
              look="main"
              icon="chats"
              className="w-full sm:w-auto"
              onClick={() => {
                go({ room: 'chats', account });
              }}
            >
              {t('details.write')}
            </Button>
          )}
        </header>
        <FriendDetailsView account={account} />
      </div>
    </section>
  );
}

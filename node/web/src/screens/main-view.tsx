/** The three columns: where to, with whom, and what is said. One at a time where there is no room for more. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatColumn } from '../chat/chat-column.tsx';
import { ConversationList } from '../chat/conversation-list.tsx';
import { isConversation } from '../chat/list-order.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { classes } from '../parts/classes.ts';
import { arrival } from '../peer/arrival.ts';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { ActionBar } from './action-bar.tsx';
import { Dialogs } from './dialogs.tsx';
import { openDialog } from './open-dialog.ts';
import { FriendPanel } from './friend-panel.tsx';
import { FriendsColumn } from './friends-column.tsx';
import { NavRail } from './nav-rail.tsx';
import { go, leave, usePlace } from './place.ts';
import type { Place } from './place.ts';
import { RequestsColumn } from './requests-column.tsx';
import { SettingsColumn } from './settings/settings-column.tsx';
import { SettingsPane } from './settings/settings-pane.tsx';
import { StateBanner } from './state-banner.tsx';
import { useNotifications } from './use-notifications.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTitle } from './use-title.ts';

const selectHasChats = ({ friends }: PeerState): boolean => [...friends.values()].some(isConversation);
const selectLoaded = ({ loaded }: PeerState): boolean => loaded;

export function MainView(): ReactElement {
  const { t } = useTranslation();
  const place = usePlace();
  const loaded = usePeerState(selectLoaded);
  const [search, setSearch] = useState<HTMLInputElement | null>(null);
  useArrival(loaded);
  useTitle();
  useNotifications();
  useShortcuts(search);
  const open = place.account !== undefined || place.section !== undefined;
  const hasActions = place.room === 'chats' || place.room === 'friends';
  return (
    <div className="flex min-h-0 flex-1 flex-col-reverse md:flex-row">
      <NavRail hidden={open} />
      <main className="flex min-h-0 min-w-0 flex-1">
        <h1 className="sr-only">{t('product.full')}</h1>
        <section
          data-region=""
          aria-labelledby="column-title"
          className={classes(
            'bg-sheet border-line flex min-h-0 min-w-0 flex-1 flex-col md:w-80 md:flex-none md:border-r lg:w-96',
            open && 'hidden md:flex',
          )}
        >
          <StateBanner />
          <header className="px-5 pt-4 pb-1">
            <h2 id="column-title" className="text-title font-semibold">
              {t(`nav.${place.room}`)}
            </h2>
          </header>
          {hasActions && <ActionBar />}
          <div className="min-h-0 flex-1 overflow-y-auto">
            {loaded && <Column place={place} onSearch={setSearch} />}
          </div>
        </section>
        <div data-region="" className={classes('bg-paper min-h-0 min-w-0 flex-1', !open && 'hidden md:block')}>
          {loaded && <Pane place={place} />}
        </div>
      </main>
      <Dialogs />
    </div>
  );
}

/** Somebody's invite link opened this page: whether they shall be asked is the person's to say. */
function useArrival(loaded: boolean): void {
  const invite = useSyncExternalStore(arrival.subscribe, arrival.get);
  useEffect(() => {
    if (!loaded || invite === undefined) return;
    arrival.setNow(undefined);
    openDialog({ kind: 'add-friend', who: invite });
  }, [loaded, invite]);
}

interface ColumnProps {
  readonly place: Place;
  readonly onSearch: (field: HTMLInputElement | null) => void;
}

function Column({ place, onSearch }: ColumnProps): ReactElement {
  switch (place.room) {
    case 'chats':
      return (
        <ConversationList
          selected={place.account}
          onSelect={(account) => {
            go({ room: 'chats', account });
          }}
        />
      );
    case 'friends':
      return <FriendsColumn selected={place.account} onSearch={onSearch} />;
    case 'requests':
      return <RequestsColumn />;
    case 'settings':
      return <SettingsColumn selected={place.section} />;
  }
}

function Pane({ place }: { readonly place: Place }): ReactElement {
  const { t } = useTranslation();
  const { account, section } = place;
  const hasChats = usePeerState(selectHasChats);
  switch (place.room) {
    case 'chats':
      if (account === undefined) {
        // Where there is none to choose, the list beside says what to do.
        return (
          <EmptyState icon="lock" title={t(hasChats ? 'chats.choose' : 'chats.sealed')} hint={t('chats.chooseHint')} />
        );
      }
      return (
        <ChatColumn
          key={account}
          account={account}
          onBack={leave}
          onDetails={() => {
            openDialog({ kind: 'details', account });
          }}
        />
      );
    case 'friends':
      if (account === undefined) {
        return <EmptyState icon="shield" title={t('friends.choose')} hint={t('friends.chooseHint')} />;
      }
      return <FriendPanel key={account} account={account} />;
    case 'requests':
      return <EmptyState icon="requests" title={t('requests.choose')} hint={t('requests.chooseHint')} />;
    case 'settings':
      if (section === undefined) return <EmptyState icon="settings" title={t('settings.choose')} />;
      return <SettingsPane key={section} section={section} />;
  }
}

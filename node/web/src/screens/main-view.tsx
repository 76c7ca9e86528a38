/** The three columns: where to, with whom, and what is said. One at a time where there is no room for more. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatColumn } from '../chat/chat-column.tsx';
import { ConversationList } from '../chat/conversation-list.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { classes } from '../parts/classes.ts';
import { go, leave, usePlace } from './place.ts';

export function MainView(): ReactElement {
  const { t } = useTranslation();
  const { account } = usePlace();
  const open = account !== undefined;
  return (
    <div className="flex min-h-0 flex-1">
      <div className={classes('bg-sheet border-line w-full md:w-80 md:border-r', open && 'hidden md:block')}>
        <ConversationList
          selected={account}
          onSelect={(next) => {
            go({ room: 'chats', account: next });
          }}
        />
      </div>
      <main className={classes('min-w-0 flex-1', !open && 'hidden md:block')}>
        {open ? (
          <ChatColumn account={account} onBack={leave} onDetails={() => undefined} />
        ) : (
          <EmptyState icon="lock" title={t('chats.choose')} hint={t('chats.chooseHint')} />
        )}
      </main>
    </div>
  );
}

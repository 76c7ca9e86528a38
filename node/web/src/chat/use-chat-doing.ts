/** What can be done with a chat as a whole, each with its word for success. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import type { Friend } from '../peer/methods.ts';
import { useErrorWords } from '../words/use-error-words.ts';

export interface ChatDoing {
  readonly markRead: (friend: Friend) => void;
  readonly setMuted: (friend: Friend, muted: boolean) => void;
  readonly setArchived: (friend: Friend, archived: boolean) => void;
  readonly deleteHistory: (friend: Friend) => Promise<void>;
}

export function useChatDoing(): ChatDoing {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  return useMemo(() => {
    const attempt = async (doing: () => Promise<unknown>): Promise<void> => {
      try {
        await doing();
      } catch (error) {
        sayFailed(say(error));
      }
    };
    const setArchived = (friend: Friend, archived: boolean): void => {
      const { account: who, name } = friend;
      void attempt(async () => {
        await peer.call('chat.archive', { who, archived });
        sayDone(t(archived ? 'chats.hidden' : 'chats.shown', { name }), {
          label: t('chats.undo'),
          onSelect: () => {
            void attempt(() => peer.call('chat.archive', { who, archived: !archived }));
          },
        });
      });
    };
    return {
      markRead: ({ account, lastMessage }) => {
        if (lastMessage !== null) void attempt(() => peer.markRead(account, lastMessage.position));
      },
      setMuted: ({ account: who, name }, muted) => {
        void attempt(async () => {
          await peer.call('chat.mute', { who, muted });
          sayDone(t(muted ? 'chats.nowMuted' : 'chats.nowUnmuted', { name }));
        });
      },
      setArchived,
      deleteHistory: async ({ account: who, name }) => {
        await attempt(async () => {
          await peer.call('history.delete', { who });
          sayDone(t('chats.deleted', { name }));
        });
      },
    };
  }, [peer, say, t]);
}

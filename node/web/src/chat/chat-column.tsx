/** The third column: the chat with one friend. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isMiyuError } from '../../../../shared/errors.ts';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { Friend, Message } from '../peer/methods.ts';
import type { PeerState } from '../peer/state.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { ChatFeed } from './chat-feed.ts';
import type { Style } from './chat-feed.ts';
import { ChatHeader } from './chat-header.tsx';
import { Composer } from './composer.tsx';
import type { About } from './composer.tsx';
import { DeleteMessageDialog } from './delete-dialogs.tsx';
import { ReactionPalette } from './emoji-picker.tsx';
import { FloatAt } from './float.tsx';
import { KeyBanner } from './key-banner.tsx';
import { MessageList } from './message-list.tsx';
import { isOwnText } from './message-tools.tsx';
import type { MessageDoing } from './message-tools.tsx';

interface Props {
  readonly account: string;
  /** Leads back to the list where there is room for one column only. */
  readonly onBack: () => void;
  /** Opens the friend's details. */
  readonly onDetails: () => void;
}

export function ChatColumn({ account, onBack, onDetails }: Props): ReactElement | null {
  const friend = usePeerState(useCallback((state: PeerState) => state.friends.get(account), [account]));
  if (friend === undefined) return null;
  return <OpenChat key={account} friend={friend} onBack={onBack} onDetails={onDetails} />;
}

interface OpenProps extends Omit<Props, 'account'> {
  readonly friend: Friend;
}

/** One chat from its opening to its leaving: its pages, and what is being written, go with it. */
function OpenChat({ friend, onBack, onDetails }: OpenProps): ReactElement {
  const { t } = useTranslation();
  const feed = useFeed(friend);
  const [about, setAbout] = useState<About>(null);
  const [palette, setPalette] = useState<{ readonly message: Message; readonly anchor: Element } | null>(null);
  const [removing, setRemoving] = useState<Message | null>(null);
  const jumpTo = useRef<(position: number) => void>(() => undefined);
  const acts = useMessageActs(feed, friend.account);
  const doing = useMemo(
    (): Omit<MessageDoing, 'jump'> => ({
      ...acts,
      reply: (message) => {
        setAbout({ kind: 'reply', message });
      },
      edit: (message) => {
        setAbout({ kind: 'edit', message });
      },
      react: (message, anchor) => {
        setPalette({ message, anchor });
      },
      remove: setRemoving,
    }),
    [acts],
  );
  const send = (text: string, style: Style | null, replyTo: Message | null): void => {
    feed.send(
      text,
      style,
      replyTo && { position: replyTo.position, direction: replyTo.direction, text: replyTo.text, deleted: false },
    );
  };
  return (
    <section aria-label={friend.name} className="bg-paper flex h-full min-h-0 flex-col">
      <ChatHeader friend={friend} onBack={onBack} onDetails={onDetails} />
      <MessageList friend={friend} feed={feed} doing={doing} jumpTo={jumpTo} />
      {friend.relation === 'friend' && !friend.blocked ? (
        <>
          <KeyBanner friend={friend} />
          <Composer
            friend={friend}
            about={about}
            onAbout={setAbout}
            onSend={send}
            onEdit={acts.saveEdit}
            lastOwn={() => {
              const { window, pending } = feed.store.get();
              // While one is on its way to the peer, the newest of the others is not the last.
              return pending.some(({ failure }) => failure === null) ? undefined : window.messages.findLast(isOwnText);
            }}
          />
        </>
      ) : (
        <p className="text-ink-soft border-line border-t px-5 py-4 text-center">
          {friend.blocked ? t('chat.blocked') : t('chat.notYetFriends', { name: friend.name })}
        </p>
      )}
      {palette !== null && (
        <FloatAt
          label={t('message.react')}
          anchor={() => palette.anchor}
          onClosed={() => {
            setPalette(null);
          }}
        >
          <ReactionPalette
            own={palette.message.reactions.find(({ by }) => by === 'me')?.emoji}
            onPick={(emoji) => {
              acts.toggle(palette.message, emoji);
              setPalette(null);
            }}
          />
        </FloatAt>
      )}
      <DeleteMessageDialog
        message={removing}
        name={friend.name}
        onClose={() => {
          setRemoving(null);
        }}
        onDelete={acts.erase}
      />
    </section>
  );
}

const selectOpen = ({ connection }: PeerState): boolean => connection === 'open';

/** The feed of this chat: opened where the person left off, and following the events. */
function useFeed(friend: Friend): ChatFeed {
  const peer = usePeer();
  const { account, firstUnread, lastMessage } = friend;
  const [feed] = useState(() => new ChatFeed(peer, account, Date.now));
  const first = useRef(firstUnread);
  useEffect(() => {
    const deaf = peer.onEvent((event) => {
      feed.hear(event);
    });
    const calm = peer.onGap(() => {
      void feed.reload(feed.store.newest.window.messages.at(-1)?.position ?? null);
    });
    void feed.open(first.current);
    return () => {
      deaf();
      calm();
    };
  }, [feed, peer]);
  // What could not be read while the line was down.
  const open = usePeerState(selectOpen);
  useEffect(() => {
    if (open && feed.store.newest.failure !== null) void feed.reload(null);
  }, [open, feed]);
  // The history was deleted, here or by another face.
  const empty = lastMessage === null;
  useEffect(() => {
    if (empty && feed.store.newest.window.messages.length > 0) void feed.reload(null);
  }, [empty, feed]);
  return feed;
}

type Acts = Pick<MessageDoing, 'toggle' | 'copy' | 'retry' | 'discard'> & {
  readonly erase: (message: Message, forBoth: boolean) => void;
  readonly saveEdit: (message: Message, text: string) => Promise<void>;
};

function useMessageActs(feed: ChatFeed, account: string): Acts {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const words = useRef({ t, say });
  useEffect(() => {
    words.current = { t, say };
  });
  return useMemo(() => {
    const attempt = (doing: () => Promise<void>): void => {
      doing().catch((error: unknown) => {
        if (!isMiyuError(error)) throw error;
        sayFailed(words.current.say(error));
      });
    };
    return {
      toggle: ({ position, reactions }, emoji) => {
        attempt(async () => {
          const mine = reactions.find(({ by }) => by === 'me')?.emoji;
          const next = mine === emoji ? null : emoji;
          feed.took(await peer.call('message.react', { with: account, position, emoji: next }));
        });
      },
      copy: ({ text }) => {
        void navigator.clipboard.writeText(text).then(() => {
          sayDone(words.current.t('message.copied'));
        });
      },
      retry: ({ message, pending }) => {
        if (pending !== null) feed.resend(pending.id);
        else {
          attempt(async () => {
            feed.took(await peer.call('message.retry', { with: account, position: message.position }));
          });
        }
      },
      discard: (id) => {
        feed.discard(id);
      },
      erase: ({ position }, forBoth) => {
        attempt(async () => {
          await peer.call('message.delete', { with: account, position, forBoth });
          if (!forBoth) feed.forget(position);
          sayDone(words.current.t(forBoth ? 'message.takenBack' : 'message.deleted'));
        });
      },
      saveEdit: async ({ position }, text) => {
        feed.took(await peer.call('message.edit', { with: account, position, text }));
      },
    };
  }, [account, feed, peer]);
}

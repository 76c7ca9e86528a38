/** One message: its bubble, what it answers, reactions to it, and what can be done with it. */
import { memo } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { clockTime, fullTime } from '../words/times.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { languageOfPage } from '../words/words.ts';
import type { Message } from '../peer/methods.ts';
import { MarkdownView, isEmojiAlone } from './markdown-view.tsx';
import { plainText } from './markdown.ts';
import { MessageState } from './message-state.tsx';
import { MessageTools } from './message-tools.tsx';
import type { MessageDoing } from './message-tools.tsx';
import type { MessageRow as Row } from './rows.ts';
import { styleClasses } from './text-style.ts';

interface Props {
  readonly row: Row;
  readonly name: string;
  /** The pointer or the focus is on it. */
  readonly active: boolean;
  /** Somebody jumped here. */
  readonly marked: boolean;
  readonly doing: MessageDoing;
}

/** What happened to the friend: a line of nobody's. */
function Notice({
  notice,
  marked,
}: {
  readonly notice: NonNullable<Message['notice']>;
  readonly marked: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { formerName, name } = notice;
  return (
    <p
      className={classes(
        'text-ink-soft rounded-normal mx-auto my-2 w-fit max-w-[85%] px-3 py-1 text-center text-small break-words',
        marked && 'ring-seal ring-2',
      )}
    >
      {t('rename.friend', { before: formerName, name })}
    </p>
  );
}

export const MessageRowView = memo(function MessageRowView({ row, name, active, marked, doing }: Props): ReactElement {
  const { t } = useTranslation();
  const { message, pending, first, last } = row;
  if (message.notice !== undefined) return <Notice notice={message.notice} marked={marked} />;
  const own = message.direction === 'out';
  const readable = message.kind === 'text' && !message.deleted;
  const large = readable && message.style === null && message.replyTo === null && isEmojiAlone(message.text);
  return (
    <div
      className={classes('mx-auto flex max-w-[68rem] px-3 md:px-5', own && 'justify-end', first ? 'pt-2.5' : 'pt-0.5')}
    >
      <div
        className={classes(
          'relative flex max-w-[85%] min-w-0 flex-col md:max-w-[min(38rem,calc(100%-9.5rem))]',
          own ? 'items-end' : 'items-start',
        )}
      >
        <div
          className={classes(
            'tints max-w-full min-w-0',
            large
              ? 'px-1'
              : classes(
                  'text-bubble-ink shadow-low px-3 py-1.5',
                  own ? 'bg-bubble-own' : 'bg-bubble-friend',
                  corners(own, first, last),
                ),
            marked && 'ring-seal ring-2',
          )}
        >
          <span className="sr-only">{own ? t('message.you') : name}: </span>
          {message.replyTo !== null && !message.deleted && <Quote message={message} name={name} onJump={doing.jump} />}
          {readable ? (
            <div className={large ? 'text-[2.5rem] leading-tight' : styleClasses(message.style)}>
              <MarkdownView text={message.text} trailer={<Trailer message={message} last={last} />} />
            </div>
          ) : (
            <p className="text-bubble-soft italic">
              {message.deleted ? t(own ? 'message.deletedOwn' : 'message.deletedTheirs') : t('message.unknown')}
              <Trailer message={message} last={last} />
            </p>
          )}
        </div>
        {message.reactions.length > 0 && <Reactions message={message} name={name} onReact={doing.toggle} />}
        {(message.state === 'failed' || message.unsent !== null) && <Failure row={row} doing={doing} />}
        {active && pending === null && <MessageTools message={message} doing={doing} />}
      </div>
    </div>
  );
});

/** Bubbles of a group lean against each other on the side where they stand. */
function corners(own: boolean, first: boolean, last: boolean): string {
  if (own) return classes('rounded-large', !first && 'rounded-tr-small', !last && 'rounded-br-small');
  return classes('rounded-large', !first && 'rounded-tl-small', !last && 'rounded-bl-small');
}

function Trailer({ message, last }: { readonly message: Message; readonly last: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const language = languageOfPage();
  const edited = message.editedAt !== null && !message.deleted;
  // In a group the last one tells time and state for all, unless one of them fared otherwise.
  const told = last || message.state === 'failed' || message.state === 'queued';
  if (!told && !edited) return null;
  return (
    <span
      title={fullTime(message.sentAt, language)}
      className="text-bubble-soft float-right mt-1 ml-3 inline-flex h-4 translate-y-0.5 items-center gap-1 font-sans text-tiny select-none"
    >
      {edited && <span>{t('message.edited')}</span>}
      {told && <time dateTime={new Date(message.sentAt).toISOString()}>{clockTime(message.sentAt, language)}</time>}
      {told && <MessageState message={message} />}
    </span>
  );
}

interface QuoteProps {
  readonly message: Message;
  readonly name: string;
  readonly onJump: (position: number) => void;
}

function Quote({ message, name, onJump }: QuoteProps): ReactElement | null {
  const { t } = useTranslation();
  const quoted = message.replyTo;
  if (quoted === null) return null;
  const { position, direction } = quoted;
  const body = (
    <>
      <span className="block text-tiny font-semibold">
        {position === null ? null : direction === 'out' ? t('message.you') : <bdi>{name}</bdi>}
      </span>
      <span className={classes('block truncate text-small', (quoted.deleted || position === null) && 'italic')}>
        {position === null
          ? t('message.quoteGone')
          : quoted.deleted
            ? t(direction === 'out' ? 'message.deletedOwn' : 'message.deletedTheirs')
            : plainText(quoted.text)}
      </span>
    </>
  );
  const look =
    'border-seal text-bubble-soft rounded-small mb-1 block w-full min-w-0 border-l-3 bg-hover/60 px-2 py-1 text-left';
  if (position === null) return <div className={look}>{body}</div>;
  return (
    <button
      type="button"
      title={t('message.jump')}
      onClick={() => {
        onJump(position);
      }}
      className={classes(look, 'min-h-target hover:bg-hover tints')}
    >
      {body}
    </button>
  );
}

interface ReactionsProps {
  readonly message: Message;
  readonly name: string;
  readonly onReact: (message: Message, emoji: string) => void;
}

function Reactions({ message, name, onReact }: ReactionsProps): ReactElement {
  const { t } = useTranslation();
  const emojis = [...new Set(message.reactions.map(({ emoji }) => emoji))];
  return (
    <div className="z-10 -mt-3 -mb-1.5 flex px-1">
      {emojis.map((emoji) => {
        const by = message.reactions.filter((one) => one.emoji === emoji).map((one) => one.by);
        const mine = by.includes('me');
        const words = mine ? (by.length > 1 ? 'message.reactedBoth' : 'message.reactedMe') : 'message.reactedFriend';
        return (
          <button
            key={emoji}
            type="button"
            aria-pressed={mine}
            aria-label={t(words, { emoji, name })}
            title={t(words, { emoji, name })}
            onClick={() => {
              onReact(message, emoji);
            }}
            className="group inline-flex min-h-target min-w-target items-center justify-center"
          >
            <span
              className={classes(
                'tints inline-flex h-7 min-w-8 items-center justify-center gap-1 rounded-full border px-2 text-small',
                mine ? 'bg-seal-wash border-seal' : 'bg-raised border-line group-hover:bg-hover',
              )}
            >
              {emoji}
              {by.length > 1 && <span className="text-tiny tabular-nums">{by.length}</span>}
            </span>
          </button>
        );
      })}
    </div>
  );
}

const UNSENT_WORDS = {
  reaction: 'message.unsentReaction',
  edit: 'message.unsentEdit',
  deletion: 'message.unsentDeletion',
} as const;

/** The message did not go out, or what was done to it since did not. */
function Failure({ row, doing }: { readonly row: Row; readonly doing: MessageDoing }): ReactElement {
  const { t } = useTranslation();
  const say = useErrorWords();
  const { pending, message } = row;
  const words =
    message.state === 'failed' || message.unsent === null ? 'message.failed' : UNSENT_WORDS[message.unsent.act];
  return (
    <div className="text-small flex flex-wrap items-center justify-end gap-1">
      <span className="text-bad" role="status">
        {pending === null || pending.failure === null ? t(words) : say(pending.failure).say}
      </span>
      <Button
        look="quiet"
        className="text-seal-strong px-2"
        onClick={() => {
          doing.retry(row);
        }}
      >
        {t('message.retry')}
      </Button>
      {pending !== null && (
        <Button
          look="quiet"
          className="px-2"
          onClick={() => {
            doing.discard(pending.id);
          }}
        >
          {t('message.discard')}
        </Button>
      )}
    </div>
  );
}

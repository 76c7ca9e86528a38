/** What the chat tells: lines for a person, or one JSON document a line for a script. */
import type { Event, Friend, FriendRequest, Message, MessageState, Status } from '../../api/contract-views.ts';
import { errorText } from '../../../shared/error-texts.ts';
import { MiyuError, isMiyuError } from '../../../shared/errors.ts';
import { exitCodeOf } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { formatLockedBy, formatMessage, formatTime, reasonOf } from '../format.ts';
import { preview, safeJson, safeLine } from '../terminal-text.ts';
import { UsageError } from '../run.ts';
import type { Run } from '../run.ts';
import { chatSay } from './chat-words.ts';
import type { ChatWord } from './chat-words.ts';
import type { Screen } from './screen.ts';

const MARKS: Readonly<Record<MessageState, string>> = {
  queued: '· ',
  stored: '✓ ',
  delivered: '✓✓ ',
  read: '✓✓ ',
  failed: '✗ ',
  received: '',
};

type Change = Extract<Event, { type: 'friend' }>['change'];

export class Voice {
  readonly face: Run;
  readonly #screen: Screen;
  readonly #plain: boolean;

  constructor(face: Run, screen: Screen, plain: boolean) {
    this.face = face;
    this.#screen = screen;
    this.#plain = plain;
  }

  say(word: ChatWord, blanks: Readonly<Record<string, string | number>> = {}): string {
    return chatSay(this.face.language, word, blanks);
  }

  /** A line of our own: set apart from what people wrote, which begins with a time. */
  tell(line: string): void {
    if (!this.face.json) this.#screen.print(line.replaceAll(/^/gm, '  '));
  }

  /** What a command did: in words, or as a document. */
  done(words: string, value: { readonly type: string; readonly [field: string]: unknown }): void {
    this.tell(words);
    this.tellJson(value);
  }

  /** For --json: one document a line. */
  tellJson(value: unknown): void {
    if (this.face.json) this.#screen.print(safeJson(value));
  }

  /** @returns the exit code that goes with it */
  fail(error: unknown): ExitCode {
    const failure = isMiyuError(error) ? error : new MiyuError('internal', { cause: error });
    const text = errorText(failure, this.face.language);
    this.tell(`! ${failure instanceof UsageError ? failure.words : `${text.say} ${text.do}`}`);
    this.tellJson({ type: 'error', error: { code: failure.code, say: text.say, do: text.do } });
    return exitCodeOf(failure.code);
  }

  message(friend: Friend, message: Message, isOpen: boolean): void {
    if (this.face.json) return; // The event itself was told.
    const elsewhere = isOpen ? '' : `[${safeLine(friend.name)}] `;
    this.#screen.print(`${elsewhere}${formatMessage(message, friend.name, this.face.language)}`);
  }

  /** A message that was shown before is another now. */
  changed(friend: Friend, message: Message): void {
    if (this.face.json) return;
    const mark = this.#plain ? this.say('changed') : '↻ ';
    this.#screen.print(`${mark}${formatMessage(message, friend.name, this.face.language)}`);
    if (message.unsent !== null) this.tell(this.say('sendAgain', { position: message.position }));
  }

  opened(friend: Friend): void {
    const { name, presence, lastSeen, verified, blocked, muted } = friend;
    const parts = [
      this.say('opened', { name: safeLine(name) }),
      this.#presence(presence, friend.path),
      ...(presence === 'online' || lastSeen === null
        ? []
        : [this.say('lastSeen', { time: formatTime(lastSeen, this.face.language) })]),
      this.face.say(`verified-${verified}`),
      ...(blocked ? [this.face.say('blocked')] : []),
      ...(muted ? [this.face.say('isMuted')] : []),
    ];
    this.tell(parts.join(' · '));
  }

  /** Above the first message that was not read yet. */
  divider(): void {
    const words = this.say('newMessages');
    this.tell(this.#plain ? words : `─── ${words} ───`);
  }

  /** Lines of a text that is not finished: its last one stands in the input line. */
  begun(lines: string): void {
    this.tell(lines.replace(/\n$/, '').replaceAll(/^/gm, '│ '));
  }

  /** Chats that hold something new, but for the one that is about to be opened. */
  unreadElsewhere(friends: readonly Friend[], opening: string | undefined): void {
    const isOpening = ({ name, account }: Friend): boolean => opening === name || opening === account;
    const list = friends
      .filter((friend) => friend.unread > 0 && !friend.archived && !isOpening(friend))
      .map(({ name, unread }) => `${safeLine(name)} ${unread}`);
    if (list.length > 0) this.tell(this.say('unreadIn', { list: list.join(', ') }));
  }

  /** The friend of the open chat types; undefined: not any more. */
  typing(friend: Friend | undefined): void {
    if (this.face.json) return;
    const words = friend === undefined ? '' : this.say('typing', { name: safeLine(friend.name) });
    // A screen reader reads what is new, and hears nothing of a row that goes away: once, in words.
    if (!this.#plain) this.#screen.setStatus(words === '' ? '' : `  ${words}`);
    else if (words !== '') this.tell(words);
  }

  /** What became of an own message, or of several at once. */
  messageState(state: MessageState, text: string | undefined, count: number): string {
    return this.say('states', {
      mark: this.#plain ? '' : MARKS[state],
      state: this.face.say(`message-${state}`),
      what: count > 1 || text === undefined ? this.say('several', { count }) : preview(text, 30),
    });
  }

  /** An own message that did not go out: which, why, and how it is sent again. */
  failedMessage({ position, text, reason }: Message): void {
    this.tell(
      this.say('failed', {
        mark: this.#plain ? '' : MARKS.failed,
        state: this.face.say('message-failed'),
        text: preview(text, 30),
        reason: reasonOf(reason, this.face.language),
        position,
      }),
    );
  }

  presence(name: string, presence: Friend['presence'], path: Friend['path']): void {
    this.tell(this.say('friendPresence', { name: safeLine(name), presence: this.#presence(presence, path) }));
  }

  #presence(presence: Friend['presence'], path: Friend['path']): string {
    const way = path === null ? '' : ` (${this.face.say(`path-${path}`)})`;
    return `${this.face.say(`presence-${presence}`)}${way}`;
  }

  incoming(name: string, request: FriendRequest | undefined): void {
    const greeting = request?.greeting ?? '';
    const told = greeting === '' ? '' : this.say('greeting', { text: preview(greeting, 200) });
    this.tell(this.say('incoming', { name: safeLine(name), greeting: told }));
  }

  friend(name: string, change: Exclude<Change, 'incoming'>, formerName = ''): void {
    const blanks = { name: safeLine(name), former: safeLine(formerName) };
    switch (change) {
      case 'accepted':
        this.tell(this.say('accepted', blanks));
        return;
      case 'refused':
        this.tell(this.say('refused', blanks));
        return;
      case 'removed':
        this.tell(this.say('removedByFriend', blanks));
        return;
      case 'restored':
        this.tell(this.say('restored', blanks));
        return;
      case 'renamed':
        this.tell(this.say('renamedFriend', blanks));
        return;
      case 'requested':
      case 'dropped':
      case 'updated':
        return; // Our own doing, or nothing to be told.
    }
  }

  state({ state, lockedBy }: Pick<Status, 'state' | 'lockedBy'>): void {
    if (lockedBy !== null) this.tell(formatLockedBy(lockedBy, this.face.language));
    switch (state) {
      case 'locked':
        this.tell(this.say('locked'));
        return;
      case 'no-account':
        this.tell(this.say('noAccount'));
        return;
      case 'signed-out':
        this.tell(this.say('signedOut'));
        return;
      case 'connecting':
        this.tell(this.say('connecting'));
        return;
      case 'online':
        this.tell(this.say('online'));
        return;
    }
  }
}

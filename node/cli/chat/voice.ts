/** What the chat tells: lines for a person, or one JSON document a line for a script. */
import type { Event, Friend, FriendRequest, Message, MessageState, Status } from '../../api/contract-views.ts';
import { errorText } from '../../../shared/error-texts.ts';
import { MiyuError, isMiyuError } from '../../../shared/errors.ts';
import { exitCodeOf } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { formatMessage } from '../format.ts';
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
    this.#screen.print(`${this.#plain ? '' : '↻ '}${formatMessage(message, friend.name, this.face.language)}`);
  }

  opened(friend: Friend): void {
    this.tell(
      this.say('opened', {
        name: safeLine(friend.name),
        presence: this.face.say(`presence-${friend.presence}`),
        verified: this.face.say(`verified-${friend.verified}`),
      }),
    );
  }

  /** What became of an own message, or of several at once. */
  messageState(state: MessageState, text: string | undefined, count: number): string {
    return this.say('states', {
      mark: this.#plain ? '' : MARKS[state],
      state: this.face.say(`message-${state}`),
      what: count > 1 || text === undefined ? this.say('several', { count }) : preview(text, 30),
    });
  }

  presence(name: string, presence: Friend['presence'], path: Friend['path']): void {
    const way = path === null ? '' : ` (${this.face.say(`path-${path}`)})`;
    const told = `${this.face.say(`presence-${presence}`)}${way}`;
    this.tell(this.say('friendPresence', { name: safeLine(name), presence: told }));
  }

  incoming(name: string, request: FriendRequest | undefined): void {
    const greeting = request?.greeting ?? '';
    const told = greeting === '' ? '' : this.say('greeting', { text: preview(greeting, 200) });
    this.tell(this.say('incoming', { name: safeLine(name), greeting: told }));
  }

  friend(name: string, change: Exclude<Change, 'incoming'>): void {
    const blanks = { name: safeLine(name) };
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
      case 'requested':
      case 'dropped':
      case 'updated':
        return; // Our own doing, or nothing to be told.
    }
  }

  state(state: Status['state']): void {
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

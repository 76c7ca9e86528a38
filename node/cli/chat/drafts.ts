/**
 * What is typed and not sent: kept by the peer, so that it stands here again when the chat is opened the next time, on the page as well. A
 * line that is a command is no draft, and changes none.
 */
import { safeText } from '../terminal-text.ts';

/** A pause in typing: what was typed until then is kept. */
const PAUSE_MS = 400;

export const isCommand = (line: string): boolean => line.startsWith('/') && !line.startsWith('//');

/** The text that a line stands for. */
export const textIn = (line: string): string => (line.startsWith('//') ? line.slice(1) : line);

/** The line that stands for a text of one line. */
const lineOf = (text: string): string => (text.startsWith('/') ? `/${text}` : text);

export interface Taken {
  /** Lines of the draft above its last one, each with its line end. */
  readonly begun: string;
  /** What goes into the input line. */
  readonly line: string;
}

/** Undefined: a terminal would obey something in it, or a line of it could not be typed as it is. */
export function takeUp(draft: string): Taken | undefined {
  if (safeText(draft) !== draft) return undefined;
  const at = draft.lastIndexOf('\n') + 1;
  const [begun, last] = [draft.slice(0, at), draft.slice(at)];
  return { begun, line: begun === '' ? lineOf(last) : last };
}

export class Drafts {
  readonly #set: (account: string, text: string) => Promise<unknown>;
  #account: string | undefined;
  /** Lines of the text that were entered already: they ended with a backslash. */
  #begun = '';
  #line = '';
  /** What waits to be kept; undefined: nothing. */
  #waiting: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<boolean> = Promise.resolve(true);

  /** @param set as the API's draft.set */
  constructor(set: (account: string, text: string) => Promise<unknown>) {
    this.#set = set;
  }

  /** Another chat is open; what waits for the one before is kept first. */
  async open(account: string | undefined): Promise<void> {
    await this.flush();
    this.#account = account;
    this.#begun = '';
    this.#line = '';
  }

  /** The draft was taken up: it is kept already, and stands in the input line. */
  took({ begun, line }: Taken): void {
    this.#begun = begun;
    this.#line = line;
  }

  /** This stands in the input line now. */
  typed(line: string): void {
    // The first line of a text may be a command; what follows it may not.
    if (line === this.#line || (this.#begun === '' && isCommand(line))) return;
    this.#line = line;
    this.#keepSoon();
  }

  /** The line was entered: it is sent, or it is what the next one goes on from. */
  entered(): void {
    this.#line = '';
    this.#drop();
  }

  /** Lines that were entered and not sent. */
  begin(begun: string): void {
    if (begun === this.#begun) return;
    this.#begun = begun;
    if (begun !== '') this.#keepSoon();
  }

  /** A text that went out took the draft of its chat with it: what was typed since is kept anew. */
  sent(): void {
    if (this.#text() !== '') this.#keepSoon();
  }

  /** Kept now, unless something else stands in the input line already. Resolves to whether it is. */
  async keep(text: string): Promise<boolean> {
    const typed = this.#text();
    if (typed !== '' && typed !== text) return false;
    this.#line = '';
    this.#begun = '';
    this.#waiting = text;
    return await this.flush();
  }

  /** Resolves when everything is kept that can be, to whether it was. */
  async flush(): Promise<boolean> {
    const [account, text] = [this.#account, this.#waiting];
    this.#drop();
    if (account !== undefined && text !== undefined) {
      this.#last = this.#last.then(() =>
        this.#set(account, text).then(
          () => true,
          // The connection broke, or it is longer than any text may be: the next pause keeps it.
          () => false,
        ),
      );
    }
    return await this.#last;
  }

  #text(): string {
    return this.#begun === '' ? textIn(this.#line) : this.#begun + this.#line;
  }

  #keepSoon(): void {
    this.#waiting = this.#text();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }
}

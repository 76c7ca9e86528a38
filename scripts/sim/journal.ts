/**
 * What a peer's process has asked for and was told, in a file beside its profile: written before and after each `send`, in one call
 * each, so that it outlives the process. (A kill takes nothing from the page cache; the power-cut runs do not cut this file.)
 *
 *   b\n                 a life begins
 *   s NUMBER FRIEND\n   the text of this number is handed to `send`; a peer uses no number twice, whoever the text is for
 *   a NUMBER\n          `send` has resolved: from here on it must not be lost
 *   r NUMBER CODE\n     `send` has rejected
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

export class Journal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'a', 0o600);
    writeSync(this.#file, 'b\n');
  }

  sent(number: number, friend: string): void {
    writeSync(this.#file, `s ${number} ${friend}\n`);
  }

  acknowledged(number: number): void {
    writeSync(this.#file, `a ${number}\n`);
  }

  rejected(number: number, code: string): void {
    writeSync(this.#file, `r ${number} ${code}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}

export interface Rejected {
  readonly number: number;
  readonly code: string;
  /** Another `send` has resolved after it in the same life: whatever had failed then was mended. */
  mended: boolean;
}

/** Of one conversation. */
export interface JournalEntries {
  readonly sent: readonly number[];
  readonly acknowledged: readonly number[];
  readonly rejected: readonly Rejected[];
}

interface Conversation {
  readonly sent: number[];
  readonly acknowledged: number[];
  readonly rejected: Rejected[];
}

const conversation = (): Conversation => ({ sent: [], acknowledged: [], rejected: [] });

export class Journals {
  readonly #byFriend = new Map<string, Conversation>();
  readonly #friendOf = new Map<number, Conversation>();
  #acknowledged = 0;
  #last = 0;

  /** Of all conversations. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** The number of the next text: no number is used twice, also where nobody knows what became of it. */
  get next(): number {
    return this.#last + 1;
  }

  with(friend: string): JournalEntries {
    return this.#byFriend.get(friend) ?? conversation();
  }

  /** The last line may be cut off where the process died. */
  static of(text: string): Journals {
    const journals = new Journals();
    let doubtful: Rejected[] = [];
    const lines = text.split('\n');
    lines.pop();
    for (const line of lines) {
      const [what, numberText, rest = ''] = line.split(' ');
      const number = Number(numberText);
      if (what === 'b') doubtful = [];
      else if (what === 's') journals.#sent(number, rest);
      else if (what === 'a') {
        journals.#friendOf.get(number)?.acknowledged.push(number);
        journals.#acknowledged += 1;
        for (const each of doubtful.splice(0)) each.mended = true;
      } else {
        const rejected = { number, code: rest, mended: false };
        journals.#friendOf.get(number)?.rejected.push(rejected);
        doubtful.push(rejected);
      }
    }
    return journals;
  }

  #sent(number: number, friend: string): void {
    let entries = this.#byFriend.get(friend);
    if (entries === undefined) this.#byFriend.set(friend, (entries = conversation()));
    entries.sent.push(number);
    this.#friendOf.set(number, entries);
    this.#last = Math.max(this.#last, number);
  }
}

export function readJournal(path: string): Journals {
  try {
    return Journals.of(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return Journals.of('');
  }
}

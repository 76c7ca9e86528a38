/**
 * What a peer's process has asked for and was told, in a file beside its profile: written before and after each `send`, in one call
 * each, so that it outlives the process. (A kill takes nothing from the page cache; the power-cut runs do not cut this file.)
 *
 *   s NUMBER\n        the text of this number is handed to `send`
 *   a NUMBER\n        `send` has resolved: from here on it must not be lost
 *   r NUMBER CODE\n   `send` has rejected
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

export class Journal {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'a', 0o600);
  }

  sent(number: number): void {
    writeSync(this.#file, `s ${number}\n`);
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

export interface JournalEntries {
  readonly sent: readonly number[];
  readonly acknowledged: readonly number[];
  readonly rejected: readonly { readonly number: number; readonly code: string }[];
}

export function readJournal(path: string): JournalEntries {
  const sent: number[] = [];
  const acknowledged: number[] = [];
  const rejected: { number: number; code: string }[] = [];
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  for (const line of text.split('\n')) {
    const [what, number, code] = line.split(' ');
    if (what === 's') sent.push(Number(number));
    else if (what === 'a') acknowledged.push(Number(number));
    else if (what === 'r') rejected.push({ number: Number(number), code: code ?? '' });
  }
  return { sent, acknowledged, rejected };
}

/** The number of the next text: no number is used twice, also where nobody knows what became of it. */
export const nextNumber = ({ sent }: JournalEntries): number => sent.reduce((a, b) => Math.max(a, b), 0) + 1;

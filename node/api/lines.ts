/** Lines of JSON over a byte stream: bounded, so that nobody can make us hold more than one line. */
import { MiyuError } from '../../shared/errors.ts';

const NEWLINE = 0x0a;

/** Cuts a stream of chunks into lines. */
export class LineCutter {
  readonly #limit: number;
  #parts: Uint8Array[] = [];
  #length = 0;

  /** @param limit the longest line in bytes, without its end */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * @returns the lines that this chunk completes
   * @throws MiyuError 'too-large' where a line is longer than the limit, 'malformed' where it is no UTF-8
   */
  push(chunk: Uint8Array): string[] {
    const lines: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      this.#add(chunk.subarray(from, end));
      lines.push(this.#take());
      from = end + 1;
    }
    this.#add(chunk.subarray(from));
    return lines;
  }

  #add(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > this.#limit) throw new MiyuError('too-large', { detail: this.#limit });
    if (part.length > 0) this.#parts.push(part);
  }

  #take(): string {
    const bytes = Buffer.concat(this.#parts, this.#length);
    this.#parts = [];
    this.#length = 0;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new MiyuError('malformed', { cause });
    }
  }
}

export const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** @throws MiyuError 'malformed' */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new MiyuError('malformed', { cause });
  }
}

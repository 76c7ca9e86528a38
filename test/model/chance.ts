/** Chance that costs next to nothing: sfc32, one stream a name. Bytes of it are no secrets, only never twice the same. */
import type { Random } from '../../shared/crypto/random.ts';

export class Chance {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** @param stream what the draws are for: each has its own, so that one more draw here changes nothing there */
  constructor(seed: number, stream: number) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    this.#c = 0x9e3779b9;
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** A whole number of 32 bits. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A whole number, 0 .. below. */
  below(bound: number): number {
    return this.next() % bound;
  }

  readonly bytes: Random = (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 4) {
      const word = this.next();
      for (let i = at; i < at + 4 && i < length; i += 1) bytes[i] = word >>> (8 * (i - at));
    }
    return bytes;
  };
}

/** Chance that follows from a seed: the same name gives the same draws, in every process and in any order of the others. */
import { createHash } from 'node:crypto';

export class Dice {
  #state: bigint;

  constructor(...names: readonly (string | number)[]) {
    this.#state = createHash('sha256').update(names.join('/')).digest().readBigUInt64BE(0);
  }

  /** splitmix64. @returns 0 <= x < 1 */
  next(): number {
    this.#state = BigInt.asUintN(64, this.#state + 0x9e3779b97f4a7c15n);
    let z = this.#state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return Number((z ^ (z >> 31n)) >> 11n) / 2 ** 53;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** From 1, every order of magnitude as likely as another. */
  magnitude(most: number): number {
    return Math.min(most, Math.floor(Math.exp(this.next() * Math.log(most + 1))));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.next() * list.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }
}

/** A seed for a run that was given none. */
export const freshSeed = (): number => Number(process.hrtime.bigint() % 2_147_483_647n) + 1;

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equalTotals,
  NO_TOTAL,
  withContent,
  withContents,
  withoutContent,
  withoutContents,
  type Numbered,
} from '../../../node/core/conversation-sum.ts';
import { rangesOf, sizeOf, union, within, without } from '../../../node/core/ranges.ts';
import { toHex } from '../../../shared/ids.ts';
import { claims, compare, MAX_LEAP, topOf, type Claim, type Sent } from '../../../node/core/stand.ts';

const content = (number: bigint, tag = 0): Numbered => ({
  number,
  messageId: new Uint8Array(16).fill(Number(number % 256n)).fill(tag, 0, 1),
});
const smallNumber = fc.bigInt({ min: 1n, max: 40n });
const numbers = fc.uniqueArray(smallNumber, { maxLength: 30 }).map((list) => list.sort((a, b) => (a < b ? -1 : 1)));
const each = (first: bigint, last: bigint): bigint[] =>
  Array.from({ length: Number(last - first + 1n) }, (_, i) => first + BigInt(i));

describe('the sum of a conversation', () => {
  it('is the same in every order, and takes back what it was given', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 30 }), (list, cut) => {
        const contents = list.map((number) => content(number));
        const all = withContents(NO_TOTAL, 7n, contents);
        expect(equalTotals(all, withContents(NO_TOTAL, 7n, [...contents].reverse()))).toBe(true);
        const some = contents.slice(0, cut);
        expect(equalTotals(withoutContents(all, 7n, some), withContents(NO_TOTAL, 7n, contents.slice(cut)))).toBe(true);
        expect(equalTotals(withoutContents(all, 7n, contents), NO_TOTAL)).toBe(true);
      }),
    );
  });

  it('is the sum of the terms modulo 2^256', () => {
    const integer = (digest: Uint8Array): bigint => BigInt(`0x${toHex(digest)}`);
    const wrapped = { count: 1n, digest: new Uint8Array(32).fill(0xff) };
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 20 }), (list) => {
        const contents = list.map((number) => content(number));
        const terms = contents.map((each) => integer(withContent(NO_TOTAL, 7n, each).digest));
        const sum = terms.reduce((total, term) => total + term, 0n);
        expect(integer(withContents(wrapped, 7n, contents).digest)).toBe(BigInt.asUintN(256, sum - 1n));
        const taken = withoutContents({ count: 0n, digest: new Uint8Array(0) }, 7n, contents);
        expect(integer(taken.digest)).toBe(BigInt.asUintN(256, -sum));
        const one = contents.reduce((total, each) => withoutContent(total, 7n, each), NO_TOTAL);
        expect(equalTotals(one, { count: 0n, digest: taken.digest })).toBe(true);
      }),
    );
    // What was summed up stays as it was.
    expect(wrapped.digest).toEqual(new Uint8Array(32).fill(0xff));
  });

  it('tells another epoch, number and id', () => {
    const sum = withContent(NO_TOTAL, 1n, content(5n));
    expect(equalTotals(sum, withContent(NO_TOTAL, 2n, content(5n)))).toBe(false);
    expect(equalTotals(sum, withContent(NO_TOTAL, 1n, content(6n)))).toBe(false);
    expect(equalTotals(sum, withContent(NO_TOTAL, 1n, content(5n, 9)))).toBe(false);
    expect(withoutContent(sum, 1n, content(5n)).count).toBe(0n);
  });
});

describe('ranges', () => {
  it('are the sets of their numbers', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const both = union(rangesOf(a), rangesOf(b), Infinity);
        const left = without(rangesOf(a), rangesOf(b));
        for (const number of each(0n, 41n)) {
          expect(within(both, number)).toBe(a.includes(number) || b.includes(number));
          expect(within(left, number)).toBe(a.includes(number) && !b.includes(number));
        }
        expect(sizeOf(rangesOf(a))).toBe(BigInt(a.length));
        expect(both.every(({ first }, i) => i === 0 || first > (both[i - 1]?.last ?? 0n) + 1n)).toBe(true);
      }),
    );
  });
});

/** A sender of 1 .. next - 1, some waiting, some given up; and a friend who has `has`, with these ids. */
const claimOf = (has: readonly bigint[], next: bigint, tag: (number: bigint) => number = () => 0): Claim => {
  const below = has.filter((number) => number < next);
  return {
    base: 1n,
    next,
    skipped: without(next > 1n ? [{ first: 1n, last: next - 1n }] : [], rangesOf(below)),
    held: rangesOf(has.filter((number) => number >= next)),
    ...withContents(
      NO_TOTAL,
      1n,
      has.map((number) => content(number, tag(number))),
    ),
  };
};

const scene = fc.record({
  next: fc.bigInt({ min: 1n, max: 41n }),
  waiting: numbers,
  failed: numbers,
  has: numbers,
  friendNext: fc.bigInt({ min: 1n, max: 41n }),
});

const senderOf = (next: bigint, waits: readonly bigint[], fails: readonly bigint[]): Sent => {
  const waiting = waits.filter((number) => number < next);
  const givenUp = fails.filter((number) => number < next && !waiting.includes(number)).map((number) => content(number));
  const given = each(1n, next - 1n).filter((number) => givenUp.every((other) => other.number !== number));
  return {
    epoch: 1n,
    next,
    total: withContents(
      NO_TOTAL,
      1n,
      given.map((number) => content(number)),
    ),
    waiting,
    givenUp,
    lost: [],
  };
};
const idsOf = (list: readonly bigint[]): Numbered[] => list.map((number) => content(number));

describe('comparing', () => {
  it('finds exactly what is claimed, and what counts as delivered and is lacking', () => {
    fc.assert(
      fc.property(scene, ({ next, waiting, failed, has, friendNext }) => {
        const sent = senderOf(next, waiting, failed);
        const claim = claimOf(has, friendNext);
        for (const number of each(1n, 41n)) expect(claims(claim, number)).toBe(has.includes(number));
        const verdict = compare(sent, claim, idsOf);
        const isAhead = topOf(claim) > next;
        const lacks = each(1n, next - 1n).filter(
          (number) =>
            !has.includes(number) &&
            !sent.waiting.includes(number) &&
            sent.givenUp.every((other) => other.number !== number),
        );
        if (isAhead) expect(verdict.kind).toBe('ahead');
        else expect(verdict.kind).toBe(lacks.length > 0 ? 'lacks' : 'equal');
        if ('lacks' in verdict)
          for (const number of each(1n, 41n)) expect(within(verdict.lacks, number)).toBe(lacks.includes(number));
        if ('claimed' in verdict)
          expect(verdict.claimed).toEqual(sent.waiting.filter((number) => has.includes(number)));
      }),
    );
  });

  it('never says equal where one content is another', () => {
    fc.assert(
      fc.property(scene, smallNumber, ({ next, waiting, failed, has, friendNext }, other) => {
        const sent = senderOf(next, waiting, failed);
        const claim = claimOf(has, friendNext, (number) => (number === other ? 1 : 0));
        if (has.includes(other)) expect(compare(sent, claim, idsOf).kind).not.toBe('equal');
      }),
    );
  });

  it('does not believe in a claim far beyond what was given', () => {
    const sent = senderOf(5n, [], []);
    expect(compare(sent, { ...claimOf([], 1n), next: 5n + MAX_LEAP + 1n }, idsOf).kind).toBe('absurd');
    const held = [{ first: 7n, last: 2n ** 64n - 1n }];
    expect(compare(sent, { ...claimOf([], 1n), held }, idsOf).kind).toBe('absurd');
  });

  it('does not miss what lies below where the friend began', () => {
    const sent = senderOf(9n, [], []);
    expect(compare(sent, { ...claimOf([], 1n), base: 6n, next: 6n }, idsOf)).toEqual({
      kind: 'lacks',
      lacks: [{ first: 6n, last: 8n }],
    });
  });
});

/**
 * What two friends find out when each says where it stands. Pure.
 *
 * A sender knows what it has numbered, what of that waits in its outbox, and what it gave up; the friend says which numbers it has, how
 * many, and their sum (conversation-sum.ts). The friend's word on a number counts only where the sums agree: a profile that was copied
 * back gives numbers twice, and then the same number is another content.
 */
import type { ReceivedStand } from '../../shared/wire/generated/content.js';
import { equalTotals, withoutContents, withContents, type Numbered, type Total } from './conversation-sum.ts';
import { rangesOf, union, within, without, type Range } from './ranges.ts';

/** How far a friend may push our numbers at once: a copy is not that much older, and 2^64 stays out of anybody's reach. */
export const MAX_LEAP = 1_000_000n;
/** Ranges of missing numbers that one comparison looks at. */
const MAX_LACKING = 4_096;

/** What the friend says it has of one epoch of ours. */
export type Claim = Pick<ReceivedStand, 'base' | 'next' | 'skipped' | 'held' | 'count' | 'digest'>;

export const claims = ({ base, next, skipped, held }: Claim, number: bigint): boolean =>
  (base <= number && number < next && !within(skipped, number)) || within(held, number);

/** Lowest number above everything that it knows. */
export function topOf({ next, held }: Claim): bigint {
  const last = held.at(-1)?.last ?? 0n;
  return last >= next ? last + 1n : next;
}

/** What a sender knows of its own contents in one epoch. */
export interface Sent {
  readonly epoch: bigint;
  /** Next number to give. */
  readonly next: bigint;
  /** Of everything numbered and not given up. */
  readonly total: Total;
  /** Numbers that wait in the outbox, ascending. */
  readonly waiting: readonly bigint[];
  readonly givenUp: readonly Numbered[];
  /** Numbers that are known to be lost. */
  readonly lost: readonly Range[];
}

export type Verdict =
  /** It has everything but what waits, and the same. */
  | { readonly kind: 'equal'; readonly claimed: readonly bigint[] }
  /** It knows numbers that were not given here, or other contents under them. `stale`: waiting numbers that it takes nothing under. */
  | {
      readonly kind: 'ahead' | 'differs';
      readonly claimed: readonly bigint[];
      readonly stale: readonly bigint[];
      readonly lacks: readonly Range[];
    }
  /** It does not have what counts here as delivered. */
  | { readonly kind: 'lacks'; readonly lacks: readonly Range[] }
  /** Far beyond what was given: no honest state. */
  | { readonly kind: 'absurd' };

/** @param idsOf ids of these numbers, which wait in the outbox */
export function compare(sent: Sent, claim: Claim, idsOf: (numbers: readonly bigint[]) => Iterable<Numbered>): Verdict {
  const top = topOf(claim);
  if (top > sent.next + MAX_LEAP) return { kind: 'absurd' };
  const claimed = sent.waiting.filter((number) => claims(claim, number));
  const lacks = lacking(sent, claim);
  // Whoever is new to this conversation begins with what waits for it: numbers below come from an older copy of this profile.
  const stale = sent.waiting.filter((number) => number < claim.base);
  if (top > sent.next) return { kind: 'ahead', claimed, stale, lacks };
  if (stale.length > 0) return { kind: 'differs', claimed, stale, lacks };
  if (lacks.length > 0) return { kind: 'lacks', lacks };
  const outside = sent.waiting.filter((number) => !claims(claim, number));
  const turnedUp = sent.givenUp.filter(({ number }) => claims(claim, number));
  const expected = withContents(withoutContents(sent.total, sent.epoch, idsOf(outside)), sent.epoch, turnedUp);
  return equalTotals(expected, claim) ? { kind: 'equal', claimed } : { kind: 'differs', claimed, stale, lacks };
}

/** Numbers that count as delivered and are not claimed. */
function lacking({ next, waiting, givenUp, lost }: Sent, claim: Claim): Range[] {
  const unknown = claim.next < next ? [{ first: claim.next, last: next - 1n }] : [];
  const absent = without([...claim.skipped, ...unknown], claim.held);
  const inReach = absent
    .filter(({ first, last }) => last >= claim.base && first < next)
    .map(({ first, last }) => ({
      first: first < claim.base ? claim.base : first,
      last: last < next ? last : next - 1n,
    }));
  const failed = givenUp.map(({ number }) => number).sort((a, b) => (a < b ? -1 : 1));
  const known = union(union(rangesOf(waiting), rangesOf(failed), Infinity), lost, Infinity);
  return without(inReach, known).slice(0, MAX_LACKING);
}

/**
 * Which parts of a tree a proof consists of, as ranges of leaves: so prover and verifier know before the first hash how long a proof
 * must be, and a hash that two proofs about one tree share is sent once. Sizes and indexes are safe integers.
 */
import { MAX_TREE_SIZE } from '../wire/limits.ts';

/** Leaves start .. end - 1. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const isTreeSize = (size: number): boolean => Number.isInteger(size) && size >= 0 && size <= MAX_TREE_SIZE;

/** The greatest power of two below `size` (≥ 2): where RFC 9162 §2.1.1 divides a tree. */
export function splitOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/**
 * The audit path of a leaf (RFC 9162 §2.1.3.1), from the leaf up.
 * @throws RangeError unless index < size ≤ MAX_TREE_SIZE
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!isTreeSize(size) || !Number.isInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`leaf ${index} of ${size}`);
  }
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The consistency proof between the first `from` leaves and all `size` (RFC 9162 §2.1.4.1), and before it always the subtree from
 * which both roots grow. RFC 9162 leaves that one out where it is the old tree itself; with it a proof tells by itself which root
 * the old tree had, so that one that contradicts a signed head is evidence.
 * @throws RangeError unless 0 < from < size ≤ MAX_TREE_SIZE
 */
export function consistencyRanges(from: number, size: number): Range[] {
  if (!isTreeSize(size) || !Number.isInteger(from) || from <= 0 || from >= size) {
    throw new RangeError(`${from} leaves of ${size}`);
  }
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end !== from) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  ranges.push({ start, end });
  return ranges.reverse();
}

/**
 * The complete subtrees of a range of a proof, from the left, each twice as large as the next or more: the range's hash is
 * node(first, node(second, …)).
 */
export function peaksOf(range: Range): { readonly level: number; readonly index: number }[] {
  const peaks: { level: number; index: number }[] = [];
  let { start } = range;
  while (start < range.end) {
    let [level, width] = [0, 1];
    while (width * 2 <= range.end - start) {
      level += 1;
      width *= 2;
    }
    peaks.push({ level, index: start / width });
    start += width;
  }
  return peaks;
}

/** Each range once, in the order of its first occurrence. */
export function distinctRanges(lists: readonly (readonly Range[])[]): Range[] {
  const ranges = new Map<string, Range>();
  for (const range of lists.flat()) {
    const name = rangeName(range);
    if (!ranges.has(name)) ranges.set(name, range);
  }
  return [...ranges.values()];
}

export const rangeName = ({ start, end }: Range): string => `${start}-${end}`;

/** Sets of numbers as ascending ranges that neither touch nor overlap, both ends inclusive. Pure. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

export const within = (ranges: readonly Range[], number: bigint): boolean =>
  ranges.some(({ first, last }) => first <= number && number <= last);

export const sizeOf = (ranges: readonly Range[]): bigint =>
  ranges.reduce((size, { first, last }) => size + last - first + 1n, 0n);

/** Numbers in ascending order as ranges. */
export function rangesOf(numbers: Iterable<bigint>): Range[] {
  const ranges: { first: bigint; last: bigint }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.last === number - 1n) last.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}

/** The ranges without these: both ascending. */
export function without(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  const left: Range[] = [];
  let at = 0;
  for (const range of ranges) {
    let { first } = range;
    while (at < taken.length && (taken[at]?.last ?? 0n) < first) at += 1;
    for (let next = at; next < taken.length; next += 1) {
      const gone = taken[next];
      if (gone === undefined || gone.first > range.last) break;
      if (gone.first > first) left.push({ first, last: gone.first - 1n });
      first = gone.last + 1n;
    }
    if (first <= range.last) left.push({ first, last: range.last });
  }
  return left;
}

/** Both together, ascending; of more than `most` ranges the highest stay. */
export function union(a: readonly Range[], b: readonly Range[], most: number): Range[] {
  const joined: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of [...a, ...b].sort((x, y) => (x.first < y.first ? -1 : 1))) {
    const before = joined.at(-1);
    if (before === undefined || before.last + 1n < first) joined.push({ first, last });
    else if (last > before.last) before.last = last;
  }
  return joined.slice(-most);
}

/** Whether they are what this file takes for ranges: ascending, apart, none empty. */
export function areRanges(ranges: readonly Range[]): boolean {
  let end = -1n;
  for (const { first, last } of ranges) {
    if (first > last || first <= end) return false;
    end = last;
  }
  return true;
}

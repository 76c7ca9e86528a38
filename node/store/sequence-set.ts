/** A set of u64 sequence numbers as runs without gaps: what a group holds is nearly always one run, however long. */
export class SequenceSet {
  /** Inclusive bounds of the runs, ascending; runs never touch. */
  readonly #starts: bigint[] = [];
  readonly #ends: bigint[] = [];

  get first(): bigint | undefined {
    return this.#starts[0];
  }

  get last(): bigint | undefined {
    return this.#ends.at(-1);
  }

  /** Where the last run begins. */
  get lastStart(): bigint | undefined {
    return this.#starts.at(-1);
  }

  get size(): bigint {
    return this.#starts.reduce((sum, start, run) => sum + this.#ends[run]! - start + 1n, 0n);
  }

  /** Index of the last run that begins at or before `seq`; -1 where none does. */
  #runBefore(seq: bigint): number {
    let low = 0;
    let high = this.#starts.length - 1;
    if (high >= 0 && this.#starts[high]! <= seq) return high;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= seq) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }

  has(seq: bigint): boolean {
    const run = this.#runBefore(seq);
    return run >= 0 && seq <= this.#ends[run]!;
  }

  /** @returns whether it was not there */
  add(seq: bigint): boolean {
    const run = this.#runBefore(seq);
    if (run >= 0 && seq <= this.#ends[run]!) return false;
    const joinsBefore = run >= 0 && this.#ends[run]! + 1n === seq;
    const joinsAfter = this.#starts[run + 1] === seq + 1n;
    if (joinsBefore && joinsAfter) {
      this.#ends[run] = this.#ends[run + 1]!;
      this.#remove(run + 1);
    } else if (joinsBefore) {
      this.#ends[run] = seq;
    } else if (joinsAfter) {
      this.#starts[run + 1] = seq;
    } else {
      this.#insert(run + 1, seq, seq);
    }
    return true;
  }

  /** @returns whether it was there */
  delete(seq: bigint): boolean {
    const run = this.#runBefore(seq);
    if (run < 0 || seq > this.#ends[run]!) return false;
    const start = this.#starts[run]!;
    const end = this.#ends[run]!;
    if (start === end) {
      this.#remove(run);
    } else if (seq === start) {
      this.#starts[run] = seq + 1n;
    } else if (seq === end) {
      this.#ends[run] = seq - 1n;
    } else {
      this.#ends[run] = seq - 1n;
      this.#insert(run + 1, seq + 1n, end);
    }
    return true;
  }

  #insert(at: number, start: bigint, end: bigint): void {
    this.#starts.splice(at, 0, start);
    this.#ends.splice(at, 0, end);
  }

  #remove(at: number): void {
    this.#starts.splice(at, 1);
    this.#ends.splice(at, 1);
  }

  /** Numbers from `from` up to `to`, inclusive, ascending or descending. The set must not change meanwhile. */
  *between(from: bigint, to: bigint, reverse: boolean): Generator<bigint> {
    if (from > to) return;
    if (reverse) {
      for (let run = this.#runBefore(to); run >= 0; run -= 1) {
        const start = this.#starts[run]!;
        const end = this.#ends[run]!;
        if (end < from) return;
        for (let seq = end < to ? end : to; seq >= start && seq >= from; seq -= 1n) yield seq;
      }
    } else {
      for (let run = Math.max(0, this.#runBefore(from)); run < this.#starts.length; run += 1) {
        const start = this.#starts[run]!;
        const end = this.#ends[run]!;
        if (start > to) return;
        for (let seq = start < from ? from : start; seq <= end && seq <= to; seq += 1n) yield seq;
      }
    }
  }

  /** The runs as [start, end], ascending. */
  runs(): (readonly [bigint, bigint])[] {
    return this.#starts.map((start, run) => [start, this.#ends[run]!]);
  }

  /** @returns undefined where these are not the runs of a set */
  static ofRuns(runs: Iterable<readonly [bigint, bigint]>): SequenceSet | undefined {
    const set = new SequenceSet();
    for (const [start, end] of runs) {
      const last = set.last;
      if (start > end || (last !== undefined && start <= last + 1n)) return undefined;
      set.#insert(set.#starts.length, start, end);
    }
    return set;
  }
}

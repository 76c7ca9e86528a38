/** What happens to the packets of one direction of one link. Pure. */

export interface Weather {
  /** Of every packet, milliseconds one way, and up to so much more, drawn for each; without overtaking. */
  readonly delayMs: number;
  readonly jitterMs: number;
  /** Shares of the packets, 0 to 1. */
  readonly lost: number;
  readonly doubled: number;
  /** Held back by 2 to 30 ms, so that others overtake them. */
  readonly reordered: number;
  /** 0: any. */
  readonly kbitPerSecond: number;
  /** What may wait where the rate is full, bytes; more is lost. */
  readonly queueBytes: number;
  /** Packets above this many bytes are gone without a word; 0: any size passes. */
  readonly largest: number;
  /** `silent`: nothing passes. `reset`: TCP is answered with a reset, as by a firewall that forgot the connection. */
  readonly shut: 'no' | 'silent' | 'reset';
}

/** A good link between two towns. */
export const CALM: Weather = {
  delayMs: 5,
  jitterMs: 0,
  lost: 0,
  doubled: 0,
  reordered: 0,
  kbitPerSecond: 0,
  queueBytes: 64 * 1024,
  largest: 0,
  shut: 'no',
};

export const SILENT: Weather = { ...CALM, shut: 'silent' };
export const RESET: Weather = { ...CALM, shut: 'reset' };

const PER_MILLION = 1_000_000;

/** The numbers of `set` (switch.c), in its order. */
export const encodeWeather = (weather: Weather): string =>
  [
    weather.delayMs * 1_000,
    weather.jitterMs * 1_000,
    weather.lost * PER_MILLION,
    weather.doubled * PER_MILLION,
    weather.reordered * PER_MILLION,
    weather.kbitPerSecond * 1_000,
    weather.queueBytes,
    weather.largest,
    weather.shut === 'silent' ? 1 : 0,
    weather.shut === 'reset' ? 1 : 0,
  ]
    .map((value) => Math.round(value))
    .join(' ');

const COUNTS = ['passed', 'lost', 'doubled', 'reordered', 'full', 'large', 'blocked', 'rejected'] as const;
/** Packets by their fate. */
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** Over all directions, from an answer to `count`. */
export function sumCounts(answer: string): Counts {
  const sums = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Record<keyof Counts, number>;
  for (const way of answer.split(' ').filter((part) => part !== '')) {
    const [, , ...numbers] = way.split(':').map(Number);
    for (const [i, name] of COUNTS.entries()) sums[name] += numbers[i] ?? 0;
  }
  return sums;
}

/** Which promise a storm has broken (shared/scenarios.md: L D E C M S), from what each side was told and shows now. Pure. */
import type { JournalEntries } from './journal.ts';
import type { HistoryAnswer, StatusAnswer } from './peer-orders.ts';
import type { Witnessed } from './witness.ts';

export const PROMISES = ['L', 'D', 'E', 'C', 'M', 'S'] as const;
export type Promised = (typeof PROMISES)[number];

export interface Broken {
  readonly promise: Promised;
  readonly what: string;
}

/** One side at the end. */
export interface Side {
  readonly name: string;
  readonly journal: JournalEntries;
  readonly history: HistoryAnswer;
  readonly status: StatusAnswer;
  readonly witnessed: Witnessed;
}

/** Far above what a peer needs for some thousand texts, far below what a leak of them would take. */
const MOST_RSS_MIB = 512;
/** Numbers that one sentence names. */
const NAMED = 10;

const some = (numbers: readonly number[]): string =>
  `${numbers.slice(0, NAMED).join(', ')}${numbers.length > NAMED ? `, … (${numbers.length})` : ''}`;

/** What one direction has lost, doubled or disordered. */
export function judgeDirection(from: Side, to: Side): Broken[] {
  const broken: Broken[] = [];
  const say = (promise: Promised, what: string): void => {
    broken.push({ promise, what: `${from.name} → ${to.name}: ${what}` });
  };
  const shown = new Set(to.history.incoming);
  const own = new Set(from.history.outgoing);

  const lost = from.journal.acknowledged.filter((number) => !shown.has(number));
  if (lost.length > 0) say('L', `acknowledged and not shown: ${some(lost)}`);
  const forgotten = from.journal.acknowledged.filter((number) => !own.has(number));
  if (forgotten.length > 0) say('L', `acknowledged and not in the sender’s own history: ${some(forgotten)}`);
  const kept = from.history.outgoing.filter((number) => !shown.has(number));
  if (kept.length > 0) say('L', `in the sender’s history and not shown: ${some(kept)}`);

  const seen = new Set<number>();
  const doubled = to.history.incoming.filter((number) => seen.size === seen.add(number).size);
  if (doubled.length > 0) say('D', `shown more than once: ${some(doubled)}`);
  const disordered = to.history.incoming.filter((number, i, all) => number < (all[i - 1] ?? 0));
  if (disordered.length > 0) say('D', `shown behind a later one: ${some(disordered)}`);
  const again = from.history.outgoing.filter((number, i, all) => number <= (all[i - 1] ?? 0));
  if (again.length > 0) say('D', `doubled or disordered in the sender’s own history: ${some(again)}`);
  const ghosts = to.history.incoming.filter((number) => !own.has(number));
  // It left before it was on disk.
  if (ghosts.length > 0) say('S', `shown, and the sender knows nothing of it: ${some(ghosts)}`);

  const { undelivered } = from.history;
  if (undelivered.length > 0) {
    say(
      'C',
      `not known as delivered: ${some(undelivered.map(({ number }) => number))} (${undelivered[0]?.state ?? ''})`,
    );
  }
  return broken;
}

/** What one side itself has to answer for. */
export function judgeSide(side: Side): Broken[] {
  const broken: Broken[] = [];
  const say = (promise: Promised, what: string): void => {
    broken.push({ promise, what: `${side.name}: ${what}` });
  };
  const { reused, envelopes } = side.witnessed;
  if (reused > 0) say('S', `${reused} message keys have sealed two envelopes`);
  if (envelopes === 0) say('S', 'no envelope was seen leaving: nothing is known of their keys');
  const faults = side.journal.rejected.filter(({ code }) => code === 'fault');
  if (faults.length > 0) say('E', `${faults.length} texts were refused without a code`);
  if (side.status.missing.length > 0) say('C', `does not work at the end: ${side.status.missing.join(', ')}`);
  if (side.status.waiting > 0) say('C', `${side.status.waiting} contents still wait`);
  if (side.status.rssMiB > MOST_RSS_MIB) say('M', `${side.status.rssMiB} MiB of memory`);
  return broken;
}

export const judge = (a: Side, b: Side): Broken[] => [
  ...judgeDirection(a, b),
  ...judgeDirection(b, a),
  ...judgeSide(a),
  ...judgeSide(b),
];

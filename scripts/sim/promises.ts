/** Which promise a storm has broken (shared/scenarios.md: L D E C M S), from what each side was told and shows now. Pure. */
import type { JournalEntries } from './journal.ts';
import type { HistoryAnswer, StatusAnswer } from './peer-orders.ts';
import type { Witnessed } from './witness.ts';

export const PROMISES = ['L', 'D', 'E', 'C', 'M', 'S'] as const;
export type Promised = (typeof PROMISES)[number];

export interface Broken {
  readonly promise: Promised;
  readonly what: string;
  /** Of acknowledged messages that are not shown. */
  readonly lost?: number;
}

/** One side's part in the conversation with one friend. */
export interface Part {
  readonly journal: JournalEntries;
  readonly history: HistoryAnswer;
}

/** One side at the end. */
export interface Side {
  readonly name: string;
  /** By the friend's name. */
  readonly parts: Readonly<Record<string, Part>>;
  readonly status: StatusAnswer;
  readonly witnessed: Witnessed;
}

/** Far above what a peer needs for some thousand texts, far below what a leak of them would take. */
const MOST_RSS_MIB = 512;
/** Numbers that one sentence names. */
const NAMED = 10;

const some = (numbers: readonly number[]): string =>
  `${numbers.slice(0, NAMED).join(', ')}${numbers.length > NAMED ? `, … (${numbers.length})` : ''}`;

/** What one direction of a conversation has lost, doubled or disordered. */
function judgeDirection(direction: string, { journal, history }: Part, to: HistoryAnswer): Broken[] {
  const broken: Broken[] = [];
  const say = (promise: Promised, what: string, numbers: readonly number[]): void => {
    if (numbers.length > 0) broken.push({ promise, what: `${direction}: ${what}: ${some(numbers)}` });
  };
  const shown = new Set(to.incoming);
  const own = new Set(history.outgoing);

  const { acknowledged } = journal;
  const lost = missingIn(acknowledged, shown);
  if (lost.length > 0) {
    broken.push({ promise: 'L', what: `${direction}: acknowledged and not shown: ${some(lost)}`, lost: lost.length });
  }
  say('L', 'acknowledged and not in the sender’s own history', missingIn(acknowledged, own));
  say('L', 'in the sender’s history and not shown', missingIn(history.outgoing, shown));

  const seen = new Set<number>();
  const doubled = to.incoming.filter((number) => seen.size === seen.add(number).size);
  say('D', 'shown more than once', doubled);
  const disordered = to.incoming.filter((number, i, all) => number < (all[i - 1] ?? 0));
  say('D', 'shown behind a later one', disordered);
  const again = history.outgoing.filter((number, i, all) => number <= (all[i - 1] ?? 0));
  say('D', 'doubled or disordered in the sender’s own history', again);
  // It left before it was on disk.
  say('S', 'shown, and the sender knows nothing of it', missingIn(to.incoming, own));

  // Who died between the refusal and the mending could not take it back.
  const refused = journal.rejected.filter(({ number, mended }) => mended && (shown.has(number) || own.has(number)));
  say(
    'E',
    `refused (${refused[0]?.code ?? ''}) and sent all the same`,
    refused.map(({ number }) => number),
  );
  const { undelivered } = history;
  say(
    'C',
    `not known as delivered (${undelivered[0]?.state ?? ''})`,
    undelivered.map(({ number }) => number),
  );
  return broken;
}

const missingIn = (numbers: readonly number[], set: ReadonlySet<number>): number[] =>
  numbers.filter((number) => !set.has(number));

/** What one side itself has to answer for. */
function judgeSide(side: Side): Broken[] {
  const broken: Broken[] = [];
  const say = (promise: Promised, what: string): void => {
    broken.push({ promise, what: `${side.name}: ${what}` });
  };
  const { reused, envelopes } = side.witnessed;
  if (reused > 0) say('S', `${reused} message keys have sealed two envelopes`);
  if (envelopes === 0) say('S', 'no envelope was seen leaving: nothing is known of their keys');
  const rejected = Object.values(side.parts).flatMap(({ journal }) => journal.rejected);
  const faults = rejected.filter(({ code }) => code === 'fault');
  if (faults.length > 0) say('E', `${faults.length} texts were refused without a code`);
  if (side.status.missing.length > 0) say('C', `does not work at the end: ${side.status.missing.join(', ')}`);
  if (side.status.waiting > 0) say('C', `${side.status.waiting} contents still wait`);
  if (side.status.rssMiB > MOST_RSS_MIB) say('M', `${side.status.rssMiB} MiB of memory`);
  return broken;
}

/** @param sides all of a world, each friends with each */
export function judge(sides: readonly Side[]): Broken[] {
  const broken = sides.flatMap(judgeSide);
  for (const from of sides) {
    for (const to of sides) {
      const [sent, received] = [from.parts[to.name], to.parts[from.name]];
      if (sent === undefined || received === undefined) continue;
      broken.push(...judgeDirection(`${from.name} → ${to.name}`, sent, received.history));
    }
  }
  return broken;
}

/** One list: two whole peers, what happens to them, calm, and what must be true then. */
import { STATE } from '../../node/core/rows.ts';
import { MAX_SESSIONS } from '../../node/flows/lane.ts';
import { Chance } from './chance.ts';
import { happen, setServer, type Event, type Stage } from './events.ts';
import { Mailboxes } from './mailboxes.ts';
import { Person } from './person.ts';
import { EndlessWork, Scheduler } from './scheduler.ts';
import { compareTouched } from './touching.ts';
import { other, Witness, type Broken, type Who } from './witness.ts';
import { Wires } from './wires.ts';

/** Calm lasts until everything has arrived: all waits of the product are shorter than this (retries, redials and questions: 10 minutes). */
const CALM_MS = 60 * 60_000;
/** One exchange over a link that is up. */
const EXCHANGE_MS = 2 * 60_000;
const MAX_EXCHANGES = 10;
/** Receipts that are on the way when everything has arrived. */
const AFTERWARDS_MS = 30_000;
/** Timers that two quiet peers may have left. */
const MAX_TIMERS = 16;

/** What is wrong with the world of a list that must fail: promises that the flows rely on. */
export type Defect =
  /** The disk says "written" before it is. */
  | 'early-disk'
  /** The link acknowledges what was not taken yet. */
  | 'early-link'
  /** A new process draws what the one before it drew. */
  | 'same-random';

export interface ListResult {
  readonly broken: Broken | undefined;
  readonly steps: number;
  readonly acknowledged: number;
  readonly shown: number;
  readonly exchanges: number;
}

export interface ListOptions {
  readonly defect?: Defect;
  /** In calm the two still do not reach each other: there is the mailbox alone. */
  readonly linkless?: boolean;
}

/** @param seed latencies, keys, ids: everything that is no event */
export async function runList(
  seed: number,
  events: readonly Event[],
  { defect, linkless = false }: ListOptions = {},
): Promise<ListResult> {
  const scheduler = new Scheduler();
  const witness = new Witness();
  const onRejection = (error: unknown): void => {
    witness.fail('C', `a promise that nobody awaits: ${error instanceof Error ? error.stack! : String(error)}`);
  };
  const uninstall = scheduler.install();
  process.on('unhandledRejection', onRejection);
  let exchanges = 0;
  try {
    const stage = build(seed, scheduler, witness, defect);
    for (const person of stage.people) await person.begin();
    for (const event of events) {
      if (witness.broken !== undefined) break;
      await happen(stage, event);
    }
    if (witness.broken === undefined) exchanges = await judge(stage, witness, linkless);
    await scheduler.pass(0);
  } catch (error) {
    if (error instanceof EndlessWork) witness.fail('M', 'work that never ends');
    else onRejection(error);
  } finally {
    process.off('unhandledRejection', onRejection);
    uninstall();
  }
  const { fates, shown, broken } = witness;
  const acknowledged = fates.flat().filter((fate) => fate === 'acknowledged').length;
  return { broken, steps: scheduler.steps, acknowledged, shown: shown.flat().length, exchanges };
}

function build(seed: number, scheduler: Scheduler, witness: Witness, defect: Defect | undefined): Stage {
  const wires = new Wires(scheduler, new Chance(seed, 1), witness);
  const mailboxes = new Mailboxes(scheduler, new Chance(seed, 2), witness);
  wires.acknowledgesEarly = defect === 'early-link';
  const world = {
    scheduler,
    witness,
    wires,
    mailboxes,
    seed,
    defect,
    friendOf: (who: Who): Person => people[other(who)],
  };
  const people = [new Person(0, world), new Person(1, world)] as const;
  mailboxes.onMail = (who) => {
    const { process } = people[who];
    if (process?.signedIn === true) process.messaging.mailWaiting();
  };
  return { scheduler, wires, mailboxes, people, witness };
}

/** Whatever was broken works again, and nobody lies any more. What is wrong already (mail that was lost, a clock) stays so. */
function calm(stage: Stage, linkless: boolean): void {
  const { wires, mailboxes, people } = stage;
  wires.connected = !linkless;
  if (linkless) wires.cut([0, 0]);
  wires.delay = 1;
  mailboxes.busy = 0;
  mailboxes.unanswered = 0;
  mailboxes.refused = 0;
  mailboxes.corrupting = 0;
  mailboxes.forgetting = 0;
  for (const who of [0, 1] as const) {
    const person = people[who];
    person.death = undefined;
    person.diskDelay = 0;
    person.disk.failures = 0;
    person.disk.crowded = false;
    mailboxes.quiet[who] = false;
    mailboxes.withheld[who] = false;
    person.start();
  }
  setServer(stage, false);
}

/** @returns how many exchanges it took until both sides opened everything at once */
async function judge(stage: Stage, witness: Witness, linkless: boolean): Promise<number> {
  const { scheduler, people } = stage;
  calm(stage, linkless);
  const wasRestored = witness.restored.includes(true);
  // A copy does not know that it is one, and its friend does not either: over a link both say where they stand, through a mailbox only
  // with the next text.
  let mayLack = wasRestored && linkless;
  const isQuiet = (): boolean =>
    witness.broken !== undefined ||
    people.every(
      (person) =>
        person.process?.messaging.outbox().waiting === 0 &&
        !witness.fates[person.who].includes('called') &&
        (mayLack || witness.missing(person.who).length === 0),
    );
  await scheduler.until(isQuiet, CALM_MS);
  complain(stage, witness, 'after an hour of calm', mayLack);
  await scheduler.pass(AFTERWARDS_MS);
  mayLack = false;
  let exchanges = 0;
  for (let agreed = false; !agreed && witness.broken === undefined;) {
    exchanges += 1;
    const before = witness.unopened;
    // Two of each, so that they have an order, where that is not seen before.
    for (const person of wasRestored ? [...people, ...people] : people) person.send(0);
    await scheduler.until(isQuiet, wasRestored && exchanges === 1 ? CALM_MS : EXCHANGE_MS);
    agreed = witness.unopened === before;
    complain(stage, witness, 'of an exchange in calm');
    // Whoever was copied back has heard by now how far the friend knows it.
    if (wasRestored && exchanges === 1) {
      witness.keepsOrderFrom();
      agreed = false;
    }
    if (exchanges > MAX_EXCHANGES) witness.fail('H', `still not understood after ${MAX_EXCHANGES} exchanges`);
  }
  for (const person of people) person.read(0);
  await scheduler.pass(AFTERWARDS_MS);
  if (witness.broken === undefined) examine(stage, witness);
  return exchanges;
}

function complain({ people }: Stage, witness: Witness, when: string, mayLack = false): void {
  for (const { who, process } of people) {
    const missing = mayLack ? [] : witness.missing(who);
    if (missing.length > 0) witness.fail('L', `${other(who)} does not show ${who}'s ${missing.join(', ')} ${when}`);
    const waiting = process?.messaging.outbox().waiting;
    if (waiting !== 0) witness.fail('H', `${who}'s outbox has ${waiting ?? 'nobody who counts, and'} left ${when}`);
    if (witness.fates[who].includes('called')) witness.fail('H', `a send of ${who} was never answered`);
  }
}

function examine({ people, scheduler }: Stage, witness: Witness): void {
  compareTouched(people, witness);
  for (const person of people) {
    const { who, process } = person;
    const wrong = person.states().filter((state) => state !== STATE.read && state !== STATE.failed);
    if (wrong.length > 0) {
      witness.fail('S', `${who} has texts in state ${wrong.join(', ')} which the friend has read`);
    }
    const outbox = person.rows('outbox').length;
    const sessions = person.rows('sessions').length;
    if (outbox > 0) witness.fail('H', `${outbox} rows in the outbox of ${who}`);
    if (sessions > MAX_SESSIONS) witness.fail('M', `${sessions} sessions of ${who}`);
    for (const lane of process?.messaging.lanes() ?? []) {
      const held = [...lane.held.values()].reduce((sum, rows) => sum + rows.size, 0);
      if (held > 0) witness.fail('M', `${held} contents held by ${who}`);
      if (lane.sessions.size > MAX_SESSIONS) witness.fail('M', `${lane.sessions.size} sessions in memory of ${who}`);
      if (lane.opened.size > witness.envelopes)
        witness.fail('M', `${lane.opened.size} envelope ids in memory of ${who}`);
    }
  }
  if (scheduler.waiting > MAX_TIMERS) witness.fail('M', `${scheduler.waiting} timers are left`);
}

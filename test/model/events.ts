/** What may happen to two people, as data: fast-check draws lists of it, shortens them, and prints what is left. */
import fc from 'fast-check';
import type { Mailboxes } from './mailboxes.ts';
import type { Person } from './person.ts';
import type { Scheduler } from './scheduler.ts';
import { touch, type Touch } from './touching.ts';
import { other, type Who, type Witness } from './witness.ts';
import type { Wires } from './wires.ts';

type Lie = 'forget' | 'withhold' | 'release' | 'reorder' | 'repeat' | 'corrupt' | 'lose' | 'quiet';

export type Event =
  | { readonly type: 'send'; readonly who: Who; readonly count: number; readonly padding: number }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'network'; readonly up: boolean }
  | { readonly type: 'slow'; readonly ms: number }
  | { readonly type: 'dial' | 'clear' | 'archive'; readonly who: Who }
  | { readonly type: 'read'; readonly who: Who; readonly behind: number }
  | { readonly type: 'touch'; readonly how: Touch; readonly who: Who; readonly behind: number }
  | { readonly type: 'cut'; readonly notice: readonly [number, number] }
  | { readonly type: 'server'; readonly away: boolean }
  | { readonly type: 'busy' | 'unanswered' | 'refused'; readonly count: number }
  | { readonly type: 'lie'; readonly lie: Lie; readonly who: Who }
  | {
      readonly type: 'crash';
      readonly who: Who;
      readonly crossings: number;
      readonly rest: number;
      readonly notice: number;
    }
  | { readonly type: 'leave' | 'restore'; readonly who: Who; readonly rest: number }
  | { readonly type: 'disk'; readonly who: Who; readonly fault: 'full' | 'failed' | 'crowded' | 'slow' }
  | { readonly type: 'jump'; readonly who: Who; readonly ms: number };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const who = fc.constantFrom<Who>(0, 1);
const rest = fc.constantFrom(0, 100, 20 * SECOND);
const notice = fc.constantFrom(0, 5, 15 * SECOND);

const touches = fc.constantFrom<Touch>('react', 'react', 'edit', 'edit', 'take back', 'hide');

const simple = <T extends string>(type: T) => fc.record({ type: fc.constant(type), who });

const WEIGHTED = [
  {
    weight: 22,
    arbitrary: fc.record({
      type: fc.constant('send'),
      who,
      count: fc.constantFrom(1, 1, 1, 2, 3, 8),
      padding: fc.constantFrom(0, 0, 0, 300, 5_000),
    }),
  },
  {
    weight: 22,
    arbitrary: fc.record({
      type: fc.constant('wait'),
      ms: fc.constantFrom(0, 1, 3, 10, 30, 100, 350, 3 * SECOND, 6 * SECOND, 20 * SECOND, 2 * MINUTE, 25 * MINUTE),
    }),
  },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('network'), up: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('slow'), ms: fc.constantFrom(0, 400, 4 * SECOND) }) },
  { weight: 4, arbitrary: simple('dial') },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('read'), who, behind: fc.constantFrom(0, 0, 1, 3) }) },
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('touch'), how: touches, who, behind: fc.constantFrom(0, 0, 1, 3) }),
  },
  { weight: 1, arbitrary: simple('clear') },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('cut'), notice: fc.tuple(notice, notice) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('server'), away: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('busy', 'unanswered', 'refused'),
      count: fc.constantFrom(1, 2, 5),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      type: fc.constant('lie'),
      lie: fc.constantFrom<Lie>('forget', 'withhold', 'release', 'reorder', 'repeat', 'corrupt', 'lose', 'quiet'),
      who,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('crash'),
      who,
      crossings: fc.integer({ min: 0, max: 12 }),
      rest,
      notice,
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('leave'), who, rest }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('disk'),
      who,
      fault: fc.constantFrom('full', 'failed', 'crowded', 'slow'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('jump'),
      who,
      ms: fc.constantFrom(-10 * DAY, -MINUTE, MINUTE, 10 * DAY, 40 * DAY, 3_650 * DAY, -3_650 * DAY),
    }),
  },
] as const;

const RESTORES = [
  { weight: 4, arbitrary: simple('archive') },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('restore'), who, rest }) },
] as const;

const MAX_EVENTS = 32;

const some = (event: fc.Arbitrary<Event>, minLength: number, maxLength: number): fc.Arbitrary<Event[]> =>
  fc.array(event, { minLength, maxLength, size: 'max' });

/** A copy is made and put back in each list, and something happens between: by chance alone both are there in few. */
function withRestores(): fc.Arbitrary<Event[]> {
  const part = some(fc.oneof(...WEIGHTED, ...RESTORES), 0, Math.floor(MAX_EVENTS / 3));
  return fc
    .tuple(part, simple('archive'), part, rest, part)
    .map(([before, archive, between, pause, after]): Event[] => {
      const restore = { type: 'restore', who: archive.who, rest: pause } as const;
      return [...before, archive, ...between, restore, ...after];
    });
}

/** Lists of events; `restores`: profiles are also replaced by older copies of themselves. */
export const eventLists = (restores: boolean): fc.Arbitrary<Event[]> =>
  restores ? withRestores() : some(fc.oneof(...WEIGHTED), 1, MAX_EVENTS);

export interface Stage {
  readonly scheduler: Scheduler;
  readonly wires: Wires;
  readonly mailboxes: Mailboxes;
  readonly people: readonly [Person, Person];
  readonly witness: Witness;
}

/** Lets one event happen. What it begins goes on while the next ones happen. */
export async function happen({ scheduler, wires, mailboxes, people, witness }: Stage, event: Event): Promise<void> {
  switch (event.type) {
    case 'send':
      for (let i = 0; i < event.count; i += 1) people[event.who].send(event.padding);
      break;
    case 'wait':
      await scheduler.pass(event.ms);
      break;
    case 'network':
      wires.connected = event.up;
      if (!event.up) wires.cut([0, 0]);
      break;
    case 'slow':
      wires.delay = 1 + event.ms;
      break;
    case 'dial':
      people[event.who].process?.messaging.retry(people[event.who].friend);
      break;
    case 'read':
      people[event.who].read(event.behind);
      break;
    case 'touch':
      touch(people[event.who], witness, event.how, event.behind);
      break;
    case 'clear':
      people[event.who].clear();
      break;
    case 'archive':
      people[event.who].archive();
      break;
    case 'cut':
      wires.cut(event.notice);
      break;
    case 'server':
      setServer({ mailboxes, people }, event.away);
      break;
    case 'busy':
    case 'unanswered':
    case 'refused':
      mailboxes[event.type] = event.count;
      break;
    case 'lie':
      tellLie(mailboxes, event.lie, event.who);
      break;
    case 'crash': {
      const { crossings, rest: pause, notice: noticed } = event;
      people[event.who].death = { crossings, rest: pause, notice: noticed };
      break;
    }
    case 'leave':
      people[event.who].leave(event.rest);
      break;
    case 'restore':
      people[event.who].restore(event.rest);
      break;
    case 'disk':
      breakDisk(people[event.who], event.fault);
      break;
    case 'jump':
      people[event.who].wallOffset += event.ms;
      break;
  }
}

/** The server goes, or comes back and everybody signs in. */
export function setServer({ mailboxes, people }: Pick<Stage, 'mailboxes' | 'people'>, away: boolean): void {
  if (mailboxes.away === away) return;
  mailboxes.away = away;
  for (const person of people) {
    if (away) person.signOut();
    else person.signIn();
  }
}

function tellLie(mailboxes: Mailboxes, lie: Lie, victim: Who): void {
  switch (lie) {
    case 'forget':
      mailboxes.forgetting = 1;
      break;
    case 'withhold':
      mailboxes.withheld[victim] = true;
      break;
    case 'release':
      mailboxes.withheld[victim] = false;
      mailboxes.onMail(victim);
      break;
    case 'reorder':
    case 'repeat':
    case 'corrupt':
    case 'lose':
      mailboxes[lie](victim);
      break;
    case 'quiet':
      mailboxes.quiet[victim] = !mailboxes.quiet[other(victim)];
      break;
  }
}

function breakDisk(person: Person, fault: 'full' | 'failed' | 'crowded' | 'slow'): void {
  if (fault === 'slow') person.diskDelay = 200;
  else if (fault === 'crowded') person.disk.crowded = true;
  else {
    person.disk.failures = 1;
    person.disk.failsWith = fault === 'full' ? 'disk-full' : 'store-failed';
  }
}

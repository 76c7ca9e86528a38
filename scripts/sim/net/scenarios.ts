/** Bad weather by name: what happens when, drawn from the run's seed, and which row of shared/scenarios.md it stands for. Pure. */
import type { Dice } from '../random.ts';
import { CALM, RESET, SILENT, type Counts, type Weather } from './weather.ts';

/** Unordered: both directions. */
export type Link = 'friends' | 'alice-server' | 'bob-server';
export const LINKS: readonly Link[] = ['friends', 'alice-server', 'bob-server'];

export interface Change {
  readonly from: 'server' | 'alice' | 'bob';
  readonly to: 'server' | 'alice' | 'bob';
  readonly weather: Weather;
}

export interface Step {
  /** Milliseconds after the weather began. */
  readonly at: number;
  readonly changes: readonly Change[];
}

/** What a run has seen of its bad weather. */
export interface Seen {
  readonly counts: Counts;
  readonly byMailbox: number;
  /** The later of the two peers' last arrivals over the direct link while the weather was bad, milliseconds after its beginning. */
  readonly lastDirectMs: number;
}

export interface Scenario {
  readonly name: string;
  readonly row: 30 | 31 | 32 | 33;
  readonly what: string;
  /** Texts a second from each side, in bursts with pauses. Below 1, one by one. */
  readonly perSecond: number;
  /** Bad weather lasts as long at least, milliseconds: what is shorter has no time for what the row is about. */
  readonly leastMs?: number;
  /** @param mostMs it may go on for so long, while `happened` does not hold */
  readonly steps: (dice: Dice, ms: number, mostMs: number) => readonly Step[];
  /** False: the weather did not do what the row is about, so the run has shown nothing. */
  readonly happened: (seen: Seen, ms: number) => boolean;
  /** The row promises that it goes on within RESUMES_MS once the weather is good. */
  readonly resumes: boolean;
}

/** Row 32's promise. */
export const RESUMES_MS = 10_000;

/** 50 ms there and back. */
const FAR: Weather = { ...CALM, delayMs: 25 };
const SLOW: Weather = { ...CALM, delayMs: 500, kbitPerSecond: 32, queueBytes: 16_000 };

const ENDS = {
  friends: ['alice', 'bob'],
  'alice-server': ['alice', 'server'],
  'bob-server': ['bob', 'server'],
} as const;

export function onLinks(links: readonly Link[], weather: Weather): Change[] {
  return links.flatMap((link) => {
    const [from, to] = ENDS[link];
    return [
      { from, to, weather },
      { from: to, to: from, weather },
    ];
  });
}

const always = (weather: Weather) => (): readonly Step[] => [{ at: 0, changes: onLinks(LINKS, weather) }];

/**
 * One link shut and open in turns, seconds each. The first time long enough and loud enough for a hand-over to the mailbox, and open
 * about as long as the pauses between two dials, so that some come through and others do not.
 */
function flaps(dice: Dice, _: number, ms: number): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < ms;) {
    const first = at === 0;
    steps.push({ at, changes: onLinks(['friends'], first || dice.chance(0.6) ? RESET : SILENT) });
    at += dice.between(first ? 3_000 : 1_000, 4_000);
    steps.push({ at, changes: onLinks(['friends'], CALM) });
    at += dice.between(4_000, 8_000);
  }
  return steps.filter((step) => step.at < ms);
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'loss5',
    row: 30,
    what: '5 % loss at 50 ms round trip',
    perSecond: 20,
    steps: always({ ...FAR, lost: 0.05 }),
    happened: ({ counts }) => counts.lost > 0,
    resumes: false,
  },
  {
    name: 'loss20',
    row: 30,
    what: '20 % loss at 50 ms round trip',
    perSecond: 10,
    steps: always({ ...FAR, lost: 0.2 }),
    happened: ({ counts }) => counts.lost > 0,
    resumes: false,
  },
  {
    name: 'doubles',
    row: 30,
    what: '20 % of the packets twice',
    perSecond: 50,
    steps: always({ ...FAR, doubled: 0.2 }),
    happened: ({ counts }) => counts.doubled > 0,
    resumes: false,
  },
  {
    name: 'reorder',
    row: 30,
    what: '20 % of the packets overtaken',
    perSecond: 50,
    steps: always({ ...FAR, reordered: 0.2 }),
    happened: ({ counts }) => counts.reordered > 0,
    resumes: false,
  },
  {
    name: 'delay',
    row: 30,
    what: '300 ms each way, up to 200 ms more',
    perSecond: 50,
    steps: always({ ...CALM, delayMs: 300, jitterMs: 200 }),
    happened: ({ lastDirectMs }) => lastDirectMs > 0,
    resumes: false,
  },
  {
    name: 'flaps',
    row: 31,
    what: 'link of the friends shut and open every few seconds',
    perSecond: 50,
    leastMs: 24_000,
    steps: flaps,
    // Over to the mailbox and back to the link.
    happened: ({ counts, byMailbox, lastDirectMs }) => counts.rejected > 0 && byMailbox > 0 && lastDirectMs > 4_000,
    resumes: true,
  },
  {
    name: 'one-way-there',
    row: 32,
    what: 'nothing from alice reaches bob',
    perSecond: 10,
    steps: () => [{ at: 0, changes: [{ from: 'alice', to: 'bob', weather: SILENT }] }],
    happened: ({ counts }) => counts.blocked > 0,
    resumes: true,
  },
  {
    name: 'one-way-back',
    row: 32,
    what: 'nothing from bob reaches alice',
    perSecond: 10,
    steps: () => [{ at: 0, changes: [{ from: 'bob', to: 'alice', weather: SILENT }] }],
    happened: ({ counts }) => counts.blocked > 0,
    resumes: true,
  },
  {
    name: 'slow',
    row: 32,
    what: '32 kbit/s at 1 s round trip',
    perSecond: 0.5,
    // In the middle the friends' connection is lost, so that a new one must come up in this weather.
    steps: (_, ms) => [
      { at: 0, changes: onLinks(LINKS, SLOW) },
      { at: ms / 3, changes: onLinks(['friends'], RESET) },
      { at: ms / 3 + 1_500, changes: onLinks(['friends'], SLOW) },
    ],
    happened: ({ lastDirectMs }, ms) => lastDirectMs > ms / 3,
    resumes: true,
  },
  {
    name: 'slow-pile',
    row: 32,
    what: 'what piled up in a cut, through 32 kbit/s at 1 s round trip',
    perSecond: 5,
    steps: (_, ms) => [
      { at: 0, changes: onLinks(LINKS, SILENT) },
      { at: ms / 3, changes: onLinks(LINKS, SLOW) },
    ],
    happened: ({ counts }) => counts.blocked > 0 && counts.passed > 0,
    resumes: true,
  },
  {
    name: 'mtu-hole',
    row: 32,
    what: 'packets above 900 bytes vanish between the friends',
    perSecond: 10,
    steps: () => [{ at: 0, changes: onLinks(['friends'], { ...CALM, largest: 900 }) }],
    happened: ({ counts }) => counts.large > 0,
    resumes: true,
  },
  {
    name: 'server-away',
    row: 33,
    what: 'the server out of reach, the friends’ connection lost too',
    perSecond: 50,
    leastMs: 16_000,
    steps: (_, ms) => [
      { at: 0, changes: onLinks(['alice-server', 'bob-server'], SILENT) },
      { at: ms / 4, changes: onLinks(['friends'], RESET) },
      { at: ms / 4 + 1_000, changes: onLinks(['friends'], CALM) },
    ],
    // Friends go on: also over a connection that was made without any server.
    happened: ({ counts, lastDirectMs }, ms) => counts.blocked > 0 && lastDirectMs > ms / 2,
    resumes: true,
  },
];

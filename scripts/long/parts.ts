/**
 * The parts of the long run. A part is a command line of its own: given the same folder it goes on where it was, writes what it has
 * so far into the result file (part.ts) again and again, ends with 0 (all kept), 1 (something is broken) or 3 (not finished), and
 * may be killed at any moment. It ends by itself when its IPC channel closes: whoever started it is gone.
 */
import { join } from 'node:path';

export interface PartCall {
  /** Of this part alone; it may not be there yet. */
  readonly folder: string;
  readonly resultFile: string;
  readonly seed: number;
  /** Ends it in any case. */
  readonly minutes: number;
}

export interface Part {
  readonly name: string;
  readonly what: string;
  /** For Node, from the script's path on. */
  readonly command: (call: PartCall) => readonly string[];
}

const script = (name: string): string => join(import.meta.dirname, '..', name);

/** Together at least 1,000,000 acknowledged messages, 10,000 kills and 1,000 power cuts. */
const STORMS = {
  crash: { messages: 920_000, kills: 10_000 },
  power: { messages: 80_000, kills: 1_000 },
  // A world has three kills, and then three files are damaged.
  damage: { messages: 10_000, kills: 300 },
} as const;

const storm = (kind: keyof typeof STORMS, what: string): Part => ({
  name: kind,
  what,
  command: ({ folder, resultFile, seed, minutes }) => {
    const { messages, kills } = STORMS[kind];
    const goals = ['--messages', String(messages), '--kills', String(kills), '--minutes', String(minutes)];
    return [script('sim.ts'), kind, '--seed', String(seed), ...goals, '--state', folder, '--result', resultFile];
  },
});

/** A part whose script is here. */
const own = (name: string, what: string): Part => ({
  name,
  what,
  command: ({ folder, resultFile, seed, minutes }) => {
    const numbers = ['--seed', String(seed), '--minutes', String(minutes)];
    return [script(`long/${name}-part.ts`), '--folder', folder, '--result', resultFile, ...numbers];
  },
});

export const PARTS: readonly Part[] = [
  storm('crash', 'kill -9 at every step boundary; failing disks, a server away, clocks that jump'),
  storm('power', 'power cuts'),
  storm('damage', '300 flipped bits and lost ends of files'),
  own('model', '1,000,000 lists of everything that may happen to two peers in one process'),
  own('net', 'bad weather of every kind, cuts of 30 s, latency beside raw TCP'),
  own('doctor', 'scripted faults, and whether the doctor tells the cause of each'),
];

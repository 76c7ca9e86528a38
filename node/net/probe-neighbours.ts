/**
 * Who is there on the own network, by the system's table of neighbours (ARP): the only answer that no filter of the other machine keeps back.
 *
 * Linux trusts an entry for 15 to 45 seconds after it was confirmed (base_reachable_time), then, where packets go there, waits five more
 * (delay_first_probe_time) and asks three times in three (ucast_solicit). So "it is known" says nothing of now: `ip -s neigh` tells when it was
 * confirmed, and whoever keeps sending and looks again sees it fail or be confirmed anew.
 */
import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { isIPv4 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { OTHER_PORT } from './probe-dial.ts';
import { neighboursSeen } from './probe-machine.ts';

/** A local program that reads a table. */
const TOOL_MS = 1_500;
const MAX_OUTPUT = 512 * 1024;
const MAX_ENTRIES = 512;
const LOOK_MS = 500;
/** Three questions, a second each. */
const ASKED_MS = 3_300;

export interface NeighbourEntry {
  readonly address: string;
  readonly interface: string;
  /** complete: its hardware address is known; failed: it was asked and has not answered; asked: it is being asked. */
  readonly state: 'complete' | 'failed' | 'asked';
  /** At most so long ago it was confirmed; null: this system does not say. */
  readonly confirmedMs: number | null;
}

/** IPv4; null: this system does not say. */
export async function neighbourTable(): Promise<readonly NeighbourEntry[] | null> {
  const told = await run('ip', ['-s', '-j', '-4', 'neigh', 'show']);
  const parsed = told === null ? null : parseNeighbours(told);
  if (parsed !== null) return parsed;
  const known = await neighboursSeen();
  return (
    known?.map(({ address, interface: name, answers }) => ({
      ...{ address, interface: name, confirmedMs: null },
      state: answers ? ('complete' as const) : ('failed' as const),
    })) ?? null
  );
}

/** The JSON of iproute2. @returns null where it is none */
export function parseNeighbours(text: string): readonly NeighbourEntry[] | null {
  let rows: unknown;
  try {
    rows = JSON.parse(text.trim() === '' ? '[]' : text);
  } catch {
    return null;
  }
  if (!Array.isArray(rows)) return null;
  return rows.slice(0, MAX_ENTRIES).flatMap((row: unknown) => {
    const { dst, dev, lladdr, confirmed, state } = (row ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof dst !== 'string' || typeof dev !== 'string' || !isIPv4(dst) || !Array.isArray(state)) return [];
    const is = (...names: readonly string[]): boolean => names.some((name) => state.includes(name));
    if (is('NOARP', 'PERMANENT')) return [];
    const failed = is('FAILED');
    // Whole seconds, rounded down: up to one more.
    const confirmedMs = typeof confirmed === 'number' ? (confirmed + 1) * 1_000 : null;
    const complete = typeof lladdr === 'string' && !failed && !is('INCOMPLETE');
    return [
      {
        ...{ address: dst, interface: dev, confirmedMs: complete ? confirmedMs : null },
        state: complete ? ('complete' as const) : failed ? ('failed' as const) : ('asked' as const),
      },
    ];
  });
}

export type Presence = 'answers' | 'known' | 'silent' | null;

/**
 * Keeps sending to them until each is found to be there or not, or the time is over.
 *
 * @param isSettled asked after each look; true: what is open still is of no interest
 * @returns by address; null: nothing is known of it
 */
export async function presences(
  device: string,
  addresses: readonly string[],
  { startedAt, untilMs, knownBefore, isSettled }: PresenceOptions,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Presence>> {
  const found = new Map<string, Presence>(addresses.map((address) => [address, null]));
  const socket = createSocket('udp4');
  socket.on('error', () => undefined);
  try {
    for (;;) {
      const table = (await neighbourTable()) ?? [];
      const elapsed = performance.now() - startedAt;
      for (const address of addresses) {
        const entry = table.find((each) => each.address === address && each.interface === device);
        const isNew = !knownBefore.has(address);
        found.set(address, presenceOf(entry, found.get(address) ?? null, elapsed, isNew));
      }
      const open = addresses.filter((address) => found.get(address) === 'known' || found.get(address) === null);
      if (open.length === 0 || isSettled(found) || elapsed + LOOK_MS > untilMs || signal.aborted) return found;
      for (const address of open) socket.send('', OTHER_PORT, address, () => undefined);
      await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    socket.close();
  }
}

export interface PresenceOptions {
  /** By performance.now(): since then packets go to them. */
  readonly startedAt: number;
  /** Whose hardware address was known then; of another one it was told since. */
  readonly knownBefore: ReadonlySet<string>;
  /** Milliseconds after it. */
  readonly untilMs: number;
  readonly isSettled: (found: ReadonlyMap<string, Presence>) => boolean;
}

function presenceOf(entry: NeighbourEntry | undefined, before: Presence, elapsed: number, isNew: boolean): Presence {
  if (entry === undefined || entry.state === 'asked') return before;
  // Sooner it may have failed before anything was sent now.
  if (entry.state === 'failed') return elapsed < ASKED_MS ? before : 'silent';
  if (isNew) return 'answers';
  return entry.confirmedMs !== null && entry.confirmedMs < elapsed ? 'answers' : 'known';
}

/** @returns null where it cannot be run, or takes too long */
async function run(program: string, args: readonly string[]): Promise<string | null> {
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, LC_ALL: 'C' };
  return await new Promise((resolve) => {
    execFile(program, args, { timeout: TOOL_MS, maxBuffer: MAX_OUTPUT, encoding: 'utf8', env }, (error, out) => {
      resolve(error === null ? out : null);
    });
  });
}

/** A look at the memory of a program of the product that runs as a process of its own. */
import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { until } from '../support/until.ts';

export const MiB = 1024 * 1024;
/** What one hostile peer may cost (shared/../scenarios row 17). */
export const MAX_BYTES_PER_HOSTILE_PEER = 8 * MiB;
/** Readings in a row that must be alike, and by how much they may differ. */
const ALIKE = 6;
const SPREAD_BYTES = 512 * 1024;

/** /proc shows it, and no other system has it. */
export const CAN_LOOK = process.platform === 'linux';

/** Programs that start from now on, in this test, collect their garbage on SIGUSR2. */
export function collectOnSignal(): void {
  // The flavour that gives back to the system what it can.
  const collect = 'globalThis.gc({ execution: "sync", type: "major", flavor: "last-resort" })';
  const hook = encodeURIComponent(`process.on("SIGUSR2", () => ${collect});`);
  vi.stubEnv('NODE_OPTIONS', `--expose-gc --import=data:text/javascript,${hook}`);
}

/** Bytes of main memory that the process has now. */
export function residentBytes(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}

/** How closely a program is looked at before its memory counts as settled. */
export interface Look {
  readonly everyMs: number;
  /** Readings in a row that must be alike. */
  readonly alike: number;
}
const QUICK: Look = { everyMs: 100, alike: ALIKE };
/** For what goes with its time limit alone: kad-dht keeps that of each message, 10 s. */
export const PATIENT: Look = { everyMs: 1_000, alike: 12 };

/** The same when its garbage is gone and nothing moves any more. */
export async function settledBytes(pid: number, { everyMs, alike }: Look = QUICK): Promise<number> {
  const readings: number[] = [];
  return until(
    'memory that does not change any more',
    () => {
      process.kill(pid, 'SIGUSR2');
      readings.push(residentBytes(pid));
      const last = readings.slice(-alike);
      return last.length === alike && Math.max(...last) - Math.min(...last) < SPREAD_BYTES && last.at(-1);
    },
    { everyMs, timeoutMs: Math.max(20_000, 5 * alike * everyMs) },
  );
}

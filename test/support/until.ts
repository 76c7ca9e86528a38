/** Waits for a condition instead of a time. */
import { setTimeout as sleep } from 'node:timers/promises';

/** For `vi.waitFor`, whose own second is too short beside other work. */
export const PATIENCE = { timeout: 20_000, interval: 20 } as const;

/** The first value that is neither undefined nor false; fails, saying what it waited for, when it takes too long. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  { timeoutMs = 20_000, everyMs = 20 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<T> {
  const end = performance.now() + timeoutMs;
  while (true) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
    await sleep(everyMs);
  }
}

/** The processes that live in network namespaces, whoever started them. */
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NAMESPACES = '/run/netns';

/** @param names under /run/netns; one that is not there has nobody */
export function inhabitants(names: readonly string[]): number[] {
  const places = new Set<string>();
  for (const name of names) {
    const found = statSync(join(NAMESPACES, name), { throwIfNoEntry: false });
    if (found !== undefined) places.add(`net:[${found.ino}]`);
  }
  if (places.size === 0) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return places.has(readlinkSync(`/proc/${pid}/ns/net`));
      } catch {
        return false; // It has ended meanwhile.
      }
    })
    .map(Number);
}

/** Ends them at once. @returns how many there were */
export function killInhabitants(names: readonly string[]): number {
  const found = inhabitants(names);
  for (const pid of found) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  return found.length;
}

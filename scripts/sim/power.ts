/** `npm run sim -- power`: as `crash`, and with each kill everything is lost that was not synced. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, runCrash } from './crash.ts';
import { cutFolder, readNotesFile, type Cuts } from './cut.ts';
import { POWER_ROWS } from './report.ts';
import type { Strike } from './world.ts';

/** A slow disk's: most of the time some batch is on its way, and what leaves too early is caught. */
const SYNC_US = 5_000;

const POWER_HELP = `usage: npm run sim -- power [options]

As crash (its options are the same: npm run sim -- crash --help), and after each kill every file of the killed process's
stores is cut to the length that it had when it was last synced; what never was is empty or gone. A small library,
built with cc when it starts and loaded into the processes, notes the syncs; where there is no C compiler, or on another
system than Linux, it says so and ends with 0.

  npm run sim -- power --seed 7`;

/** @returns the library's path, or why there is none */
function buildLibrary(folder: string): { readonly path: string } | { readonly reason: string } {
  if (process.platform !== 'linux') return { reason: `it needs Linux, this is ${process.platform}` };
  const path = join(folder, 'synced.so');
  const source = join(import.meta.dirname, 'synced.c');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', path, source, '-ldl'], { stdio: ['ignore', 'pipe', 'pipe'] });
    return { path };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      reason: code === 'ENOENT' ? 'there is no C compiler (cc)' : `the library could not be built: ${String(error)}`,
    };
  }
}

export async function runPower(args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'miyu-sim-library-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const library = buildLibrary(folder);
  if ('reason' in library && !args.includes('--help')) {
    console.log(`skipped: ${library.reason}`);
    return EXIT.kept;
  }
  const cuts: Cuts = { bytes: 0, files: 0, removed: 0 };
  const strike: Strike = {
    environment: (store) => ({
      LD_PRELOAD: 'path' in library ? library.path : '',
      MIYU_SYNCED: `${store}.synced`,
      MIYU_SYNC_US: String(SYNC_US),
      // File operations as calls of libc.
      UV_USE_IO_URING: '0',
    }),
    afterKill(store) {
      // Killed before it had anything.
      if (!existsSync(store)) return;
      const told = cutFolder(store, readNotesFile(`${store}.synced`), cuts);
      appendFileSync(`${store}.cuts`, `${told.join(', ')}\n`);
    },
    told: () => `cut: ${cuts.bytes} bytes of ${cuts.files} files; ${cuts.removed} files gone`,
  };
  return runCrash(args, { name: 'power', help: POWER_HELP, rows: POWER_ROWS, strike });
}

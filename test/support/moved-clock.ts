/** The wall clock of a process of the product, moved by a test: a file says how far ahead it is. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary.ts';

export interface MovedClock {
  /** For the process's environment. */
  readonly env: Readonly<Record<string, string>>;
  moveTo(aheadMs: number): Promise<void>;
}

export async function movedClock(): Promise<MovedClock> {
  const file = join(await temporaryFolder(), 'ahead');
  const preload = `import { readFileSync } from 'node:fs';
    const now = Date.now.bind(Date);
    let readAt = -1e9, ahead = 0;
    Date.now = () => {
      const at = performance.now();
      if (at - readAt > 200) {
        readAt = at;
        try { ahead = Number(readFileSync(${JSON.stringify(file)}, 'utf8')); } catch { ahead = 0; }
      }
      return now() + ahead;
    };`;
  return {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` },
    moveTo: (aheadMs) => writeFile(file, String(aheadMs)),
  };
}

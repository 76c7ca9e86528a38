/** What the processes of parts have in common: their arguments, and when they end. */
import { parseArgs } from 'node:util';
import type { PartCall } from './parts.ts';

/** @throws Error where an argument is missing or none of them */
export function readPartCall(args: readonly string[]): PartCall {
  const { values } = parseArgs({
    args: [...args],
    options: {
      folder: { type: 'string' },
      result: { type: 'string' },
      seed: { type: 'string' },
      minutes: { type: 'string' },
    },
  });
  const { folder, result: resultFile } = values;
  const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
  if (folder === undefined || resultFile === undefined || !Number.isSafeInteger(seed) || !(minutes > 0)) {
    throw new Error('--folder, --result, --seed and --minutes are needed');
  }
  return { folder, resultFile, seed, minutes };
}

/** By a signal, or when whoever started us is gone. @param end what must be done before; it may take a moment */
export function endWithStarter(end: () => Promise<void> | void): void {
  let ending = false;
  const stop = (): void => {
    if (ending) return;
    ending = true;
    void Promise.resolve(end()).finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  if (process.connected) process.once('disconnect', stop);
}

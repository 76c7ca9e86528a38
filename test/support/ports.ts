/** Ports for programs of a test, while other tests run beside it on the same machine. */
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { isFree } from '../../scripts/ports.ts';
import { until } from './until.ts';

/** Whoever listens here has the usual ports; given back by the system itself, however a test ends. */
const TURN_PORT = 4899;
/** Some tests of half a minute each. */
const TURN_TIMEOUT_MS = 150_000;

/** For this test alone, among all that run: the ports that the product chooses where nobody says one. */
export async function usualPorts(): Promise<void> {
  await until(
    `the turn at the usual ports (127.0.0.1:${TURN_PORT})`,
    async () => {
      const turn = createServer();
      const hasIt = await new Promise<boolean>((resolve) => {
        turn.once('error', () => {
          resolve(false);
        });
        turn.listen({ port: TURN_PORT, host: '127.0.0.1', exclusive: true }, () => {
          resolve(true);
        });
      });
      if (hasIt) onTestFinished(() => void turn.close());
      return hasIt;
    },
    { timeoutMs: TURN_TIMEOUT_MS, everyMs: 200 },
  );
}

/** Below the ports that outgoing connections are given; each process of the tests has a hundred of its own. */
const WORKERS = 4;
const PER_WORKER = 3_000;
const worker = Number(process.env['VITEST_POOL_ID'] ?? 0) % WORKERS;
let next = 20_000 + worker * PER_WORKER + (process.pid % 30) * 100;

/** A free port that no other test takes while its program is away for a moment. */
export async function quietPort(): Promise<number> {
  while (true) {
    const port = next++;
    if (await isFree(port)) return port;
  }
}

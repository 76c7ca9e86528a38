/** Ports for programs of a test, while other tests run beside it on the same machine. */
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
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

/** Below the ports that outgoing connections are given; each worker of a run has its part, and starts somewhere in its first half. */
const PORTS = { from: 20_000, below: 32_000 };
const WORKERS = 2 * availableParallelism();
const PER_WORKER = Math.floor((PORTS.below - PORTS.from) / WORKERS);
const worker = Number(process.env['VITEST_POOL_ID'] ?? 0) % WORKERS;
let next = PORTS.from + worker * PER_WORKER + ((process.pid * 100) % Math.floor(PER_WORKER / 2));

/** A free port that no other test takes while its program is away for a moment. */
export async function quietPort(): Promise<number> {
  while (true) {
    const port = next++;
    if (await isFree(port)) return port;
  }
}

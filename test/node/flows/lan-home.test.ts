/** A home server that comes back while its people wait for it: whoever announces it on the LAN ends the pause. */
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../shared/clock.ts';
import { Lan } from '../../../shared/net/lan.ts';
import { loopbackLan } from '../../support/lan.ts';
import { aServer, someone } from '../../support/people.ts';
import { until } from '../../support/until.ts';

/** After five attempts that failed the pause is 4 s, a quarter more or less (homes.ts). */
const ATTEMPTS = 5;
const SHORTEST_PAUSE_MS = 3_000;

test('an announcement of the server on the LAN is followed by an attempt, not by the rest of the pause', async () => {
  const { port, interfaces } = await loopbackLan();
  const server = await aServer();
  const { peerId } = server.running;
  const ann = await someone('ann', server, { lan: { port, interfaces } });
  const tcp = Number(/\/tcp\/(\d+)/.exec(server.address)?.[1]);
  await server.stop();

  // Somebody who takes connections where the server was, and hangs up.
  const attempts: number[] = [];
  const doorman = createServer((socket) => {
    attempts.push(performance.now());
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    doorman.listen(tcp, '127.0.0.1', resolve);
  });
  onTestFinished(() => void doorman.close());
  const herald = new Lan({ port, interfaces, clock: systemClock, browse: false, onFault: () => undefined });
  onTestFinished(() => herald.stop());
  herald.start();

  await until('attempts with pauses that grow', () => attempts.length >= ATTEMPTS);
  const before = attempts.length;
  const there = [`/ip4/127.0.0.1/tcp/${tcp}`];
  herald.announce({ peer: peerId, kind: 'server', listening: () => ({ asked: there, bound: there }) });
  await until('one more', () => attempts.length > before);
  expect(attempts[before]! - attempts[before - 1]!).toBeLessThan(SHORTEST_PAUSE_MS);
  expect(ann.peer.status().state).toBe('connecting');
}, 60_000);

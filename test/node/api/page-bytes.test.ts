import { connect } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ask, exchange, head, openLine, servePageFor, upgradeRequest } from '../../support/page.ts';
import { until } from '../../support/until.ts';

/** Sends the bytes, ends its own side, and waits until the other side has closed. */
function say(port: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    socket.on('close', () => {
      resolve();
    });
    socket.end(bytes);
  });
}

const change = fc.oneof(
  fc.record({ type: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }),
  fc.record({ type: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ type: fc.constant('double' as const), at: fc.nat() }),
  fc.record({ type: fc.constant('insert' as const), at: fc.nat(), bytes: fc.uint8Array({ maxLength: 64 }) }),
);

function applyTo(bytes: Buffer, one: typeof change extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const at = one.at % (bytes.length + 1);
  switch (one.type) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at]! ^= 1 << one.bit;
      return copy;
    }
    case 'cut':
      return bytes.subarray(0, at);
    case 'double':
      return Buffer.concat([bytes, bytes.subarray(at)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), one.bytes, bytes.subarray(at)]);
  }
}

test('bytes that were changed, cut, doubled or filled let nobody in, and the door goes on', async () => {
  let later = 0;
  const clock = { wall: () => Date.now(), monotonic: () => performance.now() + later };
  const { port, peer, faults, code, token } = await servePageFor({ clock });
  const host = `127.0.0.1:${port}`;
  const welcome = await token();
  const first = await code();
  // Each is refused as it stands: by its method, its code, its origin or its token.
  const form = JSON.stringify({ code: 'not the code at all' });
  const origin = { Host: host, Origin: `http://${host}`, Connection: 'close' };
  const requests = [
    head('GET', '/', { Host: host, Connection: 'close' }),
    head('POST', '/session', { ...origin, 'Content-Type': 'application/json', 'Content-Length': `${form.length}` }) +
      form,
    upgradeRequest(port, { Origin: 'http://evil.example' }),
    upgradeRequest(port) + '\x81\x8a\0\0\0\0{"api": 1}',
  ].map((text) => Buffer.from(text, 'latin1'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...requests),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (sent, changes) => {
        await say(port, changes.reduce(applyTo, sent));
      },
    ),
    { numRuns: 300 },
  );
  expect(faults).toEqual([]);
  expect(peer.calls).toEqual([]);
  expect(await code()).toBe(first);
  expect((await ask(port, 'GET', '/')).status).toBe(200);
  const line = await openLine(port);
  line.send({ api: 1, token: welcome });
  await until('who was welcome still is', () => line.values.length === 1 && 'version' in (line.values[0] as object));
  later = 60_000; // Some of them were guesses.
  expect((await exchange(port, first)).status).toBe(200);
}, 60_000);

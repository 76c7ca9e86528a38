import { expect, onTestFinished, test } from 'vitest';
import { createPeerHost } from '../../../node/net/host.ts';
import type { PeerHost } from '../../../node/net/ports.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';

async function host(port: number, otherPort: boolean): Promise<PeerHost> {
  const listen = [`/ip4/127.0.0.1/tcp/${port}`];
  const made = await createPeerHost({ deviceSeed: systemRandom(32), listen, otherPort, dht: false });
  onTestFinished(() => made.stop());
  return made;
}

const portOf = (made: PeerHost): number => Number(/\/tcp\/(\d+)/.exec(made.addresses()[0] ?? '')?.[1]);

test('a port that somebody has taken meanwhile is refused, or the next free one is used, as was asked', async () => {
  const port = portOf(await host(0, false));
  await expect(host(port, false)).rejects.toMatchObject({ code: 'port-taken' });
  const [second, third] = [portOf(await host(port, true)), portOf(await host(port, true))];
  expect(second).toBeGreaterThan(port);
  expect(third).toBeGreaterThan(second);
});

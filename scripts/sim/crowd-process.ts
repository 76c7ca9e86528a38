/** Many people in one process, on a host of a lab: the friends of somebody who is measured. They do nothing but be there. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createPeer, isMiyuError, type Peer } from '../../node/index.ts';
import type { CrowdOrder, CrowdReply } from './crowd-orders.ts';

const PASSWORD = 'one of very many';

/** On a machine with much to do some of fifty sign-ups meet a server that does not answer in time. */
const TRIES = 10;
const RETRY_MS = 2_000;
const PASSING = new Set<string>(['server-unreachable', 'timeout', 'link-closed', 'busy', 'rate-limited']);

const people: Peer[] = [];

async function untilItWorks(work: () => Promise<unknown>): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await work();
      return;
    } catch (error) {
      // It has come to its end before, unheard.
      if (isMiyuError(error) && (error.code === 'already-registered' || error.code === 'already-requested')) return;
      if (tried === TRIES || !isMiyuError(error) || !PASSING.has(error.code)) throw error;
      await pause(RETRY_MS);
    }
  }
}

async function obey(order: CrowdOrder): Promise<number> {
  switch (order.do) {
    case 'come':
      for (const name of order.names) {
        const peer = await createPeer({
          folder: join(order.folder, name),
          listen: ['/ip4/0.0.0.0/tcp/0'],
          lan: {},
          deviceName: name,
          // What a password costs is not what is measured.
          argon2: { memoryKiB: 8 * 1024, passes: 1, parallelism: 1 },
        });
        await untilItWorks(() => peer.register({ name, password: PASSWORD, server: order.server }));
        await untilItWorks(() => peer.add({ who: order.friend }));
        people.push(peer);
      }
      return people.length;
    case 'seen':
      return people.filter((peer) =>
        peer.friends().some(({ name, presence }) => name === order.friend && presence === 'online'),
      ).length;
  }
}

process.on('message', (order: CrowdOrder) => {
  obey(order).then(
    (result) => process.send?.({ result } satisfies CrowdReply),
    (error: unknown) => process.send?.({ error: String(error) } satisfies CrowdReply),
  );
});
process.on('disconnect', () => process.exit());

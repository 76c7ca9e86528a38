/** The measurements of `miyu doctor` that need nothing of a profile: bounded in number and time, and nothing is said on any of them. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { InterfaceSeen, ListenSeen, MachineSeen, MulticastSeen } from '../core/doctor-seen.ts';
import { addressesSeen } from './probe-address.ts';
import { tcpOutcome } from './probe-dial.ts';
import { interfacesSeen, routesSeen } from './probe-machine.ts';
import { multicastSeen } from './probe-multicast.ts';
import { neighbourTable } from './probe-neighbours.ts';
import type { Probe } from './probe-ports.ts';

/** Loopback and own addresses answer at once. */
const OWN_MS = 1_500;
const MAX_LISTENING = 8;

export const systemProbe: Probe = {
  async machine(listening, signal) {
    const [interfaces, routes, neighbours] = await Promise.all([interfacesSeen(), routesSeen(), neighbourTable()]);
    const own = { interfaces, routes, neighbours: neighbours ?? [] };
    return {
      own,
      seen: {
        interfaces,
        defaultRoute: { v4: routes.v4, v6: routes.v6 },
        listening: await Promise.all(listening.slice(0, MAX_LISTENING).map((each) => listenSeen(each, signal))),
      } satisfies Omit<MachineSeen, 'multicast'>,
    };
  },
  multicast: (interfaces: readonly InterfaceSeen[], signal): Promise<readonly MulticastSeen[]> =>
    multicastSeen(interfaces, randomInt(1, 0x1_0000), signal),
  addresses: addressesSeen,
};

/** Any of them that answers is a port of ours while this peer says that it listens there; otherwise it is somebody else's. */
async function listenSeen(
  { host, port, isOurs }: { readonly host: string; readonly port: number; readonly isOurs: boolean },
  signal: AbortSignal,
): Promise<ListenSeen> {
  if (isOurs) {
    const outcome = await tcpOutcome({ host, port }, OWN_MS, signal);
    return { host, port, state: outcome === 'connected' ? 'ours' : outcome === 'refused' ? 'free' : 'unknown' };
  }
  return { host, port, state: await bindable(host, port) };
}

async function bindable(host: string, port: number): Promise<ListenSeen['state']> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code === 'EADDRINUSE' ? 'taken' : 'unknown');
    });
    server.listen({ host, port, exclusive: true }, () => {
      server.close(() => {
        resolve('free');
      });
    });
  });
}

/** What is told of each check while the doctor goes on: it agrees with the report at the end. What is measured is made up. */
import { expect, test } from 'vitest';
import type { AddressSeen, InterfaceSeen } from '../../../node/core/doctor-seen.ts';
import { examine, type Check, type DoctorPorts, type FriendToSee } from '../../../node/flows/doctor.ts';
import type { Probe, RendezvousClient } from '../../../node/flows/ports.ts';
import { systemClock } from '../../../shared/clock.ts';
import { MiyuError } from '../../../shared/errors.ts';

const lo: InterfaceSeen = {
  ...{ name: 'lo', family: 4, address: '127.0.0.1', prefix: 8, scope: 'loopback', tunnel: false },
};
const eth0: InterfaceSeen = { ...lo, name: 'eth0', address: '192.168.1.2', prefix: 24, scope: 'private' };
const silent: AddressSeen = {
  ...{ host: '10.9.9.9', port: 4077, family: 4, scope: 'private', tcp: 'timeout', ms: 5_200, datagram: 'silent' },
  ...{ leaves: true, atOnce: null, otherPort: 'timeout', route: { name: 'eth0', tunnel: false }, subnet: null },
  ...{ neighbour: null, others: null, router: null, beside: 'silent' },
};
const bob: FriendToSee = {
  ...{ account: 'ab', name: 'bob', online: false, lostMs: null, addresses: ['/ip4/10.9.9.9/tcp/4077'] },
  record: () => Promise.resolve({ record: { state: 'fresh', ageMs: 60_000 }, addresses: [] }),
  dial: () => Promise.reject(new MiyuError('timeout')),
};

async function examined(interfaces: readonly InterfaceSeen[], client?: Partial<RendezvousClient>) {
  const probe: Probe = {
    machine: () =>
      Promise.resolve({
        own: { interfaces, routes: { v4: true, v6: false, routers: new Map() }, neighbours: [] },
        seen: { interfaces, defaultRoute: { v4: true, v6: false }, listening: [] },
      }),
    multicast: () => Promise.resolve([]),
    // The server is quicker than a friend who keeps silent.
    addresses: async (addresses) => {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      return addresses.map(() => silent);
    },
  };
  const ports: DoctorPorts = {
    ...{ probe, clock: systemClock, instead: null, listening: [], friends: [bob], friendsLeftOut: 0 },
    server: {
      home: { server: new Uint8Array(38), addresses: [] },
      client: client as RendezvousClient | undefined,
      ...{ reason: null, lostMs: null, relay: null },
      connect: () => Promise.reject(new MiyuError('server-unreachable')),
    },
  };
  const checks: Check[] = [];
  const report = await examine(ports, (check) => checks.push(check), new AbortController().signal);
  const friend = checks.find(({ check }) => check === 'friend');
  return {
    friend,
    first: report.findings.find(({ subject, weight }) => subject.is === 'friend' && weight === 'fault'),
  };
}

test('without a network a friend is not said to be reached', async () => {
  const { friend } = await examined([lo]);
  expect(friend).toMatchObject({ result: 'fault', evidence: { finding: 'no-network' } });
});

test('what the server says of our own address counts for a friend’s check too', async () => {
  const ping = () => Promise.resolve({ payload: new Uint8Array(0), time: 0n, seenAs: '192.0.2.7' });
  const { friend, first } = await examined([lo, eth0], { ping });
  expect(first?.code).toBe('both-behind-nat');
  expect(friend).toMatchObject({ result: 'fault', evidence: { finding: first?.code } });
});

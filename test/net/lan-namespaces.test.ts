/** A LAN as it is made of cables: peers and a server as processes on hosts of their own, none of them told anything of the others. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectApi, type ApiClient } from '../../node/api/client.ts';
import { namespacesMissing, TestNetwork } from '../support/namespaces.ts';
import { PASSWORD, start, type TestProcess } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

const LAN = { MIYU_LAN: 'true', MIYU_RENDEZVOUS_ANNOUNCE_ON_LAN: 'on' };
const PATIENT = { timeoutMs: 40_000 };

interface Host {
  readonly api: ApiClient;
  readonly profile: string;
  readonly process: TestProcess;
}

async function peerOn(network: TestNetwork, host: string, listen: string, profile?: string): Promise<Host> {
  const folder = profile ?? join(await temporaryFolder(), 'peer');
  const process = start('miyu', ['up', '--json', '--profile', folder, '--listen', listen, '--no-page'], {
    ...{ env: LAN, within: network.on(host) },
  });
  await process.line('ready');
  const api = await connectApi(folder);
  onTestFinished(() => {
    api.close();
  });
  return { api, profile: folder, process };
}

async function serverOn(
  network: TestNetwork,
  host: string,
  listen: string,
): Promise<{ invite: string; process: TestProcess }> {
  const folder = join(await temporaryFolder(), 'server');
  const process = start('miyu-rendezvous', ['up', '--json', '--data', folder, '--listen', listen], {
    ...{ env: LAN, within: network.on(host) },
  });
  const { invite } = await process.line('ready');
  return { invite: invite as string, process };
}

const register = ({ api }: Host, name: string, server: string): Promise<unknown> =>
  api.call('register', { name, password: PASSWORD, server });

async function befriend(a: Host, b: Host, nameA: string, nameB: string): Promise<void> {
  await a.api.call('friends.add', { who: nameB });
  await until('asked', async () => (await b.api.call('friends.requests')).requests.length > 0, PATIENT);
  await b.api.call('friends.accept', { who: nameA });
  await Promise.all([isOnline(a, nameB), isOnline(b, nameA)]);
}

const friendOf = async ({ api }: Host, name: string) =>
  (await api.call('friends.list')).friends.find((friend) => friend.name === name);

const isOnline = ({ api }: Host, name: string): Promise<unknown> =>
  until(`${name} is online`, async () => (await friendOf({ api } as Host, name))?.presence === 'online', PATIENT);

async function comeBack(
  network: TestNetwork,
  host: string,
  listen: string,
  { profile }: Host,
): Promise<Host & { readonly ms: number }> {
  const again = await peerOn(network, host, listen, profile);
  const friends = async () => (await again.api.call('friends.list')).friends;
  // From the moment on at which it listens: what goes before is the password's work.
  const unlocked = again.api.call('login', { password: PASSWORD });
  const since = await until(
    'unlocked',
    () =>
      friends().then(
        () => performance.now(),
        () => undefined,
      ),
    {
      ...{ timeoutMs: 40_000, everyMs: 5 },
    },
  );
  await until('a friend is online', async () => (await friends()).some(({ presence }) => presence === 'online'), {
    ...{ timeoutMs: 40_000, everyMs: 5 },
  });
  const ms = performance.now() - since;
  await unlocked;
  return { ...again, ms };
}

async function leave({ api, process }: Host): Promise<void> {
  api.close();
  process.child.kill('SIGTERM');
  await process.ended;
}

test.skipIf(namespacesMissing)(
  'two hosts that are on two networks of a third find her by each of them, with no route and beside a VPN, and no server',
  async () => {
    const network = new TestNetwork();
    for (const name of ['left', 'right']) network.addSwitch(name);
    for (const host of ['ann', 'ben', 'cat']) network.addHost(host);
    network.plug('ann', 'eth0', 'left', '192.168.7.1/24');
    network.plug('ann', 'eth1', 'right', '192.168.8.1/24');
    network.addTunnel('ann', 'tun0', '10.8.0.2/24');
    network.plug('ben', 'eth0', 'left', '192.168.7.2/24');
    network.plug('cat', 'eth0', 'right', '192.168.8.3/24');
    const anywhere = '/ip4/0.0.0.0/tcp/0';
    const { invite, process } = await serverOn(network, 'ann', '/ip4/0.0.0.0/tcp/4801');
    const [ann, ben, cat] = await Promise.all(['ann', 'ben', 'cat'].map((host) => peerOn(network, host, anywhere)));
    await register(ann!, 'ann', invite);
    await register(ben!, 'ben', invite);
    await register(cat!, 'cat', invite);
    await befriend(ann!, ben!, 'ann', 'ben');
    await befriend(ann!, cat!, 'ann', 'cat');
    process.child.kill('SIGKILL');
    await Promise.all([leave(ann!), leave(ben!), leave(cat!)]);

    const back = await comeBackAlone(network, anywhere, ann!);
    const [benAgain, catAgain] = [
      await comeBack(network, 'ben', anywhere, ben!),
      await comeBack(network, 'cat', anywhere, cat!),
    ];
    await Promise.all([isOnline(back, 'ben'), isOnline(back, 'cat')]);
    expect((await friendOf(back, 'cat'))?.address).toMatch(/^\/ip4\/192\.168\.8\.3\//);
    expect([benAgain.ms, catAgain.ms].every((ms) => ms < 10_000)).toBe(true);
    await leave(catAgain);
    await until('cat is away', async () => (await friendOf(back, 'cat'))?.presence !== 'online', PATIENT);

    // Another cable: a network that was not there when all began.
    network.addSwitch('later');
    network.plug('ann', 'eth2', 'later', '192.168.9.1/24');
    network.unplug('ben', 'eth0');
    network.plug('ben', 'eth1', 'later', '192.168.9.2/24');
    await until(
      'ben is found on the other network',
      async () => /192\.168\.9\./.test((await friendOf(back, 'ben'))?.address ?? ''),
      PATIENT,
    );
  },
  180_000,
);

async function comeBackAlone(network: TestNetwork, listen: string, { profile }: Host): Promise<Host> {
  const again = await peerOn(network, 'ann', listen, profile);
  await again.api.call('login', { password: PASSWORD });
  return again;
}

test.skipIf(namespacesMissing)(
  'on a cable without any address but the link-local ones of IPv6, a newcomer finds a server and its people, and talks',
  async () => {
    const network = new TestNetwork();
    network.addSwitch('cable');
    for (const host of ['ann', 'ben']) {
      network.addHost(host);
      network.plug(host, 'eth0', 'cable');
    }
    const server = await serverOn(network, 'ann', '/ip6/::/tcp/4801');
    const [ann, ben] = [await peerOn(network, 'ann', '/ip6/::/tcp/0'), await peerOn(network, 'ben', '/ip6/::/tcp/0')];
    await register(ann, 'ann', server.invite);
    const found = await until(
      'the server is found and has answered',
      async () => (await ben.api.call('nearby.list', {})).servers.find(({ registration }) => registration === 'open'),
      PATIENT,
    );
    expect(found.addresses[0]).toMatch(/^\/ip6zone\/eth0\/ip6\/fe80:.*\/tcp\/4801\/p2p\//);
    await register(ben, 'ben', found.addresses[0]!);
    const person = await until(
      'ann is near',
      async () => (await ben.api.call('nearby.list', {})).people.find(({ name }) => name === 'ann'),
      PATIENT,
    );
    await ben.api.call('friends.add', { who: person.account });
    await until('asked', async () => (await ann.api.call('friends.requests')).requests.length > 0, PATIENT);
    await ann.api.call('friends.accept', { who: 'ben' });
    await Promise.all([isOnline(ann, 'ben'), isOnline(ben, 'ann')]);
    expect((await friendOf(ben, 'ann'))?.path).toBe('lan');
  },
  120_000,
);

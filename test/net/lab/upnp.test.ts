/** A friend, or a server, behind a home router that maps ports: a real one (miniupnpd on the lab's NAT), and the programs as people run them. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test, type TestContext } from 'vitest';
import type { FindingBody } from '../../../node/api/contract-doctor.ts';
import type { Status } from '../../../node/api/contract-views.ts';
import { Igd } from '../../../scripts/sim/lab/igd.ts';
import { Nat } from '../../../scripts/sim/lab/nat.ts';
import { befriend, LabPeer, LabServer, PEER_PORT, SERVER_PORT, waitFor } from '../../../scripts/sim/lab/programs.ts';
import { topologyNamed } from '../../../scripts/sim/lab/topologies.ts';
import { decodeInvite } from '../../../shared/invites.ts';
import { labFor } from './lab.ts';

type State = NonNullable<Status['portMapping']>['state'];

async function maps(peer: LabPeer, state: State): Promise<Status> {
  return await waitFor(`${peer.name}’s router: ${state}`, async () => {
    const status = await peer.api.call('status');
    return status.portMapping?.state === state && status;
  });
}

/** Whether whoever follows the events from now on has heard that it stands otherwise. */
function hearsOfRouter({ api }: LabPeer): () => boolean {
  let isTold = false;
  const follow = async (): Promise<void> => {
    const { cursor } = await api.call('cursor');
    for await (const { event } of api.events(cursor)) isTold ||= event.type === 'port-mapping';
  };
  follow().catch(() => undefined); // The peer has ended.
  return () => isTold;
}

/** What the doctor tells of the router in between. */
async function natOf(peer: LabPeer): Promise<FindingBody['evidence'] | undefined> {
  const { json } = await peer.miyu('doctor');
  return (json['findings'] as readonly FindingBody[]).find(({ code }) => code === 'behind-nat')?.evidence;
}

async function emptyLab(context: TestContext) {
  const buildError = inject('buildError');
  if (buildError !== '') throw new Error(buildError);
  const lab = await labFor(context, 'nft', 'upnp');
  const folder = await mkdtemp(join(tmpdir(), 'miyu-lab-'));
  context.onTestFinished(async () => {
    await lab.remove();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return { lab, folder };
}

/** alice at home behind the NAT cpe, who can dial nobody's peer herself; bob and the server elsewhere. */
async function behindRouter(context: TestContext) {
  const { lab, folder } = await emptyLab(context);
  await topologyNamed('nat').build(lab);
  const cpe = lab.hostNamed('cpe');
  if (!(cpe instanceof Nat)) throw new Error('cpe is no NAT');
  await lab.hostNamed('alice').firewall({ dropOutbound: PEER_PORT });
  const server = await LabServer.start(lab.hostNamed('server'), folder);
  const register = (name: string) => LabPeer.register(lab.hostNamed(name), folder, server);
  return { folder, cpe, register };
}

test(
  'who is behind it is dialled from outside: by the mailbox without it, directly once it is there',
  { timeout: 300_000 },
  async (context) => {
    const { folder, cpe, register } = await behindRouter(context);
    const [alice, bob] = await Promise.all([register('alice'), register('bob')]);
    // No router maps ports here yet, and bob has no private network that could have one.
    expect((await maps(alice, 'none')).portMapping).toEqual({ state: 'none' });
    expect((await maps(bob, 'none')).portMapping).toEqual({ state: 'none' });
    expect(await natOf(alice)).toMatchObject({ seenAs: cpe.outsideAddress, portMapping: 'none' });
    await befriend(alice, bob);
    await Promise.all([
      alice.sees(bob, { presence: 'mailbox', path: null }),
      bob.sees(alice, { presence: 'mailbox', path: null }),
    ]);

    const igd = await Igd.start(cpe, folder);
    await waitFor('the router is up', () => igd.said.includes('HTTP listening on port'));
    const isTold = hearsOfRouter(alice);
    // Another address in the same home: what a person sees as the Wi-Fi that comes back.
    await alice.host.readdress();
    const { portMapping, listening } = await maps(alice, 'mapped');
    expect(portMapping).toEqual({ state: 'mapped', address: cpe.outsideAddress, port: PEER_PORT });
    expect(listening).not.toContain(`/ip4/${cpe.outsideAddress}/tcp/${PEER_PORT}`);
    expect(await igd.mapped()).toEqual([`${PEER_PORT} ${alice.host.address}:${PEER_PORT}`]);
    await waitFor('alice is told', isTold);
    expect(await natOf(alice)).toMatchObject({ portMapping: 'mapped', outside: `${cpe.outsideAddress}:${PEER_PORT}` });

    await Promise.all([
      alice.sees(bob, { presence: 'online', path: 'direct' }),
      bob.sees(alice, { presence: 'online', path: 'direct' }),
    ]);
    // The port is the one that the router maps: bob has dialled.
    expect((await bob.friend('alice'))?.address).toBe(`/ip4/${cpe.outsideAddress}/tcp/${PEER_PORT}`);
    const sent = await bob.miyu('send', 'alice', 'through the router', '--wait', 'delivered');
    expect(sent).toMatchObject({ code: 0, json: { state: 'delivered', path: 'direct' } });
    expect((await alice.hasReceived(bob, 1)).map(({ text }) => text)).toEqual(['through the router']);

    await alice.leave();
    expect(await igd.mapped()).toEqual([]);
  },
);

test(
  'a server behind it: its invite leads people outside through the opened port; a crash leaves it open, the next stop closes it',
  { timeout: 300_000 },
  async (context) => {
    const { lab, folder } = await emptyLab(context);
    await lab.switch('internet', { subnet: '20.7.1.0/24' });
    await lab.switch('home', { subnet: '192.168.1.0/24' });
    const host = await lab.host('server', { on: 'home' });
    await lab.host('alice', { on: 'internet' });
    await lab.host('bob', { on: 'home' });
    const cpe = await lab.nat('cpe', { inside: 'home', outside: 'internet', kind: 'endpoint-independent' });
    const igd = await Igd.start(cpe, folder);
    await waitFor('the router is up', () => igd.said.includes('HTTP listening on port'));
    const server = await LabServer.start(host, folder, '--upnp');
    const opened = [`${SERVER_PORT} ${host.address}:${SERVER_PORT}`];

    const inside = decodeInvite(server.invite).home.addresses;
    const { portMapping } = await server.tellsRouter('mapped');
    expect(portMapping).toEqual({ state: 'mapped', address: cpe.outsideAddress, port: SERVER_PORT });
    expect(await igd.mapped()).toEqual(opened);
    expect(await server.command('status')).toMatchObject({ running: true, portMapping });
    const outside = `/ip4/${cpe.outsideAddress}/tcp/${SERVER_PORT}`;
    expect(decodeInvite(server.invite).home.addresses).toEqual([outside, ...inside.filter((each) => each !== outside)]);
    expect((await server.command('identity'))['invite']).toBe(server.invite);

    // alice is outside; bob is inside, and has the same invite.
    const register = (name: string) => LabPeer.register(lab.hostNamed(name), folder, server, '--no-upnp');
    const [alice, bob] = await Promise.all([register('alice'), register('bob')]);
    await befriend(alice, bob);
    await alice.send(bob, 'through the router');
    expect((await bob.hasReceived(alice, 1)).map(({ text }) => text)).toEqual(['through the router']);

    // As a power cut: the port stays open, and leads to nobody.
    await server.end('SIGKILL');
    expect(await igd.mapped()).toEqual(opened);
    await Promise.all([alice.reaches('connecting'), bob.reaches('connecting')]);
    await server.up();
    await server.tellsRouter('mapped');
    await Promise.all([alice.reaches('online'), bob.reaches('online')]);
    expect(await igd.mapped()).toEqual(opened);
    await server.end();
    expect(await igd.mapped()).toEqual([]);
    expect(readFileSync(`${server.folder}.log`, 'utf8')).not.toContain(cpe.outsideAddress);
  },
);

test(
  'a router of the first version that gives our port to nobody refuses; status says so',
  { timeout: 300_000 },
  async (context) => {
    const { folder, cpe, register } = await behindRouter(context);
    const igd = await Igd.start(cpe, folder, { firstVersion: true, denied: `${PEER_PORT}` });
    await waitFor('the router is up', () => igd.said.includes('HTTP listening on port'));
    const alice = await register('alice');
    await maps(alice, 'refused');
    expect(await natOf(alice)).toMatchObject({ seenAs: cpe.outsideAddress, portMapping: 'refused' });
    expect((await alice.miyu('status')).json).toMatchObject({ portMapping: { state: 'refused' } });
    expect(await igd.mapped()).toEqual([]);
  },
);

/** A friend behind a home router that maps ports: a real one (miniupnpd on the lab's NAT), and the programs as people run them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test, type TestContext } from 'vitest';
import type { Status } from '../../../node/api/contract-views.ts';
import { Igd } from '../../../scripts/sim/lab/igd.ts';
import { Nat } from '../../../scripts/sim/lab/nat.ts';
import { befriend, LabPeer, LabServer, PEER_PORT, waitFor } from '../../../scripts/sim/lab/programs.ts';
import { topologyNamed } from '../../../scripts/sim/lab/topologies.ts';
import { labFor } from './lab.ts';

type State = NonNullable<Status['portMapping']>['state'];

async function maps(peer: LabPeer, state: State): Promise<Status> {
  return await waitFor(`${peer.name}’s router: ${state}`, async () => {
    const status = await peer.api.call('status');
    return status.portMapping?.state === state && status;
  });
}

/** alice at home behind the NAT cpe, who can dial nobody's peer herself; bob and the server elsewhere. */
async function behindRouter(context: TestContext) {
  const buildError = inject('buildError');
  if (buildError !== '') throw new Error(buildError);
  const lab = await labFor(context, 'nft', 'upnp');
  const folder = await mkdtemp(join(tmpdir(), 'miyu-lab-'));
  context.onTestFinished(async () => {
    await lab.remove();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
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
    await befriend(alice, bob);
    await Promise.all([
      alice.sees(bob, { presence: 'mailbox', path: null }),
      bob.sees(alice, { presence: 'mailbox', path: null }),
    ]);

    const igd = await Igd.start(cpe, folder);
    await waitFor('the router is up', () => igd.said.includes('HTTP listening on port'));
    // Another address in the same home: what a person sees as the Wi-Fi that comes back.
    await alice.host.readdress();
    const { portMapping, listening } = await maps(alice, 'mapped');
    expect(portMapping).toEqual({ state: 'mapped', address: cpe.outsideAddress, port: PEER_PORT });
    expect(listening).not.toContain(`/ip4/${cpe.outsideAddress}/tcp/${PEER_PORT}`);
    expect(await igd.mapped()).toEqual([`${PEER_PORT} ${alice.host.address}:${PEER_PORT}`]);

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
  'a router of the first version that gives our port to nobody refuses; status says so',
  { timeout: 300_000 },
  async (context) => {
    const { folder, cpe, register } = await behindRouter(context);
    const igd = await Igd.start(cpe, folder, { firstVersion: true, denied: `${PEER_PORT}` });
    await waitFor('the router is up', () => igd.said.includes('HTTP listening on port'));
    const alice = await register('alice');
    await maps(alice, 'refused');
    expect((await alice.miyu('status')).json).toMatchObject({ portMapping: { state: 'refused' } });
    expect(await igd.mapped()).toEqual([]);
  },
);

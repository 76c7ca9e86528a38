/** A server at home: its port at a router that maps ports, where its operator wants that. */
import { expect, test } from 'vitest';
import { decodeInvite } from '../../../shared/invites.ts';
import { MAX_ADDRESSES } from '../../../shared/wire/limits.ts';
import { identityReport } from '../../../rendezvous/admin/handlers.ts';
import { FakeRouter, HOME, ROUTER, WHY_SKIPPED } from '../../support/fake-router.ts';
import { quietPort } from '../../support/ports.ts';
import { startTestServer, type TestServer } from '../../support/rendezvous.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';
import { runCommand, startProcess } from './process.ts';

const at = (router: FakeRouter) => ({
  ...{ networks: () => [HOME], searchAt: router.searchAt },
  times: { renewMs: 50, retryMs: 50, mostRetryMs: 400, settleMs: 10, searchPauseMs: 10 },
});
const portOf = ({ server }: TestServer): number => Number(server.addresses().at(-1)!.split('/')[4]);
const becomes = ({ server }: TestServer, state: string): Promise<unknown> =>
  until(`${state}, and not ${String(server.router?.state.state)}`, () => server.router?.state.state === state);

test.skipIf(WHY_SKIPPED !== '')(`nobody is asked unless the operator says so ${WHY_SKIPPED}`, async () => {
  const router = await FakeRouter.start();
  const run = await startTestServer({}, { mapping: at(router) });
  expect(run.server.router).toBeUndefined();
  expect((await run.server.status()).portMapping).toBeNull();
  // Beside one that asks, and is heard.
  await becomes(await startTestServer({ upnp: true }, { mapping: at(router) }), 'mapped');
  expect([...router.mapped.keys()]).not.toContain(portOf(run));
});

test.skipIf(WHY_SKIPPED !== '')(
  `the port is told as the first address, in the invite and in status; renewed, given back, no address in the log ${WHY_SKIPPED}`,
  async () => {
    const router = await FakeRouter.start();
    const run = await startTestServer({ upnp: true }, { mapping: at(router) });
    const { server } = run;
    const states: string[] = [];
    server.router?.onChange(() => states.push(server.router!.state.state));
    await becomes(run, 'mapped');
    const port = portOf(run);
    expect(router.mapped.get(port)).toEqual({ client: HOME.address, port, lease: 3_600 });
    const outside = `/ip4/20.7.1.3/tcp/${port}`;
    expect(server.addresses()).toEqual([
      `${outside}/p2p/${server.peerId}`,
      `/ip4/127.0.0.1/tcp/${port}/p2p/${server.peerId}`,
    ]);
    expect(decodeInvite(identityReport(server).invite!).home.addresses).toEqual([
      outside,
      `/ip4/127.0.0.1/tcp/${port}`,
    ]);
    expect((await server.status()).portMapping).toEqual({ state: 'mapped', address: '20.7.1.3', port });
    const asked = (): number => router.asked.filter(({ action }) => action === 'AddPortMapping').length;
    await until('renewed', () => asked() > 2);
    router.external = '20.7.1.99';
    await until('the router’s other address', () => server.addresses()[0]!.startsWith('/ip4/20.7.1.99/'));
    await run.stop();
    expect([...router.mapped.keys()]).toEqual([]);
    expect(states).toEqual(['mapped', 'mapped']);
    expect(run.log()).toContain('"event":"router-port","state":"mapped"');
    for (const canary of ['20.7.1', '127.0.0', 'ip4']) expect(run.log()).not.toContain(canary);
  },
);

test.skipIf(WHY_SKIPPED !== '')(
  `what is announced is told alone; the port is mapped all the same ${WHY_SKIPPED}`,
  async () => {
    const router = await FakeRouter.start();
    const port = await quietPort();
    const announce = ['/dns4/chat.example.org/tcp/4801'];
    const settings = { upnp: true, announce, listen: [`/ip4/127.0.0.1/tcp/${port}`] };
    const run = await startTestServer(settings, { mapping: at(router) });
    await becomes(run, 'mapped');
    expect(run.server.home().addresses).toEqual(announce);
    expect([...router.mapped.keys()]).toEqual([port]);
  },
);

test.skipIf(WHY_SKIPPED !== '')(
  `a machine with many addresses: the invite has the one outside ${WHY_SKIPPED}`,
  async () => {
    const router = await FakeRouter.start();
    // One of them is the router's.
    const hosts = Array.from({ length: MAX_ADDRESSES + 1 }, (_, i) => `127.0.0.${1 + i}`).filter((ip) => ip !== ROUTER);
    const listen = hosts.map((ip) => `/ip4/${ip}/tcp/0`);
    const run = await startTestServer({ upnp: true, listen }, { mapping: at(router) });
    expect(run.server.addresses()).toHaveLength(MAX_ADDRESSES);
    await becomes(run, 'mapped');
    expect(run.server.addresses()).toHaveLength(MAX_ADDRESSES + 1);
    const { addresses } = decodeInvite(identityReport(run.server).invite!).home;
    expect(addresses).toHaveLength(MAX_ADDRESSES);
    expect(addresses[0]).toMatch(/^\/ip4\/20\.7\.1\.3\//);
  },
);

test.skipIf(WHY_SKIPPED !== '')(
  `a server that was up before its router finds it by itself ${WHY_SKIPPED}`,
  async () => {
    const router = await FakeRouter.start();
    router.isSilent = true;
    const run = await startTestServer({ upnp: true }, { mapping: at(router) });
    await becomes(run, 'none');
    router.isSilent = false;
    await becomes(run, 'mapped');
    router.external = '100.64.3.3';
    await becomes(run, 'not-public');
    expect(run.server.home().addresses).toHaveLength(1);
    router.external = '20.7.1.3';
    await becomes(run, 'mapped');
  },
);

test('it is a setting as the others are; what became of it is a line behind the first, and in status', async () => {
  const folder = await temporaryFolder();
  const wrong = await runCommand(['up', '--data', folder], { MIYU_RENDEZVOUS_UPNP: 'perhaps' });
  expect([wrong.code, wrong.stderr.includes('upnp')]).toEqual([2, true]);
  // On the loopback alone: no router is asked.
  const { ready, later, end } = await startProcess(folder, ['--upnp']);
  await until('the line', () => later().length > 0);
  expect(JSON.parse(later()[0]!)).toEqual({
    ...{ event: 'port-mapping', portMapping: { state: 'none' } },
    ...{ peerId: ready.peerId, fingerprint: ready.fingerprint, addresses: ready.addresses, invite: ready.invite },
  });
  const status = await runCommand(['status', '--json', '--data', folder]);
  expect(JSON.parse(status.stdout)).toMatchObject({ portMapping: { state: 'none' } });
  expect((await runCommand(['status', '--data', folder])).stdout).toContain('none here opens ports');
  expect(await end('SIGTERM')).toBe(0);
});

/** A first `npm start` where somebody else's server is on the same network: shown, asked about, and joined after a yes alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { connectApi, type ApiClient } from '../../node/api/client.ts';
import { loopbackLan, type TestLan } from '../support/lan.ts';
import { PASSWORD, start } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { CTRL_C, fakeDisplay, startInTerminal, terminalMissing, type TestTerminal } from '../support/terminal.ts';
import { until } from '../support/until.ts';

vi.setConfig({ testTimeout: 180_000 });

const LISTEN = ['--listen', '/ip4/127.0.0.1/tcp/0'];

async function office({ env }: TestLan, name = 'Office') {
  const folder = join(await temporaryFolder(), 'office');
  const server = start('miyu-rendezvous', ['up', '--json', '--data', folder, ...LISTEN, '--name', name], { env });
  const { peerId, fingerprint } = (await server.line('ready')) as unknown as { peerId: string; fingerprint: string };
  return { peerId, fingerprint };
}

async function apiOf(data: string): Promise<ApiClient> {
  const api = await connectApi(join(data, 'peer'));
  onTestFinished(() => {
    api.close();
  });
  return api;
}

async function registerIn(terminal: TestTerminal, name: string): Promise<void> {
  await terminal.shows('Name:');
  terminal.type(`${name}\r`);
  await terminal.shows('New password');
  terminal.type(`${PASSWORD}\r`);
  await terminal.shows('The same again');
  terminal.type(`${PASSWORD}\r`);
  await terminal.shows(`Signed in as ${name}`);
}

async function leave(terminal: TestTerminal): Promise<void> {
  terminal.type(CTRL_C);
  expect(await terminal.ended).toBe(0);
}

describe.skipIf(terminalMissing !== undefined)('in a terminal', () => {
  test('a yes joins the server, and none of one’s own is started, now or later', async () => {
    const lan = await loopbackLan();
    const { peerId, fingerprint } = await office(lan);
    const data = await temporaryFolder();
    const terminal = startInTerminal('start', ['--data', data, '--no-page'], lan.env);
    await terminal.shows('A server on your local network: Office, at /ip4/127.0.0.1/tcp/');
    await terminal.shows(`fingerprint: ${fingerprint}`);
    await terminal.shows('[y/N]');
    terminal.type('y\r');
    await registerIn(terminal, 'ann');
    await terminal.shows('People on your local network can see that you are here');
    const api = await apiOf(data);
    expect((await api.call('status')).server).toMatchObject({ peerId, connected: true });
    expect(existsSync(join(data, 'server'))).toBe(false);
    await leave(terminal);
    const again = startInTerminal('start', ['--data', data, '--no-page'], { ...lan.env, MIYU_PASSWORD: PASSWORD });
    await again.shows('Signed in as ann');
    expect(existsSync(join(data, 'server'))).toBe(false);
    await leave(again);
  });

  test('anything else is a no: a server of one’s own, which the network hears of', async () => {
    const lan = await loopbackLan();
    const { peerId } = await office(lan);
    const data = await temporaryFolder();
    const terminal = startInTerminal('start', ['--data', data, '--no-page'], lan.env);
    await terminal.shows('[y/N]');
    terminal.type('\r');
    await registerIn(terminal, 'ann');
    const api = await apiOf(data);
    const { server } = await api.call('status');
    expect(server?.peerId).not.toBe(peerId);
    expect(existsSync(join(data, 'server'))).toBe(true);
    const near = async () => (await api.call('nearby.list', {})).servers.map((each) => each.peerId).sort();
    await until('both are announced', async () => (await near()).join() === [peerId, server?.peerId].sort().join());
    await leave(terminal);
  });

  test('beside the page it is asked when one turns to the terminal; the server that was made for the page ends, unused', async () => {
    const lan = await loopbackLan();
    const { peerId } = await office(lan);
    const [data, display] = [await temporaryFolder(), await fakeDisplay()];
    const terminal = startInTerminal('start', ['--data', data], { ...lan.env, ...display.env });
    await display.opened();
    await terminal.shows('or press Enter to do it here');
    expect(terminal.text()).not.toContain('[y/N]');
    expect(existsSync(join(data, 'server'))).toBe(true);
    terminal.type('\r');
    await terminal.shows('[y/N]');
    terminal.type('yes\r');
    await registerIn(terminal, 'ann');
    expect(terminal.text()).toContain('Nobody uses the server that was started here');
    expect((await (await apiOf(data)).call('status')).server).toMatchObject({ peerId });
    expect(existsSync(join(data, 'server'))).toBe(false);
    await leave(terminal);
  });

  test('of several one says the number; with --no-lan there is no question', async () => {
    const lan = await loopbackLan();
    const both = [await office(lan, 'North'), await office(lan, 'South')];
    const data = await temporaryFolder();
    const terminal = startInTerminal('start', ['--data', data, '--no-page'], lan.env);
    await terminal.shows('Its number; Enter: none.');
    const [, first = ''] = /1\. A server on your local network: (\w+)/.exec(terminal.text()) ?? [];
    expect(['North', 'South']).toContain(first);
    terminal.type('1\r');
    await registerIn(terminal, 'ann');
    const joined = (await (await apiOf(data)).call('status')).server;
    expect(joined?.peerId).toBe(both[first === 'North' ? 0 : 1]?.peerId);
    await leave(terminal);
    const alone = await temporaryFolder();
    const apart = startInTerminal('start', ['--data', alone, '--no-page', '--no-lan'], lan.env);
    await registerIn(apart, 'ben');
    expect(apart.text()).not.toContain('local network');
    expect(existsSync(join(alone, 'server'))).toBe(true);
    expect(await (await apiOf(alone)).call('nearby.list', {})).toMatchObject({ on: false, servers: [] });
    await leave(apart);
  });
});

test('without a terminal nothing is joined: it is told, with the flag that joins it', async () => {
  const lan = await loopbackLan();
  const { peerId } = await office(lan);
  const env = { ...lan.env, MIYU_PASSWORD: PASSWORD };
  const data = await temporaryFolder();
  const scripted = start('start', ['--json', '--data', data, '--name', 'ann'], { env });
  const ready = await scripted.line('ready');
  expect(ready['ownServer']).not.toBeNull();
  const { servers } = (await scripted.line('servers-nearby')) as unknown as {
    servers: { address: string; name: string }[];
  };
  expect(servers).toMatchObject([{ name: 'Office' }]);
  expect(servers[0]?.address).toContain(peerId);
  const other = await temporaryFolder();
  const joining = start('start', ['--json', '--data', other, '--name', 'ben', '--server', servers[0]!.address], {
    env,
  });
  const joined = (await joining.line('ready')) as unknown as {
    ownServer: unknown;
    status: { server: { peerId: string } };
  };
  expect([joined.ownServer, joined.status.server.peerId]).toEqual([null, peerId]);
});

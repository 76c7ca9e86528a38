/** nearby, against a peer that is none; and against processes that hear of each other on a LAN of the test's own. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import type { NearbyView } from '../../../node/flows/nearby-views.ts';
import { cli, type CliResult } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { loopbackLan } from '../../support/lan.ts';
import { start, TestPeer } from '../../support/processes.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const ACCOUNT = 'ab'.repeat(32);
const home = { peerId: '12D3KooWOurs', fingerprint: '0001 0002', isOurs: true };
const device = { device: '12D3KooWDevice', addresses: ['/ip4/192.168.1.9/tcp/4851'], interfaces: ['wlan0'] };
const NEAR: NearbyView = {
  ...{ on: true, visible: true, silent: 2 },
  people: [
    { ...device, account: ACCOUNT, name: '小王', fingerprint: '1 2', relation: 'none', verified: 'no', home },
    {
      ...{
        ...device,
        account: 'cd'.repeat(32),
        name: 'bob\u001b[31m',
        fingerprint: '3 4',
        relation: 'friend',
        verified: 'yes',
      },
      home: { peerId: '12D3KooWTheirs', fingerprint: '00ff 00fe', isOurs: false },
    },
  ],
  servers: [
    {
      ...{ peerId: '12D3KooWOurs', fingerprint: '0001 0002', interfaces: ['wlan0'], name: 'Office' },
      ...{ addresses: ['/ip4/192.168.1.2/tcp/4801/p2p/12D3KooWOurs'], registration: 'open', isOurs: false },
    },
    {
      ...{ peerId: '12D3KooWTheirs', fingerprint: '00ff 00fe', interfaces: ['wlan0'], name: null },
      ...{ addresses: ['/ip4/192.168.1.3/tcp/4801/p2p/12D3KooWTheirs'], registration: null, isOurs: false },
    },
  ],
};

test('people and servers are listed in words of both languages and as JSON, and an empty room says so', async () => {
  const peer = FakePeer.withFriends('bob');
  peer.near = NEAR;
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  const miyu = (...args: readonly string[]): Promise<CliResult> => cli(profile, args);
  const people = await miyu('nearby');
  expect(people.out).toContain(`小王 · not a friend · ${ACCOUNT}\n`);
  for (const words of ['another server: 00ff 00fe', '2 more devices', 'miyu friends add'])
    expect(people.out).toContain(words);
  expect(people.out).not.toContain('\u001b');
  expect((await miyu('nearby', '--lang', 'zh')).out).toContain('不是好友');
  expect((await miyu('nearby', '--json')).json()).toEqual(NEAR);
  const servers = await miyu('nearby', '--servers');
  expect(servers.out).toContain(
    'Office · open to everybody · /ip4/192.168.1.2/tcp/4801/p2p/12D3KooWOurs\n  fingerprint: 0001 0002',
  );
  expect(servers.out).toContain('(no name) · does not answer');
  peer.near = { ...NEAR, people: [], silent: 0, servers: [], visible: false };
  expect((await miyu('nearby')).out).toMatch(/Nobody else is near.*\n.*You are hidden/);
  expect((await miyu('nearby', '--servers')).out).toContain('No server');
  peer.near = { ...peer.near, on: false };
  expect((await miyu('nearby', '--lang', 'zh')).out).toContain('--no-lan');
  const help = await miyu('nearby', '--help');
  for (const words of ['miyu nearby --watch', 'miyu nearby --servers --json', '--servers'])
    expect(help.out).toContain(words);
}, 60_000);

test('--watch shows a server that appears and goes, to a peer without an account, until Ctrl-C', async () => {
  const { env } = await loopbackLan();
  const peer = new TestPeer('new', join(await temporaryFolder(), 'profile'), env);
  await peer.up();
  const watching = start('miyu', ['--profile', peer.profile, 'nearby', '--servers', '--watch', '--json'], {
    stdin: '',
  });
  const lists = (): NearbyView['servers'][] => watching.lines.map((line) => line['servers'] as NearbyView['servers']);
  await until('the first list', () => lists().length > 0);
  const folder = join(await temporaryFolder(), 'server');
  const listen = ['--listen', '/ip4/127.0.0.1/tcp/0', '--name', 'Lab'];
  const server = start('miyu-rendezvous', ['up', '--json', '--data', folder, ...listen], { env });
  await until('it is shown', () => lists().some(([first]) => first?.name === 'Lab'), { timeoutMs: 60_000 });
  server.child.kill('SIGTERM');
  await until('its end is shown', () => lists().at(-1)?.length === 0, { timeoutMs: 60_000 });
  watching.child.kill('SIGINT');
  expect(await watching.ended).toBe(0);
  expect(await peer.api.call('status')).toMatchObject({ state: 'no-account' });
}, 120_000);

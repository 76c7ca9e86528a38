/** By which path each friend is reached, and why there is none: in words of both languages and as JSON. */
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import type { SearchView } from '../../../node/flows/seeking.ts';
import { cli, type CliResult } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const AT = new Date(2026, 10, 26, 14, 3, 5).getTime();
const SEARCH: SearchView = {
  ...{ state: 'waiting', startedAt: AT, endedAt: AT + 9_000, failures: 3, nextAt: AT + 41_000 },
  tried: [
    { place: 'known', result: 'not-reached', addresses: 2, reason: 'friend-unreachable' },
    { place: 'lan', result: 'nothing', addresses: 0, reason: null },
    { place: 'directory', result: 'failed', addresses: 0, reason: 'server-unreachable' },
    { place: 'dht', result: 'nothing-new', addresses: 0, reason: null },
    { place: 'relay', result: 'not-reached', addresses: 1, reason: 'timeout' },
  ],
};

test('the path with its meaning, and what was tried where there is none', async () => {
  const peer = FakePeer.withFriends();
  peer.befriend('bob');
  peer.befriend('carol', { path: 'relayed' });
  const dave = peer.befriend('dave', { presence: 'mailbox', path: null });
  peer.befriend('erin', { presence: 'unreachable', path: null });
  peer.befriend('frank', { relation: 'requested', presence: 'unreachable', path: null });
  peer.searches.set(dave.account, SEARCH);
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  const miyu = (...args: readonly string[]): Promise<CliResult> => cli(profile, args);

  const details = (await miyu('friends', 'show', 'dave')).out;
  expect(details).toContain('Path: mailbox: no link to their device; what you write waits sealed');
  expect(details).toMatch(
    /Why there is no link: looked for at .*14:03, in vain · 3 times in a row · next try at 14:03:46\n/,
  );
  expect(details).toContain('  last addresses: dialled in vain: 2. Nobody answered there.\n');
  expect(details).toContain('  nearby (LAN): no address known\n');
  expect(details).toContain('  directory of their server: no answer that helps. The server cannot be reached.\n');
  expect(details).toContain('  DHT: no other address\n');
  expect(details).toContain('  relay: dialled in vain: 1. It took too long.\n');
  const chinese = (await miyu('friends', 'show', 'dave', '--lang', 'zh')).out;
  for (const words of [
    '为何没有连接：',
    '连续 3 次 · 下次尝试于 14:03:46',
    '上次的地址：2 个地址均未接通。无人应答。',
  ]) {
    expect(chinese).toContain(words);
  }
  expect((await miyu('friends', 'show', 'dave', '--json')).json()).toMatchObject({
    presence: 'mailbox',
    search: SEARCH,
  });
  expect((await miyu('friends', 'show', 'bob')).out).toContain('Path: LAN: straight over your local network');
  expect((await miyu('friends', 'show', 'bob', '--json')).json()).toMatchObject({ path: 'lan', search: null });

  const paths = (await miyu('friends', '--paths')).out;
  for (const words of [
    'LAN: straight over your local network',
    'relayed: through a server that passes it on and cannot read it',
    'mailbox: no link to their device',
    'no way: no link to their device, and their server does not answer',
    'next try at 14:03:46',
  ])
    expect(paths).toContain(words);
  // Who has only been asked has no path yet that anything could go by.
  expect(paths.split('frank')[1]).not.toContain('no link');
  const json = (await miyu('friends', '--paths', '--json')).json() as { friends: { name: string; search: unknown }[] };
  expect(Object.fromEntries(json.friends.map(({ name, search }) => [name, search]))).toEqual({
    ...{ bob: null, carol: null, dave: SEARCH, erin: null, frank: null },
  });

  const status = await miyu('status');
  expect(status.out).toContain('LAN 1 · relayed 1 · mailbox 1 · no way 2');
  expect((await miyu('status', '--lang', 'zh')).out).toContain('局域网 1 · 中继 1 · 信箱 1 · 无路径 2');
  expect((await miyu('status', '--json')).json()).toMatchObject({
    friends: { byPath: { lan: 1, direct: 0, relayed: 1, mailbox: 1, unreachable: 2 } },
  });
}, 60_000);

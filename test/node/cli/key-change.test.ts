/** Another key of a friend on the command line: told in both languages, and decided. */
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import { cli, type CliResult } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function served() {
  const peer = FakePeer.withFriends('bob', 'carol');
  peer.changeKey('bob');
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  const miyu = (...args: readonly string[]): Promise<CliResult> => cli(profile, args);
  return { peer, miyu };
}

test('another key says what happened, what it may mean, what to do, and what to compare', async () => {
  const { peer, miyu } = await served();
  const { out, code } = await miyu('friends', 'key', 'bob');
  expect(code).toBe(0);
  for (const words of [
    'belongs to another account now',
    'pretends to be your friend',
    'registered anew',
    'what you write waits',
    'miyu friends key bob --same',
    'miyu friends remove bob --keep-history',
    '11111 11111',
    '22222 22222',
    'waits for your decision',
  ]) {
    expect(out).toContain(words);
  }
  const zh = (await miyu('friends', 'key', 'bob', '--lang', 'zh')).out;
  for (const words of ['另一个账号', '冒充', '核对安全码', 'miyu friends key bob --same', '等待您的决定']) {
    expect(zh).toContain(words);
  }
  expect((await miyu('friends', 'key', 'bob', '--json')).json()).toMatchObject({
    change: { friend: { name: 'bob' }, alarm: { id: 7, kind: 'key-changed', other: { how: 'name' } } },
  });
  expect((await miyu('friends', 'key', 'carol')).out).toContain('No other key of carol');
  expect((await miyu('friends', 'key', 'carol', '--json')).json()).toEqual({ change: null });
  expect((await miyu('friends')).out).toMatch(/bob .*another key was shown: nothing is sent/);
  expect((await miyu('alarms')).out).toMatch(/^7 .* bob .*belongs to another account.*waits for your decision/);
  const shown = (await miyu('alarms', 'show', '7')).out;
  expect(shown).toContain('miyu friends key bob --same');
  expect(shown).toContain('99999 88888');

  const { account } = peer.friend('bob');
  const waiting = { ...peer.receive('bob', 'hello'), direction: 'out', state: 'queued', receivedAt: null } as const;
  peer.histories.set(account, [{ ...waiting, reason: 'friend-key-changed' }]);
  expect((await miyu('history', 'bob')).out).toMatch(/you: hello .*key is another one/);
  expect((await miyu('history', 'bob', '--lang', 'zh')).out).toMatch(/hello .*密钥与之前不同/);
});

test('it is decided: stopped, gone on with, compared', async () => {
  const { peer, miyu } = await served();
  expect((await miyu('friends', 'key', 'bob', '--stop')).out).toContain('Nothing is sent to bob');
  expect((await miyu('friends', 'key', 'bob')).out).toContain('kept stopped');
  expect((await miyu('friends', 'key', 'bob', '--keep', '--lang', 'zh')).out).toContain('原来的密钥');
  peer.changeKey('bob');
  expect((await miyu('friends', 'key', 'bob', '--same', '--json')).json()).toMatchObject({
    ...{ name: 'bob', verified: 'yes', keyChange: null },
  });
  expect(peer.calls).toEqual(['key bob stop', 'key bob keep', 'key bob same']);
  expect(await miyu('friends', 'key', 'bob', '--same')).toMatchObject({ code: 3 });
  expect(await miyu('friends', 'key', 'bob', '--same', '--keep')).toMatchObject({ code: 2 });
  expect(await miyu('friends', 'key', 'nobody')).toMatchObject({ code: 3 });
});

/** The command line around chats, settings, what the server knows, and the Tab key. */
import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import { cli, type CliResult } from '../../support/cli.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function serve(peer: FakePeer): Promise<(...args: string[]) => Promise<CliResult>> {
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  return (...args) => cli(profile, args);
}

describe('chats', () => {
  test('are hidden, shown, muted, and say so in the list', async () => {
    const miyu = await serve(FakePeer.withFriends('bob', 'carol'));
    expect((await miyu('archive', 'bob')).out).toContain('hidden until something new comes');
    expect((await miyu('mute', 'carol', '--json')).json()).toEqual({ who: 'carol', muted: true });
    const listed = await miyu('friends');
    expect(listed.out).toMatch(/carol .*muted/);
    expect(listed.out).not.toContain('bob');
    expect((await miyu('friends', '--archived', '--json')).json()).toMatchObject({ friends: [{ name: 'bob' }] });
    expect((await miyu('friends', '--all', '--json')).json()).toMatchObject({ friends: [{}, {}] });
    await miyu('unarchive', 'bob');
    await miyu('unmute', 'carol');
    expect((await miyu('friends', '--archived')).out).toContain('No chat is hidden.');
    expect((await miyu('friends', '--json')).json()).toMatchObject({
      friends: [
        { name: 'bob', archived: false },
        { name: 'carol', muted: false },
      ],
    });
    expect(await miyu('archive', 'stranger')).toMatchObject({ code: 3 });
  });

  test('are sought by a part of the name, hidden ones too', async () => {
    const miyu = await serve(FakePeer.withFriends('Renée', 'bob'));
    await miyu('archive', 'Renée');
    expect((await miyu('friends', '--name', 'REN', '--json')).json()).toMatchObject({ friends: [{ name: 'Renée' }] });
    expect((await miyu('friends', '--name', 'nee')).out).toContain('Renée');
    expect((await miyu('friends', '--name', 'ob')).out).not.toContain('Renée');
    expect((await miyu('friends', '--name', 'x')).out).toBe('Nobody of that name.\n');
  });

  test('are marked as read, and their history is deleted after one question that names them', async () => {
    const peer = FakePeer.withFriends('bob');
    const miyu = await serve(peer);
    expect((await miyu('read', 'bob', '--json')).json()).toEqual({ who: 'bob', upTo: null });
    const { position } = peer.receive('bob', 'hello');
    peer.friendList[0] = { ...peer.friendList[0]!, lastMessage: peer.histories.get(accountOf(1))![0]! };
    expect((await miyu('read', 'bob')).out).toContain('Everything from bob is marked as read.');
    expect(peer.calls).toContain(`read ${accountOf(1)} ${position}`);
    expect(await miyu('read', 'stranger')).toMatchObject({ code: 3 });
    expect(await miyu('history', 'bob', '--delete')).toMatchObject({ code: 2 });
    expect(await miyu('history', 'stranger', '--delete')).toMatchObject({ code: 3 });
    expect(peer.histories.size).toBe(1);
    expect((await miyu('history', 'bob', '--delete', '--yes', '--json')).json()).toEqual({ deleted: 'bob' });
    expect(peer.histories.size).toBe(0);
    expect(await miyu('friends', 'block', 'bob')).toMatchObject({ code: 2 });
    expect(peer.calls).not.toContain('block bob');
    expect((await miyu('friends', 'block', 'bob', '--yes', '--json')).json()).toEqual({ blocked: 'bob' });
  });

  test('keep a draft', async () => {
    const miyu = await serve(FakePeer.withFriends('bob'));
    expect((await miyu('draft', 'bob')).out).toContain('There is no draft.');
    expect(await miyu('draft', 'bob', 'half', 'a', 'thought')).toMatchObject({ code: 0 });
    expect((await miyu('draft', 'bob')).out).toBe('half a thought\n');
    expect((await miyu('friends')).out).toContain('draft: half a thought');
    expect((await miyu('draft', 'bob', '--clear', '--json')).json()).toEqual({ text: '' });
    expect(await miyu('draft', 'bob', 'x'.repeat(65_537))).toMatchObject({ code: 2 });
  });

  test('are paged in both directions', async () => {
    const peer = FakePeer.withFriends('bob');
    const miyu = await serve(peer);
    for (let i = 1; i <= 9; i += 1) peer.receive('bob', `m${i}`);
    const forward = await miyu('history', 'bob', '--after', '3', '--limit', '2');
    expect(forward.out).toMatch(/m4\n.*m5\nOlder ones: --before 4\nNewer ones: --after 5\n$/);
    expect((await miyu('history', 'bob', '--after', '0', '--limit', '1', '--json')).json()).toMatchObject({
      ...{ more: false, newer: true, messages: [{ text: 'm1' }] },
    });
    expect((await miyu('history', 'bob', '--after', '9', '--json')).json()).toMatchObject({
      ...{ more: true, newer: false, messages: [] },
    });
    expect(await miyu('history', 'bob', '--after', '3', '--before', '5')).toMatchObject({ code: 2 });
  });
});

describe('settings', () => {
  test('are shown, and set one by one', async () => {
    const peer = FakePeer.withFriends('bob');
    const miyu = await serve(peer);
    const all = await miyu('settings');
    expect(all.out.split('\n')).toEqual(
      expect.arrayContaining(['language none', 'theme system', 'privacy.readReceipts on', 'composer.color none']),
    );
    expect((await miyu('settings', 'theme', 'dark')).out).toBe('theme is dark now.\n');
    expect((await miyu('settings', 'privacy.typing', 'off', '--json')).json()).toMatchObject({
      ...{ theme: 'dark', privacy: { readReceipts: true, typing: false } },
    });
    await miyu('settings', 'language', 'zh');
    await miyu('settings', 'language', 'none');
    expect(peer.own).toMatchObject({ language: null, theme: 'dark' });
    expect((await miyu('settings', 'theme')).out).toBe('theme dark\n');
    for (const args of [['colour'], ['theme', 'sepia'], ['privacy', 'off'], ['privacy.typing', 'true']]) {
      const told = await miyu('settings', ...args);
      expect(told, args.join(' ')).toMatchObject({ code: 2, out: '' });
      expect(told.err).toMatch(/There are: language theme|can be: /);
    }
  });
});

test('what the server knows is told in plain words, in both languages', async () => {
  const miyu = await serve(FakePeer.withFriends('bob'));
  const told = await miyu('server', 'knows');
  expect(told.out).toContain('E-mail: alice@example.org');
  expect(told.out).toContain('From: bob: 3, 1200 bytes');
  expect(told.out).toContain('You block: nobody');
  expect(told.out).toContain('which it tells nobody');
  expect(told.out).not.toMatch(/[{}]|undefined|null/);
  expect((await miyu('server', 'knows', '--lang', 'zh')).out).toContain('您屏蔽的人：无');
  expect((await miyu('server', 'knows', '--json')).json()).toMatchObject({ email: 'alice@example.org' });
});

describe('completion', () => {
  const offered = async (peer: FakePeer, ...typed: string[]): Promise<string[]> => {
    const miyu = await serve(peer);
    const { code, out, err } = await miyu('complete', '--', ...typed);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out.split('\n').filter((line) => line !== '');
  };

  test.each([
    [['hist'], ['history']],
    [
      ['friends', 'a'],
      ['add', 'accept'],
    ],
    [['friends', '--arch'], ['--archived']],
    [['history', '--a'], ['--after']],
    [['send', 'bob', '--wait', 'd'], ['delivered']],
    [
      ['--lang', ''],
      ['zh', 'en'],
    ],
    [
      ['send', 'b'],
      ['bob', 'bella'],
    ],
    [['send', 'bob', 'b'], []],
    [['--json', 'mute', 'be'], ['bella']],
    [['friends', 'accept', ''], ['dora']],
    [['settings', 'the'], ['theme']],
    [
      ['settings', 'theme', ''],
      ['light', 'dark', 'system'],
    ],
    [
      ['settings', 'privacy.typing', 'o'],
      ['on', 'off'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['complet'], ['completion']],
    [['draft', '--clear', 'bo'], ['bob']],
    [['friends', 'bl'], ['block']],
    [['react', 'bo'], ['bob']],
    [
      ['react', 'bob', '1', ''],
      ['👍', '❤️', '😂', '😮', '😢', '🙏'],
    ],
    [['edit', 'be'], ['bella']],
    [['delete', 'be'], ['bella']],
    [['retry', 'be'], ['bella']],
    [['read', 'be'], ['bella']],
    [['send', 'bob', '--color', 't'], ['teal']],
    [['send', '--size', 'h'], ['huge']],
    [
      ['send', '--face', ''],
      ['serif', 'mono', 'hand'],
    ],
  ])('of %j', async (typed, wanted) => {
    const peer = FakePeer.withFriends('bob', 'bella');
    peer.requestList = [{ account: 'ab'.repeat(32), name: 'dora', greeting: '', receivedAt: 1, postponed: false }];
    expect((await offered(peer, ...typed)).sort()).toEqual([...wanted].sort());
  });

  test('offers no name that a shell would obey', async () => {
    const names = ['$(touch x)', 'a;b', '`x`', '-rf', 'a b', 'x\ny', '*', '小李', 'o.k-1_'];
    expect(await offered(FakePeer.withFriends(...names), 'send', '')).toEqual(['小李', 'o.k-1_']);
  });

  test('has no names where no peer runs, and says nothing', async () => {
    const told = await cli(await temporaryFolder(), ['complete', '--', 'send', '']);
    expect(told).toMatchObject({ code: 0, out: '', err: '' });
    expect(await cli(await temporaryFolder(), ['completion', 'tcsh'])).toMatchObject({ code: 2 });
  });

  test('works in bash', async () => {
    const folder = await temporaryFolder();
    const { out: script } = await cli(folder, ['completion', 'bash']);
    // In the place of miyu: what it is asked stands in its answer.
    await writeFile(join(folder, 'miyu'), '#!/bin/sh\necho "$#"\nfor word; do echo "[$word]"; done\n');
    await chmod(join(folder, 'miyu'), 0o755);
    const drive = `${script}\nCOMP_WORDS=(miyu send "b o" ""); COMP_CWORD=3; _miyu miyu; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', drive], { env });
    expect(stdout.split('\n').slice(0, -1)).toEqual(['5', '[complete]', '[--]', '[send]', '[b o]', '[]']);
  });
});

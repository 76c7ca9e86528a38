/** The commands about where the password opens, against a peer that is none. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import { cli, type CliOptions, type CliResult } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function serve(peer: FakePeer) {
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  const miyu = (args: readonly string[], options: CliOptions = {}): Promise<CliResult> => cli(profile, args, options);
  return { profile, miyu };
}

test('anywhere says what is, and what it means', async () => {
  const peer = FakePeer.withFriends('bob');
  const { miyu } = await serve(peer);
  const env = { MIYU_PASSWORD: peer.password };
  expect((await miyu(['anywhere', 'status'])).out).toContain('Sign in anywhere is off.');
  expect(await miyu(['anywhere', 'on'])).toMatchObject({ code: 2 });
  expect(await miyu(['anywhere', 'on'], { env: { MIYU_PASSWORD: 'wrong' } })).toMatchObject({ code: 3 });
  const on = await miyu(['anywhere', 'on'], { env });
  expect(on).toMatchObject({ code: 0, err: '' });
  expect(on.out).toMatch(/is on:.*\n.*copy is of.*\n.*private key.*sealed/);
  expect((await miyu(['anywhere', 'status', '--json'])).json()).toEqual({ state: 'kept', keptAt: 1_700_000_000_000 });
  expect((await miyu(['anywhere', 'off', '--lang', 'zh'])).out).toContain('随处登录：已关闭。');
  for (const [state, words] of [
    ['pending', 'still to be told'],
    ['dropping', 'still to delete'],
    ['superseded', 'another machine'],
  ] as const) {
    peer.anywhereState = state;
    expect((await miyu(['anywhere', 'status'])).out).toContain(words);
  }
});

test('password takes both from the pipe, from files, or from the environment', async () => {
  const peer = FakePeer.withFriends('bob');
  const { profile, miyu } = await serve(peer);
  const next = join(profile, 'next');
  await writeFile(next, 'from a file\n');
  const piped = await miyu(['password', '--password-stdin'], { stdin: `${peer.password}\nfrom the pipe\n` });
  expect(piped).toMatchObject({ code: 0, out: expect.stringContaining('The password is changed.') as string });
  const env = { MIYU_PASSWORD: peer.password };
  expect(await miyu(['password', '--new-password-file', next], { env })).toMatchObject({ code: 0 });
  expect(await miyu(['password'], { env: { ...env, MIYU_NEW_PASSWORD: 'from outside' } })).toMatchObject({ code: 0 });
  expect(peer.calls).toEqual(['password from the pipe', 'password from a file', 'password from outside']);
  const none = await miyu(['password', '--json'], { env });
  expect([none.code, none.json()]).toMatchObject([2, { error: { code: 'usage', field: 'newPassword' } }]);
});

test('account delete wants the name', async () => {
  const peer = FakePeer.withFriends('bob');
  const { miyu } = await serve(peer);
  const env = { MIYU_PASSWORD: peer.password };
  expect(await miyu(['account', 'delete'], { env })).toMatchObject({ code: 2 });
  expect(await miyu(['account', 'delete', '--name', 'bob'], { env })).toMatchObject({ code: 2 });
  expect(peer.calls).toEqual([]);
  const gone = await miyu(['account', 'delete', '--name', peer.name ?? '', '--json'], { env });
  expect([gone.code, gone.json()]).toEqual([0, { deleted: true }]);
});

test('login --elsewhere takes name and server', async () => {
  const peer = FakePeer.withFriends('bob');
  const { miyu } = await serve(peer);
  const env = { MIYU_PASSWORD: peer.password };
  expect(await miyu(['login', '--server', 'miyu://invite/x'], { env })).toMatchObject({ code: 2 });
  const done = await miyu(['login', '--elsewhere', 'zoe', '--server', 'miyu://invite/x'], { env });
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining('signed in as zoe') as string });
  const wrong = await miyu(['login', '--elsewhere', 'zoe', '--json'], { env: { MIYU_PASSWORD: 'wrong' } });
  expect([wrong.code, wrong.json()]).toMatchObject([3, { error: { code: 'login-wrong', field: 'password' } }]);
});

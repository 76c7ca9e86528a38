/** Cards and certificates on the command line. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { SMALL_PICTURE } from '../../support/pictures.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function serve(peer = FakePeer.withFriends('bob')) {
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  return { peer, miyu: (...args: string[]) => cli(profile, args), folder: await temporaryFolder() };
}

test('a card is filled in, shown, and taken back, with a picture from a file and to a file', async () => {
  const { peer, miyu, folder } = await serve();
  expect((await miyu('profile')).out).toContain('Nothing is filled in.');
  const me = join(folder, 'me.png');
  await writeFile(me, SMALL_PICTURE);
  const set = await miyu(
    ...['profile', 'set', '--display-name', 'Alice K.', '--sex', 'female', '--birth-year', '1990', '--picture', me],
  );
  expect(set.out).toContain('Display name: Alice K.');
  expect(set.out).toContain('Year of birth: 1990');
  expect(peer.ownPicture).toEqual(SMALL_PICTURE);
  const copy = join(folder, 'copy.png');
  const shown = await miyu('profile', 'show', '--save-picture', copy, '--json');
  expect(shown.json()).toMatchObject({ profile: { displayName: 'Alice K.', sex: 'female', hasPicture: true } });
  expect(new Uint8Array(await readFile(copy))).toEqual(SMALL_PICTURE);
  await miyu('profile', 'set', '--sex', '', '--birth-year', '', '--no-picture', '--status', 'on the road');
  expect(peer.card).toMatchObject({ sex: null, birthYear: null, hasPicture: false, status: 'on the road' });
  expect((await miyu('profile', '--lang', 'zh')).out).toContain('个性签名：on the road');
});

test('what makes no sense is told before anything is asked', async () => {
  const { peer, miyu, folder } = await serve();
  for (const [args, code] of [
    [[], 'usage'],
    [['--sex', 'x'], 'usage'],
    [['--birth-year', '19'], 'birth-year-invalid'],
    [['--picture', join(folder, 'missing.png')], 'usage'],
    [['--status', 'two\nlines'], 'status-invalid'],
  ] as const) {
    const said = await miyu('profile', 'set', ...args, '--json');
    expect(said.json(), args.join(' ')).toMatchObject({ error: { code } });
    expect(said.code).not.toBe(0);
  }
  expect(peer.card).toBeNull();
});

test('register fills it in as well', async () => {
  const { peer, miyu, folder } = await serve(new FakePeer());
  const password = join(folder, 'password');
  await writeFile(password, 'plum tree 42 harbour\n');
  const args = ['register', 'alice', '--password-file', password, '--display-name', 'Alice K.', '--status', 'new here'];
  expect((await miyu(...args)).code).toBe(0);
  expect(peer.card).toMatchObject({ displayName: 'Alice K.', status: 'new here' });
});

test('a certificate is shown, written to a file, and checked', async () => {
  const { miyu, folder } = await serve();
  expect((await miyu('certificate')).out).toContain('E-mail: alice@example.org');
  const path = join(folder, 'alice.cert');
  expect((await miyu('certificate', 'export', path)).out).toContain(path);
  expect(await readFile(path, 'utf8')).toMatch(/^-----BEGIN MIYU CERTIFICATE-----\n/);
  expect((await miyu('certificate', 'verify', path)).out).toContain('It is your own.');
  expect((await miyu('certificate', 'verify', path, '--json')).json()).toMatchObject({ known: 'yourself' });
  await writeFile(path, 'nothing');
  expect((await miyu('certificate', 'verify', path, '--json')).json()).toMatchObject({
    error: { code: 'certificate-file-invalid' },
  });
  expect((await miyu('certificate', 'show', 'bob', '--json')).json()).toMatchObject({
    error: { code: 'no-certificate' },
  });
});

test('what a friend calls himself stands beside the name, and turns nothing in the terminal', async () => {
  const peer = new FakePeer();
  Object.assign(peer, { state: 'online', name: 'alice' });
  peer.befriend('bob', { card: { displayName: 'carol\u001b[31m', picture: null } });
  const { miyu } = await serve(peer);
  const { out } = await miyu('friends');
  expect(out).toContain('bob (carol\ufffd[31m)');
});

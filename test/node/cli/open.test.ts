import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findPage, inviteOpener, pageFile, pageOpener } from '../../../node/api/client-page.ts';
import { hasDisplay, opener } from '../../../node/cli/browser.ts';
import { serveApi } from '../../../node/api/server.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { exchange, servePageFor } from '../../support/page.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const INVITE = 'miyu://invite/fake-0a1b';

/** A launcher that notes what it was given, and ends with this code. */
async function fakeLauncher(code: number): Promise<{ path: string; given: () => Promise<string> }> {
  const folder = join(await temporaryFolder(), 'bin');
  await mkdir(folder);
  const note = join(folder, 'given');
  await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s|' "$#" "$@" > '${note}'\nexit ${code}\n`);
  await chmod(join(folder, 'xdg-open'), 0o755);
  return { path: folder, given: () => readFile(note, 'utf8') };
}

describe('miyu open', () => {
  test('prints the link where there is no display, and with --print', async () => {
    const { profile, origin, code } = await servePageFor();
    const link = `${origin}/#code=${await code()}`;
    for (const [args, env] of [
      [['open'], {}],
      [['open', '--print'], { DISPLAY: ':0' }],
      [['open'], { DISPLAY: '', WAYLAND_DISPLAY: '' }],
    ] as const) {
      const told = await cli(profile, args, { env });
      expect([told.code, told.out.trim().split('\n').at(-1)]).toEqual([0, link]);
    }
    const chinese = await cli(profile, ['--lang', 'zh', 'open', '--print']);
    expect(chinese.out).toMatch(/浏览器中打开.*\n.*#code=/);
    const json = await cli(profile, ['--json', 'open', '--print']);
    expect(json.json()).toEqual({ address: `${origin}/`, opened: false, link });
  });

  test.skipIf(process.platform !== 'linux')('starts the browser with a file’s name, never with the code', async () => {
    const { profile, origin, code } = await servePageFor();
    const launcher = await fakeLauncher(0);
    const told = await cli(profile, ['open'], { env: { DISPLAY: ':0', PATH: launcher.path } });
    expect([told.code, told.out]).toEqual([0, `The page is open in your browser: ${origin}/\n`]);
    expect(await launcher.given()).toBe(`1|${pageOpener(profile)}|`);
    expect(told.out + (await launcher.given())).not.toContain(await code());
    expect(await readFile(pageOpener(profile), 'utf8')).toContain(`${origin}/#code=${await code()}`);
    const json = await cli(profile, ['--json', 'open'], { env: { DISPLAY: ':0', PATH: launcher.path } });
    expect(json.json()).toEqual({ address: `${origin}/`, opened: true });
  });

  test.skipIf(process.platform !== 'linux')('prints the link where no browser can be started', async () => {
    const { profile } = await servePageFor();
    const broken = await fakeLauncher(3);
    for (const PATH of [broken.path, await temporaryFolder()]) {
      const told = await cli(profile, ['open'], { env: { DISPLAY: ':0', PATH } });
      expect([told.code, told.out]).toEqual([0, expect.stringContaining('#code=')]);
    }
  });

  test('opens it with somebody’s invite, which is in no command line and is gone with the code', async () => {
    const { profile, origin, port, code } = await servePageFor();
    const first = await code();
    const link = `${origin}/#code=${first}&invite=${INVITE.slice('miyu://invite/'.length)}`;
    const printed = await cli(profile, ['--json', 'open', '--print', INVITE]);
    expect(printed.json()).toEqual({ address: `${origin}/`, opened: false, link });
    await expect(readFile(inviteOpener(profile))).rejects.toMatchObject({ code: 'ENOENT' });
    const launcher = await fakeLauncher(0);
    const told = await cli(profile, ['open', INVITE], { env: { DISPLAY: ':0', PATH: launcher.path } });
    expect([told.code, told.out]).toEqual([0, `The page is open in your browser: ${origin}/\n`]);
    expect(await launcher.given()).toBe(`1|${inviteOpener(profile)}|`);
    expect(await readFile(inviteOpener(profile), 'utf8')).toContain(link.replace('&', '&amp;'));
    expect((await stat(inviteOpener(profile))).mode & 0o077).toBe(0);
    expect((await exchange(port, first)).status).toBe(200);
    await expect(readFile(inviteOpener(profile))).rejects.toMatchObject({ code: 'ENOENT' });
    for (const wrong of ['bob', 'miyu://invite/torn']) {
      const refused = await cli(profile, ['--json', 'open', wrong]);
      expect([refused.code, refused.json()]).toMatchObject([2, { error: { code: 'invite-malformed' } }]);
    }
  });

  test('says so where no peer runs, and where it serves no page', async () => {
    const nobody = await cli(await temporaryFolder(), ['--json', 'open']);
    expect([nobody.code, nobody.json()]).toMatchObject([4, { error: { code: 'daemon-not-running' } }]);
    const { profile, server } = await servePageFor();
    const files = await findPage(profile);
    expect(files.address).toBe(server.page);
    await rm(join(profile, 'run', 'page.json'));
    const off = await cli(profile, ['--json', 'open']);
    expect([off.code, off.json()]).toMatchObject([4, { error: { code: 'page-off' } }]);
  });

  test('is not misled by what a killed peer left', async () => {
    const { profile, server } = await servePageFor();
    const left = await readFile(pageFile(profile));
    await server.close();
    await writeFile(pageFile(profile), left);
    const without = await serveApi({ profile, peer: FakePeer.withFriends(), version: '1', env: {} });
    onTestFinished(() => without.close());
    const told = await cli(profile, ['--json', 'open']);
    expect([told.code, told.json()]).toMatchObject([4, { error: { code: 'page-off' } }]);
  });
});

test('miyu status tells where the page is, without the code', async () => {
  const { profile, origin, code } = await servePageFor();
  const status = await cli(profile, ['status']);
  expect(status.out).toContain(`Page: ${origin}/\n`);
  expect(status.out).not.toContain(await code());
  expect((await cli(profile, ['--json', 'status'])).json()).toMatchObject({ page: `${origin}/` });
});

test('a display is one that the person sees', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({ SSH_CONNECTION: 'a b' }, 'darwin')).toBe(false);
  expect(hasDisplay({ SSH_CONNECTION: 'a b', DISPLAY: 'localhost:10' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
  expect(hasDisplay({}, 'win32')).toBe(true);
});

test('each system has its own way to open a file', () => {
  expect(opener('/x y', 'darwin')).toEqual(['open', '/x y']);
  expect(opener('/x y', 'linux')).toEqual(['xdg-open', '/x y']);
  expect(opener('C:\\x & y', 'win32')).toEqual(['rundll32.exe', 'url.dll,FileProtocolHandler', 'C:\\x & y']);
});

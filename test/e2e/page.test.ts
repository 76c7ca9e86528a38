import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PAGE_PORT } from '../../node/api/page-port.ts';
import { ask, exchange, openLine, readEntry } from '../support/page.ts';
import { PASSWORD, miyu, registerPeer, start, startServer } from '../support/processes.ts';
import type { TestProcess } from '../support/processes.ts';
import { usualPorts } from '../support/ports.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

/** With the default port, as a person starts it. */
const npmStart = (data: string, ...args: string[]): TestProcess =>
  start('start', ['--json', '--data', data, ...args], { env: { MIYU_PASSWORD: PASSWORD, MIYU_PAGE_PORT: '' } });

const pageOf = async (process: TestProcess): Promise<{ address: string; link: string }> =>
  (await process.line('ready'))['page'] as { address: string; link: string };

const portOf = (address: string): number => Number(new URL(address).port);

async function greeted(port: number, token: string): Promise<boolean> {
  const line = await openLine(port);
  line.send({ api: 1, token });
  return 'version' in ((await until('an answer', () => line.values[0])) as object);
}

describe('npm start', () => {
  test('tells the link, also beside another one, and has the same address the next time', async () => {
    await usualPorts();
    const [here, there] = [await temporaryFolder(), await temporaryFolder()];
    const first = npmStart(here, '--name', 'alice');
    const one = await pageOf(first);
    const two = await pageOf(npmStart(there, '--name', 'bob'));
    expect(portOf(one.address)).toBeGreaterThanOrEqual(DEFAULT_PAGE_PORT);
    expect(portOf(two.address)).not.toBe(portOf(one.address));
    const code = new URLSearchParams(new URL(one.link).hash.slice(1)).get('code') ?? '';
    const { token } = JSON.parse((await exchange(portOf(one.address), code)).body) as { token: string };
    expect(await greeted(portOf(one.address), token)).toBe(true);
    expect(await greeted(portOf(two.address), token)).toBe(false);
    first.child.kill('SIGTERM');
    await first.ended;

    const again = await pageOf(npmStart(here));
    expect(again.address).toBe(one.address);
    expect(again.link).not.toBe(one.link);
    expect(await greeted(portOf(again.address), token)).toBe(true);
  }, 240_000);
});

describe('miyu up', () => {
  test('serves the page that was built, at the port that it was told, or none', async () => {
    const up = (profile: string, ...args: string[]): TestProcess =>
      start('miyu', ['up', '--json', '--profile', profile, '--listen', '/ip4/127.0.0.1/tcp/0', ...args]);
    const profile = join(await temporaryFolder(), 'profile');
    const page = (await up(profile).line('ready'))['page'] as string;
    expect([200, 503]).toContain((await ask(portOf(page), 'GET', '/')).status); // 503: dist/web was not built.
    expect((await miyu(profile, ['open', '--print'])).json).toMatchObject({ address: page, opened: false });

    const taken = up(join(await temporaryFolder(), 'profile'), '--page-port', String(portOf(page)));
    expect(await taken.ended).toBe(1);
    expect(taken.lines[0]).toMatchObject({ error: { code: 'port-taken' } });
    const nonsense = up(join(await temporaryFolder(), 'profile'), '--page-port', '70000');
    expect(await nonsense.ended).toBe(2);
    expect(nonsense.lines[0]).toMatchObject({ error: { code: 'config-invalid', field: 'pagePort' } });

    for (const off of [['--no-page'], ['--page-port', 'off']]) {
      const without = join(await temporaryFolder(), 'profile');
      expect((await up(without, ...off).line('ready'))['page']).toBe(null);
      expect((await miyu(without, ['status'])).json).toMatchObject({ page: null });
      expect(await miyu(without, ['open'])).toMatchObject({ code: 4, errorCode: 'page-off' });
    }
  }, 120_000);

  test('keeps address and welcome over a sign-out, which ends the process', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const before = await readEntry(alice.profile);
    const answer = await exchange(portOf(before.address), before.code);
    const { token } = JSON.parse(answer.body) as { token: string };
    await alice.api.call('logout');
    await until('it is back', () => alice.process.lines.filter(({ event }) => event === 'ready').length === 2);
    const after = await readEntry(alice.profile);
    expect(after.address).toBe(before.address);
    expect(after.code).not.toBe(before.code);
    expect(await greeted(portOf(after.address), token)).toBe(true);
    const log = await readFile(join(alice.profile, 'log', 'peer.log'), 'utf8');
    expect(log.length).toBeGreaterThan(0);
    for (const secret of [before.code, after.code, token]) expect(log + alice.process.output()).not.toContain(secret);
  }, 60_000);
});

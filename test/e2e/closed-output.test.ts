/** Programs whose output nobody reads any more: `miyu friends list | head -1`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectApi } from '../../node/api/client.ts';
import type { ApiClient } from '../../node/api/client.ts';
import { built } from '../house/built.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

/** A reader that has had enough before the first line. */
function unread(bundle: Parameters<typeof built>[0], args: readonly string[]) {
  const child = spawn(process.execPath, [built(bundle), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MIYU_PAGE_PORT: '0' },
  });
  child.stdout.destroy();
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return { child, told: () => told, ended };
}

test.each(['miyu', 'miyu-rendezvous'] as const)('%s ends without a word', async (bundle) => {
  const run = unread(bundle, ['--help']);
  expect(await run.ended).toBe(0);
  expect(run.told()).toBe('');
});

test('a peer goes on', async () => {
  const profile = join(await temporaryFolder(), 'peer');
  const run = unread('miyu', ['up', '--json', '--profile', profile, '--listen', '/ip4/127.0.0.1/tcp/0', '--no-page']);
  let api: ApiClient | undefined;
  await until('it answers', async () => (api = await connectApi(profile).catch(() => undefined)), {
    timeoutMs: 60_000,
  });
  expect((await api!.call('status')).state).toBe('no-account');
  api!.close();
  expect(run.told()).toBe('');
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
});

/** A server that another program started with a channel ends with it, whenever that is. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../scripts/launch/paths.js';
import { temporaryFolder } from '../../support/storage.ts';

test.each(['before it has started', 'once it is ready'])('its starter is gone %s', async (when) => {
  const folder = await temporaryFolder();
  const args = ['up', '--json', '--data', folder, '--listen', '/ip4/127.0.0.1/tcp/0'];
  const child = fork(join(ROOT, 'rendezvous', 'main.ts'), args, { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  if (when === 'once it is ready') {
    await new Promise((resolve) => {
      child.stdout?.once('data', resolve);
    });
  }
  child.disconnect();
  expect(await ended).toBe(0);
});

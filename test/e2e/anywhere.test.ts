/** Name and password alone, on another machine: real processes, two data folders, one server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PASSWORD, befriend, miyu, registerPeer, startPeer, startServer } from '../support/processes.ts';
import { until } from '../support/until.ts';

const secrets = { MIYU_PASSWORD: PASSWORD };
const NEXT = 'another plum tree 77';

test('miyu anywhere on; then miyu login --elsewhere brings the account, and the older machine says so', async () => {
  const server = await startServer();
  const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
  await befriend(alice, bob);
  expect(await alice.miyu('anywhere', 'status')).toMatchObject({ code: 0, json: { state: 'off' } });
  const on = await miyu(alice.profile, ['anywhere', 'on'], { env: secrets });
  expect(on).toMatchObject({ code: 0, json: { state: 'kept' } });

  const laptop = await startPeer('alice');
  const login = (env = secrets) =>
    miyu(laptop.profile, ['login', '--elsewhere', 'alice', '--server', server.invite], { env });
  expect(await login({ MIYU_PASSWORD: 'not this secret 8' })).toMatchObject({ code: 3, errorCode: 'login-wrong' });
  expect(existsSync(join(laptop.profile, 'vault'))).toBe(false);
  const startedAt = performance.now();
  const done = login();
  // The older device hears of it, and its keys leave memory.
  expect(await alice.process.line('ready', 2)).toMatchObject({ after: 'signed-out' });
  expect(await done).toMatchObject({ code: 0, json: { name: 'alice', state: 'online', epoch: 2 } });
  console.info(`from the command to the end of the older device: ${Math.round(performance.now() - startedAt)} ms`);
  await alice.connect();
  expect((await alice.api.call('status')).state).toBe('signed-out');

  await until('bob meets the new device', async () => (await bob.friend('alice'))?.presence === 'online', {
    timeoutMs: 40_000,
  });
  await bob.send(alice, 'to the new machine');
  await laptop.has(bob, ['to the new machine'], 40_000);
  await laptop.send(bob, 'from the new machine');
  await bob.has(laptop, ['from the new machine'], 40_000);

  const changed = await miyu(laptop.profile, ['password', '--password-stdin'], { stdin: `${PASSWORD}\n${NEXT}\n` });
  expect(changed).toMatchObject({ code: 0, json: { state: 'kept' } });
  const gone = (env: Record<string, string>, name: string) =>
    miyu(laptop.profile, ['account', 'delete', '--name', name], { env });
  expect(await gone({ MIYU_PASSWORD: NEXT }, 'bob')).toMatchObject({ code: 2 });
  expect(await gone(secrets, 'alice')).toMatchObject({ code: 3, errorCode: 'password-wrong' });
  expect(await gone({ MIYU_PASSWORD: NEXT }, 'alice')).toMatchObject({ code: 0, json: { deleted: true } });
  expect(await laptop.process.line('ready', 2)).toMatchObject({ state: 'no-account' });
  expect(existsSync(join(laptop.profile, 'vault'))).toBe(false);
  const again = await miyu(laptop.profile, ['register', 'alice', '--server', server.invite], { env: secrets });
  expect(again).toMatchObject({ code: 3, errorCode: 'name-held' });
}, 180_000);

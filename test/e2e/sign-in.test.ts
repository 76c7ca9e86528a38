import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TestPeer, PASSWORD, befriend, miyu, registerPeer, startPeer, startServer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

describe('signing out', () => {
  test('is acknowledged; the process that held the keys ends, and another waits, locked', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await befriend(alice, bob);
    const before = bob.pid;
    const out = await bob.miyu('logout');
    expect(out).toMatchObject({ code: 0, json: { acknowledged: true } });
    const ready = await bob.process.line('ready', 2);
    expect(ready).toMatchObject({ after: 'locked', state: 'locked' });
    expect(bob.pid).not.toBe(before);
    await until('the old process is gone', () => {
      try {
        process.kill(before, 0);
        return false;
      } catch {
        return true;
      }
    });
    const seen = await alice.sees(bob, 'mailbox');
    expect(seen.lastSeen).toBeGreaterThan(Date.now() - 60_000);

    const refused = await bob.miyu('friends', 'list');
    expect(refused).toMatchObject({ code: 4, errorCode: 'locked' });
    const wrong = await miyu(bob.profile, ['login'], { env: { MIYU_PASSWORD: 'plum tree 43 harbour' } });
    expect(wrong).toMatchObject({ code: 3, errorCode: 'password-wrong' });
    const right = await miyu(bob.profile, ['login', '--password-stdin'], { stdin: `${PASSWORD}\n` });
    expect(right).toMatchObject({ code: 0, json: { name: 'bob', epoch: 1 } });
    await bob.connect();
    await alice.sees(bob, 'online');
    await alice.send(bob, 'welcome back');
    await bob.has(alice, ['welcome back']);
  });

  test('without a server still locks, and says that nobody has confirmed it', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    await server.end('SIGKILL');
    const out = await alice.miyu('logout');
    expect(out).toMatchObject({ code: 0, json: { acknowledged: false } });
    expect(await alice.process.line('ready', 2)).toMatchObject({ state: 'locked' });
  });

  test('miyu stop ends both processes', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const { pid } = alice;
    expect(await alice.miyu('stop')).toMatchObject({ code: 0, json: { stopped: true } });
    expect(await alice.process.ended).toBe(0);
    expect(() => process.kill(pid, 0)).toThrow();
    expect(await alice.miyu('status')).toMatchObject({ code: 4, errorCode: 'daemon-not-running' });
  });
});

describe('the key file', () => {
  test('brings the account to another machine; the older one is told and locked; friends go on', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await befriend(alice, bob);
    await bob.send(alice, 'to the old machine');
    await alice.has(bob, ['to the old machine']);

    const file = join(await temporaryFolder(), 'alice.miyukey');
    const secrets = { MIYU_PASSWORD: PASSWORD, MIYU_FILE_PASSWORD: 'another long secret 7' };
    const exported = await miyu(alice.profile, ['key', 'export', file], { env: secrets });
    expect(exported.code).toBe(0);

    const laptop = await startPeer('alice');
    const badly = await miyu(laptop.profile, ['key', 'import', file], {
      env: { ...secrets, MIYU_FILE_PASSWORD: 'not this secret 8' },
    });
    expect(badly).toMatchObject({ code: 3, errorCode: 'password-wrong' });
    const imported = await miyu(laptop.profile, ['key', 'import', file], { env: secrets });
    expect(imported).toMatchObject({ code: 0, json: { name: 'alice' } });
    await laptop.reaches('online');
    expect((await laptop.api.call('status')).epoch).toBe(2);

    // The older device hears of it, and its keys leave memory.
    expect(await alice.process.line('ready', 2)).toMatchObject({ after: 'signed-out' });
    await alice.connect();
    expect((await alice.api.call('status')).state).toBe('signed-out');
    expect((await alice.miyu('send', 'bob', 'x')).code).toBe(4);

    await until('bob meets the new device', async () => (await bob.friend('alice'))?.presence === 'online', {
      timeoutMs: 40_000,
    });
    await bob.send(alice, 'to the new machine');
    await laptop.has(bob, ['to the new machine'], 40_000);
    await laptop.send(bob, 'from the new machine');
    await bob.has(laptop, ['from the new machine'], 40_000);

    // Whoever wants the older one back says so.
    const taken = await miyu(alice.profile, ['login', '--take-over'], { env: { MIYU_PASSWORD: PASSWORD } });
    expect(taken.code).toBe(0);
    await alice.reaches('online');
    expect(await laptop.process.line('ready', 2)).toMatchObject({ after: 'signed-out' });
    await bob.send(alice, 'to the old one again');
    // What it missed meanwhile, its friend has still, and sends again.
    await alice.has(bob, ['to the old machine', 'to the new machine', 'to the old one again'], 40_000);
  }, 180_000);
});

test('a profile is opened once', async () => {
  const server = await startServer();
  const alice = await registerPeer('alice', server);
  const second = new TestPeer('alice', alice.profile);
  await expect(second.up()).rejects.toThrow(/profile-in-use/);
  expect((await alice.miyu('status')).code).toBe(0);
});

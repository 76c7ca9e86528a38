/** What locks a profile beside the person: nobody there, and a login elsewhere; and what is left in memory then. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeVault } from '../../node/flows/vault-content.ts';
import { openFile } from '../../node/store/sealed-file.ts';
import { openVault, VAULT_FILE } from '../../node/store/vault.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { movedClock } from '../support/moved-clock.ts';
import { formsOf, formsOfText, memoryHidden, scanMemory } from '../support/memory.ts';
import { PASSWORD, befriend, miyu, registerPeer, startPeer, startServer, TestPeer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

const LONG_MS = 240_000;
const MINUTE_MS = 60_000;
const FILE_PASSWORD = 'another long secret 7';

/** Everything that opens something, in every form in which it might lie about. The passwords apart: nobody need keep them. */
async function secretsOf(peer: TestPeer) {
  const vault = decodeVault((await openVault(peer.profile, PASSWORD)).read());
  const kind = { magic: 'miyu-vlt', context: DERIVE.vault, damaged: 'vault-damaged', newer: 'store-newer' } as const;
  const { lock } = await openFile(kind, PASSWORD, await readFile(join(peer.profile, VAULT_FILE)));
  const { signingSeed, exchangeSecret } = vault.identity!;
  const keys = [
    ...formsOf('signing key', signingSeed),
    ...formsOf('exchange key', exchangeSecret),
    ...formsOf('store key', vault.storeKey),
    ...formsOf('vault key', lock.fileKey),
    ...formsOf('device key', vault.deviceSeed),
  ];
  return { keys, all: [...keys, ...formsOfText('password', PASSWORD)] };
}

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

/** The supervisor, and the process that it has started anew, have none of it; the one that had is no more. */
async function holdsNothing(peer: TestPeer, before: number, secrets: readonly (readonly [string, Buffer])[]) {
  await until('the process that held the keys is gone', () => isGone(before), { timeoutMs: 60_000 });
  expect(peer.pid).not.toBe(before);
  for (const pid of [peer.process.child.pid!, peer.pid]) {
    const { found, bytes } = await scanMemory(pid, secrets);
    expect(found).toEqual([]);
    // A program of this size has more than this: the scan has seen it.
    expect(bytes).toBeGreaterThan(10 * 1024 * 1024);
  }
}

describe.skipIf(memoryHidden !== undefined)('keys leave memory with their process', () => {
  test(
    'at a sign-out, and when another device takes over; while they are in use, the scan finds them',
    async () => {
      const server = await startServer();
      const ann = await registerPeer('ann', server);
      const secrets = await secretsOf(ann);
      // The scan can find: the keys in the process that uses them, a password in one that has it, this one.
      const inUse = await scanMemory(ann.pid, secrets.all);
      for (const key of ['signing key', 'exchange key', 'store key', 'vault key', 'device key']) {
        expect(inUse.found, key).toContain(`${key} as bytes`);
      }
      expect((await scanMemory(process.pid, formsOfText('password', PASSWORD))).found).toContain('password as bytes');

      const first = ann.pid;
      await ann.miyu('logout');
      await ann.process.line('ready', 2);
      await holdsNothing(ann, first, secrets.all);

      await ann.connect();
      await ann.login();
      const second = ann.pid;
      expect((await scanMemory(second, secrets.keys)).found).toContain('signing key as bytes');
      const { file } = await ann.api.call('key.export', { password: PASSWORD, filePassword: FILE_PASSWORD });
      const laptop = await startPeer('ann');
      await laptop.api.call('key.import', { file, filePassword: FILE_PASSWORD, password: PASSWORD });
      expect(await ann.process.line('ready', 3)).toMatchObject({ after: 'signed-out' });
      await holdsNothing(ann, second, [...secrets.all, ...formsOfText('file password', FILE_PASSWORD)]);
    },
    LONG_MS,
  );
});

describe('the older device', () => {
  test(
    'says who signed in, when and from where, at the command line too',
    async () => {
      const server = await startServer();
      const ann = await registerPeer('ann', server);
      const { file } = await ann.api.call('key.export', { password: PASSWORD, filePassword: FILE_PASSWORD });
      const laptop = new TestPeer('ann', join(await temporaryFolder(), 'laptop'));
      await laptop.up('--device-name', 'kitchen laptop');
      await laptop.api.call('key.import', { file, filePassword: FILE_PASSWORD, password: PASSWORD });
      const { device } = await laptop.api.call('status');
      const lockedBy = { by: 'elsewhere', device, label: 'kitchen laptop', address: '127.0.0.1' };
      expect(await ann.process.line('ready', 2)).toMatchObject({ after: 'signed-out', lockedBy });
      const status = await ann.miyu('status');
      expect(status.json).toMatchObject({ state: 'signed-out', lockedBy });
      const taken = await miyu(ann.profile, ['login', '--take-over'], { env: { MIYU_PASSWORD: PASSWORD } });
      expect(taken.json).toMatchObject({ epoch: 3, lockedBy: null });
    },
    LONG_MS,
  );
});

describe('the auto-lock', () => {
  test(
    'ends the process that holds the keys; what comes meanwhile waits, and is there after the password',
    async () => {
      const server = await startServer();
      const clock = await movedClock();
      const ann = new TestPeer('ann', join(await temporaryFolder(), 'profile'), clock.env);
      await ann.up();
      await ann.api.call('register', { name: 'ann', password: PASSWORD, server: server.invite });
      await ann.reaches('online');
      const bob = await registerPeer('bob', server);
      await befriend(ann, bob);
      expect(await ann.miyu('settings', 'autoLock', '15')).toMatchObject({ code: 0, json: { autoLock: '15' } });
      const before = ann.pid;
      await clock.moveTo(16 * MINUTE_MS);
      expect(await ann.process.line('ready', 2)).toMatchObject({
        after: 'locked',
        state: 'locked',
        lockedBy: { by: 'idle' },
      });
      await until('the keys are gone', () => isGone(before), { timeoutMs: 60_000 });
      const status = await ann.miyu('status');
      expect(status.json).toMatchObject({ state: 'locked', lockedBy: { by: 'idle' } });
      expect(await ann.miyu('friends', 'list')).toMatchObject({ code: 4, errorCode: 'locked' });
      await bob.sees(ann, 'mailbox');
      const sent = await bob.send(ann, 'while you were away');
      await bob.hasState(ann, sent, 'stored');
      await ann.connect();
      await ann.login();
      await ann.has(bob, ['while you were away']);
      expect((await ann.api.call('status')).lockedBy).toBeNull();
    },
    LONG_MS,
  );
});

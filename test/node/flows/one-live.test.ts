/** One live login per account: a newer device wins, and the older is told, keeps what it has not sent, and is followed by nobody. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { Account } from '../../../node/flows/account.ts';
import { HomeConnections } from '../../../node/flows/homes.ts';
import { exportContent, importedAccount, readKeyFile } from '../../../node/flows/key-file.ts';
import type { LockedBy } from '../../../node/flows/peer.ts';
import { newAccount, sendRegistration } from '../../../node/flows/register.ts';
import { Succession } from '../../../node/flows/succession.ts';
import { decodeVault, encodeVault, identityOf, type VaultFile } from '../../../node/flows/vault-content.ts';
import type { VaultContent } from '../../../node/core/generated/vault.js';
import { openVault } from '../../../node/store/vault.ts';
import { systemClock } from '../../../shared/clock.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { loginProof } from '../../../shared/crypto/statements.ts';
import { silentLog } from '../../../shared/log.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { freezingProxy } from '../../support/freezing-proxy.ts';
import { aServer, befriend, PASSWORD, someone, TestPerson } from '../../support/people.ts';
import { RawDevice, type RawConnection } from '../../support/raw-client.ts';
import { clientOver, rendezvousOver } from '../../support/raw-rendezvous.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';
import { startHost } from '../net/hosts.ts';

const FILE_PASSWORD = 'another long sentence';
const LONG_MS = 180_000;

/** The same account on another machine. */
async function movedFrom(person: TestPerson, deviceName: string): Promise<TestPerson> {
  const file = await person.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
  return imported(file, deviceName);
}

async function imported(file: Uint8Array, deviceName: string): Promise<TestPerson> {
  const other = await TestPerson.with({ deviceName });
  await other.peer.importKey({ file, filePassword: FILE_PASSWORD, password: PASSWORD });
  return other;
}

const lockedBy = async (person: TestPerson): Promise<Extract<LockedBy, { by: 'elsewhere' }>> => {
  const told = await until('told who', () => person.peer.status().lockedBy ?? undefined, { timeoutMs: 60_000 });
  if (told.by !== 'elsewhere') throw new Error(told.by);
  return told;
};

describe('the older device', () => {
  test(
    'is told which device, when and from where; so is one that was away, at its next sign-in',
    async () => {
      const server = await aServer();
      const old = await someone('ann', server, { deviceName: 'desk' });
      const before = Date.now();
      const fresh = await movedFrom(old, 'kitchen · Linux');
      const told = await lockedBy(old);
      expect(old.peer.status()).toMatchObject({ state: 'signed-out', account: null });
      expect(told).toMatchObject({
        device: fresh.peer.status().device,
        label: 'kitchen · Linux',
        address: '127.0.0.1',
      });
      expect(told.at).toBeGreaterThanOrEqual(before);
      expect(told.at).toBeLessThanOrEqual(Date.now());

      // Away, and started again: it knows nothing until it signs in.
      await old.restart();
      expect(old.peer.status()).toMatchObject({ state: 'locked', lockedBy: null });
      await refusal(old.peer.login({ password: PASSWORD }), 'signed-out');
      expect(await lockedBy(old)).toEqual(told);

      const back = await old.peer.login({ password: PASSWORD, takeOver: true });
      expect(back).toMatchObject({ state: 'online', epoch: 3, lockedBy: null });
      expect(await lockedBy(fresh)).toMatchObject({ device: back.device, label: 'desk' });
    },
    LONG_MS,
  );

  test(
    'hears of it at once: within two seconds, and here with room for a busy machine',
    async () => {
      const server = await aServer();
      const old = await someone('ann', server);
      const file = await old.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
      const signedIn = Promise.withResolvers<number>();
      const locked = Promise.withResolvers<number>();
      old.peer.onEvent(({ event }) => {
        if (event.type === 'state' && event.state === 'signed-out') locked.resolve(performance.now());
      });
      const fresh = await TestPerson.with();
      fresh.peer.onEvent(({ event }) => {
        if (event.type === 'state' && event.state === 'online') signedIn.resolve(performance.now());
      });
      const startedAt = performance.now();
      await fresh.peer.importKey({ file, filePassword: FILE_PASSWORD, password: PASSWORD });
      const [at, inAt] = await Promise.all([locked.promise, signedIn.promise]);
      // The server tells the older one before it answers the newer: it may be first.
      console.info(
        `told ${(at - inAt).toFixed(0)} ms after the newer was in, ${(at - startedAt).toFixed(0)} after it began`,
      );
      expect(at - inAt).toBeLessThan(20_000);
    },
    LONG_MS,
  );

  test(
    'keeps what it has not sent, and sends it once when it is live again',
    async () => {
      const server = await aServer();
      const [old, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
      await befriend(old, 'ann', bob, 'bob');
      const file = await old.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
      await Promise.all([bob.peer.stop(), server.stop()]);
      await until('alone', () => old.peer.status().state === 'connecting');
      for (const text of ['one', 'two', 'three']) await old.peer.send({ to: 'bob', text });
      await old.restart();
      await server.start();
      const fresh = await imported(file, 'laptop');
      await refusal(old.peer.login({ password: PASSWORD }), 'signed-out');
      await fresh.isFriend('bob');
      await fresh.peer.send({ to: 'bob', text: 'from the newer' });
      await until('left', () => fresh.peer.status().outbox.stored > 0, { timeoutMs: 60_000 });
      await old.peer.login({ password: PASSWORD, takeOver: true });
      await until('left', () => old.peer.status().outbox.stored >= 3, { timeoutMs: 60_000 });
      await bob.restart();
      await bob.peer.login({ password: PASSWORD });
      await until('all came', () => bob.texts('ann').length >= 4, { timeoutMs: 60_000 });
      await until('delivered', () => old.peer.status().outbox.waiting === 0, { timeoutMs: 60_000 });
      expect(bob.texts('ann').toSorted()).toEqual(['from the newer', 'one', 'three', 'two']);
      expect(bob.texts('ann').filter((text) => text !== 'from the newer')).toEqual(['one', 'two', 'three']);
    },
    LONG_MS,
  );

  test(
    'that does not know yet: its friend leaves it for the newer one at once, and takes nothing from it',
    async () => {
      const server = await aServer();
      const proxy = await freezingProxy(server.address);
      const old = await TestPerson.with();
      await old.peer.register({ name: 'ann', password: PASSWORD, server: proxy.address });
      const bob = await someone('bob', server);
      await befriend(old, 'ann', bob, 'bob');
      await bob.friend('ann', 'linked', ({ presence }) => presence === 'online');
      const file = await old.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
      proxy.freeze();
      const fresh = await imported(file, 'laptop');
      const { device } = fresh.peer.status();
      await until('bob follows', () => bob.peer.friend('ann').device === device, { timeoutMs: 60_000 });
      await bob.peer.send({ to: 'ann', text: 'to the newer' });
      await until('it came', () => fresh.texts('bob').includes('to the newer'), { timeoutMs: 60_000 });
      await until(
        'the older is left',
        () => old.peer.status().state === 'signed-out' || old.peer.friend('bob').presence !== 'online',
        { timeoutMs: 60_000 },
      );
      // Unless it has heard of it meanwhile: what it says now reaches nobody until it is live again.
      const unsent = old.peer.status().state === 'online' ? ['from the older'] : [];
      for (const text of unsent) await old.peer.send({ to: 'bob', text });
      const told = await lockedBy(old);
      expect(told.device).toBe(device);
      expect(bob.texts('ann')).not.toContain('from the older');
      await old.peer.login({ password: PASSWORD, takeOver: true });
      expect(old.texts('bob').filter((text) => text === 'to the newer').length).toBeLessThan(2);
      await until(
        'sent now',
        () => bob.texts('ann').filter((text) => text === 'from the older').length === unsent.length,
        {
          timeoutMs: 60_000,
        },
      );
      expect(unsent, 'the machine was too busy to catch the older one unaware').toEqual(['from the older']);
    },
    LONG_MS,
  );
});

describe('a device that was signed out, with its old certificate', () => {
  test(
    'neither drains the mailbox, nor is a guest, nor links to a friend; friends learn nothing of addresses',
    async () => {
      const server = await aServer();
      const [old, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
      await befriend(old, 'ann', bob, 'bob');
      await old.peer.stop();
      const vault = decodeVault((await openVault(old.folder, PASSWORD)).read());
      await old.restart();
      await old.peer.login({ password: PASSWORD });
      await movedFrom(old, 'laptop');
      await lockedBy(old);
      await old.peer.stop();
      await until('bob knows', () => bob.peer.friend('ann').epoch === 2, { timeoutMs: 60_000 });

      const device = new RawDevice(vault.deviceSeed);
      const target = { server: server.running.server, addresses: () => server.running.addresses() };
      const connection = await device.connect(target);
      await connection.hello();
      const { nonce } = await connection.ask('challenge', {});
      const clientNonce = systemRandom(32);
      const claim = { server: target.server, device: device.id, serverNonce: nonce, clientNonce, epoch: 1n };
      const proof = loginProof(identityOf(vault.identity), claim);
      const certificate = Signed.decode(vault.certificate);
      await refusal(connection.ask('presentDevice', {}), 'not-signed-in');
      const attempt = connection.ask('login', { account: vault.account, certificate, clientNonce, proof });
      expect((await refusal(attempt, 'epoch-conflict')).detail).toBe(2);
      await refusal(connection.ask('drain', {}), 'not-signed-in');
      await refusal(connection.ask('acknowledge', { upTo: 9n }), 'not-signed-in');
      const statement = Signed.decode(vault.statement);
      await refusal(connection.ask('introduce', { statement, certificate }), 'epoch-conflict');
      // Who took its place it may ask, for the proof was good.
      expect((await connection.ask('presentDevice', {})).newest).toMatchObject({
        signedInAt: expect.any(BigInt) as bigint,
      });
      await connection.close();
      await device.stop();

      const host = await startHost({ deviceSeed: vault.deviceSeed });
      const accepted: unknown[] = [];
      host.links.start({
        certificate: () => vault.certificate,
        authorize: () => ({ account: new Uint8Array(32) }),
        onLink: (link) => accepted.push(link),
        onDeliver: () => Promise.resolve([]),
        onHeads: () => undefined,
        onPrekeysWanted: () => Promise.reject(new MiyuError('unknown-request')),
      });
      const [address] = bob.peer.status().listening;
      const { device: to } = bob.peer.status();
      const { peerIdFromString } = await import('@libp2p/peer-id');
      const bytes = peerIdFromString(to!).toMultihash().bytes;
      await refusal(host.links.dial(bytes, [address!]), 'not-friends');
      expect(accepted).toEqual([]);

      // What a friend may look up says nothing of where ann is.
      const asked = JSON.stringify(await bob.peer.find('ann'));
      expect(asked).not.toContain('127.0.0.1');
      expect(asked).not.toContain('laptop');
    },
    LONG_MS,
  );
});

describe('a hundred devices at once', () => {
  test(
    'one is live at the end, and each of the others knows',
    async () => {
      const { server } = await startTestServer();
      const home = server.home();
      const first = new RawDevice();
      const target = { home, token: new Uint8Array(0) };
      const form = { name: 'racing', password: '', email: '', target };
      const made = newAccount(form, { seed: first.seed, peerId: first.id }, systemRandom);
      const account = inMemory(made);
      const connection = await greeted(first);
      await sendRegistration(account, clientOver(connection), systemRandom, {});
      const content = readKeyFile(exportContent(account, { all: () => [] } as never));

      async function greeted(device: RawDevice): Promise<RawConnection> {
        const made = await device.connect(server);
        await made.hello();
        return made;
      }
      const devices = Array.from({ length: 100 }, () => new RawDevice());
      const racers: { homes: HomeConnections; succession: Succession; own: Account }[] = [];
      for (const [n, device] of devices.entries()) {
        const own = inMemory(importedAccount(content, { seed: device.seed, peerId: device.id }, systemRandom));
        const succession = new Succession(own, systemRandom, `device ${n}`, silentLog);
        const context = { own: () => own.own(), clock: systemClock, random: systemRandom, log: silentLog };
        // Connected beforehand: what races is the sign-in.
        const rendezvous = rendezvousOver(await greeted(device), () => greeted(device));
        const homes = new HomeConnections(
          context,
          rendezvous,
          (client, waiting) => succession.signIn(client, waiting),
          undefined,
          (push) => succession.isReplaced(push),
        );
        onTestFinished(() => homes.stop());
        racers.push({ homes, succession, own });
      }
      for (const { homes } of racers) homes.start();
      const stateOf = ({ homes }: (typeof racers)[number]): string => homes.state.state;
      const isOver = (): boolean => racers.filter((racer) => stateOf(racer) === 'signed-out').length === 99;
      await until('ninety-nine are signed out', isOver, { timeoutMs: 200_000 });
      const live = racers.filter((racer) => stateOf(racer) === 'online');
      expect(live).toHaveLength(1);
      expect((await server.status()).signedIn).toBe(1);
      expect(live[0]!.own.own().epoch).toBe(
        racers.reduce((most, { own }) => (own.own().epoch > most ? own.own().epoch : most), 0n),
      );
      for (const racer of racers) {
        if (racer === live[0]) continue;
        const { elsewhere } = racer.succession;
        expect(elsewhere).toMatchObject({
          address: '127.0.0.1',
          label: expect.stringMatching(/^device \d+$/) as string,
        });
      }
    },
    LONG_MS,
  );
});

describe('a server that lies', () => {
  test('locks nobody out by a push without a certificate of the account’s own, or with an older one', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await ann.peer.stop();
    const vault = decodeVault((await openVault(ann.folder, PASSWORD)).read());
    const own = inMemory(vault);
    const succession = new Succession(own, systemRandom, '', silentLog);
    const certificate = Signed.decode(vault.certificate);
    const rest = { signedInAt: 1n, origin: new Uint8Array(0), label: new Uint8Array(0) };
    expect(succession.isReplaced({ epoch: 9n })).toBe(false);
    expect(succession.isReplaced({ epoch: 9n, newest: { certificate, ...rest } })).toBe(false);
    const forged = { payload: certificate.payload, signature: systemRandom(64) };
    expect(succession.isReplaced({ epoch: 9n, newest: { certificate: forged, ...rest } })).toBe(false);
    expect(succession.elsewhere).toBeUndefined();
  });
});

function inMemory(content: VaultContent): Account {
  let bytes = encodeVault(content);
  const file: VaultFile = {
    read: () => bytes,
    write: (next) => {
      bytes = next;
      return Promise.resolve();
    },
    changePassword: () => Promise.reject(new Error('no password here')),
  };
  return new Account(file, silentLog);
}

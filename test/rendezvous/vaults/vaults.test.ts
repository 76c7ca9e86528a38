/** Sealed vaults of those who sign in anywhere: kept, replaced, given to whoever knows the password, and to nobody else. */
import { describe, expect, it, test, vi } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';
import { enrolOn, fetchVault, loginRequest, putNewVault } from '../../support/anywhere.ts';

// Each password costs 64 MiB of argon2id, whose price is not a test's to choose; on a busy machine that is some seconds.
vi.setConfig({ testTimeout: 120_000 });

const PASSWORD = 'Grüne Äpfel und 三只小猪';
const DAY_MS = 24 * 60 * 60 * 1_000;

describe('a kept vault', () => {
  it('comes back by name and password, on a connection that nobody is signed in on', async () => {
    const { server } = await startTestServer();
    const wang = new RawPerson('Wang');
    const home = await wang.register(server);
    const sealed = systemRandom(5_000);
    const { exportKey } = await putNewVault(home, wang, PASSWORD, sealed);
    const stranger = await new RawPerson('nobody').greet(server, new RawDevice());
    // The name in any case, the password in any form of Unicode.
    const found = await fetchVault(stranger, 'wANG', PASSWORD.normalize('NFD'));
    expect(found).toEqual({ sealed, version: 1n, exportKey });
    await refusal(stranger.ask('listFriendRequests', {}), 'not-signed-in');

    expect(await fetchVault(stranger, 'Wang', 'Grüne Äpfel')).toBeUndefined();
    // The next version needs no password, and the same one opens it.
    const next = systemRandom(6_000);
    await home.ask('putVault', { sealed: next, version: 2n, replaces: 1n });
    expect(await fetchVault(stranger, 'Wang', PASSWORD)).toEqual({ sealed: next, version: 2n, exportKey });
  });

  it('is replaced by whoever saw the version that is there, and by nobody else', async () => {
    const { server } = await startTestServer({ vaultKiB: 8 });
    const li = new RawPerson('li');
    const home = await li.register(server);
    const record = systemRandom(192);
    const put = (more: object): Promise<unknown> =>
      home.ask('putVault', { record, sealed: Uint8Array.of(1), version: 1n, replaces: 0n, ...more });
    expect((await refusal(put({ record: undefined }), 'malformed')).field).toBe('record');
    expect((await refusal(put({ record: systemRandom(191) }), 'malformed')).field).toBe('record');
    expect((await refusal(put({ sealed: new Uint8Array(0) }), 'malformed')).field).toBe('sealed');
    expect((await refusal(put({ version: 0n }), 'malformed')).field).toBe('version');
    expect((await refusal(put({ version: 3n, replaces: 3n }), 'malformed')).field).toBe('version');
    expect((await refusal(put({ sealed: new Uint8Array(8 * 1024 + 1) }), 'too-large')).detail).toBe(8 * 1024);
    // No number: nothing is kept.
    expect((await refusal(put({ version: 3n, replaces: 2n }), 'vault-conflict')).detail).toBeUndefined();
    await put({});
    // Its answer was lost: the same once more.
    await put({});
    await put({ record: undefined });
    expect((await refusal(put({ sealed: Uint8Array.of(2) }), 'vault-conflict')).detail).toBe(1);
    // Two at once: one of them.
    const race = await Promise.allSettled(
      [2, 3].map((byte) => put({ sealed: Uint8Array.of(byte), version: 2n, replaces: 1n })),
    );
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await refusal(put({ version: 9n, replaces: 1n }), 'vault-conflict')).detail).toBe(2);
    await put({ version: 9n, replaces: 2n });
    await home.ask('dropVault', {});
    await home.ask('dropVault', {});
    await put({});
  });

  it('is the owner’s alone to keep, and gone once it is dropped', async () => {
    const { server } = await startTestServer();
    const li = new RawPerson('li');
    const home = await li.register(server);
    const guest = await new RawPerson('zhao').introduce(server);
    await refusal(guest.ask('enrol', { request: systemRandom(32) }), 'not-signed-in');
    await refusal(
      guest.ask('putVault', { record: systemRandom(192), sealed: systemRandom(9), version: 1n }),
      'not-signed-in',
    );
    await refusal(guest.ask('dropVault', {}), 'not-signed-in');
    await refusal(home.ask('enrol', { request: systemRandom(31) }), 'malformed');
    await putNewVault(home, li, PASSWORD, systemRandom(100));
    await home.ask('dropVault', {});
    expect(await fetchVault(guest, 'li', PASSWORD)).toBeUndefined();
  });

  it('is kept by no server whose operator does not want to', async () => {
    const { server } = await startTestServer({ vaultKiB: 0 });
    const home = await new RawPerson('li').register(server);
    await refusal(home.ask('enrol', { request: systemRandom(32) }), 'too-large');
    await refusal(
      home.ask('putVault', { record: systemRandom(192), sealed: systemRandom(9), version: 1n }),
      'too-large',
    );
  });

  it('is not replaced by a device that a newer one has signed out', async () => {
    const { server } = await startTestServer();
    const li = new RawPerson('li');
    const home = await li.register(server);
    await putNewVault(home, li, PASSWORD, systemRandom(100));
    await li.login(server, 2n, new RawDevice());
    await refusal(home.ask('putVault', { sealed: systemRandom(9), version: 2n, replaces: 1n }), 'session-replaced');
  });

  it('outlives a restart, and a new password makes the old one worthless', async () => {
    const first = await startTestServer();
    const li = new RawPerson('li');
    const home = await li.register(first.server);
    const sealed = systemRandom(100);
    await putNewVault(home, li, PASSWORD, sealed);
    const { server } = await first.restart();
    await li.device.stop();
    const again = await li.login(server);
    expect((await fetchVault(again, 'li', PASSWORD))?.sealed).toEqual(sealed);
    const { record } = await enrolOn(again, li, 'an altogether new one');
    await again.ask('putVault', { record, sealed, version: 2n, replaces: 1n });
    expect(await fetchVault(again, 'li', PASSWORD)).toBeUndefined();
    expect((await fetchVault(again, 'li', 'an altogether new one'))?.version).toBe(2n);
  });
});

describe('a login that does not hold', () => {
  it('uses its handle up, which is of one connection', async () => {
    const { server } = await startTestServer();
    const li = new RawPerson('li');
    const home = await li.register(server);
    await putNewVault(home, li, PASSWORD, systemRandom(100));
    const [one, other] = [await new RawPerson('a').greet(server), await new RawPerson('b').greet(server)];
    const start = async (connection = one): Promise<number> =>
      (await connection.ask('startVaultLogin', { name: 'li', request: await loginRequest() })).handle;
    const handle = await start();
    const finish = (connection = one, as = handle): Promise<unknown> =>
      connection.ask('finishVaultLogin', { handle: as, message: systemRandom(64) });
    await refusal(finish(other), 'vault-login-invalid');
    await refusal(finish(), 'vault-login-invalid');
    await refusal(finish(), 'vault-login-invalid');
    expect(
      (await refusal(one.ask('finishVaultLogin', { handle: await start(), message: systemRandom(63) }), 'malformed'))
        .field,
    ).toBe('loginFinish');
  });

  it('is refused before it costs anything where its name or message is none', async () => {
    const { server } = await startTestServer();
    const someone = await new RawPerson('a').greet(server);
    const ask = (name: string, request: Uint8Array): Promise<unknown> =>
      someone.ask('startVaultLogin', { name, request });
    await refusal(ask('', await loginRequest()), 'name-empty');
    await refusal(ask('x'.repeat(40), await loginRequest()), 'name-too-long');
    await refusal(ask('x'.repeat(100_000), await loginRequest()), 'malformed');
    await refusal(ask('li', systemRandom(95)), 'malformed');
    await refusal(ask('li', new Uint8Array(96).fill(0xff)), 'malformed');
  });
});

test(
  'a name without an account, and an account without a vault, are answered as one that has it',
  { timeout: 120_000 },
  async () => {
    const clock = movableClock();
    const { server } = await startTestServer({}, { clock });
    const li = new RawPerson('li');
    await putNewVault(await li.register(server), li, PASSWORD, systemRandom(150_000));
    await (await new RawPerson('wang').register(server)).close();
    const someone = await new RawPerson('a').greet(server);
    const request = await loginRequest();
    const names = ['li', 'wang', 'nobody'];
    const took = new Map<string, number[]>(names.map((name) => [name, []]));
    const accounts = new Map<string, string>();
    for (let round = 0; round < 30; round += 1) {
      // Nobody waits for the guesses of the round before.
      clock.advance(2 * DAY_MS);
      for (const name of names) {
        const startedAt = performance.now();
        const answer = await someone.ask('startVaultLogin', { name, request });
        took.get(name)!.push(performance.now() - startedAt);
        expect([answer.account.length, answer.response.length]).toEqual([32, 320]);
        expect(answer.handle).toBeGreaterThan(0);
        // Whoever asks twice sees the same account, made up or not.
        const account = Buffer.from(answer.account).toString('hex');
        expect(accounts.get(name) ?? account).toBe(account);
        accounts.set(name, account);
      }
    }
    expect(new Set(accounts.values()).size).toBe(3);
    const spread = names
      .map((name) => took.get(name)!.sort((a, b) => a - b))
      .map((all) => [all[3]!, all[15]!, all[26]!] as const);
    console.info(
      `login start, ms at 10 %, 50 %, 90 %: ${spread.map((each) => each.map((ms) => ms.toFixed(2)).join(' ')).join(' | ')}`,
    );
    // The middle of each lies within the others' spread.
    for (const [low, , high] of spread) {
      for (const [, median] of spread) {
        expect(median).toBeGreaterThanOrEqual(low);
        expect(median).toBeLessThanOrEqual(high);
      }
    }
  },
);

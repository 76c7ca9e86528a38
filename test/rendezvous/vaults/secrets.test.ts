/** What a server of ours has received, answered and kept after somebody chose to sign in anywhere: nothing that a guess could be tried on. */
import { argon2Sync } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256, sha512, utf8 } from '../../../shared/crypto/hash.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import { TABLES, type Store } from '../../../rendezvous/store/store.ts';
import { fetchVault, putNewVault } from '../../support/anywhere.ts';
import { RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { startTestServer } from '../../support/rendezvous.ts';

const PASSWORD = 'Zwölf Boxkämpfer jagen Viktor';

/** Bodies as they were before the link sealed them: every byte that the server got of this client, and gave. */
function recorded(connection: RawConnection, into: Uint8Array[]): void {
  const { channel } = connection;
  const request = channel.request.bind(channel);
  channel.request = async (body, ...rest) => {
    into.push(body.slice());
    const answer = await request(body, ...rest);
    into.push(answer.slice());
    return answer;
  };
}

/** Whatever tells the password, or is made of it alone: whoever finds one of these may guess without the server's secret. */
function needles(password: string): Uint8Array[] {
  const forms = [password, password.normalize('NFC'), password.normalize('NFD'), password.toLowerCase()];
  return forms.flatMap((text) => {
    const bytes = utf8(text);
    // OPAQUE's argon2id has no salt of its own: its input is the OPRF's output. So a derivation of the password itself would look like this.
    const derived = argon2Sync('argon2id', {
      ...{ message: bytes, nonce: new Uint8Array(16), memory: 65_536, passes: 3, parallelism: 1, tagLength: 32 },
    });
    return [bytes, utf8(Buffer.from(bytes).toString('base64')), sha256(bytes), sha512(bytes), new Uint8Array(derived)];
  });
}

test(
  'no password, nothing made of it alone, and no export key, in what was sent or is kept',
  { timeout: 120_000 },
  async () => {
    let store: Store | undefined;
    const { server, settings, log, stop } = await startTestServer(
      {},
      { openStore: async (folder) => (store = await openLevelStore(folder)) },
    );
    const traffic: Uint8Array[] = [];
    const li = new RawPerson('li');
    const home = await li.register(server);
    const stranger = await new RawPerson('a').greet(server);
    for (const connection of [home, stranger]) recorded(connection, traffic);
    const sealed = systemRandom(4_000);
    const { exportKey, record } = await putNewVault(home, li, PASSWORD, sealed);
    expect((await fetchVault(stranger, 'li', PASSWORD))?.sealed).toEqual(sealed);
    expect(await fetchVault(stranger, 'li', `${PASSWORD}!`)).toBeUndefined();

    const kept: Uint8Array[] = [];
    for (const table of TABLES) {
      for (const { key, value } of await store!.scan(table, { limit: 10_000 })) kept.push(key, value);
    }
    await stop();
    const files = readdirSync(settings.data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => new Uint8Array(readFileSync(join(entry.parentPath, entry.name))));
    const everything = [...traffic, ...kept, ...files, utf8(log())].map((bytes) => Buffer.from(bytes));
    const has = (needle: Uint8Array): boolean => everything.some((bytes) => bytes.includes(Buffer.from(needle)));
    // The search finds what is there.
    expect([record, sealed.subarray(0, 64), utf8('li')].map(has)).toEqual([true, true, true]);
    for (const needle of [...needles(PASSWORD), exportKey]) expect(has(needle)).toBe(false);
  },
);

test('the secret of the logins lies beside the store and not in it, and another one is not taken for it', async () => {
  let store: Store | undefined;
  const openStore = async (folder: string): Promise<Store> => (store = await openLevelStore(folder));
  const first = await startTestServer({}, { openStore });
  const path = join(first.settings.data, 'login.key');
  expect(readdirSync(first.settings.data)).not.toContain('login.key');
  const li = new RawPerson('li');
  await putNewVault(await li.register(first.server), li, PASSWORD, systemRandom(10));
  const text = readFileSync(path, 'utf8');
  const secret = Buffer.from(text.split(' ')[1]!.trim(), 'base64url');
  expect(secret).toHaveLength(128);
  for (const table of TABLES) {
    for (const { value } of await store!.scan(table, { limit: 10_000 })) {
      for (let at = 0; at < 128; at += 32)
        expect(Buffer.from(value).includes(secret.subarray(at, at + 32))).toBe(false);
    }
  }
  await first.stop();
  writeFileSync(
    path,
    text.replace(/.{9}\n$/, (end) => `${end.startsWith('A') ? 'B' : 'A'}${end.slice(1)}`),
  );
  expect((await refusal(startTestServer(first.settings), 'key-file-damaged')).field).toBe('login.key');
  rmSync(path);
  expect((await refusal(startTestServer(first.settings), 'key-file-damaged')).field).toBe('login.key');
  writeFileSync(path, text);
  await startTestServer(first.settings);
});

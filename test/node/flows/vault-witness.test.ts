/** What friends, the directory and a key file know of the sealed vault: a copy that was set back, or that does not fit, is found out. */
import { describe, expect, test, vi } from 'vitest';
import { checkDirectory } from '../../../node/flows/sign-in-anywhere.ts';
import { exportContent, readKeyFile } from '../../../node/flows/key-file.ts';
import type { RendezvousClient } from '../../../node/flows/ports.ts';
import { decodeVault, identityOf } from '../../../node/flows/vault-content.ts';
import { openVault } from '../../../node/store/vault.ts';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import type { Store } from '../../../rendezvous/store/store.ts';
import { createIdentity } from '../../../shared/crypto/identity.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { somePeerId } from '../../support/account-world.ts';
import { aServer, befriend, PASSWORD, someone, TestPerson, type TestServer } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';

// Each password costs 64 MiB of argon2id; on a busy machine that is some seconds.
vi.setConfig({ testTimeout: 240_000 });
const WAIT = { timeoutMs: 90_000, everyMs: 200 };
const FILE_PASSWORD = 'another long sentence';

/** A server whose store a test can put an older copy into. */
async function dishonestServer(): Promise<{
  server: TestServer;
  vaults: () => Promise<Rows>;
  putBack: (rows: Rows) => Promise<void>;
}> {
  let store: Store | undefined;
  const openStore = async (folder: string): Promise<Store> => (store = await openLevelStore(folder));
  const server = await aServer({}, { openStore });
  return {
    server,
    vaults: async () => [...(await store!.scan('vaults', { limit: 10 }))],
    putBack: (rows) =>
      store!.transact(['test'], (tx) => {
        for (const { key, value } of rows) tx.put('vaults', key, value);
      }),
  };
}
type Rows = readonly { readonly key: Uint8Array; readonly value: Uint8Array }[];

const versionOf = async (person: TestPerson): Promise<number> => (await person.peer.serverKnows()).vault?.version ?? 0;
const isRolledBack = (person: TestPerson): boolean => person.peer.status().missing.includes('vault-rolled-back');

describe('a vault that was set back', () => {
  test('is told by any friend who has seen a later one; the last one is not; choosing anew ends it', async () => {
    const { server, vaults, putBack } = await dishonestServer();
    const [ann, bob, cem] = [await someone('ann', server), await someone('bob', server), await someone('cem', server)];
    await befriend(ann, 'ann', bob, 'bob');
    await bob.friend('ann', 'linked', ({ presence }) => presence === 'online');
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    const [first, old] = [await versionOf(ann), await vaults()];
    await befriend(ann, 'ann', cem, 'cem');
    await until('the copy has cem', async () => (await versionOf(ann)) > first, { timeoutMs: 90_000, everyMs: 2_000 });
    // Nothing says when bob has heard of it: the copy of now is signed in from first, and nobody complains.
    const now = await vaults();
    await ann.peer.send({ to: 'bob', text: 'hello' });
    await until('it came', () => bob.texts('ann').includes('hello'), WAIT);
    await ann.peer.stop();

    const honest = await TestPerson.with();
    await honest.peer.loginElsewhere({ name: 'ann', password: PASSWORD, server: server.address });
    await honest.friend('bob', 'linked', ({ presence }) => presence === 'online');
    await honest.isFriend('cem');
    await bob.peer.send({ to: 'ann', text: 'to the laptop' });
    await until('it came', () => honest.texts('bob').includes('to the laptop'), WAIT);
    await until('its own copy is kept', () => honest.peer.anywhere().state === 'kept', WAIT);
    expect(isRolledBack(honest)).toBe(false);
    expect(now.length).toBe(old.length);
    // Its copy is told as well.
    await until(
      'renewed',
      async () => (await vaults()).some(({ value }, i) => !Buffer.from(value).equals(now[i]!.value)),
      {
        timeoutMs: 90_000,
        everyMs: 1_000,
      },
    );
    await honest.peer.stop();

    await putBack(old);
    const fooled = await TestPerson.with();
    await fooled.peer.loginElsewhere({ name: 'ann', password: PASSWORD, server: server.address });
    await fooled.isFriend('bob');
    expect(fooled.peer.friends().map(({ name }) => name)).toEqual(['bob']);
    await until('bob’s word is heard', () => isRolledBack(fooled), WAIT);
    await fooled.peer.setAnywhere({ on: true, password: PASSWORD });
    expect(isRolledBack(fooled)).toBe(false);
  });
});

describe('the directory', () => {
  test('must show the identity of the copy, under its account, and nothing else', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await ann.peer.stop();
    const vault = decodeVault((await openVault(ann.folder, PASSWORD)).read());
    const content = readKeyFile(exportContent({ content: vault } as never, { all: () => [] } as never));
    const own = identityOf(vault.identity);
    const statement = Signed.decode(vault.statement);
    const certificate = makeCertificate(own, vault.account, somePeerId(), 5n);
    const introduced: bigint[] = [];
    const shows = (lookup: () => Promise<unknown>): RendezvousClient =>
      ({
        introduce: ({ certificate: given }: { certificate: Signed }) => {
          introduced.push(BigInt(given.payload.length));
          return introduced.length % 2 === 1
            ? Promise.reject(new MiyuError('epoch-conflict', { detail: 5 }))
            : Promise.resolve({});
        },
        lookup,
      }) as unknown as RendezvousClient;
    const check = (lookup: () => Promise<unknown>): Promise<void> =>
      checkDirectory(shows(lookup), content, somePeerId(), {});
    await check(() => Promise.resolve({ account: vault.account, statements: [statement], certificate }));
    const other = createIdentity(systemRandom);
    const forged = makeIdentityStatement(other, 'ann', systemRandom(16));
    for (const lookup of [
      () => Promise.reject(new MiyuError('unknown-account')),
      () => Promise.resolve({ account: vault.account, statements: [forged], certificate }),
      () =>
        Promise.resolve({
          account: vault.account,
          statements: [statement],
          certificate: makeCertificate(other, vault.account, somePeerId(), 5n),
        }),
    ]) {
      expect((await refusal(check(lookup), 'vault-rejected')).field).toBe('directory');
    }
    // A server that is only away has not lied.
    await refusal(
      check(() => Promise.reject(new MiyuError('timeout'))),
      'timeout',
    );
  });
});

describe('a key file', () => {
  test('carries the choice: the importing device renews the copy, which opens by the password it was chosen under', async () => {
    const server = await aServer();
    const [ann, bob] = [await someone('ann', server), await someone('bob', server)];
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    const file = await ann.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
    const before = await versionOf(ann);
    const laptop = await TestPerson.with();
    await laptop.peer.importKey({ file, filePassword: FILE_PASSWORD, password: 'yet another sentence' });
    await befriend(laptop, 'ann', bob, 'bob');
    await until('renewed', async () => (await versionOf(laptop)) > before, { timeoutMs: 90_000, everyMs: 2_000 });
    expect(laptop.peer.anywhere().state).toBe('kept');
    await laptop.peer.stop();
    const third = await TestPerson.with();
    await third.peer.loginElsewhere({ name: 'ann', password: PASSWORD, server: server.address });
    await third.isFriend('bob');
  });

  test('of before the choice was given up does not bring it back', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    const file = await ann.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
    await ann.peer.setAnywhere({ on: false });
    const laptop = await TestPerson.with();
    await laptop.peer.importKey({ file, filePassword: FILE_PASSWORD, password: PASSWORD });
    await until('the person decides', () => laptop.peer.anywhere().state === 'superseded', WAIT);
    expect((await laptop.peer.serverKnows()).vault).toBeNull();
  });
});

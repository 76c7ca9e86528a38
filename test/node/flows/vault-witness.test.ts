/** What friends, the directory and a key file know of the sealed vault: a copy that was set back, or that does not fit, is found out. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { exportContent, readKeyFile } from '../../../node/flows/key-file.ts';
import { aheadOfOwn, goneOn } from '../../../node/flows/own-chain.ts';
import { checkDirectory } from '../../../node/flows/own-directory.ts';
import type { RendezvousClient } from '../../../node/flows/ports.ts';
import { decodeVault, identityOf } from '../../../node/flows/vault-content.ts';
import { createPeerHost } from '../../../node/net/host.ts';
import { openVault } from '../../../node/store/vault.ts';
import { systemClock } from '../../../shared/clock.ts';
import { decodeHome } from '../../../shared/crypto/home.ts';
import { createIdentity } from '../../../shared/crypto/identity.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement, openIdentityChain } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { makeNextStatement } from '../../../shared/transparency/chain-statements.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';
import type { LookupResponse } from '../../../shared/wire/generated/rendezvous.js';
import { somePeerId } from '../../support/account-world.ts';
import { aServer, befriend, PASSWORD, someone, TestPerson } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';
import { dishonestServer, renewedAfter, versionOf } from '../../support/vault-rows.ts';

// Each password costs 64 MiB of argon2id; on a busy machine that is some seconds.
vi.setConfig({ testTimeout: 240_000 });
const WAIT = { timeoutMs: 90_000, everyMs: 200 };
const FILE_PASSWORD = 'another long sentence';

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
    await renewedAfter(ann, first);
    // That one may have been made while cem had not answered yet.
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
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
    const check = (lookup: () => Promise<unknown>, name = 'ann') =>
      checkDirectory(shows(lookup), content, { device: somePeerId(), name, now: Date.now() }, {});
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
    const same = { account: vault.account, statements: [statement], certificate };
    expect(
      (
        await refusal(
          check(() => Promise.resolve(same), 'bob'),
          'vault-rejected',
        )
      ).field,
    ).toBe('name');
  });

  test('may be ahead of the copy or behind it, by the same keys; a chain that goes another way is refused', async () => {
    const identity = createIdentity(systemRandom);
    const first = makeIdentityStatement(identity, 'ann', systemRandom(16));
    const next = (before: readonly Signed[], name: string, by = identity): Signed =>
      makeNextStatement(openIdentityChain(before), by, { kind: 'name', name }, systemRandom(16));
    const second = next([first], 'Annette');
    const third = next([first, second], 'Anna');
    const own = { statement: Signed.encode(first), later: [Signed.encode(second)] };
    const ahead = (statements: readonly Signed[]) => aheadOfOwn(own, statements);
    expect([ahead([first, second]), ahead([first])]).toEqual([[], []]);
    expect(ahead([first, second, third])).toEqual([third]);
    // Renames in between may be left out.
    expect(ahead([first, third])).toEqual([third]);
    expect(goneOn(own, [third])).toMatchObject({ name: 'Anna', later: [second, third].map((it) => Signed.encode(it)) });
    const stranger = createIdentity(systemRandom);
    const forged = makeIdentityStatement(stranger, 'ann', systemRandom(16));
    const another = next([first], 'Antje');
    for (const statements of [
      [],
      [forged],
      [first, another],
      [first, another, next([first, another], 'Anna')],
      [first, second, { ...third, signature: systemRandom(64) }],
      [second, third],
    ]) {
      expect(() => ahead(statements)).toThrow('statement-invalid');
    }
  });

  test('that is ahead without a proof of its log is not followed', async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    await ann.peer.stop();
    const before = decodeVault((await openVault(ann.folder, PASSWORD)).read());
    const content = readKeyFile(exportContent({ content: before } as never, { all: () => [] } as never));
    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    await ann.peer.rename({ name: 'Annette' });
    await ann.peer.stop();
    const host = await createPeerHost({
      ...{ deviceSeed: systemRandom(32), listen: ['/ip4/127.0.0.1/tcp/0'], otherPort: false, dht: false },
      ...{ clock: systemClock, onFault: () => undefined },
    });
    onTestFinished(() => host.stop());
    const client = await host.rendezvous.connect(decodeHome(content.home), { timeoutMs: 60_000 });
    const asking = { device: host.device, name: 'Annette', now: Date.now() };
    const followed = await checkDirectory(client, content, asking, {});
    expect(followed).toMatchObject({ name: 'Annette', statement: content.statement });
    expect(followed.later).toHaveLength(1);
    const answering = (change: (answer: LookupResponse) => LookupResponse): RendezvousClient =>
      ({
        server: client.server,
        introduce: (request: Parameters<RendezvousClient['introduce']>[0]) => client.introduce(request),
        lookup: async (request: Parameters<RendezvousClient['lookup']>[0]) => change(await client.lookup(request)),
      }) as unknown as RendezvousClient;
    const unproven = answering((answer) => ({ ...answer, proof: new Uint8Array(0) }));
    const altered = answering(({ proof, ...answer }) => ({
      ...answer,
      proof: proof.map((byte, i) => (i === 90 ? byte ^ 1 : byte)),
    }));
    for (const lying of [unproven, altered]) {
      expect((await refusal(checkDirectory(lying, content, asking, {}), 'vault-rejected')).field).toBe('directory');
    }
    const late = { ...asking, now: Date.now() + 3_600_000 };
    await refusal(checkDirectory(client, content, late, {}), 'log-stale');
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

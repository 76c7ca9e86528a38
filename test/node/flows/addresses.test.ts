import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createAddresses, RECORD_LIFETIME_MS } from '../../../node/flows/addresses.ts';
import type { Account } from '../../../node/flows/account.ts';
import type { Homes } from '../../../node/flows/context.ts';
import { newContact } from '../../../node/flows/friend-flows.ts';
import { createPrekeys, makeBundle } from '../../../node/core/prekeys.ts';
import { RELATION } from '../../../node/core/rows.ts';
import type { AddressHints, PeerHost, RendezvousClient } from '../../../node/net/ports.ts';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { makeAddressRecord, makeCertificate, openAddressRecord } from '../../../shared/crypto/statements.ts';
import { MiyuError, type ErrorCode } from '../../../shared/errors.ts';
import { Home, Signed } from '../../../shared/wire/generated/identity.js';
import type { FetchAddressResponse, FetchPrekeysResponse } from '../../../shared/wire/generated/rendezvous.js';
import { accountWorld, anAccount, somePeerId } from '../../support/account-world.ts';
import { until } from '../../support/until.ts';

afterEach(() => vi.useRealTimers());

const HERE = '/ip4/192.0.2.7/tcp/4801';

const recordOf = (
  who: Account,
  change: { expiresAt?: bigint; device?: Uint8Array; by?: Account; sequence?: bigint } = {},
): Signed => {
  const { account, device, epoch } = who.own();
  return makeAddressRecord((change.by ?? who).own().identity, {
    account,
    device: change.device ?? device,
    epoch,
    addresses: [HERE],
    sequence: change.sequence ?? 1n,
    issuedAt: 1n,
    expiresAt: change.expiresAt ?? BigInt(Date.now() + 60_000),
  });
};

async function world() {
  const ann = anAccount('ann');
  const bob = await accountWorld('bob');
  const { contacts, context, background } = bob.flows;
  const own = ann.own();
  await contacts.add({
    ...newContact(context, {
      account: own.account,
      name: 'ann',
      statements: [Signed.encode(own.statement)],
      identityKey: own.identity.signing.publicKey,
      exchangeKey: own.identity.exchange.publicKey,
      certificate: Signed.encode(own.certificate),
      device: own.device,
      epoch: own.epoch,
      home: Home.encode(own.home),
    }),
    relation: RELATION.friend,
    addressKey: systemRandom(32),
  });
  const network = {
    directory: new MiyuError('server-unreachable') as MiyuError | FetchAddressResponse,
    prekeys: new MiyuError('server-unreachable') as MiyuError | FetchPrekeysResponse,
    hint: undefined as Signed | undefined,
    published: [] as Signed[],
    /** What the directory answers to the next records. */
    refusals: [] as MiyuError[],
    hinted: [] as Signed[],
    /** Who has not taken the next ones, and when the next one is over. */
    missed: [] as Uint8Array[][],
    publishing: Promise.resolve(),
    /** Whom the DHT was asked of; undefined: of all. */
    askedOf: [] as (readonly Uint8Array[] | undefined)[],
    /** Address keys of those who were asked after. */
    askedAfter: [] as Uint8Array[],
    /** What one of them answers before the others, and when those have. */
    early: undefined as Signed | undefined,
    answering: Promise.resolve(),
    /** There is no server, and no link to ann. */
    alone: false,
    linked: false,
    ended: [] as ErrorCode[],
    foreign: 0,
    gone: 0,
  };
  const answer = <T>(value: MiyuError | T): Promise<T> =>
    value instanceof MiyuError ? Promise.reject(value) : Promise.resolve(value);
  const client = {
    fetchAddress: () => answer(network.directory),
    fetchPrekeys: () => answer(network.prekeys),
    publishAddress: ({ record }: { record: Signed }) => {
      network.published.push(record);
      const refusal = network.refusals.shift();
      return refusal === undefined ? Promise.resolve({}) : Promise.reject(refusal);
    },
  } as unknown as RendezvousClient;
  let listening = [HERE];
  let changed = (): void => undefined;
  let joined = (_device: Uint8Array): void => undefined;
  let broughtBy = (_device: Uint8Array): void => undefined;
  const host = {
    addresses: () => listening,
    onAddressesChanged: (listener: () => void) => (changed = listener),
    hints: {
      publish: async (_key: Uint8Array, record: Signed) => {
        network.hinted.push(record);
        await network.publishing;
        const missed = network.missed.shift() ?? [];
        return { isKept: missed.length === 0, missed };
      },
      find: async (key: Uint8Array, { among, onBetter }: Parameters<AddressHints['find']>[1] & object) => {
        network.askedOf.push(among);
        network.askedAfter.push(key);
        if (network.early !== undefined) onBetter?.(network.early);
        await network.answering;
        if (network.early !== undefined && network.hint !== undefined) onBetter?.(network.hint);
        return network.hint;
      },
      onNeighbour: (listener: (device: Uint8Array) => void) => (joined = listener),
      onBrought: (listener: (device: Uint8Array) => void) => (broughtBy = listener),
    },
  } as unknown as PeerHost;
  const homes: Homes = {
    clientFor: () => Promise.resolve(client),
    ownClient: () => (network.alone ? undefined : client),
  };
  let ahead = 0;
  const clock = { wall: () => Date.now(), monotonic: () => performance.now() + ahead };
  const addresses = createAddresses(
    { ...context, clock },
    {
      host,
      homes,
      contacts: () => contacts,
      account: bob.account,
      background,
      isOnline: () => network.linked,
      signedByAnother: () => {
        network.foreign += 1;
        return Promise.resolve();
      },
      accountGone: () => (network.gone += 1),
      endedByFriend: (_account, code) => {
        network.ended.push(code);
        return Promise.resolve();
      },
    },
  );
  const contact = () => contacts.get(own.account)!;
  const listen = (next: string[]): void => {
    listening = next;
    changed();
  };
  const [directory, dht] = addresses.sources;
  const fromDirectory = () => directory.find(contact(), {});
  const fromDht = () => dht.find(contact(), {});
  /** Somebody has come who keeps records. */
  const join = (device: Uint8Array): void => joined(device);
  /** This device has put a record here. */
  const bring = (device: Uint8Array): void => broughtBy(device);
  const pass = (ms: number): void => void (ahead += ms);
  return { ann, bob, network, addresses, contact, fromDirectory, fromDht, listen, join, bring, pass };
}

describe('where a friend is', () => {
  test('the directory says, and the DHT says: the friend’s own record, and which one', async () => {
    const { ann, network, fromDirectory, fromDht } = await world();
    network.directory = { record: recordOf(ann), certificate: ann.own().certificate };
    network.hint = recordOf(ann);
    const found = { addresses: [HERE], record: { epoch: 1n, sequence: 1n } };
    expect(await fromDirectory()).toEqual(found);
    expect(await fromDht()).toEqual(found);
  });

  test('each by itself: one that does not answer is no answer of the other', async () => {
    const { ann, network, fromDirectory, fromDht } = await world();
    network.hint = recordOf(ann);
    await expect(fromDirectory()).rejects.toMatchObject({ code: 'server-unreachable' });
    expect(await fromDht()).toMatchObject({ addresses: [HERE] });
    network.hint = undefined;
    network.directory = { certificate: ann.own().certificate };
    expect(await fromDirectory()).toBeUndefined();
    expect(await fromDht()).toBeUndefined();
  });

  test('records by others, of another device, or out of date are not believed', async () => {
    const { ann, network, fromDirectory, fromDht } = await world();
    const { certificate } = ann.own();
    for (const record of [recordOf(ann, { device: somePeerId() }), recordOf(ann, { expiresAt: 2n })]) {
      network.directory = { record, certificate };
      network.hint = record;
      expect(await fromDirectory()).toBeUndefined();
      expect(await fromDht()).toBeUndefined();
    }
    const forged = recordOf(ann, { by: anAccount('eve') });
    network.directory = { record: forged, certificate };
    network.hint = forged;
    await expect(fromDirectory()).rejects.toMatchObject({ code: 'record-invalid' });
    await expect(fromDht()).rejects.toMatchObject({ code: 'record-invalid' });
  });

  test('a newer device is adopted, an older one is not', async () => {
    const { ann, network, fromDirectory, contact } = await world();
    const { identity, account } = ann.own();
    const device = somePeerId();
    network.directory = { certificate: makeCertificate(identity, account, device, 7n) };
    await fromDirectory();
    expect(contact()).toMatchObject({ device, epoch: 7n });
    network.directory = { certificate: ann.own().certificate };
    await fromDirectory();
    expect(contact()).toMatchObject({ device, epoch: 7n });
  });

  test('a directory with another key for the friend is an alarm', async () => {
    const { ann, network, fromDirectory, contact } = await world();
    const eve = anAccount('eve').own();
    const certificate = makeCertificate(eve.identity, ann.own().account, eve.device, 9n);
    network.directory = { record: recordOf(ann), certificate };
    await expect(fromDirectory()).rejects.toMatchObject({ code: 'friend-key-changed' });
    expect(contact()).toMatchObject({ epoch: 1n, addresses: [] });
    expect(network.foreign).toBe(1);
  });

  test('what the friend has signed and is of another account is refused, and no sign of another key', async () => {
    const { ann, network, fromDirectory } = await world();
    const { identity, device } = ann.own();
    network.directory = { certificate: makeCertificate(identity, anAccount('eve').own().account, device, 9n) };
    await expect(fromDirectory()).rejects.toMatchObject({ code: 'friend-key-changed' });
    network.directory = {};
    await expect(fromDirectory()).rejects.toMatchObject({ code: 'friend-key-changed' });
    expect(network.foreign).toBe(0);
  });

  test('a home that does not know the account any more: it is told, for somebody else may have the name', async () => {
    const { network, fromDirectory } = await world();
    network.directory = new MiyuError('unknown-account');
    await expect(fromDirectory()).rejects.toMatchObject({ code: 'unknown-account' });
    expect(network.gone).toBe(1);
  });

  test('a home that takes nothing from us any more says that it is over', async () => {
    const { network, addresses, contact } = await world();
    network.prekeys = new MiyuError('grant-revoked');
    await expect(addresses.prekeysFor(contact())).rejects.toMatchObject({ code: 'grant-revoked' });
    expect(network.ended).toEqual(['grant-revoked']);
  });
});

describe('a friend’s prekeys', () => {
  const prekeysOf = (who: Account, signer = who): FetchPrekeysResponse => {
    const { account, device, epoch } = who.own();
    const set = createPrekeys(systemRandom, nodeKem, 1, 1);
    const { bundle, oneTime } = makeBundle(signer.own().identity, { account, device, epoch }, set, 1n);
    return {
      bundle,
      oneTime: oneTime[0]!,
      certificate: makeCertificate(signer.own().identity, account, device, epoch),
    };
  };

  test('are verified with the pinned identity', async () => {
    const { ann, network, addresses, contact } = await world();
    network.prekeys = prekeysOf(ann);
    expect(await addresses.prekeysFor(contact())).toMatchObject({ epoch: 1n, oneTime: { id: 3 } });
    network.prekeys = prekeysOf(ann, anAccount('eve'));
    await expect(addresses.prekeysFor(contact())).rejects.toMatchObject({ code: 'friend-key-changed' });
    expect(network.foreign).toBe(1);
    // A one-time prekey that the bundle does not know of may be the server's mistake.
    const set = createPrekeys(systemRandom, nodeKem, 50, 1);
    network.prekeys = { ...prekeysOf(ann), oneTime: set.oneTime[0]!.encoded };
    await expect(addresses.prekeysFor(contact())).rejects.toMatchObject({ code: 'friend-key-changed' });
    expect(network.foreign).toBe(1);
    network.prekeys = new MiyuError('no-bundle');
    await expect(addresses.prekeysFor(contact())).rejects.toMatchObject({ code: 'no-bundle' });
  });
});

describe('where we are', () => {
  test('the directory and the DHT hear it at sign-in, and when it changes', async () => {
    const { bob, network, addresses, listen } = await world();
    addresses.start();
    addresses.signedIn();
    await until('published', () => network.published.length === 1 && network.hinted.length === 1);
    const there = '/ip4/192.0.2.8/tcp/4801';
    listen([there]);
    await until('published anew', () => network.published.length === 2);
    addresses.stop();
    const { identity, account, device } = bob.account.own();
    const [first, second] = network.published.map((record) =>
      openAddressRecord(record, identity.signing.publicKey, { account, device }),
    );
    expect(first?.addresses).toEqual([HERE]);
    expect(second?.addresses).toEqual([there]);
    expect(second!.sequence > first!.sequence).toBe(true);
    expect(second!.expiresAt - second!.issuedAt).toBe(BigInt(RECORD_LIFETIME_MS));
  });

  test('a profile that was copied back, or whose clock was ahead, goes on behind what the directory has', async () => {
    const { bob, network, addresses } = await world();
    const there = Date.now() + 10 * RECORD_LIFETIME_MS;
    network.refusals = [new MiyuError('record-stale', { detail: there })];
    addresses.signedIn();
    await until('published anew', () => network.published.length === 2 && network.hinted.length === 1);
    addresses.stop();
    const { identity, account, device } = bob.account.own();
    const sequenceOf = (record: Signed): bigint =>
      openAddressRecord(record, identity.signing.publicKey, { account, device }).sequence;
    expect(network.published.map(sequenceOf)[1]).toBe(BigInt(there) + 1n);
    expect(network.hinted.map(sequenceOf)).toEqual([BigInt(there) + 1n]);
  });

  test('a directory that did not take it is told again, and the DHT hears it all the same', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { network, addresses } = await world();
    network.refusals = [new MiyuError('timeout')];
    addresses.signedIn();
    await until('hinted', () => network.published.length === 1 && network.hinted.length === 1);
    vi.advanceTimersByTime(RECORD_LIFETIME_MS / 24);
    await until('published', () => network.published.length === 2);
    addresses.stop();
  });
});

describe('without any server', () => {
  test('whoever comes is told where we are, and each who comes later', async () => {
    const { bob, network, addresses, join, listen } = await world();
    network.alone = true;
    addresses.start();
    join(somePeerId());
    await until('published', () => network.hinted.length === 1);
    join(somePeerId());
    await until('published to the other', () => network.hinted.length === 2);
    // The same record: those who have it already are not told again.
    expect(network.hinted[1]).toEqual(network.hinted[0]);
    const there = '/ip4/192.0.2.8/tcp/4801';
    listen([there]);
    await until('published anew', () => network.hinted.length === 3);
    addresses.stop();
    const { identity } = bob.account.own();
    const opened = network.hinted.map((record) => openAddressRecord(record, identity.signing.publicKey));
    expect(opened.map((record) => record.addresses)).toEqual([[HERE], [HERE], [there]]);
    expect(network.published).toEqual([]);
  });

  test('of whoever comes, those friends are asked after who are away, and what is new of them is told', async () => {
    const { ann, network, addresses, join } = await world();
    network.alone = true;
    addresses.start();
    const told: (readonly string[])[] = [];
    addresses.sources[1].onFound?.((device, found) => {
      expect(device).toEqual(ann.own().device);
      told.push(found);
    });
    network.hint = recordOf(ann);
    const [first, second] = [somePeerId(), somePeerId()];
    join(first);
    join(second);
    await until('told', () => told.length === 1);
    expect(network.askedOf).toEqual([[first, second]]);
    expect(told).toEqual([[HERE]]);
    // The same record again, or an older one, is no news.
    join(somePeerId());
    await until('asked again', () => network.askedOf.length === 2);
    network.hint = recordOf(ann, { sequence: 0n });
    join(somePeerId());
    await until('asked again', () => network.askedOf.length === 3);
    network.hint = recordOf(ann, { sequence: 2n });
    join(somePeerId());
    await until('told again', () => told.length === 2);
    network.linked = true;
    const published = network.hinted.length;
    join(somePeerId());
    await until('published', () => network.hinted.length > published);
    addresses.stop();
    expect(network.askedOf).toHaveLength(4);
  });

  test('two who come at once do not miss each other: each asks when it has told', async () => {
    const { network, addresses, join } = await world();
    network.alone = true;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    network.publishing = promise.then(() => undefined);
    onTestFinished(() => resolve(undefined));
    addresses.start();
    const device = somePeerId();
    join(device);
    await until('published', () => network.hinted.length === 1);
    expect(network.askedOf).toEqual([]);
    resolve(undefined);
    await until('asked', () => network.askedOf.length === 1);
    addresses.stop();
    expect(network.askedOf).toEqual([[device]]);
  });

  test('a publication that takes long keeps nobody from asking, and they are asked again behind it', async () => {
    const { network, addresses, join } = await world();
    network.alone = true;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    network.publishing = promise.then(() => undefined);
    onTestFinished(() => resolve(undefined));
    addresses.start();
    const device = somePeerId();
    join(device);
    await until('asked', () => network.askedOf.length === 1);
    resolve(undefined);
    await until('asked again', () => network.askedOf.length === 2);
    addresses.stop();
    expect(network.askedOf).toEqual([[device], [device]]);
  });

  test('who has not taken it is told again, and is asked when it has', async () => {
    const { network, addresses, join } = await world();
    network.alone = true;
    const [slow, other] = [somePeerId(), somePeerId()];
    network.missed = [[slow], [slow]];
    addresses.start();
    join(slow);
    join(other);
    await until('told again, and again', () => network.hinted.length === 3);
    await until('asked again', () => network.askedOf.length === 2);
    addresses.stop();
    expect(new Set(network.hinted).size).toBe(1);
    expect(network.askedOf).toEqual([[slow, other], [slow]]);
  });

  test('who never takes it is told no more after a while, until somebody comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { network, addresses, join } = await world();
    network.alone = true;
    const deaf = somePeerId();
    network.missed = Array.from({ length: 50 }, () => [deaf]);
    addresses.start();
    join(deaf);
    vi.advanceTimersByTime(1_000);
    await until('published', () => network.missed.length === 49);
    for (let tries = 1; tries <= 6; tries += 1) {
      await until('it has come back', () => network.askedOf.length > 0);
      vi.advanceTimersByTime(60_000);
      await until('told again', () => network.hinted.length === tries + 1);
      await until('it has come back', () => network.missed.length === 49 - tries);
    }
    vi.advanceTimersByTime(60 * 60_000);
    join(somePeerId());
    vi.advanceTimersByTime(1_000);
    await until('published to who has come', () => network.hinted.length >= 8);
    addresses.stop();
    expect(network.hinted).toHaveLength(8);
  });

  test('what the first of them answers counts at once, and what is newer when it comes', async () => {
    const { ann, bob, network, addresses, join, fromDht } = await world();
    network.alone = true;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    network.answering = promise.then(() => undefined);
    onTestFinished(() => resolve(undefined));
    addresses.start();
    const told: unknown[] = [];
    addresses.sources[1].onFound?.((_device, _addresses, record) => void told.push(record?.sequence));
    network.early = recordOf(ann, { by: bob.account });
    join(somePeerId());
    await until('asked', () => network.askedOf.length === 1);
    expect(told).toEqual([]);
    network.early = recordOf(ann);
    const found = fromDht();
    await until('told', () => told.length === 1);
    network.hint = recordOf(ann, { sequence: 2n });
    resolve(undefined);
    await until('told of the newer one', () => told.length === 2);
    expect(told).toEqual([1n, 2n]);
    expect((await found)?.record?.sequence).toBe(2n);
    addresses.stop();
  });

  test('of several who are away, whoever was here last is asked after first', async () => {
    const { bob, network, addresses, contact, join } = await world();
    network.alone = true;
    const seen = [3n, 9n, 5n].map((lastSeen) => ({ lastSeen, addressKey: systemRandom(32) }));
    for (const { lastSeen, addressKey } of seen) {
      await bob.flows.contacts.add({
        ...contact(),
        account: systemRandom(32),
        device: somePeerId(),
        lastSeen,
        addressKey,
      });
    }
    addresses.start();
    join(somePeerId());
    await until('asked', () => network.askedAfter.length === 4);
    addresses.stop();
    const [third, first, second] = seen.map(({ addressKey }) => addressKey);
    expect(network.askedAfter).toEqual([first, second, third, contact().addressKey]);
  });

  test('what a friend brings of itself is heard, also while there is a link', async () => {
    const { ann, network, addresses, bring } = await world();
    network.linked = true;
    addresses.start();
    const told: unknown[] = [];
    addresses.sources[1].onFound?.((...what) => void told.push(what));
    network.hint = recordOf(ann);
    bring(somePeerId());
    bring(ann.own().device);
    await until('told', () => told.length === 1);
    addresses.stop();
    expect(told).toEqual([[ann.own().device, [HERE], { epoch: 1n, sequence: 1n }]]);
    // Nobody is asked for it: it is here.
    expect(network.askedOf).toEqual([[]]);
  });

  test('a record that the friend has not signed is nobody’s place', async () => {
    const { ann, bob, network, addresses, fromDht, join } = await world();
    addresses.start();
    const told: unknown[] = [];
    addresses.sources[1].onFound?.(() => void told.push(true));
    network.hint = recordOf(ann, { by: bob.account });
    await expect(fromDht()).rejects.toMatchObject({ code: 'record-invalid' });
    join(somePeerId());
    await until('asked', () => network.askedOf.length === 2);
    network.hint = recordOf(ann);
    join(somePeerId());
    await until('told', () => told.length === 1);
    addresses.stop();
  });

  test('a friend who is away is asked after seldom, until there was a link again', async () => {
    const { bob, network, contact, fromDht, pass } = await world();
    const asked = async (): Promise<number> => {
      await fromDht();
      return network.askedOf.length;
    };
    expect(await asked()).toBe(1);
    pass(9 * 60_000);
    expect(await asked()).toBe(2);
    pass(2 * 60_000);
    expect(await asked()).toBe(2);
    pass(29 * 60_000);
    expect(await asked()).toBe(3);
    expect(await asked()).toBe(3);
    await bob.flows.contacts.update(contact().account, (present) => ({ ...present, lastSeen: 7n }));
    expect(await asked()).toBe(4);
    expect(await asked()).toBe(5);
  });
});

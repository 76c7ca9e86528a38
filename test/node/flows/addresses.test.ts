import { afterEach, describe, expect, test, vi } from 'vitest';
import { RECORD_LIFETIME_MS } from '../../../node/flows/addresses.ts';
import type { Account } from '../../../node/flows/account.ts';
import { createPrekeys, makeBundle } from '../../../node/core/prekeys.ts';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { makeCertificate, openAddressRecord } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import type { Signed } from '../../../shared/wire/generated/identity.js';
import type { FetchPrekeysResponse } from '../../../shared/wire/generated/rendezvous.js';
import { anAccount, somePeerId } from '../../support/account-world.ts';
import { addressWorld as world, HERE, recordOf } from '../../support/address-world.ts';
import { until } from '../../support/until.ts';

afterEach(() => vi.useRealTimers());

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

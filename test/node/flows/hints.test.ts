/** Without any server: what friends who keep address records are told, and asked. */
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { openAddressRecord } from '../../../shared/crypto/statements.ts';
import { somePeerId } from '../../support/account-world.ts';
import { addressWorld as world, HERE, recordOf } from '../../support/address-world.ts';
import { until } from '../../support/until.ts';

afterEach(() => vi.useRealTimers());

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

import { expect, test } from 'vitest';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { decodeOneTimePrekey, openPrekeyBundle } from '../../../shared/crypto/statements.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { toHex } from '../../../shared/ids.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

test('gives a bundle and a one-time prekey to holders of a grant, and to oneself', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(server);
  const guest = await friend.introduce(server);
  const { bundle, oneTime } = owner.prekeys(20);
  await refusal(guest.ask('fetchPrekeys', { account: owner.account }), 'not-granted');
  await home.ask('putGrant', { grant: owner.grant(friend.account) });
  await refusal(guest.ask('fetchPrekeys', { account: owner.account }), 'no-bundle');
  await home.ask('publishPrekeys', { bundle, oneTime });

  const fetched = await guest.ask('fetchPrekeys', { account: owner.account });
  expect(openPrekeyBundle(fetched.bundle!, owner.identity.signing.publicKey).oneTimeHashes).toContainEqual(
    sha256(fetched.oneTime),
  );
  expect(fetched.certificate).toEqual(owner.certificate());
  expect((await home.ask('fetchPrekeys', { account: owner.account })).oneTime).not.toEqual(fetched.oneTime);
  expect(await owner.loginOn(home)).toMatchObject({ prekeysLeft: 18, bundleCurrent: true });

  await home.ask('revokeGrant', { revocation: owner.revocation(friend.account) });
  await refusal(guest.ask('fetchPrekeys', { account: owner.account }), 'not-granted');
  await refusal(guest.ask('fetchPrekeys', { account: systemRandom(32) }), 'unknown-account');
  await refusal(guest.ask('fetchPrekeys', { account: systemRandom(3) }), 'malformed');
});

test('hands each one-time prekey out once, to a hundred who ask at once, and after a restart', async () => {
  const test = await startTestServer();
  const owner = new RawPerson('popular');
  const friends = Array.from({ length: 10 }, (_, i) => new RawPerson(`friend-${'abcdefghjk'[i]!}`));
  const home = await owner.register(test.server);
  for (const friend of friends) await home.ask('putGrant', { grant: owner.grant(friend.account) });
  await home.ask('publishPrekeys', owner.prekeys(64));
  const guests = await Promise.all(friends.map((friend) => friend.introduce(test.server)));
  const fetched = await Promise.all(
    guests.flatMap((guest) =>
      Array.from({ length: 10 }, async () => guest.ask('fetchPrekeys', { account: owner.account })),
    ),
  );
  const handedOut = fetched.filter(({ oneTime }) => oneTime.length > 0).map(({ oneTime }) => toHex(oneTime));
  expect(handedOut).toHaveLength(64);
  expect(new Set(handedOut).size).toBe(64);
  expect(await home.pushed('prekeysLow')).toEqual({ left: 15 });
  const again = await test.restart();
  const back = await owner.login(again.server);
  expect((await back.ask('fetchPrekeys', { account: owner.account })).oneTime).toHaveLength(0);
  expect(await owner.loginOn(back)).toMatchObject({ prekeysLeft: 0, bundleCurrent: true });
});

test('one friend cannot drain another', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const home = await owner.register(server);
  await home.ask('publishPrekeys', owner.prekeys(64));
  for (let i = 0; i < 10; i += 1) await home.ask('fetchPrekeys', { account: owner.account });
  await refusal(home.ask('fetchPrekeys', { account: owner.account }), 'rate-limited');
});

test('a new upload takes the place of all that was there', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const home = await owner.register(server);
  await home.ask('publishPrekeys', owner.prekeys(5, 1n, 1));
  await home.ask('publishPrekeys', owner.prekeys(2, 1n, 100));
  const ids = [];
  for (let i = 0; i < 2; i += 1) {
    const { oneTime } = await home.ask('fetchPrekeys', { account: owner.account });
    ids.push(decodeOneTimePrekey(oneTime).id);
  }
  expect(ids).toEqual([100, 101]);
  expect((await home.ask('fetchPrekeys', { account: owner.account })).oneTime).toHaveLength(0);
});

test('a device that took over has no bundle until it publishes its own', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const old = await owner.register(server);
  await old.ask('publishPrekeys', owner.prekeys(5));
  const phone = new RawDevice();
  const home = await owner.login(server, 2n, phone);
  await refusal(home.ask('fetchPrekeys', { account: owner.account }), 'no-bundle');
  expect(await owner.loginOn(home, 2n)).toMatchObject({ prekeysLeft: 0, bundleCurrent: false });
  // Of the other device, or the other epoch.
  await refusal(home.ask('publishPrekeys', owner.prekeys(5, 2n)), 'bundle-invalid');
  await refusal(home.ask('publishPrekeys', owner.prekeys(5, 1n)), 'bundle-invalid');
  const onPhone = Object.assign(Object.create(RawPerson.prototype) as RawPerson, owner, { device: phone });
  await home.ask('publishPrekeys', onPhone.prekeys(3, 2n));
  expect((await home.ask('fetchPrekeys', { account: owner.account })).oneTime.length).toBeGreaterThan(0);
});

test('refuses bundles that do not hold', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const other = new RawPerson('other');
  const home = await owner.register(server);
  const { bundle, oneTime } = owner.prekeys(3);
  await refusal(home.ask('publishPrekeys', { oneTime }), 'malformed');
  await refusal(home.ask('publishPrekeys', other.prekeys(1)), 'bundle-invalid');
  await refusal(
    home.ask('publishPrekeys', { bundle: { ...bundle, signature: systemRandom(64) }, oneTime }),
    'bundle-invalid',
  );
  await refusal(home.ask('publishPrekeys', { bundle, oneTime: owner.prekeys(1).oneTime }), 'bundle-invalid');
  await refusal(home.ask('publishPrekeys', { bundle, oneTime: [systemRandom(40)] }), 'bundle-invalid');
  await refusal(home.ask('publishPrekeys', { bundle, oneTime: [oneTime[0]!, oneTime[0]!] }), 'bundle-invalid');
  const many = Array.from({ length: 65 }, () => oneTime[0]!);
  await refusal(home.ask('publishPrekeys', { bundle, oneTime: many }), 'malformed');
  await home.ask('publishPrekeys', { bundle, oneTime });
  const guest = await other.introduce(server);
  await refusal(guest.ask('publishPrekeys', other.prekeys(1)), 'not-signed-in');
});

import { expect, test } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { SCOPE } from '../../../shared/wire/protocols.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

test('the statement with the highest serial stands; the same again is no fault', async () => {
  const test = await startTestServer();
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(test.server);
  const guest = await friend.introduce(test.server);
  const deposit = async (): Promise<unknown> =>
    guest.ask('deposit', { owner: owner.account, envelope: owner.envelope() });

  await refusal(deposit(), 'not-granted');
  const first = owner.grant(friend.account, 5n);
  await home.ask('putGrant', { grant: first });
  await home.ask('putGrant', { grant: first });
  await deposit();
  expect(
    (await refusal(home.ask('putGrant', { grant: owner.grant(friend.account, 4n) }), 'grant-invalid')).detail,
  ).toBe(5);
  expect(
    (await refusal(home.ask('revokeGrant', { revocation: owner.revocation(friend.account, 5n) }), 'grant-invalid'))
      .field,
  ).toBe('serial');
  const revocation = owner.revocation(friend.account, 6n);
  await home.ask('revokeGrant', { revocation });
  await home.ask('revokeGrant', { revocation });
  await refusal(deposit(), 'grant-revoked');
  await refusal(home.ask('putGrant', { grant: owner.grant(friend.account, 6n) }), 'grant-invalid');

  const again = await test.restart();
  const back = await owner.login(again.server);
  const returned = await friend.introduce(again.server);
  await refusal(returned.ask('deposit', { owner: owner.account, envelope: owner.envelope() }), 'grant-revoked');
  await back.ask('putGrant', { grant: owner.grant(friend.account, 7n) });
  await returned.ask('deposit', { owner: owner.account, envelope: owner.envelope() });
});

test('either scope opens the mailbox, and each is ended by itself', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const member = new RawPerson('member');
  const home = await owner.register(server);
  const guest = await member.introduce(server);
  const deposit = async (): Promise<unknown> =>
    guest.ask('deposit', { owner: owner.account, envelope: owner.envelope() });
  await home.ask('putGrant', { grant: owner.grant(member.account, 1n, SCOPE.group) });
  await deposit();
  await home.ask('putGrant', { grant: owner.grant(member.account, 1n, SCOPE.friend) });
  await home.ask('revokeGrant', { revocation: owner.revocation(member.account, 2n, SCOPE.friend) });
  await deposit();
  await home.ask('revokeGrant', { revocation: owner.revocation(member.account, 2n, SCOPE.group) });
  await refusal(deposit(), 'grant-revoked');
});

test('refuses grants that are not the owner’s', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const other = new RawPerson('other');
  const home = await owner.register(server);
  const guest = await other.introduce(server);
  await refusal(home.ask('putGrant', {}), 'malformed');
  await refusal(home.ask('revokeGrant', {}), 'malformed');
  await refusal(home.ask('putGrant', { grant: other.grant(owner.account) }), 'grant-invalid');
  await refusal(
    home.ask('putGrant', { grant: { ...owner.grant(other.account), signature: systemRandom(64) } }),
    'grant-invalid',
  );
  // A revocation is no grant, and a grant no revocation.
  await refusal(home.ask('putGrant', { grant: owner.revocation(other.account) }), 'grant-invalid');
  await refusal(home.ask('revokeGrant', { revocation: owner.grant(other.account) }), 'grant-invalid');
  await refusal(home.ask('putGrant', { grant: owner.grant(other.account, 1n, 9) }), 'grant-invalid');
  await refusal(home.ask('putGrant', { grant: owner.grant(owner.account) }), 'grant-invalid');
  await refusal(guest.ask('putGrant', { grant: other.grant(owner.account) }), 'not-signed-in');
  await refusal(guest.ask('revokeGrant', { revocation: other.revocation(owner.account) }), 'not-signed-in');
  expect(await home.ask('putGrant', { grant: owner.grant(other.account) })).toEqual({});
});

test('a depositor shows a grant that the server lacks; an older one changes nothing', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(server);
  const guest = await friend.introduce(server);
  const deposit = async (grant: ReturnType<RawPerson['grant']>): Promise<unknown> =>
    guest.ask('deposit', { owner: owner.account, envelope: owner.envelope(), grant });
  await refusal(deposit(friend.grant(owner.account)), 'grant-invalid');
  await refusal(deposit(owner.grant(new RawPerson('third').account)), 'grant-invalid');
  await deposit(owner.grant(friend.account, 3n));
  await home.ask('revokeGrant', { revocation: owner.revocation(friend.account, 4n) });
  await refusal(deposit(owner.grant(friend.account, 3n)), 'grant-revoked');
  await refusal(deposit(owner.grant(friend.account, 4n)), 'grant-revoked');
  await deposit(owner.grant(friend.account, 5n));
});

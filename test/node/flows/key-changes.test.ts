/** Another key of a friend: what the friend's own word shows, what a lie about everybody does, and what is left when a friendship ends. */
import { expect, test } from 'vitest';
import { VERIFIED, RELATION } from '../../../node/core/rows.ts';
import { createAlarms } from '../../../node/flows/alarms.ts';
import type { Homes, Own } from '../../../node/flows/context.ts';
import { handleControls } from '../../../node/flows/friend-controls.ts';
import { newContact, type FriendFlows } from '../../../node/flows/friend-flows.ts';
import { createKeyChanges } from '../../../node/flows/key-changes.ts';
import { createIdentity } from '../../../shared/crypto/identity.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { openIdentityChain } from '../../../shared/crypto/statements.ts';
import { makeNextStatement } from '../../../shared/transparency/chain-statements.ts';
import { DeviceAnnounceContent } from '../../../shared/wire/generated/content.js';
import { Home, Signed } from '../../../shared/wire/generated/identity.js';
import { CONTENT } from '../../../shared/wire/protocols.ts';
import { accountWorld, anAccount } from '../../support/account-world.ts';
import { until } from '../../support/until.ts';

async function world() {
  const me = await accountWorld('me');
  const { context, contacts, background } = me.flows;
  const moved: Uint8Array[] = [];
  const open = () => {
    const alarms = createAlarms(context, {
      nameOf: (account) => contacts.get(account)?.name,
      everybody: () => contacts.all().map(({ account }) => account),
      writeEvidence: () => Promise.resolve(),
      changed: (friends) => void moved.push(...friends),
    });
    const logs = { readHead: () => undefined, lookUp: () => Promise.reject(new Error('nobody is looked up')) };
    const homes = {} as Homes;
    return { alarms, keys: createKeyChanges(context, { alarms, logs, homes, contacts: () => contacts, background }) };
  };
  const befriend = async (name: string) => {
    const own = anAccount(name).own();
    await contacts.add({
      ...newContact(context, {
        ...{ account: own.account, name, statements: [Signed.encode(own.statement)] },
        ...{ identityKey: own.identity.signing.publicKey, exchangeKey: own.identity.exchange.publicKey },
        ...{ certificate: Signed.encode(own.certificate), device: own.device, epoch: own.epoch },
        home: Home.encode(own.home),
      }),
      ...{ relation: RELATION.friend, verified: VERIFIED.compared },
    });
    return own;
  };
  return { me, contacts, moved, open, befriend };
}

test('a friend who tells of other keys in his own chain: none is taken, and nothing is sent until the person decides', async () => {
  const { me, contacts, open, befriend } = await world();
  const { alarms, keys } = open();
  const flows: FriendFlows = { ...me.flows, keys };
  handleControls(flows);
  const bob = await befriend('bob');
  const next = makeNextStatement(
    openIdentityChain([bob.statement]),
    bob.identity,
    { kind: 'keys', next: createIdentity(systemRandom) },
    systemRandom(16),
  );
  const body = DeviceAnnounceContent.encode({
    certificate: Signed.encode(bob.certificate),
    home: Home.encode(bob.home),
    statements: [Signed.encode(next)],
  });
  const before = contacts.get(bob.account)!;
  const outcome = me.handlers.get(CONTENT.deviceAnnounce)!(before, body);
  expect(outcome.contact).toBeUndefined();
  await outcome.after?.();
  await until('it is told', () => alarms.list().length === 1);
  expect(alarms.list()[0]).toMatchObject({ kind: 'key-changed', other: { how: 'chain' } });
  expect(alarms.stops(bob.account)).toBe('friend-key-changed');
  expect(contacts.get(bob.account)).toMatchObject({ identityKey: before.identityKey, verified: VERIFIED.no });
});

test('a server that lies about everybody stops everybody, also for whoever opens the profile next', async () => {
  const { open, befriend, contacts } = await world();
  const { alarms, keys } = open();
  const friends: Own[] = [];
  // More than there may be alarms of other kinds.
  for (let n = 0; n < 70; n += 1) friends.push(await befriend(`friend${n}`));
  for (const { account } of friends) await keys.signedByAnother(contacts.get(account)!);
  const isStopped = (all: typeof alarms): boolean =>
    friends.every(({ account }) => all.stops(account) === 'friend-key-changed');
  expect([isStopped(alarms), isStopped(open().alarms)]).toEqual([true, true]);
  // Decided ones give way to others; those that stand never do.
  for (const { account } of friends.slice(1))
    await keys.agree(account, (ops) => contacts.update(account, (c) => c, ops));
  for (const { account } of friends.slice(1)) await keys.signedByAnother(contacts.get(account)!);
  expect(alarms.stops(friends[0]!.account)).toBe('friend-key-changed');
  expect(alarms.list().length).toBeLessThan(200);
}, 120_000);

test('with the friendship the question ends; of the same person anew it is asked anew', async () => {
  const { open, befriend, contacts, moved } = await world();
  const { alarms, keys } = open();
  const { account } = await befriend('bob');
  await keys.signedByAnother(contacts.get(account)!);
  await keys.look();
  expect(alarms.stops(account)).toBe('friend-key-changed');
  await contacts.update(account, (contact) => ({ ...contact, relation: RELATION.closing }));
  moved.length = 0;
  await keys.look();
  expect(moved).toEqual([account]);
  expect([alarms.stops(account), alarms.open(), alarms.list()[0]?.state]).toEqual([undefined, [], 'ended']);
  // Nobody is stopped who is no friend.
  await keys.signedByAnother(contacts.get(account)!);
  expect(alarms.list()).toHaveLength(1);
  await contacts.update(account, (contact) => ({ ...contact, relation: RELATION.friend }));
  await keys.signedByAnother(contacts.get(account)!);
  expect(alarms.stops(account)).toBe('friend-key-changed');
});

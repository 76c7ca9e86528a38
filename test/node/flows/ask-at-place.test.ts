/** Asking somebody who was seen at a place, without a link: what the person's list says of them then. */
import { expect, test } from 'vitest';
import { RELATION, VERIFIED } from '../../../node/core/rows.ts';
import { addAtPlace } from '../../../node/flows/befriend.ts';
import { CHORE } from '../../../node/flows/chores.ts';
import type { FriendFlows } from '../../../node/flows/friend-flows.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { accountWorld, anAccount } from '../../support/account-world.ts';
import { refusal } from '../../support/refusals.ts';

test('is by the device alone, and the person is as unverified as a name looked up at a server', async () => {
  const me = await accountWorld('me');
  const bob = anAccount('bob').own();
  const point = { account: bob.account, device: bob.device, addresses: ['/ip4/192.168.1.20/tcp/4'], home: bob.home };
  const asked: Uint8Array[] = [];
  let closed = 0;
  const introduction = { statements: [bob.statement], certificate: bob.certificate };
  const meeting = { introduction, ask: () => Promise.resolve(), close: () => void (closed += 1) };
  const found = {
    ...{ account: bob.account, device: bob.device, epoch: bob.epoch, home: bob.home, name: 'bob' },
    ...{ identityKey: bob.identity.signing.publicKey, exchangeKey: bob.identity.exchange.publicKey },
    ...{ statements: [Signed.encode(bob.statement)], certificate: Signed.encode(bob.certificate) },
  };
  let isThere = true;
  const away = new MiyuError('server-unreachable');
  const flows: FriendFlows = {
    ...me.flows,
    homes: { ownClient: () => undefined, ownHome: () => Promise.reject(away) } as unknown as FriendFlows['homes'],
    meets: {
      ...me.flows.meets,
      meet: () => (isThere ? Promise.resolve({ found, meeting }) : Promise.reject(new MiyuError('friend-unreachable'))),
      ask: (_, account) => Promise.resolve(void asked.push(account)),
    },
  };
  const own = me.account.own();
  await refusal(addAtPlace(flows, { ...point, account: own.account }, ''), 'not-yourself');
  isThere = false;
  await refusal(addAtPlace(flows, point, ''), 'inviter-unreachable');
  isThere = true;
  expect(await addAtPlace(flows, point, 'hello')).toMatchObject({ outcome: 'requested', way: 'direct' });
  expect(asked).toEqual([bob.account]);
  expect(closed).toBeGreaterThan(0);
  const contact = flows.contacts.get(bob.account);
  expect(contact).toMatchObject({ relation: RELATION.requested, verified: VERIFIED.no, greeting: 'hello' });
  expect(contact?.addresses).toEqual(point.addresses);
  // Noted beside each other: the request until it is handed over, and the look-up until a server is there.
  expect([CHORE.request, CHORE.lookUp].map((kind) => flows.chores.waitsFor(bob.account, kind))).toEqual([true, true]);
});

/** Steps that a crash or a full disk cut in two, and what the next start makes of them. */
import { describe, expect, test } from 'vitest';
import { CHORE } from '../../../node/flows/chores.ts';
import { handleControls } from '../../../node/flows/friend-controls.ts';
import { waitingRequests } from '../../../node/flows/friend-flows.ts';
import { acceptRequest, fetchRequests, refuseRequest, resumeAcceptances } from '../../../node/flows/requests.ts';
import { removeFriend, resumeEnds } from '../../../node/flows/unfriend.ts';
import { RELATION } from '../../../node/core/rows.ts';
import type { Account } from '../../../node/flows/account.ts';
import type { RendezvousClient } from '../../../node/net/ports.ts';
import { sealFriendRequest } from '../../../shared/crypto/friend-request.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { makeGrant, makeRevocation } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { FriendAcceptContent } from '../../../shared/wire/generated/content.js';
import { Home, Signed } from '../../../shared/wire/generated/identity.js';
import { CONTENT, SCOPE } from '../../../shared/wire/protocols.ts';
import { accountWorld, anAccount, type AccountWorld } from '../../support/account-world.ts';

const grantOf = (owner: Account, depositor: Uint8Array, serial = 1n): Signed =>
  makeGrant(owner.own().identity, { owner: owner.own().account, depositor, scope: SCOPE.friend, serial });

/** A request by `from` that waits at the home of `to`. */
function waiting(from: Account, to: AccountWorld, change: { readonly to?: Uint8Array; readonly grant?: Signed } = {}) {
  const { identity, statement, certificate, home, account } = from.own();
  const own = to.account.own();
  const sealed = sealFriendRequest(
    identity,
    {
      to: change.to ?? own.account,
      statement,
      certificate,
      home,
      grant: change.grant ?? grantOf(from, own.account),
      greeting: 'hi',
      sentAt: 1n,
    },
    own.identity.exchange.publicKey,
    systemRandom,
  );
  return { from: account, sealed, receivedAt: 1n };
}

const listing = (...requests: ReturnType<typeof waiting>[]): RendezvousClient =>
  ({ listFriendRequests: () => Promise.resolve({ requests }) }) as unknown as RendezvousClient;

describe('an acceptance', () => {
  test('cut off behind its word is finished at the next start', async () => {
    const ann = anAccount('ann');
    const bob = await accountWorld('bob');
    await fetchRequests(bob.flows, listing(waiting(ann, bob)), {});
    const [stored] = waitingRequests(bob.flows.context);
    bob.failing = new MiyuError('disk-full');
    await expect(acceptRequest(bob.flows, stored!)).rejects.toMatchObject({ code: 'disk-full' });
    const account = toHex(ann.own().account);
    // In the batch that made the friend.
    expect(bob.sent).toEqual([{ account, kind: CONTENT.friendAccept }]);
    expect(waitingRequests(bob.flows.context)).toHaveLength(1);

    await resumeAcceptances(bob.flows);
    // Said again, which changes nothing for the friend.
    expect(bob.sent.slice(1)).toEqual([
      { account, kind: CONTENT.friendAccept },
      { account, kind: CONTENT.addressKey },
    ]);
    expect(waitingRequests(bob.flows.context)).toEqual([]);
    expect(bob.flows.chores.waitsFor(ann.own().account, CHORE.answer)).toBe(true);
  });

  test('that the server did not hear of is not asked for again', async () => {
    const ann = anAccount('ann');
    const bob = await accountWorld('bob');
    const client = listing(waiting(ann, bob));
    await fetchRequests(bob.flows, client, {});
    await acceptRequest(bob.flows, waitingRequests(bob.flows.context)[0]!);
    await fetchRequests(bob.flows, client, {});
    expect(waitingRequests(bob.flows.context)).toEqual([]);
    // Nor after the note of the answer is gone, for the grant in it is the one that is held.
    await bob.flows.context.store.commit(bob.flows.chores.forget(ann.own().account, CHORE.answer));
    await fetchRequests(bob.flows, client, {});
    expect(waitingRequests(bob.flows.context)).toEqual([]);
    // A new request by a friend is one by somebody who is none any more at the other end.
    const again = waiting(ann, bob, { grant: grantOf(ann, bob.account.own().account, 9n) });
    await bob.flows.context.store.commit(bob.flows.chores.forget(ann.own().account, CHORE.answer));
    await fetchRequests(bob.flows, listing(again), {});
    expect(waitingRequests(bob.flows.context)).toHaveLength(1);
  });
});

describe('requests that are not what they seem', () => {
  test('are answered away and shown to nobody', async () => {
    const [ann, eve] = [anAccount('ann'), anAccount('eve')];
    const bob = await accountWorld('bob');
    const own = bob.account.own().account;
    const forEve = waiting(ann, bob, { to: eve.own().account });
    const notHis = { ...waiting(ann, bob), from: eve.own().account };
    const wrongGrant = waiting(ann, bob, { grant: grantOf(eve, own) });
    const garbage = { from: systemRandom(32), sealed: systemRandom(200), receivedAt: 1n };
    for (const request of [forEve, notHis, wrongGrant, garbage]) {
      await fetchRequests(bob.flows, listing(request), {});
      expect(waitingRequests(bob.flows.context)).toEqual([]);
      expect(bob.flows.chores.waitsFor(request.from, CHORE.answer)).toBe(true);
      await bob.flows.context.store.commit(bob.flows.chores.forget(request.from, CHORE.answer));
    }
    await fetchRequests(bob.flows, listing(waiting(ann, bob)), {});
    expect(waitingRequests(bob.flows.context)).toHaveLength(1);
  });

  test('a refusal tells the asker and keeps nobody', async () => {
    const ann = anAccount('ann');
    const bob = await accountWorld('bob');
    await fetchRequests(bob.flows, listing(waiting(ann, bob)), {});
    // The word stands in the batch that makes it an end: a link that comes up in between would find one with nothing left to say.
    bob.failing = new MiyuError('disk-full');
    await refuseRequest(bob.flows, waitingRequests(bob.flows.context)[0]!);
    expect(bob.sent).toEqual([{ account: toHex(ann.own().account), kind: CONTENT.friendRefuse }]);
    expect(bob.flows.contacts.all()).toMatchObject([{ relation: RELATION.closing, forgetHistory: true }]);
  });
});

describe('an end', () => {
  test('cut off before its word was written is finished at the next start', async () => {
    const ann = anAccount('ann');
    const bob = await accountWorld('bob');
    await fetchRequests(bob.flows, listing(waiting(ann, bob)), {});
    await acceptRequest(bob.flows, waitingRequests(bob.flows.context)[0]!);
    bob.sent.length = 0;
    bob.failing = new MiyuError('disk-full');
    const [contact] = bob.flows.contacts.all();
    await expect(removeFriend(bob.flows, contact!, { keepHistory: false })).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(bob.flows.contacts.all()).toMatchObject([{ relation: RELATION.friend, grantGiven: new Uint8Array(0) }]);
    await resumeEnds(bob.flows);
    expect(bob.sent).toEqual([{ account: toHex(ann.own().account), kind: CONTENT.friendRemove }]);
    expect(bob.flows.contacts.all()).toMatchObject([{ relation: RELATION.closing }]);
  });
});

describe('what a friend says', () => {
  async function asked(): Promise<{ bob: AccountWorld; ann: Account }> {
    const ann = anAccount('ann');
    const bob = await accountWorld('bob');
    handleControls(bob.flows);
    await fetchRequests(bob.flows, listing(waiting(ann, bob)), {});
    await acceptRequest(bob.flows, waitingRequests(bob.flows.context)[0]!);
    await bob.flows.contacts.update(ann.own().account, (contact) => ({
      ...contact,
      relation: RELATION.requested,
      grantHeld: new Uint8Array(0),
    }));
    return { bob, ann };
  }
  const say = (bob: AccountWorld, kind: number, body: Uint8Array) =>
    bob.handlers.get(kind)?.(bob.flows.contacts.all()[0]!, body) ?? {};

  test('a yes needs a grant by the very person to us', async () => {
    const { bob, ann } = await asked();
    const own = bob.account.own().account;
    const home = Home.encode(ann.own().home);
    const revocation = makeRevocation(ann.own().identity, {
      owner: ann.own().account,
      depositor: own,
      scope: SCOPE.friend,
      serial: 5n,
    });
    for (const grant of [grantOf(anAccount('eve'), own), grantOf(ann, systemRandom(32)), revocation]) {
      const body = FriendAcceptContent.encode({ grant: Signed.encode(grant), home });
      expect(say(bob, CONTENT.friendAccept, body)).toEqual({});
    }
    expect(say(bob, CONTENT.friendAccept, systemRandom(40))).toEqual({});
    const grant = Signed.encode(grantOf(ann, own));
    expect(say(bob, CONTENT.friendAccept, FriendAcceptContent.encode({ grant, home })).contact).toMatchObject({
      relation: RELATION.friend,
      grantHeld: grant,
    });
  });

  test('a no or an end revokes what we gave; from somebody on the way out it changes nothing', async () => {
    const { bob, ann } = await asked();
    const refused = say(bob, CONTENT.friendRefuse, new Uint8Array(0)).contact;
    expect(refused).toMatchObject({ relation: RELATION.closing, grantGiven: new Uint8Array(0) });
    expect(refused?.unconfirmedGrant.length).toBeGreaterThan(0);
    const removed = say(bob, CONTENT.friendRemove, new Uint8Array(0)).contact;
    expect(removed).toMatchObject({ relation: RELATION.removed, grantGiven: new Uint8Array(0) });
    for (const relation of [RELATION.closing, RELATION.removed]) {
      await bob.flows.contacts.update(ann.own().account, (contact) => ({ ...contact, relation }));
      for (const kind of [CONTENT.friendAccept, CONTENT.friendRefuse, CONTENT.friendRemove, CONTENT.addressKey]) {
        expect(say(bob, kind, new Uint8Array(0))).toEqual({});
      }
    }
  });
});

describe('chores', () => {
  test('wait for the home, are done in order, and go when the home refuses for good', async () => {
    const ann = anAccount('ann');
    const bob = await accountWorld('bob');
    const { chores, context } = bob.flows;
    const friend = ann.own().account;
    await context.store.commit(chores.note({ account: friend, kind: CHORE.block, blocked: true }));
    expect(await chores.now(friend, CHORE.block, {})).toBe('later');
    const told: unknown[] = [];
    bob.client = {
      setBlock: (request: unknown) => {
        told.push(request);
        return Promise.resolve({});
      },
      answerFriendRequest: () => Promise.reject(new MiyuError('no-request')),
    } as unknown as RendezvousClient;
    expect(await chores.now(friend, CHORE.block, {})).toBe('done');
    expect(told).toEqual([{ account: friend, blocked: true }]);
    expect(chores.waitsFor(friend, CHORE.block)).toBe(false);
    await context.store.commit(chores.note({ account: friend, kind: CHORE.answer, outcome: 1 }));
    await expect(chores.now(friend, CHORE.answer, {})).rejects.toMatchObject({ code: 'no-request' });
    expect(chores.waitsFor(friend, CHORE.answer)).toBe(false);
  });

  test('one of a kind for one account: the last word counts', async () => {
    const ann = anAccount('ann');
    const { flows } = await accountWorld('bob');
    const friend = ann.own().account;
    for (const blocked of [true, false]) {
      await flows.context.store.commit(flows.chores.note({ account: friend, kind: CHORE.block, blocked }));
    }
    await flows.context.store.commit(flows.chores.forget(friend, CHORE.block));
    expect(flows.chores.waitsFor(friend, CHORE.block)).toBe(false);
  });
});

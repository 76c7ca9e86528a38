import { expect, test } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { ANSWER } from '../../../shared/wire/protocols.ts';
import { sendFriendRequest } from '../../../rendezvous/friends/requests.ts';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { refusal } from '../../support/refusals.ts';

test('a request waits until it is answered, and is pushed to whoever is there', async () => {
  const test = await startTestServer();
  const owner = new RawPerson('owner');
  const asker = new RawPerson('asker');
  const home = await owner.register(test.server);
  const guest = await asker.introduce(test.server);
  const sealed = systemRandom(900);
  await guest.ask('sendFriendRequest', { to: owner.account, sealed });
  expect(await home.pushed('requestWaiting')).toEqual({ waiting: 1 });
  expect(await owner.loginOn(home)).toMatchObject({ waitingRequests: 1 });
  const [listed] = (await home.ask('listFriendRequests', {})).requests;
  expect(listed).toMatchObject({ from: asker.account, sealed });

  // A newer one takes its place.
  const newer = systemRandom(800);
  await guest.ask('sendFriendRequest', { to: owner.account, sealed: newer });
  expect((await home.ask('listFriendRequests', {})).requests.map((each) => each.sealed)).toEqual([newer]);

  const again = await test.restart();
  const back = await owner.login(again.server);
  await refusal(back.ask('answerFriendRequest', { from: asker.account, outcome: 3 }), 'malformed');
  await refusal(back.ask('answerFriendRequest', { from: systemRandom(8), outcome: ANSWER.refused }), 'malformed');
  await refusal(back.ask('answerFriendRequest', { from: systemRandom(32), outcome: ANSWER.refused }), 'no-request');
  await back.ask('answerFriendRequest', { from: asker.account, outcome: ANSWER.accepted });
  await refusal(back.ask('answerFriendRequest', { from: asker.account, outcome: ANSWER.accepted }), 'no-request');
  expect(await back.ask('listFriendRequests', {})).toEqual({ requests: [] });
});

test('refuses requests to nobody, to oneself, too large, and by whom the recipient has blocked', async () => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const asker = new RawPerson('asker');
  const home = await owner.register(server);
  const guest = await asker.introduce(server);
  const sealed = systemRandom(100);
  await refusal(guest.ask('sendFriendRequest', { to: systemRandom(32), sealed }), 'unknown-account');
  await refusal(guest.ask('sendFriendRequest', { to: systemRandom(31), sealed }), 'malformed');
  await refusal(guest.ask('sendFriendRequest', { to: owner.account }), 'malformed');
  await refusal(home.ask('sendFriendRequest', { to: owner.account, sealed }), 'not-yourself');
  expect(
    (await refusal(guest.ask('sendFriendRequest', { to: owner.account, sealed: systemRandom(4_097) }), 'too-large'))
      .detail,
  ).toBe(4_096);

  await guest.ask('sendFriendRequest', { to: owner.account, sealed });
  await home.ask('setBlock', { account: asker.account, blocked: true });
  // What waited is gone, and nothing new comes.
  expect(await home.ask('listFriendRequests', {})).toEqual({ requests: [] });
  await refusal(guest.ask('sendFriendRequest', { to: owner.account, sealed }), 'not-accepting');
  await home.ask('setBlock', { account: asker.account, blocked: true });
  await home.ask('setBlock', { account: asker.account, blocked: false });
  await home.ask('setBlock', { account: asker.account, blocked: false });
  await guest.ask('sendFriendRequest', { to: owner.account, sealed });
  await refusal(home.ask('setBlock', { account: owner.account, blocked: true }), 'not-yourself');
  await refusal(home.ask('setBlock', { account: systemRandom(4), blocked: true }), 'malformed');
  await refusal(guest.ask('setBlock', { account: owner.account, blocked: true }), 'not-signed-in');
});

test('one sender has fifty requests a day', async () => {
  const { server } = await startTestServer();
  const asker = await new RawPerson('asker').introduce(server);
  for (let i = 0; i < 50; i += 1) {
    await refusal(
      asker.ask('sendFriendRequest', { to: systemRandom(32), sealed: systemRandom(10) }),
      'unknown-account',
    );
  }
  const error = await refusal(
    asker.ask('sendFriendRequest', { to: systemRandom(32), sealed: systemRandom(10) }),
    'rate-limited',
  );
  expect(error.retryAfterMs).toBeGreaterThan(20 * 60_000);
});

test('a thousand who ask fill the list up to its bound, and it still fits into one answer', async () => {
  const store = await openLevelStore(await temporaryFolder());
  const parts = { store, isRegistered: () => true };
  const to = systemRandom(32);
  const outcomes = { waiting: 0, full: 0 };
  for (let i = 0; i < 1_000; i += 1) {
    const request = { to, sealed: systemRandom(i % 2 === 0 ? 1_500 : 60) };
    try {
      outcomes.waiting = await sendFriendRequest(parts, systemRandom(32), request, i);
    } catch (error) {
      expect(error).toMatchObject({ code: 'requests-full' });
      outcomes.full += 1;
    }
  }
  expect(outcomes.waiting).toBe(200);
  expect(outcomes.full).toBe(800);
  await store.close();
});

import { describe, expect, test } from 'vitest';
import { openBox, sealBox } from '../../../shared/crypto/box.ts';
import {
  openFriendRequest,
  sealFriendRequest,
  type FriendRequestFields,
} from '../../../shared/crypto/friend-request.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { makeCertificate, makeGrant } from '../../../shared/crypto/statements.ts';
import { MAX_FRIEND_REQUEST_BYTES } from '../../../shared/wire/limits.ts';
import { aDevice, aPerson } from '../../support/identities.ts';

const [alice, bob, mallory] = [aPerson('Alice', random), aPerson('Bob', random), aPerson('Mallory', random)];
const grantOf = (from: typeof alice, to = bob, scope = 1) =>
  makeGrant(from.identity, { owner: from.account, depositor: to.account, scope, serial: 1n });

const fields: FriendRequestFields = {
  to: bob.account,
  statement: alice.statement,
  certificate: alice.certificate,
  home: { server: aDevice(random), addresses: ['/dns4/miyu.example/tcp/4001'] },
  grant: grantOf(alice),
  greeting: '你好, it is me',
  sentAt: 1_700_000_000_000n,
};
const seal = (change: Partial<FriendRequestFields> = {}, by = alice) =>
  sealFriendRequest(by.identity, { ...fields, ...change }, bob.peer.exchangeKey, random);
const open = (sealed: Uint8Array) => openFriendRequest(sealed, bob.identity.exchange.secretKey, bob.account);

test('says who asks, from which device and home, with the grant for the answer', () => {
  const opened = open(seal());
  expect(opened.from).toMatchObject({
    account: alice.account,
    name: 'Alice',
    ...{ identityKey: alice.peer.identityKey },
  });
  expect(opened.certificate).toMatchObject({ device: alice.device, epoch: 1n });
  expect(opened.grant).toMatchObject({ owner: alice.account, depositor: bob.account });
  expect(opened).toMatchObject({ home: fields.home, greeting: fields.greeting, sentAt: fields.sentAt });
});

test('the longest greeting with every address fits into the bound', () => {
  const addresses = Array.from({ length: 8 }, () => `/${'x'.repeat(255)}`);
  const sealed = seal({ greeting: 'x'.repeat(512), home: { ...fields.home, addresses } });
  expect(sealed.length).toBeLessThanOrEqual(MAX_FRIEND_REQUEST_BYTES);
  expect(open(sealed).greeting).toHaveLength(512);
  expect(() => seal({ greeting: `${'x'.repeat(512)}y` })).toThrow('greeting-too-long');
});

describe('does not open', () => {
  test.each<[string, () => Uint8Array]>([
    ['for another account', () => seal({ to: mallory.account })],
    ['signed by somebody else than the statement’s owner', () => seal({}, mallory)],
    ['with somebody else’s certificate', () => seal({ certificate: mallory.certificate })],
    [
      'with a certificate for another account',
      () => seal({ certificate: makeCertificate(alice.identity, mallory.account, alice.device, 1n) }),
    ],
    ['with somebody else’s grant', () => seal({ grant: grantOf(mallory) })],
    ['with a grant for somebody else', () => seal({ grant: grantOf(alice, mallory) })],
    // Their server may have other rules, or none.
    ...['Bob\u202e', 'А1ice', 'a b', 'ﬁsh', '\u200b'].map((name): [string, () => Uint8Array] => [
      `under a name that nobody may have: ${JSON.stringify(name)}`,
      () => {
        const odd = aPerson(name, random);
        const { statement, certificate } = odd;
        return seal({ statement, certificate, grant: grantOf(odd) }, odd);
      },
    ]),
    ['with a grant for groups', () => seal({ grant: grantOf(alice, bob, 2) })],
    ['with a home that has no address', () => seal({ home: { ...fields.home, addresses: [] } })],
    ['with a home whose server is no PeerId', () => seal({ home: { ...fields.home, server: random(38) } })],
    ['with no time', () => seal({ sentAt: 0n })],
    ['random bytes in a good box', () => sealBox(random(300), bob.peer.exchangeKey, random)],
    ['cut', () => seal().subarray(0, 100)],
  ])('%s', (_, make) => {
    expect(() => open(make())).toThrow(expect.objectContaining({ code: 'cannot-open' }));
  });

  test('for anybody else, and forwarded by the recipient to a third person', () => {
    const sealed = seal();
    expect(() => openFriendRequest(sealed, mallory.identity.exchange.secretKey, mallory.account)).toThrow(
      'cannot-open',
    );
    const forwarded = sealBox(openBox(sealed, bob.identity.exchange.secretKey)!, mallory.peer.exchangeKey, random);
    expect(() => openFriendRequest(forwarded, mallory.identity.exchange.secretKey, mallory.account)).toThrow(
      'cannot-open',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { countSkipped } from '../../../node/core/skipped-keys.ts';
import {
  acceptFirst,
  CANNOT_OPEN,
  decodeEnvelope,
  decodeSession,
  encodeSession,
  firstMessageFingerprint,
  isCannotOpen,
  openSessionTo,
  peekFirst,
  seal,
  sessionId,
  sessionIdOf,
  type DecodedEnvelope,
  type Session,
} from '../../../node/core/session.ts';
import { nodeKem as kem } from '../../../shared/crypto/kem.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { makeCertificate } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { FirstBody } from '../../../shared/wire/generated/envelope.js';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { ENVELOPE } from '../../../shared/wire/protocols.ts';
import { aDevice, prekeysOf } from '../../support/identities.ts';
import { alice, begin, bob, carol, changed, confirmed, hear, NOW, say, text, words } from '../../support/sessions.ts';

describe('a session begins', () => {
  test.each([
    ['with a one-time prekey', 1],
    ['with the last-resort key', 0],
  ])('%s, which the responder is told of', (_, count) => {
    const prekeys = prekeysOf(bob, random, kem, count);
    const first = say(openSessionTo(alice.own, bob.peer, prekeys.fetch(), { random, kem }), bob, 'hello');
    expect(first.decoded.kind).toBe(ENVELOPE.first);
    expect(peekFirst(first.decoded)).toEqual({
      fromAccount: alice.account,
      certificate: Signed.encode(alice.certificate),
      sessionFingerprint: firstMessageFingerprint(first.decoded),
    });
    const accepted = acceptFirst(bob.own, alice.peer, first.decoded, prekeys.secrets, { kem, now: NOW });
    if (isCannotOpen(accepted)) throw new Error('was not accepted');
    expect(words(accepted.plaintext)).toBe('hello');
    expect(accepted.usedOneTimeId).toBe(count === 0 ? 0 : 3);
    expect(accepted.certificate).toMatchObject({ device: alice.device, epoch: 1n, account: alice.account });
    expect(accepted.certificate.encoded).toEqual(Signed.encode(alice.certificate));
    expect(sessionId(accepted.session)).toEqual(sessionIdOf(first.decoded));
    expect(sessionId(accepted.session)).toEqual(sessionId(first.session));
  });

  test('with a certificate that is pinned already: the same result without another verification', () => {
    const prekeys = prekeysOf(bob, random, kem);
    const first = say(openSessionTo(alice.own, bob.peer, prekeys.fetch(), { random, kem }), bob, 'hello');
    const certificate = Signed.encode(alice.certificate);
    const accepted = acceptFirst(bob.own, { ...alice.peer, certificate }, first.decoded, prekeys.secrets, {
      kem,
      now: NOW,
    });
    expect(accepted).toMatchObject({ certificate: { device: alice.device, epoch: 1n } });
  });

  test('every message of the initiator can begin it until something came back', () => {
    const { a, b } = begin();
    const second = say(a, bob, 'two');
    const third = say(second.session, bob, 'three');
    expect([second.decoded.kind, third.decoded.kind]).toEqual([ENVELOPE.first, ENVELOPE.first]);
    // Out of order, into the session that the first one began.
    const afterThird = hear(b, third.decoded);
    const afterSecond = hear(afterThird.session, second.decoded);
    expect([afterThird.said, afterSecond.said]).toEqual(['three', 'two']);
    const answer = say(afterSecond.session, alice, 'answer');
    expect(answer.decoded.kind).toBe(ENVELOPE.pairwise);
    const confirmedA = hear(third.session, answer.decoded).session;
    expect(say(confirmedA, bob, 'four').decoded.kind).toBe(ENVELOPE.pairwise);
  });

  test('with any of its first messages, when the first one was lost', () => {
    const prekeys = prekeysOf(bob, random, kem);
    const lost = say(openSessionTo(alice.own, bob.peer, prekeys.fetch(), { random, kem }), bob, 'one');
    const second = say(lost.session, bob, 'two');
    const accepted = acceptFirst(bob.own, alice.peer, second.decoded, prekeys.secrets, { kem, now: NOW });
    if (isCannotOpen(accepted)) throw new Error('was not accepted');
    expect(words(accepted.plaintext)).toBe('two');
    expect(hear(accepted.session, lost.decoded).said).toBe('one');
    expect(firstMessageFingerprint(lost.decoded)).toEqual(firstMessageFingerprint(second.decoded));
  });

  test('anew each time: other ids, other fingerprints', () => {
    const [one, two] = [begin(), begin()];
    expect(one.a.id).not.toEqual(two.a.id);
    expect(firstMessageFingerprint(one.first)).not.toEqual(firstMessageFingerprint(two.first));
  });
});

describe('a first message is not accepted', () => {
  const prekeys = prekeysOf(bob, random, kem, 1);
  const first = seal(openSessionTo(alice.own, bob.peer, prekeys.fetch(), { random, kem }), bob, text('hello'), random);
  const decoded = decodeEnvelope(first.envelope);
  const accept = (envelope: DecodedEnvelope, peer = alice.peer, own = bob.own) =>
    acceptFirst(own, peer, envelope, prekeys.secrets, { kem, now: NOW });
  const withFirst = (change: (body: FirstBody) => Partial<FirstBody>): DecodedEnvelope =>
    changed(first.envelope, ({ body }) => {
      const fields = FirstBody.decode(body);
      return { body: FirstBody.encode({ ...fields, ...change(fields) }) };
    });
  const renewed = Signed.encode(makeCertificate(alice.identity, alice.account, aDevice(random), 2n));

  test('though it would be, unchanged', () => {
    expect(isCannotOpen(accept(decoded))).toBe(false);
  });

  test.each<[string, () => ReturnType<typeof accept>]>([
    ['when it claims to be from somebody else', () => accept(withFirst(() => ({ fromAccount: carol.account })))],
    ['when it is from somebody else than the peer', () => accept(decoded, carol.peer)],
    ['by somebody else than the one it is for', () => accept(decoded, alice.peer, carol.own)],
    [
      'with somebody else’s certificate',
      () => accept(withFirst(() => ({ certificate: Signed.encode(carol.certificate) }))),
    ],
    ['with another certificate of the same person', () => accept(withFirst(() => ({ certificate: renewed })))],
    ['with bytes for a certificate', () => accept(withFirst(() => ({ certificate: new Uint8Array(100).fill(0xff) })))],
    ['with a base key of low order', () => accept(withFirst(() => ({ baseKey: new Uint8Array(32) })))],
    ['with another base key', () => accept(withFirst(() => ({ baseKey: bob.peer.exchangeKey })))],
    ['with an unknown signed prekey', () => accept(withFirst(() => ({ signedPrekeyId: 77 })))],
    ['with an unknown one-time prekey', () => accept(withFirst(() => ({ oneTimeId: 77 })))],
    ['with the last-resort key in its stead', () => accept(withFirst(() => ({ oneTimeId: 0, lastResortId: 2 })))],
    ['with another KEM ciphertext', () => accept(withFirst(() => ({ kemCiphertext: new Uint8Array(1088) })))],
    ['for another device', () => accept(changed(first.envelope, () => ({ toDevice: aDevice(random) })))],
    ['for another epoch', () => accept(changed(first.envelope, () => ({ toEpoch: 2n })))],
    [
      'for another session',
      () => accept(withFirst(({ message }) => ({ message: { ...message!, session: new Uint8Array(16) } }))),
    ],
    [
      'with another ciphertext',
      () => accept(withFirst(({ message }) => ({ message: { ...message!, ciphertext: new Uint8Array(272) } }))),
    ],
  ])('%s', (_, attempt) => {
    expect(attempt()).toBe(CANNOT_OPEN);
  });

  test('when it is no first message', () => {
    const { a } = confirmed();
    expect(accept(say(a, bob, 'x').decoded)).toBe(CANNOT_OPEN);
  });

  test('but a damaged store is no fault of the message', () => {
    const damaged = {
      ...prekeys.secrets,
      signedPrekey: (): never => {
        throw new MiyuError('store-damaged');
      },
    };
    expect(() => acceptFirst(bob.own, alice.peer, decoded, damaged, { kem, now: NOW })).toThrow('store-damaged');
  });
});

describe('messages', () => {
  test('go back and forth, each answer with a fresh key', () => {
    let { a, b } = confirmed();
    const keys = new Set<string>();
    for (let i = 0; i < 12; i += 1) {
      const there = say(a, bob, `there ${i}`);
      const heardThere = hear(b, there.decoded);
      expect(heardThere.said).toBe(`there ${i}`);
      const back = say(heardThere.session, alice, `back ${i}`);
      const heardBack = hear(there.session, back.decoded);
      expect(heardBack.said).toBe(`back ${i}`);
      [a, b] = [heardBack.session, back.session];
      keys.add(toHex(there.decoded.message.ratchetKey)).add(toHex(back.decoded.message.ratchetKey));
    }
    expect(keys.size).toBe(24);
  });

  test('of one direction are numbered in one chain', () => {
    let { a, b } = confirmed();
    for (let i = 0; i < 50; i += 1) {
      const sealed = say(a, bob, `${i}`);
      expect(sealed.decoded.message).toMatchObject({ number: i, previousLength: 1 });
      const heard = hear(b, sealed.decoded);
      expect(heard.said).toBe(`${i}`);
      [a, b] = [sealed.session, heard.session];
    }
  });

  test('of an ended chain open after the turn', () => {
    const { a, b } = confirmed();
    const late = say(a, bob, 'late');
    const early = say(late.session, bob, 'early');
    const heard = hear(b, early.decoded);
    const answer = say(heard.session, alice, 'answer');
    const turned = hear(early.session, answer.decoded);
    const next = say(turned.session, bob, 'next');
    expect(next.decoded.message.previousLength).toBe(2);
    const afterTurn = hear(answer.session, next.decoded);
    expect(hear(afterTurn.session, late.decoded).said).toBe('late');
  });

  test('lost before a turn leave their keys, and open when they come', () => {
    const { a, b } = confirmed();
    const lost = say(a, bob, 'lost');
    const answer = say(b, alice, 'crossing');
    const turned = hear(lost.session, answer.decoded);
    const next = say(turned.session, bob, 'next');
    const heard = hear(answer.session, next.decoded);
    expect(countSkipped(heard.session.ratchet.skipped)).toBe(1);
    expect(hear(heard.session, lost.decoded).said).toBe('lost');
  });

  test('sealed from one state twice have two nonces', () => {
    const { a } = confirmed();
    const [one, two] = [say(a, bob, 'x'), say(a, bob, 'x')];
    expect(one.decoded.message.number).toBe(two.decoded.message.number);
    expect(one.decoded.message.nonce).not.toEqual(two.decoded.message.nonce);
  });

  test('the id of an envelope is the hash that both sides see', () => {
    const { a } = confirmed();
    const sealed = say(a, bob, 'x');
    expect(sealed.decoded.id).toEqual(sealed.envelopeId);
  });

  test('to an address of a wrong length cannot be sealed', () => {
    const { a } = confirmed();
    expect(() => seal(a, { ...bob, device: new Uint8Array(37) }, text('x'), random)).toThrow('internal');
  });
});

describe('a session’s row', () => {
  test('comes back in every stage of its life, and the session goes on', () => {
    const again = (session: Session): Session => decodeSession(encodeSession(session));
    let { a, b } = begin();
    expect(again(a)).toEqual(a);
    const early = say(again(a), bob, 'early');
    const late = say(early.session, bob, 'late');
    b = hear(again(b), late.decoded).session;
    expect(again(b)).toEqual(b);
    const answer = say(again(b), alice, 'answer');
    a = hear(again(late.session), answer.decoded).session;
    expect(hear(again(answer.session), early.decoded).said).toBe('early');
    expect(hear(again(answer.session), say(again(a), bob, 'next').decoded).said).toBe('next');
  });
});

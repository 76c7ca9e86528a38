import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSkipped, SKIPPED_LIFETIME_MS } from '../../../node/core/skipped-keys.ts';
import {
  acceptFirst,
  CANNOT_OPEN,
  decodeEnvelope,
  decodeSession,
  encodeSession,
  firstMessageFingerprint,
  isCannotOpen,
  open,
  openSessionTo,
  peekFirst,
  seal,
  sessionId,
  sessionIdOf,
  type DecodedEnvelope,
  type Session,
} from '../../../node/core/session.ts';
import { nodeKem as kem } from '../../../shared/crypto/kem.ts';
import { pad, unpad } from '../../../shared/crypto/padding.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { makeCertificate } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { Envelope, FirstBody, PairwiseBody } from '../../../shared/wire/generated/envelope.js';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { MAX_SKIP, MAX_SKIPPED_KEYS } from '../../../shared/wire/limits.ts';
import { ENVELOPE } from '../../../shared/wire/protocols.ts';
import { aDevice, aPerson, prekeysOf, type TestPerson } from '../../support/identities.ts';

const NOW = 1_700_000_000_000;
const [alice, bob, carol] = [aPerson('Alice', random), aPerson('Bob', random), aPerson('Carol', random)];
const text = (words: string): Uint8Array => pad(Buffer.from(words));
const words = (plaintext: Uint8Array): string => Buffer.from(unpad(plaintext)!).toString();

/** Seals `said` for `to`; gives the session after it and the envelope as the other side decodes it. */
const say = (session: Session, to: TestPerson, said: string) => {
  const sealed = seal(session, to, text(said), random);
  return { ...sealed, decoded: decodeEnvelope(sealed.envelope) };
};
const hear = (session: Session, envelope: DecodedEnvelope, now = NOW) => {
  const opened = open(session, envelope, now);
  if (isCannotOpen(opened)) throw new Error('did not open');
  return { session: opened.session, said: words(opened.plaintext) };
};

interface Begun {
  /** Initiator and responder after the first message. */
  readonly a: Session;
  readonly b: Session;
  readonly first: DecodedEnvelope;
  readonly prekeys: ReturnType<typeof prekeysOf>;
}

function begin(oneTime = 1, from = alice, to = bob): Begun {
  const prekeys = prekeysOf(to, random, kem, oneTime);
  const first = say(openSessionTo(from.own, to.peer, prekeys.fetch(), { random, kem }), to, 'hello');
  const accepted = acceptFirst(to.own, from.peer, first.decoded, prekeys.secrets, { kem, now: NOW });
  if (isCannotOpen(accepted)) throw new Error('was not accepted');
  expect(words(accepted.plaintext)).toBe('hello');
  return { a: first.session, b: accepted.session, first: first.decoded, prekeys };
}

/** Both have opened something: plain envelopes from here on. */
function confirmed(): { a: Session; b: Session } {
  const { a, b } = begin();
  const answer = say(b, alice, 'welcome');
  return { a: hear(a, answer.decoded).session, b: answer.session };
}

/** Whatever is thrown at it, a session that does not open answers one thing and stays as it was. */
function refuses(session: Session, envelope: DecodedEnvelope, now = NOW): void {
  const before = toHex(encodeSession(session));
  expect(open(session, envelope, now)).toBe(CANNOT_OPEN);
  expect(toHex(encodeSession(session))).toBe(before);
}

const changed = (envelope: Uint8Array, change: (it: Envelope) => Partial<Envelope>): DecodedEnvelope => {
  const fields = Envelope.decode(envelope);
  return decodeEnvelope(Envelope.encode({ ...fields, ...change(fields) }));
};
const withBody = (envelope: Uint8Array, change: Partial<PairwiseBody>): DecodedEnvelope =>
  changed(envelope, ({ body }) => ({ body: PairwiseBody.encode({ ...PairwiseBody.decode(body), ...change }) }));

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

describe('one answer, and nothing changes', () => {
  test('a message that was opened before', () => {
    const { a, b } = confirmed();
    const sealed = say(a, bob, 'once');
    refuses(hear(b, sealed.decoded).session, sealed.decoded);
  });

  test('a first message that was opened before, and one with another header around the same message', () => {
    const { a, b, first } = begin();
    refuses(b, first);
    const second = seal(a, bob, text('two'), random);
    const rewrapped = changed(second.envelope, ({ body }) => ({
      body: FirstBody.encode({ ...FirstBody.decode(body), certificate: Signed.encode(carol.certificate) }),
    }));
    refuses(b, rewrapped);
    expect(hear(b, decodeEnvelope(second.envelope)).said).toBe('two');
  });

  test('its own message, reflected', () => {
    const { a, b } = confirmed();
    refuses(say(a, bob, 'x').session, say(a, bob, 'x').decoded);
    refuses(
      a,
      changed(say(a, bob, 'x').envelope, () => ({ toAccount: alice.account, toDevice: alice.device })),
    );
    refuses(b, say(b, alice, 'x').decoded);
    const { a: fresh, first } = begin();
    refuses(fresh, first);
  });

  test('a message of another session with the same friend, or with another', () => {
    const { a, b } = confirmed();
    const sameFriend = confirmed();
    const otherFriend = begin(1, carol, bob);
    const ids = { session: b.id };
    refuses(b, say(sameFriend.a, bob, 'x').decoded);
    refuses(b, withBody(say(sameFriend.a, bob, 'x').envelope, ids));
    refuses(b, say(otherFriend.a, bob, 'x').decoded);
    expect(hear(b, say(a, bob, 'x').decoded).said).toBe('x');
  });

  test.each<[string, (envelope: Uint8Array) => DecodedEnvelope]>([
    ['for another account', (it) => changed(it, () => ({ toAccount: carol.account }))],
    ['for another device', (it) => changed(it, () => ({ toDevice: aDevice(random) }))],
    ['for another epoch', (it) => changed(it, () => ({ toEpoch: 2n }))],
    ['with another number', (it) => withBody(it, { number: 1 })],
    ['with a number just within the bound', (it) => withBody(it, { number: MAX_SKIP })],
    ['with a number beyond the bound', (it) => withBody(it, { number: MAX_SKIP + 1 })],
    ['with the greatest number', (it) => withBody(it, { number: 0xffff_ffff })],
    ['with another previous length', (it) => withBody(it, { previousLength: 2 })],
    ['with an endless previous length', (it) => withBody(it, { previousLength: 0xffff_ffff })],
    ['with another ratchet key', (it) => withBody(it, { ratchetKey: bob.peer.exchangeKey })],
    [
      'with another ratchet key and an endless previous length',
      (it) => withBody(it, { ratchetKey: bob.peer.exchangeKey, previousLength: 0xffff_ffff }),
    ],
    ['with a ratchet key of low order', (it) => withBody(it, { ratchetKey: new Uint8Array(32) })],
    ['with another nonce', (it) => withBody(it, { nonce: new Uint8Array(12) })],
    ['with other bytes', (it) => withBody(it, { ciphertext: new Uint8Array(272) })],
    ['as a first message', (it) => wrapped(it)],
  ])('a message %s', (_, change) => {
    const { a, b } = confirmed();
    const sealed = seal(a, bob, text('x'), random);
    refuses(b, change(sealed.envelope));
    expect(hear(b, decodeEnvelope(sealed.envelope)).said).toBe('x');
  });

  /** The message inside a header that somebody made up. */
  function wrapped(envelope: Uint8Array): DecodedEnvelope {
    const header = begin().first.first!;
    return changed(envelope, ({ body }) => ({
      kind: ENVELOPE.first,
      body: FirstBody.encode({ ...header, message: PairwiseBody.decode(body) }),
    }));
  }

  test('any bit of the envelope changed', () => {
    const { a, b } = confirmed();
    const sealed = seal(a, bob, text('x'), random);
    const before = toHex(encodeSession(b));
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 7 }), (at, bit) => {
        const bytes = sealed.envelope.slice();
        bytes[at % bytes.length] = bytes[at % bytes.length]! ^ (1 << bit);
        let envelope: DecodedEnvelope;
        try {
          envelope = decodeEnvelope(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(MiyuError);
          return;
        }
        const opened = open(b, envelope, NOW);
        if (!isCannotOpen(opened)) {
          // Bits that protobuf does not read: the fields are the same.
          expect(words(opened.plaintext)).toBe('x');
          const { session, ratchetKey, previousLength, number, nonce, ciphertext } = envelope.message;
          expect(decodeEnvelope(sealed.envelope)).toMatchObject({
            toAccount: envelope.toAccount,
            toDevice: envelope.toDevice,
            toEpoch: envelope.toEpoch,
            message: { session, ratchetKey, previousLength, number, nonce, ciphertext },
          });
        }
        expect(toHex(encodeSession(b))).toBe(before);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the bounds on passed-over keys', () => {
  /** Message `jump` of the chain, the ones before it unsent. */
  function jump(session: Session, count: number): { session: Session; decoded: DecodedEnvelope } {
    let at = session;
    for (let i = 0; i < count; i += 1) at = seal(at, bob, text(''), random).session;
    return say(at, bob, 'far');
  }

  test('a jump of 1,000 opens, of 1,001 does not', () => {
    const { a, b } = confirmed();
    const far = jump(a, MAX_SKIP);
    const heard = hear(b, far.decoded);
    expect(heard.said).toBe('far');
    expect(countSkipped(heard.session.ratchet.skipped)).toBe(MAX_SKIP);
    refuses(b, say(far.session, bob, 'farther').decoded);
  });

  test('both chains of a turn count together', () => {
    const { a, b } = confirmed();
    const half = jump(a, 600); // 601 messages of the old chain, none of which came.
    const answer = say(b, alice, 'crossing');
    const turned = hear(half.session, answer.decoded).session;
    refuses(answer.session, jump(turned, 400).decoded);
    const heard = hear(answer.session, jump(turned, 399).decoded);
    expect(heard.said).toBe('far');
    expect(countSkipped(heard.session.ratchet.skipped)).toBe(1_000);
  });

  test('2,000 are kept at most, whatever comes', () => {
    let { a, b } = confirmed();
    const firstLost = say(a, bob, 'the very first');
    a = firstLost.session;
    for (let i = 0; i < 3; i += 1) {
      const far = jump(a, 900);
      const heard = hear(b, far.decoded);
      [a, b] = [far.session, heard.session];
      expect(countSkipped(b.ratchet.skipped)).toBeLessThanOrEqual(MAX_SKIPPED_KEYS);
    }
    expect(countSkipped(b.ratchet.skipped)).toBe(MAX_SKIPPED_KEYS);
    refuses(b, firstLost.decoded);
    expect(encodeSession(b).length).toBeLessThan(80_000);
    expect(toHex(encodeSession(decodeSession(encodeSession(b))))).toBe(toHex(encodeSession(b)));
  });

  test('they expire', () => {
    const { a, b } = confirmed();
    const late = say(a, bob, 'late');
    const heard = hear(b, say(late.session, bob, 'in time').decoded);
    expect(hear(heard.session, late.decoded, NOW + SKIPPED_LIFETIME_MS).said).toBe('late');
    refuses(heard.session, late.decoded, NOW + SKIPPED_LIFETIME_MS + 1);
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

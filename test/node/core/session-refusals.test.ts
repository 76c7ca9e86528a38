/** What a session does not open: one answer, and nothing has changed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSkipped, SKIPPED_LIFETIME_MS } from '../../../node/core/skipped-keys.ts';
import {
  decodeEnvelope,
  decodeSession,
  encodeSession,
  isCannotOpen,
  open,
  seal,
  type DecodedEnvelope,
  type Session,
} from '../../../node/core/session.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { FirstBody, PairwiseBody } from '../../../shared/wire/generated/envelope.js';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { MAX_SKIP, MAX_SKIPPED_KEYS } from '../../../shared/wire/limits.ts';
import { ENVELOPE } from '../../../shared/wire/protocols.ts';
import { aDevice } from '../../support/identities.ts';
import {
  alice,
  begin,
  bob,
  carol,
  changed,
  confirmed,
  hear,
  NOW,
  refuses,
  say,
  text,
  withBody,
  words,
} from '../../support/sessions.ts';

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

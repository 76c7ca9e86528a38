/** Two people's sessions, without a network. */
import { expect } from 'vitest';
import {
  acceptFirst,
  CANNOT_OPEN,
  decodeEnvelope,
  encodeSession,
  isCannotOpen,
  open,
  openSessionTo,
  seal,
  type DecodedEnvelope,
  type Session,
} from '../../node/core/session.ts';
import { nodeKem as kem } from '../../shared/crypto/kem.ts';
import { pad, unpad } from '../../shared/crypto/padding.ts';
import { systemRandom as random } from '../../shared/crypto/random.ts';
import { toHex } from '../../shared/ids.ts';
import { Envelope, PairwiseBody } from '../../shared/wire/generated/envelope.js';
import { aPerson, prekeysOf, type TestPerson } from './identities.ts';

export const NOW = 1_700_000_000_000;
export const [alice, bob, carol] = [aPerson('Alice', random), aPerson('Bob', random), aPerson('Carol', random)];
export const text = (words: string): Uint8Array => pad(Buffer.from(words));
export const words = (plaintext: Uint8Array): string => Buffer.from(unpad(plaintext)!).toString();

/** Seals `said` for `to`; gives the session after it and the envelope as the other side decodes it. */
export const say = (session: Session, to: TestPerson, said: string) => {
  const sealed = seal(session, to, text(said), random);
  return { ...sealed, decoded: decodeEnvelope(sealed.envelope) };
};
export const hear = (session: Session, envelope: DecodedEnvelope, now = NOW) => {
  const opened = open(session, envelope, now);
  if (isCannotOpen(opened)) throw new Error('did not open');
  return { session: opened.session, said: words(opened.plaintext) };
};

export interface Begun {
  /** Initiator and responder after the first message. */
  readonly a: Session;
  readonly b: Session;
  readonly first: DecodedEnvelope;
  readonly prekeys: ReturnType<typeof prekeysOf>;
}

export function begin(oneTime = 1, from = alice, to = bob): Begun {
  const prekeys = prekeysOf(to, random, kem, oneTime);
  const first = say(openSessionTo(from.own, to.peer, prekeys.fetch(), { random, kem }), to, 'hello');
  const accepted = acceptFirst(to.own, from.peer, first.decoded, prekeys.secrets, { kem, now: NOW });
  if (isCannotOpen(accepted)) throw new Error('was not accepted');
  expect(words(accepted.plaintext)).toBe('hello');
  return { a: first.session, b: accepted.session, first: first.decoded, prekeys };
}

/** Both have opened something: plain envelopes from here on. */
export function confirmed(): { a: Session; b: Session } {
  const { a, b } = begin();
  const answer = say(b, alice, 'welcome');
  return { a: hear(a, answer.decoded).session, b: answer.session };
}

/** Whatever is thrown at it, a session that does not open answers one thing and stays as it was. */
export function refuses(session: Session, envelope: DecodedEnvelope, now = NOW): void {
  const before = toHex(encodeSession(session));
  expect(open(session, envelope, now)).toBe(CANNOT_OPEN);
  expect(toHex(encodeSession(session))).toBe(before);
}

export const changed = (envelope: Uint8Array, change: (it: Envelope) => Partial<Envelope>): DecodedEnvelope => {
  const fields = Envelope.decode(envelope);
  return decodeEnvelope(Envelope.encode({ ...fields, ...change(fields) }));
};
export const withBody = (envelope: Uint8Array, change: Partial<PairwiseBody>): DecodedEnvelope =>
  changed(envelope, ({ body }) => ({ body: PairwiseBody.encode({ ...PairwiseBody.decode(body), ...change }) }));

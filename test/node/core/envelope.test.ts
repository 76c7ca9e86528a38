import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEnvelope, encodeEnvelope } from '../../../node/core/envelope.ts';
import { isFast, readPairwise, writePairwise } from '../../../node/core/pairwise-bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { isMiyuError } from '../../../shared/errors.ts';
import { Envelope, FirstBody, PairwiseBody } from '../../../shared/wire/generated/envelope.js';
import { MAX_ENVELOPE_BYTES, PADDING_BUCKETS } from '../../../shared/wire/limits.ts';

const of = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const u32 = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 0xffff_ffff }));
const epochs = fc.oneof(fc.bigInt(1n, 300n), fc.bigInt(1n, 2n ** 64n - 1n));
const fields = fc.record({
  toAccount: of(32),
  toDevice: of(38),
  toEpoch: epochs,
  session: of(16),
  ratchetKey: of(32),
  previousLength: u32,
  number: u32,
  nonce: of(12),
  ciphertext: fc.uint8Array({ minLength: 17, maxLength: 700 }),
});

type Fields = typeof fields extends fc.Arbitrary<infer T> ? T : never;

const NONE = new Uint8Array(0);
const bodyOf = ({ session, ratchetKey, previousLength, number, nonce, ciphertext }: Fields): PairwiseBody => ({
  session,
  ratchetKey,
  previousLength,
  number,
  nonce,
  ciphertext,
  pq: NONE,
});
const generated = (value: Fields, change: Partial<Envelope> = {}): Uint8Array =>
  Envelope.encode({
    version: 1,
    suite: 1,
    kind: 2,
    toAccount: value.toAccount,
    toDevice: value.toDevice,
    toEpoch: value.toEpoch,
    body: PairwiseBody.encode(bodyOf(value)),
    ...change,
  });
const ours = (value: Fields, first?: Parameters<typeof encodeEnvelope>[2]): Uint8Array => {
  const { toAccount: account, toDevice: device, toEpoch: epoch, ciphertext, ...message } = value;
  return encodeEnvelope({ account, device, epoch }, message, first, ciphertext.length, (place) => {
    place.set(ciphertext);
  });
};
const plain = ({ toAccount, toDevice, toEpoch, ...message }: Fields) => ({ toAccount, toDevice, toEpoch, message });
const sample = (): Fields => fc.sample(fields, { numRuns: 1, seed: 7 })[0]!;
const invalid = expect.objectContaining({ code: 'envelope-invalid' }) as Error;

describe('a pairwise envelope', () => {
  test('is byte for byte what the generated codec writes, and is read as that reads it', () => {
    fc.assert(
      fc.property(fields, (value) => {
        const bytes = generated(value);
        expect(Buffer.from(ours(value)).equals(bytes)).toBe(true);
        const decoded = decodeEnvelope(bytes);
        expect(decoded).toMatchObject({ kind: 2, ...plain(value) });
        expect(decoded.first).toBeUndefined();
        expect(decoded.id).toEqual(sha256(bytes));
      }),
      { numRuns: 300 },
    );
  });

  test('takes the fast lane where its numbers are small, and is then read from it', () => {
    fc.assert(
      fc.property(fields, (value) => {
        const small = [value.toEpoch, BigInt(value.previousLength), BigInt(value.number)].every((it) => isFast(it));
        const read = readPairwise(generated(value));
        if (small) expect(read).toEqual(value);
        else expect(read).toBeUndefined();
      }),
    );
    expect(isFast(2n ** 31n)).toBe(false);
  });

  test('is left to the generated codec when any other byte stands in it: both lanes say the same', () => {
    fc.assert(
      fc.property(fields, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, change) => {
        const bytes = generated(value);
        bytes[at % bytes.length] = bytes[at % bytes.length]! ^ change;
        const read = readPairwise(bytes);
        if (read === undefined) return;
        const envelope = Envelope.decode(bytes);
        const { pq: _, ...body } = PairwiseBody.decode(envelope.body);
        const { toAccount, toDevice, toEpoch } = envelope;
        expect({ ...read }).toEqual({ ...body, toAccount, toDevice, toEpoch });
        expect([envelope.version, envelope.suite, envelope.kind]).toEqual([1, 1, 2]);
      }),
      { numRuns: 500 },
    );
  });

  test('with its fields in another order is read all the same', () => {
    const value = { ...sample(), toEpoch: 1n };
    const whole = generated(value);
    // Version and suite, two bytes each, change places.
    const swapped = Uint8Array.of(...whole.subarray(2, 4), ...whole.subarray(0, 2), ...whole.subarray(4));
    expect(readPairwise(swapped)).toBeUndefined();
    expect(decodeEnvelope(swapped)).toMatchObject(plain(value));
  });
});

describe('a first envelope', () => {
  const first = {
    fromAccount: new Uint8Array(32).fill(1),
    certificate: new Uint8Array(210).fill(2),
    baseKey: new Uint8Array(32).fill(3),
    signedPrekeyId: 4,
    oneTimeId: 0,
    lastResortId: 5,
    kemCiphertext: new Uint8Array(1088).fill(6),
  };

  test('carries header and message', () => {
    const value = sample();
    const decoded = decodeEnvelope(ours(value, first));
    expect(decoded).toMatchObject({ kind: 1, first, ...plain(value) });
  });

  test.each<[string, Partial<FirstBody>]>([
    ['a short account', { fromAccount: new Uint8Array(31) }],
    ['an endless certificate', { certificate: new Uint8Array(1025) }],
    ['a short base key', { baseKey: new Uint8Array(31) }],
    ['no signed prekey', { signedPrekeyId: 0 }],
    ['a short KEM ciphertext', { kemCiphertext: new Uint8Array(1087) }],
  ])('with %s is refused', (_, change) => {
    const value = sample();
    const body = FirstBody.encode({ ...first, message: bodyOf(value), ...change });
    expect(() => decodeEnvelope(generated(value, { kind: 1, body }))).toThrow(invalid);
  });

  test('without a message is refused', () => {
    expect(() => decodeEnvelope(generated(sample(), { kind: 1, body: FirstBody.encode(first) }))).toThrow(invalid);
  });
});

describe('is refused with a typed error', () => {
  const most = PADDING_BUCKETS.at(-1)! + 16;

  test.each<[string, Partial<PairwiseBody>]>([
    ['a session of 15 bytes', { session: new Uint8Array(15) }],
    ['a ratchet key of 33 bytes', { ratchetKey: new Uint8Array(33) }],
    ['a nonce of 24 bytes', { nonce: new Uint8Array(24) }],
    ['a tag alone', { ciphertext: new Uint8Array(16) }],
    ['more than the largest bucket', { ciphertext: new Uint8Array(most + 1) }],
    ['a post-quantum step, which suite 1 has not', { pq: Uint8Array.of(1) }],
  ])('%s', (_, change) => {
    const value = sample();
    const body = PairwiseBody.encode({ ...bodyOf(value), ...change });
    expect(() => decodeEnvelope(generated(value, { body }))).toThrow(invalid);
  });

  test.each<[string, Partial<Envelope>]>([
    ['an account of 31 bytes', { toAccount: new Uint8Array(31) }],
    ['a device of 37 bytes', { toDevice: new Uint8Array(37) }],
    ['epoch 0', { toEpoch: 0n }],
  ])('%s', (_, change) => {
    expect(() => decodeEnvelope(generated(sample(), change))).toThrow(invalid);
  });

  test.each<[string, Partial<Envelope>]>([
    ['version 2', { version: 2 }],
    ['suite 2', { suite: 2 }],
    ['a group envelope', { kind: 3 }],
    ['kind 0', { kind: 0 }],
  ])('%s asks for another version', (_, change) => {
    expect(() => decodeEnvelope(generated(sample(), change))).toThrow(
      expect.objectContaining({ code: 'version-mismatch' }),
    );
  });

  test('more bytes than an envelope has', () => {
    expect(() => decodeEnvelope(new Uint8Array(MAX_ENVELOPE_BYTES + 1))).toThrow(invalid);
  });

  test('and the largest there is passes', () => {
    const value = { ...sample(), ciphertext: new Uint8Array(most) };
    expect(decodeEnvelope(ours(value)).message.ciphertext).toHaveLength(most);
  });

  test('any bytes, cut or mutated or random', () => {
    const valid = fields.map((value) => generated(value));
    const mutated = fc.tuple(valid, fc.nat(), fc.nat({ max: 255 })).map(([bytes, at, byte]) => {
      const copy = bytes.slice();
      copy[at % copy.length] = byte;
      return copy;
    });
    const cut = fc.tuple(valid, fc.nat()).map(([bytes, at]) => bytes.subarray(0, at % bytes.length));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated, cut), (bytes) => {
        try {
          decodeEnvelope(bytes);
        } catch (error) {
          expect(isMiyuError(error, 'envelope-invalid') || isMiyuError(error, 'version-mismatch')).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('the view for the ciphertext is the end of the envelope', () => {
  const { bytes, ciphertext } = writePairwise({ ...sample(), toEpoch: 1n, number: 0, previousLength: 0 }, 50);
  expect(ciphertext).toHaveLength(50);
  ciphertext.fill(0xee);
  expect([...bytes.subarray(-50)]).toEqual(new Array(50).fill(0xee));
});

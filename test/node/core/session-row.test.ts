import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../../node/core/session.ts';
import { decodeSession, encodeSession } from '../../../node/core/session-row.ts';
import { MESSAGE_KEY_BYTES, type SkippedRun } from '../../../node/core/skipped-keys.ts';
import { isMiyuError } from '../../../shared/errors.ts';
import { MAX_SKIPPED_KEYS } from '../../../shared/wire/limits.ts';

const of = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const u32 = fc.oneof(fc.nat({ max: 300 }), fc.integer({ min: 0, max: 0xffff_ffff }));
const key = of(32);
const chain = fc.record({ key, next: u32 });
const run: fc.Arbitrary<SkippedRun> = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    ratchetKey: key,
    first: fc.oneof(fc.nat({ max: 300 }), fc.integer({ min: 0, max: 2 ** 32 - count })),
    keys: of(count * MESSAGE_KEY_BYTES),
    storedAt: fc.oneof(fc.constant(1_700_000_000_000), fc.maxSafeNat()),
  }),
);
const header = fc.record({
  fromAccount: key,
  certificate: fc.uint8Array({ maxLength: 300 }),
  baseKey: key,
  signedPrekeyId: u32,
  oneTimeId: u32,
  lastResortId: u32,
  kemCiphertext: of(1088),
});
const sessions: fc.Arbitrary<Session> = fc.record({
  id: of(16),
  associated: key,
  ratchet: fc.record({
    rootKey: key,
    own: fc.record({ publicKey: key, secretKey: key }),
    remoteKey: optional(key),
    sending: optional(chain),
    receiving: optional(chain),
    previousLength: u32,
    skipped: fc.array(run, { maxLength: 4 }),
  }),
  first: optional(header),
  accepted: optional(key),
});

/** With every part that a row can have. */
function fullSession(): Session {
  const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);
  return {
    id: bytes(16, 1),
    associated: bytes(32, 2),
    ratchet: {
      rootKey: bytes(32, 3),
      own: { publicKey: bytes(32, 4), secretKey: bytes(32, 5) },
      remoteKey: bytes(32, 6),
      sending: { key: bytes(32, 7), next: 8 },
      receiving: { key: bytes(32, 9), next: 10 },
      previousLength: 11,
      skipped: [{ ratchetKey: bytes(32, 12), first: 13, keys: bytes(64, 14), storedAt: 15 }],
    },
    first: {
      fromAccount: bytes(32, 16),
      certificate: bytes(210, 17),
      baseKey: bytes(32, 18),
      signedPrekeyId: 19,
      oneTimeId: 20,
      lastResortId: 0,
      kemCiphertext: bytes(1088, 21),
    },
    accepted: bytes(32, 22),
  };
}

/** Where fields of `fullSession`'s row are. */
const AT = { version: 0, parts: 1, runs: 286, runFirst: 320, runStoredAt: 324, runKeys: 332 };

function rowWith(change: (row: Uint8Array, view: DataView) => void): Uint8Array {
  const row = encodeSession(fullSession()).slice();
  change(row, new DataView(row.buffer));
  return row;
}

describe('a session’s row', () => {
  test('gives back the session, whatever it has', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const row = encodeSession(session);
        const decoded = decodeSession(row);
        expect(decoded).toEqual(session);
        expect(encodeSession(decoded)).toEqual(row);
      }),
      { numRuns: 300 },
    );
  });

  test('is laid out as its file says, and small without what a session rarely has', () => {
    const { ratchet, ...rest } = fullSession();
    const plain = { ...rest, ratchet: { ...ratchet, skipped: [] }, first: undefined };
    expect(encodeSession(plain)).toHaveLength(2 + 16 + 4 * 32 + 4 + 32 + 2 * 36 + 32);
    const view = new DataView(encodeSession(fullSession()).slice().buffer);
    expect([view.getUint8(AT.version), view.getUint8(AT.parts), view.getUint16(AT.runs)]).toEqual([2, 63, 1]);
    expect([view.getUint32(AT.runFirst), view.getBigUint64(AT.runStoredAt)]).toEqual([13, 15n]);
    expect(view.getUint16(AT.runKeys)).toBe(2);
  });

  test('is held on to by nothing in the session', () => {
    // A Buffer's own `slice` would share its memory.
    const row = Buffer.from(encodeSession(fullSession()));
    const decoded = decodeSession(row);
    row.fill(0);
    expect(decoded).toEqual(fullSession());
    expect(Buffer.isBuffer(decoded.id)).toBe(false);
  });

  test('of two sessions are two: a later one changes nothing in an earlier one', () => {
    const first = encodeSession(fullSession());
    const kept = first.slice();
    encodeSession({ ...fullSession(), id: new Uint8Array(16).fill(0xff) });
    expect(first).toEqual(kept);
  });

  test('with as many keys as a session may hold comes back', () => {
    const { ratchet, ...rest } = fullSession();
    const most = { ...ratchet.skipped[0]!, keys: new Uint8Array(MAX_SKIPPED_KEYS * MESSAGE_KEY_BYTES).fill(1) };
    const session = { ...rest, ratchet: { ...ratchet, skipped: [most] } };
    expect(decodeSession(encodeSession(session))).toEqual(session);
    const more = { ...rest, ratchet: { ...ratchet, skipped: [...ratchet.skipped, most] } };
    expect(() => decodeSession(encodeSession(more))).toThrow('store-damaged');
  });

  test('is not written of a session with a key of a wrong length', () => {
    expect(() => encodeSession({ ...fullSession(), associated: new Uint8Array(31) })).toThrow('internal');
  });
});

describe('is refused', () => {
  test('cut anywhere, or with bytes behind it', () => {
    fc.assert(
      fc.property(sessions, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 40 }), (session, at, more) => {
        const row = encodeSession(session);
        expect(() => decodeSession(row.subarray(0, at % row.length))).toThrow('store-damaged');
        expect(() => decodeSession(Uint8Array.of(...row, ...more))).toThrow('store-damaged');
      }),
    );
    const row = encodeSession(fullSession());
    for (let end = 0; end < row.length; end += 1) {
      expect(() => decodeSession(row.subarray(0, end))).toThrow('store-damaged');
    }
  });

  test.each<[string, Uint8Array]>([
    ['of an earlier version', rowWith((row) => (row[AT.version] = 1))],
    ['with a part that there is not', rowWith((row) => (row[AT.parts] = 64 + 63))],
    ['with a part less than it has', rowWith((row) => (row[AT.parts] = 63 - 32))],
    ['with a part of skipped keys that has none', rowWith((_, view) => view.setUint16(AT.runs, 0))],
    ['with more runs than it has', rowWith((_, view) => view.setUint16(AT.runs, 0xffff))],
    ['with a run without keys', rowWith((_, view) => view.setUint16(AT.runKeys, 0))],
    ['with a run longer than the row', rowWith((_, view) => view.setUint16(AT.runKeys, MAX_SKIPPED_KEYS))],
    ['with numbers beyond the last', rowWith((_, view) => view.setUint32(AT.runFirst, 0xffff_ffff))],
    ['with a time that no clock has', rowWith((_, view) => view.setBigUint64(AT.runStoredAt, 2n ** 53n))],
  ])('%s', (_, row) => {
    expect(() => decodeSession(row)).toThrow('store-damaged');
  });

  test('of a newer program, which it says', () => {
    const row = rowWith((it) => (it[AT.version] = 3));
    expect(() => decodeSession(row)).toThrow('store-newer');
  });

  test('or read: any bytes, mutated or random', () => {
    const mutated = fc.tuple(sessions, fc.nat(), fc.nat({ max: 255 })).map(([session, at, byte]) => {
      const row = encodeSession(session).slice();
      row[at % row.length] = byte;
      return row;
    });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 400 })), (row) => {
        try {
          expect(encodeSession(decodeSession(row))).toEqual(new Uint8Array(row));
        } catch (error) {
          if (!isMiyuError(error, 'store-damaged') && !isMiyuError(error, 'store-newer')) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import encodeQr from 'qr';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from '../../../shared/crypto/base32.ts';
import {
  compareVerification,
  decodeVerification,
  encodeVerification,
  type LogPosition,
  type VerificationCode,
  type VerifiedParty,
} from '../../../shared/crypto/verification-code.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { equalBytes, toHex } from '../../../shared/ids.ts';
import { ROOT } from '../../../scripts/launch/paths.js';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');

const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const party: fc.Arbitrary<VerifiedParty> = fc.record({ account: bytes(32), keyHash: bytes(32) });
const position: fc.Arbitrary<LogPosition> = fc.record({
  log: bytes(16),
  size: fc.bigInt({ min: 1n, max: 2n ** 40n }),
  root: bytes(32),
});
const codes: fc.Arbitrary<VerificationCode> = fc.record({
  shower: party,
  other: party,
  head: fc.option(position, { nil: undefined }),
});

describe('base 32', () => {
  test('is RFC 4648 §10 without its padding', () => {
    const text = new TextEncoder();
    const cases = {
      '': '',
      f: 'MY',
      fo: 'MZXQ',
      foo: 'MZXW6',
      foob: 'MZXW6YQ',
      fooba: 'MZXW6YTB',
      foobar: 'MZXW6YTBOI',
    };
    for (const [plain, coded] of Object.entries(cases)) {
      expect(toBase32(text.encode(plain))).toBe(coded);
      expect(fromBase32(coded.toLowerCase())).toEqual(text.encode(plain));
    }
  });

  test('has one text for each bytes: whatever is read is what is written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
        expect(fromBase32(toBase32(some))).toEqual(some);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ABCYZ234567=10 a')) }), (text) => {
        const read = fromBase32(text);
        if (read !== undefined) expect(toBase32(read)).toBe(text.toUpperCase());
      }),
    );
  });
});

describe('a verification code', () => {
  test('says what was put in, typed in small letters and with blanks as well', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const text = encodeVerification(code);
        expect(decodeVerification(text)).toEqual(code);
        const typed = ` ${text.toLowerCase().replaceAll(/(.{7})/g, '$1 \n')} `;
        expect(decodeVerification(typed)).toEqual(code);
      }),
    );
  });

  test('fits into a QR code that a terminal of 80 columns holds, with its quiet zone', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const rows = encodeQr(encodeVerification(code), 'raw', { ecc: 'low', border: 4 });
        expect(rows.length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 5 },
    );
  });

  test('with one letter changed, cut, or with anything else is refused, and nothing but with an error of ours', () => {
    const refused = (text: string): void => {
      expect(() => decodeVerification(text)).toThrow(MiyuError);
    };
    fc.assert(
      fc.property(codes, fc.nat(), fc.constantFrom(...LETTERS), (code, at, letter) => {
        const text = encodeVerification(code);
        const place = 12 + (at % (text.length - 12));
        if (text[place] !== letter) refused(text.slice(0, place) + letter + text.slice(place + 1));
        refused(text.slice(0, place));
      }),
    );
    fc.assert(fc.property(fc.string({ maxLength: 400 }), refused));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (some) => refused(`MIYU-VERIFY:${toBase32(some)}`)));
    refused(`MIYU-VERIFY:${'A'.repeat(100_000)}`);
    refused('miyu://invite/abc');
  });

  test('is as in the vectors', () => {
    const vector = JSON.parse(readFileSync(join(ROOT, 'test/vectors/verification.json'), 'utf8')) as {
      bare: string;
      withHead: string;
      mistyped: string;
      cut: string;
      shower: { account: string; keyHash: string };
      head: { log: string; size: number; root: string };
    };
    const { shower, head } = decodeVerification(vector.withHead);
    expect({ account: toHex(shower.account), keyHash: toHex(shower.keyHash) }).toEqual(vector.shower);
    expect({ log: toHex(head!.log), size: Number(head!.size), root: toHex(head!.root) }).toEqual(vector.head);
    expect(decodeVerification(vector.bare).head).toBeUndefined();
    for (const text of [vector.mistyped, vector.cut]) {
      expect(() => decodeVerification(text)).toThrow(expect.objectContaining({ code: 'verification-malformed' }));
    }
  });
});

describe('comparing', () => {
  const three = fc.tuple(party, party, party, position).filter(([a, b, c]) => {
    const accounts = [a, b, c].map(({ account }) => toHex(account));
    const hashes = [a, b, c].map(({ keyHash }) => toHex(keyHash));
    return new Set(accounts).size === 3 && new Set(hashes).size === 3;
  });

  test('tells the same, other keys of either, other people, and another log apart', () => {
    fc.assert(
      fc.property(three, ([anna, bela, carl, at]) => {
        const own = { ...anna, head: at };
        const code = (change: Partial<VerificationCode>): VerificationCode => ({
          shower: bela,
          other: anna,
          head: undefined,
          ...change,
        });
        const says = (change: Partial<VerificationCode>): string => compareVerification(code(change), own, bela);
        expect(says({})).toBe('match');
        expect(says({ head: at })).toBe('match');
        expect(says({ shower: { ...bela, keyHash: carl.keyHash } })).toBe('mismatch');
        expect(says({ other: { ...anna, keyHash: carl.keyHash } })).toBe('mismatch');
        expect(says({ shower: carl })).toBe('other-person');
        expect(says({ other: carl })).toBe('other-person');
        expect(says({ shower: anna, other: bela })).toBe('yourself');
        const root = at.root.map((byte) => byte ^ 1);
        expect(says({ head: { ...at, root } })).toBe('other-log');
        // Of another size, or another log: nobody can say.
        expect(says({ head: { ...at, root, size: at.size === 1n ? 2n : at.size - 1n } })).toBe('match');
        expect(says({ head: { ...at, root, log: at.log.map((byte) => byte ^ 1) } })).toBe('match');
        // Keys first: who has false keys hears of nothing else.
        expect(says({ shower: { ...bela, keyHash: carl.keyHash }, head: { ...at, root } })).toBe('mismatch');
      }),
    );
  });

  test('what one shows is what the other has, both ways', () => {
    fc.assert(
      fc.property(party, party, (anna, bela) => {
        fc.pre(!equalBytes(anna.account, bela.account));
        const shown = decodeVerification(encodeVerification({ shower: anna, other: bela, head: undefined }));
        expect(compareVerification(shown, { ...bela, head: undefined }, anna)).toBe('match');
        expect(compareVerification(shown, { ...anna, head: undefined }, bela)).toBe('yourself');
      }),
    );
  });
});

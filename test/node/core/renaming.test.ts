/** Which statements rename a contact: those that follow the friend's own chain, and no others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followChain, renamed } from '../../../node/core/renaming.ts';
import { createIdentity, type Identity } from '../../../shared/crypto/identity.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { makeIdentityStatement, openIdentityChain } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { makeNextStatement, type ChainChange } from '../../../shared/transparency/chain-statements.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';

const identity = createIdentity(random);
const first = makeIdentityStatement(identity, 'ann', random(16));
const contact = { name: 'ann', statements: [Signed.encode(first)] };

const next = (before: readonly Signed[], change: ChainChange, by: Identity = identity): Signed =>
  makeNextStatement(openIdentityChain(before), by, change, random(16));
const named = (name: string, ...before: Signed[]): Signed => next([first, ...before], { kind: 'name', name });

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    if (!(error instanceof MiyuError)) throw error;
    return error.code;
  }
}

describe('a contact’s name', () => {
  test('follows the friend’s statements, also where some in between were not seen, and the chain stays short', () => {
    const one = named('Annette');
    const two = named('Anna', one);
    const three = named('Annika', one, two);
    const known = renamed(contact, [Signed.encode(one)])!;
    expect(known.name).toBe('Annette');
    const later = renamed(known, [Signed.encode(three)])!;
    expect(later.name).toBe('Annika');
    expect(later.statements).toEqual([first, three].map((each) => Signed.encode(each)));
    // Heard again, or late: nothing new.
    expect(renamed(later, [Signed.encode(three)])).toBeUndefined();
    expect(renamed(later, [Signed.encode(one), Signed.encode(two)])).toBeUndefined();
    expect(renamed(later, [])).toBeUndefined();
  });

  test.each<[string, () => Signed, string]>([
    [
      'somebody else',
      () => next([makeIdentityStatement(createIdentity(random), 'eve', random(16))], { kind: 'name', name: 'Annette' }),
      'statement-invalid',
    ],
    [
      'somebody with another key who says to be her',
      () => next([first], { kind: 'name', name: 'Annette' }, createIdentity(random)),
      'statement-invalid',
    ],
    [
      'a new key, with her consent',
      () => next([first], { kind: 'keys', next: createIdentity(random) }),
      'friend-key-changed',
    ],
    ['a name that looks well and is none', () => named('a b'), 'statement-invalid'],
    ['a name in another form', () => named('Ａnn'), 'statement-invalid'],
    ['a name that mixes scripts', () => named('pаypal'), 'statement-invalid'],
    ['a name with a line in it', () => named('ann\nbob'), 'statement-invalid'],
    [
      'a signature over other bytes',
      () => ({ ...named('Annette'), signature: named('Anna').signature }),
      'statement-invalid',
    ],
    ['nothing', () => ({ payload: new Uint8Array(0), signature: new Uint8Array(64) }), 'taken'],
  ])('is not changed by %s', (_, make, code) => {
    const statement = make();
    let after;
    expect(codeOf(() => (after = renamed(contact, [Signed.encode(statement)])))).toBe(code);
    expect(after).toBeUndefined();
  });

  test('any bytes, and any statement with a byte changed, change nothing', () => {
    const good = named('Annette');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({
            payload: fc.uint8Array({ maxLength: 300 }),
            signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
          }),
          fc.record({ at: fc.nat(good.payload.length - 1), by: fc.integer({ min: 1, max: 255 }) }).map(({ at, by }) => {
            const payload = good.payload.slice();
            payload[at]! ^= by;
            return { payload, signature: good.signature };
          }),
        ),
        (statement) => {
          try {
            expect(renamed(contact, [Signed.encode(statement)])).toBeUndefined();
          } catch (error) {
            expect(error).toBeInstanceOf(MiyuError);
          }
        },
      ),
    );
  });

  test('however often she renames herself, and whatever of it is seen, the last that was seen counts', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (seen) => {
        const chain: Signed[] = [];
        let known: { name: string; statements: Uint8Array[] } = contact;
        let expected = 'ann';
        seen.forEach((isSeen, i) => {
          chain.push(named(`Name-${i}x`, ...chain));
          if (!isSeen) return;
          known = renamed(known, [Signed.encode(chain.at(-1)!)])!;
          expected = `Name-${i}x`;
        });
        expect(known.name).toBe(expected);
        expect(known.statements.length).toBeLessThanOrEqual(2);
        expect(followChain(openIdentityChain([first]), chain).state.name).toBe(`Name-${seen.length - 1}x`);
      }),
      { numRuns: 25 },
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countSkipped,
  findSkipped,
  SKIPPED_LIFETIME_MS,
  withoutSkipped,
  withSkipped,
  type SkippedKeys,
  type SkippedRun,
} from '../../../node/core/skipped-keys.ts';
import { sha256, utf8 } from '../../../shared/crypto/hash.ts';
import { concatBytes } from '../../../shared/ids.ts';
import { MAX_SKIPPED_KEYS } from '../../../shared/wire/limits.ts';

const chainKey = (chain: number): Uint8Array => new Uint8Array(32).fill(chain);
const keyOf = (chain: number, number: number): Uint8Array => sha256(utf8(`${chain} ${number}`));
const run = (chain: number, first: number, count: number, storedAt: number): SkippedRun => ({
  ratchetKey: chainKey(chain),
  first,
  keys: concatBytes(...Array.from({ length: count }, (_, i) => keyOf(chain, first + i))),
  storedAt,
});

test('behaves as a plain map of keys does, and never changes a list that it was given', () => {
  const step = fc.record({
    chain: fc.nat({ max: 2 }),
    count: fc.nat({ max: 5 }),
    take: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 20 })),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let skipped: SkippedKeys = [];
      const model = new Map<string, Uint8Array>();
      const next = [0, 0, 0];
      for (const { chain, count, take } of steps) {
        const before = structuredClone(skipped);
        const first = next[chain]!;
        const added = withSkipped(skipped, [run(chain, first, count, 0)], 0);
        for (let i = 0; i < count; i += 1) model.set(`${chain} ${first + i}`, keyOf(chain, first + i));
        next[chain] = first + count + 1;
        const found = findSkipped(added, chainKey(take[0]), take[1], 0);
        const name = `${take[0]} ${take[1]}`;
        expect(found?.key).toEqual(model.get(name));
        const after = found === undefined ? added : withoutSkipped(added, found.run, take[1]);
        model.delete(name);
        expect(skipped).toEqual(before);
        skipped = after;
        expect(countSkipped(skipped)).toBe(model.size);
      }
      for (const [name, key] of model) {
        const [chain, number] = name.split(' ').map(Number) as [number, number];
        expect(findSkipped(skipped, chainKey(chain), number, 0)?.key).toEqual(key);
      }
    }),
  );
});

test('a used key stays in no buffer', () => {
  const whole = run(1, 0, 3, 0);
  const after = withoutSkipped([whole], 0, 1);
  const kept = Buffer.concat(after.map(({ keys }) => new Uint8Array(keys.buffer)));
  expect(kept.includes(Buffer.from(keyOf(1, 1)))).toBe(false);
  expect(kept).toHaveLength(64);
});

test('beyond the bound the oldest keys go', () => {
  let skipped: SkippedKeys = [];
  for (let chain = 0; chain < 3; chain += 1) skipped = withSkipped(skipped, [run(chain, 0, 900, chain)], chain);
  expect(countSkipped(skipped)).toBe(MAX_SKIPPED_KEYS);
  expect(findSkipped(skipped, chainKey(0), 699, 3)).toBeUndefined();
  expect(findSkipped(skipped, chainKey(0), 700, 3)?.key).toEqual(keyOf(0, 700));
  expect(findSkipped(skipped, chainKey(2), 899, 3)?.key).toEqual(keyOf(2, 899));
});

test('an expired key is not found, and goes when others come', () => {
  const skipped = withSkipped([], [run(1, 0, 2, 1_000)], 1_000);
  const end = 1_000 + SKIPPED_LIFETIME_MS;
  expect(findSkipped(skipped, chainKey(1), 0, end)).toBeDefined();
  expect(findSkipped(skipped, chainKey(1), 0, end + 1)).toBeUndefined();
  expect(countSkipped(withSkipped(skipped, [run(2, 0, 1, end + 1)], end + 1))).toBe(1);
  // A clock that went back keeps them.
  expect(findSkipped(skipped, chainKey(1), 0, 0)).toBeDefined();
});

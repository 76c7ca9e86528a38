import { expect, test } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { toHex } from '../../../shared/ids.ts';

test('draws have their length, are arrays of their own, and never repeat', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 2000; i += 1) {
    const length = 12 + (i % 90);
    const draw = systemRandom(length);
    expect(draw).toHaveLength(length);
    expect(draw.buffer.byteLength).toBe(length);
    seen.add(toHex(draw.subarray(0, 12)));
  }
  expect(seen.size).toBe(2000);
});

test('about half of the bits are ones, in short and in long draws', () => {
  for (const length of [32, 4096]) {
    const bytes = Array.from({ length: 131_072 / length }, () => [...systemRandom(length)]).flat();
    const ones = bytes.reduce((count, byte) => count + byte.toString(2).replaceAll('0', '').length, 0);
    // A million bits: 10 standard deviations are 5,000.
    expect(Math.abs(ones - 524_288)).toBeLessThan(5_200);
  }
});

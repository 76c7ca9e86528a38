import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KnownRows } from '../../../shared/storage/known-rows.ts';

const row = (bytes: number, fill = 1) => ({ stored: new Uint8Array(bytes).fill(fill), hash: undefined });

test('gives what was set last, or nothing', () => {
  const step = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    act: fc.constantFrom('set', 'get', 'delete', 'clear'),
    bytes: fc.constantFrom(0, 10, 8_000, 16_000, 20_000),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const rows = new KnownRows();
      const model = new Map<string, object>();
      for (const { name, act, bytes } of steps) {
        if (act === 'set') {
          const set = row(bytes);
          rows.set(name, set);
          model.set(name, set);
        } else if (act === 'get') {
          const got = rows.get(name);
          if (got !== undefined) expect(got).toBe(model.get(name));
        } else if (act === 'delete') {
          rows.delete(name);
          model.delete(name);
        } else {
          rows.clear();
          model.clear();
        }
      }
    }),
  );
});

test('forgets what was not used for longest, and keeps what is', () => {
  const rows = new KnownRows();
  rows.set('used', row(100));
  rows.set('unused', row(100));
  for (let at = 0; at < 1_000; at += 1) {
    rows.set(`row ${at}`, row(10_000));
    expect(rows.get('used')).toBeDefined();
  }
  expect(rows.get('unused')).toBeUndefined();
  const kept = Array.from({ length: 1_000 }, (_, at) => rows.get(`row ${at}`)).filter((each) => each !== undefined);
  // Two generations of 1 MiB.
  expect(kept.length).toBeGreaterThan(90);
  expect(kept.length).toBeLessThan(220);
});

test('does not keep large rows, and not what stood in their place', () => {
  const rows = new KnownRows();
  rows.set('a', row(10));
  rows.set('a', row(17 * 1024));
  expect(rows.get('a')).toBeUndefined();
});

test('knows that a row is not there', () => {
  const rows = new KnownRows();
  rows.set('a', { stored: undefined, hash: undefined });
  expect(rows.get('a')).toEqual({ stored: undefined, hash: undefined });
});

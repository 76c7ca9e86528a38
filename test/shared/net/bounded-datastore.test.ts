import { Key } from 'interface-datastore/key';
import { describe, expect, it } from 'vitest';
import { BoundedDatastore } from '../../../shared/net/bounded-datastore.ts';

/** All that it asks of a key. */
const keyOf = (text: string): Key => ({ toString: () => text }) as unknown as Key;
const value = (size: number, fill = 0): Uint8Array => new Uint8Array(size).fill(fill);

describe('bounded datastore', () => {
  it('keeps, replaces, lists and forgets', async () => {
    const store = new BoundedDatastore({ maxEntries: 10, maxBytes: 20_000, maxEntryBytes: 1_000 });
    store.put(keyOf('/a/1'), value(3, 1));
    store.put(keyOf('/a/2'), value(3, 2));
    store.put(keyOf('/b/1'), value(3, 3));
    store.put(keyOf('/a/1'), value(3, 4));
    expect(store.get(keyOf('/a/1'))).toEqual(value(3, 4));
    const under = [...store.query({ prefix: '/a' })].map(({ key }) => key.toString());
    expect(under.toSorted()).toEqual(['/a/1', '/a/2']);
    expect([...store.queryKeys({ filters: [(key) => key.toString() === '/b/1'] })].length).toBe(1);
    const batch = store.batch();
    batch.put(keyOf('/c'), value(1));
    batch.delete(keyOf('/a/1'));
    expect(store.has(keyOf('/c'))).toBe(false);
    await batch.commit();
    expect([store.has(keyOf('/c')), store.has(keyOf('/a/1'))]).toEqual([true, false]);
    expect(() => store.get(keyOf('/a/1'))).toThrow(expect.objectContaining({ name: 'NotFoundError' }));
  });

  it('lets go of what was longest unused, by count', () => {
    const store = new BoundedDatastore({ maxEntries: 3, maxBytes: 1_000_000, maxEntryBytes: 1_000 });
    for (const name of ['/1', '/2', '/3']) store.put(keyOf(name), value(1));
    store.get(keyOf('/1'));
    store.put(keyOf('/4'), value(1));
    expect(['/1', '/2', '/3', '/4'].filter((name) => store.has(keyOf(name)))).toEqual(['/1', '/3', '/4']);
  });

  it('stays within its bytes whatever is put there', () => {
    const store = new BoundedDatastore({ maxEntries: 1_000_000, maxBytes: 100_000, maxEntryBytes: 2_000 });
    for (let i = 0; i < 1_000; i += 1) store.put(keyOf(`/${i}`), value(i));
    const held = [...store.query({})].reduce((sum, pair) => sum + pair.value.length, 0);
    expect(held).toBeLessThan(100_000);
    expect(store.has(keyOf('/999'))).toBe(true);
  });

  it('counts the keys too', () => {
    const store = new BoundedDatastore({ maxEntries: 1_000_000, maxBytes: 100_000, maxEntryBytes: 20_000 });
    for (let i = 0; i < 100; i += 1) store.put(keyOf(`/${'k'.repeat(10_000)}${String(i)}`), value(1));
    expect(store.size).toBeLessThan(10);
  });

  it('refuses what is too large or of a kind that is not kept, and keeps what was there', () => {
    const store = new BoundedDatastore({ maxEntries: 10, maxBytes: 100_000, maxEntryBytes: 100, refused: '/never' });
    store.put(keyOf('/a'), value(98));
    for (const [name, size] of [
      ['/a', 99],
      ['/ab', 98],
      ['/never/1', 1],
    ] as const)
      expect(() => store.put(keyOf(name), value(size))).toThrow(expect.objectContaining({ code: 'record-invalid' }));
    expect(store.get(keyOf('/a')).length).toBe(98);
    expect(store.size).toBe(1);
  });

  it('keeps copies: not the 8 KiB that a small part of them was cut from', () => {
    const store = new BoundedDatastore({ maxEntries: 10, maxBytes: 100_000, maxEntryBytes: 1_000 });
    const pool = new Uint8Array(8 * 1024);
    store.put(new Key(new Uint8Array(pool.buffer, 0, 1).fill(47), false), pool.subarray(0, 10));
    const [pair] = store.query({});
    expect(pair!.value.buffer.byteLength).toBe(10);
    expect(pair!.key.uint8Array().buffer).not.toBe(pool.buffer);
  });
});

import { Key } from 'interface-datastore/key';
import { describe, expect, it } from 'vitest';
import { MAX_RECORDS, MAX_RECORDS_EACH, KeptRecords } from '../../../shared/net/kept-records.ts';
import { answeringTo } from '../../../shared/net/kad-components.ts';

const HOUR_MS = 60 * 60_000;

function kept() {
  let wall = 1e12;
  const records = new KeptRecords({ wall: () => wall, monotonic: () => 0 });
  const put = (by: string, name: string, bytes = 100): void =>
    answeringTo(by, () => void records.put(new Key(`/dht/record/${by}${name}`), new Uint8Array(bytes)));
  const has = (by: string, name: string): boolean => records.has(new Key(`/dht/record/${by}${name}`));
  return { records, put, has, pass: (ms: number) => void (wall += ms) };
}

describe('records that a peer keeps for others', () => {
  it('are so many of each, the oldest goes first, and the same one again is one', () => {
    const { records, put, has } = kept();
    for (let i = 0; i < MAX_RECORDS_EACH + 3; i += 1) put('a', String(i));
    for (let i = 0; i < 10; i += 1) put('a', String(MAX_RECORDS_EACH));
    expect(records.size).toBe(MAX_RECORDS_EACH);
    expect(has('a', '2')).toBe(false);
    expect(has('a', '3')).toBe(true);
  });

  it('are so many in all: who has brought most loses one, and not who has brought the only one', () => {
    const { records, put, has } = kept();
    put('honest', 'one');
    for (let who = 0; who < 2 * (MAX_RECORDS / MAX_RECORDS_EACH); who += 1) {
      for (let i = 0; i < MAX_RECORDS_EACH; i += 1) put(`flood${String(who)}`, String(i));
    }
    expect(records.size).toBe(MAX_RECORDS);
    expect(has('honest', 'one')).toBe(true);
    put('late', 'one');
    expect(has('late', 'one')).toBe(true);
    expect(records.size).toBe(MAX_RECORDS);
  });

  it('are kept for two days', () => {
    const { put, has, pass } = kept();
    put('a', 'old');
    pass(47 * HOUR_MS);
    put('a', 'new');
    expect(has('a', 'old')).toBe(true);
    pass(HOUR_MS);
    put('b', 'newer');
    expect(has('a', 'old')).toBe(false);
    expect(has('a', 'new')).toBe(true);
  });

  it('are no longer than a record, and of no other kind', () => {
    const { records, put, has } = kept();
    put('a', 'x');
    expect(() => put('a', 'x', 3_000)).toThrow('record-invalid');
    expect(() => records.put(new Key('/dht/provider/x'), new Uint8Array(1))).toThrow('record-invalid');
    expect(has('a', 'x')).toBe(true);
    expect(records.size).toBe(1);
  });
});

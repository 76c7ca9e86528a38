/** Look-ups as bytes: what a client reads of them, and what a liar can make of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareEntries,
  accountKey,
  decodeMapEntry,
  encodeMapEntry,
  nameKey,
} from '../../../shared/transparency/map-entries.ts';
import {
  decodeHeadProof,
  decodeLookupProof,
  encodeHeadProof,
  encodeLookupProof,
} from '../../../shared/transparency/proof-bytes.ts';
import { isLookupRefused, judgeLookup } from '../../../shared/transparency/view.ts';
import { HeadProof, LookupProof, type MapProof } from '../../../shared/transparency/generated/transparency.js';
import { MAX_HEAD_AGE_MS, MAX_LOG_PROOF_HASHES } from '../../../shared/wire/limits.ts';
import { seededRandom } from '../../support/determinism.ts';
import { newOwner, TestLog } from '../../support/log-world.ts';

const NOW = 1_700_000_000_000;
const fresh = { now: NOW, most: MAX_HEAD_AGE_MS };
const random = seededRandom('proof bytes');
const log = new TestLog(random);
const people = Array.from({ length: 20 }, (_, i) => newOwner(`person${i}`, random));
log.append(people.map((it) => ({ before: undefined, after: it.state })));
const view = { server: log.server, kept: undefined };
const keys = [
  ...people.flatMap(({ state }) => [accountKey(log.server, state.account), nameKey(log.server, state.name)]),
  ...['nobody', 'somebody', 'anybody'].map((name) => nameKey(log.server, name)),
];

test('a look-up comes back from its bytes as it was, and so does a head', () => {
  for (const key of keys) {
    const answer = log.lookup(key, 0, NOW);
    const read = decodeLookupProof(encodeLookupProof(answer))!;
    expect(judgeLookup(view, key, read, fresh)).toEqual(judgeLookup(view, key, answer, fresh));
    expect(isLookupRefused(judgeLookup(view, key, read, fresh))).toBe(false);
  }
  const head = log.head(1, NOW);
  expect(decodeHeadProof(encodeHeadProof(head))).toEqual(head);
});

test('with any bit flipped it says the same as before, or is refused', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (which, at) => {
      const key = keys[which % keys.length]!;
      const bytes = encodeLookupProof(log.lookup(key, 0, NOW));
      const before = judgeLookup(view, key, decodeLookupProof(bytes)!, fresh);
      const bit = at % (8 * bytes.length);
      const changed = bytes.slice();
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
      const read = decodeLookupProof(changed);
      if (read === undefined) return;
      const after = judgeLookup(view, key, read, fresh);
      if (!isLookupRefused(after)) expect(after).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test('random bytes are no proof', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      for (const read of [decodeLookupProof(bytes), decodeHeadProof(bytes)]) {
        if (read !== undefined) expect(read.head.signature.length).toBeLessThan(300);
      }
      const lookup = decodeLookupProof(bytes);
      if (lookup !== undefined) expect(isLookupRefused(judgeLookup(view, keys[0]!, lookup, fresh))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('what is longer than a proof can be is none', () => {
  const head = log.sign(NOW);
  const hashes = (count: number): Uint8Array => new Uint8Array(32 * count);
  const of = (proof: Partial<HeadProof>) =>
    decodeHeadProof(HeadProof.encode({ head, from: 0n, hashes: hashes(0), ...proof }));
  expect(of({})).toBeDefined();
  expect(of({ hashes: hashes(MAX_LOG_PROOF_HASHES) })).toBeDefined();
  expect(of({ hashes: hashes(MAX_LOG_PROOF_HASHES + 1) })).toBeUndefined();
  expect(of({ hashes: new Uint8Array(33) })).toBeUndefined();
  expect(of({ from: 2n ** 40n + 1n })).toBeUndefined();
  expect(decodeHeadProof(HeadProof.encode({ from: 1n }))).toBeUndefined();
  const sound = { depth: 2, present: Uint8Array.of(0xc0), siblings: hashes(2) };
  const withMap = (map: Partial<MapProof>) =>
    decodeLookupProof(
      LookupProof.encode({
        head: { head, from: 0n, hashes: hashes(0) },
        map: { otherKey: hashes(0), otherValueHash: hashes(0), ...sound, ...map },
        value: hashes(0),
      }),
    );
  expect(withMap({})).toBeDefined();
  expect(withMap({ depth: 257 })).toBeUndefined();
  expect(withMap({ siblings: hashes(3) })).toBeUndefined();
  expect(withMap({ otherKey: hashes(1) })).toBeUndefined();
  expect(withMap({ otherValueHash: hashes(1) })).toBeUndefined();
});

test('what stands under a key has one form, and is compared by it', () => {
  const entry = { released: false, account: random(32), entry: random(32), sequence: 3n, index: 9 };
  const bytes = encodeMapEntry(entry);
  expect(bytes).toHaveLength(81);
  expect(decodeMapEntry(bytes)).toEqual(entry);
  for (const bad of [
    bytes.subarray(1),
    Uint8Array.of(...bytes, 0),
    bytes.with(0, 0),
    bytes.with(0, 3),
    bytes.with(73, 1),
  ]) {
    expect(decodeMapEntry(bad)).toBeUndefined();
  }
  const newer = { ...entry, entry: random(32), sequence: 4n, index: 12 };
  expect(compareEntries(undefined, undefined)).toBe('same');
  expect(compareEntries(undefined, entry)).toBe('newer');
  expect(compareEntries(entry, entry)).toBe('same');
  expect(compareEntries(entry, newer)).toBe('newer');
  expect(compareEntries(entry, { ...newer, account: random(32), sequence: 0n })).toBe('other-account');
  expect(compareEntries(newer, entry)).toBe('set-back');
  expect(compareEntries(entry, undefined)).toBe('set-back');
  expect(compareEntries(entry, { ...newer, sequence: 3n })).toBe('set-back');
  expect(compareEntries(entry, { ...entry, entry: random(32) })).toBe('set-back');
});

test('keys tell servers, accounts and names apart; names but not by their case', () => {
  const other = new TestLog(random).server;
  const account = people[0]!.state.account;
  const all = [
    nameKey(log.server, 'Anna'),
    nameKey(other, 'Anna'),
    nameKey(log.server, 'Anne'),
    accountKey(log.server, account),
    accountKey(other, account),
  ];
  expect(new Set(all.map((key) => key.join())).size).toBe(all.length);
  expect(nameKey(log.server, 'ＡＮＮＡ')).toEqual(nameKey(log.server, 'anna'));
});

/** What an attempt has tried, told place by place. */
import { expect, test } from 'vitest';
import {
  beginSearch,
  dialFailed,
  dialled,
  endSearch,
  heard,
  sourceAnswered,
  triedPlaces,
  type Search,
} from '../../../node/core/path-search.ts';

const SOURCES = ['lan', 'directory', 'dht'] as const;
const at = (n: number): string => `/ip4/10.0.0.${n}/tcp/1`;
const begin = (known: readonly string[], told: readonly string[] = []): Search =>
  beginSearch(3, { known, told, sources: SOURCES }, 1_000);
const told = (search: Search) =>
  Object.fromEntries(
    triedPlaces(search).map(({ place, result, addresses, reason }) => [place, [result, addresses, reason]]),
  );

test('while it goes on, whatever has no answer yet is being tried', () => {
  let search = dialled(begin([at(1)]), at(1));
  expect(told(search)).toEqual({
    ...{ known: ['trying', 1, null], lan: ['trying', 0, null] },
    ...{ directory: ['trying', 0, null], dht: ['trying', 0, null] },
  });
  search = sourceAnswered(search, 'lan', []);
  search = sourceAnswered(search, 'directory', [], 'server-unreachable');
  search = dialFailed(search, at(1), 'friend-unreachable');
  expect(told(search)).toEqual({
    ...{ known: ['not-reached', 1, 'friend-unreachable'], lan: ['nothing', 0, null] },
    ...{ directory: ['failed', 0, 'server-unreachable'], dht: ['trying', 0, null] },
  });
});

test('an address belongs to whoever told it first, and one of a relay to the relay', () => {
  const relay = '/ip4/10.0.0.9/tcp/1/p2p/12D3KooW/p2p-circuit';
  let search = begin([at(1)], [at(2)]);
  search = sourceAnswered(search, 'lan', [at(2)]);
  search = sourceAnswered(search, 'directory', [at(1), relay]);
  search = sourceAnswered(search, 'dht', [at(1), at(3)]);
  for (const address of [at(1), at(2), at(3), relay]) search = dialled(search, address);
  search = dialFailed(search, at(1), 'friend-unreachable');
  search = dialFailed(search, at(3), 'peer-key-mismatch');
  search = endSearch(search, 9_000);
  expect(told(search)).toEqual({
    ...{ known: ['not-reached', 1, 'friend-unreachable'], lan: ['not-reached', 1, 'timeout'] },
    ...{ directory: ['nothing-new', 0, null], dht: ['not-reached', 1, 'peer-key-mismatch'] },
    relay: ['not-reached', 1, 'timeout'],
  });
  expect(triedPlaces(search).map(({ place }) => place)).toEqual(['known', ...SOURCES, 'relay']);
});

test('what there was no time for is said as such, and so are addresses that nobody can dial from here', () => {
  let search = sourceAnswered(begin([]), 'directory', ['/ip4/127.0.0.1/tcp/1']);
  search = endSearch(search, 13_000);
  expect(told(search)).toEqual({
    ...{ known: ['nothing', 0, null], lan: ['unasked', 0, null] },
    ...{ directory: ['not-dialled', 1, null], dht: ['unasked', 0, null] },
  });
  expect(endSearch(search, 20_000).endedAt).toBe(13_000);
});

test('addresses without end are noted no further, and no dial of theirs is', () => {
  let search = begin([]);
  for (let n = 0; n < 100; n += 1) search = heard(search, 'lan', [at(n), `/ip6/::${n}/tcp/1`]);
  expect(search.origins.size).toBe(128);
  expect(dialled(search, at(99)).dialled.size).toBe(0);
  expect(dialFailed(search, at(99), 'timeout').failures.size).toBe(0);
});

/** What `ip -s -j neigh` says, read as who is there. */
import { expect, test } from 'vitest';
import { parseNeighbours } from '../../../node/net/probe-neighbours.ts';

const row = (change: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...{ dst: '10.1.0.3', dev: 'eth0', lladdr: '02:00:00:00:00:01', refcnt: 1, used: 4, confirmed: 4, updated: 9 },
  ...{ probes: 1, state: ['REACHABLE'] },
  ...change,
});
const parsed = (change: Readonly<Record<string, unknown>>) => parseNeighbours(JSON.stringify([row(change)]));

test('an entry says whether a machine has told its hardware address, and at most how long ago that was confirmed', () => {
  const place = { address: '10.1.0.3', interface: 'eth0' };
  expect(parsed({})).toEqual([{ ...place, state: 'complete', confirmedMs: 5_000 }]);
  expect(parsed({ state: ['STALE'], confirmed: 90 })).toEqual([{ ...place, state: 'complete', confirmedMs: 91_000 }]);
  expect(parsed({ state: ['FAILED'], lladdr: undefined })).toEqual([{ ...place, state: 'failed', confirmedMs: null }]);
  expect(parsed({ state: ['INCOMPLETE'], lladdr: undefined })).toEqual([
    { ...place, state: 'asked', confirmedMs: null },
  ]);
  expect(parsed({ confirmed: undefined })).toEqual([{ ...place, state: 'complete', confirmedMs: null }]);
});

test('what is no machine of an IPv4 network, or no such table, is left out', () => {
  expect(parsed({ state: ['NOARP'] })).toEqual([]);
  expect(parsed({ dst: 'fe80::1' })).toEqual([]);
  expect(parsed({ state: 'REACHABLE' })).toEqual([]);
  expect(parseNeighbours('')).toEqual([]);
  expect(parseNeighbours('null')).toBeNull();
  expect(parseNeighbours('10.1.0.3 dev eth0 lladdr …')).toBeNull();
  expect(parseNeighbours('[null, 3]')).toEqual([]);
});

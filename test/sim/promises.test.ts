import { describe, expect, test } from 'vitest';
import type { Rejected } from '../../scripts/sim/journal.ts';
import type { HistoryAnswer } from '../../scripts/sim/peer-orders.ts';
import { judge, type Side } from '../../scripts/sim/promises.ts';

const numbers = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

interface Change {
  readonly acknowledged?: readonly number[];
  readonly history?: Partial<HistoryAnswer>;
  readonly reused?: number;
  readonly rejected?: readonly Rejected[];
}

const side = (
  name: string,
  { acknowledged = numbers(5), history = {}, reused = 0, rejected = [] }: Change = {},
): Side => ({
  name,
  parts: {
    [name === 'a' ? 'b' : 'a']: {
      journal: { sent: numbers(5), acknowledged, rejected },
      history: { incoming: numbers(5), outgoing: numbers(5), undelivered: [], byMailbox: 0, ...history },
    },
  },
  status: { state: 'online', missing: [], waiting: 0, rssMiB: 150 },
  witnessed: { envelopes: 9, reused },
});

/** Letters, once each. */
const broken = (a: Change, b: Change = {}): string =>
  [...new Set(judge([side('a', a), side('b', b)]).map(({ promise }) => promise))].sort().join('');

describe('the judge of a storm', () => {
  test('finds nothing where nothing is wrong', () => {
    expect(broken({})).toBe('');
  });

  test('may miss what was never acknowledged and is in no history', () => {
    const rest = [1, 2, 4, 5];
    expect(broken({ acknowledged: rest, history: { outgoing: rest } }, { history: { incoming: rest } })).toBe('');
  });

  test('may show a refused one whose sender died before it could take it back', () => {
    const rejected = [{ number: 5, code: 'disk-full', mended: false }];
    expect(broken({ acknowledged: [1, 2, 3, 4], rejected })).toBe('');
  });

  const cases: Readonly<Record<string, readonly [string, Change, Change]>> = {
    'a lost one': ['L', {}, { history: { incoming: [1, 2, 4, 5] } }],
    'a lost last one': ['L', {}, { history: { incoming: [1, 2, 3, 4] } }],
    'one that the sender forgot, and it is shown': ['LS', { history: { outgoing: [1, 2, 4, 5] } }, {}],
    'a doubled one': ['D', {}, { history: { incoming: [1, 2, 2, 3, 4, 5] } }],
    'two in the wrong order': ['D', {}, { history: { incoming: [1, 3, 2, 4, 5] } }],
    'one from nowhere': ['S', {}, { history: { incoming: [1, 2, 3, 4, 5, 6] } }],
    'one that never became delivered': ['C', { history: { undelivered: [{ number: 5, state: 'queued' }] } }, {}],
    'a refused one that is sent all the same': [
      'E',
      { acknowledged: [1, 2, 3, 4], rejected: [{ number: 5, code: 'disk-full', mended: true }] },
      {},
    ],
    'a refusal without a code': ['E', { rejected: [{ number: 6, code: 'fault', mended: true }] }, {}],
    'a key that sealed twice': ['S', { reused: 1 }, {}],
  };
  for (const [name, [letters, a, b]] of Object.entries(cases)) {
    test(`sees ${name}`, () => {
      expect(broken(a, b)).toBe(letters);
    });
  }
});

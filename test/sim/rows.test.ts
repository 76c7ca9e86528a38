import { describe, expect, test } from 'vitest';
import { joinRows } from '../../scripts/long/report.ts';
import { drawPlan, EVENT_ROWS } from '../../scripts/sim/plan.ts';
import { injectedRows, tableOf } from '../../scripts/sim/rows.ts';

describe('rows of the report', () => {
  const kills = { 'send-sealed': 2, 'prekeys-made': 1, 'any moment': 4 };

  test('count what was injected', () => {
    expect(injectedRows({ kind: 'crash', apart: false, event: undefined }, kills, 0)).toEqual({ 21: 7, 23: 2, 24: 1 });
    expect(injectedRows({ kind: 'crash', apart: true, event: 33 }, kills, 3)).toEqual({ 21: 7, 23: 2, 24: 1, 33: 3 });
    expect(injectedRows({ kind: 'power', apart: false, event: undefined }, kills, 0)).toEqual({ 22: 7 });
    expect(injectedRows({ kind: 'damage', apart: false, event: undefined }, kills, 3)).toMatchObject({ 26: 3 });
  });

  test('are blamed for what their own worlds have broken; one that was not injected has no marks', () => {
    const table = tableOf([
      { injected: { 21: 5, 25: 2 }, broken: [{ promise: 'L', what: 'one' }], judged: true },
      { injected: { 21: 5, 33: 1 }, broken: [], judged: true },
      { injected: { 21: 5, 34: 0 }, broken: [], judged: true },
    ]);
    expect(table.map(({ row, times, marks }) => [row, times, marks['L'], marks['D']])).toEqual([
      [21, 15, 'broken', 'kept'],
      [25, 2, 'broken', 'kept'],
      [33, 1, 'kept', 'kept'],
    ]);
    const [open] = tableOf([{ injected: { 22: 1 }, broken: [], judged: false }]);
    expect(open?.marks['L']).toBe('open');
  });

  test('of several parts add up, and the worst mark stands', () => {
    const rows = joinRows([
      { rows: [{ row: 30, what: 'loss', times: 2, marks: { L: 'kept', D: 'open' } }] },
      { rows: [{ row: 30, what: 'loss', times: 3, marks: { L: 'broken', D: 'kept', C: 'kept' } }] },
      { rows: [{ row: 5, what: 'lists', times: 1, marks: { D: 'kept' } }] },
    ]);
    expect(rows).toEqual([
      { row: 5, what: 'lists', times: 1, marks: { D: 'kept' } },
      { row: 30, what: 'loss', times: 5, marks: { L: 'broken', D: 'open', C: 'kept' } },
    ]);
  });
});

test('every event comes in a run of four worlds, and each of them with mailboxes and without within twelve', () => {
  for (const seed of [1, 2, 3]) {
    const plans = Array.from({ length: 12 }, (_, world) => drawPlan('crash', seed, world));
    expect(new Set(plans.slice(0, 4).map(({ event }) => event))).toEqual(new Set([...EVENT_ROWS, undefined]));
    for (const row of EVENT_ROWS) {
      expect(new Set(plans.filter(({ event }) => event === row).map(({ apart }) => apart)).size).toBe(2);
    }
  }
});

import { expect, test } from 'vitest';
import { Journals } from '../../scripts/sim/journal.ts';

test('a journal tells what became of each text, by friend', () => {
  const journals = Journals.of('b\ns 1 bob\ns 2 carol\na 2\nr 1 disk-full\nb\ns 3 bob\na 3\ns 4 bob\ns 5 b');
  expect(journals.with('bob')).toEqual({
    sent: [1, 3, 4],
    acknowledged: [3],
    // Its process died before anything else was taken.
    rejected: [{ number: 1, code: 'disk-full', mended: false }],
  });
  expect(journals.with('carol').acknowledged).toEqual([2]);
  expect(journals.with('dave').sent).toEqual([]);
  expect([journals.acknowledged, journals.next]).toEqual([2, 5]);
});

test('what was refused is mended once something is taken again in the same life', () => {
  const { rejected } = Journals.of('b\ns 1 bob\nr 1 store-failed\ns 2 carol\na 2\n').with('bob');
  expect(rejected).toEqual([{ number: 1, code: 'store-failed', mended: true }]);
});

import { expect, test } from 'vitest';
import { countTests } from '../../scripts/check/tests.ts';

const nothing = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test('counts passed, failed and skipped tests', () => {
  const report = {
    ...nothing,
    numPassedTests: 5,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    ],
  };
  expect(countTests(report, false)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('a file that could not be loaded, or whose hook threw, has failed', () => {
  const report = {
    ...nothing,
    numPassedTests: 3,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(countTests(report, false)).toEqual({ passed: 3, failed: 2, skipped: 0 });
});

test('never says that all is well when vitest does not', () => {
  expect(countTests({ ...nothing, numPassedTests: 7 }, false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countTests(undefined, false).failed).toBe(1);
  expect(countTests({ ...nothing, numPassedTests: 7 }, true)).toEqual({ passed: 7, failed: 0, skipped: 0 });
});

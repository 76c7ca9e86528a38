import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countTests } from '../../scripts/check/tests.ts';
import { ROOT } from '../../scripts/launch/paths.js';

const nothing = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const file = (status: string, assertionResults: readonly { status: string; fullName: string }[], message = '') => ({
  name: join(ROOT, 'test/a.test.ts'),
  status,
  message,
  assertionResults,
});

test('counts passed, failed and skipped tests, and says which failed and why', () => {
  const failure = {
    status: 'failed',
    fullName: 'a friend is found',
    failureMessages: ['\u001b[31mAssertionError\u001b[39m: no\n\n  1\n  2\n  3\n  4\n'],
  };
  const report = {
    ...nothing,
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [file('passed', []), file('failed', [failure, { status: 'passed', fullName: 'another' }])],
  };
  expect(countTests(report, false)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 2,
    failures: [{ name: 'test/a.test.ts › a friend is found', reason: 'AssertionError: no\n  1\n  2\n  3' }],
  });
});

test('a file that could not be loaded, or whose hook threw, has failed', () => {
  const report = {
    ...nothing,
    numPassedTests: 3,
    testResults: [file('failed', [], 'no such file'), file('failed', [{ status: 'passed', fullName: 'one' }])],
  };
  expect(countTests(report, false)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 0,
    failures: [
      { name: 'test/a.test.ts', reason: 'no such file' },
      { name: 'test/a.test.ts', reason: '' },
    ],
  });
});

test('never says that all is well when vitest does not', () => {
  expect(countTests({ ...nothing, numPassedTests: 7 }, false)).toMatchObject({ passed: 7, failed: 1 });
  expect(countTests({ ...nothing, numFailedTests: 2 }, false)).toMatchObject({ failed: 2 });
  expect(countTests(undefined, true)).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests(undefined, false).failures).toHaveLength(1);
  expect(countTests({ ...nothing, numPassedTests: 7 }, true)).toEqual({
    passed: 7,
    failed: 0,
    skipped: 0,
    failures: [],
  });
});

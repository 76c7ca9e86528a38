/** The checks that stand before the tests, the longest first. Each is one tool. */

export interface Check {
  readonly name: string;
  /** What a failure asks of the reader. */
  readonly remedy: string;
  readonly args: readonly string[];
}

const CACHE = 'node_modules/.cache';
const TSC = 'node_modules/@typescript/native/bin/tsc';

export const CHECKS: readonly Check[] = [
  {
    name: 'lint',
    remedy: 'mend what the linter names',
    // Without a cache: what these rules say of a file hangs on the types of other files, and eslint's cache does not.
    args: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'],
  },
  {
    name: 'format',
    remedy: 'npm run format',
    args: [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${CACHE}/prettier/miyu`,
      '.',
    ],
  },
  {
    name: 'codegen',
    remedy: 'npm run codegen, and commit what it writes',
    args: ['scripts/codegen.ts', '--check'],
  },
  {
    name: 'types',
    remedy: 'mend the types',
    args: [TSC, '--noEmit'],
  },
  {
    name: 'page types',
    remedy: 'mend the types of the page',
    args: [TSC, '--noEmit', '-p', 'node/web'],
  },
  {
    name: 'test types',
    remedy: 'mend the types of test/web',
    args: [TSC, '--noEmit', '-p', 'test/web'],
  },
  {
    name: 'build',
    remedy: 'mend what the bundler names',
    args: ['scripts/run.js', 'build'],
  },
];

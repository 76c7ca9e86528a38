/**
 * `npm test`: every check, then the tests, and one closing line. `npm test -- FILTER …`: the tests alone, of those files.
 *
 * The checks know nothing of each other, so two run at a time; each one's output is told in one piece. One that fails
 * stops nobody: whoever mends should see all there is.
 */
import { CHECKS } from './checks.ts';
import type { Check } from './checks.ts';
import { runNode } from './command.ts';
import type { CommandResult } from './command.ts';
import { runTests } from './tests.ts';

/** The machines that run this have two cores. */
const AT_ONCE = 2;
/** The slowest check takes about half a minute. */
const CHECK_TIMEOUT_MS = 10 * 60 * 1000;

const filters = process.argv.slice(2);
let passed = 0;
let failed = 0;
/** The checks that failed: their output stands far above by the time that the tests end. */
const red: string[] = [];

if (filters.length === 0) {
  const waiting = [...CHECKS];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = await runNode(check.args, { timeoutMs: CHECK_TIMEOUT_MS });
      if (result.ok) passed++;
      else {
        failed++;
        red.push(check.name);
      }
      tell(check, result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const tests = await runTests(filters);
passed += tests.passed;
failed += tests.failed;
line(tests.failed === 0, 'tests', tests.seconds);
for (const name of red) console.log(`FAIL  ${name}: see above`);
for (const { name, reason } of tests.failures) console.log(`FAIL  ${name}\n${reason.replace(/^/gm, '        ')}`);
if (tests.skipped > 0) console.log(`${tests.skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function tell(check: Check, result: CommandResult): void {
  line(result.ok, check.name, result.seconds);
  if (result.ok) return;
  const output = result.output.trimEnd();
  if (output !== '') console.log(output.replace(/^/gm, '    '));
  console.log(`    → ${check.remedy}`);
}

function line(ok: boolean, name: string, seconds: number): void {
  console.log(`${ok ? 'pass' : 'FAIL'}  ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`);
}

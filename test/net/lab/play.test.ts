/** `npm run sim -- lab` as a person runs it: it does what it is told, and nothing is left when it ends. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type TestContext } from 'vitest';
import { ROOT } from '../../../scripts/launch/paths.js';
import { until } from '../../support/until.ts';

interface Play {
  readonly output: () => string;
  readonly complaint: () => string;
  readonly ended: Promise<number | null>;
  type(line: string): void;
  kill(signal: NodeJS.Signals): void;
  /** Namespaces and folders of this run. */
  left(): string[];
}

function play(context: TestContext, ...args: readonly string[]): Play {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'sim.ts'), 'lab', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  context.onTestFinished(() => void child.kill('SIGTERM'));
  child.stdin.on('error', () => undefined); // It has ended.
  let [output, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return {
    output: () => output,
    complaint: () => complaint,
    ended,
    type: (line) => void child.stdin.write(`${line}\n`),
    kill: (signal) => void child.kill(signal),
    left: () => {
      const names = existsSync('/run/netns') ? readdirSync('/run/netns') : [];
      const profiles = [...output.matchAll(/--profile (\S+)/g)].map(([, path = '']) => path);
      return [
        ...names.filter((name) => name.startsWith(`miyusim-${child.pid ?? 0}-`)),
        ...profiles.filter((path) => existsSync(path)),
      ];
    },
  };
}

test('it takes orders, says who is where, and leaves nothing behind when it is told to end', async (context) => {
  const run = play(context, '--topology', 'lan');
  let over = false;
  void run.ended.then(() => (over = true));
  await until('it is ready', () => over || run.output().includes('Orders:'), { timeoutMs: 150_000 });
  if (run.output().startsWith('skipped: ')) context.skip(run.output().trim());
  expect(run.output()).toMatch(/alice +eth0 10\.1\.0\.\d+ on home/);
  expect(run.output()).toMatch(/ip netns exec miyusim-\d+-lab1-alice bash/);
  run.type('on bob ip -4 -o address show dev eth0');
  run.type('alice status');
  await until(
    'both were obeyed',
    () => /inet 10\.1\.0\.\d+\/24/.test(run.output()) && run.output().includes('Friends: 1'),
  );
  run.type('down nobody');
  await until('it complains', () => run.complaint().includes('no host nobody'));
  expect(run.left()).not.toEqual([]);
  run.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(run.left()).toEqual([]);
}, 180_000);

test('wrong usage is said and ends with 2, help with 0', async (context) => {
  const [wrong, help] = [play(context, '--topology', 'moon'), play(context, '--help')];
  expect([await wrong.ended, await help.ended]).toEqual([2, 0]);
  expect(wrong.complaint()).toContain('no topology moon');
  expect(help.output()).toContain('--topology');
});

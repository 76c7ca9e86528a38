import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStamp } from '../../scripts/launch/build.js';
import { DIST, ROOT } from '../../scripts/launch/paths.js';
import { built } from '../house/built.ts';
import { FAILPOINTS, parseFailpoint } from '../../shared/failpoints.ts';

const program = `
  import { failpoint } from ${JSON.stringify(join(ROOT, 'shared', 'failpoints.ts'))};
  for (let i = 1; i <= 5; i += 1) { console.log(i); failpoint('send-sealed'); failpoint('send-committed'); }
`;
const run = (named: string) =>
  spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
    env: { ...process.env, MIYU_FAILPOINT: named },
    encoding: 'utf8',
  });

test('a process dies the third time that it gets there, by SIGKILL', () => {
  const { signal, stdout } = run('send-committed:3');
  expect({ signal, lines: stdout.trim().split('\n').length }).toEqual({ signal: 'SIGKILL', lines: 3 });
});

test('nothing happens elsewhere, or with what names none', () => {
  for (const named of ['', 'send-opened:1', 'send-sealed:0', 'send-sealed', 'direct-sent:1']) {
    expect(run(named).status).toBe(0);
  }
  expect(parseFailpoint('send-sealed:12')).toEqual({ name: 'send-sealed', hit: 12 });
});

test('each name stands in exactly one place of the sources', () => {
  const found = execFileSync('grep', ['-rhoE', "failpoint\\('[a-z-]+'\\)", 'node', 'rendezvous', 'shared'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const used = found.trim().split('\n').sort();
  const named = Object.values(FAILPOINTS).flat();
  expect(used).toEqual(named.map((name) => `failpoint('${name}')`).sort());
});

test('the bundles have none: the call does nothing', () => {
  built('miyu');
  const texts = (readStamp(DIST)?.files ?? []).map((name) => readFileSync(join(DIST, name), 'utf8'));
  const defined = texts.filter((text) => text.includes('function failpoint('));
  expect(defined.length).toBeGreaterThan(0);
  for (const text of defined) expect(text).toMatch(/function failpoint\(name\) \{\s*if \(false\) [^;]*;\s*\}/);
});

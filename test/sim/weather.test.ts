import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { damageFile } from '../../scripts/sim/damage.ts';
import { Dice } from '../../scripts/sim/random.ts';
import { buildLibrary, Weather } from '../../scripts/sim/weather.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** What a process of this weather sees: errors of its own disk and of another one, and its clock. */
const PROBE = `
const { closeSync, fsyncSync, openSync, writeFileSync, writeSync } = require('node:fs');
const [store, other] = process.argv.slice(1);
const tried = (work) => { try { work(); return 'works'; } catch (error) { return error.code; } };
const written = tried(() => writeFileSync(store + '/new', 'text'));
const file = openSync(store + '/old', 'r');
const synced = tried(() => fsyncSync(file));
closeSync(file);
console.log(JSON.stringify([written, synced, tried(() => writeFileSync(other, 'text')), Date.now()]));
`;

test('a process has the weather that was made for it: its own disk and its wall clock, nothing else', async (context) => {
  const folder = await temporaryFolder();
  const library = buildLibrary(folder);
  if ('reason' in library) return context.skip(library.reason);
  const store = join(folder, 'store');
  mkdirSync(store);
  writeFileSync(join(store, 'old'), 'text');
  const weather = new Weather(store);
  const environment = { ...process.env, ...weather.begin(), LD_PRELOAD: library.path, UV_USE_IO_URING: '0' };
  const see = (): [string, string, string, number] => {
    const args = ['-e', PROBE, store, join(folder, 'other')];
    rmSync(join(store, 'new'), { force: true });
    return JSON.parse(execFileSync(process.execPath, args, { env: environment, encoding: 'utf8' })) as ReturnType<
      typeof see
    >;
  };
  const faults = {
    full: ['ENOSPC', 'works'],
    failing: ['works', 'EIO'],
    broken: ['EIO', 'EIO'],
    'read-only': ['EROFS', 'works'],
  } as const;
  for (const [fault, expected] of Object.entries(faults)) {
    weather.setDisk(fault as keyof typeof faults);
    expect(see().slice(0, 3), fault).toEqual([...expected, 'works']);
  }
  weather.setDisk();
  expect(see().slice(0, 3)).toEqual(['works', 'works', 'works']);
  const day = 24 * 60 * 60;
  weather.setClock(-10 * day);
  expect(Math.abs(see()[3] - (Date.now() - 10 * day * 1_000))).toBeLessThan(60_000);
});

test('damage is one bit of one file, or its end; the same seed damages the same', async () => {
  const folder = await temporaryFolder();
  const bytes = Buffer.alloc(64, 7);
  const damage = (seed: number): { what: string | undefined; after: Buffer } => {
    writeFileSync(join(folder, 'rows'), bytes);
    return { what: damageFile(folder, new Dice(seed)), after: readFileSync(join(folder, 'rows')) };
  };
  for (let seed = 0; seed < 50; seed += 1) {
    const { what, after } = damage(seed);
    expect(damage(seed)).toEqual({ what, after });
    if (after.length < bytes.length) {
      expect(what).toBe(`rows cut from 64 to ${after.length}`);
      continue;
    }
    const changed = [...after].map((byte, i) => byte ^ (bytes[i] ?? 0)).filter((difference) => difference !== 0);
    expect(changed.length).toBe(1);
    expect(Math.log2(changed[0] ?? 0) % 1).toBe(0);
  }
});

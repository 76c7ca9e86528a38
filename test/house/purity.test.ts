import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/launch/paths.js';
import { readImpurities } from './read-purity.ts';
import { sourceFiles } from './sources.ts';

test.each(['node/core/', 'shared/transparency/'])(
  '%s is pure: no waiting, no clock, no randomness, no world',
  (room) => {
    const files = sourceFiles(['node', 'shared']).filter(
      (path) => path.startsWith(room) && !path.startsWith(`${room}generated/`),
    );
    expect(files.length).toBeGreaterThan(0);
    const all = files.flatMap((path) =>
      readImpurities(path, readFileSync(join(ROOT, path), 'utf8')).map(({ what, line }) => `${path}:${line} ${what}`),
    );
    expect(all).toEqual([]);
  },
);

describe('the checker sees', () => {
  const impure: Record<string, string> = {
    await: `export const f = (x) => { return await x; };`,
    async: `export async function f(): Promise<void> {}`,
    'for await': `for await (const x of y) {}`,
    'Date.now': `export const now = () => Date.now();`,
    'Date.now handed on': `export const now = Date.now;`,
    'new Date()': `export const today = () => new Date();`,
    'Math.random': `export const die = () => Math.random();`,
    'a timer': `setTimeout(() => undefined, 5);`,
    performance: `const t = performance.now();`,
    'global randomness': `crypto.getRandomValues(new Uint8Array(4));`,
    'a global behind globalThis': `globalThis['crypto'];`,
    environment: `const home = process.env.HOME;`,
    console: `console.log('x');`,
    'new Promise': `new Promise(() => undefined);`,
    'a default argument': `export const f = (fetcher = fetch) => fetcher;`,
  };
  for (const [name, text] of Object.entries(impure)) {
    test(name, () => {
      expect(readImpurities('node/core/x.ts', text)).not.toEqual([]);
    });
  }

  test('and lets pure code be', () => {
    const text = `
      export interface Port { send(): Promise<void> }
      export type Crypto = typeof crypto;
      export const f = (now: number, state: { process: number }) => new Date(now).getTime() + state.process;
      export const g = ({ crypto: c }: { crypto: number }) => ({ fetch: c });
    `;
    expect(readImpurities('node/core/x.ts', text)).toEqual([]);
  });
});

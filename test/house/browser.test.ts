import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser } from '../../scripts/check/browser.ts';
import { temporaryFolder } from '../support/temporary.ts';

test('the browser that is named is taken, or none', async () => {
  expect(findBrowser({ CHROME_PATH: process.execPath, PATH: '' })).toEqual({ path: process.execPath });
  const absent = join(await temporaryFolder(), 'chrome');
  expect(findBrowser({ ...process.env, CHROME_PATH: absent })).toEqual({ missing: 'CHROME_PATH names no program' });
  await writeFile(absent, 'not to be run', { mode: 0o600 });
  const isRead = process.platform !== 'win32';
  expect('missing' in findBrowser({ CHROME_PATH: absent, PATH: '' })).toBe(isRead);
});

test.skipIf(process.platform !== 'linux')('one of the path is found by any of its names, Chromium first', async () => {
  const [one, two] = [join(await temporaryFolder(), 'one'), join(await temporaryFolder(), 'two')];
  for (const folder of [one, two]) await mkdir(folder);
  await writeFile(join(one, 'google-chrome'), '', { mode: 0o700 });
  expect(findBrowser({ PATH: `${one}:${two}` })).toEqual({ path: join(one, 'google-chrome') });
  await writeFile(join(two, 'chromium'), '', { mode: 0o700 });
  expect(findBrowser({ PATH: `${one}:${two}` })).toEqual({ path: join(two, 'chromium') });
});

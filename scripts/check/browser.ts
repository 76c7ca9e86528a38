/**
 * A browser for the tests: one that is there already, else Debian's, else the one that Playwright brings. Only a run of all tests
 * installs anything; a test asks what is there.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { runNode } from './command.ts';
import { installPackages, isDebianRoot } from './debian.ts';

export type FoundBrowser = { readonly path: string } | { readonly missing: string };

/** Programs of the Chromium family by the names that systems give them. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
/** Some 150 MB over a slow line. */
const INSTALL_TIMEOUT_MS = 10 * 60_000;

type Env = Readonly<Record<string, string | undefined>>;

/** Without installing anything. */
export function findBrowser(env: Env = process.env): FoundBrowser {
  const named = env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    return runs(named) ? { path: named } : { missing: 'CHROME_PATH names no program' };
  }
  const path = [...places(env), chromium.executablePath()].find(runs);
  return path === undefined ? { missing: 'no Chromium, Chrome or Edge here; CHROME_PATH may name one' } : { path };
}

function places(env: Env): string[] {
  if (process.platform === 'darwin') return MAC;
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return roots.flatMap((root) => WINDOWS.map((path) => join(root, path)));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Finds one, or installs it where this user may. Says what it does, for it takes a minute. */
export async function ensureBrowser(): Promise<FoundBrowser> {
  const found = findBrowser();
  if ((process.env['CHROME_PATH'] ?? '') !== '') return found;
  if (isDebianRoot()) installMissing(found);
  const present = findBrowser();
  if ('path' in present) return present;
  console.log('fetching a browser for the tests of the page (once) …');
  const cli = 'node_modules/playwright-core/cli.js';
  const { ok } = await runNode([cli, 'install', 'chromium'], { timeoutMs: INSTALL_TIMEOUT_MS });
  const fetched = findBrowser();
  if (ok || 'path' in fetched) return fetched;
  return { missing: `${fetched.missing}; and none could be fetched` };
}

/** A browser without letters for Chinese draws boxes: both are looked for. */
function installMissing(found: FoundBrowser): void {
  const missing = [...('path' in found ? [] : ['chromium']), ...(hasFont('zh') ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0) return;
  console.log(`installing ${missing.join(', ')} for the tests of the page (once) …`);
  installPackages(missing);
}

/** @param language as fontconfig names it: 'zh', or 'und-zsye' for emoji */
export function hasFont(language: string): boolean {
  const { stdout } = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8', timeout: 30_000 });
  return (stdout ?? '').trim() !== '';
}

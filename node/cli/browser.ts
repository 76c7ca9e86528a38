/** The person's browser, where this session has a display. */
import { spawn } from 'node:child_process';
import type { Io } from './run.ts';

type Env = Io['env'];

/** A launcher that hands over to a running browser is done in a moment; one that is still there by then is the browser. */
const LAUNCH_TIMEOUT_MS = 5_000;

const isSet = (text: string | undefined): boolean => text !== undefined && text !== '';

/** Whether a window that opens here is seen by the person who types. */
export function hasDisplay(env: Env, platform: NodeJS.Platform = process.platform): boolean {
  if (isSet(env['SSH_CONNECTION']) && !isSet(env['DISPLAY'])) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return isSet(env['DISPLAY']) || isSet(env['WAYLAND_DISPLAY']);
}

/** What opens a file in the browser; without a shell, which would read the file's name as its language. */
export function opener(file: string, platform: NodeJS.Platform = process.platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', file];
  // `start` is a word of the shell; this is what it calls.
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', file];
  return ['xdg-open', file];
}

/** @returns whether a browser was started, as far as its launcher says */
export async function openInBrowser(file: string, env: Env): Promise<boolean> {
  const [program, ...args] = opener(file);
  const child = spawn(program, args, { detached: true, stdio: 'ignore', env: { ...env } });
  const opened = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => {
      resolve(true);
    }, LAUNCH_TIMEOUT_MS);
    child.once('error', () => {
      clearTimeout(timer);
      resolve(false);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
  child.unref();
  return opened;
}

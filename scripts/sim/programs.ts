/**
 * The programs of a storm, bundled once for the whole run: a process that starts a hundred times should not read the sources each
 * time. Unlike the bundles of dist/, these have the failpoints.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Bundled CommonJS packages call `require` for Node's own modules and for what stays outside of the bundle. */
const BANNER =
  "import { createRequire as createRequireForBundle } from 'node:module';\n" +
  'const require = createRequireForBundle(import.meta.url);';

export interface Programs {
  readonly peer: string;
  readonly server: string;
  /** What their processes need in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

/** What a run left behind that was killed. */
function forgetOthers(cache: string): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const [, pid] = /^sim-([0-9]+)$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

export async function bundlePrograms(): Promise<Programs> {
  // Inside of the checkout, for the packages that stay outside of the bundle.
  const cache = join(root, 'node_modules', '.cache');
  forgetOthers(cache);
  const folder = join(cache, `sim-${process.pid}`);
  await build({
    entryPoints: {
      peer: join(import.meta.dirname, 'peer-process.ts'),
      server: join(root, 'rendezvous', 'main.ts'),
    },
    outdir: folder,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['classic-level'],
    banner: { js: BANNER },
    logLevel: 'warning',
  });
  const programs: Programs = {
    peer: join(folder, 'peer.js'),
    server: join(folder, 'server.js'),
    environment: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  // The compiled code is kept at a clean end, which is rare from here on.
  const options = { env: { ...process.env, ...programs.environment }, stdio: 'ignore' } as const;
  spawnSync(process.execPath, [programs.peer], options);
  spawnSync(process.execPath, [programs.server, '--help'], options);
  return programs;
}

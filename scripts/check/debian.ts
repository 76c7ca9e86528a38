/** What tests want of the system, installed where this user may: Debian's own packages, by root. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Some 150 MB over a slow line. */
const INSTALL_TIMEOUT_MS = 10 * 60_000;

export function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    // Others of its family have a package of this name that brings no browser.
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('/usr/bin/apt-get', args, { env, stdio: 'ignore', timeout: INSTALL_TIMEOUT_MS }).status === 0;
}

/** Says nothing where it fails: whoever wanted them looks again, and says what is missing. */
export function installPackages(names: readonly string[]): void {
  const install = ['install', '-y', '--no-install-recommends', ...names];
  if (!apt(...install) && apt('update')) apt(...install);
}

/** By package the program that it brings: networks that tests build. */
const NETWORK = { iproute2: 'ip', nftables: 'nft', procps: 'sysctl', 'miniupnpd-nftables': 'miniupnpd' } as const;

/** Without them the tests of networks are skipped, and say so. */
export function ensureNetworkTools(): void {
  if (!isDebianRoot()) return;
  const missing = Object.entries(NETWORK).flatMap(([name, program]) => (isThere(program) ? [] : [name]));
  if (missing.length === 0) return;
  console.log(`installing ${missing.join(', ')} for the tests of networks (once) …`);
  installPackages(missing);
}

const isThere = (program: string): boolean =>
  ['/usr/sbin', '/sbin', '/usr/bin', '/bin'].some((folder) => existsSync(`${folder}/${program}`));

/** What a lab needs of the machine, found out by trying: what a kernel can do is not written anywhere reliable. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** `nft`: NAT and firewalls. `upnp`: NATs that map ports. `weather`: links that delay and lose, for which a program is built. */
export type Need = 'nft' | 'upnp' | 'weather';

const said = (error: unknown): string => {
  const { stderr } = error as { readonly stderr?: Buffer };
  return stderr?.toString().trim().split('\n')[0] || (error instanceof Error ? error.message : String(error));
};

const run = (program: string, args: readonly string[], input = ''): void => {
  execFileSync(program, args, { input, stdio: ['pipe', 'pipe', 'pipe'], timeout: 30_000 });
};

/** Everything that the builder uses, once. */
const NFT_PROBE = `table inet probe {
  chain in {
    type filter hook input priority 0; policy accept;
    tcp dport 1 ct state new drop
  }
}
table ip probe {
  chain out {
    type nat hook postrouting priority 100; oifname "a" masquerade fully-random
  }
}
`;

const found = new Map<string, string | undefined>();

/** @returns why this machine cannot have such a lab; undefined where it can */
export function missingFor(...needs: readonly Need[]): string | undefined {
  const key = needs.join();
  if (!found.has(key)) found.set(key, look(needs));
  return found.get(key);
}

function look(needs: readonly Need[]): string | undefined {
  if (process.platform !== 'linux') return `network namespaces need Linux, this is ${process.platform}`;
  if (process.getuid?.() !== 0) return 'making network namespaces needs root';
  const tools = ['ip', 'bridge', 'sysctl', ...(needs.includes('nft') ? ['nft'] : [])];
  for (const tool of tools) {
    try {
      run(tool, tool === 'sysctl' || tool === 'nft' ? ['--version'] : ['-Version']);
    } catch {
      return tool === 'nft' ? 'there is no nft (package nftables)' : `there is no ${tool} (iproute2, procps)`;
    }
  }
  if (needs.includes('upnp')) {
    try {
      run('miniupnpd', ['--version']);
    } catch {
      return 'there is no miniupnpd that fills nftables (package miniupnpd-nftables)';
    }
  }
  if (needs.includes('weather')) {
    try {
      run('cc', ['--version']);
      closeSync(openSync('/dev/net/tun', 'r+'));
    } catch (error) {
      return `links with weather need a C compiler (cc) and /dev/net/tun: ${said(error)}`;
    }
  }
  const name = `miyusim-${process.pid}-labprobe`;
  const inside = ['-n', name];
  try {
    run('ip', ['netns', 'add', name]);
    run('ip', [...inside, 'link', 'add', 'name', 'br', 'type', 'bridge']);
    run('ip', [...inside, 'link', 'add', 'name', 'a', 'type', 'veth', 'peer', 'name', 'b']);
    run('ip', [...inside, 'link', 'set', 'dev', 'b', 'master', 'br']);
    run('bridge', [...inside, 'link', 'set', 'dev', 'b', 'isolated', 'on', 'mcast_flood', 'off']);
    run('ip', ['netns', 'exec', name, 'sysctl', '-q', '-w', 'net.ipv4.ip_forward=1']);
    if (needs.includes('nft')) run('ip', ['netns', 'exec', name, 'nft', '-f', '-'], NFT_PROBE);
    return undefined;
  } catch (error) {
    return `this kernel or its settings forbid it: ${said(error)}`;
  } finally {
    try {
      run('ip', ['netns', 'delete', name]);
    } catch {
      // It was not made.
    }
  }
}

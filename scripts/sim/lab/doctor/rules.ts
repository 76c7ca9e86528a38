/** Filters as people set them, beside those of ../rules.ts. */
import type { Host } from '../host.ts';

type Hook = 'input' | 'output' | 'forward';

/** In place of the one before; without rules: none. */
export async function filter(host: Host, hook: Hook, ...rules: readonly string[]): Promise<void> {
  await host.namespace.nft(`table inet doctor
delete table inet doctor
table inet doctor {
  chain ${hook} {
    type filter hook ${hook} priority 0; policy accept;
    ${rules.join('\n    ')}
  }
}
`);
}

/** Whatever comes from elsewhere, but for what IPv6 needs to find its neighbours. */
export const LETS_NOTHING_IN = [
  'iifname "lo" accept',
  'ct state established,related accept',
  'icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-advert } accept',
  'drop',
] as const;

/** firewalld’s way: it says that it forbids it. */
export const FORBIDS = (what: string): readonly string[] => [
  'ct state established,related accept',
  `${what} reject with icmpx type admin-prohibited`,
];

/** Host and port of a multiaddr, as people know them: /ip4/192.0.2.7/tcp/4710/p2p/… → 192.0.2.7, 4710. */
export function splitAddress(address: string): { readonly host: string; readonly port: string } | undefined {
  const found = /^(?:\/ip6zone\/[^/]+)?\/(?:ip4|ip6|dns|dns4|dns6)\/([^/]+)\/(?:tcp|udp)\/(\d+)/.exec(address);
  return found === null ? undefined : { host: found[1]!, port: found[2]! };
}

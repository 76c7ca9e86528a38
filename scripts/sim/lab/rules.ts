/** nftables rules of NATs and firewalls, as text. Pure. */

/**
 * `endpoint-independent`: a port outside belongs to one inside whomever it speaks to, and anybody may answer there (RFC 4787; once
 * called full cone). `endpoint-dependent`: another port for each partner, and only that partner gets in (once called symmetric).
 */
export type NatKind = 'endpoint-independent' | 'endpoint-dependent';

export interface Forwarded {
  readonly port: number;
  /** `10.1.0.2` */
  readonly to: string;
}

export interface NatRules {
  readonly kind: NatKind;
  readonly insideDevice: string;
  readonly outsideDevice: string;
  readonly forwarded: readonly Forwarded[];
}

/** A port outside is kept for its owner as long as this, as home routers keep a silent TCP connection. */
const KEPT = '2h';

export function natRules({ kind, insideDevice, outsideDevice, forwarded }: NatRules): string {
  const open = kind === 'endpoint-independent';
  const maps = ['tcp', 'udp'].map(
    (protocol) => `  map ${protocol}_owners {
    type inet_service : ipv4_addr . inet_service; flags dynamic,timeout; timeout ${KEPT};
  }`,
  );
  const notes = ['tcp', 'udp'].map(
    (protocol) =>
      `    oifname "${outsideDevice}" meta l4proto ${protocol} update @${protocol}_owners ` +
      `{ ${protocol} sport : ip saddr . ${protocol} sport }`,
  );
  const owners = ['tcp', 'udp'].map((protocol) => `    dnat ip to ${protocol} dport map @${protocol}_owners`);
  return `table ip lab
delete table ip lab
table ip lab {
${open ? maps.join('\n') : ''}
  chain protect {
    type filter hook forward priority 0; policy accept;
    ct status dnat accept
    iifname "${outsideDevice}" oifname "${insideDevice}" ct state new drop
  }
  chain note {
    type filter hook postrouting priority 50; policy accept;
${open ? notes.join('\n') : ''}
  }
  chain in {
    type nat hook prerouting priority -100; policy accept;
    iifname != "${outsideDevice}" return
${forwarded.map(({ port, to }) => `    tcp dport ${port} dnat to ${to}`).join('\n')}
${open ? owners.join('\n') : ''}
  }
  chain out {
    type nat hook postrouting priority 100; policy accept;
    oifname "${outsideDevice}" masquerade${open ? '' : ' fully-random'}
  }
}
`;
}

export type Ports = number | 'all';

export interface Firewall {
  /** New connections to these ports of this host. */
  readonly dropInbound?: Ports;
  /** New connections from here to these ports of others. */
  readonly dropOutbound?: Ports;
  /** New connections that go through, for a router. */
  readonly dropForwarded?: Ports;
  /** UDP from and to these ports, both ways: 5353 is mDNS. */
  readonly dropUdp?: Ports;
  /** `reset`: TCP is answered so that the caller knows at once. Left out: without a word. */
  readonly how?: 'silent' | 'reset';
  /** What is open already is cut as well. */
  readonly alsoOpen?: boolean;
}

export function firewallRules(firewall: Firewall): string {
  const { dropInbound, dropOutbound, dropForwarded, dropUdp, how = 'silent', alsoOpen = false } = firewall;
  const verdict = how === 'reset' ? 'reject with tcp reset' : 'drop';
  const tcp = (ports: Ports | undefined): string[] => {
    if (ports === undefined) return [];
    return [ports === 'all' ? `meta l4proto tcp ${verdict}` : `tcp dport ${ports} ${verdict}`];
  };
  const udp = (): string[] => {
    if (dropUdp === undefined) return [];
    return dropUdp === 'all' ? ['meta l4proto udp drop'] : [`udp dport ${dropUdp} drop`, `udp sport ${dropUdp} drop`];
  };
  const chain = (hook: string, device: string, rules: readonly string[]): string => `  chain ${hook} {
    type filter hook ${hook} priority 0; policy accept;
    ${device}
    ${[...udp(), ...(alsoOpen ? [] : ['ct state established,related accept']), ...rules].join('\n    ')}
  }`;
  return `table inet lab_firewall
delete table inet lab_firewall
table inet lab_firewall {
${chain('input', 'iifname "lo" accept', tcp(dropInbound))}
${chain('output', 'oifname "lo" accept', tcp(dropOutbound))}
${chain('forward', '', tcp(dropForwarded))}
}
`;
}

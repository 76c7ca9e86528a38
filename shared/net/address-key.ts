/** Who counts as one where connections and requests are counted. */

/**
 * What stands for an address in a limiter: an IPv4 address, or the first 64 bits of an IPv6 one, which are one household.
 * @param multiaddr of the connection's far end, as text
 */
export function addressKey(multiaddr: string): string {
  const [, protocol, value = ''] = multiaddr.split('/');
  if (protocol === 'ip4') return value;
  if (protocol !== 'ip6') return 'elsewhere';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(value);
  if (mapped !== null) return mapped[1]!;
  const [head = '', tail] = value.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** The address itself, for the one whom it belongs to; '' where there is none (a name, a relayed connection). */
export function hostOf(multiaddr: string): string {
  const [, protocol, value = ''] = multiaddr.split('/');
  if (multiaddr.includes('/p2p-circuit')) return '';
  return protocol === 'ip4' || protocol === 'ip6' ? value.replace(/^::ffff:(?=\d+\.)/i, '') : '';
}

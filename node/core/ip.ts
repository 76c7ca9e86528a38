/** IP addresses as bytes, for the order in which a friend's addresses are dialled. Pure; what does not parse is undefined. */

/** Of an interface of this host, or a range: the address' first `prefix` bits. */
export interface IpNetwork {
  /** Text as the system gives it: "10.0.0.7", "fe80::1". */
  readonly address: string;
  readonly prefix: number;
}

/** 4 bytes, or 16. */
export function parseIp(text: string): Uint8Array | undefined {
  return text.includes(':') ? parseIp6(text) : parseIp4(text);
}

function parseIp4(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return Uint8Array.from(parts.map(Number));
}

function parseIp6(text: string): Uint8Array | undefined {
  const halves = text.split('%')[0]!.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(groupsOf);
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 8 ? bytesOf(head) : undefined;
  if (tail === undefined || head.length + tail.length > 7) return undefined;
  return bytesOf([...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]);
}

/** 16-bit groups; the last two may be written as an IPv4 address. */
function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const four = i === parts.length - 1 && part.includes('.') ? parseIp4(part) : undefined;
    if (four !== undefined) groups.push((four[0]! << 8) | four[1]!, (four[2]! << 8) | four[3]!);
    else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups.length > 8 ? undefined : groups;
}

const bytesOf = (groups: readonly number[]): Uint8Array =>
  Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 255]));

export function isIn(ip: Uint8Array, { address, prefix }: IpNetwork): boolean {
  const network = parseIp(address);
  if (network === undefined || network.length !== ip.length) return false;
  for (let bit = 0; bit < prefix; bit += 8) {
    const mask = prefix - bit >= 8 ? 255 : (255 << (8 - (prefix - bit))) & 255;
    if (((network[bit / 8] ?? 0) & mask) !== ((ip[bit / 8] ?? 0) & mask)) return false;
  }
  return true;
}

const within =
  (...ranges: readonly (readonly [string, number])[]) =>
  (ip: Uint8Array): boolean =>
    ranges.some(([address, prefix]) => isIn(ip, { address, prefix }));

export const isLoopback = within(['127.0.0.0', 8], ['::1', 128]);
export const isUnspecified = within(['0.0.0.0', 32], ['::', 128]);
/** Valid on one link alone (RFC 3927, RFC 4291). */
export const isLinkLocal = within(['169.254.0.0', 16], ['fe80::', 10]);
/** RFC 1918, RFC 6598 (behind an operator's NAT, and some VPNs), RFC 4193. */
export const isPrivate = within(
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['fc00::', 7],
);

/**
 * Which of a friend's addresses are dialled, and in what order (RFC 8305 and RFC 6724 in spirit):
 *
 *   here    loopback, where the friend is on this very host
 *   near    in a network that one of our interfaces is in
 *   wide    public ones, and names
 *   apart   private ones of networks that we are not in: left over from another place, or behind a VPN
 *   relay   over somebody else
 *
 * Within a rank the given order stays, IPv6 and IPv4 in turns, so that neither family being broken costs more than one stagger.
 */
import { MAX_ADDRESS_BYTES } from '../../shared/wire/limits.ts';
import { isIn, isLinkLocal, isLoopback, isPrivate, isUnspecified, parseIp, type IpNetwork } from './ip.ts';

/** As many as one record may name: what an attempt dials at most. */
export const MAX_CANDIDATES = 16;

const RANKS = ['here', 'near', 'wide', 'apart', 'relay'] as const;
type Rank = (typeof RANKS)[number];

interface Candidate {
  readonly address: string;
  readonly rank: Rank;
  readonly family: 4 | 6;
}

/**
 * @param addresses multiaddr texts, those that are believed most first; repeated ones count once
 * @param networks of this host's interfaces; empty: not known, then every private address counts as near
 */
export function orderCandidates(addresses: readonly string[], networks: readonly IpNetwork[]): readonly string[] {
  const all = [...new Set(addresses)].filter(({ length }) => length > 0 && length <= MAX_ADDRESS_BYTES);
  const isHere = isOnThisHost(all, networks);
  const candidates = all.flatMap((address): Candidate[] => {
    const ip = ipOf(address);
    const rank = rankOf(address, ip, isHere, networks);
    return rank === undefined ? [] : [{ address, rank, family: ip?.length === 16 ? 6 : 4 }];
  });
  return RANKS.flatMap((rank) => interleave(candidates.filter((each) => each.rank === rank)))
    .slice(0, MAX_CANDIDATES)
    .map(({ address }) => address);
}

/**
 * Where a friend who has dialled us may be dialled: the port that it listens on, at the address that it came from. undefined: nothing
 * new follows from it. Behind a NAT it leads to somebody else, whose key is another.
 *
 * @param remote multiaddr text of the far end of the friend's connection
 * @param known the friend's addresses, the best first
 */
export function observedAddress(remote: string, known: readonly string[]): string | undefined {
  const at = /^(\/ip[46]\/[^/]+)\/tcp\/\d+$/.exec(remote)?.[1];
  if (at === undefined || known.some((address) => address.startsWith(`${at}/`))) return undefined;
  const port = known
    .map((address) => /^\/ip[46]\/[^/]+(\/tcp\/\d+)$/.exec(address)?.[1])
    .find((each) => each !== undefined);
  return port === undefined ? undefined : `${at}${port}`;
}

/** Of the first hop. */
function ipOf(address: string): Uint8Array | undefined {
  const text = /^(?:\/ip6zone\/[^/]+)?\/ip[46]\/([^/]+)/.exec(address)?.[1];
  return text === undefined ? undefined : parseIp(text);
}

/** One of them is ours, or loopback comes first: it worked last, or is all that the friend listens on. */
function isOnThisHost(addresses: readonly string[], networks: readonly IpNetwork[]): boolean {
  const first = ipOf(addresses[0] ?? '');
  if (first !== undefined && isLoopback(first)) return true;
  return addresses.some((address) => {
    const ip = ipOf(address);
    if (ip === undefined || isLoopback(ip)) return false;
    return networks.some((network) => isIn(ip, { address: network.address, prefix: ip.length * 8 }));
  });
}

/** undefined: it cannot be dialled from here. */
function rankOf(
  address: string,
  ip: Uint8Array | undefined,
  isHere: boolean,
  networks: readonly IpNetwork[],
): Rank | undefined {
  if (address.includes('/p2p-circuit')) return 'relay';
  if (ip === undefined) return 'wide'; // A name, or a transport that this version does not know: the dial says so.
  if (isUnspecified(ip)) return undefined;
  if (isLoopback(ip)) return isHere ? 'here' : undefined;
  if (isLinkLocal(ip)) {
    // Of IPv6, only an address that names its interface leads anywhere.
    return ip.length === 4 || address.startsWith('/ip6zone/') ? 'near' : undefined;
  }
  if (networks.some((network) => isIn(ip, network))) return 'near';
  if (!isPrivate(ip)) return 'wide';
  return networks.length === 0 ? 'near' : 'apart';
}

/** In turns, beginning with the family of the first. */
function interleave(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates[0]?.family;
  const [one, other] = [
    candidates.filter(({ family }) => family === first),
    candidates.filter(({ family }) => family !== first),
  ];
  return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => [one[i], other[i]])
    .flat()
    .filter((each) => each !== undefined);
}

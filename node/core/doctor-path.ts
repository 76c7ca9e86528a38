/**
 * Why somebody cannot be reached, from what was measured of the way there. One row of the table is one cause; the first that
 * fits is told, with what was seen. Never more certain than what was seen allows: silence proves nothing by itself, an answer does.
 *
 *   seen of the addresses                                                    cause              certainty
 *   ──────────────────────────────────────────────────────────────────────  ─────────────────  ─────────────────
 *   the pinned key answered                                                  (none)             –
 *   no address is known                                                      no-address         certain
 *   another key answered                                                     wrong-key          certain
 *   a connection, and nobody spoke in time                                   mute               likely
 *   a connection, and something else spoke                                   foreign            likely
 *   own system says EPERM, EACCES                                            own-firewall       certain
 *   a name without an address                                                unresolved         certain
 *   no own address but loopback, and theirs is elsewhere                     no-network         certain
 *   all IPv6, and no IPv6 address here                                       no-ipv6            certain
 *   refused                                                                  refused            certain
 *   all: own system has no way (ENETUNREACH)                                 no-route           certain
 *   silence, and own system forbids a datagram there (EPERM)                 own-firewall       likely
 *   silence, by way of a tunnel, in the network of another interface         vpn-route          likely
 *   silence, and another port of the host answers                            port-filtered      likely
 *   silence, own network: the host answers ARP                               port-filtered      likely
 *   silence, own network: no ARP; others there answer                        host-absent        likely
 *   silence, own network: no ARP; router answers, nobody else; fresh record  ap-isolation       likely
 *   silence, own network: no ARP, else                                       host-absent        possible
 *   silence, by way of a tunnel                                              vpn-route          possible
 *   silence, private address of a network that is not ours                   different-subnets  likely
 *   silence, else                                                            no-answer          possible
 *
 * "certain" asks for one outcome at all addresses that say anything from here (loopback of another machine says nothing), else "likely".
 * Where something else contradicts it (a link that is up all the same), the caller lowers it further: doctor.ts.
 */
import type { AddressSeen, IdentitySeen, MachineSeen } from './doctor-seen.ts';

export type Certainty = 'certain' | 'likely' | 'possible';
export type Evidence = Readonly<Record<string, string | number | boolean>>;

export type PathCause =
  | 'no-address'
  | 'wrong-key'
  | 'mute'
  | 'foreign'
  | 'own-firewall'
  | 'unresolved'
  | 'no-network'
  | 'no-ipv6'
  | 'refused'
  | 'no-route'
  | 'vpn-route'
  | 'port-filtered'
  | 'host-absent'
  | 'ap-isolation'
  | 'different-subnets'
  | 'no-answer';

export interface PathFinding {
  readonly code: PathCause;
  readonly certainty: Certainty;
  readonly evidence: Evidence;
}

export interface PathSeen {
  readonly addresses: readonly AddressSeen[];
  readonly identity: IdentitySeen;
  /** Somebody vouches that they were at these addresses a short time ago (a record that has not expired). */
  readonly vouched: boolean;
}

/** undefined: they are reached. */
export function judgePath(path: PathSeen, machine: MachineSeen): PathFinding | undefined {
  const { identity } = path;
  if (identity === 'ours') return undefined;
  if (path.addresses.length === 0) return { code: 'no-address', certainty: 'certain', evidence: { addresses: 0 } };
  const telling = tellingOf(path.addresses, machine);
  const connected = telling.filter(({ tcp }) => tcp === 'connected');
  const answered = connected[0];
  if (answered !== undefined && identity !== null) {
    if (identity === 'other-key') return { code: 'wrong-key', certainty: 'certain', evidence: evidenceOf(answered) };
    return { code: identity === 'silent' ? 'mute' : 'foreign', certainty: 'likely', evidence: evidenceOf(answered) };
  }
  // It took a connection a moment ago, and nobody was asked who it is.
  if (answered !== undefined) return { code: 'mute', certainty: 'possible', evidence: evidenceOf(answered) };
  return judgeSilence(telling, path, machine);
}

function judgeSilence(telling: readonly AddressSeen[], path: PathSeen, machine: MachineSeen): PathFinding {
  const all = (is: (address: AddressSeen) => boolean): boolean => telling.every(is);
  const found = (code: PathCause, is: (address: AddressSeen) => boolean, most: Certainty): PathFinding | undefined => {
    const address = telling.find(is);
    if (address === undefined) return undefined;
    return { code, certainty: most === 'certain' && !all(is) ? 'likely' : most, evidence: evidenceOf(address) };
  };
  const isSilent = ({ tcp }: AddressSeen): boolean => tcp === 'timeout' || tcp === 'host-unreachable';
  const silent = (is: (address: AddressSeen) => boolean) => (address: AddressSeen) => isSilent(address) && is(address);
  const outside = machine.interfaces.filter(({ scope }) => scope !== 'loopback');
  const hasIpv6 = outside.some(({ family, scope }) => family === 6 && scope !== 'link-local');

  return (
    found('own-firewall', ({ tcp }) => tcp === 'forbidden', 'certain') ??
    found('unresolved', ({ tcp }) => tcp === 'unresolved', 'certain') ??
    (outside.length === 0 && all(({ scope }) => scope !== 'loopback')
      ? found('no-network', () => true, 'certain')
      : undefined) ??
    (!hasIpv6 && all(({ family, scope, tcp }) => family === 6 && scope !== 'loopback' && tcp !== 'refused')
      ? found('no-ipv6', () => true, 'certain')
      : undefined) ??
    found('refused', ({ tcp }) => tcp === 'refused', 'certain') ??
    (all(({ tcp }) => tcp === 'net-unreachable') ? found('no-route', () => true, 'certain') : undefined) ??
    found(
      'own-firewall',
      silent(({ datagramForbidden }) => datagramForbidden === true),
      'likely',
    ) ??
    found('vpn-route', silent(goesAstray), 'likely') ??
    found('port-filtered', silent(otherPortAnswers), 'likely') ??
    found(
      'port-filtered',
      silent(({ subnet, neighbour }) => subnet !== null && neighbour === 'answers'),
      'likely',
    ) ??
    found(
      'host-absent',
      silent((address) => isGone(address) && (address.others ?? 0) > 0),
      'likely',
    ) ??
    (path.vouched ? found('ap-isolation', silent(looksIsolated), 'likely') : undefined) ??
    found('host-absent', silent(isGone), 'possible') ??
    found(
      'vpn-route',
      silent(({ route }) => route?.tunnel === true),
      'possible',
    ) ??
    found('different-subnets', silent(isElsewhere), 'likely') ??
    found('no-answer', () => true, 'possible')!
  );
}

const otherPortAnswers = ({ otherPort }: AddressSeen): boolean => otherPort === 'refused' || otherPort === 'connected';
/** In the network of one interface, and sent by another, which is a tunnel. */
const goesAstray = ({ route, subnet }: AddressSeen): boolean =>
  route?.tunnel === true && subnet !== null && !subnet.tunnel;
const isGone = ({ subnet, neighbour, tcp }: AddressSeen): boolean =>
  subnet !== null && (neighbour === 'silent' || (neighbour === null && tcp === 'host-unreachable'));
const looksIsolated = (address: AddressSeen): boolean =>
  isGone(address) && address.router === true && (address.others ?? 0) === 0;
const isElsewhere = ({ scope, subnet, route }: AddressSeen): boolean =>
  scope === 'private' && subnet === null && route?.tunnel !== true;

/** Loopback of theirs is only ours where we run on the same machine: told only where there is nothing else. */
function tellingOf(addresses: readonly AddressSeen[], machine: MachineSeen): readonly AddressSeen[] {
  const own = new Set(machine.interfaces.map(({ address }) => address));
  const others = addresses.filter(
    ({ host, scope, tcp }) => tcp === 'connected' || (scope !== 'loopback' && !own.has(host)),
  );
  return others.length > 0 ? others : addresses;
}

function evidenceOf(address: AddressSeen): Evidence {
  const { host, port, tcp, ms, datagramForbidden, otherPort, route, subnet, neighbour, others, router } = address;
  return {
    address: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`,
    outcome: tcp,
    ms,
    ...(datagramForbidden === null ? {} : { datagramForbidden }),
    ...(otherPort === null ? {} : { otherPort }),
    ...(route === null ? {} : { route: route.name }),
    ...(subnet === null ? {} : { network: subnet.name }),
    ...(neighbour === null ? {} : { neighbour }),
    ...(others === null ? {} : { others }),
    ...(router === null ? {} : { router }),
  };
}

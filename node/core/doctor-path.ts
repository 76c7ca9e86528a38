/**
 * Why somebody cannot be reached, from what was measured of the way there. One row of the table is one cause; the first that
 * fits is told, with what was seen. Never more certain than what was seen allows: silence proves nothing by itself, an answer does.
 *
 *   seen of the addresses                                                    cause              certainty
 *   ──────────────────────────────────────────────────────────────────────  ─────────────────  ─────────────────
 *   the pinned key answered                                                  (none)             –
 *   no address is known                                                      no-address         certain
 *   another key answered, at a private address that is our own as well       different-subnets  likely
 *   another key answered                                                     wrong-key          certain
 *   a connection, and nobody spoke in time                                   mute               likely
 *   a connection, and something else spoke                                   foreign            likely
 *   own system says EPERM, EACCES                                            own-firewall       certain
 *   a name without an address                                                unresolved         certain
 *   no own address but loopback, and theirs is elsewhere                     no-network         certain
 *   all IPv6, and no IPv6 address here                                       no-ipv6            certain
 *   refused, by this machine's own loopback                                  own-firewall       likely
 *   refused, by packets from outside, or by this machine itself              refused            certain
 *   refused                                                                  refused            likely
 *   all: own system has no way there, and they are of private networks       different-subnets  certain
 *   all: own system has no way there                                         no-route           certain
 *   a router on the way has none (ENETUNREACH, and own system has)           different-subnets  likely
 *   a filter says that it forbids it (ICMP); or unreachable, and another port of the host answers   prohibited         likely
 *   unreachable at once, as is another port, in a private network that is not ours                  different-subnets  likely
 *   unreachable at once                                                      prohibited         likely
 *   silence, and own system forbids a datagram there (EPERM)                 own-firewall       likely
 *   silence, and no attempt leaves this machine                              own-firewall       likely
 *   silence, by way of a tunnel, in the network of another interface         vpn-route          likely
 *   silence, and another port of the host answers, of TCP or UDP             port-filtered      likely
 *   silence, own network: the host answers ARP                               port-filtered      likely
 *   silence, own network: it did shortly before; others were there and are silent, but the router   ap-isolation, or port-filtered, or host-absent: possible
 *   silence, own network: it did shortly before                              port-filtered, or host-absent: possible
 *   silence, own network: no ARP; others were there and are silent, but the router; seen lately     ap-isolation       likely
 *   silence, own network: no ARP; others were there and are silent, but the router                  host-absent, or ap-isolation: possible
 *   silence, own network: no ARP; others answer                              host-absent        likely
 *   silence, own network: no ARP; nobody else known, router answers; seen lately    ap-isolation, or host-absent: possible
 *   silence, own network: no ARP; nobody else known, router answers; vouched for   host-absent, or ap-isolation: possible
 *   silence, own network: no ARP, else                                       host-absent        possible
 *   behind a router that has looked for it in vain                           host-absent        likely
 *   silence, by way of a tunnel                                              vpn-route          possible
 *   silence behind a router that misses addresses beside it, and not it      port-filtered, or host-absent: possible
 *   silence of a private network that is not ours; seen lately, or nothing beside it answers either different-subnets  likely
 *   silence of a private network that is not ours                            no-answer, or different-subnets: possible
 *   silence, else                                                            no-answer          possible
 *
 * "certain" asks for one outcome at all addresses that say anything from here (loopback of another machine says nothing), else "likely".
 * "vouched for": a record that has not expired says that they were there; "seen lately": it is younger than LATELY_MS.
 * Where a filter or an absent host is possible, the latter comes first if they were reached within LOST_MS.
 * Where something else contradicts it (a link that is up all the same), the caller lowers it further: doctor.ts.
 */
import type { AddressSeen, IdentitySeen, MachineSeen, TcpOutcome } from './doctor-seen.ts';

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
  | 'prohibited'
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
  /** Age of a record that has not expired and says that they are at these addresses; null: there is none. */
  readonly vouchedMs: number | null;
  /** Milliseconds since they were reached; null: not by this program since it began. */
  readonly lostMs: number | null;
}

/** A record is made at each sign-in and every 12 hours: one that is younger than this was made by somebody who was there just now. */
export const LATELY_MS = 15 * 60_000;

/** Whoever was reached so shortly ago has gone, rather than begun to filter. After it the systems on the way have noticed (53 s, probe-neighbours.ts). */
export const LOST_MS = 60_000;

/** Empty: they are reached. More than one: what was seen does not say which of them it is. */
export function judgePath(path: PathSeen, machine: MachineSeen): readonly PathFinding[] {
  const { identity } = path;
  if (identity === 'ours') return [];
  if (path.addresses.length === 0) return [{ code: 'no-address', certainty: 'certain', evidence: { addresses: 0 } }];
  const telling = tellingOf(path.addresses, machine);
  const connected = telling.filter(({ tcp }) => tcp === 'connected');
  const own = ownHosts(machine);
  const answered = connected.find(({ host }) => !own.has(host)) ?? connected[0];
  if (answered !== undefined) {
    const evidence = evidenceOf(answered);
    if (identity === 'other-key' && answered.scope === 'private' && own.has(answered.host)) {
      return [{ code: 'different-subnets', certainty: 'likely', evidence }];
    }
    if (identity === 'other-key') return [{ code: 'wrong-key', certainty: 'certain', evidence }];
    if (identity === 'foreign') return [{ code: 'foreign', certainty: 'likely', evidence }];
    // null: it took a connection a moment ago, and nobody was asked who it is.
    return [{ code: 'mute', certainty: identity === null ? 'possible' : 'likely', evidence }];
  }
  return judgeOutcomes(telling, path, machine);
}

type Is = (address: AddressSeen) => boolean;
type Find = (code: PathCause, is: Is, most: Certainty) => readonly PathFinding[] | undefined;

function judgeOutcomes(telling: readonly AddressSeen[], path: PathSeen, machine: MachineSeen): readonly PathFinding[] {
  const all = (is: Is): boolean => telling.every(is);
  const found: Find = (code, is, most) => {
    const address = telling.find(is);
    if (address === undefined) return undefined;
    return [{ code, certainty: most === 'certain' && !all(is) ? 'likely' : most, evidence: evidenceOf(address) }];
  };
  const outside = machine.interfaces.filter(({ scope }) => scope !== 'loopback');
  const hasIpv6 = outside.some(({ family, scope }) => family === 6 && scope !== 'link-local');
  const isAbroad = ({ scope }: AddressSeen): boolean => scope !== 'loopback';
  const lacksIpv6 = ({ family, scope, tcp }: AddressSeen): boolean =>
    !hasIpv6 && family === 6 && scope !== 'loopback' && tcp !== 'refused';
  const own = ownHosts(machine);
  const isRefusedOutside: Is = ({ tcp, leaves, scope, host }) =>
    tcp === 'refused' && (leaves === true || scope === 'loopback' || own.has(host));
  const hasNoWay = ({ tcp, route }: AddressSeen): boolean => tcp === 'net-unreachable' && route === null;

  return (
    found('own-firewall', ({ tcp }) => tcp === 'forbidden', 'certain') ??
    found('unresolved', ({ tcp }) => tcp === 'unresolved', 'certain') ??
    (outside.length === 0 && all(isAbroad) ? found('no-network', isAbroad, 'certain') : undefined) ??
    (all(lacksIpv6) ? found('no-ipv6', lacksIpv6, 'certain') : undefined) ??
    found('own-firewall', ({ tcp, leaves }) => tcp === 'refused' && leaves === false, 'likely') ??
    found('refused', isRefusedOutside, 'certain') ??
    found('refused', ({ tcp }) => tcp === 'refused', 'likely') ??
    (all((each) => hasNoWay(each) && isElsewhere(each))
      ? found('different-subnets', hasNoWay, 'certain')
      : undefined) ??
    (all(hasNoWay) ? found('no-route', hasNoWay, 'certain') : undefined) ??
    found('different-subnets', (each) => each.tcp === 'net-unreachable' && isElsewhere(each), 'likely') ??
    found('prohibited', isToldProhibited, 'likely') ??
    found(
      'different-subnets',
      (each) => isAtOnce(each) && isElsewhere(each) && isUnreachable(each.otherPort),
      'likely',
    ) ??
    found('prohibited', isAtOnce, 'likely') ??
    judgeSilence(found, path) ??
    found('no-answer', () => true, 'possible')!
  );
}

function judgeSilence(found: Find, { vouchedMs, lostMs }: PathSeen): readonly PathFinding[] | undefined {
  const silent =
    (is: Is): Is =>
    (address) =>
      isSilence(address) && is(address);
  const either = (codes: readonly PathCause[], is: Is): readonly PathFinding[] | undefined => {
    const all = codes.flatMap((code) => found(code, silent(is), 'possible') ?? []);
    return all.length === 0 ? undefined : all;
  };
  const isLost = lostMs !== null && lostMs < LOST_MS;
  const filteredOrGone = isLost
    ? (['host-absent', 'port-filtered'] as const)
    : (['port-filtered', 'host-absent'] as const);
  const lately = vouchedMs !== null && vouchedMs < LATELY_MS;
  const isKnown: Is = ({ subnet, neighbour }) => subnet !== null && neighbour === 'known';
  const isAmongOthers: Is = (address) => isGone(address) && (address.others ?? 0) > 0;
  /** Those who were met before are silent as well, and the router is not. */
  const isCutOff: Is = ({ others, router }) => others === 0 && router === true;
  const isAlone: Is = (address) => isGone(address) && address.others === null && address.router === true;
  return (
    found(
      'own-firewall',
      silent(({ datagram, leaves }) => datagram === 'forbidden' || leaves === false),
      'likely',
    ) ??
    found('vpn-route', silent(goesAstray), 'likely') ??
    found('port-filtered', silent(otherPortAnswers), 'likely') ??
    found(
      'port-filtered',
      silent(({ subnet, neighbour }) => subnet !== null && neighbour === 'answers'),
      'likely',
    ) ??
    either(['ap-isolation', 'port-filtered', 'host-absent'], (each) => isKnown(each) && isCutOff(each)) ??
    either(filteredOrGone, isKnown) ??
    (lately
      ? found(
          'ap-isolation',
          silent((each) => isGone(each) && isCutOff(each)),
          'likely',
        )
      : undefined) ??
    either(['host-absent', 'ap-isolation'], (each) => isGone(each) && isCutOff(each)) ??
    found('host-absent', silent(isAmongOthers), 'likely') ??
    (lately ? either(['ap-isolation', 'host-absent'], isAlone) : undefined) ??
    (vouchedMs === null ? undefined : either(['host-absent', 'ap-isolation'], isAlone)) ??
    found('host-absent', silent(isGone), 'possible') ??
    found('host-absent', silent(isMissed), 'likely') ??
    found(
      'vpn-route',
      silent(({ route }) => route?.tunnel === true),
      'possible',
    ) ??
    either(filteredOrGone, ({ subnet, beside }) => subnet === null && beside === 'absent') ??
    found(
      'different-subnets',
      silent((each) => isElsewhere(each) && (lately || each.beside === 'silent')),
      'likely',
    ) ??
    either(['no-answer', 'different-subnets'], isElsewhere)
  );
}

const isUnreachable = (outcome: TcpOutcome | null): boolean => outcome === 'host-unreachable';
const isAtOnce = ({ tcp, atOnce }: AddressSeen): boolean => tcp === 'host-unreachable' && atOnce === true;
const isSilence = ({ tcp }: AddressSeen): boolean => tcp === 'timeout' || tcp === 'host-unreachable';
/** By a filter, or by somebody who calls a host unreachable that answers otherwise. */
const isToldProhibited = (each: AddressSeen): boolean =>
  each.tcp === 'prohibited' ||
  (isSilence(each) && each.datagram === 'prohibited') ||
  (each.subnet === null && each.tcp === 'host-unreachable' && otherPortAnswers(each));
const otherPortAnswers = ({ otherPort, datagram }: AddressSeen): boolean =>
  otherPort === 'refused' || otherPort === 'connected' || datagram === 'refused';
/** Whoever leads to its network has looked for it. */
const isMissed = ({ subnet, tcp, atOnce, route }: AddressSeen): boolean =>
  subnet === null && route?.tunnel !== true && tcp === 'host-unreachable' && atOnce !== true;
/** In the network of one interface, and sent by another, which is a tunnel. */
const goesAstray = ({ route, subnet }: AddressSeen): boolean =>
  route?.tunnel === true && subnet !== null && !subnet.tunnel;
const isGone = ({ subnet, neighbour, tcp }: AddressSeen): boolean =>
  subnet !== null && (neighbour === 'silent' || (neighbour === null && tcp === 'host-unreachable'));
const isElsewhere = ({ scope, subnet }: AddressSeen): boolean => scope === 'private' && subnet === null;

const ownHosts = ({ interfaces }: MachineSeen): ReadonlySet<string> =>
  new Set(interfaces.map(({ address }) => address));

/** Loopback of theirs is only ours where we run on the same machine: told only where there is nothing else. */
function tellingOf(addresses: readonly AddressSeen[], machine: MachineSeen): readonly AddressSeen[] {
  const own = ownHosts(machine);
  const others = addresses.filter(
    ({ host, scope, tcp }) => tcp === 'connected' || (scope !== 'loopback' && !own.has(host)),
  );
  return others.length > 0 ? others : addresses;
}

function evidenceOf(address: AddressSeen): Evidence {
  const { host, port, tcp, ms, datagram, leaves, atOnce, otherPort, route, subnet } = address;
  const { neighbour, others, router, beside } = address;
  return {
    address: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`,
    outcome: tcp,
    ms,
    ...(datagram === null ? {} : { datagram }),
    ...(leaves === null ? {} : { leaves }),
    ...(atOnce === null ? {} : { atOnce }),
    ...(otherPort === null ? {} : { otherPort }),
    ...(route === null ? {} : { route: route.name }),
    ...(subnet === null ? {} : { network: subnet.name }),
    ...(neighbour === null ? {} : { neighbour }),
    ...(others === null ? {} : { others }),
    ...(router === null ? {} : { router }),
    ...(beside === null ? {} : { beside }),
  };
}

/**
 * Tries addresses of a server or friend, as cheaply as can be: a TCP connection each, closed at once, and nothing said on it; where it is
 * refused or silent, a second look at who says so.
 */
import { lookup } from 'node:dns/promises';
import { isIPv4, isIPv6 } from 'node:net';
import type { AddressSeen, InterfaceSeen } from '../core/doctor-seen.ts';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import { aroundIt, besideIt, saidAtOnce } from './probe-around.ts';
import { refusedFromOutside, silentlyLeave } from './probe-counters.ts';
import { datagramOutcome, routeTo } from './probe-datagram.ts';
import { OTHER_PORT, dialled, isAnswer, tcpOutcome, type Target } from './probe-dial.ts';
import { scopeOf, subnetOf } from './probe-machine.ts';
import type { Routes } from './probe-machine.ts';
import type { NeighbourEntry } from './probe-neighbours.ts';

/**
 * The kernel asks three times within it (after one second, after three). An absent neighbour is given up after three seconds; a router beyond
 * which a host is absent says so after as many, counted from its own first question.
 */
const CONNECT_MS = 5_200;
/** So long a port may be silent before more is asked. */
const SILENT_MS = 700;
const LOOKUP_MS = 2_000;
/** A router may trust what it knew of a host for as long as this machine does of a neighbour (probe-around.ts), and goes on sending to it. */
const ROUTER_MS = 11_500;

export interface Around {
  readonly interfaces: readonly InterfaceSeen[];
  readonly routes: Routes;
  /** What the table of neighbours said before anything was sent. */
  readonly neighbours: readonly NeighbourEntry[];
}

/** A name as the system's resolver takes it (RFC 1123); it is shown as it is. */
const NAME = /^[\da-z][\da-z.-]{0,252}$/i;

/** Multiaddrs as records hold them; what is no TCP address of IP or DNS is left out. @param signal ends all, with what is known by then */
export async function addressesSeen(
  addresses: readonly string[],
  around: Around,
  signal: AbortSignal,
): Promise<readonly AddressSeen[]> {
  const targets = addresses.slice(0, MAX_ADDRESSES).flatMap(parse);
  return await Promise.all(targets.map((target) => addressSeen(target, around, signal)));
}

function parse(address: string): readonly Target[] {
  const [, kind = '', host = '', port = ''] =
    /^\/(ip4|ip6|dns|dns4|dns6)\/([^/]+)\/tcp\/(\d{1,5})(?:\/|$)/.exec(address) ?? [];
  const number = Number(port);
  if (number < 1 || number > 65_535) return [];
  const fits = kind === 'ip4' ? isIPv4(host) : kind === 'ip6' ? isIPv6(host) : NAME.test(host);
  return fits ? [{ host, port: number }] : [];
}

const NOT_ASKED = {
  ...{ datagram: null, leaves: null, atOnce: null, otherPort: null, route: null, subnet: null },
  ...{ neighbour: null, others: null, router: null, beside: null },
} as const satisfies Partial<AddressSeen>;

async function addressSeen(target: Target, around: Around, signal: AbortSignal): Promise<AddressSeen> {
  const startedAt = performance.now();
  const host = isIPv4(target.host) || isIPv6(target.host) ? target.host : await resolved(target.host);
  if (host === undefined) {
    const ms = Math.round(performance.now() - startedAt);
    return { ...target, family: 4, scope: 'global', tcp: 'unresolved', ms, ...NOT_ASKED };
  }
  const { interfaces, routes, neighbours } = around;
  const at = { host, port: target.port };
  const base = {
    ...{ ...at, family: isIPv4(host) ? (4 as const) : (6 as const), scope: scopeOf(host) },
    ...{ ...NOT_ASKED, route: await routeTo(host, interfaces), subnet: subnetOf(host, interfaces) },
  };
  const isOwn = base.scope === 'loopback' || interfaces.some(({ address }) => address === host);
  const ended: { tcp?: AddressSeen['tcp'] } = {};
  const { subnet, route } = base;
  const ask = () =>
    Promise.all([
      tcpOutcome({ host, port: OTHER_PORT }, CONNECT_MS - SILENT_MS, signal),
      datagramOutcome(at, signal),
      subnet === null
        ? {}
        : aroundIt(host, subnet, { routers: routes.routers, neighbours }, startedAt, () => ended.tcp, signal),
      isBehindRouter(base) ? besideIt(host, signal) : null,
    ]);
  let asked: ReturnType<typeof ask> | undefined;
  const timer = setTimeout(() => {
    asked = ask();
  }, SILENT_MS);
  const { outcome: tcp, ms } = await dialled(at, CONNECT_MS, signal);
  ended.tcp = tcp;
  clearTimeout(timer);
  const seen = { ...base, tcp, ms };
  if (tcp === 'refused' && !isOwn) return { ...seen, leaves: await refusedFromOutside(at, signal) };
  if (tcp === 'host-unreachable' && asked === undefined && subnet === null) {
    return { ...seen, ...(await unreachableSoon(at, signal)) };
  }
  if (tcp !== 'timeout' && tcp !== 'host-unreachable') return seen;
  const [otherPort, datagram, near, beside] = await (asked ?? ask());
  const all = { ...seen, otherPort, datagram, beside, ...near };
  if (tcp === 'host-unreachable' && subnet === null) {
    const atOnce = await saidAtOnce(at, signal);
    const again = atOnce && datagram === 'silent';
    return { ...all, atOnce, datagram: again ? await datagramOutcome(at, signal) : datagram };
  }
  // Before the machine's own network knows to whom, nothing leaves, whatever the filters say.
  const isResolved = subnet === null || all.neighbour === 'answers' || all.neighbour === 'known';
  if (tcp !== 'timeout' || route === null || !isResolved) return all;
  const [leaves, later] = await Promise.all([
    silentlyLeave(at, route.name, signal),
    isAnswer(otherPort) || datagram !== 'silent' || subnet !== null || route.tunnel
      ? null
      : dialled(at, startedAt + ROUTER_MS - performance.now(), signal),
  ]);
  if (leaves === false || later?.outcome !== 'host-unreachable') return { ...all, leaves };
  return { ...all, leaves, tcp: later.outcome, ms: Math.round(performance.now() - startedAt) };
}

const isBehindRouter = ({ subnet, family, scope, route }: Pick<AddressSeen, 'subnet' | 'family' | 'scope' | 'route'>) =>
  subnet === null && family === 4 && scope === 'private' && route?.tunnel === false;

/** In turn, the quickest first, for a router says little of the kind in a second. */
async function unreachableSoon(
  at: Target,
  signal: AbortSignal,
): Promise<Pick<AddressSeen, 'atOnce' | 'datagram' | 'otherPort'>> {
  const atOnce = await saidAtOnce(at, signal);
  const datagram = await datagramOutcome(at, signal);
  const otherPort = await tcpOutcome({ host: at.host, port: OTHER_PORT }, CONNECT_MS - SILENT_MS, signal);
  return { atOnce, datagram, otherPort };
}

async function resolved(name: string): Promise<string | undefined> {
  const found = lookup(name).then(
    ({ address }) => address,
    () => undefined,
  );
  return await Promise.race([found, rest(LOOKUP_MS)]);
}

const rest = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms, undefined).unref();
  });

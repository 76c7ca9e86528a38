/** What stands around an address that keeps silent: on the own network its neighbours and router, behind a router what is said of addresses beside it. */
import type { AddressSeen, Way } from '../core/doctor-seen.ts';
import { OTHER_PORT, dialled, isAnswer, tcpOutcome } from './probe-dial.ts';
import { neighbourTable, presences, type NeighbourEntry, type Presence } from './probe-neighbours.ts';

/** Of a neighbour on the same network: it answers within milliseconds, or waits for ARP. */
const NEIGHBOUR_MS = 1_000;
const MAX_NEIGHBOURS = 4;
/** Five seconds of doubt and three of questions (probe-neighbours.ts), and as much again for an entry that was confirmed just before. */
const SETTLED_MS = 11_000;
/** Longer than a router looks for a host (Linux: three seconds, and the first attempt may come in the middle of a search). */
const BESIDE_MS = 4_300;
/**
 * What sooner comes back as unreachable nobody has looked for: three questions, a second each. It may come late all the same, for routers say
 * little of the kind in a second (Linux: icmp_ratelimit, one after six at once).
 */
const LOOKED_MS = 2_600;

export interface Surroundings {
  readonly routers: ReadonlyMap<string, string>;
  /** The table of neighbours before anything was sent. */
  readonly neighbours: readonly NeighbourEntry[];
}

/** @param startedAt since then attempts go to the host @param outcome of the attempt, once it is known; it is then not waited for in vain */
export async function aroundIt(
  host: string,
  { name }: Way,
  { routers, neighbours }: Surroundings,
  startedAt: number,
  outcome: () => AddressSeen['tcp'] | undefined,
  signal: AbortSignal,
): Promise<Pick<AddressSeen, 'neighbour' | 'others' | 'router'>> {
  const router = routers.get(name);
  const isOther = (each: NeighbourEntry): boolean =>
    each.interface === name && each.address !== host && each.address !== router;
  const others = new Set(neighbours.filter(isOther).map(({ address }) => address));
  // Whoever asks in the network, for instance to answer mDNS, is met meanwhile.
  for (const each of ((await neighbourTable()) ?? []).filter(isOther)) others.add(each.address);
  const asked = [...others].slice(0, MAX_NEIGHBOURS);
  const answering = new Set<string>();
  const dials = [...asked, ...(router === undefined ? [] : [router])].map(async (address) => {
    if (isAnswer(await tcpOutcome({ host: address, port: OTHER_PORT }, NEIGHBOUR_MS, signal))) answering.add(address);
  });
  const isThere = (found: ReadonlyMap<string, Presence>, address: string): boolean =>
    answering.has(address) || found.get(address) === 'answers';
  const isSettled = (found: ReadonlyMap<string, Presence>): boolean => {
    const tcp = outcome();
    if (tcp !== undefined && tcp !== 'timeout' && tcp !== 'host-unreachable') return true;
    const itself = tcp === 'host-unreachable' ? 'silent' : found.get(host);
    if (itself === 'answers') return true;
    if (itself !== 'silent') return false;
    const isKnown = (address: string): boolean => isThere(found, address) || found.get(address) === 'silent';
    return asked.some((address) => isThere(found, address)) || [...asked, ...(router ? [router] : [])].every(isKnown);
  };
  const before = neighbours.filter((each) => each.interface === name && each.state === 'complete');
  const knownBefore = new Set(before.map(({ address }) => address));
  const everybody = [host, ...asked, ...(router === undefined ? [] : [router])];
  const options = { startedAt, knownBefore, untilMs: SETTLED_MS, isSettled };
  const [found] = await Promise.all([presences(name, everybody, options, signal), ...dials]);
  return {
    neighbour: found.get(host) ?? null,
    others: asked.length === 0 ? null : asked.filter((address) => isThere(found, address)).length,
    router: router === undefined ? null : isThere(found, router) || found.get(router) === 'known',
  };
}

/**
 * Three other addresses of the same 256, spread over them, of which most networks have the most unused: where a router looks for those in vain
 * and says so, it does for the one in question as well, if that is not there.
 */
export async function besideIt(host: string, signal: AbortSignal): Promise<AddressSeen['beside']> {
  const parts = host.split('.');
  const last = Number(parts[3]);
  const beside = [67, 139, 211].map((step) => [...parts.slice(0, 3), String(1 + ((last + step) % 254))].join('.'));
  const found = await Promise.all(
    beside.map((address) => dialled({ host: address, port: OTHER_PORT }, BESIDE_MS, signal)),
  );
  if (found.some(({ outcome }) => outcome === 'host-unreachable')) return 'absent';
  return found.some(({ outcome }) => isAnswer(outcome)) ? 'answers' : 'silent';
}

/**
 * Whether a router says that it is unreachable sooner than it can have looked for it: twice, for the first may come in the middle of a search
 * that somebody else began; the second begins where that ended.
 */
export async function saidAtOnce(
  target: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<boolean> {
  for (let again = 0; again < 2; again += 1) {
    const { outcome, ms } = await dialled(target, BESIDE_MS, signal);
    if (outcome !== 'host-unreachable' || ms > LOOKED_MS) return false;
  }
  return true;
}

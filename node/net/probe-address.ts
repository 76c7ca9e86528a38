/** Tries addresses of a server or friend, as cheaply as can be: a TCP connection each, closed at once, and nothing said on it; where it is silent, a second look around. */
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { connect, isIPv4, isIPv6 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressSeen, InterfaceSeen, TcpOutcome, Way } from '../core/doctor-seen.ts';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import { neighboursSeen, scopeOf, subnetOf } from './probe-machine.ts';
import type { Neighbour, Routes } from './probe-machine.ts';

/** The kernel asks twice within it (after one second, after three), and gives up an absent neighbour after three. */
const CONNECT_MS = 3_500;
/** So long a port may be silent before another one of its host is asked. */
const SILENT_MS = 700;
const LOOKUP_MS = 2_000;
/**
 * A neighbour whose hardware address is known from before is asked for it anew only after five seconds of silence, three times in three
 * more (Linux: delay_first_probe_time, ucast_solicit): what the table says sooner may be of yesterday.
 */
const STALE_MS = 8_600;
/** Of a neighbour on the same network: it answers within milliseconds, or waits for ARP. */
const NEIGHBOUR_MS = 1_000;
const MAX_NEIGHBOURS = 4;
/** discard (RFC 863): nobody offers it any more, so that a host without a filter says no. */
const OTHER_PORT = 9;

export interface Around {
  readonly interfaces: readonly InterfaceSeen[];
  readonly routes: Routes;
  /** What the table of neighbours said before anything was sent. */
  readonly neighbours: readonly Neighbour[];
}

/** A name as the system's resolver takes it (RFC 1123); it is shown as it is. */
const NAME = /^[\da-z][\da-z.-]{0,252}$/i;

interface Target {
  readonly host: string;
  readonly port: number;
}

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

async function addressSeen(target: Target, around: Around, signal: AbortSignal): Promise<AddressSeen> {
  const startedAt = performance.now();
  const found = isIPv4(target.host) || isIPv6(target.host) ? target.host : await resolved(target.host);
  const nothing = {
    datagramForbidden: null,
    otherPort: null,
    route: null,
    subnet: null,
    neighbour: null,
    others: null,
    router: null,
  };
  const since = (): number => Math.round(performance.now() - startedAt);
  if (found === undefined) {
    return { ...target, family: 4, scope: 'global', tcp: 'unresolved', ms: since(), ...nothing };
  }
  const { interfaces } = around;
  const route = await routeTo(found, interfaces);
  const subnet = subnetOf(found, interfaces);
  const asked = { otherPort: undefined as Promise<TcpOutcome> | undefined };
  const timer = setTimeout(() => {
    asked.otherPort = tcpOutcome({ host: found, port: OTHER_PORT }, CONNECT_MS - SILENT_MS, signal);
  }, SILENT_MS);
  const tcp = await tcpOutcome({ host: found, port: target.port }, CONNECT_MS, signal);
  const ms = since();
  clearTimeout(timer);
  const base = {
    ...{ ...target, host: found, family: isIPv4(found) ? (4 as const) : (6 as const), scope: scopeOf(found) },
    ...{ tcp, ms, route, subnet },
  };
  if (tcp !== 'timeout' && tcp !== 'host-unreachable') return { ...base, ...nothing, route, subnet };
  const [near, datagramForbidden] = await Promise.all([
    subnet === null ? {} : aroundIt(found, subnet, around, startedAt, signal),
    isDatagramForbidden({ host: found, port: target.port }),
  ]);
  return { ...base, ...nothing, route, subnet, datagramForbidden, otherPort: (await asked.otherPort) ?? null, ...near };
}

/** Whether the machine, its network's router and others on that network answer. */
async function aroundIt(
  host: string,
  { name }: Way,
  { routes: { routers }, neighbours: before }: Around,
  startedAt: number,
  signal: AbortSignal,
): Promise<Pick<AddressSeen, 'neighbour' | 'others' | 'router'>> {
  const table = (await neighboursSeen()) ?? [];
  const entryIn = (all: readonly Neighbour[]): Neighbour | undefined =>
    all.find(({ address, interface: of }) => address === host && of === name);
  const router = routers.get(name);
  const others = table
    .filter((each) => each.interface === name && each.address !== host && each.address !== router)
    .slice(0, MAX_NEIGHBOURS);
  const answers = async (address: string): Promise<boolean> => {
    const outcome = await tcpOutcome({ host: address, port: OTHER_PORT }, NEIGHBOUR_MS, signal);
    return outcome === 'refused' || outcome === 'connected';
  };
  const [routerAnswers, ...othersAnswer] = await Promise.all([
    router === undefined ? null : answers(router),
    ...others.map(({ address }) => answers(address)),
  ]);
  // A router may drop what is not for it, and has told its hardware address all the same.
  const after = router === undefined || routerAnswers === true ? [] : ((await neighboursSeen()) ?? []);
  const isThere = after.some(({ address, answers: complete }) => address === router && complete);
  let neighbour: AddressSeen['neighbour'] = stateOf(entryIn(table));
  if (neighbour === 'answers' && stateOf(entryIn(before)) === 'answers') {
    await pause(startedAt + STALE_MS - performance.now(), signal);
    const later = stateOf(entryIn((await neighboursSeen()) ?? []));
    // Where it was heard of within the last 45 seconds, the kernel has not asked it again.
    neighbour = later === 'answers' ? 'known' : later;
  }
  return {
    neighbour,
    others: others.length === 0 ? null : othersAnswer.filter(Boolean).length,
    router: routerAnswers === null ? null : routerAnswers || isThere,
  };
}

const stateOf = (entry: Neighbour | undefined): 'answers' | 'silent' | null =>
  entry === undefined ? null : entry.answers ? 'answers' : 'silent';

async function resolved(name: string): Promise<string | undefined> {
  const found = lookup(name).then(
    ({ address }) => address,
    () => undefined,
  );
  return await Promise.race([found, rest(LOOKUP_MS)]);
}

/** Ends with the signal too. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.max(0, ms), undefined, { signal }).catch(() => undefined);
}

const rest = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms, undefined).unref();
  });

/** The kernel's own answer: a datagram socket that is connected has the address of the way; nothing is sent. */
async function routeTo(host: string, interfaces: readonly InterfaceSeen[]): Promise<Way | null> {
  const socket = createSocket(isIPv4(host) ? 'udp4' : 'udp6');
  try {
    const local = await new Promise<string | undefined>((resolve) => {
      socket.once('error', () => {
        resolve(undefined);
      });
      socket.connect(OTHER_PORT, host, () => {
        resolve(socket.address().address);
      });
    });
    const own = interfaces.find(({ address }) => address === local);
    return own === undefined ? null : { name: own.name, tunnel: own.tunnel };
  } catch {
    return null;
  } finally {
    socket.close();
  }
}

/** An empty datagram: a filter of our own that drops it says so, where for a connection it keeps silent. */
async function isDatagramForbidden({ host, port }: Target): Promise<boolean> {
  const socket = createSocket(isIPv4(host) ? 'udp4' : 'udp6');
  try {
    return await new Promise<boolean>((resolve) => {
      socket.once('error', () => {
        resolve(false);
      });
      socket.send('', port, host, (error) => {
        const { code } = (error ?? {}) as NodeJS.ErrnoException;
        resolve(code === 'EPERM' || code === 'EACCES');
      });
    });
  } finally {
    socket.close();
  }
}

/** One attempt to connect, closed at once. */
export async function tcpOutcome({ host, port }: Target, timeoutMs: number, signal: AbortSignal): Promise<TcpOutcome> {
  if (signal.aborted) return 'failed';
  return await new Promise<TcpOutcome>((resolve) => {
    const socket = connect({ host, port });
    const end = (outcome: TcpOutcome): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      resolve(outcome);
    };
    const abort = (): void => {
      end('failed');
    };
    const timer = setTimeout(() => {
      end('timeout');
    }, timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => {
      end('connected');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      end(OUTCOMES[error.code ?? ''] ?? 'failed');
    });
  });
}

const OUTCOMES: Readonly<Partial<Record<string, TcpOutcome>>> = {
  ECONNREFUSED: 'refused',
  // Whoever resets at once is there, and does not want us.
  ECONNRESET: 'refused',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  ENETUNREACH: 'net-unreachable',
  EADDRNOTAVAIL: 'net-unreachable',
  EPERM: 'forbidden',
  EACCES: 'forbidden',
};

/**
 * Why it does not work: measures this machine, the way to the server and the ways to friends, all at once and within DOCTOR_MS, and has
 * the core say what follows from it. Nothing is changed by it, but for a link to a friend that comes up because it was tried.
 */
import { findingsOf, type Finding, type Subject } from '../core/doctor.ts';
import type { Evidence } from '../core/doctor-path.ts';
import type {
  FriendSeen,
  IdentitySeen,
  MachineSeen,
  RecordSeen,
  RelaySeen,
  Seen,
  ServerSeen,
} from '../core/doctor-seen.ts';
import type { Clock } from '../../shared/clock.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import type { DialOptions, Probe, RendezvousClient, Waiting } from './ports.ts';
import { isRelayedAddress } from './upgrades.ts';

/** All of it together: a person waits for it. */
export const DOCTOR_MS = 15_000;
/** Dial and handshake of one server or friend, beside the bare connections. */
const IDENTITY_MS = 4_500;
const PING_MS = 2_000;
/** What is asked of a server about a friend. */
const RECORD_MS = 2_000;
/** Friends that are looked at where none is named: those who are not there first. */
export const DOCTOR_FRIENDS = 8;
const NOTHING = new Uint8Array(0);
const IP = /^[\da-f.:]{2,45}$/i;

export type CheckName = 'running' | 'network' | 'port' | 'server' | 'clock' | 'outside' | 'multicast' | 'friend';

export interface Check {
  readonly check: CheckName;
  readonly subject: Subject;
  /** unknown: it could not be measured. */
  readonly result: 'ok' | 'note' | 'fault' | 'unknown';
  readonly evidence: Evidence;
}

export interface DoctorReport {
  /** Unix milliseconds. */
  readonly at: number;
  readonly tookMs: number;
  /** The most certain first. */
  readonly findings: readonly Finding[];
  /** Friends that were not looked at, for there are more than DOCTOR_FRIENDS. */
  readonly friendsLeftOut: number;
}

export interface FriendToSee {
  readonly account: string;
  readonly name: string;
  readonly online: FriendSeen['online'];
  readonly addresses: readonly string[];
  readonly lostMs: FriendSeen['lostMs'];
  /** The friend's address record, as the friend's home has it. @throws MiyuError where it could not be asked */
  readonly record: (
    waiting: Waiting,
  ) => Promise<{ readonly record: RecordSeen; readonly addresses: readonly string[] }>;
  /** Dials the friend's device at these addresses; resolves where its key answered. @throws MiyuError as ChatLinks.dial */
  readonly dial: (addresses: readonly string[], options: DialOptions) => Promise<unknown>;
}

export interface ServerToSee {
  readonly home: Home;
  /** The connection that is signed in, where there is one. */
  readonly client: RendezvousClient | undefined;
  /** Why it is not signed in, as an error code; null: nothing has said so. */
  readonly reason: string | null;
  readonly lostMs: ServerSeen['lostMs'];
  /** What became of our place at its relay; null: it relays nothing, or has not been asked. */
  readonly relay: RelaySeen;
  readonly connect: (waiting: Waiting) => Promise<RendezvousClient>;
}

export interface DoctorPorts {
  readonly probe: Probe;
  readonly clock: Clock;
  readonly instead: Seen['instead'];
  readonly listening: readonly { readonly host: string; readonly port: number; readonly isOurs: boolean }[];
  /** How the port at the home router stands; left out, or null: it is not asked. */
  readonly router?: MachineSeen['router'];
  readonly server: ServerToSee | null;
  readonly friends: readonly FriendToSee[];
  readonly friendsLeftOut: number;
}

const MACHINE: Subject = { is: 'machine' };
const SERVER: Subject = { is: 'server' };

/** @param onCheck called with each check as it ends */
export async function examine(
  ports: DoctorPorts,
  onCheck: (check: Check) => void,
  stopped: AbortSignal,
): Promise<DoctorReport> {
  const { probe, clock, instead } = ports;
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(DOCTOR_MS)]);
  const [startedAt, at] = [clock.monotonic(), clock.wall()];
  if (instead !== null) {
    onCheck({ check: 'running', subject: MACHINE, result: 'fault', evidence: { state: instead } });
  }
  const { own, seen } = await probe.machine(ports.listening, signal);
  const bare: MachineSeen = { ...seen, multicast: null, router: ports.router ?? null };
  tellMachine(bare, instead, onCheck);
  const nothing: Seen = { machine: bare, server: null, friends: [], instead };
  /** As soon as it is known: it says of friends, too, that a NAT is between. */
  let answered: ServerSeen | null = null;

  const [multicast, server, ...friends] = await Promise.all([
    probe.multicast(seen.interfaces, signal).catch(() => null),
    ports.server === null ? null : serverSeen(ports.server, ports, own, signal).then((found) => tellServer(found)),
    ...ports.friends.map((friend) => friendSeen(friend, ports, own, signal).then((found) => tellFriend(found))),
  ]);
  const machine: MachineSeen = { ...bare, multicast };
  const all: Seen = { machine, server, friends, instead };
  const findings = findingsOf(all);
  onCheck({
    check: 'multicast',
    subject: MACHINE,
    ...resultOf(
      findings.filter(({ code }) => code.startsWith('multicast-')),
      { interfaces: multicast?.length ?? 0 },
    ),
    ...(multicast === null || multicast.length === 0 ? { result: 'unknown' as const } : {}),
  });
  const tookMs = Math.round(clock.monotonic() - startedAt);
  return { at, tookMs, findings, friendsLeftOut: ports.friendsLeftOut };

  function tellServer(found: ServerSeen): ServerSeen {
    answered = found;
    const findings = findingsOf({ ...nothing, server: found }).filter(({ code }) => !MACHINE_CODES.has(code));
    const { roundTripMs, clockAheadMs, seesUs, addresses, identity } = found;
    const isClock = ({ code }: Finding): boolean => code === 'clock-off';
    const isOutside = ({ code }: Finding): boolean => code === 'behind-nat';
    const evidence = { addresses: addresses.length, ...(roundTripMs === null ? {} : { roundTripMs }) };
    const ways = findings.filter((each) => !isClock(each) && !isOutside(each));
    onCheck({ check: 'server', subject: SERVER, ...resultOf(ways, { ...evidence, identity: identity ?? 'unknown' }) });
    onCheck({
      check: 'clock',
      subject: MACHINE,
      ...(clockAheadMs === null
        ? { result: 'unknown', evidence: {} }
        : resultOf(findings.filter(isClock), { aheadMs: clockAheadMs })),
    });
    onCheck({
      check: 'outside',
      subject: MACHINE,
      ...(seesUs === null
        ? { result: 'unknown', evidence: {} }
        : resultOf(findings.filter(isOutside), { seenAs: seesUs })),
    });
    return found;
  }

  function tellFriend(found: FriendSeen): FriendSeen {
    const { account, name, online, addresses } = found;
    const findings = findingsOf({ ...nothing, server: answered, friends: [found] }).filter(
      // Without a network it is said of this machine alone, and keeps from the friend all the same.
      ({ subject, code }) => subject.is === 'friend' || (code === 'no-network' && online === false),
    );
    const subject: Subject = { is: 'friend', account, name };
    onCheck({ check: 'friend', subject, ...resultOf(findings, { online, addresses: addresses.length }) });
    return found;
  }
}

/** Said of the machine, whoever it is that it keeps away. */
const MACHINE_CODES = new Set<Finding['code']>([
  ...(['port-taken', 'not-listening', 'without-ipv6'] as const),
  ...(['peer-not-running', 'profile-in-use', 'folder-unwritable', 'locked', 'no-account', 'signed-out'] as const),
]);

function tellMachine(machine: MachineSeen, instead: Seen['instead'], onCheck: (check: Check) => void): void {
  const findings = findingsOf({ machine, server: null, friends: [], instead });
  const of = (...codes: readonly Finding['code'][]) => findings.filter(({ code }) => codes.includes(code));
  const { interfaces, listening } = machine;
  onCheck({
    check: 'network',
    subject: MACHINE,
    ...resultOf(of('no-network', 'without-ipv6'), {
      addresses: interfaces.filter(({ scope }) => scope !== 'loopback').length,
    }),
  });
  if (listening.length === 0) return;
  onCheck({
    check: 'port',
    subject: MACHINE,
    ...resultOf(of('port-taken', 'not-listening'), {
      ports: [...new Set(listening.map(({ port }) => port))].join(' '),
    }),
  });
}

function resultOf(findings: readonly Finding[], fine: Evidence): Pick<Check, 'result' | 'evidence'> {
  const [worst] = [...findings].sort((a, b) => Number(a.weight === 'note') - Number(b.weight === 'note'));
  if (worst === undefined) return { result: 'ok', evidence: fine };
  return { result: worst.weight, evidence: { ...worst.evidence, finding: worst.code } };
}

type Around = Awaited<ReturnType<Probe['machine']>>['own'];

async function serverSeen(
  { home, client, reason, lostMs, relay, connect }: ServerToSee,
  { probe, clock }: DoctorPorts,
  own: Around,
  signal: AbortSignal,
): Promise<ServerSeen> {
  const waiting = { signal, timeoutMs: IDENTITY_MS };
  const asked = client === undefined ? connect(waiting).then(asAnswer, asIdentity) : asAnswer(client);
  const [addresses, answer] = await Promise.all([probe.addresses(home.addresses, own, signal), asked]);
  const base = {
    addresses,
    signedIn: client !== undefined,
    refusal: refusalOf(reason),
    lostMs,
    relay,
    roundTripMs: null,
  };
  const unknown = { clockAheadMs: null, seesUs: null };
  return { ...base, ...unknown, ...answer };

  async function asAnswer(
    answering: RendezvousClient,
  ): Promise<Pick<ServerSeen, 'identity'> & Partial<Pick<ServerSeen, 'roundTripMs' | 'clockAheadMs' | 'seesUs'>>> {
    try {
      const askedAt = clock.monotonic();
      const [wall, { time, seenAs }] = [
        clock.wall(),
        await answering.ping({ payload: NOTHING }, { signal, timeoutMs: PING_MS }),
      ];
      const roundTripMs = clock.monotonic() - askedAt;
      const ahead = time === 0n ? null : Math.round(Number(time) - (wall + roundTripMs / 2));
      return {
        identity: 'ours',
        roundTripMs: Math.round(roundTripMs * 10) / 10,
        clockAheadMs: ahead,
        // A server's text: an address, or nothing.
        seesUs: IP.test(seenAs) ? seenAs : null,
      };
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      // It was there a moment ago, and its key was checked then.
      return { identity: error.code === 'timeout' ? 'silent' : 'ours' };
    } finally {
      if (answering !== client) await answering.close();
    }
  }
}

/** Why nobody spoke, where a bare connection was taken; a failed one says more by itself. */
function asIdentity(error: unknown): { readonly identity: IdentitySeen; readonly refusal?: string } {
  if (!(error instanceof MiyuError)) throw error;
  const { code } = error;
  if (code === 'server-key-mismatch' || code === 'peer-key-mismatch') return { identity: 'other-key' };
  if (code === 'timeout' || code === 'aborted') return { identity: 'silent' };
  if (SILENCES.has(code) || code === 'address-malformed') return { identity: 'foreign' };
  // Whoever says so has been proved by the handshake.
  return { identity: 'ours', refusal: code };
}

/** They say no more than that there is no connection. */
const SILENCES = new Set<string>([
  'server-unreachable',
  'friend-unreachable',
  'link-closed',
  'closed',
  'server-key-mismatch',
  'timeout',
  'aborted',
]);

const refusalOf = (reason: string | null): string | null => (reason === null || SILENCES.has(reason) ? null : reason);

async function friendSeen(
  friend: FriendToSee,
  { probe }: DoctorPorts,
  own: Around,
  signal: AbortSignal,
): Promise<FriendSeen> {
  const { account, name, online, lostMs } = friend;
  const unknown = { record: { state: 'unknown', ageMs: null } as RecordSeen, addresses: [] as readonly string[] };
  const { record, addresses: told } = await friend.record({ signal, timeoutMs: RECORD_MS }).catch((error: unknown) => {
    if (!(error instanceof MiyuError)) throw error;
    return unknown;
  });
  const all = [...new Set([...told, ...friend.addresses])];
  // A relay's address says where a server is, and nothing of the friend's machine.
  const [relays, known] = [all.filter(isRelayedAddress), all.filter((address) => !isRelayedAddress(address))];
  const waiting = { signal, timeoutMs: IDENTITY_MS };
  const identity: Promise<IdentitySeen> =
    online === true || known.length === 0
      ? Promise.resolve(online === true ? 'ours' : null)
      : friend.dial(known, { ...waiting, directOnly: true }).then(
          () => 'ours',
          (error: unknown) => asIdentity(error).identity,
        );
  const [addresses, answered, relay] = await Promise.all([
    probe.addresses(known, own, signal),
    identity,
    online === false && relays.length > 0 ? relayAnswer(friend, relays, waiting) : null,
  ]);
  return { account, name, online, lostMs, relay, record, addresses, identity: answered };
}

async function relayAnswer(friend: FriendToSee, relays: readonly string[], waiting: Waiting): Promise<RelaySeen> {
  try {
    await friend.dial(relays, waiting);
    return 'connected';
  } catch (error) {
    if (!(error instanceof MiyuError)) throw error;
    if (error.code === 'relay-refused') return 'refused';
    return error.code === 'relay-limit' ? 'limit' : 'no-place';
  }
}

/**
 * What is wrong between this peer, its server and its friends, from what was measured: findings, the most certain first.
 *
 *   seen                                                            finding                certainty          weight
 *   ──────────────────────────────────────────────────────────────  ─────────────────────  ─────────────────  ──────
 *   the peer's program does not run / is locked / …                 as `instead`           certain            fault
 *   no own address but loopback                                     no-network             certain            fault
 *   a port that shall be ours is another program's                  port-taken             certain            fault
 *   a port that shall be ours is nobody's, and the peer runs        not-listening          certain            fault
 *   mDNS: own system forbids to send                                multicast-blocked      certain            fault
 *   mDNS: not heard on this machine itself                          multicast-blocked      likely             fault
 *   mDNS: nobody answers the group, and somebody who is asked alone  multicast-dropped      likely            fault
 *   mDNS: nobody answers                                            multicast-silent       possible           note
 *   server: not reached                                             as in doctor-path.ts   as there           fault
 *   server: reached, and it refuses                                 server-refuses         certain            fault
 *   clocks differ by more than CLOCK_BOUND_MS                       clock-off              likely             fault
 *   server sees us under an address that is none of ours            behind-nat             certain            note
 *   no IPv6 address here                                            without-ipv6           certain            note
 *   friend: not reached, no record or an expired one                record-stale           certain            fault
 *   friend: not reached, NAT here, all addresses private elsewhere  both-behind-nat        likely             fault
 *   friend: missing here, NAT here, and was somewhere just now      both-behind-nat        possible           fault
 *   friend: not reached                                             as in doctor-path.ts   as there           fault
 *   relays                                                          as in doctor-relay.ts  certain            as there
 *
 * A clock that is off says which of two clocks differs from the other, not which is right: likely. It makes an "expired" uncertain
 * too. A server that is signed in to, or a friend whose link is up, is reached, whatever a new attempt says; that attempt is then told of
 * as possible, and as a note. Pure: time is among what was seen.
 */
import {
  judgePath,
  LATELY_MS,
  type Certainty,
  type Evidence,
  type PathCause,
  type PathFinding,
} from './doctor-path.ts';
import { judgeRelay, type RelayCause } from './doctor-relay.ts';
import { routerEvidence } from './doctor-router.ts';
import type { FriendSeen, MachineSeen, Seen, ServerSeen } from './doctor-seen.ts';

export type FindingCode =
  | PathCause
  | RelayCause
  | NonNullable<Seen['instead']>
  | 'port-taken'
  | 'not-listening'
  | 'multicast-blocked'
  | 'multicast-dropped'
  | 'multicast-silent'
  | 'server-refuses'
  | 'clock-off'
  | 'behind-nat'
  | 'both-behind-nat'
  | 'without-ipv6'
  | 'record-stale';

export type Subject =
  | { readonly is: 'machine' }
  | { readonly is: 'server' }
  | { readonly is: 'friend'; readonly account: string; readonly name: string };

export interface Finding {
  readonly code: FindingCode;
  readonly certainty: Certainty;
  readonly subject: Subject;
  /** note: good to know, and nothing to be mended by itself. */
  readonly weight: 'fault' | 'note';
  readonly evidence: Evidence;
}

/** Half a minute of two clocks apart is an ordinary day; records and receipts are of minutes and hours. */
export const CLOCK_BOUND_MS = 60_000;

const MACHINE: Subject = { is: 'machine' };
const SERVER: Subject = { is: 'server' };

export function findingsOf(seen: Seen): readonly Finding[] {
  const { machine, server, friends, instead } = seen;
  const clock = server === null ? undefined : clockFinding(server);
  const all = [
    // A port that is taken is why a start failed.
    ...machineFindings(seen).filter(({ code }) => code === 'port-taken'),
    ...(instead === null ? [] : [fault(instead, 'certain', MACHINE, { state: instead })]),
    ...machineFindings(seen).filter(({ code }) => code !== 'port-taken'),
    ...(server === null ? [] : serverFindings(server, machine)),
    ...(clock === undefined ? [] : [clock]),
    ...friends.flatMap((friend) => friendFindings(friend, seen, clock !== undefined)),
  ];
  return [...once(all)].sort((a, b) => rank(a) - rank(b));
}

const RANKS: Readonly<Record<Certainty, number>> = { certain: 0, likely: 1, possible: 2 };
const rank = ({ certainty, weight }: Finding): number => RANKS[certainty] + (weight === 'note' ? 3 : 0);

const fault = (code: FindingCode, certainty: Certainty, subject: Subject, evidence: Evidence): Finding => ({
  ...{ code, certainty, subject, evidence },
  weight: 'fault',
});
const note = (code: FindingCode, certainty: Certainty, subject: Subject, evidence: Evidence): Finding => ({
  ...{ code, certainty, subject, evidence },
  weight: 'note',
});

/** What is this machine's affair is said once, and not again of everybody whom it keeps away. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const isOurs = ({ code }: Finding): boolean => code === 'no-network';
  const first = findings.find(isOurs);
  return first === undefined ? findings : [{ ...first, subject: MACHINE }, ...findings.filter((each) => !isOurs(each))];
}

function machineFindings({ machine, instead }: Seen): readonly Finding[] {
  const outside = machine.interfaces.filter(({ scope }) => scope !== 'loopback');
  const ipv6 = outside.some(({ family, scope }) => family === 6 && scope !== 'link-local');
  return [
    ...(outside.length === 0
      ? [fault('no-network', 'certain', MACHINE, { interfaces: machine.interfaces.length })]
      : []),
    ...machine.listening.flatMap(({ host, port, state }) => {
      const evidence = { address: host, port };
      if (state === 'taken') return [fault('port-taken', 'certain', MACHINE, evidence)];
      // While it does not run, nobody listens, and that is well.
      return state === 'free' && instead === null ? [fault('not-listening', 'certain', MACHINE, evidence)] : [];
    }),
    ...multicastFindings(machine),
    ...(outside.length > 0 && !ipv6
      ? [note('without-ipv6', 'certain', MACHINE, { interfaces: outside.length, addresses: 0 })]
      : []),
  ];
}

function multicastFindings({ multicast }: MachineSeen): readonly Finding[] {
  return (multicast ?? []).flatMap(({ name, sent, heardOurselves, others, direct }) => {
    const evidence = { interface: name, sent, heard: heardOurselves, others, direct };
    if (sent === 'forbidden') return [fault('multicast-blocked', 'certain', MACHINE, evidence)];
    if (sent === 'failed') return [fault('multicast-blocked', 'possible', MACHINE, evidence)];
    // Answers come to the socket that asked; what others say by themselves comes to the group.
    if (!heardOurselves) return [fault('multicast-blocked', 'likely', MACHINE, evidence)];
    if (others > 0) return [];
    if (direct > 0) return [fault('multicast-dropped', 'likely', MACHINE, evidence)];
    return [note('multicast-silent', 'possible', MACHINE, evidence)];
  });
}

function serverFindings(server: ServerSeen, machine: MachineSeen): readonly Finding[] {
  const { addresses, identity, signedIn, refusal, seesUs } = server;
  const paths = judgePath({ addresses, identity, vouchedMs: null, lostMs: server.lostMs }, machine);
  const found = paths.map((path) => ofPath(path, SERVER, signedIn));
  if (paths.length === 0 && refusal !== null && !signedIn)
    found.push(fault('server-refuses', 'certain', SERVER, { code: refusal }));
  const relay = judgeRelay(server.relay);
  if (relay !== undefined) found.push(fault(relay, 'certain', SERVER, { relay: server.relay ?? '' }));
  if (isTranslated(server, machine)) {
    found.push(
      note('behind-nat', 'certain', MACHINE, {
        seenAs: seesUs ?? '',
        ownAddresses: machine.interfaces.length,
        ...routerEvidence(machine.router, seesUs ?? ''),
      }),
    );
  }
  return found;
}

const isTranslated = ({ seesUs }: ServerSeen, { interfaces }: MachineSeen): boolean =>
  seesUs !== null && seesUs !== '' && !interfaces.some(({ address }) => address === seesUs);

function clockFinding({ clockAheadMs, roundTripMs }: ServerSeen): Finding | undefined {
  if (clockAheadMs === null || roundTripMs === null) return undefined;
  if (Math.abs(clockAheadMs) - roundTripMs / 2 <= CLOCK_BOUND_MS) return undefined;
  const evidence = { seconds: Math.round(Math.abs(clockAheadMs) / 1000), behind: clockAheadMs > 0, roundTripMs };
  return fault('clock-off', 'likely', MACHINE, evidence);
}

function friendFindings(friend: FriendSeen, { machine, server }: Seen, clockIsOff: boolean): readonly Finding[] {
  const { account, name, online, record, addresses, identity } = friend;
  const subject: Subject = { is: 'friend', account, name };
  const vouchedMs = record.state === 'fresh' ? record.ageMs : null;
  const paths = judgePath({ addresses, identity, vouchedMs, lostMs: friend.lostMs }, machine);
  if (online === 'relayed') {
    // What keeps the two from a direct path is no fault: they talk.
    const ways = paths.map(({ code, certainty, evidence }) => note(code, certainty, subject, evidence));
    return [note('relayed', 'certain', subject, { addresses: addresses.length }), ...ways];
  }
  const refused = judgeRelay(friend.relay);
  const relays = refused === undefined ? [] : [fault(refused, 'certain', subject, { relay: friend.relay ?? '' })];
  const [path] = paths;
  if (path === undefined) return [];
  if (online) return addresses.length === 0 ? [] : paths.map((each) => ofPath(each, subject, true));
  const isAnswer = path.code === 'wrong-key' || path.code === 'own-firewall';
  if ((record.state === 'none' || record.state === 'expired') && !isAnswer && path.code !== 'no-network') {
    const certainty = record.state === 'expired' && clockIsOff ? 'possible' : 'certain';
    const age = record.ageMs === null ? {} : { ageHours: Math.round(record.ageMs / 3_600_000) };
    return [fault('record-stale', certainty, subject, { record: record.state, ...age, outcome: path.code })];
  }
  const found = paths.map((each) => ofPath(each, subject, false));
  const certainty = server !== null && isTranslated(server, machine) ? ofHomes(friend, path) : undefined;
  if (server === null || certainty === undefined) return [...relays, ...found];
  const apart = fault('both-behind-nat', certainty, subject, { ...path.evidence, seenAs: server.seesUs ?? '' });
  return [...relays, apart, ...found.map((each) => ({ ...each, certainty: 'possible' as const }))];
}

/**
 * Behind a NAT ourselves: how well another home, behind another one, explains that this friend is not reached. Two networks of one house behind
 * the same router look the same from here; and two homes often have the same numbers, so that the friend seems to be missing in ours.
 */
function ofHomes({ addresses, record }: FriendSeen, { code, evidence }: PathFinding): Certainty | undefined {
  if (record.state !== 'fresh' || addresses.some(({ scope }) => scope === 'global')) return undefined;
  if (code === 'different-subnets' || code === 'no-answer') return 'likely';
  const isMissing = code === 'host-absent' || code === 'ap-isolation';
  const isLately = record.ageMs !== null && record.ageMs < LATELY_MS;
  // Where those are silent too who were met here before, it is this network.
  return isMissing && isLately && evidence['others'] !== 0 ? 'possible' : undefined;
}

/** @param contradicted they are reached all the same, by a connection that was there before */
function ofPath({ code, certainty, evidence }: PathFinding, subject: Subject, contradicted: boolean): Finding {
  return contradicted ? note(code, 'possible', subject, evidence) : fault(code, certainty, subject, evidence);
}

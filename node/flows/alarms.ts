/**
 * Alarms: on disk with what proves them, told to the faces, and while one stands nothing is sent to the friends whom it concerns. The person
 * decides what becomes of it; nothing that waits is lost meanwhile.
 *
 *   open ──decide stop──▶ stopped ──decide trust──▶ trusted
 *   open ──decide trust──▶ trusted
 */
import { ALARM, ALARM_STATE, isNotice, kindOf, stateOf, type AlarmKind, type AlarmState } from '../core/alarms.ts';
import { AlarmRow, FeedRow } from '../core/generated/rows.js';
import { EVENT, ONE_GROUP } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { serverFingerprint } from '../../shared/server-fingerprint.ts';
import type { FlowContext } from './context.ts';
import type { Hex } from './peer.ts';
import type { Op } from './ports.ts';
import { peerIdText } from './read-friends.ts';
import { scanReadable } from './readable-rows.ts';

/** A server that lies makes a few; one that makes more tells nothing new. Each has up to 16 KiB of evidence. */
const MAX_ALARMS = 64;

export interface NewAlarm {
  readonly kind: AlarmKind;
  readonly server: Uint8Array;
  readonly log: Uint8Array;
  readonly friend?: { readonly account: Uint8Array; readonly name: string } | undefined;
  readonly evidence?: Uint8Array | undefined;
  readonly stops?: readonly Uint8Array[];
}

export interface AlarmView {
  readonly id: number;
  readonly kind: AlarmKind;
  /** A notice may have an honest reason, and stops nothing. */
  readonly severity: 'alarm' | 'notice';
  readonly at: number;
  readonly state: AlarmState;
  readonly decidedAt: number | null;
  readonly server: { readonly peerId: string; readonly fingerprint: string };
  readonly friend: { readonly account: Hex; readonly name: string } | null;
  /** Friends to whom nothing is sent while it stands. */
  readonly stops: readonly { readonly account: Hex; readonly name: string | null }[];
  /** Whether there is something to show to others. */
  readonly evidence: boolean;
}

export interface AlarmPorts {
  readonly nameOf: (account: Uint8Array) => string | undefined;
  /** Keeps a copy of the evidence in the profile's folder. */
  readonly writeEvidence: (id: number, bytes: Uint8Array) => Promise<void>;
  /** To these friends nothing is sent from now on, or something is again. */
  readonly changed: (friends: readonly Uint8Array[]) => void;
}

export type Alarms = ReturnType<typeof createAlarms>;

export function createAlarms({ store, clock, log }: Pick<FlowContext, 'store' | 'clock' | 'log'>, ports: AlarmPorts) {
  const alarms = new Map<number, AlarmRow>(
    scanReadable(store, 'alarms', ONE_GROUP, { limit: MAX_ALARMS }).rows.map(({ seq, value }) => [
      Number(seq),
      AlarmRow.decode(value),
    ]),
  );
  const stands = (row: AlarmRow): boolean => row.state !== ALARM_STATE.trusted;

  function view(id: number, row: AlarmRow): AlarmView {
    const kind = kindOf(row);
    return {
      ...{ id, kind, severity: isNotice(kind) ? 'notice' : 'alarm', at: Number(row.at), state: stateOf(row) },
      decidedAt: row.decidedAt === 0n ? null : Number(row.decidedAt),
      server: { peerId: peerIdText(row.server), fingerprint: serverFingerprint(row.server) },
      friend: row.friend.length === 0 ? null : { account: toHex(row.friend), name: row.name },
      stops: row.stops.map((account) => ({ account: toHex(account), name: ports.nameOf(account) ?? null })),
      evidence: row.evidence.length > 0,
    };
  }

  function ops(id: number, row: AlarmRow): Op[] {
    const event = {
      type: EVENT.alarm,
      account: row.friend,
      position: BigInt(id),
      last: 0n,
      change: 0,
      name: row.name,
      formerName: '',
    };
    return [
      { op: 'put', table: 'alarms', id: ONE_GROUP, seq: BigInt(id), value: AlarmRow.encode(row) },
      { op: 'event', value: FeedRow.encode({ events: [{ ...event, state: 0, path: 0 }] }) },
    ];
  }

  /** The same thing, seen once more: the person has been told, and has perhaps decided. */
  const isSame = (row: AlarmRow, alarm: NewAlarm): boolean =>
    row.kind === ALARM[alarm.kind] &&
    equalBytes(row.server, alarm.server) &&
    equalBytes(row.log, alarm.log) &&
    equalBytes(row.friend, alarm.friend?.account ?? new Uint8Array(0));

  /** A place for one more: the oldest that was decided goes. */
  function room(): { readonly id: number; readonly drop: Op[] } | undefined {
    const id = Math.max(0, ...alarms.keys()) + 1;
    if (alarms.size < MAX_ALARMS) return { id, drop: [] };
    const old = [...alarms].find(([, row]) => !stands(row) || isNotice(kindOf(row)));
    if (old === undefined) return undefined;
    alarms.delete(old[0]);
    return { id, drop: [{ op: 'delete', table: 'alarms', id: ONE_GROUP, seq: BigInt(old[0]) }] };
  }

  return {
    list: (): readonly AlarmView[] => [...alarms].map(([id, row]) => view(id, row)).reverse(),

    /** @throws MiyuError 'no-such-alarm' */
    show(id: number): AlarmView {
      return view(id, need(id));
    },

    /** PeerId bytes. @throws MiyuError 'no-such-alarm' */
    serverOf: (id: number): Uint8Array => need(id).server,

    /** What proves it, for others. @throws MiyuError 'no-such-alarm' | 'no-evidence' */
    evidence(id: number): Uint8Array {
      const { evidence } = need(id);
      if (evidence.length === 0) throw new MiyuError('no-evidence');
      return evidence;
    },

    /** Whether nothing may be sent to this friend. */
    stops: (account: Uint8Array): boolean =>
      [...alarms.values()].some((row) => stands(row) && row.stops.some((each) => equalBytes(each, account))),

    /** Whether the person said that this server is to be trusted, of this log, whatever was seen. */
    isTrusted: (alarm: NewAlarm): boolean =>
      [...alarms.values()].some((row) => isSame(row, alarm) && row.state === ALARM_STATE.trusted),

    /** How many wait for a decision. */
    open: (): number =>
      [...alarms.values()].filter((row) => row.state === ALARM_STATE.open && !isNotice(kindOf(row))).length,

    /** On disk when it resolves; once for the same thing. */
    async raise(alarm: NewAlarm): Promise<void> {
      if ([...alarms.values()].some((row) => isSame(row, alarm))) return;
      const place = room();
      if (place === undefined) return;
      const row: AlarmRow = {
        ...{ kind: ALARM[alarm.kind], server: alarm.server, log: alarm.log, at: BigInt(clock.wall()) },
        ...{ friend: alarm.friend?.account ?? new Uint8Array(0), name: alarm.friend?.name ?? '' },
        ...{ state: ALARM_STATE.open, decidedAt: 0n, evidence: alarm.evidence ?? new Uint8Array(0) },
        stops: isNotice(alarm.kind) ? [] : [...(alarm.stops ?? [])],
      };
      alarms.set(place.id, row);
      ports.changed(row.stops);
      log.warn('alarm', { reason: alarm.kind });
      try {
        await store.commit([...place.drop, ...ops(place.id, row)]);
      } catch (error) {
        // Seen again, it is told again.
        alarms.delete(place.id);
        ports.changed(row.stops);
        throw error;
      }
      if (row.evidence.length > 0) {
        await ports.writeEvidence(place.id, row.evidence).catch((error: unknown) => log.fault(error));
      }
    },

    /** On disk when it resolves. @throws MiyuError 'no-such-alarm' */
    async decide(id: number, decision: 'stop' | 'trust'): Promise<AlarmView> {
      const before = need(id);
      const state = decision === 'trust' ? ALARM_STATE.trusted : ALARM_STATE.stopped;
      const row = { ...before, state, decidedAt: BigInt(clock.wall()) };
      await store.commit(ops(id, row));
      alarms.set(id, row);
      ports.changed(row.stops);
      return view(id, row);
    },
  };

  function need(id: number): AlarmRow {
    const row = alarms.get(id);
    if (row === undefined) throw new MiyuError('no-such-alarm');
    return row;
  }
}

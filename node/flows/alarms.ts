/**
 * Alarms: on disk with what proves them, told to the faces, and while one stands nothing is sent to the friends whom it concerns. The person
 * decides what becomes of it; nothing that waits is lost meanwhile.
 *
 *   open ──decide stop──▶ stopped ──decide trust──▶ trusted
 *   open ──decide trust──▶ trusted
 *   open, stopped ──the friendship ends (key-changes.ts)──▶ ended
 */
import {
  ALARM,
  ALARM_STATE,
  isNotice,
  kindOf,
  stands,
  stateOf,
  type AlarmKind,
  type AlarmState,
} from '../core/alarms.ts';
import { AlarmRow, FeedRow, OtherKey } from '../core/generated/rows.js';
import { howShown, wasDecided, type HowShown } from '../core/key-change.ts';
import { EVENT, ONE_GROUP } from '../core/rows.ts';
import { fingerprint } from '../../shared/crypto/identity.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { serverFingerprint } from '../../shared/server-fingerprint.ts';
import type { FlowContext } from './context.ts';
import type { Hex } from './peer.ts';
import type { Op } from './ports.ts';
import { peerIdText } from './read-friends.ts';
import { alarmOp, MAX_ALARM_ROWS } from './lost-alarms.ts';
import { readable, scanReadable } from './readable-rows.ts';

/** A server that lies makes a few; one that makes more tells nothing new. Each has up to 32 KiB of evidence, of an honest map some 2. */
const MAX_ALARMS = 64;

export interface NewAlarm {
  readonly kind: AlarmKind;
  readonly server: Uint8Array;
  readonly log: Uint8Array;
  readonly friend?: { readonly account: Uint8Array; readonly name: string } | undefined;
  readonly evidence?: Uint8Array | undefined;
  readonly stops?: readonly Uint8Array[];
  /** Of key-changed. */
  readonly other?: OtherKey;
}

/** Puts these ops on disk, perhaps with others. */
export type Commit = (ops: readonly Op[]) => Promise<void>;
/** Why nothing is sent to somebody: an error code that says so. */
export type Stop = Extract<ErrorCode, 'log-alarm' | 'friend-key-changed'>;

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
  /** Friends to whom nothing is sent while it stands; of a lost one, which stops everybody: none. */
  readonly stops: readonly { readonly account: Hex; readonly name: string | null }[];
  /** Whether there is something to show to others. */
  readonly evidence: boolean;
  /** Of key-changed: what was shown in the place of the pinned key; account and fingerprint null: no key was shown, only what it signed. */
  readonly other: { readonly how: HowShown; readonly account: Hex | null; readonly fingerprint: string | null } | null;
}

export interface AlarmPorts {
  readonly nameOf: (account: Uint8Array) => string | undefined;
  /** Accounts of all contacts. */
  readonly everybody: () => readonly Uint8Array[];
  /** Keeps a copy of the evidence in the profile's folder. */
  readonly writeEvidence: (id: number, bytes: Uint8Array) => Promise<void>;
  /** To these friends nothing is sent from now on, or something is again. */
  readonly changed: (friends: readonly Uint8Array[]) => void;
}

export type Alarms = ReturnType<typeof createAlarms>;

export function createAlarms({ store, clock, log }: Pick<FlowContext, 'store' | 'clock' | 'log'>, ports: AlarmPorts) {
  const alarms = new Map<number, AlarmRow>(
    scanReadable(store, 'alarms', ONE_GROUP, { limit: MAX_ALARM_ROWS }).rows.map(({ seq, value }) => [
      Number(seq),
      AlarmRow.decode(value),
    ]),
  );
  const isLost = ({ kind }: Pick<AlarmRow, 'kind'>): boolean => kind === ALARM.lost;
  const isOfKey = ({ kind }: Pick<AlarmRow, 'kind'>): boolean => kind === ALARM['key-changed'];

  function view(id: number, row: AlarmRow): AlarmView {
    const kind = kindOf(row);
    return {
      ...{ id, kind, severity: isNotice(kind) ? 'notice' : 'alarm', at: Number(row.at), state: stateOf(row) },
      decidedAt: row.decidedAt === 0n ? null : Number(row.decidedAt),
      server: { peerId: peerIdText(row.server), fingerprint: serverFingerprint(row.server) },
      friend: row.friend.length === 0 ? null : { account: toHex(row.friend), name: row.name },
      stops: row.stops.map((account) => ({ account: toHex(account), name: ports.nameOf(account) ?? null })),
      evidence: row.evidence.length > 0,
      other: row.other === undefined ? null : otherView(row.other),
    };
  }

  const otherView = (other: OtherKey): AlarmView['other'] => ({
    how: howShown(other),
    account: other.account.length === 0 ? null : toHex(other.account),
    fingerprint: other.identityKey.length === 0 ? null : fingerprint(other),
  });

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
    return [alarmOp(id, row), { op: 'event', value: FeedRow.encode({ events: [{ ...event, state: 0, path: 0 }] }) }];
  }

  /** The same thing, seen once more: the person has been told, and has perhaps decided. */
  const isSame = (row: AlarmRow, alarm: NewAlarm): boolean =>
    row.kind === ALARM[alarm.kind] &&
    equalBytes(row.server, alarm.server) &&
    equalBytes(row.friend, alarm.friend?.account ?? new Uint8Array(0)) &&
    (isOfKey(row) ? isSameKey(row, alarm) : equalBytes(row.log, alarm.log));

  /** While one stands of a friend there is no second; after a decision another lie is told anew. */
  const isSameKey = (row: AlarmRow, { other }: NewAlarm): boolean =>
    stands(row) ||
    (row.state === ALARM_STATE.trusted && wasDecided(row.other, other, clock.wall() - Number(row.decidedAt)));

  /** A place for one more: the oldest that was decided goes. */
  function room(isKey: boolean): { readonly id: number; readonly drop: Op[] } | undefined {
    const id = Math.max(0, ...alarms.keys()) + 1;
    const others = [...alarms].filter(([, row]) => isOfKey(row) === isKey);
    // Those that stand of keys are no more than there are contacts.
    const counted = isKey ? others.filter(([, row]) => !stands(row)) : others;
    if (counted.length < MAX_ALARMS) return { id, drop: [] };
    const old = counted.find(([, row]) => !stands(row) || isNotice(kindOf(row)));
    if (old === undefined) return undefined;
    alarms.delete(old[0]);
    return { id, drop: [{ op: 'delete', table: 'alarms', id: ONE_GROUP, seq: BigInt(old[0]) }] };
  }

  /** Evidence is kept of so many: what a lie about everybody proves, the first of them prove. */
  const evidenceFor = ({ evidence }: NewAlarm): Uint8Array => {
    const kept = [...alarms.values()].filter((row) => row.evidence.length > 0).length;
    return evidence === undefined || kept >= 2 * MAX_ALARMS ? new Uint8Array(0) : evidence;
  };

  async function become(id: number, state: number, commit: Commit): Promise<AlarmView> {
    const row = { ...need(id), state, decidedAt: BigInt(clock.wall()) };
    await commit(ops(id, row));
    alarms.set(id, row);
    ports.changed(isLost(row) ? ports.everybody() : row.stops);
    return view(id, row);
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

    /** Why nothing may be sent to this friend; undefined: it may. What a server's log has shown weighs more than a key that changed. */
    stops(account: Uint8Array): Stop | undefined {
      const found = [...alarms.values()].filter(
        (row) => stands(row) && (isLost(row) || row.stops.some((each) => equalBytes(each, account))),
      );
      if (found.length === 0) return undefined;
      return found.every(isOfKey) ? 'friend-key-changed' : 'log-alarm';
    },

    /** Whose key has changed, of those that stand; and of this friend. */
    changedKeys: (): readonly { readonly id: number; readonly account: Uint8Array }[] =>
      [...alarms].flatMap(([id, row]) => (isOfKey(row) && stands(row) ? [{ id, account: row.friend }] : [])),
    keyOf(
      account: Uint8Array,
    ): { readonly id: number; readonly view: AlarmView; readonly other: OtherKey } | undefined {
      const found = [...alarms].find(([, row]) => isOfKey(row) && stands(row) && equalBytes(row.friend, account));
      if (found === undefined) return undefined;
      const [id, row] = found;
      return { id, view: view(id, row), other: row.other ?? OtherKey.decode(new Uint8Array(0)) };
    },

    /** Whether the person said that this server is to be trusted, of this log, whatever was seen. */
    isTrusted: (alarm: NewAlarm): boolean =>
      [...alarms.values()].some((row) => isSame(row, alarm) && row.state === ALARM_STATE.trusted),

    /** What waits for a decision. */
    open(): readonly Stop[] {
      const rows = [...alarms.values()].filter((row) => row.state === ALARM_STATE.open && !isNotice(kindOf(row)));
      const [key, log] = [rows.some(isOfKey), rows.some((row) => !isOfKey(row))];
      return [...(log ? (['log-alarm'] as const) : []), ...(key ? (['friend-key-changed'] as const) : [])];
    },

    /** On disk when it resolves; once for the same thing. Nothing is sent to whom it stops from the call on. */
    async raise(alarm: NewAlarm, commit: Commit = (ops) => store.commit(ops)): Promise<void> {
      if ([...alarms.values()].some((row) => isSame(row, alarm))) return;
      const place = room(alarm.kind === 'key-changed');
      if (place === undefined) return;
      const row: AlarmRow = {
        ...{ kind: ALARM[alarm.kind], server: alarm.server, log: alarm.log, at: BigInt(clock.wall()) },
        ...{ friend: alarm.friend?.account ?? new Uint8Array(0), name: alarm.friend?.name ?? '' },
        ...{ state: ALARM_STATE.open, decidedAt: 0n, evidence: evidenceFor(alarm) },
        stops: isNotice(alarm.kind) ? [] : [...(alarm.stops ?? [])],
        ...(alarm.other === undefined ? {} : { other: alarm.other }),
      };
      alarms.set(place.id, row);
      ports.changed(row.stops);
      log.warn('alarm', { reason: alarm.kind });
      try {
        await commit([...place.drop, ...ops(place.id, row)]);
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
    decide: (id: number, decision: 'stop' | 'trust', commit: Commit = (ops) => store.commit(ops)): Promise<AlarmView> =>
      become(id, decision === 'trust' ? ALARM_STATE.trusted : ALARM_STATE.stopped, commit),

    /** Written again where the disk has spoilt it since: what is known here is as it should be. */
    async keep(): Promise<void> {
      const spoilt = [...alarms].filter(([id]) => readable(store, 'alarms', ONE_GROUP, BigInt(id)) === undefined);
      if (spoilt.length > 0) await store.commit(spoilt.map(([id, row]) => alarmOp(id, row)));
    },

    /** The friend whom it is about is none any more: nothing is left to decide. */
    end: (id: number): Promise<AlarmView> => become(id, ALARM_STATE.ended, (ops) => store.commit(ops)),
  };

  function need(id: number): AlarmRow {
    const row = alarms.get(id);
    if (row === undefined) throw new MiyuError('no-such-alarm');
    return row;
  }
}

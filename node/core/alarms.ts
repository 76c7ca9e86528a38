/** What a server's log may show that no honest server shows, as it is kept and told. Pure. */
import type { LookupFault, HeadFault } from '../../shared/transparency/view.ts';
import type { AlarmRow } from './generated/rows.js';

export const ALARM = {
  /** Two heads of one size, two trees. */
  forked: 1,
  /** One tree, two maps. */
  'map-mismatch': 2,
  /** The later head has the smaller tree. */
  shrunk: 3,
  /** The greater tree does not begin with the smaller. */
  inconsistent: 4,
  /** The log has a statement under our account or name that is not ours. */
  'foreign-entry': 5,
  /** The log has not, or no longer, what it had of our account or name. */
  'own-missing': 6,
  /** Of a friend it shows less than it did. */
  'set-back': 7,
  /** A friend was shown another log of this server, after ours and beside it. */
  'two-logs': 8,
  /** A friend's head is signed by the server, and the server does not prove that it is of our log. */
  unproven: 9,
  /** Another identity key was shown for a friend, or for a friend's name, than the pinned one (key-change.ts). */
  'key-changed': 10,
  /** The disk has spoilt the row of an alarm: whom it stopped is not known any more, so everybody is (lost-alarms.ts). */
  lost: 11,
  /** The server has begun its log anew: after a backup was put back, or to hide something. */
  'new-log': 20,
} as const;
export type AlarmKind = keyof typeof ALARM;

export const ALARM_STATE = { open: 0, stopped: 1, trusted: 2, ended: 3 } as const;
export type AlarmState = keyof typeof ALARM_STATE;

const kinds = Object.fromEntries(Object.entries(ALARM).map(([name, number]) => [number, name as AlarmKind]));
const states = Object.fromEntries(Object.entries(ALARM_STATE).map(([name, number]) => [number, name as AlarmState]));

export const kindOf = ({ kind }: Pick<AlarmRow, 'kind'>): AlarmKind => kinds[kind] ?? 'unproven';
export const stateOf = ({ state }: Pick<AlarmRow, 'state'>): AlarmState => states[state] ?? 'open';

/** Whether the person has still to say what shall be: nothing is sent to whom it concerns. */
export const stands = ({ state }: Pick<AlarmRow, 'state'>): boolean =>
  state === ALARM_STATE.open || state === ALARM_STATE.stopped;

/** A notice stops nothing and asks for no decision: it may have an honest reason. */
export const isNotice = (kind: AlarmKind): boolean => kind === 'new-log';

/** Whether a refusal is one that the server's own signatures prove. */
export const isContradiction = (
  fault: HeadFault | LookupFault,
): fault is 'forked' | 'map-mismatch' | 'shrunk' | 'inconsistent' =>
  fault === 'forked' || fault === 'map-mismatch' || fault === 'shrunk' || fault === 'inconsistent';

/**
 * What was done with an account for good and left no contact: a grant revoked, a request answered. A home whose store was set back
 * has the grant and the request again; by this note it is told once more.
 */
import { PastActRow } from '../core/generated/account.js';
import { utf8 } from '../../shared/crypto/hash.ts';
import { toHex } from '../../shared/ids.ts';
import type { FlowContext } from './context.ts';
import type { Op } from './ports.ts';

/** Notes of each kind; each is an act of a person, and what is older than that many acts is older than a backup worth restoring. */
const MAX_ACTS = 1_000;

const GROUPS = { revoked: utf8('revoked'), answered: utf8('answered') } as const;
export type PastAct = keyof typeof GROUPS;

const rowsOf = (store: FlowContext['store'], act: PastAct): { seq: bigint; row: PastActRow }[] =>
  store
    .scan('requests', GROUPS[act], { limit: 2 * MAX_ACTS })
    .map(({ seq, value }) => ({ seq, row: PastActRow.decode(value) }));

/** By account, in hex. */
export const pastActs = (store: FlowContext['store'], act: PastAct): ReadonlyMap<string, PastActRow> =>
  new Map(rowsOf(store, act).map(({ row }) => [toHex(row.account), row]));

/** Ops that note an act, in place of an older one with the same account; beyond MAX_ACTS the oldest goes. */
export function noteAct(
  store: FlowContext['store'],
  act: PastAct,
  note: Pick<PastActRow, 'account' | 'serial'> & Partial<PastActRow>,
): Op[] {
  const id = GROUPS[act];
  const rows = rowsOf(store, act);
  const name = toHex(note.account);
  const older = rows.filter(({ row }) => toHex(row.account) === name);
  const others = rows.filter(({ row }) => toHex(row.account) !== name);
  const gone = [...older, ...others.slice(0, Math.max(0, others.length - MAX_ACTS + 1))];
  const seq = (rows.at(-1)?.seq ?? 0n) + 1n;
  return [
    ...gone.map((row): Op => ({ op: 'delete', table: 'requests', id, seq: row.seq })),
    { op: 'put', table: 'requests', id, seq, value: PastActRow.encode(note) },
  ];
}

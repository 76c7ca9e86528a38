/**
 * An alarm whose row the disk has spoilt: whom it stopped, and whether it was decided, nobody knows any more. Before rows that cannot be read
 * are taken out, it becomes one that stops everybody, until the person has decided.
 */
import { ALARM, ALARM_STATE } from '../core/alarms.ts';
import { AlarmRow } from '../core/generated/rows.js';
import { ONE_GROUP } from '../core/rows.ts';
import type { FlowContext } from './context.ts';
import type { Op } from './ports.ts';
import { scanReadable } from './readable-rows.ts';
import { MAX_PINNED_FRIENDS } from './vault-content.ts';

/** Alarms that there may be: one of a key for each contact, and some more, which are fewer. */
export const MAX_ALARM_ROWS = MAX_PINNED_FRIENDS;
const NOTHING = new Uint8Array(0);

export const alarmOp = (id: number, row: AlarmRow): Op => ({
  ...{ op: 'put', table: 'alarms', id: ONE_GROUP, seq: BigInt(id) },
  value: AlarmRow.encode(row),
});

/** On disk when it resolves, with how many there were; the first of them stands for all. @param server PeerId bytes of the own home, which alarms are mostly of */
export async function keepLostAlarms(
  { store, clock }: Pick<FlowContext, 'store' | 'clock'>,
  server: Uint8Array,
): Promise<number> {
  const { damaged } = scanReadable(store, 'alarms', ONE_GROUP, { limit: MAX_ALARM_ROWS });
  const [first, ...others] = damaged;
  if (first === undefined) return 0;
  const row: AlarmRow = {
    ...{ kind: ALARM.lost, server, log: NOTHING, friend: NOTHING, name: '', at: BigInt(clock.wall()) },
    ...{ state: ALARM_STATE.open, decidedAt: 0n, evidence: NOTHING, stops: [] },
  };
  await store.commit([
    alarmOp(Number(first), row),
    ...others.map((seq): Op => ({ op: 'delete', table: 'alarms', id: ONE_GROUP, seq })),
  ]);
  return damaged.length;
}

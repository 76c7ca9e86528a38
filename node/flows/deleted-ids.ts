/**
 * Which contents the person has deleted: their numbers and ids alone, of the newest. A sender who was copied back gives a number twice;
 * that it is another content than the first is known by the first one's id, also where nothing else of it is left. And what comes once
 * more under another number must not come back.
 */
import { DeletedRow, HistoryRow } from '../core/generated/rows.js';
import { DELETED_SEQ, DIRECTION } from '../core/rows.ts';
import { concatBytes, equalBytes } from '../../shared/ids.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Lane } from './lane.ts';
import { readable, scanReadable } from './readable-rows.ts';

/** Contents of one friend that are remembered: how much older than what was deleted a copy may be; 24 KiB. */
const MAX_DELETED_IDS = 1_024;
/** Rows that a deletion reads for it: own ones stand between them. */
const MAX_LOOKED_AT = 4 * MAX_DELETED_IDS;
const STEP = 256;

const NUMBER_BYTES = 8;
const ID_BYTES = 16;
const RECORD_BYTES = NUMBER_BYTES + ID_BYTES;

interface DeletedId {
  readonly epoch: bigint;
  readonly number: bigint;
  readonly messageId: Uint8Array;
}

/** The history is about to go: remembers the ids of its newest received contents. Part of the step that deletes it. */
export function rememberDeleted(context: FlowContext, lane: Lane, draft: Draft): void {
  const found: DeletedId[] = [];
  let to = lane.counters.nextPosition - 1n;
  for (let read = 0; to > 0n && read < MAX_LOOKED_AT && found.length < MAX_DELETED_IDS; read += STEP) {
    const bounds = { from: lane.counters.clearedBelow, to, reverse: true, limit: STEP };
    const { rows, damaged } = scanReadable(context.store, 'history', lane.account, bounds);
    for (const { value } of rows) {
      const { direction, epoch, number, messageId } = HistoryRow.decode(value);
      if (direction === DIRECTION.in && messageId.length === ID_BYTES) found.push({ epoch, number, messageId });
    }
    if (rows.length + damaged.length < STEP) break;
    const lowest = [...rows.map(({ seq }) => seq), ...damaged].reduce((low, seq) => (seq < low ? seq : low), to);
    to = lowest - 1n;
  }
  remember(context, lane, draft, found);
}

/** The same of one received content that the person deletes. */
export function rememberOne(context: FlowContext, lane: Lane, draft: Draft, row: DeletedId): void {
  const { epoch, number, messageId } = row;
  if (messageId.length === ID_BYTES) remember(context, lane, draft, [{ epoch, number, messageId }]);
}

function remember(context: FlowContext, lane: Lane, draft: Draft, found: readonly DeletedId[]): void {
  if (found.length === 0) return;
  const known = new Set(found.map(keyOf));
  const all = [...found, ...readDeleted(context, lane).filter((each) => !known.has(keyOf(each)))];
  const newest = all.sort(newestFirst).slice(0, MAX_DELETED_IDS).reverse();
  const epochs = [...new Set(newest.map(({ epoch }) => epoch))].map((epoch) => ({
    epoch,
    ids: concatBytes(...newest.filter((each) => each.epoch === epoch).map(recordOf)),
  }));
  const value = DeletedRow.encode({ epochs });
  draft.ops.push({ op: 'put', table: 'contacts', id: lane.account, seq: DELETED_SEQ, value });
}

/** The id under which a content of the friend came that was deleted since; undefined: none that is remembered. */
export function deletedId(context: FlowContext, lane: Lane, epoch: bigint, number: bigint): Uint8Array | undefined {
  const ids = rowOf(context, lane)?.epochs.find((each) => each.epoch === epoch)?.ids;
  if (ids === undefined) return undefined;
  const wanted = numberBytes(number);
  let low = 0;
  let high = Math.floor(ids.length / RECORD_BYTES) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = ids.subarray(middle * RECORD_BYTES, (middle + 1) * RECORD_BYTES);
    const at = record.subarray(0, NUMBER_BYTES);
    if (equalBytes(at, wanted)) return record.slice(NUMBER_BYTES);
    if (Buffer.compare(at, wanted) < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function rowOf({ store }: FlowContext, lane: Lane): DeletedRow | undefined {
  const value = readable(store, 'contacts', lane.account, DELETED_SEQ);
  return value === undefined ? undefined : DeletedRow.decode(value);
}

const readDeleted = (context: FlowContext, lane: Lane): DeletedId[] =>
  (rowOf(context, lane)?.epochs ?? []).flatMap(({ epoch, ids }) =>
    Array.from({ length: Math.floor(ids.length / RECORD_BYTES) }, (_, i): DeletedId => {
      const record = ids.subarray(i * RECORD_BYTES, (i + 1) * RECORD_BYTES);
      const number = new DataView(record.buffer, record.byteOffset, NUMBER_BYTES).getBigUint64(0);
      return { epoch, number, messageId: record.slice(NUMBER_BYTES) };
    }),
  );

const keyOf = ({ epoch, number }: DeletedId): string => `${epoch.toString()} ${number.toString()}`;

const newestFirst = (a: DeletedId, b: DeletedId): number =>
  a.epoch === b.epoch ? Number(b.number - a.number) : Number(b.epoch - a.epoch);

const recordOf = ({ number, messageId }: DeletedId): Uint8Array => concatBytes(numberBytes(number), messageId);

function numberBytes(number: bigint): Uint8Array {
  const bytes = new Uint8Array(NUMBER_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, number);
  return bytes;
}

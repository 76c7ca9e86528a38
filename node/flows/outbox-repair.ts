/** Contents that go into the outbox again, and those that get another number. Steps on a lane. */
import type { Numbered } from '../core/conversation-sum.ts';
import { QUEUED } from '../core/delivery.ts';
import { OutboxRow, type HistoryRow } from '../core/generated/rows.js';
import { rangesOf, union, without, type Range } from '../core/ranges.ts';
import { PATH, STATE } from '../core/rows.ts';
import { isKept } from '../core/message-content.ts';
import { MAX_FORMER_NUMBERS, MAX_STAND_RANGES } from '../../shared/wire/limits.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Entry, Lane } from './lane.ts';
import { sentRows } from './numbers.ts';
import { rewriteSent, sentAt, settle } from './settle.ts';

/** Contents, and their bytes, that one step puts into the outbox: it holds them all, and the batch with them. */
const MAX_STEP = 1_000;
const MAX_STEP_BYTES = 8 * 1024 * 1024;
/** Contents that get other numbers in one step: those behind them must follow in the same step, or they come first. */
const MAX_RENUMBERED_STEP = 5_000;
/** Rows that are read to find what a friend lacks, in one step. */
const MAX_ROWS_READ = 4_000;
/** Positions of renumbered contents that are remembered. */
const MAX_RENUMBERED = 64;

const NOTHING = new Uint8Array(0);
const UNSEALED = { envelope: NOTHING, envelopeId: NOTHING, session: NOTHING, receipt: NOTHING, storedUntil: 0n };

const newEntry = (number: bigint, position: bigint): Entry => ({
  ...{ number, position, delivery: QUEUED, seals: 0, durableSeal: 0, envelope: undefined },
});

function put(lane: Lane, draft: Draft, row: OutboxRow): void {
  const { number, position } = row;
  lane.entries.set(number, newEntry(number, position));
  draft.states.push({ number, position, state: STATE.queued, path: PATH.none });
  draft.ops.push({ op: 'put', table: 'outbox', id: lane.account, seq: row.number, value: OutboxRow.encode(row) });
}

/** By number, as everybody expects them. */
function sortEntries(lane: Lane): void {
  const entries = [...lane.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  lane.entries.clear();
  for (const [number, entry] of entries) lane.entries.set(number, entry);
}

export interface PutBack {
  readonly contents: readonly Numbered[];
  /** Not here any more: deleted, or never in the chat. */
  readonly gone: readonly Range[];
  /** Not looked at in this step. */
  readonly left: readonly Range[];
}

/** What the person deleted here alone has no body any more; what was taken back goes out as that. */
const mayGoOut = ({ kind, body }: HistoryRow): boolean => isKept(kind) && (kind === CONTENT.gone || body.length > 0);

/** A content that counted as failed waits again under its number. The caller counts it. */
export function putAgain(lane: Lane, draft: Draft, position: bigint, row: HistoryRow): void {
  put(lane, draft, outboxRowOf(position, row));
  sortEntries(lane);
}

/** Puts what the chat has under these numbers into the outbox again, as it was, at most `most`. */
export function putBack(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  ranges: readonly Range[],
  most: number,
): PutBack {
  const contents: Numbered[] = [];
  let seen: Range[] = [];
  let bytes = 0;
  let budget = MAX_ROWS_READ;
  const limit = Math.min(most, MAX_STEP);
  const isFull = (): boolean => contents.length >= limit || bytes > MAX_STEP_BYTES;
  for (const range of ranges) {
    // What was read is used, also where nothing more may be read.
    if (isFull() || budget <= 0) break;
    const { rows, upTo } = sentRows(context, lane, range.first, range.last, budget);
    budget -= rows.length + 1;
    let end = upTo;
    for (const { position, row } of rows) {
      if (row.number > upTo) continue;
      if (isFull()) {
        end = row.number - 1n;
        break;
      }
      if (!mayGoOut(row) || lane.entries.has(row.number) || position < lane.counters.clearedBelow) continue;
      put(lane, draft, outboxRowOf(position, row));
      contents.push(row);
      bytes += row.body.length;
    }
    if (end >= range.first) seen = [...seen, { first: range.first, last: end }];
    if (end < range.last) break;
  }
  if (contents.length > 0) sortEntries(lane);
  const found = rangesOf(contents.map(({ number }) => number).sort((a, b) => (a < b ? -1 : 1)));
  return { contents, gone: without(seen, found), left: without(ranges, seen) };
}

const outboxRowOf = (position: bigint, row: HistoryRow): OutboxRow => ({
  ...UNSEALED,
  ...{ position, messageId: row.messageId, number: row.number, epoch: row.epoch },
  ...{ kind: row.kind, body: row.body, sentAt: row.sentAt, formerNumbers: row.formerNumbers },
});

/**
 * Gives what waits under these numbers new ones, from our next on: the friend has, or may have, other contents under the old. One that
 * had four before stays, and counts as delivered: there must be an end. Returns what waits now under which number; `left`: not in
 * this step.
 */
export function renumber(
  lane: Lane,
  draft: Draft,
  numbers: readonly bigint[],
): { readonly contents: readonly Numbered[]; readonly left: boolean } {
  const contents: Numbered[] = [];
  let bytes = 0;
  for (const number of numbers) {
    if (contents.length >= MAX_RENUMBERED_STEP || bytes > MAX_STEP_BYTES) return { contents, left: true };
    const row = lane.entries.has(number) ? lane.outboxRow(number) : undefined;
    if (row === undefined) continue;
    if (row.formerNumbers.length >= MAX_FORMER_NUMBERS) {
      settle(lane, draft, number, { event: 'received' });
      continue;
    }
    const next = lane.counters.nextNumber;
    lane.counters = { ...lane.counters, nextNumber: next + 1n };
    draft.counters = true;
    lane.entries.delete(number);
    draft.ops.push({ op: 'delete', table: 'outbox', id: lane.account, seq: number });
    const renumbered = { ...row, ...UNSEALED, number: next, formerNumbers: [...row.formerNumbers, number] };
    put(lane, draft, renumbered);
    showNumber(lane, draft, renumbered);
    const one = [{ first: number, last: number }];
    lane.stand = { ...lane.stand, abandoned: union(lane.stand.abandoned, one, MAX_STAND_RANGES) };
    draft.stand = true;
    contents.push({ number: next, messageId: row.messageId });
    bytes += row.body.length;
  }
  return { contents, left: false };
}

/** The chat's entry follows, where there is one. */
function showNumber(lane: Lane, draft: Draft, { position, messageId, number, formerNumbers }: OutboxRow): void {
  const row = sentAt(lane, draft, position);
  if (row === undefined) return;
  rewriteSent(lane, draft, position, { ...row, number, formerNumbers });
  noteRenumbered(lane, draft, position, { number, messageId });
}

/** This place in the history has another number than its neighbours say. */
export function noteRenumbered(lane: Lane, draft: Draft, position: bigint, { number, messageId }: Numbered): void {
  const others = lane.stand.renumbered.filter((each) => each.position !== position);
  lane.stand = {
    ...lane.stand,
    renumbered: [...others, { number, messageId, position }].slice(-MAX_RENUMBERED),
  };
  draft.stand = true;
}

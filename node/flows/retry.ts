/** A message that failed goes out again. A step on a lane. */
import { withContent } from '../core/conversation-sum.ts';
import type { HistoryRow } from '../core/generated/rows.js';
import { STATE } from '../core/rows.ts';
import { equalBytes } from '../../shared/ids.ts';
import { MAX_FORMER_NUMBERS } from '../../shared/wire/limits.ts';
import type { Draft, Lane } from './lane.ts';
import { noteRenumbered, putAgain } from './outbox-repair.ts';
import { sentFields, sentTotal } from './sent-total.ts';

/**
 * Under its number, where that is still known as given up: the friend has skipped it, and takes it late. Otherwise it gets a new one, and
 * the place in the chat stays; with the old one beside, the friend shows it once.
 */
export function retryMessage(lane: Lane, draft: Draft, position: bigint, row: HistoryRow): HistoryRow {
  const epoch = lane.counters.numberEpoch;
  const isIt = (each: { readonly number: bigint; readonly messageId: Uint8Array }): boolean =>
    each.number === row.number && equalBytes(each.messageId, row.messageId);
  const again: HistoryRow = { ...row, state: STATE.queued, reason: '' };
  const isKnown = row.epoch === epoch && lane.stand.givenUp.some(isIt) && !lane.entries.has(row.number);
  const waiting = isKnown ? again : withNewNumber(lane, again);
  const total = withContent(sentTotal(lane.counters), epoch, waiting);
  lane.counters = { ...lane.counters, ...sentFields(total) };
  draft.counters = true;
  if (isKnown) {
    lane.stand = { ...lane.stand, givenUp: lane.stand.givenUp.filter((each) => !isIt(each)) };
    draft.stand = true;
  } else {
    noteRenumbered(lane, draft, position, waiting);
  }
  putAgain(lane, draft, position, waiting);
  return waiting;
}

function withNewNumber(lane: Lane, row: HistoryRow): HistoryRow {
  const { nextNumber: number, numberEpoch: epoch } = lane.counters;
  lane.counters = { ...lane.counters, nextNumber: number + 1n };
  // Of another epoch, the friend does not know its number as this one.
  const former = row.epoch === epoch ? [...row.formerNumbers, row.number].slice(-MAX_FORMER_NUMBERS) : [];
  return { ...row, number, epoch, formerNumbers: former };
}

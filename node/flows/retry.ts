/** What failed goes out again: a message, or what was done to one. Steps on a lane. */
import { withContent } from '../core/conversation-sum.ts';
import type { HistoryRow } from '../core/generated/rows.js';
import { unsentOf, withUnsent } from '../core/message-changes.ts';
import { STATE } from '../core/rows.ts';
import { equalBytes } from '../../shared/ids.ts';
import { MAX_FORMER_NUMBERS } from '../../shared/wire/limits.ts';
import { historyAt, putHistory } from './draft-history.ts';
import type { Draft, Lane } from './lane.ts';
import { noteRenumbered, putAgain } from './outbox-repair.ts';
import { sentFields, sentTotal } from './sent-total.ts';
import { isOwnAct } from './unsent-acts.ts';

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

/** What was done to this message and failed waits again, in its order. The caller writes the message's row. */
export function resend(lane: Lane, draft: Draft, row: HistoryRow): HistoryRow {
  const unsent = unsentOf(row);
  for (const position of unsent) {
    const act = historyAt(lane, draft, position);
    if (act === undefined || !isOwnAct(act) || act.state !== STATE.failed) continue;
    putHistory(lane, draft, position, retryMessage(lane, draft, position, act));
  }
  return unsent.length === 0 ? row : withUnsent(row, []);
}

function withNewNumber(lane: Lane, row: HistoryRow): HistoryRow {
  const { nextNumber: number, numberEpoch: epoch } = lane.counters;
  lane.counters = { ...lane.counters, nextNumber: number + 1n };
  // Of another epoch, the friend does not know its number as this one.
  const former = row.epoch === epoch ? [...row.formerNumbers, row.number].slice(-MAX_FORMER_NUMBERS) : [];
  return { ...row, number, epoch, formerNumbers: former };
}

/** What this side has numbered for a friend and not given up: the running sum in its counters. Steps on a lane. */
import { withoutContent, type Total } from '../core/conversation-sum.ts';
import type { CountersRow, NumberedId } from '../core/generated/rows.js';
import { rangesOf, union } from '../core/ranges.ts';
import { MAX_STAND_RANGES } from '../../shared/wire/limits.ts';
import type { Draft, Lane } from './lane.ts';

/** Failed contents whose ids are kept, for the friend may turn out to have them; a friend's server that refuses fails few or all. */
const MAX_GIVEN_UP = 64;

export const sentTotal = ({ sentCount, sentDigest }: CountersRow): Total => ({ count: sentCount, digest: sentDigest });
export const sentFields = ({ count, digest }: Total): Pick<CountersRow, 'sentCount' | 'sentDigest'> => ({
  sentCount: count,
  sentDigest: digest,
});

/** This content of the outbox will not be sent any more. Before it leaves the outbox. */
export function giveUp(lane: Lane, draft: Draft, number: bigint): void {
  const row = lane.entries.has(number) ? lane.outboxRow(number) : undefined;
  if (row === undefined) return;
  const { messageId, position } = row;
  const total = withoutContent(sentTotal(lane.counters), lane.counters.numberEpoch, { number, messageId });
  lane.counters = { ...lane.counters, ...sentFields(total) };
  draft.counters = true;
  const all: NumberedId[] = [...lane.stand.givenUp, { number, messageId, position }];
  const forgotten = all.slice(0, -MAX_GIVEN_UP).map((each) => each.number);
  lane.stand = {
    ...lane.stand,
    givenUp: all.slice(-MAX_GIVEN_UP),
    lost: forgotten.length === 0 ? lane.stand.lost : union(lane.stand.lost, rangesOf(forgotten), MAX_STAND_RANGES),
  };
  draft.stand = true;
}

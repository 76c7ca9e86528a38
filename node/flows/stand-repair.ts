/**
 * What follows from a friend's word on what they have of ours. A step on a lane.
 *
 *   equal    what waits and they have is delivered
 *   lacks    what counted as delivered goes out again, where it is still here; the rest is known as lost
 *   differs  what waits under numbers that they know gets new ones: it may be another content than the one they have
 *   ahead    the same, and our numbers go on behind theirs: this profile was copied back
 *
 * A friend's new device begins with a later number, and does not have the contents before: that is no difference.
 *
 * After a difference the friend's sum is taken as it is, so that the next comparison starts from there and a later difference is seen.
 */
import { equalTotals, NO_TOTAL, withContents, type Numbered, type Total } from '../core/conversation-sum.ts';
import { union, without, type Range } from '../core/ranges.ts';
import { PATH, STATE } from '../core/rows.ts';
import { claims, compare, topOf, type Claim, type Sent } from '../core/stand.ts';
import { isLately } from '../../shared/clock.ts';
import { shortId } from '../../shared/ids.ts';
import { MAX_STAND_RANGES } from '../../shared/wire/limits.ts';
import type { FlowContext } from './context.ts';
import { changeEvent } from './events.ts';
import type { Draft, Lane } from './lane.ts';
import { sentRows } from './numbers.ts';
import { putBack, renumber, type PutBack } from './outbox-repair.ts';
import { sentFields, sentTotal } from './sent-total.ts';
import { rewriteSent, sentAt, settle } from './settle.ts';
import { turnedUp } from './unsent-acts.ts';

/** A friend who claims our numbers again and again does not fill the feed with it. */
const TOLD_EVERY_MS = 3_600_000;

/** Our contents that are looked at to see whether a friend's new device has them: more of them are taken as a difference. */
const MAX_BEGUN = 512;

export interface Repair {
  /** How many contents went into the outbox again. */
  readonly putBack: number;
  /** Something was repaired, or this word alone does not say enough: ask for a fresh one. */
  readonly asks: boolean;
  readonly agrees: boolean;
}

/**
 * @param fresh nothing of ours was settled since the friend said this
 * @param most contents that may go out again
 */
export function applyClaim(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  claim: Claim,
  { fresh, most }: { readonly fresh: boolean; readonly most: number },
): Repair {
  const verdict = compare(sentOf(lane), claim, (numbers) => idsOf(lane, numbers, []));
  const account = shortId(lane.account);
  switch (verdict.kind) {
    case 'absurd':
      context.log.warn('stand-absurd', { account });
      return { putBack: 0, asks: false, agrees: false };
    case 'equal':
      agree(context, lane, draft, claim, verdict.claimed);
      return { putBack: 0, asks: false, agrees: true };
    case 'lacks': {
      context.log.info('friend-lacks', { account });
      // What they skipped, they will not have got since; what is only not here yet may have come after they spoke.
      const known = fresh ? verdict.lacks : without(verdict.lacks, without(verdict.lacks, claim.skipped));
      const back = putBack(context, lane, draft, known, most);
      if (back.gone.length > 0) {
        lose(lane, draft, back.gone);
        differ(context, lane, draft);
      }
      return { putBack: back.contents.length, asks: true, agrees: false };
    }
    case 'differs':
    case 'ahead': {
      const taken = [...verdict.stale, ...verdict.claimed];
      const begun =
        verdict.kind === 'differs' && verdict.stale.length === 0 ? totalOfBegun(context, lane, claim) : undefined;
      if (begun !== undefined) {
        lane.counters = { ...lane.counters, ...sentFields(begun) };
        draft.counters = true;
        lane.stand = { ...lane.stand, unsummed: false };
        agree(context, lane, draft, claim, verdict.claimed);
        // The friend compares with our sum as well, which is another one now.
        return { putBack: 0, asks: true, agrees: false };
      }
      const isCopiedBack = verdict.kind === 'ahead' || (taken.length > 0 && !lane.stand.unsummed);
      context.log.warn(isCopiedBack ? 'copied-back' : 'sums-differ', { account });
      const back = putBack(context, lane, draft, verdict.lacks, most);
      lose(lane, draft, back.gone);
      anchor(lane, draft, claim, taken, back);
      if (isCopiedBack) tellCopiedBack(context, lane, draft);
      differ(context, lane, draft);
      return { putBack: back.contents.length, asks: true, agrees: false };
    }
  }
}

/** What we sent from the number on with which the friend began, where they have of that what they say; undefined: not known. */
function totalOfBegun(context: FlowContext, lane: Lane, claim: Claim): Total | undefined {
  const has = ({ number }: Numbered): boolean => claims(claim, number);
  if (claim.base <= 1n || claim.count > BigInt(MAX_BEGUN) || lane.stand.givenUp.some(has)) return undefined;
  const last = topOf(claim) - 1n;
  const { rows, upTo } = sentRows(context, lane, claim.base, last, MAX_BEGUN);
  if (upTo < last) return undefined;
  const epoch = lane.counters.numberEpoch;
  const waiting = idsOf(lane, [...lane.entries.keys()], []);
  const sent = rows.map(({ row }) => row).filter(({ number }) => !lane.entries.has(number));
  if (!equalTotals(withContents(NO_TOTAL, epoch, [...sent, ...waiting].filter(has)), claim)) return undefined;
  return withContents(
    claim,
    epoch,
    waiting.filter((each) => !has(each)),
  );
}

/** @param added what this step put into the outbox */
const idsOf = (lane: Lane, numbers: readonly bigint[], added: readonly Numbered[]): Numbered[] =>
  numbers.flatMap((number): Numbered[] => {
    const row = added.find((each) => each.number === number) ?? lane.outboxRow(number);
    return row === undefined ? [] : [row];
  });

const sentOf = (lane: Lane): Sent => ({
  epoch: lane.counters.numberEpoch,
  next: lane.counters.nextNumber,
  total: sentTotal(lane.counters),
  waiting: [...lane.entries.keys()],
  givenUp: lane.stand.givenUp,
  lost: union(lane.stand.lost, lane.stand.abandoned, Infinity),
});

function agree(context: FlowContext, lane: Lane, draft: Draft, claim: Claim, claimed: readonly bigint[]): void {
  for (const number of claimed) settle(lane, draft, number, { event: 'received' });
  turnUp(lane, draft, claim);
  const at = BigInt(context.clock.wall());
  const { differedAt } = lane.stand;
  lane.stand = {
    ...lane.stand,
    ...{ sentAgreed: claim.count, sentTotal: lane.counters.sentCount, sentAgreedAt: at },
    // What was before is not later, though the clock was ahead then.
    differedAt: differedAt > at ? at : differedAt,
  };
  draft.stand = true;
}

/** What counted as failed, and the friend has after all. */
function turnUp(lane: Lane, draft: Draft, claim: Claim): void {
  const isThere = ({ number }: Numbered): boolean => claims(claim, number);
  const there = lane.stand.givenUp.filter(isThere);
  if (there.length === 0) return;
  const total = withContents(sentTotal(lane.counters), lane.counters.numberEpoch, there);
  lane.counters = { ...lane.counters, ...sentFields(total) };
  draft.counters = true;
  lane.stand = { ...lane.stand, givenUp: lane.stand.givenUp.filter((each) => !isThere(each)) };
  for (const { number, position } of there) {
    draft.states.push({ number, position, state: STATE.delivered, path: PATH.none });
    const row = sentAt(lane, draft, position);
    if (row === undefined) continue;
    rewriteSent(lane, draft, position, { ...row, state: STATE.queued, reason: '' });
    turnedUp(lane, draft, position, row);
  }
}

/** Known not to be there, on both sides: the sum of what we sent has it, and must be taken anew. */
export function lose(lane: Lane, draft: Draft, gone: readonly Range[]): void {
  if (gone.length === 0) return;
  lane.stand = { ...lane.stand, lost: union(lane.stand.lost, gone, MAX_STAND_RANGES), unsummed: true };
  draft.stand = true;
}

/**
 * From now on the friend's sum is what was delivered. It does not say of what waits here whether it is in it: that gets numbers which
 * the friend does not know. Where this is more than one step takes, the sum is taken at a later word.
 */
function anchor(lane: Lane, draft: Draft, claim: Claim, claimed: readonly bigint[], back: PutBack): void {
  const [first] = claimed;
  const waiting = [...lane.entries.keys()];
  // What was written behind them follows, or it would stand before them.
  const suspects = first === undefined ? [] : waiting.filter((number) => number >= first);
  const unclaimed = idsOf(
    lane,
    first === undefined ? waiting : waiting.filter((number) => number < first),
    back.contents,
  );
  const top = topOf(claim);
  if (top > lane.counters.nextNumber) {
    lane.counters = { ...lane.counters, nextNumber: top };
    draft.counters = true;
  }
  const { contents, left } = renumber(lane, draft, suspects);
  draft.stand = true;
  if (left || back.left.length > 0) {
    lane.stand = { ...lane.stand, unsummed: true };
    return;
  }
  const total = withContents(claim, lane.counters.numberEpoch, [...unclaimed, ...contents]);
  lane.counters = { ...lane.counters, ...sentFields(total) };
  draft.counters = true;
  // What failed and is not there stays failed; what the sum has under its number is theirs.
  const givenUp = lane.stand.givenUp.filter(({ number }) => !claims(claim, number));
  lane.stand = { ...lane.stand, givenUp, unsummed: false };
}

function differ(context: FlowContext, lane: Lane, draft: Draft): void {
  const at = BigInt(context.clock.wall());
  const { sentAgreedAt } = lane.stand;
  // What was before is earlier, though the clock was ahead then.
  lane.stand = { ...lane.stand, differedAt: at, sentAgreedAt: sentAgreedAt < at ? sentAgreedAt : at - 1n };
  draft.stand = true;
}

/** This profile is older than what the friend has seen of it: so are its sessions. */
function tellCopiedBack(context: FlowContext, lane: Lane, draft: Draft): void {
  const now = BigInt(context.clock.wall());
  const before = lane.stand.rolledBackAt;
  lane.renew = true;
  lane.stand = { ...lane.stand, rolledBackAt: now };
  draft.stand = true;
  if (isLately(Number(before), Number(now), TOLD_EVERY_MS)) return;
  draft.ops.push(changeEvent(lane.account, lane.contact.name, 'restored'));
}

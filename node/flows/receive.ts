/**
 * Opens envelopes from a link or the mailbox: decrypt on a copy, apply what is inside, commit, and only then let the caller
 * acknowledge. All envelopes of one call and one contact leave as one batch.
 *
 * What came            result            effect
 * opens, in order      applied           shown; what was held behind it too
 * opens, early         applied           held, on disk
 * opens, seen before   applied           nothing shown; the sender learns that it is here
 * opens, skipped once  applied           shown where the chat is now
 * opens, and its number is another content's, or lies below where we began with this sender
 *                      unopened          nothing shown; the sender learns where we stand, and gives it another number
 * does not open        unopened          nothing changed; the sender is asked to seal it again
 * from nobody we know  unknown           nothing
 */
import { decodeContent, isTransient } from '../core/content.ts';
import { HeldRow, type InboxCursor } from '../core/generated/rows.js';
import { arrival, cursorOf, nextOf, withCursor, withFormer, withSettledBelow, withTaken } from '../core/inbox.ts';
import { isShown } from '../core/message-changes.ts';
import { isKept } from '../core/message-content.ts';
import { PATH, RELATION } from '../core/rows.ts';
import type { DecodedEnvelope } from '../core/session.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { Content } from '../../shared/wire/generated/content.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { ControlHandler, FlowContext } from './context.ts';
import { epochId } from './lane-rows.ts';
import type { Draft, Lane } from './lane.ts';
import { mendEntry } from './history-repair.ts';
import { noteTaken, receivedId } from './numbers.ts';
import { applyReceipt, applyResend } from './receipts.ts';
import { openEnvelope, type OpenHooks } from './open-envelope.ts';
import { noteRow, rowOfContent } from './received-rows.ts';
import { showEntry } from './send.ts';

export type Opened = 'applied' | 'unopened';

/** Envelope ids that a lane remembers: more than a mailbox's page and a link's window together. */
const MAX_OPENED_IDS = 2_048;

/** What a receiving lane wants done once its batch is on disk. */
export interface ReceiveHooks extends OpenHooks {
  readonly control: (kind: number) => ControlHandler | undefined;
  /** The sender must hear where we stand: something came through the mailbox, or does not fit. */
  readonly owesStand: (lane: Lane) => void;
  /** Something numbered came. */
  readonly came: (lane: Lane) => void;
  /** The friend speaks of contents of ours that are not there: tell, and ask. */
  readonly asksStand: (lane: Lane) => void;
  /** The friend says where they stand. */
  readonly stand: (lane: Lane, draft: Draft, content: Content) => void;
  /** The friend is typing, or has stopped. */
  readonly typing: (lane: Lane, draft: Draft, content: Content) => void;
  /** Whether what the friend says of reading counts: who does not tell it is not told it. */
  readonly takesRead: () => boolean;
  /** Contents wait for an earlier one. */
  readonly gap: (lane: Lane) => void;
  /** The outbox may move: receipts, a new session, a wish to resend. */
  readonly moved: (lane: Lane) => void;
}

/** Bytes that one friend can make us keep unseen, beside the number of contents (inbox.ts). */
const MAX_HELD_BYTES = 4 * 1024 * 1024;

export function receiveEnvelopes(
  context: FlowContext,
  hooks: ReceiveHooks,
  lane: Lane,
  envelopes: readonly DecodedEnvelope[],
  path: number,
): { readonly results: readonly Opened[]; readonly committed: Promise<void> } {
  const { result, committed } = lane.step((draft) => {
    let ofTheMoment = 0;
    const opened = envelopes.map((envelope): Opened => {
      const id = envelope.hexId;
      if (lane.opened.has(id)) {
        if (path === PATH.mailbox) draft.after.push(() => hooks.owesStand(lane));
        return 'applied';
      }
      const found = openEnvelope(context, hooks, lane, draft, envelope);
      if (found === undefined) return 'unopened';
      const { content } = found;
      if (content?.kind === CONTENT.typing) ofTheMoment += 1;
      // Sealed by the friend and yet no content: taken, and forgotten.
      const taken = content === undefined ? 'taken' : applyContent(context, hooks, lane, draft, content, path);
      // What was only dropped must not count as received when the same envelope comes over a link.
      if (taken === 'taken') remember(lane, id);
      return taken === 'refused' ? 'unopened' : 'applied';
    });
    // Nobody waits for those to be acknowledged.
    draft.lazy = ofTheMoment > 0 && ofTheMoment === envelopes.length;
    return opened;
  });
  return { results: result, committed };
}

function remember(lane: Lane, id: string): void {
  lane.opened.add(id);
  if (lane.opened.size > MAX_OPENED_IDS) lane.opened.delete(lane.opened.values().next().value ?? '');
}

/**
 * refused: cannot be taken now (too far ahead, or its number is another's), and the sender keeps it. dropped: the same, from a mailbox,
 * where it need not lie any longer.
 */
type Taken = 'taken' | 'dropped' | 'refused';

function applyContent(
  context: FlowContext,
  hooks: ReceiveHooks,
  lane: Lane,
  draft: Draft,
  content: Content,
  path: number,
): Taken {
  settle(context, hooks, lane, draft, content.epoch, content.settledBelow);
  if (isTransient(content.kind)) {
    harmless(context, lane, () => {
      applyTransient(context, hooks, lane, draft, content, path);
    });
    if (content.kind === CONTENT.typing) return 'taken';
    draft.after.push(() => {
      hooks.moved(lane);
    });
    return 'taken';
  }
  const { epoch, number } = content;
  const cursor = cursorOf(lane.counters.inbox, epoch);
  let taken: Taken = 'taken';
  let tells = path === PATH.mailbox;
  switch (arrival(cursor, number)) {
    case 'refuse':
      return 'refused';
    case 'late':
      take(context, hooks, lane, draft, content, path, BigInt(context.clock.wall()), true);
      break;
    case 'stale':
    case 'duplicate':
      // Where the number is another content's, the sender was copied back and gave it twice: this one must not count as received.
      if (isAnother(context, lane, draft, content, number < cursor.base)) {
        context.log.info('number-twice', { account: shortId(lane.account) });
        taken = path === PATH.mailbox ? 'dropped' : 'refused';
        tells = true;
      }
      break;
    case 'hold':
      if (!hold(context, lane, draft, content, path)) return 'refused';
      draft.after.push(() => {
        hooks.gap(lane);
      });
      break;
    case 'show':
      take(context, hooks, lane, draft, content, path, BigInt(context.clock.wall()), false);
      putCursor(lane, draft, { ...cursorOf(lane.counters.inbox, epoch), next: number + 1n });
      drainHeld(context, hooks, lane, draft, epoch);
      break;
  }
  if (tells) {
    draft.after.push(() => {
      hooks.owesStand(lane);
    });
  }
  draft.after.push(() => {
    hooks.came(lane);
  });
  return taken;
}

function applyTransient(
  context: FlowContext,
  hooks: ReceiveHooks,
  lane: Lane,
  draft: Draft,
  content: Content,
  path: number,
): void {
  if (content.kind === CONTENT.stand) {
    hooks.stand(lane, draft, content);
    return;
  }
  if (content.kind === CONTENT.typing) {
    // By the time that it comes out of a mailbox nobody types any more: an honest friend sends none there.
    if (path !== PATH.mailbox) hooks.typing(lane, draft, content);
    return;
  }
  if (content.kind === CONTENT.receipt) {
    if (applyReceipt(context, lane, draft, content.body, hooks.takesRead())) return;
  } else {
    const { renew, settled } = applyResend(lane, draft, content.body);
    if (renew) lane.renew = true;
    if (!settled) return;
  }
  draft.after.push(() => {
    hooks.asksStand(lane);
  });
}

/** True where this number was taken with another message id; where that is not known, `unless` decides. */
function isAnother(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  { epoch, number, messageId }: Content,
  unless: boolean,
): boolean {
  const known = receivedId(context, lane, draft, epoch, number);
  return known === undefined ? unless : !equalBytes(known, messageId);
}

/** Shows a content and counts it as received; `late`: the chat has gone on since its number. */
function take(
  context: FlowContext,
  hooks: ReceiveHooks,
  lane: Lane,
  draft: Draft,
  content: Content,
  path: number,
  receivedAt: bigint,
  late: boolean,
): void {
  const { epoch, messageId, formerNumbers } = content;
  // Under a number that it had before, it may be here already.
  const isHere = formerNumbers.some((former) => {
    const known = receivedId(context, lane, draft, epoch, former);
    return known !== undefined && equalBytes(known, messageId);
  });
  const position = lane.counters.nextPosition;
  const torn = cursorOf(lane.counters.inbox, epoch).torn.find(({ number }) => number === content.number);
  if (torn !== undefined && torn.position > 0n) {
    if (isKept(content.kind) && torn.position >= lane.counters.clearedBelow) {
      const row = harmless(context, lane, () => rowOfContent(context, lane, draft, content, { path, receivedAt }));
      if (row !== undefined) mendEntry(context, lane, draft, torn.position, row);
    }
  } else if (!isHere) show(context, hooks, lane, draft, content, path, receivedAt);
  noteTaken(draft, epoch, content);
  // A control content has no place, though a note of it may.
  const hasPlace = lane.counters.nextPosition !== position && hooks.control(content.kind) === undefined;
  const isInPlace = (torn?.position ?? 0n) > 0n || (!late && hasPlace);
  const cursor = withTaken(cursorOf(lane.counters.inbox, epoch), content, !isInPlace);
  putCursor(lane, draft, withFormer(cursor, content, formerNumbers));
}

function putCursor(lane: Lane, draft: Draft, cursor: InboxCursor): void {
  lane.counters = { ...lane.counters, inbox: withCursor(lane.counters.inbox, cursor) };
  draft.counters = true;
}

function hold(context: FlowContext, lane: Lane, draft: Draft, content: Content, path: number): boolean {
  const held = lane.held.get(content.epoch) ?? new Map<bigint, HeldRow>();
  if (held.has(content.number)) return true;
  let bytes = content.body.length;
  for (const row of held.values()) bytes += row.content.length;
  if (bytes > MAX_HELD_BYTES) return false;
  const row: HeldRow = { content: Content.encode(content), path, receivedAt: BigInt(context.clock.wall()) };
  held.set(content.number, row);
  lane.held.set(content.epoch, held);
  const id = epochId(lane.account, content.epoch);
  draft.ops.push({ op: 'put', table: 'held', id, seq: content.number, value: HeldRow.encode(row) });
  // The cursor names the epoch, so that loading finds what is held.
  putCursor(lane, draft, cursorOf(lane.counters.inbox, content.epoch));
  return true;
}

/** Shows what was held and is next now. */
function drainHeld(context: FlowContext, hooks: ReceiveHooks, lane: Lane, draft: Draft, epoch: bigint): void {
  const held = lane.held.get(epoch);
  if (held === undefined) return;
  let next = nextOf(lane.counters.inbox, epoch);
  for (;;) {
    const row = held.get(next);
    if (row === undefined) break;
    release(context, hooks, lane, draft, epoch, next, row);
    next += 1n;
  }
  putCursor(lane, draft, { ...cursorOf(lane.counters.inbox, epoch), next });
}

function release(
  context: FlowContext,
  hooks: ReceiveHooks,
  lane: Lane,
  draft: Draft,
  epoch: bigint,
  number: bigint,
  row: HeldRow,
): void {
  lane.held.get(epoch)?.delete(number);
  draft.ops.push({ op: 'delete', table: 'held', id: epochId(lane.account, epoch), seq: number });
  take(context, hooks, lane, draft, decodeContent(row.content), row.path, row.receivedAt, false);
}

/** The sender will not send what lies below: show what is held of it, and wait for it no more. */
function settle(
  context: FlowContext,
  hooks: ReceiveHooks,
  lane: Lane,
  draft: Draft,
  epoch: bigint,
  below: bigint,
): void {
  if (below <= nextOf(lane.counters.inbox, epoch)) return;
  const isNew = !lane.counters.inbox.some((cursor) => cursor.epoch === epoch);
  const held = [...(lane.held.get(epoch) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = held.map(([number]) => number);
  for (const [number, row] of held) {
    if (number < below) release(context, hooks, lane, draft, epoch, number, row);
  }
  putCursor(lane, draft, withSettledBelow(cursorOf(lane.counters.inbox, epoch), below, numbers, isNew));
  drainHeld(context, hooks, lane, draft, epoch);
}

/**
 * A friend's control content that does not decode, or whose signature is wrong, changes nothing: it is taken, so that the link or the
 * mailbox goes on, and forgotten. Our own bugs are not caught.
 */
function harmless<T>(context: FlowContext, lane: Lane, apply: () => T): T | undefined {
  try {
    return apply();
  } catch (error) {
    if (!(error instanceof MiyuError)) throw error;
    context.log.warn('content-invalid', { account: shortId(lane.account), code: error.code });
    return undefined;
  }
}

/** Text and unknown kinds go into the chat, control contents to their flow. */
function show(
  context: FlowContext,
  hooks: ReceiveHooks,
  lane: Lane,
  draft: Draft,
  content: Content,
  path: number,
  receivedAt: bigint,
): void {
  const handler = hooks.control(content.kind);
  if (handler !== undefined) {
    const before = lane.contact;
    const outcome = harmless(context, lane, () => handler(before, content.body));
    if (outcome === undefined) return;
    if (outcome.contact !== undefined) {
      lane.contact = outcome.contact;
      draft.contact = true;
      const after = outcome.contact;
      draft.after.push(() => {
        hooks.changed(before, after);
      });
    }
    draft.ops.push(...(outcome.ops ?? []));
    if (outcome.note !== undefined) showEntry(lane, draft, noteRow(lane, content, outcome.note, path, receivedAt));
    if (outcome.after !== undefined) draft.after.push(outcome.after);
    return;
  }
  if (lane.contact.relation !== RELATION.friend) return;
  const row = harmless(context, lane, () => rowOfContent(context, lane, draft, content, { path, receivedAt }));
  if (row === undefined) return;
  showEntry(lane, draft, row);
  if (isShown(row)) lane.counters = { ...lane.counters, unread: lane.counters.unread + 1 };
}

/** Opens one envelope in the session that it belongs to, or in a new one that it begins. Part of a step on a lane. */
import { decodeContent } from '../core/content.ts';
import type { ContactRow } from '../core/generated/rows.js';
import {
  acceptFirst,
  firstMessageFingerprint,
  isCannotOpen,
  open,
  peekFirst,
  sessionIdOf,
  type DecodedEnvelope,
} from '../core/session.ts';
import { unpad } from '../../shared/crypto/padding.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes } from '../../shared/ids.ts';
import type { Content } from '../../shared/wire/generated/content.js';
import { ENVELOPE } from '../../shared/wire/protocols.ts';
import type { FlowContext, OwnPrekeys } from './context.ts';
import type { Draft, Lane, SessionSlot } from './lane.ts';
import { ownIdentity, peerIdentity } from './sealing.ts';

export interface OpenHooks {
  readonly prekeys: OwnPrekeys;
  /** The envelope showed a newer device. */
  readonly changed: (before: ContactRow, after: ContactRow) => void;
}

/** What was sealed: `content` is undefined where it is none. */
interface OpenedEnvelope {
  readonly content: Content | undefined;
}

/** What is in one envelope, with the session's advance in the draft; undefined: it does not open, and nothing has changed. */
export function openEnvelope(
  context: FlowContext,
  hooks: OpenHooks,
  lane: Lane,
  draft: Draft,
  envelope: DecodedEnvelope,
): OpenedEnvelope | undefined {
  const own = context.own();
  if (!equalBytes(envelope.toAccount, own.account) || !equalBytes(envelope.toDevice, own.device)) return undefined;
  const id = sessionIdOf(envelope);
  for (const slot of lane.sessions.values()) {
    if (!equalBytes(slot.session.id, id)) continue;
    const opened = open(slot.session, envelope, context.clock.wall());
    if (isCannotOpen(opened)) return undefined;
    const confirmed = { ...slot, session: opened.session, unconfirmed: false };
    lane.putSession(draft, confirmed);
    preferSession(context, lane, draft, confirmed);
    return { content: contentOf(opened.plaintext) };
  }
  return envelope.kind === ENVELOPE.first ? acceptSession(context, hooks, lane, draft, envelope) : undefined;
}

function acceptSession(
  context: FlowContext,
  hooks: OpenHooks,
  lane: Lane,
  draft: Draft,
  envelope: DecodedEnvelope,
): OpenedEnvelope | undefined {
  const first = peekFirst(envelope);
  if (first === undefined || !equalBytes(first.fromAccount, lane.account)) return undefined;
  const fingerprint = firstMessageFingerprint(envelope);
  if (hooks.prekeys.wasAccepted(fingerprint)) return undefined;
  const accepted = acceptFirst(ownIdentity(context), peerIdentity(lane), envelope, hooks.prekeys, {
    random: context.random,
    kem: context.kem,
    now: context.clock.wall(),
  });
  if (isCannotOpen(accepted)) return undefined;
  // An older device of the friend may still have mail under way; it is read, but nothing is sent back to it.
  if (accepted.certificate.epoch > lane.contact.epoch) {
    const before = lane.contact;
    lane.contact = {
      ...before,
      certificate: accepted.certificate.encoded,
      device: accepted.certificate.device,
      epoch: accepted.certificate.epoch,
    };
    draft.contact = true;
    draft.after.push(() => {
      hooks.changed(before, lane.contact);
    });
  }
  const slot = lane.addSession(draft, {
    session: accepted.session,
    device: accepted.certificate.device,
    epoch: accepted.certificate.epoch,
    unconfirmed: false,
  });
  draft.ops.push(...hooks.prekeys.acceptOps(accepted.usedOneTimeId, fingerprint));
  failpoint('session-accepted');
  preferSession(context, lane, draft, slot);
  return { content: contentOf(accepted.plaintext) };
}

/**
 * Send on the session last received on. Both initiated at once: while ours is unconfirmed, the session of the lower account id
 * wins, so that both sides end on the same one.
 */
function preferSession(context: FlowContext, lane: Lane, draft: Draft, slot: SessionSlot): void {
  if (slot.epoch !== lane.contact.epoch) return;
  const sending = lane.sessions.get(lane.counters.sendingSlot);
  if (sending !== undefined && sending.slot !== slot.slot && sending.unconfirmed && sending.epoch === slot.epoch) {
    if (Buffer.compare(context.own().account, lane.account) < 0) return;
  }
  lane.renew = false;
  lane.sendOn(draft, slot.slot);
}

function contentOf(plaintext: Uint8Array): Content | undefined {
  const unpadded = unpad(plaintext);
  if (unpadded === undefined) return undefined;
  try {
    return decodeContent(unpadded);
  } catch {
    // Sealed by the friend, but not a content: nothing to show and nothing to keep.
    return undefined;
  }
}

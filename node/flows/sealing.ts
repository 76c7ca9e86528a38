/** Sealing contents for a contact: in the session that sends, or in a new one made from the friend's prekey bundle. */
import { encodeContent } from '../core/content.ts';
import type { OutboxRow } from '../core/generated/rows.js';
import { MET_SEQ } from '../core/rows.ts';
import { openSessionTo, seal, type OwnIdentity, type PeerIdentity, type VerifiedBundle } from '../core/session.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { pad } from '../../shared/crypto/padding.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Lane, SessionSlot } from './lane.ts';

export function ownIdentity(context: FlowContext): OwnIdentity {
  const own = context.own();
  return { account: own.account, identity: own.identity, certificate: own.certificate };
}

export const peerIdentity = (lane: Lane): PeerIdentity => ({
  account: lane.contact.account,
  identityKey: lane.contact.identityKey,
  exchangeKey: lane.contact.exchangeKey,
  certificate: lane.contact.certificate,
});

/** A session from a bundle of the contact's present device, from now on the one that sends. */
export function openSession(context: FlowContext, lane: Lane, draft: Draft, bundle: VerifiedBundle): SessionSlot {
  const session = openSessionTo(ownIdentity(context), peerIdentity(lane), bundle, {
    random: context.random,
    kem: context.kem,
  });
  const slot = lane.addSession(draft, {
    session,
    device: bundle.device,
    epoch: bundle.epoch,
    unconfirmed: true,
  });
  lane.renew = false;
  // Prekeys that came with a request are used up, or not needed any more.
  draft.ops.push({ op: 'delete', table: 'contacts', id: lane.account, seq: MET_SEQ });
  lane.sendOn(draft, slot.slot);
  failpoint('session-opened');
  return slot;
}

export interface Sealable {
  readonly kind: number;
  readonly messageId: Uint8Array;
  readonly number: bigint;
  readonly sentAt: bigint;
  readonly body: Uint8Array;
  /** Absent: none. */
  readonly formerNumbers?: bigint[];
}

/** Envelope of one content in the sending session, or undefined where there is none (prekeys must be fetched first). */
export function sealContent(
  context: FlowContext,
  lane: Lane,
  draft: Draft,
  content: Sealable,
): { readonly envelope: Uint8Array; readonly envelopeId: Uint8Array; readonly slot: bigint } | undefined {
  const slot = lane.sendingSession();
  if (slot === undefined) return undefined;
  const first = lane.settledBelow;
  const { kind, messageId, number, sentAt, body, formerNumbers = [] } = content;
  const plaintext = encodeContent({
    kind,
    messageId,
    number,
    sentAt,
    body,
    formerNumbers,
    epoch: lane.counters.numberEpoch,
    settledBelow: number !== 0n && number < first ? number : first,
  });
  const to = { account: lane.contact.account, device: slot.device, epoch: slot.epoch };
  const sealed = seal(slot.session, to, pad(plaintext), context.random);
  lane.putSession(draft, { ...slot, session: sealed.session });
  return { envelope: sealed.envelope, envelopeId: sealed.envelopeId, slot: slot.slot };
}

/** The outbox row's `session` field: the slot as u64 big-endian, so that a row knows which session it was sealed in. */
export function slotBytes(slot: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  // Byte by byte: so small an array stays in the engine's heap as long as nobody asks for its memory.
  for (let [at, rest] = [7, slot]; rest > 0n; at -= 1, rest >>= 8n) bytes[at] = Number(rest & 0xffn);
  return bytes;
}

/** Seals an outbox row (again) and puts it; false where no session is there. */
export function sealRow(context: FlowContext, lane: Lane, draft: Draft, row: OutboxRow): OutboxRow | undefined {
  const sealed = sealContent(context, lane, draft, row);
  if (sealed === undefined) return undefined;
  const next: OutboxRow = {
    ...row,
    envelope: sealed.envelope,
    envelopeId: sealed.envelopeId,
    session: slotBytes(sealed.slot),
    receipt: new Uint8Array(0),
    storedUntil: 0n,
  };
  const entry = lane.entries.get(row.number);
  if (entry !== undefined) {
    if (!draft.sealed.has(entry.number)) entry.seals += 1;
    draft.sealed.set(entry.number, entry.seals);
    lane.wasSealed(entry, sealed.slot);
    entry.envelope = lane.keepsInMemory(sealed.envelope.length) ? sealed.envelope : undefined;
  }
  return next;
}

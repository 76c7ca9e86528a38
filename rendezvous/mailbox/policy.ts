/** What a mailbox takes in: sizes, quotas, and the form of an envelope. Pure. */
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, PEER_ID_BYTES } from '../../shared/ids.ts';
import { Envelope } from '../../shared/wire/generated/envelope.js';
import { MAX_ENVELOPE_BYTES } from '../../shared/wire/limits.ts';
import { ENVELOPE, WIRE_VERSION } from '../../shared/wire/protocols.ts';

export interface MailboxLimits {
  /** Mail in one mailbox, and its envelopes' bytes. */
  readonly items: number;
  readonly bytes: number;
  /** Of these, by one sender. */
  readonly senderItems: number;
  readonly senderBytes: number;
  readonly lifetimeMs: number;
}

export interface Usage {
  readonly count: number;
  readonly bytes: bigint;
}

/** A full mailbox empties when its owner signs in: nobody need try more often. */
const FULL_RETRY_MS = 60_000;
const KINDS: readonly number[] = Object.values(ENVELOPE);

/** The server reads an envelope's address and nothing else. @throws MiyuError 'too-large' | 'envelope-invalid' */
export function checkEnvelope(bytes: Uint8Array, owner: Uint8Array): void {
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new MiyuError('too-large', { detail: MAX_ENVELOPE_BYTES });
  let envelope: Envelope;
  try {
    envelope = Envelope.decode(bytes);
  } catch (cause) {
    throw new MiyuError('envelope-invalid', { cause });
  }
  const valid =
    envelope.version === WIRE_VERSION &&
    envelope.suite >= 1 &&
    KINDS.includes(envelope.kind) &&
    envelope.toDevice.length === PEER_ID_BYTES &&
    envelope.toEpoch >= 1n &&
    envelope.body.length > 0;
  if (!valid) throw new MiyuError('envelope-invalid');
  if (!equalBytes(envelope.toAccount, owner)) throw new MiyuError('envelope-invalid', { field: 'to_account' });
}

/** @throws MiyuError 'mailbox-full' | 'sender-quota' (detail: the number of mails, where that is what is reached) */
export function checkQuota(limits: MailboxLimits, mailbox: Usage, sender: Usage, size: number): void {
  const retryAfterMs = FULL_RETRY_MS;
  if (mailbox.count >= limits.items) throw new MiyuError('mailbox-full', { detail: limits.items, retryAfterMs });
  if (Number(mailbox.bytes) + size > limits.bytes) throw new MiyuError('mailbox-full', { retryAfterMs });
  if (sender.count >= limits.senderItems) {
    throw new MiyuError('sender-quota', { detail: limits.senderItems, retryAfterMs });
  }
  if (Number(sender.bytes) + size > limits.senderBytes) throw new MiyuError('sender-quota', { retryAfterMs });
}

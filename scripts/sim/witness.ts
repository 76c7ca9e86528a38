/**
 * Sees every envelope that leaves a peer, over a link or towards a mailbox, and notes which message key it was sealed with: one key
 * must never seal two of them, also not across a crash (a session that was set back to before what it had sent).
 *
 * A record is the first 16 bytes of SHA-256 over session, ratchet key and number, and of SHA-256 over the envelope. It is written
 * before the envelope leaves, so that a kill cannot hide what has left.
 */
import { createHash } from 'node:crypto';
import { openSync, readFileSync, writeSync } from 'node:fs';
import { ChatMessage } from '../../shared/wire/generated/chat.js';
import { Envelope, FirstBody, PairwiseBody } from '../../shared/wire/generated/envelope.js';
import { RendezvousRequest } from '../../shared/wire/generated/rendezvous.js';
import { ENVELOPE } from '../../shared/wire/protocols.ts';

const HALF = 16;
const RECORD_BYTES = 2 * HALF;

function recordOf(bytes: Uint8Array): Buffer | undefined {
  const { kind, body } = Envelope.decode(bytes);
  const message = kind === ENVELOPE.first ? FirstBody.decode(body).message : PairwiseBody.decode(body);
  if (message === undefined) return undefined;
  const key = createHash('sha256').update(message.session).update(message.ratchetKey).update(`/${message.number}`);
  const envelope = createHash('sha256').update(bytes);
  return Buffer.concat([key.digest().subarray(0, HALF), envelope.digest().subarray(0, HALF)]);
}

/** From now on, in this process. */
export function beginToWitness(path: string): void {
  const file = openSync(path, 'a', 0o600);
  const note = (envelopes: readonly Uint8Array[]): void => {
    const records = envelopes.map(recordOf).filter((record) => record !== undefined);
    if (records.length > 0) writeSync(file, Buffer.concat(records));
  };
  const encodeChat = ChatMessage.encode;
  ChatMessage.encode = (message) => {
    if (message.deliver !== undefined) note(message.deliver.envelopes ?? []);
    return encodeChat(message);
  };
  const encodeRequest = RendezvousRequest.encode;
  RendezvousRequest.encode = (request) => {
    if (request.deposit?.envelope !== undefined) note([request.deposit.envelope]);
    return encodeRequest(request);
  };
}

export interface Witnessed {
  /** Envelopes that left, each as often as it did. */
  readonly envelopes: number;
  /** Message keys under which two different ones left. */
  readonly reused: number;
}

export function readWitness(path: string): Witnessed {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { envelopes: 0, reused: 0 };
  }
  const byKey = new Map<string, string>();
  const reused = new Set<string>();
  let envelopes = 0;
  for (let at = 0; at + RECORD_BYTES <= bytes.length; at += RECORD_BYTES) {
    const key = bytes.toString('latin1', at, at + HALF);
    const envelope = bytes.toString('latin1', at + HALF, at + RECORD_BYTES);
    envelopes += 1;
    if ((byKey.get(key) ?? envelope) !== envelope) reused.add(key);
    byKey.set(key, envelope);
  }
  return { envelopes, reused: reused.size };
}

/** Sessions as rows of a peer's own store (session-state.proto). */
import { MiyuError } from '../../shared/errors.ts';
import { SHORT_ID_BYTES } from '../../shared/ids.ts';
import { X25519_BYTES } from '../../shared/crypto/x25519.ts';
import { FirstBody } from '../../shared/wire/generated/envelope.js';
import { MAX_SKIPPED_KEYS } from '../../shared/wire/limits.ts';
import { SessionState } from './generated/session-state.js';
import type { Session } from './session.ts';
import { MESSAGE_KEY_BYTES } from './skipped-keys.ts';

const ROW_VERSION = 1;
const KEY_BYTES = 32;
const FIXED_KEYS = 7;
const FIXED_BYTES = SHORT_ID_BYTES + FIXED_KEYS * KEY_BYTES;
const NONE = new Uint8Array(0);

export function encodeSession(session: Session): Uint8Array {
  const { ratchet, first, accepted } = session;
  const { sending, receiving, own } = ratchet;
  const fixed = new Uint8Array(FIXED_BYTES);
  fixed.set(session.id);
  const keys = [
    session.associated,
    ratchet.rootKey,
    own.secretKey,
    own.publicKey,
    ratchet.remoteKey ?? NONE,
    sending?.key ?? NONE,
    receiving?.key ?? NONE,
  ];
  let at = SHORT_ID_BYTES;
  for (const key of keys) {
    fixed.set(key, at);
    at += KEY_BYTES;
  }
  return SessionState.encode({
    version: ROW_VERSION,
    fixed,
    sends: sending !== undefined,
    sendingNext: sending?.next ?? 0,
    receives: receiving !== undefined,
    receivingNext: receiving?.next ?? 0,
    previousLength: ratchet.previousLength,
    skipped: ratchet.skipped.map((run) => ({ ...run, storedAt: BigInt(run.storedAt) })),
    first: first === undefined ? NONE : FirstBody.encode(first),
    accepted: accepted ?? NONE,
  });
}

/** @throws MiyuError 'store-damaged' | 'store-newer' */
export function decodeSession(bytes: Uint8Array): Session {
  let row: SessionState;
  try {
    row = SessionState.decode(bytes, { limits: { skipped: MAX_SKIPPED_KEYS } });
  } catch (cause) {
    throw new MiyuError('store-damaged', { cause });
  }
  if (row.version > ROW_VERSION) throw new MiyuError('store-newer', { detail: row.version });
  const fixed = sized(row.fixed, FIXED_BYTES);
  let at = SHORT_ID_BYTES;
  // Copies: the session must not hold on to the buffer that the row was read into.
  const next = (): Uint8Array => fixed.slice(at, (at += KEY_BYTES));
  const [associated, rootKey, secretKey, publicKey, remoteKey] = [next(), next(), next(), next(), next()];
  const [sendingKey, receivingKey] = [next(), next()];
  return {
    id: fixed.slice(0, SHORT_ID_BYTES),
    associated,
    ratchet: {
      rootKey,
      own: { publicKey, secretKey },
      remoteKey,
      sending: row.sends ? { key: sendingKey, next: row.sendingNext } : undefined,
      receiving: row.receives ? { key: receivingKey, next: row.receivingNext } : undefined,
      previousLength: row.previousLength,
      skipped: row.skipped.map((run) => {
        if (run.keys.length === 0 || run.keys.length % MESSAGE_KEY_BYTES !== 0) throw new MiyuError('store-damaged');
        return {
          ratchetKey: sized(run.ratchetKey, X25519_BYTES).slice(),
          first: run.first,
          keys: run.keys.slice(),
          storedAt: Number(run.storedAt),
        };
      }),
    },
    first: row.first.length === 0 ? undefined : decodeHeader(row.first),
    accepted: row.accepted.length === 0 ? undefined : sized(row.accepted, KEY_BYTES).slice(),
  };
}

function decodeHeader(bytes: Uint8Array): NonNullable<Session['first']> {
  try {
    const { message: _, ...header } = FirstBody.decode(bytes.slice());
    return header;
  } catch (cause) {
    throw new MiyuError('store-damaged', { cause });
  }
}

function sized(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new MiyuError('store-damaged');
  return bytes;
}

/** Sessions as rows of a peer's own store (session-state.proto). */
import { MiyuError } from '../../shared/errors.ts';
import { SHORT_ID_BYTES } from '../../shared/ids.ts';
import { X25519_BYTES } from '../../shared/crypto/x25519.ts';
import { FirstBody } from '../../shared/wire/generated/envelope.js';
import { MAX_SKIPPED_KEYS } from '../../shared/wire/limits.ts';
import { SessionState } from './generated/session-state.js';
import type { Chain } from './ratchet.ts';
import type { Session } from './session.ts';
import { MESSAGE_KEY_BYTES } from './skipped-keys.ts';

const ROW_VERSION = 1;
const KEY_BYTES = 32;
const NONE = new Uint8Array(0);

export function encodeSession(session: Session): Uint8Array {
  const { ratchet } = session;
  return SessionState.encode({
    version: ROW_VERSION,
    id: session.id,
    associated: session.associated,
    rootKey: ratchet.rootKey,
    ownSecret: ratchet.own.secretKey,
    ownPublic: ratchet.own.publicKey,
    remoteKey: ratchet.remoteKey ?? NONE,
    previousLength: ratchet.previousLength,
    skipped: ratchet.skipped.map((run) => ({ ...run, storedAt: BigInt(run.storedAt) })),
    first: session.first === undefined ? NONE : FirstBody.encode(session.first),
    accepted: session.accepted ?? NONE,
    ...(ratchet.sending && { sending: ratchet.sending }),
    ...(ratchet.receiving && { receiving: ratchet.receiving }),
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
  return {
    id: sized(row.id, SHORT_ID_BYTES),
    associated: sized(row.associated, KEY_BYTES),
    first: row.first.length === 0 ? undefined : decodeHeader(row.first),
    accepted: row.accepted.length === 0 ? undefined : sized(row.accepted, KEY_BYTES),
    ratchet: {
      rootKey: sized(row.rootKey, KEY_BYTES),
      own: { secretKey: sized(row.ownSecret, X25519_BYTES), publicKey: sized(row.ownPublic, X25519_BYTES) },
      remoteKey: sized(row.remoteKey, X25519_BYTES),
      sending: row.sending && chain(row.sending),
      receiving: row.receiving && chain(row.receiving),
      previousLength: row.previousLength,
      skipped: row.skipped.map((run) => {
        if (run.keys.length === 0 || run.keys.length % MESSAGE_KEY_BYTES !== 0) throw new MiyuError('store-damaged');
        return {
          ratchetKey: sized(run.ratchetKey, X25519_BYTES),
          first: run.first,
          keys: run.keys.slice(),
          storedAt: Number(run.storedAt),
        };
      }),
    },
  };
}

const chain = (row: { key: Uint8Array; next: number }): Chain => ({ key: sized(row.key, KEY_BYTES), next: row.next });

function decodeHeader(bytes: Uint8Array): NonNullable<Session['first']> {
  try {
    const { message: _, ...header } = FirstBody.decode(bytes);
    return header;
  } catch (cause) {
    throw new MiyuError('store-damaged', { cause });
  }
}

/** A copy: rows are read out of buffers that are not ours to keep. */
function sized(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new MiyuError('store-damaged');
  return bytes.slice();
}

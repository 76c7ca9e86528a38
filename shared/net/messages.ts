/** Frame (shared/wire/frame.proto) to and from bytes, with refusals as MiyuErrors. */
import { MiyuError } from '../errors.ts';
import { Frame } from '../wire/generated/frame.js';
import { MAX_LOG_PROOF_BYTES } from '../wire/limits.ts';
import { FRAME } from '../wire/protocols.ts';
import { REFUSALS, refusalOf } from '../wire/refusals.ts';
import type { RefusalCode } from '../wire/refusals.ts';

const EMPTY = new Uint8Array(0);
const MAX_ID = 0xffff_ffff;

export type Message =
  | { readonly type: 'request'; readonly id: number; readonly body: Uint8Array }
  | { readonly type: 'response'; readonly id: number; readonly body: Uint8Array }
  | { readonly type: 'refusal'; readonly id: number; readonly error: MiyuError }
  | { readonly type: 'push'; readonly body: Uint8Array };

export const encodeRequest = (id: number, body: Uint8Array): Uint8Array =>
  Frame.encode({ type: FRAME.request, id, body });
export const encodeResponse = (id: number, body: Uint8Array): Uint8Array =>
  Frame.encode({ type: FRAME.response, id, body });
export const encodePush = (body: Uint8Array): Uint8Array => Frame.encode({ type: FRAME.push, body });

/** `error` must carry a code of the wire; its bounds, field, retry time and proof go with it, its cause does not. */
export const encodeRefusal = (id: number, code: RefusalCode, error?: MiyuError): Uint8Array =>
  Frame.encode({
    type: FRAME.refusal,
    id,
    body: EMPTY,
    refusal: {
      code: REFUSALS[code],
      retryAfterMs: clampUint32(error?.retryAfterMs ?? 0),
      field: error?.field ?? '',
      detail: BigInt(Math.max(0, Math.trunc(error?.detail ?? 0))),
      proof: error?.proof ?? EMPTY,
    },
  });

/** Whether a code has a number on the wire. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code);

/** @throws MiyuError 'protocol-violation' on bytes that are no Frame, an unknown type, or an id or refusal where none belongs. */
export function decodeMessage(bytes: Uint8Array): Message {
  const frame = decodeFrame(bytes);
  const { type, id, body, refusal } = frame;
  const plain = refusal === undefined;
  if (type === FRAME.push && id === 0 && plain) return { type: 'push', body };
  if (type === FRAME.request && isId(id) && plain) return { type: 'request', id, body };
  if (type === FRAME.response && isId(id) && plain) return { type: 'response', id, body };
  if (type === FRAME.refusal && isId(id) && !plain && body.length === 0) {
    return { type: 'refusal', id, error: errorOf(refusal) };
  }
  throw new MiyuError('protocol-violation');
}

function decodeFrame(bytes: Uint8Array): Frame {
  try {
    return Frame.decode(bytes);
  } catch (cause) {
    throw new MiyuError('protocol-violation', { cause });
  }
}

function errorOf(refusal: NonNullable<Frame['refusal']>): MiyuError {
  const code = refusalOf(refusal.code);
  if (code === undefined) return new MiyuError('refused', { detail: refusal.code });
  return new MiyuError(code, {
    ...(refusal.retryAfterMs > 0 ? { retryAfterMs: refusal.retryAfterMs } : {}),
    // A field is a name of ours; anything else is text from a stranger and is dropped.
    ...(/^[a-zA-Z][a-zA-Z_.-]{0,31}$/.test(refusal.field) ? { field: refusal.field } : {}),
    ...(refusal.detail > 0n ? { detail: Number(refusal.detail) } : {}),
    ...(refusal.proof.length > 0 && refusal.proof.length <= MAX_LOG_PROOF_BYTES ? { proof: refusal.proof } : {}),
  });
}

const isId = (id: number): boolean => id > 0 && id <= MAX_ID;
const clampUint32 = (value: number): number => Math.min(MAX_ID, Math.max(0, Math.trunc(value)));

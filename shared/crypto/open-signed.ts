/** Opening something signed: signature first, then decoding, then every field's bounds. */
import { MiyuError, type ErrorCode } from '../errors.ts';
import { equalBytes, ID_BYTES, PEER_ID_BYTES } from '../ids.ts';
import type { SignatureContext } from '../wire/contexts.ts';
import type { Signed } from '../wire/generated/identity.js';
import { MAX_ADDRESS_BYTES, MAX_ADDRESSES } from '../wire/limits.ts';
import { WIRE_VERSION } from '../wire/protocols.ts';
import { verifySigned } from './signatures.ts';

/** The greatest instant that a Date can hold, Unix milliseconds. */
const MAX_TIME = 8_640_000_000_000_000n;

/** What a caller already knows of a statement's fields; anything else inside makes it another statement. */
export type Expected<T> = { readonly [K in keyof T]?: T[K] | undefined };

interface Opening<T> {
  readonly context: SignatureContext;
  /** Thrown where signature, encoding or a field is wrong. */
  readonly code: ErrorCode;
  decode(payload: Uint8Array): T;
  /** Whether every field is within its bounds. */
  valid(statement: T): boolean;
}

/** @throws MiyuError with the opening's code; 'version-mismatch' where the signature is right and the version another */
export function openSigned<T extends { version: number }>(
  opening: Opening<T>,
  signed: Signed,
  publicKey: Uint8Array,
  expected: Expected<T> = {},
): T {
  if (!verifySigned(opening.context, signed, publicKey)) {
    throw new MiyuError(opening.code, { cause: new MiyuError('signature-invalid') });
  }
  return decodeStatement(opening, signed.payload, expected);
}

/** The same without the signature, for what carries the key that signs it. */
export function decodeStatement<T extends { version: number }>(
  { code, decode, valid }: Pick<Opening<T>, 'code' | 'decode' | 'valid'>,
  payload: Uint8Array,
  expected: Expected<T> = {},
): T {
  let statement: T;
  try {
    statement = decode(payload);
  } catch (cause) {
    throw new MiyuError(code, { cause });
  }
  if (statement.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
  if (!valid(statement)) throw new MiyuError(code);
  for (const key of Object.keys(expected) as (keyof T)[]) {
    if (expected[key] !== undefined && !same(statement[key], expected[key])) throw new MiyuError(code);
  }
  return statement;
}

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? equalBytes(a, b) : a === b;

export const isId = (bytes: Uint8Array): boolean => bytes.length === ID_BYTES;
export const isPeerId = (bytes: Uint8Array): boolean => bytes.length === PEER_ID_BYTES;
export const isTime = (milliseconds: bigint): boolean => milliseconds > 0n && milliseconds <= MAX_TIME;

export const textFits = (text: string, maxBytes: number): boolean => Buffer.byteLength(text, 'utf8') <= maxBytes;

/** Multiaddrs as text: printable ASCII, bounded in number and length. Whether they mean anything, the dialler finds out. */
export const areAddresses = (addresses: readonly string[]): boolean =>
  addresses.length <= MAX_ADDRESSES &&
  addresses.every((address) => address.length <= MAX_ADDRESS_BYTES && /^\/[\x21-\x7e]+$/.test(address));

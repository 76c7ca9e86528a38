/**
 * OPAQUE (RFC 9807; ristretto255, SHA-512, 3DH) as `@serenity-kit/opaque` has it: what both sides share. A server that runs it
 * never sees a password, and what it keeps allows no guess without the secret of its own.
 *
 * The library speaks base64url and throws texts; nothing of that leaves these files. What comes from the other side has exactly one
 * length for each message, and is looked at before the library is.
 */
import { MiyuError } from '../errors.ts';
import { concatBytes } from '../ids.ts';
import { hkdfSha256 } from './hash.ts';

/** Length of each message, bytes. */
export const OPAQUE_BYTES = {
  registrationRequest: 32,
  registrationResponse: 64,
  record: 192,
  /** KE1, KE2, KE3. */
  loginRequest: 96,
  loginResponse: 320,
  loginFinish: 64,
  exportKey: 64,
  /** A server's own secret: seed of its OPRF keys, its key, and the key of made-up records. */
  setup: 128,
} as const;
export type OpaqueMessage = keyof typeof OPAQUE_BYTES;

/** argon2id as in password.ts, RFC 9106 §4's second choice with one lane: what each guess costs whoever has the server's secret. */
export const KEY_STRETCHING = { 'argon2id-custom': { iterations: 3, memory: 64 * 1024, parallelism: 1 } } as const;

/** Who the two sides are: both are part of what the password opens, so that a record serves for no other account or server. */
export interface OpaqueIdentities {
  /** Account id. */
  readonly account: Uint8Array;
  /** PeerId bytes. */
  readonly server: Uint8Array;
}

export const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** @throws MiyuError 'malformed' with the message's name as field, where the length is another */
export function checkMessage(message: OpaqueMessage, bytes: Uint8Array): Uint8Array {
  if (bytes.length !== OPAQUE_BYTES[message]) throw new MiyuError('malformed', { field: message });
  return bytes;
}

/** What the library made, as plain bytes. @throws MiyuError 'internal' where it is not what RFC 9807 says */
export function fromText(message: OpaqueMessage, text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64url'));
  if (bytes.length !== OPAQUE_BYTES[message]) throw new MiyuError('internal', { field: message });
  return bytes;
}

export const identifiersOf = ({ account, server }: OpaqueIdentities): { client: string; server: string } => ({
  client: toText(account),
  server: toText(server),
});

/** A key of 32 bytes for one purpose out of an export key or a server's setup. */
export const keyFrom = (secret: Uint8Array, context: string, ...bound: readonly Uint8Array[]): Uint8Array =>
  hkdfSha256(secret, concatBytes(...bound), context, 32);

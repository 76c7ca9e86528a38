/**
 * What a home server keeps for whoever signs in anywhere: sealed under a random key, which is wrapped under the export key that OPAQUE
 * gives to the password alone. So it is renewed without the password, and opened by it.
 *
 *   version u8 ‖ nonce (12) ‖ wrapped key (48) ‖ nonce (12) ‖ sealed, deflated body
 *
 * The wrap has context ‖ 0x00 ‖ account ‖ server as associated data, the body context ‖ 0x01 ‖ account ‖ u64 number ‖ what stands before
 * it: neither opens for another account, and the body for no other number than the one it was put under.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { concatBytes, ID_BYTES, PEER_ID_BYTES } from '../ids.ts';
import { MiyuError } from '../errors.ts';
import { DERIVE } from '../wire/contexts.ts';
import { KEY_BYTES, NONCE_BYTES, openAead, sealAead, TAG_BYTES } from './aead.ts';
import { utf8 } from './hash.ts';
import { u64 } from './layout.ts';
import { keyFrom, type OpaqueIdentities } from './opaque.ts';
import type { Random } from './random.ts';

const VERSION = 1;
export const WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;
const HEAD_BYTES = 1 + WRAPPED_BYTES;
/** Ten thousand friends of 4 KiB, as in a vault: what is inflated must not fill the memory. */
const MAX_BODY_BYTES = 48 * 1024 * 1024;

const context = utf8(DERIVE.uploadedVault);

const wrapData = ({ account, server }: OpaqueIdentities): Uint8Array =>
  concatBytes(context, Uint8Array.of(0), fixed(account, ID_BYTES), fixed(server, PEER_ID_BYTES));

const bodyData = (account: Uint8Array, number: bigint, head: Uint8Array, nonce: Uint8Array): Uint8Array =>
  concatBytes(context, Uint8Array.of(1), fixed(account, ID_BYTES), u64(number), head, nonce);

/** The copy's key under an export key; WRAPPED_BYTES. */
export function wrapVaultKey(
  exportKey: Uint8Array,
  key: Uint8Array,
  identities: OpaqueIdentities,
  random: Random,
): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const wrapKey = keyFrom(exportKey, DERIVE.uploadedVaultKey);
  return concatBytes(nonce, sealAead(wrapKey, nonce, key, wrapData(identities)));
}

/** @param number under which it will be put */
export function sealUploadedVault(
  { key, wrapped }: { readonly key: Uint8Array; readonly wrapped: Uint8Array },
  body: Uint8Array,
  account: Uint8Array,
  number: bigint,
  random: Random,
): Uint8Array {
  const head = concatBytes(Uint8Array.of(VERSION), fixed(wrapped, WRAPPED_BYTES));
  const nonce = random(NONCE_BYTES);
  const sealed = sealAead(key, nonce, deflateRawSync(body), bodyData(account, number, head, nonce));
  return concatBytes(head, nonce, sealed);
}

export interface OpenedUpload {
  readonly body: Uint8Array;
  readonly key: Uint8Array;
  readonly wrapped: Uint8Array;
}

/**
 * undefined: not under this export key, or of another account, server or number.
 * @throws MiyuError 'needs-newer-version'
 */
export function openUploadedVault(
  exportKey: Uint8Array,
  bytes: Uint8Array,
  identities: OpaqueIdentities,
  number: bigint,
): OpenedUpload | undefined {
  if (bytes.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES) return undefined;
  if (bytes[0]! > VERSION) throw new MiyuError('needs-newer-version', { detail: bytes[0]! });
  if (bytes[0] !== VERSION) return undefined;
  const head = bytes.slice(0, HEAD_BYTES);
  const wrapped = head.slice(1);
  const wrapKey = keyFrom(exportKey, DERIVE.uploadedVaultKey);
  const key = openAead(wrapKey, wrapped.subarray(0, NONCE_BYTES), wrapped.subarray(NONCE_BYTES), wrapData(identities));
  if (key === undefined) return undefined;
  const nonce = bytes.slice(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
  const sealed = bytes.subarray(HEAD_BYTES + NONCE_BYTES);
  const deflated = openAead(key, nonce, sealed, bodyData(identities.account, number, head, nonce));
  if (deflated === undefined) return undefined;
  try {
    return { body: new Uint8Array(inflateRawSync(deflated, { maxOutputLength: MAX_BODY_BYTES })), key, wrapped };
  } catch {
    return undefined;
  }
}

/** @throws MiyuError 'internal': lengths are what keeps the parts apart */
function fixed(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new MiyuError('internal', { detail: bytes.length });
  return bytes;
}

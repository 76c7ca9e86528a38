/** Ids as people and logs see them. */

/** Account, envelope and other SHA-256 ids: 32 bytes. */
export const ID_BYTES = 32;
/** Message and session ids: 16 bytes. */
export const SHORT_ID_BYTES = 16;
/** PeerId of an Ed25519 libp2p key as bytes: identity multihash 00 24, then the 36-byte protobuf public key. */
export const PEER_ID_BYTES = 38;

const hexes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex: map keys and JSON. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexes[byte] ?? '';
  return text;
}

/** Bytes of lower- or upper-case hex, or undefined where it is none. */
export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** First 4 bytes as hex: the only form of an id that may stand in a log. */
export const shortId = (bytes: Uint8Array): string => toHex(bytes.subarray(0, 4));

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

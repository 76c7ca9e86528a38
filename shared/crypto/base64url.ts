/** base64url without padding (RFC 4648 §5). */

export const toBase64Url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');

/** Lenient as node is: the caller checks the alphabet. A copy, for small Buffers share one pool. */
export const fromBase64Url = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

/** Arrays that come out of node, and cheap ones. */

/** Node's Buffer as the plain view that our own types promise (a Buffer's `slice` shares memory, a Uint8Array's copies). */
export const plain = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

/**
 * Bytes to be written over, every one of them: a view of a shared pool where they are few, which costs a fifth of an array with
 * memory of its own. What was there before is in them.
 */
export const unwritten = (length: number): Uint8Array => plain(Buffer.allocUnsafe(length));

/** Arrays that come out of node, and cheap ones. */

/** Node's Buffer as the plain view that our own types promise (a Buffer's `slice` shares memory, a Uint8Array's copies). */
export const plain = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

const POOL_BYTES = 64 * 1024;
/** A larger array has memory of its own: little of a pool is then left over when the next one begins. */
const MAX_POOLED_BYTES = 4 * 1024;
let pool = new ArrayBuffer(POOL_BYTES);
let used = 0;

/**
 * Bytes to be written over, every one of them: views of a shared pool where they are few, which costs a tenth of an array with
 * memory of its own. No two of them share a byte, and a pool ends with the last view of it. Not node's own pool: what is written
 * here may be secret, and node's serves everybody.
 */
export function unwritten(length: number): Uint8Array {
  if (length > MAX_POOLED_BYTES) return new Uint8Array(length);
  if (used + length > POOL_BYTES) {
    pool = new ArrayBuffer(POOL_BYTES);
    used = 0;
  }
  const bytes = new Uint8Array(pool, used, length);
  used += length;
  return bytes;
}

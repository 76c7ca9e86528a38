/** Randomness as an argument: node:crypto in the product, a seeded stream in tests and simulation. */
import { randomFillSync } from 'node:crypto';

/** Fresh random bytes of this length. Never the same array twice. */
export type Random = (length: number) => Uint8Array;

/** Draws of at most this many bytes (nonces, ids, keys) come out of a pool: one call into the generator serves many. */
const POOLED = 64;
const pool = new Uint8Array(4096);
let used = pool.length;

export const systemRandom: Random = (length) => {
  if (length > POOLED) return randomFillSync(new Uint8Array(length));
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = new Uint8Array(length);
  // Here, for so few calls into the engine would cost more.
  for (let i = 0; i < length; i += 1) {
    bytes[i] = pool[used + i]!;
    // What was handed out is somebody's secret and must not stay here.
    pool[used + i] = 0;
  }
  used += length;
  return bytes;
};

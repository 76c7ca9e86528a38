import type { MAX_TEXT_BYTES } from '../../../../shared/wire/limits.ts';

/** Longest text, in bytes of UTF-8; a test holds it against the wire's. */
export const TEXT_BYTES: typeof MAX_TEXT_BYTES = 65_536;
/** From here on the composer says how much is left. */
export const TOLD_BYTES = 4_096;

const encoder = new TextEncoder();

/** @returns bytes that are left, negative where it is too long; undefined while there is plenty */
export function bytesLeft(text: string): number | undefined {
  // A unit of UTF-16 has at most three bytes.
  if (text.length * 3 < TEXT_BYTES - TOLD_BYTES) return undefined;
  const left = TEXT_BYTES - encoder.encode(text).length;
  return left < TOLD_BYTES ? left : undefined;
}

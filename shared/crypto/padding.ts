/** Padding to buckets, so that a sealed content's size says little: content ‖ 0x80 ‖ 0x00* (ISO/IEC 7816-4). */
import { MiyuError } from '../errors.ts';
import { unwritten } from './bytes.ts';
import { PADDING_BUCKETS } from '../wire/limits.ts';

const MARK = 0x80;

/** The smallest bucket with room for a content of this length and the mark; undefined: there is none. */
const bucketFor = (length: number): number | undefined => PADDING_BUCKETS.find((bucket) => bucket > length);

/** @throws MiyuError 'too-large' where not even the last bucket holds it */
export function pad(content: Uint8Array): Uint8Array {
  const bucket = bucketFor(content.length);
  if (bucket === undefined) throw new MiyuError('too-large', { detail: content.length });
  const padded = unwritten(bucket);
  padded.set(content);
  padded[content.length] = MARK;
  padded.fill(0, content.length + 1);
  return padded;
}

/** The content (a view), or undefined where `pad` would not have made these bytes. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  if (end < 0 || padded[end] !== MARK || bucketFor(end) !== padded.length) return undefined;
  return padded.subarray(0, end);
}

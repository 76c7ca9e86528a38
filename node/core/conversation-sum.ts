/**
 * The sum of a set of contents, by which two friends compare what each thinks the other has: modulo 2^256, of a hash of each one's
 * (epoch, number, message id). MSet-Add-Hash (Clarke et al., "Incremental Multiset Hash Functions", ASIACRYPT 2003) without a key: a
 * content is added or taken away without looking at the others. It finds what a server, a disk or a copied profile lost or gave
 * twice; a friend who wants to lie about what he has can say so without it.
 */
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { concatBytes } from '../../shared/ids.ts';
import { CONVERSATION_SUM } from '../../shared/wire/contexts.ts';

export const SUM_BYTES = 32;
const MODULUS = 1n << 256n;
const CONTEXT = concatBytes(utf8(CONVERSATION_SUM), new Uint8Array(1));

/** Name of one content for ever. */
export interface Numbered {
  readonly number: bigint;
  /** 16 bytes. */
  readonly messageId: Uint8Array;
}

/** SHA-256 of context ‖ 0x00 ‖ u64 epoch ‖ u64 number ‖ message id, as an integer. */
function termOf(epoch: bigint, { number, messageId }: Numbered): bigint {
  const place = new Uint8Array(16);
  const view = new DataView(place.buffer);
  view.setBigUint64(0, epoch);
  view.setBigUint64(8, number);
  return toInteger(sha256(concatBytes(CONTEXT, place, messageId)));
}

/** How many, and their sum: 32 bytes, or empty for none. */
export interface Total {
  readonly count: bigint;
  readonly digest: Uint8Array;
}

export const NO_TOTAL: Total = { count: 0n, digest: new Uint8Array(0) };

export const withContent = (total: Total, epoch: bigint, content: Numbered): Total => ({
  count: total.count + 1n,
  digest: toBytes(toInteger(total.digest) + termOf(epoch, content)),
});

/** Takes one away that is in it. */
export const withoutContent = (total: Total, epoch: bigint, content: Numbered): Total => ({
  count: total.count > 0n ? total.count - 1n : 0n,
  digest: toBytes(toInteger(total.digest) - termOf(epoch, content)),
});

export function withContents(total: Total, epoch: bigint, contents: Iterable<Numbered>): Total {
  let { count } = total;
  let sum = toInteger(total.digest);
  for (const content of contents) {
    count += 1n;
    sum += termOf(epoch, content);
  }
  return { count, digest: toBytes(sum) };
}

export function withoutContents(total: Total, epoch: bigint, contents: Iterable<Numbered>): Total {
  const taken = withContents(NO_TOTAL, epoch, contents);
  return {
    count: total.count > taken.count ? total.count - taken.count : 0n,
    digest: toBytes(toInteger(total.digest) - toInteger(taken.digest)),
  };
}

export const equalTotals = (a: Total, b: Total): boolean =>
  a.count === b.count && toInteger(a.digest) === toInteger(b.digest);

/** A digest as it goes over the wire: always 32 bytes. */
export const wireDigest = (digest: Uint8Array): Uint8Array => toBytes(toInteger(digest));

function toInteger(bytes: Uint8Array): bigint {
  let sum = 0n;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += 8) sum = (sum << 64n) | view.getBigUint64(at);
  return sum;
}

function toBytes(value: bigint): Uint8Array {
  let sum = BigInt.asUintN(256, value + MODULUS);
  const bytes = new Uint8Array(SUM_BYTES);
  const view = new DataView(bytes.buffer);
  for (let at = SUM_BYTES - 8; at >= 0; at -= 8) {
    view.setBigUint64(at, BigInt.asUintN(64, sum));
    sum >>= 64n;
  }
  return bytes;
}

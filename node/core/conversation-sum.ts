/**
 * The sum of a set of contents, by which two friends compare what each thinks the other has: modulo 2^256, of a hash of each one's
 * (epoch, number, message id). MSet-Add-Hash (Clarke et al., "Incremental Multiset Hash Functions", ASIACRYPT 2003) without a key: a
 * content is added or taken away without looking at the others. It finds what a server, a disk or a copied profile lost or gave
 * twice; a friend who wants to lie about what he has can say so without it.
 */
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { concatBytes, equalBytes, SHORT_ID_BYTES } from '../../shared/ids.ts';
import { CONVERSATION_SUM } from '../../shared/wire/contexts.ts';

export const SUM_BYTES = 32;
const CONTEXT = concatBytes(utf8(CONVERSATION_SUM), new Uint8Array(1));

/** Name of one content for ever. */
export interface Numbered {
  readonly number: bigint;
  /** 16 bytes. */
  readonly messageId: Uint8Array;
}

// One place for all of them: nothing in it is secret, and it is hashed before anything else can be written there.
const input = new Uint8Array(CONTEXT.length + 16 + SHORT_ID_BYTES);
const inputView = new DataView(input.buffer);
input.set(CONTEXT);

/** SHA-256 of context ‖ 0x00 ‖ u64 epoch ‖ u64 number ‖ message id. */
function termOf(epoch: bigint, { number, messageId }: Numbered): Uint8Array {
  inputView.setBigUint64(CONTEXT.length, epoch);
  inputView.setBigUint64(CONTEXT.length + 8, number);
  if (messageId.length !== SHORT_ID_BYTES) return sha256(input.subarray(0, CONTEXT.length + 16), messageId);
  input.set(messageId, CONTEXT.length + 16);
  return sha256(input);
}

/** How many, and their sum: 32 bytes, or empty for none. */
export interface Total {
  readonly count: bigint;
  readonly digest: Uint8Array;
}

export const NO_TOTAL: Total = { count: 0n, digest: new Uint8Array(0) };

export const withContent = (total: Total, epoch: bigint, content: Numbered): Total => ({
  count: total.count + 1n,
  digest: added(toSum(total.digest), termOf(epoch, content)),
});

/** Takes one away that is in it. */
export const withoutContent = (total: Total, epoch: bigint, content: Numbered): Total => ({
  count: total.count > 0n ? total.count - 1n : 0n,
  digest: subtracted(toSum(total.digest), termOf(epoch, content)),
});

export function withContents(total: Total, epoch: bigint, contents: Iterable<Numbered>): Total {
  let { count } = total;
  const sum = toSum(total.digest);
  for (const content of contents) {
    count += 1n;
    added(sum, termOf(epoch, content));
  }
  return { count, digest: sum };
}

export function withoutContents(total: Total, epoch: bigint, contents: Iterable<Numbered>): Total {
  const taken = withContents(NO_TOTAL, epoch, contents);
  return {
    count: total.count > taken.count ? total.count - taken.count : 0n,
    digest: subtracted(toSum(total.digest), taken.digest),
  };
}

export const equalTotals = (a: Total, b: Total): boolean =>
  a.count === b.count && equalBytes(toSum(a.digest), toSum(b.digest));

/** A digest as it goes over the wire: always 32 bytes. */
export const wireDigest = (digest: Uint8Array): Uint8Array => toSum(digest);

/** A number of 32 bytes, the greatest first, of its own: it is changed in place. */
function toSum(digest: Uint8Array): Uint8Array {
  const sum = new Uint8Array(SUM_BYTES);
  sum.set(digest, SUM_BYTES - digest.length);
  return sum;
}

/** Adds a term to a sum. */
function added(sum: Uint8Array, term: Uint8Array): Uint8Array {
  let carry = 0;
  for (let at = SUM_BYTES - 1; at >= 0; at -= 1) {
    carry += sum[at]! + term[at]!;
    sum[at] = carry;
    carry >>>= 8;
  }
  return sum;
}

/** Takes a term from a sum. */
function subtracted(sum: Uint8Array, term: Uint8Array): Uint8Array {
  let borrow = 0;
  for (let at = SUM_BYTES - 1; at >= 0; at -= 1) {
    borrow += sum[at]! - term[at]!;
    sum[at] = borrow;
    borrow >>= 8;
  }
  return sum;
}

/** The wire forms of proofs (transparency.proto), and what is read of them: bounded, and undefined where it is none. */
import { isId } from '../crypto/open-signed.ts';
import { concatBytes } from '../ids.ts';
import type { Signed } from '../wire/generated/identity.js';
import { MAX_LOG_PROOF_HASHES, MAX_TREE_SIZE } from '../wire/limits.ts';
import { HeadProof, LookupProof, type MapProof as WireMapProof } from './generated/transparency.js';
import { KEY_BITS, KEY_BYTES } from './map-hash.ts';
import type { MapProof } from './map-proof.ts';
import { HASH_BYTES } from './tree-hash.ts';

/** A signed head, and the hashes that prove what `claimedRanges` (tree-proof.ts) lists. */
export interface HeadWithProof {
  readonly head: Signed;
  /** Size of the smaller tree that it is proven to contain; 0: none. */
  readonly from: number;
  readonly hashes: readonly Uint8Array[];
}

export interface LookupWithProof extends HeadWithProof {
  readonly map: MapProof;
  /** What stands under the key; undefined: nothing. */
  readonly value: Uint8Array | undefined;
}

const NONE = new Uint8Array(0);

const headMessage = ({ head, from, hashes }: HeadWithProof): HeadProof => ({
  head,
  from: BigInt(from),
  hashes: concatBytes(...hashes),
});

export const encodeHeadProof = (proof: HeadWithProof): Uint8Array => HeadProof.encode(headMessage(proof));

export const decodeHeadProof = (bytes: Uint8Array): HeadWithProof | undefined =>
  decoded(() => headOf(HeadProof.decode(bytes)));

export function encodeLookupProof(proof: LookupWithProof): Uint8Array {
  const { depth, present, siblings, other } = proof.map;
  return LookupProof.encode({
    head: headMessage(proof),
    map: {
      ...{ depth, present, siblings: concatBytes(...siblings) },
      ...{ otherKey: other?.key ?? NONE, otherValueHash: other?.valueHash ?? NONE },
    },
    value: proof.value ?? NONE,
  });
}

export const decodeLookupProof = (bytes: Uint8Array): LookupWithProof | undefined =>
  decoded(() => {
    const { head: headProof, map: wireMap, value } = LookupProof.decode(bytes);
    const head = headOf(headProof);
    const map = mapOf(wireMap);
    if (head === undefined || map === undefined) return undefined;
    return { ...head, map, value: value.length === 0 ? undefined : value };
  });

function decoded<T>(decode: () => T | undefined): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

function headOf(proof: HeadProof | undefined): HeadWithProof | undefined {
  if (proof?.head === undefined || proof.from > BigInt(MAX_TREE_SIZE)) return undefined;
  const hashes = splitHashes(proof.hashes, MAX_LOG_PROOF_HASHES);
  return hashes === undefined ? undefined : { head: proof.head, from: Number(proof.from), hashes };
}

function mapOf(proof: WireMapProof | undefined): MapProof | undefined {
  if (proof === undefined || proof.depth > KEY_BITS) return undefined;
  const { depth, present, otherKey, otherValueHash } = proof;
  const siblings = splitHashes(proof.siblings, depth);
  if (siblings === undefined) return undefined;
  if (otherKey.length === 0 && otherValueHash.length === 0) return { depth, present, siblings, other: undefined };
  if (otherKey.length !== KEY_BYTES || !isId(otherValueHash)) return undefined;
  return { depth, present, siblings, other: { key: otherKey, valueHash: otherValueHash } };
}

/** At most so many hashes, one after another. */
export function splitHashes(bytes: Uint8Array, most: number): Uint8Array[] | undefined {
  if (bytes.length % HASH_BYTES !== 0 || bytes.length > most * HASH_BYTES) return undefined;
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) => bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

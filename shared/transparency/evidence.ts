/**
 * Two heads that contradict each other, as bytes that anybody can check: the server's signatures are the only witness. What a server
 * merely failed to prove is no evidence, for whoever tells of it could have made it up.
 */
import { MiyuError } from '../errors.ts';
import { concatBytes, equalBytes } from '../ids.ts';
import type { Signed } from '../wire/generated/identity.js';
import { MAX_EVIDENCE_BYTES, MAX_LOG_PROOF_HASHES } from '../wire/limits.ts';
import { WIRE_VERSION } from '../wire/protocols.ts';
import { Evidence, TreeHead } from './generated/transparency.js';
import { splitHashes } from './proof-bytes.ts';
import { openTreeHead, sameLog, type OpenedHead } from './tree-head.ts';
import { rootsByConsistency } from './tree-proof.ts';

/** How two heads of one log contradict each other. */
export type Contradiction =
  | 'forked' // one size, two trees
  | 'map-mismatch' // one tree, two maps
  | 'shrunk' // the later one has the smaller tree
  | 'inconsistent'; // the greater tree does not begin with the smaller

export interface Conflict {
  readonly contradiction: Contradiction;
  /** In the order of `conflictOf`: the smaller tree first, of one size the earlier head. */
  readonly first: OpenedHead;
  readonly second: OpenedHead;
  /** Of 'inconsistent': the hashes that lead to the greater tree's root, and to another smaller one than was signed. */
  readonly hashes: readonly Uint8Array[];
}

/** What two heads of one log are to each other. */
export type Relation =
  | 'consistent'
  /** The hashes do not lead to the greater tree: nothing is shown, for or against. */
  | 'unproven'
  | Conflict;

/**
 * @param hashes for `consistencyRanges` of the two sizes; none where the sizes are one
 * @throws MiyuError 'internal' by heads of two logs: nothing that one says binds the other
 */
export function relateHeads(one: OpenedHead, other: OpenedHead, hashes: readonly Uint8Array[]): Relation {
  if (!sameLog(one, other)) throw new MiyuError('internal');
  const [first, second] = isOrdered(one, other) ? [one, other] : [other, one];
  const conflict = (contradiction: Contradiction, proof: readonly Uint8Array[] = []): Conflict => ({
    ...{ contradiction, first, second, hashes: proof },
  });
  if (first.size === second.size) {
    if (!equalBytes(first.root, second.root)) return conflict('forked');
    return equalBytes(first.mapRoot, second.mapRoot) ? 'consistent' : conflict('map-mismatch');
  }
  if (first.time > second.time) return conflict('shrunk');
  const roots = rootsByConsistency(first.size, second.size, hashes);
  if (roots === undefined || !equalBytes(roots.new, second.root)) return 'unproven';
  return equalBytes(roots.old, first.root) ? 'consistent' : conflict('inconsistent', hashes);
}

/** The same two heads give the same evidence, whoever compares them. */
function isOrdered(one: OpenedHead, other: OpenedHead): boolean {
  if (one.size !== other.size) return one.size < other.size;
  if (one.time !== other.time) return one.time < other.time;
  return Buffer.compare(one.signed.payload, other.signed.payload) <= 0;
}

export const encodeEvidence = ({ first, second, hashes }: Conflict): Uint8Array =>
  Evidence.encode({
    version: WIRE_VERSION,
    first: first.signed,
    second: second.signed,
    hashes: concatBytes(...hashes),
  });

/**
 * Trusts nobody: the result names the server whose key signed both heads, and how they contradict each other. Whether that is the
 * server that one means, is for the reader to compare (its fingerprint).
 * @throws MiyuError 'evidence-invalid' where it proves nothing; 'version-mismatch'
 */
export function verifyEvidence(bytes: Uint8Array): Conflict {
  if (bytes.length > MAX_EVIDENCE_BYTES) throw new MiyuError('evidence-invalid');
  let first: OpenedHead;
  let second: OpenedHead;
  let hashes: Uint8Array[] | undefined;
  try {
    const evidence = Evidence.decode(bytes);
    if (evidence.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
    first = openByItself(evidence.first);
    second = openByItself(evidence.second);
    hashes = splitHashes(evidence.hashes, MAX_LOG_PROOF_HASHES);
  } catch (cause) {
    if (cause instanceof MiyuError && cause.code === 'version-mismatch') throw cause;
    throw new MiyuError('evidence-invalid', { cause });
  }
  if (hashes === undefined || !sameLog(first, second)) throw new MiyuError('evidence-invalid');
  const relation = relateHeads(first, second, hashes);
  if (relation === 'consistent' || relation === 'unproven') throw new MiyuError('evidence-invalid');
  return relation;
}

/** A head under the key of the server that it names. */
function openByItself(signed: Signed | undefined): OpenedHead {
  if (signed === undefined) throw new MiyuError('tree-head-invalid');
  return openTreeHead(signed, TreeHead.decode(signed.payload).server);
}

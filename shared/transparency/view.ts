/**
 * What a client believes of a server's log: the head that it keeps, and whether another may take its place. Whatever is refused is
 * refused with a reason, and where the server has contradicted itself, with the conflict (evidence.ts).
 */
import { isMiyuError, MiyuError } from '../errors.ts';
import { equalBytes } from '../ids.ts';
import type { Signed } from '../wire/generated/identity.js';
import { relateHeads, type Conflict, type Contradiction } from './evidence.ts';
import { verifyMapProof } from './map-proof.ts';
import { decodeMapEntry, type MapEntry } from './map-entries.ts';
import type { HeadWithProof, LookupWithProof } from './proof-bytes.ts';
import { entryLeaf, mapLeaf } from './tree-hash.ts';
import { openTreeHead, sameLog, type OpenedHead } from './tree-head.ts';
import { splitClaims, verifyInclusion, type ClaimProofs } from './tree-proof.ts';

export type HeadFault =
  | Contradiction
  | 'wrong-key' // not signed by this server
  | 'malformed' // signed, and no head of this version, or for another server
  | 'other-log' // the server has begun another log: nothing of the kept one is proven
  | 'stale' // older than it may be
  | 'early' // from the future
  | 'unproven'; // the proof does not lead to its root, or is for something else than was asked

export interface HeadRefused {
  readonly fault: HeadFault;
  /** Evidence, where the two heads alone, or the proof with them, are. */
  readonly conflict?: Conflict;
}

export interface View {
  /** PeerId bytes of the server, as pinned. */
  readonly server: Uint8Array;
  /** The head that was accepted last; undefined: none yet. */
  readonly kept: OpenedHead | undefined;
}

export interface Freshness {
  /** Unix milliseconds. */
  readonly now: number;
  /** How far its time may be from now, either way, milliseconds (MAX_HEAD_AGE_MS). */
  readonly most: number;
}

export const isHeadRefused = <T>(result: T | HeadRefused): result is HeadRefused =>
  typeof result === 'object' && result !== null && 'fault' in result;

/** The head that takes the kept one's place, or why it may not. */
export function acceptHead(view: View, offered: HeadWithProof, freshness: Freshness): OpenedHead | HeadRefused {
  const judged = judge(view, offered, undefined, freshness);
  return isHeadRefused(judged) ? judged : judged.head;
}

export type LookupFault =
  | 'map-unproven' // the map of this head does not say that
  | 'entry-malformed'
  | 'entry-unproven' // the statement is not in the log where the map says
  | 'denied'; // the server says that there is nobody, and its map that there is

export interface Found {
  /** To be kept from now on. */
  readonly head: OpenedHead;
  /** What stands under the key at this head; undefined: nothing does. */
  readonly entry: MapEntry | undefined;
}

export interface LookupRefused {
  readonly fault: HeadFault | LookupFault;
  readonly conflict?: Conflict;
}

export const isLookupRefused = (result: Found | LookupRefused): result is LookupRefused => 'fault' in result;

/**
 * An answer to a look-up: the head, that its map says this under the key, and that the statement which it names is in the log.
 * @param key accountKey or nameKey (map-entries.ts)
 */
export function judgeLookup(
  view: View,
  key: Uint8Array,
  answer: LookupWithProof,
  freshness: Freshness,
): Found | LookupRefused {
  const entry = answer.value === undefined ? undefined : decodeMapEntry(answer.value);
  if (answer.value !== undefined && entry === undefined) return { fault: 'entry-malformed' };
  const judged = judge(view, answer, entry?.index, freshness);
  if (isHeadRefused(judged)) return judged;
  const { head, proofs } = judged;
  if (!verifyMapProof(head.mapRoot, key, answer.value, answer.map)) return { fault: 'map-unproven' };
  if (entry !== undefined) {
    const leaf = entryLeaf(entry.entry);
    if (!verifyInclusion(leaf, entry.index, head.size, proofs.inclusion, head.root)) return { fault: 'entry-unproven' };
  }
  return { head, entry };
}

/**
 * An answer that there is nobody: proven as every other one, and the map must say it too, by no value under the key or by one that was let go.
 * @param key accountKey or nameKey (map-entries.ts)
 */
export function judgeAbsence(
  view: View,
  key: Uint8Array,
  answer: LookupWithProof,
  freshness: Freshness,
): Found | LookupRefused {
  const found = judgeLookup(view, key, answer, freshness);
  if (isLookupRefused(found) || found.entry === undefined || found.entry.released) return found;
  return { fault: 'denied' };
}

/**
 * A head that a friend has of the same server, beside the kept one. Its age does not matter: an old one must be in the log as well.
 * @param hashes what the server proves of the greater of the two trees, `from` being the size of the smaller; of one size: none
 */
export function judgeFriendsHead(
  view: View & { readonly kept: OpenedHead },
  theirs: Signed,
  hashes: readonly Uint8Array[],
): 'consistent' | HeadRefused {
  const head = open(view.server, theirs);
  if (isHeadRefused(head)) return head;
  const { kept } = view;
  if (!sameLog(kept, head)) return { fault: 'other-log' };
  const shown = shownByThemselves(kept, head);
  if (shown !== undefined) return shown;
  if (head.size === kept.size) return 'consistent';
  const [smaller, greater] = head.size < kept.size ? [head, kept] : [kept, head];
  const proofs = splitClaims({ size: greater.size, from: smaller.size, index: undefined }, hashes);
  if (proofs === undefined) return { fault: 'unproven' };
  const related = told(relateHeads(smaller, greater, proofs.consistency));
  if (related !== 'consistent') return related;
  return endsWithItsMap(greater, proofs) ? related : { fault: 'map-mismatch' };
}

function judge(
  view: View,
  offered: HeadWithProof,
  index: number | undefined,
  { now, most }: Freshness,
): HeadRefused | { readonly head: OpenedHead; readonly proofs: ClaimProofs } {
  const head = open(view.server, offered.head);
  if (isHeadRefused(head)) return head;
  const { kept } = view;
  if (kept !== undefined && !sameLog(kept, head)) return { fault: 'other-log' };
  // First, so that a server cannot hide a contradiction behind a bad proof or an old time.
  const shown = kept === undefined ? undefined : shownByThemselves(kept, head);
  if (shown !== undefined) return shown;
  // An old head, shown again.
  if (kept !== undefined && head.size < kept.size) return { fault: 'shrunk' };
  const proofs = splitClaims({ size: head.size, from: offered.from, index }, offered.hashes);
  if (proofs === undefined || offered.from !== (kept?.size ?? 0)) return { fault: 'unproven' };
  if (kept !== undefined && kept.size < head.size) {
    const related = told(relateHeads(kept, head, proofs.consistency));
    if (related !== 'consistent') return related;
  }
  // Of the kept head's size it is the kept tree, which was seen to end with this map.
  if (head.size !== kept?.size && !endsWithItsMap(head, proofs)) return { fault: 'map-mismatch' };
  if (head.time < now - most) return { fault: 'stale' };
  if (head.time > now + most) return { fault: 'early' };
  return { head, proofs };
}

/** What two heads of one log say against each other without any proof. */
function shownByThemselves(one: OpenedHead, other: OpenedHead): HeadRefused | undefined {
  const relation = relateHeads(one, other, []);
  return relation === 'consistent' || relation === 'unproven'
    ? undefined
    : { fault: relation.contradiction, conflict: relation };
}

/** Whether the tree's last leaf says the head's map. */
const endsWithItsMap = (head: OpenedHead, { last }: ClaimProofs): boolean =>
  verifyInclusion(mapLeaf(head.mapRoot), head.size - 1, head.size, last, head.root);

function open(server: Uint8Array, signed: Signed): OpenedHead | HeadRefused {
  try {
    return openTreeHead(signed, server);
  } catch (error) {
    const unsigned = error instanceof MiyuError && isMiyuError(error.cause, 'signature-invalid');
    return { fault: unsigned ? 'wrong-key' : 'malformed' };
  }
}

const told = (relation: ReturnType<typeof relateHeads>): 'consistent' | HeadRefused => {
  if (relation === 'consistent') return relation;
  if (relation === 'unproven') return { fault: relation };
  return { fault: relation.contradiction, conflict: relation };
};

/** Whether two heads say the same of the log, at whatever times they were signed. */
export const sameTree = (a: OpenedHead, b: OpenedHead): boolean =>
  sameLog(a, b) && a.size === b.size && equalBytes(a.root, b.root) && equalBytes(a.mapRoot, b.mapRoot);

/**
 * What a person may show to others of a server's log. Two heads that contradict each other convict by themselves (evidence.ts), and so do two
 * maps of one log, the later of which says less of a key. An entry that its owner has not made is signed by the server as well, but that it is
 * false only the owner can say.
 */
import { MiyuError } from '../errors.ts';
import { toHex } from '../ids.ts';
import { serverFingerprint } from '../server-fingerprint.ts';
import { MAX_LOG_PROOF_BYTES } from '../wire/limits.ts';
import { WIRE_VERSION } from '../wire/protocols.ts';
import { verifyEvidence, type Contradiction } from './evidence.ts';
import { Exhibit, TreeHead } from './generated/transparency.js';
import { compareEntries, decodeMapEntry, type MapEntry } from './map-entries.ts';
import { verifyMapProof } from './map-proof.ts';
import { decodeLookupProof, encodeLookupProof, type LookupWithProof } from './proof-bytes.ts';
import { openTreeHead, sameLog, type OpenedHead } from './tree-head.ts';
import { isLookupRefused, judgeLookup } from './view.ts';

const NOTHING = new Uint8Array(0);
/** Two proofs, and what is around them. */
const MAX_EXHIBIT_BYTES = 2 * MAX_LOG_PROOF_BYTES + 256;

/** In plain values, for a face. */
export interface Proven {
  /** shown: the server has signed that this entry stands there. set-back: it has, and for a later tree that it does not. */
  readonly proves: Contradiction | 'shown' | 'set-back';
  /** Of the key that has signed. */
  readonly fingerprint: string;
  /** Of 'shrunk' in the order of their times, of the others the smaller first. Unix milliseconds. */
  readonly heads: readonly { readonly size: number; readonly time: number }[];
  /** Of 'shown' and 'set-back' (what stood there first): whose entry, and SHA-256 of the statement; null: nothing stands there. Lower-case hex. */
  readonly account: string | null;
  readonly entry: string | null;
}

/** @param key of the map @param proof LookupProof that follows no earlier head */
export const encodeExhibit = (key: Uint8Array, proof: Uint8Array): Uint8Array =>
  Exhibit.encode({ version: WIRE_VERSION, key, proof, earlier: NOTHING });

/** @param earlier, proof LookupProofs of the key in one log, the second of the greater tree; their hashes are not needed */
export const encodeSetBack = (key: Uint8Array, earlier: Uint8Array, proof: Uint8Array): Uint8Array =>
  Exhibit.encode({ version: WIRE_VERSION, key, proof, earlier });

/** The same without what relates its head to others; undefined: it is none. */
export function withoutHashes(proof: Uint8Array): Uint8Array | undefined {
  const decoded = decodeLookupProof(proof);
  return decoded === undefined ? undefined : encodeLookupProof({ ...decoded, from: 0, hashes: [] });
}

/** @throws MiyuError 'evidence-invalid' where it proves nothing; 'version-mismatch' */
export function verifyAnyEvidence(bytes: Uint8Array): Proven {
  const shown = verifyExhibit(bytes);
  if (shown !== undefined) return shown;
  const { contradiction, first, second } = verifyEvidence(bytes);
  const heads = [first, second].map(({ size, time }) => ({ size, time }));
  if (contradiction === 'shrunk') heads.sort((a, b) => a.time - b.time);
  return { proves: contradiction, fingerprint: serverFingerprint(first.server), heads, account: null, entry: null };
}

function verifyExhibit(bytes: Uint8Array): Proven | undefined {
  if (bytes.length > MAX_EXHIBIT_BYTES) throw new MiyuError('evidence-invalid');
  let exhibit: Exhibit;
  try {
    exhibit = Exhibit.decode(bytes);
  } catch {
    return undefined;
  }
  if (exhibit.key.length === 0) return undefined;
  if (exhibit.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
  if (exhibit.earlier.length > 0) return verifySetBack(exhibit);
  const proof = decodeLookupProof(exhibit.proof);
  if (proof === undefined) throw new MiyuError('evidence-invalid');
  const head = headIn(proof);
  const time = Number(head.time);
  const view = { server: head.server, kept: undefined };
  const found = judgeLookup(view, exhibit.key, proof, { now: time, most: 0 });
  if (isLookupRefused(found)) throw new MiyuError('evidence-invalid');
  return {
    proves: 'shown',
    fingerprint: serverFingerprint(head.server),
    heads: [{ size: found.head.size, time }],
    account: found.entry === undefined ? null : toHex(found.entry.account),
    entry: found.entry === undefined ? null : toHex(found.entry.entry),
  };
}

function verifySetBack({ key, earlier, proof }: Exhibit): Proven {
  const [first, second] = [earlier, proof].map((bytes) => mapSays(key, bytes)) as [Said, Said];
  const isLess =
    sameLog(first.head, second.head) &&
    first.head.size < second.head.size &&
    compareEntries(first.entry, second.entry) === 'set-back';
  if (!isLess || first.entry === undefined) throw new MiyuError('evidence-invalid');
  return {
    proves: 'set-back',
    fingerprint: serverFingerprint(first.head.server),
    heads: [first, second].map(({ head: { size, time } }) => ({ size, time })),
    account: toHex(first.entry.account),
    entry: toHex(first.entry.entry),
  };
}

interface Said {
  readonly head: OpenedHead;
  readonly entry: MapEntry | undefined;
}

/** What the map of a signed head says of a key. @throws MiyuError 'evidence-invalid' */
function mapSays(key: Uint8Array, bytes: Uint8Array): Said {
  const proof = decodeLookupProof(bytes);
  if (proof === undefined) throw new MiyuError('evidence-invalid');
  const entry = proof.value === undefined ? undefined : decodeMapEntry(proof.value);
  let head;
  try {
    head = openTreeHead(proof.head, headIn(proof).server);
  } catch (cause) {
    throw new MiyuError('evidence-invalid', { cause });
  }
  const isSaid = verifyMapProof(head.mapRoot, key, proof.value, proof.map);
  if (!isSaid || (proof.value !== undefined && entry === undefined)) throw new MiyuError('evidence-invalid');
  return { head, entry };
}

function headIn({ head }: LookupWithProof): TreeHead {
  try {
    return TreeHead.decode(head.payload);
  } catch (cause) {
    throw new MiyuError('evidence-invalid', { cause });
  }
}

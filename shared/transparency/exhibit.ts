/**
 * What a person may show to others of a server's log. Two heads that contradict each other convict by themselves (evidence.ts). An entry
 * that its owner has not made is signed by the server as well, but that it is false only the owner can say.
 */
import { MiyuError } from '../errors.ts';
import { toHex } from '../ids.ts';
import { serverFingerprint } from '../server-fingerprint.ts';
import { MAX_LOG_PROOF_BYTES } from '../wire/limits.ts';
import { WIRE_VERSION } from '../wire/protocols.ts';
import { verifyEvidence, type Contradiction } from './evidence.ts';
import { Exhibit, TreeHead } from './generated/transparency.js';
import { decodeLookupProof } from './proof-bytes.ts';
import { isLookupRefused, judgeLookup } from './view.ts';

/** In plain values, for a face. */
export interface Proven {
  /** shown: the server has signed that this entry stands there. */
  readonly proves: Contradiction | 'shown';
  /** Of the key that has signed. */
  readonly fingerprint: string;
  /** Of 'shrunk' in the order of their times, of the others the smaller first. Unix milliseconds. */
  readonly heads: readonly { readonly size: number; readonly time: number }[];
  /** Of 'shown': whose entry, and SHA-256 of the statement; null: nothing stands there. Lower-case hex. */
  readonly account: string | null;
  readonly entry: string | null;
}

/** @param key of the map @param proof LookupProof that follows no earlier head */
export const encodeExhibit = (key: Uint8Array, proof: Uint8Array): Uint8Array =>
  Exhibit.encode({ version: WIRE_VERSION, key, proof });

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
  if (bytes.length > MAX_LOG_PROOF_BYTES + 256) throw new MiyuError('evidence-invalid');
  let exhibit: Exhibit;
  try {
    exhibit = Exhibit.decode(bytes);
  } catch {
    return undefined;
  }
  if (exhibit.key.length === 0) return undefined;
  if (exhibit.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
  const proof = decodeLookupProof(exhibit.proof);
  if (proof === undefined) throw new MiyuError('evidence-invalid');
  let head: TreeHead;
  try {
    head = TreeHead.decode(proof.head.payload);
  } catch (cause) {
    throw new MiyuError('evidence-invalid', { cause });
  }
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

/**
 * What one person's screen shows another's camera (PROTOCOL.md section 6): who both are to the one who shows it, and the newest head of the
 * log that it has seen. `MIYU-VERIFY:` ‖ base32 of
 *
 *   0x01 ‖ own account (32) ‖ own key hash (32) ‖ the other's account (32) ‖ the other's key hash (32) ‖ u16(n) ‖ head (n) ‖ checksum (4)
 *
 * Nothing in it is secret. The checksum, of SHA-256, catches one that was mistyped; it is compared by eyes and cameras, not by a network.
 */
import { MiyuError } from '../errors.ts';
import { concatBytes, equalBytes, ID_BYTES } from '../ids.ts';
import { MAX_TREE_SIZE } from '../wire/limits.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { sha256 } from './hash.ts';
import { KEY_HASH_BYTES } from './identity.ts';
import { u64 } from './layout.ts';

export const VERIFICATION_SCHEME = 'MIYU-VERIFY:';
const VERSION = 1;
const LOG_ID_BYTES = 16;
/** log (16) ‖ u64(size) ‖ root (32) */
const HEAD_BYTES = LOG_ID_BYTES + 8 + ID_BYTES;
const CHECKSUM_BYTES = 4;
const PERSON_BYTES = ID_BYTES + KEY_HASH_BYTES;
const BARE_BYTES = 1 + 2 * PERSON_BYTES + 2 + CHECKSUM_BYTES;
/** Characters of the longest one, with a head, and as many blanks and line ends as a person may put in between. */
const MAX_CODE_LENGTH = 1_024;

/** How far somebody's directory log has come, by what they were shown last. */
export interface LogPosition {
  /** 16 bytes: which log. */
  readonly log: Uint8Array;
  readonly size: bigint;
  readonly root: Uint8Array;
}

export interface VerifiedParty {
  readonly account: Uint8Array;
  /** `keyHash` of identity.ts, 32 bytes. */
  readonly keyHash: Uint8Array;
}

export interface VerificationCode {
  readonly shower: VerifiedParty;
  readonly other: VerifiedParty;
  readonly head: LogPosition | undefined;
}

export function encodeVerification({ shower, other, head }: VerificationCode): string {
  const said = head === undefined ? new Uint8Array(0) : concatBytes(head.log, u64(head.size), head.root);
  const body = concatBytes(
    Uint8Array.of(VERSION),
    ...[shower.account, shower.keyHash, other.account, other.keyHash],
    Uint8Array.of(said.length >> 8, said.length & 0xff),
    said,
  );
  return VERIFICATION_SCHEME + toBase32(concatBytes(body, sha256(body).subarray(0, CHECKSUM_BYTES)));
}

/** Whether a text is meant as one. */
export const isVerificationCode = (text: string): boolean =>
  text.slice(0, MAX_CODE_LENGTH).replaceAll(/\s+/gu, '').toUpperCase().startsWith(VERIFICATION_SCHEME);

/**
 * Blanks in it and either case are taken: it may have been typed. A head of another length is one of a later program, and not looked at.
 * @throws MiyuError 'verification-malformed' | 'version-mismatch' (a newer program's)
 */
export function decodeVerification(text: string): VerificationCode {
  if (text.length > MAX_CODE_LENGTH || !isVerificationCode(text)) throw new MiyuError('verification-malformed');
  const whole = fromBase32(text.replaceAll(/\s+/gu, '').slice(VERIFICATION_SCHEME.length));
  if (whole === undefined || whole.length < 1 + CHECKSUM_BYTES) throw new MiyuError('verification-malformed');
  const body = whole.subarray(0, -CHECKSUM_BYTES);
  if (!equalBytes(sha256(body).subarray(0, CHECKSUM_BYTES), whole.subarray(-CHECKSUM_BYTES))) {
    throw new MiyuError('verification-malformed');
  }
  if (body[0] !== VERSION) throw new MiyuError('version-mismatch', { detail: body[0] ?? 0 });
  const headLength = ((body[1 + 2 * PERSON_BYTES] ?? 0) << 8) | (body[2 + 2 * PERSON_BYTES] ?? 0);
  if (whole.length !== BARE_BYTES + headLength) throw new MiyuError('verification-malformed');
  const party = (at: number): VerifiedParty => ({
    account: body.slice(at, at + ID_BYTES),
    keyHash: body.slice(at + ID_BYTES, at + PERSON_BYTES),
  });
  const head = body.slice(3 + 2 * PERSON_BYTES);
  return {
    shower: party(1),
    other: party(1 + PERSON_BYTES),
    head: headLength === HEAD_BYTES ? positionOf(head) : undefined,
  };
}

function positionOf(head: Uint8Array): LogPosition {
  const size = new DataView(head.buffer, head.byteOffset).getBigUint64(LOG_ID_BYTES);
  if (size === 0n || size > BigInt(MAX_TREE_SIZE)) throw new MiyuError('verification-malformed');
  return { log: head.slice(0, LOG_ID_BYTES), size, root: head.slice(LOG_ID_BYTES + 8) };
}

/**
 * match          both have the same keys of both, and nothing speaks against the directory
 * other-log      the same keys, but one log was shown to the two in two forms: its server lies to one of them
 * mismatch       one has other keys of one of the two
 * other-person   shown by somebody else than was meant, or for somebody else
 * yourself       one's own code
 */
export type VerificationOutcome = 'match' | 'other-log' | 'mismatch' | 'other-person' | 'yourself';

/**
 * What a code says to the one who scanned it.
 * @param own the account and keys of the one who scans, and where the log stood when last seen
 * @param them the person who is meant, with the keys that are known of them
 */
export function compareVerification(
  code: VerificationCode,
  own: VerifiedParty & { readonly head: LogPosition | undefined },
  them: VerifiedParty,
): VerificationOutcome {
  if (equalBytes(code.shower.account, own.account)) return 'yourself';
  const meant = equalBytes(code.shower.account, them.account) && equalBytes(code.other.account, own.account);
  if (!meant) return 'other-person';
  const same = equalBytes(code.shower.keyHash, them.keyHash) && equalBytes(code.other.keyHash, own.keyHash);
  if (!same) return 'mismatch';
  return contradict(code.head, own.head) ? 'other-log' : 'match';
}

/** One log of one size has one root. Of two sizes, or of two logs, nothing is said without a proof. */
function contradict(a: LogPosition | undefined, b: LogPosition | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return equalBytes(a.log, b.log) && a.size === b.size && !equalBytes(a.root, b.root);
}

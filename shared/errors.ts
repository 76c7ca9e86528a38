/**
 * One error type with a stable code. Every code, a refusal from the wire or our own, has one entry in
 * shared/error-texts.ts: what to say and what to do, in both languages. Expected outcomes are values, not errors.
 */
import type { RefusalCode } from './wire/refusals.ts';

/** Codes that arise on this machine. */
export type LocalCode =
  // input
  | 'usage'
  | 'text-empty'
  | 'text-too-long'
  | 'greeting-too-long'
  | 'emoji-invalid'
  | 'password-too-short'
  | 'password-too-common'
  | 'password-characters'
  | 'password-mismatch'
  | 'password-wrong'
  | 'login-wrong'
  | 'invite-malformed'
  | 'address-malformed'
  | 'config-invalid'
  // people
  | 'no-such-user'
  | 'inviter-unreachable'
  | 'ambiguous-friend'
  | 'already-friends'
  | 'already-requested'
  | 'not-a-friend'
  | 'request-refused'
  | 'no-such-request'
  | 'friend-key-changed'
  | 'friend-blocked'
  // messages
  | 'no-such-message'
  | 'not-your-message'
  | 'message-failed'
  | 'message-not-failed'
  | 'message-deleted'
  | 'too-many-changes'
  // this machine
  | 'not-registered'
  | 'account-lost'
  | 'already-registered'
  | 'locked'
  | 'already-unlocked'
  | 'signed-out'
  | 'no-server'
  | 'profile-in-use'
  | 'profile-rolled-back'
  | 'folder-unwritable'
  | 'folder-not-a-profile'
  | 'port-taken'
  | 'daemon-not-running'
  | 'daemon-failed'
  | 'api-version'
  | 'api-unauthorized'
  | 'page-off'
  | 'disk-full'
  | 'store-damaged'
  | 'store-failed'
  | 'store-newer'
  | 'store-repaired'
  | 'settings-lost'
  | 'vault-damaged'
  | 'vault-parameters'
  | 'vault-rejected'
  | 'anywhere-superseded'
  | 'picture-left-out'
  | 'vault-rolled-back'
  | 'key-file-damaged'
  | 'key-file-exists'
  | 'snapshot-required'
  | 'closed'
  | 'internal'
  // the network
  | 'server-unreachable'
  | 'server-key-mismatch'
  | 'server-statement-invalid'
  | 'friend-unreachable'
  | 'peer-key-mismatch'
  | 'relay-limit'
  | 'relay-refused'
  | 'timeout'
  | 'aborted'
  | 'link-closed'
  | 'protocol-violation'
  | 'refused'
  // cryptography
  | 'cannot-open'
  | 'signature-invalid'
  | 'key-invalid'
  | 'too-many-skipped'
  | 'needs-newer-version';

/** Of who somebody is: verification, certificates, profile cards. */
export type IdentityCode =
  | 'log-alarm'
  | 'log-stale'
  | 'log-unproven'
  | 'no-such-alarm'
  | 'no-evidence'
  | 'evidence-invalid'
  | 'tree-head-invalid'
  | 'verification-malformed'
  | 'code-unreadable'
  | 'certificate-file-invalid'
  | 'no-certificate'
  | 'display-name-invalid'
  | 'status-invalid'
  | 'birth-year-invalid'
  | 'picture-invalid'
  | 'picture-too-large';

export type ErrorCode = RefusalCode | LocalCode | IdentityCode;

export interface MiyuErrorOptions {
  cause?: unknown;
  /** Field of a form or request that is at fault. */
  field?: string;
  /** A bound, epoch or other number that explains the code. */
  detail?: number;
  /** When it makes sense to try again, milliseconds. */
  retryAfterMs?: number;
  /** What a server shows for its refusal: a LookupProof. For the one who asked it, never for a face. */
  proof?: Uint8Array;
}

/** A failure with a stable code; `message` is the code itself, so that nothing secret can slip into a log with it. */
export class MiyuError extends Error {
  override readonly name = 'MiyuError';
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly detail: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly proof: Uint8Array | undefined;

  constructor(code: ErrorCode, options: MiyuErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.field = options.field;
    this.detail = options.detail;
    this.retryAfterMs = options.retryAfterMs;
    this.proof = options.proof;
  }
}

export const isMiyuError = (error: unknown, code?: ErrorCode): error is MiyuError =>
  error instanceof MiyuError && (code === undefined || error.code === code);

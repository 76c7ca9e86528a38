/**
 * Refusal codes on the wire: number ↔ error code. Numbers are never reused. What each means, and which request returns it,
 * stands in PROTOCOL.md; what a person reads stands in shared/errors.ts under the same code.
 */
export const REFUSALS = {
  malformed: 1,
  'version-mismatch': 2,
  'hello-first': 3,
  'unknown-request': 4,
  busy: 5,
  'too-large': 6,
  'rate-limited': 7,
  'not-signed-in': 8,
  'already-signed-in': 9,
  'server-fault': 10,
  'storage-full': 11,

  'name-empty': 20,
  'name-too-long': 21,
  'name-characters': 22,
  'name-mixed-scripts': 23,
  'name-taken': 24,
  'name-look-alike': 25,
  'email-malformed': 26,
  'email-required': 27,
  'email-not-wanted': 28,
  'email-taken': 29,
  'token-required': 30,
  'token-invalid': 31,
  'statement-invalid': 32,
  'certificate-invalid': 33,
  'proof-invalid': 34,
  'unknown-account': 35,
  'epoch-conflict': 36,
  'account-exists': 37,
  'accounts-full': 38,
  'vault-conflict': 39,
  'vault-login-invalid': 40,
  'log-other': 41,
  'log-short': 42,
  'name-held': 47,
  'name-reserved': 48,
  'rename-limited': 49,

  'no-bundle': 50,
  'bundle-invalid': 51,
  'record-invalid': 52,
  'record-stale': 53,

  'invites-full': 56,
  'registration-closed': 57,

  'not-granted': 60,
  'grant-revoked': 61,
  'grant-invalid': 62,
  'mailbox-full': 63,
  'sender-quota': 64,
  'no-mailbox': 65,
  'envelope-invalid': 66,
  'request-waiting': 67,
  'requests-full': 68,
  'no-request': 69,
  'not-yourself': 70,
  'not-accepting': 71,

  'not-friends': 80,
  'session-replaced': 81,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

const byNumber = new Map<number, RefusalCode>(
  (Object.entries(REFUSALS) as [RefusalCode, number][]).map(([code, number]) => [number, code]),
);

/** The code of a number, or undefined for one that this version does not know. */
export const refusalOf = (number: number): RefusalCode | undefined => byNumber.get(number);

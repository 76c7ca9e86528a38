/** What a command's exit code tells a script. */
import type { ErrorCode } from '../../shared/errors.ts';

export const EXIT = {
  ok: 0,
  /** Something failed that none of the others names. */
  other: 1,
  /** The command, or what it was given, has no meaning: nothing was asked of anybody. */
  usage: 2,
  /** Understood and refused: a name that is taken, a wrong password, somebody who is no friend. */
  refused: 3,
  /** No peer runs on this profile, it is locked, or it serves no page. */
  notRunning: 4,
  /** Server or friend could not be reached, or not in time. */
  network: 5,
  /** Evidence that shows what a server has signed, and is no contradiction by itself. */
  shown: 6,
  /** `miyu doctor` found something that is wrong. */
  faults: 7,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_CODE: Readonly<Partial<Record<ErrorCode, ExitCode>>> = {
  usage: EXIT.usage,
  'text-empty': EXIT.usage,
  'text-too-long': EXIT.usage,
  'greeting-too-long': EXIT.usage,
  'emoji-invalid': EXIT.usage,
  'password-mismatch': EXIT.usage,
  'invite-malformed': EXIT.usage,
  'address-malformed': EXIT.usage,
  'config-invalid': EXIT.usage,
  'verification-malformed': EXIT.usage,
  'code-unreadable': EXIT.usage,
  'display-name-invalid': EXIT.usage,
  'status-invalid': EXIT.usage,
  'birth-year-invalid': EXIT.usage,
  'picture-invalid': EXIT.usage,
  'picture-too-large': EXIT.usage,
  'key-file-exists': EXIT.usage,

  'daemon-not-running': EXIT.notRunning,
  locked: EXIT.notRunning,
  'signed-out': EXIT.notRunning,
  'not-registered': EXIT.notRunning,
  closed: EXIT.notRunning,
  'link-closed': EXIT.notRunning,

  'server-unreachable': EXIT.network,
  'server-key-mismatch': EXIT.network,
  'server-statement-invalid': EXIT.network,
  'vault-rejected': EXIT.network,
  'friend-unreachable': EXIT.network,
  'inviter-unreachable': EXIT.network,
  'peer-key-mismatch': EXIT.network,
  'log-stale': EXIT.network,
  'log-unproven': EXIT.network,
  timeout: EXIT.network,
  busy: EXIT.network,
  'version-mismatch': EXIT.network,
  'server-fault': EXIT.network,

  internal: EXIT.other,
  malformed: EXIT.other,
  'unknown-request': EXIT.other,
  'protocol-violation': EXIT.other,
  'daemon-failed': EXIT.other,
  'api-version': EXIT.other,
  'api-unauthorized': EXIT.other,
  'page-off': EXIT.notRunning,
  'profile-in-use': EXIT.other,
  'profile-rolled-back': EXIT.other,
  'folder-unwritable': EXIT.other,
  'folder-not-a-profile': EXIT.other,
  'port-taken': EXIT.other,
  'disk-full': EXIT.other,
  'store-damaged': EXIT.other,
  'store-failed': EXIT.other,
  'store-newer': EXIT.other,
  'store-repaired': EXIT.other,
  'settings-lost': EXIT.other,
  'vault-damaged': EXIT.other,
  'vault-parameters': EXIT.other,
  'snapshot-required': EXIT.other,
  aborted: EXIT.other,
};

/** Every code that is not listed is an answer to what was asked: a refusal. */
export const exitCodeOf = (code: ErrorCode): ExitCode => BY_CODE[code] ?? EXIT.refused;

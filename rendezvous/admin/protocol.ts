/**
 * What the operator's commands say to a running server, over a socket in its data folder: one JSON line asks, lines answer;
 * `{"progress": …}` any number of times, then `{"result": …}` or `{"error": …}`.
 */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '../../shared/errors.ts';
import type { PortMappingState } from '../../shared/net/port-mapping.ts';
import type { TableReport } from '../store/store.ts';

export const AdminRequest = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('identity') }),
  z.strictObject({ command: z.literal('status') }),
  z.strictObject({ command: z.literal('policy') }),
  z.strictObject({ command: z.literal('token-create') }),
  z.strictObject({ command: z.literal('token-list'), limit: z.number().int().min(1).max(10_000) }),
  z.strictObject({ command: z.literal('token-revoke'), id: z.string().max(64) }),
  z.strictObject({ command: z.literal('check') }),
]);
export type AdminRequest = z.output<typeof AdminRequest>;

export interface IdentityReport {
  readonly peerId: string;
  readonly fingerprint: string;
  /** With /p2p/; what the server listens on or announces. */
  readonly addresses: readonly string[];
  /** An invite to this server, without a token. Absent where no address is known. */
  readonly invite: string | null;
}

export interface StatusReport {
  readonly accounts: number;
  readonly mail: number;
  readonly requests: number;
  readonly guests: number;
  /** Leaves of the transparency log; 0 while it is begun anew. */
  readonly logSize: number;
  readonly connections: number;
  readonly signedIn: number;
  readonly healthy: boolean;
  readonly uptimeMs: number;
  /** Null: this server relays nothing. Bytes: within the present hour. */
  readonly relay: { readonly reservations: number; readonly links: number; readonly bytes: number } | null;
  /** The port at the home router (UPnP); null: none is asked. */
  readonly portMapping: PortMappingState | null;
}

export interface PolicyReport {
  readonly name: string;
  readonly email: 'off' | 'optional' | 'required';
  readonly maxNameLength: number;
  readonly tokenRequired: boolean;
  readonly registrationClosed: boolean;
  readonly invitesPerAccount: number;
  /** The operator's own, beside the built-in list. */
  readonly reservedNames: readonly string[];
  readonly maxAccounts: number;
  readonly mailDays: number;
  readonly mailboxItems: number;
  readonly mailboxMiB: number;
  readonly senderItems: number;
  readonly senderMiB: number;
  readonly vaultKiB: number;
  readonly nameHoldDays: number;
}

export interface NewTokenReport {
  /** Hex. */
  readonly token: string;
  readonly expiresAt: number;
  /** An invite that carries it. Absent where no address is known. */
  readonly invite: string | null;
}

export interface TokenReport {
  readonly id: string;
  /** Short account id, or null: the operator. */
  readonly madeBy: string | null;
  readonly madeAt: number;
  readonly expiresAt: number;
}

export interface AdminAnswers {
  readonly identity: IdentityReport;
  readonly status: StatusReport;
  readonly policy: PolicyReport;
  readonly 'token-create': NewTokenReport;
  readonly 'token-list': readonly TokenReport[];
  readonly 'token-revoke': { readonly revoked: string };
  readonly check: readonly TableReport[];
}
export type AdminCommand = keyof AdminAnswers;

export interface Progress {
  readonly ms: number;
}

export type AdminLine =
  | { readonly progress: Progress }
  | { readonly result: unknown }
  | { readonly error: { readonly code: ErrorCode; readonly detail?: number; readonly retryAfterMs?: number } };

/** A question is a few words. */
export const MAX_QUESTION_BYTES = 4 * 1024;
/** Ten thousand tokens and their tags. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** A socket's path is bounded by the system (104 bytes on macOS). */
const MAX_PATH_BYTES = 100;

/** In the data folder; where that path is too long for a socket, a name that follows from it. A named pipe on Windows. */
export function adminSocketPath(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\miyu-rendezvous-${digest}`;
  const path = join(folder, 'admin.sock');
  return Buffer.byteLength(path) <= MAX_PATH_BYTES ? path : join(tmpdir(), `miyu-rendezvous-${digest}.sock`);
}

/** What each operator's command does, with what it needs of the server handed in. */
import { shortId, toHex } from '../../shared/ids.ts';
import { encodeInvite } from '../../shared/invites.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import type { TableReport } from '../store/store.ts';
import type { AdminHandlers } from './listener.ts';
import type { IdentityReport, NewTokenReport, PolicyReport, StatusReport, TokenReport } from './protocol.ts';

/** The part of a server that an operator's commands are about. */
export interface Administered {
  readonly peerId: string;
  readonly fingerprint: string;
  addresses(): readonly string[];
  home(): Home;
  status(): Promise<StatusReport>;
  createToken(): Promise<{ readonly token: Uint8Array; readonly expiresAt: number }>;
  listTokens(limit: number): Promise<readonly OpenToken[]>;
  revokeToken(id: string): Promise<void>;
  check(signal?: AbortSignal): Promise<readonly TableReport[]>;
}

interface OpenToken {
  readonly id: string;
  readonly madeBy: Uint8Array | undefined;
  readonly madeAt: number;
  readonly expiresAt: number;
}

export const adminHandlers = (server: Administered, policy: PolicyReport): AdminHandlers => ({
  identity: async () => identityReport(server),
  status: () => server.status(),
  policy: async () => policy,
  'token-create': async () => newTokenReport(await server.createToken(), server.home()),
  'token-list': async ({ limit }) => (await server.listTokens(limit)).map(tokenReport),
  'token-revoke': ({ id }) => server.revokeToken(id).then(() => ({ revoked: id })),
  check: (_, signal) => server.check(signal),
});

export const identityReport = (
  server: Pick<Administered, 'peerId' | 'fingerprint' | 'addresses' | 'home'>,
): IdentityReport => ({
  peerId: server.peerId,
  fingerprint: server.fingerprint,
  addresses: server.addresses(),
  invite: inviteTo(server.home()),
});

export const newTokenReport = (
  { token, expiresAt }: { readonly token: Uint8Array; readonly expiresAt: number },
  home: Home,
): NewTokenReport => ({ token: toHex(token), expiresAt, invite: inviteTo(home, token) });

export const tokenReport = ({ id, madeBy, madeAt, expiresAt }: OpenToken): TokenReport => ({
  id,
  madeBy: madeBy === undefined ? null : shortId(madeBy),
  madeAt,
  expiresAt,
});

function inviteTo(home: Home, token?: Uint8Array): string | null {
  if (home.addresses.length === 0) return null;
  return encodeInvite({ home, account: undefined, name: '', token });
}

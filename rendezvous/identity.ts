/** Who this server is: key, PeerId, and the statement that it signs about itself. */
import { peerIdFromPublicKey } from '@libp2p/peer-id';
import { publicKeyFromRaw } from '@libp2p/crypto/keys';
import type { Clock } from '../shared/clock.ts';
import { serverSigner, type ServerSigner } from '../shared/crypto/ed25519.ts';
import { utf8 } from '../shared/crypto/hash.ts';
import { peerIdBytesOfEd25519 } from '../shared/crypto/peer-ids.ts';
import type { Random } from '../shared/crypto/random.ts';
import { makeServerStatement, openServerStatement } from '../shared/crypto/statements.ts';
import { MiyuError } from '../shared/errors.ts';
import { equalBytes } from '../shared/ids.ts';
import { serverFingerprint } from '../shared/server-fingerprint.ts';
import { removeUnfinished } from '../shared/storage/atomic-file.ts';
import { Signed, type ServerStatement } from '../shared/wire/generated/identity.js';
import { EMAIL } from '../shared/wire/protocols.ts';
import type { ServerSettings } from './config.ts';
import { msOfDays } from './limits.ts';
import { createServerKey, readServerKey } from './server-key.ts';
import type { Store } from './store/store.ts';

export interface ServerIdentity {
  readonly seed: Uint8Array;
  readonly signer: ServerSigner;
  /** PeerId bytes, and as text. */
  readonly server: Uint8Array;
  readonly peerId: string;
  /** Groups of digits for two people to compare. */
  readonly fingerprint: string;
}

const PEER_ROW = utf8('peer-id');
const STATEMENT_ROW = utf8('statement');

export function identityOfSeed(seed: Uint8Array): ServerIdentity {
  const signer = serverSigner(seed);
  const server = peerIdBytesOfEd25519(signer.publicKey);
  const peerId = peerIdFromPublicKey(publicKeyFromRaw(signer.publicKey)).toString();
  return { seed, signer, server, peerId, fingerprint: serverFingerprint(server) };
}

/**
 * The key of the data folder, whose store the caller holds; made at the first start. A store that belongs to another key is refused: every client has
 * pinned that one, and a new key in its place would look like an attack.
 * @throws MiyuError 'key-file-damaged' (also where it is missing) | 'folder-unwritable'
 */
export async function openIdentity(folder: string, store: Store, random: Random): Promise<ServerIdentity> {
  await removeUnfinished(folder); // A key that was never used is a secret all the same.
  const recorded = await store.get('server', PEER_ROW);
  const found = await readServerKey(folder);
  if (found === undefined && recorded !== undefined) throw new MiyuError('key-file-damaged', { field: 'server.key' });
  const identity = identityOfSeed(found ?? (await createServerKey(folder, random)));
  if (recorded === undefined) {
    await store.transact(['server'], (tx) => tx.put('server', PEER_ROW, identity.server));
  } else if (!equalBytes(recorded, identity.server)) {
    throw new MiyuError('key-file-damaged', { field: 'server.key' });
  }
  return identity;
}

/** The statement of this policy: the one that was signed before, where the policy is the same, else a new one. */
export async function currentStatement(
  store: Store,
  { server, signer }: ServerIdentity,
  settings: ServerSettings,
  clock: Clock,
): Promise<Signed> {
  const policy = {
    server,
    name: settings.name,
    maxNameLength: settings.maxNameLength,
    email: EMAIL[settings.email],
    tokenRequired: settings.tokenRequired,
    closed: settings.registrationClosed,
    mailLifetimeS: BigInt(Math.max(1, Math.round(msOfDays(settings.mailDays) / 1_000))),
    ...(settings.relay ? { relay: true } : {}),
  };
  const bytes = await store.get('server', STATEMENT_ROW);
  const before = bytes === undefined ? undefined : opened(Signed.decode(bytes), server);
  if (before !== undefined && samePolicy(before.statement, policy)) return before.signed;
  const signed = makeServerStatement(signer, { ...policy, issuedAt: BigInt(clock.wall()) });
  await store.transact(['server'], (tx) => tx.put('server', STATEMENT_ROW, Signed.encode(signed)));
  return signed;
}

function opened(signed: Signed, server: Uint8Array): { signed: Signed; statement: ServerStatement } | undefined {
  try {
    return { signed, statement: openServerStatement(signed, server) };
  } catch {
    // By another version of this program: a new one takes its place.
    return undefined;
  }
}

const samePolicy = (a: ServerStatement, b: Omit<ServerStatement, 'version' | 'issuedAt'>): boolean =>
  a.name === b.name &&
  a.maxNameLength === b.maxNameLength &&
  a.email === b.email &&
  a.tokenRequired === b.tokenRequired &&
  a.closed === b.closed &&
  a.mailLifetimeS === b.mailLifetimeS &&
  (a.relay ?? false) === (b.relay ?? false);

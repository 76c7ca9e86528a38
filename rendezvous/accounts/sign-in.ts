/** Login of those who live here, introduction of those who do not. */
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { openCertificate, openIdentityChain } from '../../shared/crypto/statements.ts';
import type { IntroduceRequest, LoginRequest } from '../../shared/wire/generated/rendezvous.js';
import { MAX_SEALED_LABEL_BYTES } from '../../shared/wire/limits.ts';
import { AccountRow, GuestRow } from '../store/generated/rows.js';
import type { Store, StoreTransaction } from '../store/store.ts';
import { judgeEpoch, judgeGuest } from './policy.ts';
import { signedInNow, type From } from './present-device.ts';
import { checkProof, type Connection, type SignedOn } from './proof.ts';
import { findAccount, findGuest } from './rows.ts';

export interface SignInParts {
  readonly store: Store;
  readonly server: Uint8Array;
}

export interface GuestLimits {
  /** Guests who are remembered at most. */
  readonly maxRemembered: number;
  /** A known guest's row is written anew after this time. */
  readonly seenMs: number;
}

/**
 * The proof comes first, then the epoch by compare-and-set. A repeated login changes nothing and gives the same answer.
 * @throws MiyuError 'malformed' | 'unknown-account' | 'certificate-invalid' | 'proof-invalid' | 'epoch-conflict' (detail: the current epoch)
 */
export async function login(
  parts: SignInParts,
  connection: Connection,
  request: LoginRequest,
  from: From,
): Promise<SignedOn> {
  const { account, certificate, label } = request;
  if (label.length > MAX_SEALED_LABEL_BYTES) throw new MiyuError('malformed', { field: 'label' });
  if (certificate === undefined) throw new MiyuError('malformed', { field: 'certificate' });
  const known = await findAccount(parts.store, account);
  if (known === undefined) throw new MiyuError('unknown-account');
  const { device, epoch } = openCertificate(certificate, known.identityKey, { account, device: connection.remotePeer });
  checkProof(parts.server, connection, request, known.identityKey, epoch);
  return parts.store.transact([`account:${toHex(account)}`], async (tx) => {
    const row = await currentRow(tx, account);
    switch (judgeEpoch(row, { device, epoch })) {
      case 'resumes':
        break;
      case 'advances':
        tx.put(
          'accounts',
          account,
          AccountRow.encode({ ...row, certificate, device, epoch, ...signedInNow(row, label, from) }),
        );
        break;
      case 'conflict':
        throw new MiyuError('epoch-conflict', { detail: Number(row.epoch) });
    }
    return { account, identityKey: row.identityKey, device, epoch };
  });
}

async function currentRow(tx: StoreTransaction, account: Uint8Array): Promise<AccountRow> {
  const row = await findAccount(tx, account);
  if (row === undefined) throw new MiyuError('unknown-account');
  return row;
}

/**
 * The certificate names the device that Noise has authenticated: no other proof is needed. The highest epoch that was seen
 * is remembered, so that a device that was signed out elsewhere is no guest any more either.
 * @throws MiyuError 'malformed' | 'statement-invalid' | 'certificate-invalid' | 'epoch-conflict' (detail: the highest epoch seen)
 */
export async function introduce(
  parts: SignInParts,
  limits: GuestLimits,
  connection: Pick<Connection, 'remotePeer'>,
  request: IntroduceRequest,
  now: number,
): Promise<SignedOn> {
  const { statement, certificate } = request;
  if (statement === undefined) throw new MiyuError('malformed', { field: 'statement' });
  if (certificate === undefined) throw new MiyuError('malformed', { field: 'certificate' });
  const { account, identityKey } = openIdentityChain([statement]);
  const { device, epoch } = openCertificate(certificate, identityKey, { account, device: connection.remotePeer });
  const signedOn = { account, identityKey, device, epoch };
  const resident = await findAccount(parts.store, account);
  if (resident !== undefined) {
    if (!judgeGuest(resident, signedOn)) throw new MiyuError('epoch-conflict', { detail: Number(resident.epoch) });
    return signedOn;
  }
  const seen = await findGuest(parts.store, account);
  const fresh = seen !== undefined && seen.epoch === epoch && now - Number(seen.seenAt) < limits.seenMs;
  if (fresh) return signedOn;
  await parts.store.transact([`guest:${toHex(account)}`], async (tx) => {
    const row = await findGuest(tx, account);
    if (row !== undefined && !judgeGuest(row, signedOn)) {
      throw new MiyuError('epoch-conflict', { detail: Number(row.epoch) });
    }
    if (row === undefined && (await parts.store.count('guests')) >= limits.maxRemembered) return;
    tx.put('guests', account, GuestRow.encode({ epoch, seenAt: BigInt(now) }));
  });
  return signedOn;
}

/** Forgets guests who were not seen since `before`, in steps. */
export async function forgetGuests(
  store: Store,
  before: number,
  stepRows: number,
  signal: AbortSignal,
): Promise<number> {
  let forgotten = 0;
  let after: Uint8Array | undefined;
  while (!signal.aborted) {
    const rows = await store.scan('guests', { ...(after === undefined ? {} : { gt: after }), limit: stepRows });
    after = rows.at(-1)?.key;
    if (after === undefined) break;
    for (const { key, value } of rows) {
      if (Number(GuestRow.decode(value).seenAt) >= before) continue;
      await store.transact([`guest:${toHex(key)}`], async (tx) => {
        const row = await findGuest(tx, key);
        if (row !== undefined && Number(row.seenAt) < before) tx.delete('guests', key);
      });
      forgotten += 1;
    }
  }
  return forgotten;
}

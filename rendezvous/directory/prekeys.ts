/** Prekeys: a signed bundle per account, and one-time prekeys of which each is handed out once, on disk before it leaves. */
import { sha256 } from '../../shared/crypto/hash.ts';
import { u32 } from '../../shared/crypto/layout.ts';
import { decodeOneTimePrekey, openPrekeyBundle } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { concatBytes, equalBytes, toHex } from '../../shared/ids.ts';
import type { FetchPrekeysResponse, PublishPrekeysRequest } from '../../shared/wire/generated/rendezvous.js';
import { LOW_ONE_TIME_PREKEYS, MAX_ONE_TIME_PREKEYS } from '../../shared/wire/limits.ts';
import { BundleRow, type AccountRow } from '../store/generated/rows.js';
import type { Store, StoreReader, StoreTransaction } from '../store/store.ts';
import type { FindAccount } from './lookup.ts';

/** The owner who publishes: signed in with this device and epoch. */
export interface Publisher {
  readonly account: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly device: Uint8Array;
  readonly epoch: bigint;
}

export interface PrekeyParts {
  readonly store: Store;
  readonly findAccount: FindAccount;
  /** Whether `requester` holds a grant by `owner`. */
  holdsGrant(owner: Uint8Array, requester: Uint8Array): Promise<boolean>;
  /** Few are left: the owner is told, where it is signed in. */
  onLow(owner: Uint8Array, left: number): void;
}

const NONE = new Uint8Array(0);
const lockOf = (account: Uint8Array): string => `prekeys:${toHex(account)}`;

/**
 * Replaces bundle and remaining one-time prekeys in one step.
 * @throws MiyuError 'malformed' | 'bundle-invalid' | 'too-large' | 'session-replaced'
 */
export async function publishPrekeys(
  parts: Pick<PrekeyParts, 'store' | 'findAccount'>,
  owner: Publisher,
  request: PublishPrekeysRequest,
): Promise<void> {
  const { bundle: signed, oneTime } = request;
  if (signed === undefined) throw new MiyuError('malformed', { field: 'bundle' });
  if (oneTime.length > MAX_ONE_TIME_PREKEYS) throw new MiyuError('too-large', { detail: MAX_ONE_TIME_PREKEYS });
  const { account, device, epoch } = owner;
  const bundle = openPrekeyBundle(signed, owner.identityKey, { account, device, epoch });
  const named = new Set(bundle.oneTimeHashes.map(toHex));
  const keys = new Map<number, Uint8Array>();
  for (const bytes of oneTime) {
    const { id } = decodeOneTimePrekey(bytes);
    if (!named.has(toHex(sha256(bytes))) || keys.has(id)) throw new MiyuError('bundle-invalid', { field: 'oneTime' });
    keys.set(id, bytes);
  }
  failpoint('server-prekeys-taken');
  await parts.store.transact([lockOf(account)], async (tx) => {
    // A newer device may have signed in while this one's request was on its way.
    if (!isCurrent(await parts.findAccount(tx, account), owner)) throw new MiyuError('session-replaced');
    for (const key of await oneTimeKeys(tx, account, 2 * MAX_ONE_TIME_PREKEYS)) tx.delete('one-time', key);
    for (const [id, bytes] of keys) tx.put('one-time', concatBytes(account, u32(id)), bytes);
    tx.put('prekeys', account, BundleRow.encode({ bundle: signed, device, epoch, left: keys.size }));
  });
  failpoint('server-prekeys-stored');
}

/**
 * The bundle, and a one-time prekey that nobody else has got, while there is one.
 * @throws MiyuError 'malformed' | 'unknown-account' | 'not-granted' | 'no-bundle'
 */
export async function fetchPrekeys(
  parts: PrekeyParts,
  requester: Uint8Array,
  account: Uint8Array,
): Promise<FetchPrekeysResponse> {
  const owner = await parts.findAccount(parts.store, account);
  if (owner === undefined) throw new MiyuError('unknown-account');
  if (!equalBytes(requester, account) && !(await parts.holdsGrant(account, requester))) {
    throw new MiyuError('not-granted');
  }
  const { answer, left } = await parts.store.transact([lockOf(account)], async (tx) => handOut(parts, tx, account));
  failpoint('server-prekeys-handed-out');
  if (left < LOW_ONE_TIME_PREKEYS) parts.onLow(account, left);
  return answer;
}

async function handOut(
  parts: PrekeyParts,
  tx: StoreTransaction,
  account: Uint8Array,
): Promise<{ answer: FetchPrekeysResponse; left: number }> {
  const owner = await parts.findAccount(tx, account);
  const row = await findBundle(tx, account);
  if (owner === undefined || row === undefined || !isCurrent(owner, row)) throw new MiyuError('no-bundle');
  const { certificate } = owner;
  const [first] = await tx.scan('one-time', { gte: account, lte: lastOf(account), limit: 1 });
  if (first === undefined)
    return { answer: { bundle: row.bundle!, oneTime: NONE, certificate: certificate! }, left: 0 };
  const left = Math.max(0, row.left - 1);
  tx.delete('one-time', first.key);
  tx.put('prekeys', account, BundleRow.encode({ ...row, left }));
  return { answer: { bundle: row.bundle!, oneTime: first.value, certificate: certificate! }, left };
}

/** For the answer to a login. */
export async function prekeySummary(
  reader: StoreReader,
  owner: Publisher,
): Promise<{ readonly prekeysLeft: number; readonly bundleCurrent: boolean }> {
  const row = await findBundle(reader, owner.account);
  const bundleCurrent = row !== undefined && row.epoch === owner.epoch && equalBytes(row.device, owner.device);
  return { prekeysLeft: bundleCurrent ? row.left : 0, bundleCurrent };
}

export async function findBundle(reader: StoreReader, account: Uint8Array): Promise<BundleRow | undefined> {
  const bytes = await reader.get('prekeys', account);
  return bytes === undefined ? undefined : BundleRow.decode(bytes);
}

async function oneTimeKeys(reader: StoreReader, account: Uint8Array, limit: number): Promise<readonly Uint8Array[]> {
  const rows = await reader.scan('one-time', { gte: account, lte: lastOf(account), limit });
  return rows.map(({ key }) => key);
}

const lastOf = (account: Uint8Array): Uint8Array => concatBytes(account, u32(0xffff_ffff));

/** Whether something belongs to the device that signed in last. */
const isCurrent = (
  owner: AccountRow | undefined,
  of: { readonly device: Uint8Array; readonly epoch: bigint },
): boolean => owner !== undefined && owner.epoch === of.epoch && equalBytes(owner.device, of.device);

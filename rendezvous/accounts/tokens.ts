/**
 * Single-use registration tokens, where the operator asks for them: members and the operator hand them out in invites. The
 * store keeps a token's hash alone, so a copy of the store lets nobody in.
 *
 * Rows of the table: SHA-256(token) → TokenRow; maker ‖ SHA-256(token) → nothing, to count a maker's open ones.
 */
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes, equalBytes, fromHex, ID_BYTES, toHex } from '../../shared/ids.ts';
import { TokenRow } from '../store/generated/rows.js';
import type { Store, StoreReader, StoreTransaction } from '../store/store.ts';

const TOKEN_BYTES = 16;
/** Stands for the operator where a maker is part of a key. */
const OPERATOR = new Uint8Array(ID_BYTES);

export interface TokenLimits {
  readonly perMaker: number;
  readonly lifetimeMs: number;
}

export interface NewToken {
  readonly token: Uint8Array;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

export interface OpenToken {
  /** First bytes of the hash, to tell tokens apart. */
  readonly id: string;
  /** Account id, or undefined for the operator. */
  readonly madeBy: Uint8Array | undefined;
  readonly madeAt: number;
  readonly expiresAt: number;
}

/**
 * @param maker account id, or undefined for the operator
 * @throws MiyuError 'invites-full' (detail: how many a maker may have open; absent: none)
 */
export function createToken(
  store: Store,
  maker: Uint8Array | undefined,
  limits: TokenLimits,
  random: Random,
  now: number,
): Promise<NewToken> {
  const by = maker ?? OPERATOR;
  const token = random(TOKEN_BYTES);
  const hash = sha256(token);
  const expiresAt = now + limits.lifetimeMs;
  return store.transact([`tokens:${toHex(by)}`], async (tx) => {
    if ((await openTokensOf(tx, by, limits.perMaker, now)) >= limits.perMaker) {
      throw new MiyuError('invites-full', { detail: limits.perMaker });
    }
    const row = { madeBy: maker ?? new Uint8Array(0), madeAt: BigInt(now), expiresAt: BigInt(expiresAt) };
    tx.put('tokens', hash, TokenRow.encode(row));
    tx.put('tokens', concatBytes(by, hash), Uint8Array.of(1));
    return { token, expiresAt };
  });
}

/** Uses a token up. @throws MiyuError 'token-required' | 'token-invalid', field "token" */
export async function spendToken(tx: StoreTransaction, token: Uint8Array, now: number): Promise<void> {
  const field = 'token';
  if (token.length === 0) throw new MiyuError('token-required', { field });
  const hash = sha256(token);
  const bytes = await tx.get('tokens', hash);
  if (bytes === undefined) throw new MiyuError('token-invalid', { field });
  const row = TokenRow.decode(bytes);
  if (row.expiresAt <= BigInt(now)) throw new MiyuError('token-invalid', { field });
  tx.delete('tokens', hash);
  tx.delete('tokens', concatBytes(row.madeBy.length === 0 ? OPERATOR : row.madeBy, hash));
}

/** Those of one maker that can still be used, oldest first. @param most rows of one maker that may lie here */
export async function tokensOfMaker(
  reader: StoreReader,
  maker: Uint8Array,
  most: number,
  now: number,
): Promise<readonly (Pick<TokenRow, 'madeAt' | 'expiresAt'> & { readonly hash: Uint8Array })[]> {
  const end = concatBytes(maker, new Uint8Array(ID_BYTES).fill(0xff));
  const open = [];
  for (const { key } of await reader.scan('tokens', { gt: maker, lte: end, limit: 2 * most })) {
    // A token's own row could lie here as well; it is shorter.
    if (key.length !== 2 * ID_BYTES) continue;
    const hash = key.subarray(ID_BYTES);
    const bytes = await reader.get('tokens', hash);
    if (bytes === undefined) continue;
    const { madeAt, expiresAt } = TokenRow.decode(bytes);
    if (expiresAt > BigInt(now)) open.push({ hash, madeAt, expiresAt });
  }
  return open.toSorted((a, b) => Number(a.madeAt - b.madeAt));
}

/**
 * Nobody registers by it any more. The operator may take back anybody's, a member the own ones.
 * @param maker account id, or undefined for the operator
 * @throws MiyuError 'malformed' | 'token-invalid' (none that is open and the maker's)
 */
export async function revokeToken(store: Store, maker: Uint8Array | undefined, hash: Uint8Array): Promise<void> {
  if (hash.length !== ID_BYTES) throw new MiyuError('malformed', { field: 'hash' });
  await store.transact([tokenLock(hash)], async (tx) => {
    const bytes = await tx.get('tokens', hash);
    const row = bytes === undefined ? undefined : TokenRow.decode(bytes);
    const mayRevoke = row !== undefined && (maker === undefined || equalBytes(row.madeBy, maker));
    if (!mayRevoke) throw new MiyuError('token-invalid', { field: 'hash' });
    tx.delete('tokens', hash);
    tx.delete('tokens', concatBytes(row.madeBy.length === 0 ? OPERATOR : row.madeBy, hash));
  });
}

/** Whoever uses a token up or takes it back holds this. */
export const tokenLock = (hash: Uint8Array): string => `token:${toHex(hash)}`;

/** The hash of the one open token whose id begins so (8 digits or more). @throws MiyuError 'token-invalid' */
export async function tokenByPrefix(reader: StoreReader, prefix: string, limit: number): Promise<Uint8Array> {
  const digits = prefix.trim().toLowerCase();
  if (!/^[0-9a-f]{8,64}$/.test(digits)) throw new MiyuError('token-invalid', { field: 'id' });
  const first = fromHex(digits.padEnd(2 * ID_BYTES, '0'))!;
  const last = fromHex(digits.padEnd(2 * ID_BYTES, 'f'))!;
  const rows = await reader.scan('tokens', { gte: first, lte: concatBytes(last, last), limit });
  const found = rows.filter(({ key }) => key.length === ID_BYTES && toHex(key).startsWith(digits));
  if (found.length !== 1) throw new MiyuError('token-invalid', { field: 'id' });
  return found[0]!.key;
}

/** Tokens that can still be used, for the operator. */
export async function listTokens(reader: StoreReader, now: number, limit: number): Promise<readonly OpenToken[]> {
  const open: OpenToken[] = [];
  let after: Uint8Array | undefined;
  while (open.length < limit) {
    const rows = await reader.scan('tokens', { ...(after === undefined ? {} : { gt: after }), limit: 1_000 });
    for (const { key, value } of rows) {
      if (key.length !== ID_BYTES) continue;
      const row = TokenRow.decode(value);
      if (row.expiresAt <= BigInt(now)) continue;
      open.push({
        id: toHex(key.subarray(0, 4)),
        madeBy: row.madeBy.length === 0 ? undefined : row.madeBy,
        madeAt: Number(row.madeAt),
        expiresAt: Number(row.expiresAt),
      });
    }
    after = rows.at(-1)?.key;
    if (after === undefined) break;
  }
  return open.slice(0, limit);
}

/** How many a maker has open; what has expired is deleted on the way. */
async function openTokensOf(tx: StoreTransaction, maker: Uint8Array, most: number, now: number): Promise<number> {
  const end = concatBytes(maker, new Uint8Array(ID_BYTES).fill(0xff));
  const rows = await tx.scan('tokens', { gt: maker, lte: end, limit: most + 1 });
  let open = 0;
  for (const { key } of rows) {
    // A token's own row could lie here as well; it is shorter.
    if (key.length !== 2 * ID_BYTES) continue;
    const hash = key.subarray(ID_BYTES);
    const bytes = await tx.get('tokens', hash);
    if (bytes !== undefined && TokenRow.decode(bytes).expiresAt > BigInt(now)) {
      open += 1;
      continue;
    }
    tx.delete('tokens', key);
    if (bytes !== undefined) tx.delete('tokens', hash);
  }
  return open;
}

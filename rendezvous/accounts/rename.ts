/**
 * Another name for an account: the next statements of its own chain, signed by its identity, and in one transaction with them the directory:
 * the old name is nobody's for a time, the new one is the account's. The id stays, and with it everything that was ever said to anybody.
 */
import { sha256 } from '../../shared/crypto/hash.ts';
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { extendChain, isChainFault, type ChainState } from '../../shared/transparency/chain.ts';
import { isNameFault, normaliseName, type NormalName } from '../../shared/usernames.ts';
import { IdentityStatement, type Signed } from '../../shared/wire/generated/identity.js';
import type { RenameRequest } from '../../shared/wire/generated/rendezvous.js';
import { MAX_NAME_CODE_POINTS, MAX_STATEMENTS } from '../../shared/wire/limits.ts';
import { STATEMENT } from '../../shared/wire/protocols.ts';
import { AccountRow, type FormerNameRow } from '../store/generated/rows.js';
import type { Store, StoreTransaction } from '../store/store.ts';
import { HELD_LOCK, holdName, nameHashes, takeBack } from './held.ts';
import { assertNameFree, putName } from './names.ts';
import { checkName, type AccountPolicy } from './policy.ts';
import { findAccount } from './rows.ts';

const NOTHING = new Uint8Array(0);

export interface RenameParts {
  readonly store: Store;
  readonly policy: AccountPolicy;
  /** For which the old name is held back. */
  readonly nameHoldMs: number;
  readonly renames: RenameRate;
  /** What an append to the log locks, and the append: leaves of this transaction, in order. @throws MiyuError 'busy' */
  readonly logLock: string;
  readonly appendNext: (tx: StoreTransaction, steps: readonly ChainStep[]) => Promise<void>;
}

export interface ChainStep {
  readonly before: ChainState;
  readonly after: ChainState;
}

/** So many within this time. */
export interface RenameRate {
  readonly count: number;
  readonly withinMs: number;
}

/** A rename as it is about to be written. */
interface Renaming {
  readonly account: Uint8Array;
  readonly row: AccountRow;
  /** What follows the chain in the row, oldest first; and what holds after it. */
  readonly statements: readonly Signed[];
  readonly state: ChainState;
  readonly steps: readonly ChainStep[];
  readonly former: NormalName;
  readonly name: NormalName;
}

/**
 * The same rename again gives the same answer. Several statements at once, of a chain of which this server lacks the end, count as one.
 * @param now Unix milliseconds
 * @returns whether anything has changed
 * @throws MiyuError 'malformed' | 'unknown-account' | 'statement-invalid' | 'name-*' (field "name") | 'rename-limited' (retryAfterMs) | 'busy'
 */
export async function rename(
  parts: RenameParts,
  account: Uint8Array,
  request: RenameRequest,
  now: number,
): Promise<boolean> {
  const { statements } = request;
  if (statements.length === 0 || statements.length >= MAX_STATEMENTS) {
    throw new MiyuError('malformed', { field: 'statements' });
  }
  const before = await renaming(parts, account, statements, parts.store);
  if (before === undefined) return false;
  const { former, name } = before;
  const locks = [former, name].flatMap(({ key, skeleton }) => [`name:${key}`, `skeleton:${skeleton}`]);
  return parts.store.transact(
    [`account:${toHex(account)}`, HELD_LOCK, parts.logLock, ...new Set(locks)],
    async (tx) => {
      const present = await renaming(parts, account, statements, tx);
      if (present === undefined) return false;
      // Another one came in between: its names are not under our locks.
      if (present.former.key !== former.key) throw new MiyuError('busy', { retryAfterMs: 1_000 });
      const counted = present.row.formerNames.filter(({ letGoAt }) => Number(letGoAt) > now - parts.renames.withinMs);
      if (counted.length >= parts.renames.count) {
        const next = Number(counted.at(-parts.renames.count)!.letGoAt) + parts.renames.withinMs;
        throw new MiyuError('rename-limited', { detail: parts.renames.count, retryAfterMs: next - now });
      }
      await assertNameFree(tx, name, now, { account, formerNames: present.row.formerNames });
      writeRename(tx, present, now, parts);
      await parts.appendNext(tx, present.steps);
      return true;
    },
  );
}

/** What the statements come to from where this account's chain stands; undefined: they are all in it. */
async function renaming(
  { policy }: Pick<RenameParts, 'policy'>,
  account: Uint8Array,
  statements: readonly Signed[],
  reader: Pick<StoreTransaction, 'get' | 'scan'>,
): Promise<Renaming | undefined> {
  const row = await findAccount(reader, account);
  if (row === undefined) throw new MiyuError('unknown-account');
  const stands = openIdentityChain(row.statements);
  const missing = statements.filter((signed) => !isKnown(stands, signed));
  let state: ChainState = stands;
  const steps: ChainStep[] = [];
  for (const signed of missing) {
    const next = extendChain(state, signed);
    if (isChainFault(next) || next.kind !== 'name') throw new MiyuError('statement-invalid', { field: 'statements' });
    steps.push({ before: state, after: next });
    state = next;
  }
  if (missing.length === 0) return undefined;
  const former = normaliseName(stands.name, MAX_NAME_CODE_POINTS);
  if (isNameFault(former)) throw new MiyuError(former, { field: 'name' });
  return { account, row, statements: missing, state, steps, former, name: checkName(state.name, policy) };
}

/** Up to where the chain stands; the last of these must be the one that stands there. @throws MiyuError 'statement-invalid' */
function isKnown({ sequence, entry }: ChainState, { payload }: Signed): boolean {
  let statement: IdentityStatement;
  try {
    statement = IdentityStatement.decode(payload);
  } catch (cause) {
    throw new MiyuError('statement-invalid', { field: 'statements', cause });
  }
  if (statement.sequence > sequence) return false;
  if (statement.sequence === sequence && !equalBytes(sha256(payload), entry)) {
    throw new MiyuError('statement-invalid', { field: 'statements' });
  }
  return true;
}

/** All that a rename writes to the directory. */
function writeRename(
  tx: StoreTransaction,
  { account, row, statements, former, name }: Renaming,
  now: number,
  { nameHoldMs, renames }: Pick<RenameParts, 'nameHoldMs' | 'renames'>,
): void {
  const [old, next] = [nameHashes(former), nameHashes(name)];
  const isSame = former.key === name.key;
  const held = !isSame && nameHoldMs > 0;
  const letGo: FormerNameRow = {
    nameHash: isSame ? NOTHING : old.name,
    lookAlike: isSame ? NOTHING : old.lookAlike,
    letGoAt: BigInt(now),
    heldUntil: held ? BigInt(now + nameHoldMs) : 0n,
  };
  const kept = row.formerNames.filter(
    ({ heldUntil, letGoAt, nameHash }) =>
      Number(letGoAt) > now - renames.withinMs || (Number(heldUntil) > now && !equalBytes(nameHash, next.name)),
  );
  if (!isSame) takeBack(tx, next);
  if (held) holdName(tx, old, now + nameHoldMs);
  putName(tx, account, name, former);
  tx.put(
    'accounts',
    account,
    AccountRow.encode({
      ...row,
      statements: shownChain(row.statements, statements),
      formerNames: [...kept, letGo],
    }),
  );
}

/**
 * The chain as it is shown to others (PROTOCOL.md 15.4): the statements that set keys, and the last one. So it stays short, however often
 * its owner is renamed.
 */
function shownChain(chain: readonly Signed[], next: readonly Signed[]): Signed[] {
  const all = [...chain, ...next];
  return all.filter((signed, i) => i === all.length - 1 || setsKeys(signed));
}

const setsKeys = ({ payload }: Signed): boolean => IdentityStatement.decode(payload).kind <= STATEMENT.keys;

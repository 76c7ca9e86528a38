/** The account's own chain of statements, as this profile has it, and as its directory shows it. */
import { followChain } from '../core/renaming.ts';
import type { VaultContent } from '../core/generated/vault.js';
import type { Random } from '../../shared/crypto/random.ts';
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { makeNextStatement } from '../../shared/transparency/chain-statements.ts';
import { isChainFault, openChain, type ChainState } from '../../shared/transparency/chain.ts';
import { IdentityStatement, Signed } from '../../shared/wire/generated/identity.js';
import { MAX_STATEMENTS } from '../../shared/wire/limits.ts';
import type { Own } from './context.ts';
import { chainOf } from './vault-content.ts';

/** Where it stands. @throws MiyuError 'vault-damaged' where it does not hold: it was checked when it was written */
export function ownChain(statements: readonly Signed[]): ChainState {
  const state = openChain(statements);
  if (isChainFault(state)) throw new MiyuError('vault-damaged', { cause: new MiyuError('statement-invalid') });
  return state;
}

/** The last statement of all. */
export const endOfChain = (
  { identity, statement, later }: Pick<Own, 'identity' | 'statement' | 'later'>,
  random: Random,
): Signed => makeNextStatement(ownChain([statement, ...later]), identity, { kind: 'delete' }, random(16));

type Chained = Pick<VaultContent, 'statement' | 'later' | 'name'>;

/** What a vault says once these statements follow its own; the newest of them are kept. @throws MiyuError 'statement-invalid' */
export function goneOn(content: Pick<Chained, 'statement' | 'later'>, statements: readonly Signed[]): Chained {
  const { statement } = content;
  const later = [...content.later, ...statements.map((each) => Signed.encode(each))].slice(1 - MAX_STATEMENTS);
  return { statement, later, name: openIdentityChain(chainOf({ statement, later })).name };
}

/**
 * Those of the statements that a directory shows which follow our own chain; none where it shows the same, or is behind. Of what both have,
 * it must be the same: another statement in the place of one of ours is another chain, whoever has signed it.
 * @param statements oldest first; those that set no keys may be left out in between (PROTOCOL.md 15.4)
 * @throws MiyuError 'statement-invalid' | 'friend-key-changed'
 */
export function aheadOfOwn(
  own: Pick<Chained, 'statement' | 'later'>,
  statements: readonly Signed[],
): readonly Signed[] {
  const here = chainOf(own);
  const present = ownChain(here);
  const there = openChain(statements);
  if (isChainFault(there) || !equalBytes(there.account, present.account)) throw new MiyuError('statement-invalid');
  const known = new Map(here.map((each) => [sequenceOf(each), each.payload]));
  for (const each of statements) {
    const mine = known.get(sequenceOf(each));
    if (mine !== undefined && !equalBytes(mine, each.payload)) throw new MiyuError('statement-invalid');
  }
  return followChain(present, statements).later;
}

const sequenceOf = ({ payload }: Signed): bigint => IdentityStatement.decode(payload).sequence;

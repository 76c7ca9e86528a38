/** The account's own chain of statements, as this profile has it. */
import type { Identity } from '../../shared/crypto/identity.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { makeNextStatement } from '../../shared/transparency/chain-statements.ts';
import { isChainFault, openChain, type ChainState } from '../../shared/transparency/chain.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';

/** Where it stands. @throws MiyuError 'vault-damaged' where it does not hold: it was checked when it was written */
export function ownChain(statements: readonly Signed[]): ChainState {
  const state = openChain(statements);
  if (isChainFault(state)) throw new MiyuError('vault-damaged', { cause: new MiyuError('statement-invalid') });
  return state;
}

/** The last statement of all. */
export const endOfChain = (
  { identity, statement }: { readonly identity: Identity; readonly statement: Signed },
  random: Random,
): Signed => makeNextStatement(ownChain([statement]), identity, { kind: 'delete' }, random(16));

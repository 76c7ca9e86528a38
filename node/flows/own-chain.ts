/** The account's own chain of statements, as this profile has it. */
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { makeNextStatement } from '../../shared/transparency/chain-statements.ts';
import { isChainFault, openChain, type ChainState } from '../../shared/transparency/chain.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import type { Own } from './context.ts';

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

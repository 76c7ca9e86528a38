/**
 * A friend's name is what the friend's own chain says: whoever announces another one shows the statement that follows those that were verified
 * before, signed by the same identity. Pure.
 */
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { isChainFault, openChain, type ChainState } from '../../shared/transparency/chain.ts';
import { isProperName } from '../../shared/usernames.ts';
import { IdentityStatement, Signed } from '../../shared/wire/generated/identity.js';
import { STATEMENT } from '../../shared/wire/protocols.ts';
import type { ContactRow } from './generated/rows.js';

/** What holds after some statements, and those of them that were not known. */
export interface Followed {
  readonly state: ChainState;
  readonly later: readonly Signed[];
}

/**
 * The state after these statements; those that are known already are passed over.
 * @param statements oldest first
 * @throws MiyuError 'statement-invalid' (also a name that nobody may have) | 'friend-key-changed'
 */
export function followChain(known: ChainState, statements: readonly Signed[]): Followed {
  const later = laterThan(known, statements);
  const state = openChain(later, known);
  if (isChainFault(state)) throw new MiyuError('statement-invalid');
  const sameKeys = equalBytes(state.identityKey, known.identityKey) && equalBytes(state.exchangeKey, known.exchangeKey);
  if (!sameKeys) throw new MiyuError('friend-key-changed');
  if (!isProperName(state.name)) throw new MiyuError('statement-invalid', { field: 'name' });
  return { state, later };
}

/** Those that are not known yet. @throws MiyuError 'statement-invalid' */
export const laterThan = (known: Pick<ChainState, 'sequence'>, statements: readonly Signed[]): Signed[] =>
  statements.filter(({ payload }) => sequenceOf(payload) > known.sequence);

function sequenceOf(payload: Uint8Array): bigint {
  try {
    return IdentityStatement.decode(payload).sequence;
  } catch (cause) {
    throw new MiyuError('statement-invalid', { cause });
  }
}

type Chained = Pick<ContactRow, 'name' | 'statements'>;

/**
 * A contact as these statements leave it; undefined: they say nothing new.
 * @param statements encoded Signed, oldest first
 * @throws MiyuError as `followChain`
 */
export function renamed(contact: Readonly<Chained>, statements: readonly Uint8Array[]): Chained | undefined {
  const known = openIdentityChain(contact.statements.map((each) => Signed.decode(each)));
  const { state, later } = followChain(
    known,
    statements.map((each) => Signed.decode(each)),
  );
  if (later.length === 0) return undefined;
  const chain = [...contact.statements, ...later.map((each) => Signed.encode(each))];
  return { name: state.name, statements: shortened(chain) };
}

/**
 * A contact as known beside a chain that somebody shows: what is newer of the two. A server that was set back, or a request of long ago, shows
 * an older one; it never takes a later name back.
 * @param statements encoded Signed, oldest first
 * @throws MiyuError as `followChain`
 */
export const latestOf = (contact: Readonly<Chained>, statements: readonly Uint8Array[]): Chained =>
  renamed(contact, statements) ?? { name: contact.name, statements: contact.statements };

/** The chain as it is kept and shown: the statements that set keys, and the last one (PROTOCOL.md 15.4). */
function shortened(statements: readonly Uint8Array[]): Uint8Array[] {
  const last = statements.at(-1);
  return statements.filter(
    (each) => each === last || IdentityStatement.decode(Signed.decode(each).payload).kind <= STATEMENT.keys,
  );
}

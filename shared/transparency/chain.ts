/**
 * An account's own chain of identity statements, as a state machine: what a next statement must be, and what holds after it. Each says
 * all that holds, is signed by the identity key that it names, and where that is another one than before, the former one has agreed.
 * A statement's hash is what the log's leaf says (tree-hash.ts); the first one's is the account id.
 */
import { isEd25519Key, verifyEd25519 } from '../crypto/ed25519.ts';
import { sha256 } from '../crypto/hash.ts';
import { SALT_BYTES } from '../crypto/identity.ts';
import { u64 } from '../crypto/layout.ts';
import { isId, textFits } from '../crypto/open-signed.ts';
import { ed25519KeyOfPeerId } from '../crypto/peer-ids.ts';
import { signatureInput, verifySigned } from '../crypto/signatures.ts';
import { X25519_BYTES } from '../crypto/x25519.ts';
import { concatBytes, equalBytes } from '../ids.ts';
import { CONTEXT } from '../wire/contexts.ts';
import { IdentityStatement, type Signed } from '../wire/generated/identity.js';
import { MAX_NAME_CODE_POINTS, MAX_STATEMENTS } from '../wire/limits.ts';
import { STATEMENT, WIRE_VERSION } from '../wire/protocols.ts';

export type StatementKind = keyof typeof STATEMENT;

/** What holds after a statement. */
export interface ChainState {
  readonly account: Uint8Array;
  readonly sequence: bigint;
  readonly kind: StatementKind;
  /** SHA-256 of its payload. */
  readonly entry: Uint8Array;
  /** SHA-256 of the payload that has set the present keys; `entry` itself after a create or a change of keys. */
  readonly keysFrom: Uint8Array;
  readonly name: string;
  readonly identityKey: Uint8Array;
  readonly exchangeKey: Uint8Array;
  /** PeerId of the device that was signed in last, as the chain tells it; empty with epoch 0: it has not told any. */
  readonly device: Uint8Array;
  readonly epoch: bigint;
}

/** What is wrong with a statement, seen from the state before it. */
export type ChainFault =
  | 'malformed' // no statement of this version, or a field out of its bounds
  | 'not-first' // a chain begins with another one
  | 'other-account'
  | 'old' // the sequence was reached before
  | 'gap' // one in between is missing
  | 'fork' // it follows another statement than the one before it
  | 'other-keys' // the keys do not come from where this chain has them, or are changed by a kind that may not
  | 'no-consent' // the former key has not agreed
  | 'signature'
  | 'name' // changed by a kind that may not, or not by one that must
  | 'device' // likewise, or an epoch that does not grow
  | 'deleted' // nothing follows a deletion
  | 'too-long';

/** A name in UTF-8; its rules are shared/usernames.ts. */
const MAX_NAME_BYTES = 4 * MAX_NAME_CODE_POINTS;
const NONE = new Uint8Array(0);

export const isChainFault = (result: ChainState | ChainFault): result is ChainFault => typeof result === 'string';

/** The statement after this state, without any left out. Whoever appends to a chain asks this. @param state undefined: the first */
export const extendChain = (state: ChainState | undefined, signed: Signed): ChainState | ChainFault =>
  state === undefined ? begin(signed) : follow(state, signed, 'next');

/**
 * A chain, oldest first, and what holds after its last statement. Statements that set no keys may be left out between others, so that
 * a chain is bounded however often its owner changed device: then it is the log's map that says that the last one is the latest, and
 * the keys alone that say that it is the owner's.
 * @param from what the caller has verified before; undefined: the chain begins with its first statement
 */
export function openChain(statements: readonly Signed[], from?: ChainState): ChainState | ChainFault {
  if (statements.length > MAX_STATEMENTS) return 'too-long';
  let state = from;
  for (const signed of statements) {
    const next: ChainState | ChainFault = state === undefined ? begin(signed) : follow(state, signed, 'later');
    if (isChainFault(next)) return next;
    state = next;
  }
  return state ?? 'not-first';
}

function begin(signed: Signed): ChainState | ChainFault {
  const statement = decode(signed.payload);
  if (statement === undefined) return 'malformed';
  if (statement.sequence !== 0n) return 'not-first';
  const { name, identityKey, exchangeKey } = statement;
  const bare = [statement.previous, statement.account, statement.keysFrom, statement.device, statement.consent];
  if (bare.some((field) => field.length > 0) || statement.epoch !== 0n) return 'malformed';
  if (statement.kind !== STATEMENT.create) return 'malformed';
  if (!verifySigned(CONTEXT.identityStatement, signed, identityKey)) return 'signature';
  const entry = sha256(signed.payload);
  return {
    ...{ account: entry, sequence: 0n, kind: 'create', entry, keysFrom: entry },
    ...{ name, identityKey, exchangeKey, device: NONE, epoch: 0n },
  };
}

function follow(state: ChainState, signed: Signed, which: 'next' | 'later'): ChainState | ChainFault {
  const statement = decode(signed.payload);
  const kind = statement === undefined ? undefined : kindOf(statement.kind);
  if (statement === undefined || kind === undefined || kind === 'create' || !isId(statement.account))
    return 'malformed';
  if (!equalBytes(statement.account, state.account)) return 'other-account';
  if (statement.sequence <= state.sequence) return 'old';
  if (state.kind === 'delete') return 'deleted';
  const isNext = statement.sequence === state.sequence + 1n;
  if (!isNext && which === 'next') return 'gap';
  if (isNext ? !equalBytes(statement.previous, state.entry) : !isId(statement.previous)) return 'fork';
  const fault = judgeKeys(state, statement, kind) ?? judgeRest(state, statement, kind, isNext);
  if (fault !== undefined) return fault;
  if (!verifySigned(CONTEXT.identityStatement, signed, statement.identityKey)) return 'signature';
  const entry = sha256(signed.payload);
  const { account, sequence, name, identityKey, exchangeKey, device, epoch } = statement;
  const keysFrom = kind === 'keys' ? entry : state.keysFrom;
  return { account, sequence, kind, entry, keysFrom, name, identityKey, exchangeKey, device, epoch };
}

function judgeKeys(state: ChainState, statement: IdentityStatement, kind: StatementKind): ChainFault | undefined {
  if (!equalBytes(statement.keysFrom, state.keysFrom)) return 'other-keys';
  const sameIdentity = equalBytes(statement.identityKey, state.identityKey);
  const sameExchange = equalBytes(statement.exchangeKey, state.exchangeKey);
  if ((kind === 'keys') === (sameIdentity && sameExchange)) return 'other-keys';
  if (sameIdentity) return statement.consent.length === 0 ? undefined : 'malformed';
  const agreed = verifyEd25519(state.identityKey, successionInput(statement), statement.consent);
  return agreed ? undefined : 'no-consent';
}

/** Name and device: changed by their kind alone. Where statements are left out, what they changed is not seen. */
function judgeRest(
  state: ChainState,
  { name, device, epoch }: IdentityStatement,
  kind: StatementKind,
  isNext: boolean,
): ChainFault | undefined {
  if (isNext && (kind === 'name') === (name === state.name)) return 'name';
  if (epoch < state.epoch || (epoch === 0n) !== (device.length === 0)) return 'device';
  if (epoch > 0n && ed25519KeyOfPeerId(device) === undefined) return 'device';
  if (kind === 'device') return epoch > state.epoch ? undefined : 'device';
  const same = epoch === state.epoch && equalBytes(device, state.device);
  return same || (!isNext && epoch > state.epoch) ? undefined : 'device';
}

/**
 * What the former identity key signs when another one takes its place:
 * utf8("miyu/1 key-succession") ‖ 0x00 ‖ account (32) ‖ sequence (u64) ‖ previous (32) ‖ identity key (32) ‖ exchange key (32).
 */
export const successionInput = (
  next: Pick<IdentityStatement, 'account' | 'sequence' | 'previous' | 'identityKey' | 'exchangeKey'>,
): Uint8Array => signatureInput(CONTEXT.keySuccession, successionPayload(next));

export const successionPayload = (
  next: Pick<IdentityStatement, 'account' | 'sequence' | 'previous' | 'identityKey' | 'exchangeKey'>,
): Uint8Array => concatBytes(next.account, u64(next.sequence), next.previous, next.identityKey, next.exchangeKey);

function kindOf(kind: number): StatementKind | undefined {
  return (Object.keys(STATEMENT) as StatementKind[]).find((name) => STATEMENT[name] === kind);
}

function decode(payload: Uint8Array): IdentityStatement | undefined {
  let statement: IdentityStatement;
  try {
    statement = IdentityStatement.decode(payload);
  } catch {
    return undefined;
  }
  const sound =
    statement.version === WIRE_VERSION &&
    statement.name !== '' &&
    textFits(statement.name, MAX_NAME_BYTES) &&
    isEd25519Key(statement.identityKey) &&
    statement.exchangeKey.length === X25519_BYTES &&
    statement.salt.length === SALT_BYTES;
  return sound ? statement : undefined;
}

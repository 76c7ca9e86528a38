/** What an owner signs to go on with the own chain (chain.ts). */
import { publicIdentity, type Identity } from '../crypto/identity.ts';
import { signIdentity } from '../crypto/signatures.ts';
import { equalBytes } from '../ids.ts';
import { CONTEXT } from '../wire/contexts.ts';
import { IdentityStatement, type Signed } from '../wire/generated/identity.js';
import { STATEMENT, WIRE_VERSION } from '../wire/protocols.ts';
import { successionPayload, type ChainState } from './chain.ts';

export type ChainChange =
  | { readonly kind: 'keys'; readonly next: Identity }
  | { readonly kind: 'device'; readonly device: Uint8Array; readonly epoch: bigint }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'delete' };

const NONE = new Uint8Array(0);

/**
 * The statement that follows a state.
 * @param identity whose keys hold in that state
 * @param salt 16 random bytes
 * @throws MiyuError 'key-invalid' | 'too-large'
 */
export function makeNextStatement(
  state: ChainState,
  identity: Identity,
  change: ChainChange,
  salt: Uint8Array,
): Signed {
  const signer = change.kind === 'keys' ? change.next : identity;
  const { identityKey, exchangeKey } = publicIdentity(signer);
  const { account, keysFrom } = state;
  const next = { account, sequence: state.sequence + 1n, previous: state.entry, identityKey, exchangeKey };
  const replaced = !equalBytes(identity.signing.publicKey, identityKey);
  const payload = IdentityStatement.encode({
    ...next,
    version: WIRE_VERSION,
    kind: STATEMENT[change.kind],
    keysFrom,
    name: change.kind === 'name' ? change.name : state.name,
    device: change.kind === 'device' ? change.device : state.device,
    epoch: change.kind === 'device' ? change.epoch : state.epoch,
    salt,
    consent: replaced
      ? signIdentity(CONTEXT.keySuccession, successionPayload(next), identity.signing.secretKey).signature
      : NONE,
  });
  return signIdentity(CONTEXT.identityStatement, payload, signer.signing.secretKey);
}

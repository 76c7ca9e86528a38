/** The methods of contract-identity.ts, answered by a running peer. */
import type { IdentityPeer } from '../flows/identity-peer.ts';
import type { IDENTITY_METHODS } from './contract-identity.ts';
import type { Handlers } from './handlers.ts';

export function identityHandlersOf(peer: IdentityPeer): Pick<Handlers, keyof typeof IDENTITY_METHODS> {
  return {
    'verification.show': ({ who }) => peer.verification(who),
    'verification.scan': (form) => peer.scanVerification(form),
  };
}

/** Signatures over statements: made by identities (tweetnacl), verified by node, each in its context. */
import nacl from 'tweetnacl';
import { MiyuError } from '../errors.ts';
import type { SignatureContext } from '../wire/contexts.ts';
import type { Signed } from '../wire/generated/identity.js';
import { MAX_STATEMENT_BYTES } from '../wire/limits.ts';
import { verifyEd25519 } from './ed25519.ts';
import { signatureInput } from './signature-input.ts';

export { signatureInput };

/**
 * Signs a statement of an identity.
 * @param secretKey 64 bytes: Identity.signing.secretKey
 * @throws MiyuError 'key-invalid' | 'too-large'
 */
export function signIdentity(context: SignatureContext, payload: Uint8Array, secretKey: Uint8Array): Signed {
  if (secretKey.length !== nacl.sign.secretKeyLength) throw new MiyuError('key-invalid');
  if (payload.length > MAX_STATEMENT_BYTES) throw new MiyuError('too-large', { detail: MAX_STATEMENT_BYTES });
  const signature = nacl.sign.detached(signatureInput(context, payload), secretKey);
  return { payload, signature };
}

/** Whether this key signed exactly these payload bytes in this context. Never re-encode before asking. */
export function verifySigned(context: SignatureContext, signed: Signed, publicKey: Uint8Array): boolean {
  if (signed.payload.length > MAX_STATEMENT_BYTES) return false;
  return verifyEd25519(publicKey, signatureInput(context, signed.payload), signed.signature);
}

/** The proof that whoever speaks holds an identity's key: signed for this server, device, epoch, and a nonce used once. */
import { MiyuError } from '../../shared/errors.ts';
import { NONCE_BYTES, verifyLoginProof } from '../../shared/crypto/statements.ts';

/** What accounts need of a connection. */
export interface Connection {
  /** PeerId bytes that Noise authenticated. */
  readonly remotePeer: Uint8Array;
  /** Hands out the nonce of the last challenge, once; undefined where there was none. */
  takeNonce(): Uint8Array | undefined;
}

/** Who a connection speaks for from now on. */
export interface SignedOn {
  readonly account: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly device: Uint8Array;
  readonly epoch: bigint;
}

/** The nonce is spent whether the proof is good or not. @throws MiyuError 'proof-invalid' */
export function checkProof(
  server: Uint8Array,
  connection: Connection,
  request: { readonly clientNonce: Uint8Array; readonly proof: Uint8Array },
  identityKey: Uint8Array,
  epoch: bigint,
): void {
  const serverNonce = connection.takeNonce();
  const good =
    serverNonce !== undefined &&
    request.clientNonce.length === NONCE_BYTES &&
    verifyLoginProof(request.proof, identityKey, {
      server,
      device: connection.remotePeer,
      serverNonce,
      clientNonce: request.clientNonce,
      epoch,
    });
  if (!good) throw new MiyuError('proof-invalid');
}

/** PeerIds as the wire carries them: 38 bytes, the identity multihash (00 24) of an Ed25519 libp2p key. */
import { publicKeyFromRaw } from '@libp2p/crypto/keys';
import type { PeerId } from '@libp2p/interface';
import { peerIdFromPublicKey } from '@libp2p/peer-id';
import { MiyuError } from '../errors.ts';
import { PEER_ID_BYTES } from '../ids.ts';

/** Multihash (identity, 36 bytes), then the protobuf public key: type 1 = Ed25519, 32 bytes of data. */
const HEAD = Uint8Array.of(0x00, 0x24, 0x08, 0x01, 0x12, 0x20);

/** For other key types than Ed25519 more or fewer than PEER_ID_BYTES; they match nobody's certificate. */
export const bytesOfPeerId = (peer: PeerId): Uint8Array => peer.toMultihash().bytes;

/** @throws MiyuError 'malformed' where the bytes are no PeerId of an Ed25519 key. */
export function peerIdOfBytes(bytes: Uint8Array): PeerId {
  if (bytes.length !== PEER_ID_BYTES || HEAD.some((byte, i) => bytes[i] !== byte)) throw new MiyuError('malformed');
  return peerIdFromPublicKey(publicKeyFromRaw(bytes.subarray(HEAD.length)));
}

/** Bytewise order; decides which of two links between the same two peers stays. */
export function comparePeerIds(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/**
 * libp2p PeerIds of Ed25519 keys as bytes, without libp2p: identity multihash 00 24 around the public key's protobuf
 * 08 01 (type Ed25519) 12 20 (32 bytes). libp2p specification "peer-ids"; 38 bytes.
 */
import { MiyuError } from '../errors.ts';
import { concatBytes, PEER_ID_BYTES } from '../ids.ts';
import { isEd25519Key, PUBLIC_KEY_BYTES } from './ed25519.ts';

const PREFIX = Uint8Array.of(0x00, 0x24, 0x08, 0x01, 0x12, 0x20);

/** @throws MiyuError 'key-invalid' by a wrong length */
export function peerIdBytesOfEd25519(publicKey: Uint8Array): Uint8Array {
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new MiyuError('key-invalid');
  return concatBytes(PREFIX, publicKey);
}

/** The key inside, or undefined where the bytes are no PeerId of a usable Ed25519 key. */
export function ed25519KeyOfPeerId(peerId: Uint8Array): Uint8Array | undefined {
  if (peerId.length !== PEER_ID_BYTES || PREFIX.some((byte, i) => peerId[i] !== byte)) return undefined;
  const key = peerId.slice(PREFIX.length);
  return isEd25519Key(key) ? key : undefined;
}

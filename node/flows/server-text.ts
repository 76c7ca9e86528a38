/** Where to register, as a person writes it: an invite link, or a multiaddr that names the server's PeerId. */
import { isHome } from '../../shared/crypto/home.ts';
import { decodeInvite, isInviteLink } from '../../shared/invites.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import { MAX_ADDRESS_BYTES } from '../../shared/wire/limits.ts';

export interface ServerTarget {
  readonly home: Home;
  /** Registration token of an invite; empty: none. */
  readonly token: Uint8Array;
}

/** Bitcoin's alphabet, which PeerIds are written in (libp2p specification "peer-ids"). */
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** A 38-byte PeerId has 52 characters. */
const MAX_PEER_ID_LENGTH = 64;

/**
 * @throws MiyuError 'invite-malformed' | 'version-mismatch' | 'address-malformed' (no /p2p/ part, or none of an Ed25519 key);
 *   field "server"
 */
export function parseServer(text: string): ServerTarget {
  const trimmed = text.trim();
  if (isInviteLink(trimmed)) {
    const { home, token } = decodeInvite(trimmed);
    return { home, token: token ?? new Uint8Array(0) };
  }
  const match = /^(\/.+)\/p2p\/([^/]+)$/.exec(trimmed);
  const [, address = '', peerId = ''] = match ?? [];
  const home = { server: base58(peerId), addresses: [address] };
  if (address.length > MAX_ADDRESS_BYTES || !isHome(home))
    throw new MiyuError('address-malformed', { field: 'server' });
  return { home, token: new Uint8Array(0) };
}

/** Bytes of a base58btc text; empty where it is none. */
function base58(text: string): Uint8Array {
  if (text.length > MAX_PEER_ID_LENGTH) return new Uint8Array(0);
  let value = 0n;
  for (const letter of text) {
    const digit = BASE58.indexOf(letter);
    if (digit < 0) return new Uint8Array(0);
    value = value * 58n + BigInt(digit);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes]);
}

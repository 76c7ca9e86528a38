/** How two people compare a server's key aloud. */
import { sha256, utf8 } from './crypto/hash.ts';
import { toHex } from './ids.ts';

/** Of the PeerId's SHA-256; 160 bits, beyond any search for a second key. */
const SHOWN_BYTES = 20;

/** Ten groups of four hex digits: SHA-256(utf8("miyu/1 server-fingerprint") ‖ 0x00 ‖ PeerId bytes), its first 20 bytes. */
export const serverFingerprint = (server: Uint8Array): string =>
  toHex(sha256(utf8('miyu/1 server-fingerprint'), Uint8Array.of(0), server).subarray(0, SHOWN_BYTES))
    .match(/.{4}/g)!
    .join(' ');

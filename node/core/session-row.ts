/**
 * Sessions as rows of a peer's own store: never on the wire, never in a backup. A row is written with every message, hence
 * one layout by hand: integers big-endian, each part of a fixed length or behind its length, nothing left over.
 *
 *   version (u8) ‖ parts (u8: which of those in brackets follow) ‖ id (16) ‖ hash of the agreement's associated data (32) ‖
 *   root key (32) ‖ own ratchet secret (32) ‖ own ratchet public key (32) ‖ previous length (u32) ‖ [the other side's ratchet
 *   key (32)] ‖ [sending chain] ‖ [receiving chain] ‖ [hash of the accepted first header (32)] ‖ [skipped] ‖ [first header]
 *
 *   chain         key (32) ‖ next number (u32)
 *   skipped       runs (u16) ‖ each, oldest first: ratchet key (32) ‖ first number (u32) ‖ stored at (u64, Unix milliseconds) ‖
 *                 keys (u16) ‖ message keys (32 each)
 *   first header  from account (32) ‖ base key (32) ‖ signed prekey, one-time, last-resort id (u32 each) ‖ KEM ciphertext
 *                 (1088) ‖ certificate (behind its length, u16)
 */
import { MiyuError } from '../../shared/errors.ts';
import { ID_BYTES, SHORT_ID_BYTES } from '../../shared/ids.ts';
import { KEM_CIPHERTEXT_BYTES } from '../../shared/crypto/kem.ts';
import { X25519_BYTES } from '../../shared/crypto/x25519.ts';
import { MAX_SKIPPED_KEYS } from '../../shared/wire/limits.ts';
import type { FirstHeader } from './agreement.ts';
import type { Chain } from './ratchet.ts';
import { RowReader, RowWriter } from './row-bytes.ts';
import type { Session } from './session.ts';
import { countSkipped, lengthOf, MESSAGE_KEY_BYTES, type SkippedKeys, type SkippedRun } from './skipped-keys.ts';

const ROW_VERSION = 2;
const KEY_BYTES = 32;
const PART = { remoteKey: 1, sending: 2, receiving: 4, accepted: 8, skipped: 16, first: 32 } as const;
const ALL_PARTS = 0b11_1111;
const BASE_BYTES = 2 + SHORT_ID_BYTES + 4 * KEY_BYTES + 4;
const CHAIN_BYTES = KEY_BYTES + 4;
const RUN_BYTES = X25519_BYTES + 4 + 8 + 2;
const HEADER_BYTES = ID_BYTES + X25519_BYTES + 3 * 4 + KEM_CIPHERTEXT_BYTES + 2;
/** Message numbers are u32. */
const NUMBERS = 0x1_0000_0000;

/** The row holds keys in the clear: it is for a store that seals its rows. */
export function encodeSession({ id, associated, ratchet, first, accepted }: Session): Uint8Array {
  const { rootKey, own, remoteKey, sending, receiving, previousLength, skipped } = ratchet;
  const row = new RowWriter(
    BASE_BYTES +
      (remoteKey === undefined ? 0 : KEY_BYTES) +
      (sending === undefined ? 0 : CHAIN_BYTES) +
      (receiving === undefined ? 0 : CHAIN_BYTES) +
      (accepted === undefined ? 0 : KEY_BYTES) +
      (skipped.length === 0 ? 0 : 2 + skipped.length * RUN_BYTES + countSkipped(skipped) * MESSAGE_KEY_BYTES) +
      (first === undefined ? 0 : HEADER_BYTES + first.certificate.length),
  );
  row.u8(ROW_VERSION);
  row.u8(
    (remoteKey === undefined ? 0 : PART.remoteKey) |
      (sending === undefined ? 0 : PART.sending) |
      (receiving === undefined ? 0 : PART.receiving) |
      (accepted === undefined ? 0 : PART.accepted) |
      (skipped.length === 0 ? 0 : PART.skipped) |
      (first === undefined ? 0 : PART.first),
  );
  row.bytes(id);
  row.bytes(associated);
  row.bytes(rootKey);
  row.bytes(own.secretKey);
  row.bytes(own.publicKey);
  row.u32(previousLength);
  if (remoteKey !== undefined) row.bytes(remoteKey);
  if (sending !== undefined) writeChain(row, sending);
  if (receiving !== undefined) writeChain(row, receiving);
  if (accepted !== undefined) row.bytes(accepted);
  if (skipped.length > 0) writeSkipped(row, skipped);
  if (first !== undefined) writeHeader(row, first);
  return row.row();
}

/** @throws MiyuError 'store-damaged' | 'store-newer' */
export function decodeSession(bytes: Uint8Array): Session {
  const row = new RowReader(bytes);
  const version = row.u8();
  if (version > ROW_VERSION) throw new MiyuError('store-newer', { detail: version });
  const parts = row.u8();
  if (version < ROW_VERSION || parts > ALL_PARTS) throw new MiyuError('store-damaged');
  const has = (part: number): boolean => (parts & part) !== 0;
  // In the order of the row.
  const id = row.bytes(SHORT_ID_BYTES);
  const associated = row.bytes(KEY_BYTES);
  const rootKey = row.bytes(KEY_BYTES);
  const secretKey = row.bytes(X25519_BYTES);
  const publicKey = row.bytes(X25519_BYTES);
  const previousLength = row.u32();
  const remoteKey = has(PART.remoteKey) ? row.bytes(X25519_BYTES) : undefined;
  const sending = has(PART.sending) ? readChain(row) : undefined;
  const receiving = has(PART.receiving) ? readChain(row) : undefined;
  const accepted = has(PART.accepted) ? row.bytes(KEY_BYTES) : undefined;
  const skipped = has(PART.skipped) ? readSkipped(row) : [];
  const first = has(PART.first) ? readHeader(row) : undefined;
  row.end();
  const own = { publicKey, secretKey };
  return {
    id,
    associated,
    ratchet: { rootKey, own, remoteKey, sending, receiving, previousLength, skipped },
    first,
    accepted,
  };
}

function writeChain(row: RowWriter, chain: Chain): void {
  row.bytes(chain.key);
  row.u32(chain.next);
}

const readChain = (row: RowReader): Chain => ({ key: row.bytes(KEY_BYTES), next: row.u32() });

function writeSkipped(row: RowWriter, skipped: SkippedKeys): void {
  row.u16(skipped.length);
  for (const run of skipped) {
    row.bytes(run.ratchetKey);
    row.u32(run.first);
    row.u64(run.storedAt);
    row.u16(lengthOf(run));
    row.bytes(run.keys);
  }
}

function readSkipped(row: RowReader): SkippedKeys {
  const runs: SkippedRun[] = [];
  let room = MAX_SKIPPED_KEYS;
  const count = row.u16();
  // A part that is there is not empty, and neither is a run of it.
  if (count === 0) throw new MiyuError('store-damaged');
  for (let i = 0; i < count; i += 1) {
    const ratchetKey = row.bytes(X25519_BYTES);
    const first = row.u32();
    const storedAt = row.u64();
    const keys = row.u16();
    room -= keys;
    if (keys === 0 || room < 0 || first + keys > NUMBERS) throw new MiyuError('store-damaged');
    runs.push({ ratchetKey, first, keys: row.bytes(keys * MESSAGE_KEY_BYTES), storedAt });
  }
  return runs;
}

function writeHeader(row: RowWriter, header: FirstHeader): void {
  row.bytes(header.fromAccount);
  row.bytes(header.baseKey);
  row.u32(header.signedPrekeyId);
  row.u32(header.oneTimeId);
  row.u32(header.lastResortId);
  row.bytes(header.kemCiphertext);
  row.u16(header.certificate.length);
  row.bytes(header.certificate);
}

const readHeader = (row: RowReader): FirstHeader => ({
  fromAccount: row.bytes(ID_BYTES),
  baseKey: row.bytes(X25519_BYTES),
  signedPrekeyId: row.u32(),
  oneTimeId: row.u32(),
  lastResortId: row.u32(),
  kemCiphertext: row.bytes(KEM_CIPHERTEXT_BYTES),
  certificate: row.bytes(row.u16()),
});

/**
 * Places of rows on disk. A key is: table u8 ‖ the first 16 bytes of HMAC-SHA256(blind key, table u8 ‖ id) ‖ sequence u64 BE. The disk
 * shows which rows belong together and in which order they came, not to whom they belong.
 */
import { hmacSha256 } from '../../shared/crypto/hash.ts';
import { nameOf } from '../../shared/storage/rows.ts';
import { NO_ID, PEER_TABLES, type PeerTable } from './peer-store.ts';

/** First bytes of keys; a number is never used again. */
export const TABLE_BYTES: Readonly<Record<PeerTable, number>> = {
  meta: 0,
  profile: 1,
  contacts: 2,
  sessions: 3,
  prekeys: 4,
  'signed-prekeys': 5,
  'last-resort': 6,
  'seen-first': 7,
  outbox: 8,
  held: 9,
  history: 10,
  heads: 20,
  alarms: 21,
  requests: 12,
  feed: 13,
  paths: 14,
};
export const TABLE_COUNT = 1 + Math.max(...PEER_TABLES.map((table) => TABLE_BYTES[table]));

const BLIND_BYTES = 16;
export const GROUP_BYTES = 1 + BLIND_BYTES;
export const KEY_BYTES = GROUP_BYTES + 8;
/** Groups whose blinded ids are remembered: a few per friend; each costs about 200 bytes and saves 5 µs a use. */
const MAX_KNOWN_GROUPS = 10_000;
const MAX_SEQUENCE = 2n ** 64n - 1n;
const WORD = 0x1_0000_0000;

/** The rows of one table under one id: the beginning of their keys. */
export interface Group {
  readonly prefix: Buffer;
  /** The prefix as `nameOf` gives it. */
  readonly name: string;
}

export class Places {
  readonly #blindKey: Uint8Array;
  readonly #known = new Map<string, Group>();
  /** Of each table the group that was asked for last, with the very array that stood for its id. */
  readonly #last = new Map<number, { readonly id: Uint8Array; readonly group: Group }>();

  constructor(blindKey: Uint8Array) {
    this.#blindKey = blindKey;
  }

  /** @param id nobody writes into it afterwards */
  group(table: PeerTable, id: Uint8Array): Group {
    const number = TABLE_BYTES[table];
    const last = this.#last.get(number);
    if (last?.id === id) return last.group;
    const handle = `${table}:${nameOf(id)}`;
    let group = this.#known.get(handle);
    if (group === undefined) {
      const byte = Uint8Array.of(number);
      const prefix = Buffer.concat([byte, hmacSha256(this.#blindKey, byte, id).subarray(0, BLIND_BYTES)]);
      group = { prefix, name: nameOf(prefix) };
      // The oldest goes: a friend who writes is soon known again.
      if (this.#known.size >= MAX_KNOWN_GROUPS) this.#known.delete(this.#known.keys().next().value!);
      this.#known.set(handle, group);
    }
    this.#last.set(number, { id, group });
    return group;
  }

  /** Where the store's record of itself lies. */
  ledgerKey(): Buffer {
    return keyIn(this.group('meta', NO_ID), 0n);
  }
}

/** @throws RangeError for what is no u64: a defect of the caller */
export function keyIn(group: Pick<Group, 'prefix'>, seq: bigint): Buffer {
  if (seq < 0n || seq > MAX_SEQUENCE) throw new RangeError('a sequence number beyond 64 bits');
  const key = Buffer.allocUnsafe(KEY_BYTES);
  group.prefix.copy(key);
  const number = Number(seq);
  // Exact as a number, as every place is that was not made up: without arithmetic on a BigInt.
  if (number <= Number.MAX_SAFE_INTEGER) {
    key.writeUInt32BE(Math.floor(number / WORD), GROUP_BYTES);
    key.writeUInt32BE(number % WORD, GROUP_BYTES + 4);
  } else key.writeBigUInt64BE(seq, GROUP_BYTES);
  return key;
}

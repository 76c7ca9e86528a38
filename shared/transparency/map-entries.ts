/**
 * What a server's map holds: under the key of an account, and under the key of its name, where the account's chain stands. Both keys
 * get the same value with every statement, so that one proof serves whoever looks up, by whichever.
 */
import { sha256, utf8 } from '../crypto/hash.ts';
import { u64 } from '../crypto/layout.ts';
import { concatBytes, equalBytes, ID_BYTES } from '../ids.ts';
import { foldName } from '../usernames.ts';
import { MAP_KEY } from '../wire/contexts.ts';
import { MAX_TREE_SIZE } from '../wire/limits.ts';
import type { ChainState } from './chain.ts';
import type { MapChange } from './map-store.ts';

const ZERO = Uint8Array.of(0);
const HOLDS = 1;
const RELEASED = 2;
const ENTRY_BYTES = 1 + 2 * ID_BYTES + 2 * 8;

/** Where an account's chain stands. */
export interface MapEntry {
  /** Under a name: the account has another one since, or was deleted. Under an account: it was deleted. */
  readonly released: boolean;
  readonly account: Uint8Array;
  /** SHA-256 of the payload of its latest statement. */
  readonly entry: Uint8Array;
  readonly sequence: bigint;
  /** That statement's leaf in the log. */
  readonly index: number;
}

/** SHA-256(utf8("miyu/1 map-account") ‖ 0x00 ‖ server (38) ‖ account (32)). */
export const accountKey = (server: Uint8Array, account: Uint8Array): Uint8Array =>
  sha256(concatBytes(utf8(MAP_KEY.account), ZERO, server, account));

/**
 * SHA-256(utf8("miyu/1 map-name") ‖ 0x00 ‖ server (38) ‖ utf8(case-folded name)). Not a name, but whoever guesses one can tell: the
 * server's id in it means that guesses must be hashed for each server anew.
 */
export const nameKey = (server: Uint8Array, name: string): Uint8Array =>
  sha256(concatBytes(utf8(MAP_KEY.name), ZERO, server, utf8(foldName(name))));

/** 81 bytes: 1 (holds) or 2 (released) ‖ account (32) ‖ entry (32) ‖ sequence (u64) ‖ index (u64). */
export const encodeMapEntry = ({ released, account, entry, sequence, index }: MapEntry): Uint8Array =>
  concatBytes(Uint8Array.of(released ? RELEASED : HOLDS), account, entry, u64(sequence), u64(BigInt(index)));

export function decodeMapEntry(bytes: Uint8Array): MapEntry | undefined {
  if (bytes.length !== ENTRY_BYTES || (bytes[0] !== HOLDS && bytes[0] !== RELEASED)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const index = view.getBigUint64(1 + 2 * ID_BYTES + 8);
  if (index >= BigInt(MAX_TREE_SIZE)) return undefined;
  return {
    released: bytes[0] === RELEASED,
    account: bytes.slice(1, 1 + ID_BYTES),
    entry: bytes.slice(1 + ID_BYTES, 1 + 2 * ID_BYTES),
    sequence: view.getBigUint64(1 + 2 * ID_BYTES),
    index: Number(index),
  };
}

/**
 * What a statement changes in the map. A name that was let go keeps a value that says so.
 * @param before undefined: the account is new
 * @param index the statement's leaf
 */
export function mapChanges(
  server: Uint8Array,
  before: ChainState | undefined,
  after: ChainState,
  index: number,
): MapChange[] {
  const { account, entry, sequence } = after;
  const value = (released: boolean): Uint8Array => encodeMapEntry({ released, account, entry, sequence, index });
  const deleted = after.kind === 'delete';
  const changes = [{ key: accountKey(server, account), value: value(deleted) }];
  const former = before === undefined ? undefined : nameKey(server, before.name);
  const present = nameKey(server, after.name);
  if (former !== undefined && !equalBytes(former, present)) changes.push({ key: former, value: value(true) });
  changes.push({ key: present, value: value(deleted) });
  return changes;
}

/**
 * How what a key holds now stands to what it held in a smaller tree. An index that fell, or a value that went, was set back: no honest
 * log does that.
 */
export function compareEntries(
  before: MapEntry | undefined,
  now: MapEntry | undefined,
): 'same' | 'newer' | 'other-account' | 'set-back' {
  if (before === undefined) return now === undefined ? 'same' : 'newer';
  if (now === undefined || now.index < before.index) return 'set-back';
  if (now.index === before.index) {
    return equalBytes(encodeMapEntry(before), encodeMapEntry(now)) ? 'same' : 'set-back';
  }
  if (!equalBytes(now.account, before.account)) return 'other-account';
  return now.sequence > before.sequence ? 'newer' : 'set-back';
}

/**
 * How the map is stored: pages of four levels. A page is the subtree below a path of nibbles; each of its 16 slots is empty, one key
 * with its value, or the page below. A page is written once, under the size of the tree at which it was, and names the sizes of the
 * pages below it: so every map that was signed can be read, for as long as pages that were superseded are kept.
 *
 * Row: version u64 ‖ nibbles u8 ‖ path, two nibbles a byte → leaves u16 ‖ pages u16 (bit 15: slot 0) ‖ the slots in order:
 * key (32) ‖ its leaf's hash (32) ‖ length u8 ‖ value, or hash (32) ‖ version u64.
 */
import { plain } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import { MiyuError } from '../errors.ts';
import { toHex } from '../ids.ts';
import { MAX_TREE_SIZE } from '../wire/limits.ts';
import { KEY_BYTES, mapLeafHash, mapNodeHash, EMPTY_MAP } from './map-hash.ts';
import type { Reading, RowKey } from './reading.ts';
import { HASH_BYTES } from './tree-hash.ts';

export const SLOTS = 16;
/** Which slots are leaves, and which are pages. */
const HEADER_BYTES = 4;
const VERSION_BYTES = 8;

export interface Leaf {
  readonly kind: 'leaf';
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  /** mapLeafHash of them; stored, for a page is read far more often than one of its leaves is made. */
  readonly hash: Uint8Array;
}

export const leafOf = (key: Uint8Array, value: Uint8Array): Leaf => ({
  ...{ kind: 'leaf', key, value },
  hash: mapLeafHash(key, sha256(value)),
});

export interface Below {
  readonly kind: 'page';
  readonly hash: Uint8Array;
  readonly version: number;
}

export type Slot = Leaf | Below | undefined;
export type Page = readonly Slot[];

export const EMPTY_PAGE: Page = Array.from({ length: SLOTS }, () => undefined);

/** Nibbles of a key as hex, and those before one: a page's path. */
export const nibblesOf = (key: Uint8Array): string => toHex(key);

export function pageKey(version: number, path: string): RowKey {
  const key = Buffer.allocUnsafe(VERSION_BYTES + 1 + Math.ceil(path.length / 2));
  key.writeBigUInt64BE(BigInt(version));
  key[VERSION_BYTES] = path.length;
  for (let at = 0; at < path.length; at += 2) {
    key[VERSION_BYTES + 1 + at / 2] = Number.parseInt(path.slice(at, at + 2).padEnd(2, '0'), 16);
  }
  return { table: 'map-pages', key: plain(key) };
}

/** In one piece, of Node's pool: a server writes thousands of pages a second where many register, and each array of its own costs more than a hash. */
export function encodePage(page: Page): Uint8Array {
  const row = Buffer.allocUnsafe(page.reduce((sum, slot) => sum + slotBytes(slot), HEADER_BYTES));
  let [leaves, pages, at] = [0, 0, HEADER_BYTES];
  const put = (bytes: Uint8Array): void => {
    row.set(bytes, at);
    at += bytes.length;
  };
  page.forEach((slot, i) => {
    const bit = 0x8000 >> i;
    if (slot?.kind === 'leaf') {
      leaves |= bit;
      put(slot.key);
      put(slot.hash);
      at = row.writeUInt8(slot.value.length, at);
      put(slot.value);
    } else if (slot?.kind === 'page') {
      pages |= bit;
      put(slot.hash);
      at = row.writeBigUInt64BE(BigInt(slot.version), at);
    }
  });
  row.writeUInt16BE(leaves);
  row.writeUInt16BE(pages, 2);
  return plain(row);
}

function slotBytes(slot: Slot): number {
  if (slot === undefined) return 0;
  return slot.kind === 'leaf' ? KEY_BYTES + HASH_BYTES + 1 + slot.value.length : HASH_BYTES + VERSION_BYTES;
}

/** @throws MiyuError 'store-damaged' */
export function decodePage(row: Uint8Array | undefined): Page {
  if (row === undefined || row.length < HEADER_BYTES) throw new MiyuError('store-damaged');
  const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
  const [leaves, pages] = [view.getUint16(0), view.getUint16(2)];
  let at = HEADER_BYTES;
  const take = (length: number): Uint8Array => {
    if (at + length > row.length) throw new MiyuError('store-damaged');
    at += length;
    return row.subarray(at - length, at);
  };
  const page = EMPTY_PAGE.map((_, i): Slot => {
    const bit = 0x8000 >> i;
    if ((leaves & pages & bit) !== 0) throw new MiyuError('store-damaged');
    if ((leaves & bit) !== 0) {
      const key = take(KEY_BYTES);
      const hash = take(HASH_BYTES);
      return { kind: 'leaf', key, hash, value: take(take(1)[0]!) };
    }
    if ((pages & bit) === 0) return undefined;
    const hash = take(HASH_BYTES);
    take(VERSION_BYTES);
    const version = Number(view.getBigUint64(at - VERSION_BYTES));
    if (version > MAX_TREE_SIZE) throw new MiyuError('store-damaged');
    return { kind: 'page', hash, version };
  });
  if (at !== row.length) throw new MiyuError('store-damaged');
  return page;
}

/** A subtree with keys: its hash, and its only key where it has but one. */
export interface Subtree {
  readonly hash: Uint8Array;
  readonly only: Leaf | undefined;
}

/** The page's subtrees like a heap: 1 is the whole page, 2 i and 2 i + 1 are the halves of i, 16 … 31 the slots. */
export function subtreesOf(page: Page): (Subtree | undefined)[] {
  const heap: (Subtree | undefined)[] = Array.from({ length: 2 * SLOTS }, () => undefined);
  page.forEach((slot, i) => {
    if (slot !== undefined) heap[SLOTS + i] = { hash: slot.hash, only: slot.kind === 'leaf' ? slot : undefined };
  });
  for (let i = SLOTS - 1; i >= 1; i -= 1) {
    const [left, right] = [heap[2 * i], heap[2 * i + 1]];
    if (left === undefined && right === undefined) continue;
    if (left === undefined && right!.only !== undefined) heap[i] = right;
    else if (right === undefined && left!.only !== undefined) heap[i] = left;
    else heap[i] = { hash: mapNodeHash(left?.hash ?? EMPTY_MAP, right?.hash ?? EMPTY_MAP), only: undefined };
  }
  return heap;
}

/** A page as it is stored, by its path. */
export interface StoredPage {
  readonly version: number;
  readonly page: Page;
}

/**
 * Every page on the paths of these keys, of the map that the tree of `version` leaves ends with; those of one depth are asked for
 * together.
 * @throws MiyuError 'store-damaged' where a page is missing (or was dropped, for an old version) or is none
 */
export function* readPages(version: number, keys: readonly Uint8Array[]): Reading<Map<string, StoredPage>> {
  const found = new Map<string, StoredPage>();
  const paths = keys.map(nibblesOf);
  let wanted: { readonly path: string; readonly version: number }[] = [{ path: '', version }];
  while (wanted.length > 0) {
    const rows = yield wanted.map((page) => pageKey(page.version, page.path));
    const below = new Map<string, { path: string; version: number }>();
    const depth = wanted[0]!.path.length;
    wanted.forEach((page, i) => found.set(page.path, { version: page.version, page: decodePage(rows[i]) }));
    for (const path of paths) {
      const slot = found.get(path.slice(0, depth))?.page[Number.parseInt(path.charAt(depth), 16)];
      const next = path.slice(0, depth + 1);
      if (slot?.kind === 'page') below.set(next, { path: next, version: slot.version });
    }
    if (depth + 1 >= 2 * KEY_BYTES && below.size > 0) throw new MiyuError('store-damaged');
    wanted = [...below.values()];
  }
  return found;
}

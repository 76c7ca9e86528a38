/** Where the chains of friends, and the own one, stood in each server's log when that was seen last: an honest log shows never less. */
import { EntryRow } from '../core/generated/rows.js';
import { ENTRY_SEQ } from '../core/rows.ts';
import { equalBytes } from '../../shared/ids.ts';
import {
  compareEntries,
  decodeMapEntry,
  encodeMapEntry,
  type MapEntry,
} from '../../shared/transparency/map-entries.ts';
import type { OpenedHead } from '../../shared/transparency/tree-head.ts';
import type { FlowContext } from './context.ts';
import type { Op } from './ports.ts';
import { readable } from './readable-rows.ts';

/** How what a map says now stands to what it said before. */
export type EntryChange = ReturnType<typeof compareEntries>;

export interface Compared {
  readonly change: EntryChange;
  /** So that it is known from now on; nothing where it was set back. */
  readonly ops: Op[];
}

/**
 * @param entry what stands under the account's key, or under its name's while the account has it: the same value
 * @param head at which that was proven
 */
export function compareWithKnown(
  store: FlowContext['store'],
  account: Uint8Array,
  entry: MapEntry | undefined,
  { server, log }: OpenedHead,
): Compared {
  const change = compareEntries(knownEntry(store, account, server, log), entry);
  if (entry === undefined || change !== 'newer') return { change, ops: [] };
  const value = EntryRow.encode({ server, log, entry: encodeMapEntry(entry) });
  return { change, ops: [{ op: 'put', table: 'heads', id: account, seq: ENTRY_SEQ, value }] };
}

/** Of another log, nothing is known. */
function knownEntry(
  store: FlowContext['store'],
  account: Uint8Array,
  server: Uint8Array,
  log: Uint8Array,
): MapEntry | undefined {
  const bytes = readable(store, 'heads', account, ENTRY_SEQ);
  if (bytes === undefined) return undefined;
  const row = EntryRow.decode(bytes);
  const isHere = equalBytes(row.server, server) && equalBytes(row.log, log);
  return isHere ? decodeMapEntry(row.entry) : undefined;
}

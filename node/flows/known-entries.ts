/** Where the chains of friends, and the own one, stood in each server's log when that was seen last: an honest log shows never less. */
import { EntryRow } from '../core/generated/rows.js';
import { ENTRY_SEQ } from '../core/rows.ts';
import { equalBytes } from '../../shared/ids.ts';
import { encodeSetBack, withoutHashes } from '../../shared/transparency/exhibit.ts';
import {
  accountKey,
  compareEntries,
  decodeMapEntry,
  encodeMapEntry,
  type MapEntry,
} from '../../shared/transparency/map-entries.ts';
import type { OpenedHead } from '../../shared/transparency/tree-head.ts';
import type { FlowContext } from './context.ts';
import type { Op } from './ports.ts';
import { readable } from './readable-rows.ts';

const NOTHING = new Uint8Array(0);

/** How what a map says now stands to what it said before. */
export type EntryChange = ReturnType<typeof compareEntries>;

export interface Compared {
  readonly change: EntryChange;
  /** So that it is known from now on; nothing where it was set back. */
  readonly ops: Op[];
  /** Of 'set-back': both answers as the server has signed them; undefined: the first was not kept. */
  readonly evidence: Uint8Array | undefined;
}

/** As a server has shown it: an entry, of which key, at which head. */
export interface Shown {
  /** What stands under the account's key, or under its name's while the account has it: the same value. */
  readonly entry: MapEntry | undefined;
  readonly key: Uint8Array;
  /** LookupProof. */
  readonly proof: Uint8Array;
  readonly head: OpenedHead;
}

export function compareWithKnown(store: FlowContext['store'], account: Uint8Array, shown: Shown): Compared {
  const { entry, key, head } = shown;
  const { server, log } = head;
  const known = knownEntry(store, account, head);
  const change = compareEntries(known?.entry, entry);
  const isOfAccount = equalBytes(key, accountKey(server, account));
  const proof = (isOfAccount ? withoutHashes(shown.proof) : undefined) ?? NOTHING;
  if (change === 'set-back') {
    const isBoth = known !== undefined && known.proof.length > 0 && proof.length > 0;
    return { change, ops: [], evidence: isBoth ? encodeSetBack(key, known.proof, proof) : undefined };
  }
  const isWorthIt = change === 'newer' || (change === 'same' && known?.proof.length === 0 && proof.length > 0);
  if (entry === undefined || !isWorthIt) return { change, ops: [], evidence: undefined };
  const value = EntryRow.encode({ server, log, entry: encodeMapEntry(entry), proof });
  return { change, ops: [{ op: 'put', table: 'heads', id: account, seq: ENTRY_SEQ, value }], evidence: undefined };
}

/** Of another log, nothing is known. */
function knownEntry(
  store: FlowContext['store'],
  account: Uint8Array,
  { server, log }: OpenedHead,
): { readonly entry: MapEntry | undefined; readonly proof: Uint8Array } | undefined {
  const bytes = readable(store, 'heads', account, ENTRY_SEQ);
  if (bytes === undefined) return undefined;
  const row = EntryRow.decode(bytes);
  const isHere = equalBytes(row.server, server) && equalBytes(row.log, log);
  return isHere ? { entry: decodeMapEntry(row.entry), proof: row.proof } : undefined;
}

/**
 * Openings of a store: each start of the server on it has the next count and an id of its own. Clients remember the last one that
 * they saw. A store that was set back to an older copy opens under other ids than the ones that followed that copy before.
 */
import { utf8 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MAX_OPENINGS } from '../../shared/wire/limits.ts';
import { OpeningsRow } from './generated/rows.js';
import type { Store } from './store.ts';

export interface Opening {
  /** From 1. */
  readonly count: number;
  /** 16 random bytes. */
  readonly id: Uint8Array;
}

const ROW = utf8('openings');
const ID_BYTES = 16;

/**
 * Notes that the server begins with this store. On disk when it resolves: no client is told of an opening that a crash forgets.
 * @returns the last MAX_OPENINGS, oldest first; this one is the last
 */
export function noteOpening(store: Store, random: Random): Promise<readonly Opening[]> {
  return store.transact(['server'], async (tx) => {
    const row = await tx.get('server', ROW);
    const before = row === undefined ? [] : OpeningsRow.decode(row).openings;
    const count = (before.at(-1)?.count ?? 0) + 1;
    const openings = [...before, { count, id: random(ID_BYTES) }].slice(-MAX_OPENINGS);
    tx.put('server', ROW, OpeningsRow.encode({ openings }));
    return openings;
  });
}

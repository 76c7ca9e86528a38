/**
 * As which opening of its store each server was last known here: our own home, and every foreign one that we were connected to. It
 * is on disk before anything is left there, so that what a mailbox has signed for was signed at that opening or a later one.
 */
import { KnownOpeningRow } from '../core/generated/account.js';
import { utf8 } from '../../shared/crypto/hash.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { FlowContext } from './context.ts';
import type { Op, RendezvousClient } from './ports.ts';

const GROUP = utf8('openings');
/** Servers remembered before those go at which no contact lives: a friend has one home, and moves seldom. */
const MAX_STRANGE = 256;
/** Rows read at a start: each is the home of a contact, or one of MAX_STRANGE. */
const PAGE = 10_000;

interface Known {
  readonly seq: bigint;
  readonly row: KnownOpeningRow;
}

/**
 * same      the opening that we knew
 * later     the server was started again since, on the store that we knew
 * set-back  that store knows nothing of the opening that we knew, or lists it no more: what came since may be lost
 */
export type Standing = 'new' | 'same' | 'later' | 'set-back';

export class KnownOpenings {
  readonly #store: FlowContext['store'];
  readonly #known = new Map<string, Known>();
  #nextSeq = 1n;

  constructor(store: FlowContext['store']) {
    this.#store = store;
    for (const { seq, value } of store.scan('profile', GROUP, { limit: PAGE })) {
      const row = KnownOpeningRow.decode(value);
      this.#known.set(toHex(row.server), { seq, row });
      this.#nextSeq = seq + 1n;
    }
  }

  standingOf({ server, openings }: Pick<RendezvousClient, 'server' | 'openings'>): Standing {
    const known = this.#known.get(toHex(server))?.row;
    if (known === undefined) return 'new';
    const at = openings.findIndex(({ count, id }) => count === known.count && equalBytes(id, known.id));
    if (at < 0) return 'set-back';
    return at === openings.length - 1 ? 'same' : 'later';
  }

  /** @param inUse servers (in hex) at which our contacts live @throws MiyuError as the store's commit */
  async remember(
    { server, openings }: Pick<RendezvousClient, 'server' | 'openings'>,
    inUse: () => ReadonlySet<string>,
  ): Promise<void> {
    const present = openings.at(-1);
    if (present === undefined) throw new MiyuError('internal');
    const key = toHex(server);
    const row = { server, ...present };
    const known = this.#known.get(key);
    const seq = known?.seq ?? this.#nextSeq;
    if (known === undefined) this.#nextSeq += 1n;
    const ops: Op[] = [{ op: 'put', table: 'profile', id: GROUP, seq, value: KnownOpeningRow.encode(row) }];
    const forgotten = known === undefined && this.#known.size >= MAX_STRANGE ? this.#unused(inUse()) : [];
    for (const [, old] of forgotten) ops.push({ op: 'delete', table: 'profile', id: GROUP, seq: old.seq });
    await this.#store.commit(ops);
    for (const [name] of forgotten) this.#known.delete(name);
    this.#known.set(key, { seq, row });
  }

  #unused(inUse: ReadonlySet<string>): readonly (readonly [string, Known])[] {
    return [...this.#known].filter(([name]) => !inUse.has(name));
  }
}

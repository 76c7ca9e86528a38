/** The lanes of all contacts, and what the other flows may do with them (`Contacts` of context.ts). */
import { ChatRow, ContactRow, CountersRow } from '../core/generated/rows.js';
import { withCleared } from '../core/inbox.ts';
import { ONE_GROUP, RELATION, SEQS_OF_CONTACT } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import type { Contacts, ControlHandler, FirstContent, FlowContext } from './context.ts';
import { rememberDeleted } from './deleted-ids.ts';
import { epochId } from './lane-rows.ts';
import { Lane, type Draft } from './lane.ts';
import { mendLane } from './lane-repair.ts';
import type { Op } from './ports.ts';
import { readable, scanReadable } from './readable-rows.ts';
import { enqueueContents, putContent } from './send.ts';
import { abandon } from './settle.ts';

const PAGE = 1_000;
/** Rows deleted in one batch when a contact or its history goes. */
const DELETE_STEP = 2_000;

export interface ContactHooks {
  /** The lane's outbox may move. */
  readonly kick: (lane: Lane) => void;
  readonly forget: (lane: Lane) => void;
  /** How the person has this chat has changed, on disk. */
  readonly chatChanged: (lane: Lane) => void;
}

export function openContacts(context: FlowContext, hooks: ContactHooks) {
  const { store } = context;
  const lanes = new Map<string, Lane>();
  const handlers = new Map<number, ControlHandler>();
  const closedListeners = new Set<(contact: Readonly<ContactRow>) => void>();
  const settling = new Map<Lane, Set<() => void>>();
  let nextIndex = 1n;

  function makeLane(index: bigint, contact: ContactRow): Lane {
    const lane = new Lane(context, index, contact);
    lane.onChat = () => {
      hooks.chatChanged(lane);
    };
    return lane;
  }

  for (;;) {
    const options = { from: nextIndex, limit: PAGE };
    // Whose row cannot be read is put aside, and is there again from the vault's pin (`restore`).
    for (const { seq, value } of scanReadable(store, 'contacts', ONE_GROUP, options).rows) {
      const lane = makeLane(seq, ContactRow.decode(value)).load();
      lanes.set(toHex(lane.account), lane);
    }
    const seen = store.sequences('contacts', ONE_GROUP, options);
    nextIndex = (seen.at(-1) ?? nextIndex - 1n) + 1n;
    if (seen.length < PAGE) break;
  }

  const laneOf = (account: Uint8Array): Lane | undefined => lanes.get(toHex(account));

  function need(account: Uint8Array): Lane {
    const lane = laneOf(account);
    if (lane === undefined) throw new MiyuError('not-a-friend');
    return lane;
  }

  async function add(contact: ContactRow, ops: readonly Op[] = [], content?: FirstContent): Promise<void> {
    if (laneOf(contact.account) !== undefined) throw new MiyuError('already-friends');
    const lane = makeLane(nextIndex, contact);
    nextIndex += 1n;
    lanes.set(toHex(contact.account), lane);
    // Counters of an earlier acquaintance go on: a number is never given twice, and a kept history stays in place.
    const known = readable(store, 'contacts', contact.account, 0n);
    lane.counters =
      known === undefined
        ? {
            ...CountersRow.decode(new Uint8Array(0)),
            nextNumber: 1n,
            numberEpoch: context.own().epoch,
            nextPosition: 1n,
          }
        : CountersRow.decode(known);
    const { committed } = lane.step((draft) => {
      draft.contact = true;
      draft.counters = true;
      draft.ops.push(...ops);
      putFirst(lane, draft, content);
    });
    try {
      await committed;
    } catch (error) {
      lanes.delete(toHex(contact.account));
      throw error;
    }
    if (content !== undefined) hooks.kick(lane);
  }

  /** A contact whose row was lost: with everything that is left of it. Resolves when it is on disk. */
  async function restore(contact: ContactRow): Promise<void> {
    if (laneOf(contact.account) !== undefined) return;
    const lane = makeLane(nextIndex, contact);
    nextIndex += 1n;
    await store.commit([
      { op: 'put', table: 'contacts', id: ONE_GROUP, seq: lane.index, value: ContactRow.encode(contact) },
    ]);
    lanes.set(toHex(contact.account), lane.load());
    await mendLane(context, lane);
  }

  function putFirst(lane: Lane, draft: Draft, content: FirstContent | undefined): void {
    if (content === undefined) return;
    putContent(context, lane, draft, { kind: content.kind, body: content.body(lane.contact), show: false });
  }

  async function update(
    account: Uint8Array,
    change: (contact: ContactRow) => ContactRow,
    ops: readonly Op[] = [],
    content?: FirstContent,
  ): Promise<void> {
    const lane = need(account);
    const { committed } = lane.step((draft) => {
      lane.contact = change(lane.contact);
      draft.contact = true;
      draft.ops.push(...ops);
      putFirst(lane, draft, content);
    });
    await committed;
    hooks.kick(lane);
  }

  async function enqueue(account: Uint8Array, kind: number, body: Uint8Array, options: { show?: boolean } = {}) {
    const lane = need(account);
    const { result, committed } = enqueueContents(context, lane, [{ kind, body, show: options.show ?? false }]);
    await committed;
    hooks.kick(lane);
    const [enqueued] = result;
    if (enqueued === undefined) throw new MiyuError('internal');
    return enqueued;
  }

  function settled(account: Uint8Array, signal: AbortSignal): Promise<void> {
    const lane = laneOf(account);
    if (lane === undefined || lane.entries.size === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const waiting = settling.get(lane) ?? new Set();
      settling.set(lane, waiting);
      const end = (): void => {
        waiting.delete(done);
        reject(new MiyuError('aborted'));
      };
      const done = (): void => {
        waiting.delete(done);
        signal.removeEventListener('abort', end);
        resolve();
      };
      waiting.add(done);
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    });
  }

  /** Deletes every row of a group (up to `to`), a bounded number a batch. */
  async function clear(table: 'history' | 'outbox' | 'held' | 'sessions', id: Uint8Array, to?: bigint): Promise<void> {
    for (;;) {
      const rows = store.sequences(table, id, { ...(to === undefined ? {} : { to }), limit: DELETE_STEP });
      if (rows.length === 0) return;
      await store.commit(rows.map((seq): Op => ({ op: 'delete', table, id, seq })));
    }
  }

  /** What is there now goes; what comes meanwhile stays. After a crash in the middle, `resumeClearing` goes on. */
  async function clearHistory(lane: Lane): Promise<void> {
    const { committed } = lane.step((draft) => {
      const { nextPosition } = lane.counters;
      rememberDeleted(context, lane, draft);
      lane.counters = {
        ...lane.counters,
        unread: 0,
        lastPosition: 0n,
        readUpTo: nextPosition - 1n,
        clearedBelow: nextPosition,
        inbox: withCleared(lane.counters.inbox),
      };
      draft.counters = true;
      if (lane.chat.draft !== '') {
        lane.chat = { ...lane.chat, draft: '' };
        draft.chat = true;
      }
    });
    await committed;
    await clearBelow(lane);
  }

  /** In a history that stays, what was not delivered says so. */
  async function abandonAll(lane: Lane): Promise<void> {
    while (lane.entries.size > 0) {
      const entries = [...lane.entries.values()].slice(0, DELETE_STEP);
      const { committed } = lane.step((draft) => {
        for (const entry of entries) abandon(lane, draft, entry);
      });
      await committed;
    }
  }

  const clearBelow = (lane: Lane): Promise<void> => clear('history', lane.account, lane.counters.clearedBelow - 1n);

  /** Deletes what a crash left of histories that were to go. */
  async function resumeClearing(): Promise<void> {
    for (const lane of lanes.values()) if (lane.counters.clearedBelow > 1n) await clearBelow(lane);
  }

  async function drop(account: Uint8Array, options: { keepHistory: boolean }, ops: readonly Op[] = []): Promise<void> {
    const lane = need(account);
    // First the contact, so that after a crash what is left of it belongs to nobody and is harmless.
    lanes.delete(toHex(account));
    hooks.forget(lane);
    try {
      await store.commit([
        { op: 'delete', table: 'contacts', id: ONE_GROUP, seq: lane.index },
        ...SEQS_OF_CONTACT.map((seq): Op => ({ op: 'delete', table: 'contacts', id: account, seq })),
        ...ops,
      ]);
    } catch (error) {
      lane.reload(!store.healthy());
      lanes.set(toHex(account), lane);
      throw error;
    }
    lane.chat = ChatRow.decode(new Uint8Array(0));
    await lane.link?.close(4).catch(() => undefined);
    if (options.keepHistory) await abandonAll(lane);
    else await clearHistory(lane);
    await clear('outbox', account);
    await clear('sessions', account);
    for (const { epoch } of lane.counters.inbox) await clear('held', epochId(account, epoch));
  }

  const contacts: Contacts = {
    all: () => [...lanes.values()].map((lane) => lane.contact),
    get: (account) => laneOf(account)?.contact,
    add,
    update,
    enqueue,
    settled,
    drop,
    onControl(kind, handler) {
      handlers.set(kind, handler);
    },
    onClosed(listener) {
      closedListeners.add(listener);
    },
  };

  return {
    contacts,
    lanes: () => lanes.values(),
    laneOf,
    need,
    control: (kind: number) => handlers.get(kind),
    clearHistory: (account: Uint8Array) => clearHistory(need(account)),
    resumeClearing,
    restore,
    /** The outbox of this lane has run empty. */
    emptied(lane: Lane): void {
      for (const done of [...(settling.get(lane) ?? [])]) done();
      settling.delete(lane);
      if (lane.contact.relation === RELATION.closing) for (const listener of closedListeners) listener(lane.contact);
    },
  };
}

export type OpenContacts = ReturnType<typeof openContacts>;

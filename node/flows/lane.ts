/**
 * One lane per contact: its state in memory, changed by synchronous steps, each of which leaves as one atomic batch. Effects
 * wait for the batch that covers them; a batch that failed takes the lane back to what is on disk.
 *
 * A step changes fields and marks them in its draft; nothing in it awaits.
 */
import { QUEUED, stepDelivery, type DeliveryEvent, type Ended, type Waiting } from '../core/delivery.ts';
import {
  ChatRow,
  ContactRow,
  CountersRow,
  HistoryRow,
  OutboxRow,
  SessionRow,
  StandRow,
  type HeldRow,
} from '../core/generated/rows.js';
import { CHAT_SEQ, ONE_GROUP, STAND_SEQ } from '../core/rows.ts';
import { encodeSession, type Session } from '../core/session.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import type { FlowContext } from './context.ts';
import { eventOps, type StepEvent } from './events.ts';
import { readLane, type LoadedEntry } from './lane-rows.ts';
import type { ChatLink, Op } from './ports.ts';
import { readable } from './readable-rows.ts';
import { stateChanges, type StateChange } from './sent-states.ts';

/** Ratchet sessions kept per friend: both initiate at once, a renewal in flight, and one to spare. */
export const MAX_SESSIONS = 4;
/** An outbox as long as this keeps what goes out in memory until it did: what a link's window holds, and not a backlog. */
const KEPT_ENTRIES = 512;
/** A long text is soon read compared with what it costs otherwise. */
const MAX_KEPT_BYTES = 4 * 1024;

/** A disk that is reopened is there again soon; until then the lane stands still. */
const RELOAD_MS = 250;

export interface SessionSlot {
  readonly slot: bigint;
  readonly session: Session;
  readonly device: Uint8Array;
  readonly epoch: bigint;
  readonly unconfirmed: boolean;
}

/** An outbox row's place in memory: what delivery asks for again and again. */
export interface Entry {
  readonly number: bigint;
  /** Position in the history; 0: not shown there. */
  readonly position: bigint;
  /** Where it stands; changed by the lane and settle.ts alone. */
  delivery: Waiting<ChatLink>;
  /** How often it was sealed since the lane was loaded, and which of these is on disk: only that envelope may leave. */
  seals: number;
  durableSeal: number;
  /** The envelope, where it was made a moment ago: saves reading back what goes out at once. */
  envelope: Uint8Array | undefined;
}

/** What is known in memory alone. */
export type Noted = Extract<DeliveryEvent<ChatLink>, { event: 'sent' | 'depositing' | 'link-lost' | 'deposit-failed' }>;

export interface Draft {
  readonly ops: Op[];
  readonly sessions: Set<bigint>;
  /** Outbox entries that were sealed: number → which of their seals this is. */
  readonly sealed: Map<bigint, number>;
  counters: boolean;
  contact: boolean;
  stand: boolean;
  chat: boolean;
  /** Nobody waits for what this step writes: it may share the disk's work with the next one. */
  lazy: boolean;
  /** What the faces are told, in order. */
  readonly events: StepEvent[];
  /** What became of sent contents; told behind the events, and what was read behind that. */
  readonly states: StateChange[];
  readonly reads: StepEvent[];
  readonly after: (() => void | Promise<void>)[];
}

export class Lane {
  contact: ContactRow;
  counters: CountersRow;
  /** What comparing with the friend has shown (flows/stand.ts). */
  stand: StandRow = StandRow.decode(new Uint8Array(0));
  /** How the person has this chat (flows/chats.ts). */
  chat: ChatRow = ChatRow.decode(new Uint8Array(0));
  /** Called when a change of it is on disk. */
  onChat: (() => void) | undefined;
  readonly sessions = new Map<bigint, SessionSlot>();
  /** The highest number that waits no more; 0: none. */
  highestSettled = 0n;
  /** By number, ascending. */
  readonly entries = new Map<bigint, Entry>();
  /** Contents that wait for an earlier one: epoch → number → row. */
  readonly held = new Map<bigint, Map<bigint, HeldRow>>();
  /**
   * Ids of envelopes that were opened lately, oldest first: the same one on the other path is a duplicate, and no reason to ask for
   * another. Lost with the process: then the sender is asked, and has nothing to send.
   */
  readonly opened = new Set<string>();
  link: ChatLink | undefined;
  /** While a link has come up and the friend has not said where it stands; nothing leaves over the link before. Always ends soon. */
  standing: Promise<void> | undefined;
  /** The next seal must open a new session: the friend could not open, or has a new device. */
  renew = false;
  readonly index: bigint;
  readonly #context: FlowContext;
  #adrift: { readonly afterFailure: boolean; readonly timer: NodeJS.Timeout | undefined } | undefined;

  constructor(context: FlowContext, index: bigint, contact: ContactRow) {
    this.#context = context;
    this.index = index;
    this.contact = contact;
    this.counters = CountersRow.decode(new Uint8Array(0));
  }

  get account(): Uint8Array {
    return this.contact.account;
  }

  /** True where the store could not be read when the lane had to go back: nothing of it counts until it was loaded. */
  get isAdrift(): boolean {
    return this.#adrift !== undefined;
  }

  /** True where a row of it could not be read as it was loaded: lane-repair.ts is to look. */
  isTorn = false;

  /**
   * Everything as it is on disk (or waits to be). A row that cannot be read is left out, and `isTorn` says so.
   * @param afterFailure nothing waits: what is in the store is on disk
   * @throws MiyuError 'store-failed' where it cannot be read just now; then the lane is as it was
   */
  load(afterFailure = true): this {
    const rows = readLane(this.#context, this.index, this.contact);
    this.contact = rows.contact;
    this.counters = rows.counters;
    this.stand = rows.stand;
    this.chat = rows.chat;
    this.isTorn ||= rows.isTorn;
    this.opened.clear();
    replace(this.sessions, rows.sessions);
    replace(this.held, rows.held);
    const before = new Map(this.entries);
    this.entries.clear();
    for (const outbox of rows.outbox) {
      const known = before.get(outbox.number);
      // What is on disk is none of those that were counted, as far as anybody knows: an answer that comes late for one of them says nothing.
      const seals = (known?.seals ?? 0) + (afterFailure ? 1 : 0);
      this.entries.set(outbox.number, {
        number: outbox.number,
        position: outbox.position,
        delivery: this.#deliveryOf(outbox, seals, known),
        seals,
        durableSeal: afterFailure ? seals : (known?.durableSeal ?? seals),
        envelope: undefined,
      });
    }
    this.highestSettled = this.counters.nextNumber - 1n;
    while (this.entries.has(this.highestSettled)) this.highestSettled -= 1n;
    this.#adrift = undefined;
    return this;
  }

  /** To what is in the store: now, or as soon as it can be read. Never throws. */
  reload(afterFailure: boolean): void {
    const all = afterFailure || this.#adrift?.afterFailure === true;
    try {
      this.load(all);
    } catch (error) {
      // Closed: it is over, and nothing of it counts any more.
      const isOver = isMiyuError(error, 'closed');
      if (!isMiyuError(error)) this.#context.log.fault(error);
      clearTimeout(this.#adrift?.timer);
      const timer = isOver ? undefined : setTimeout(() => this.#retry(), RELOAD_MS);
      timer?.unref();
      this.#adrift = { afterFailure: all, timer };
    }
  }

  #retry(): void {
    if (this.#adrift !== undefined) this.reload(false);
  }

  /** Where a content stands by its row; which way it is on is known in memory alone. */
  #deliveryOf(row: LoadedEntry, seal: number, known: Entry | undefined): Waiting<ChatLink> {
    const slot = this.#slotOf(row.session);
    if (slot === undefined) return QUEUED;
    const before = known?.delivery;
    const direct = before === undefined || before.state === 'queued' ? undefined : before.direct;
    if (row.storedUntil > 0n) return { state: 'stored', slot, seal, direct, until: Number(row.storedUntil) };
    const depositing = before?.state === 'sealed' && before.depositing && before.seal === seal;
    return { state: 'sealed', slot, seal, direct, depositing };
  }

  #slotOf(session: Uint8Array): bigint | undefined {
    if (session.length !== 8) return undefined;
    const slot = new DataView(session.buffer, session.byteOffset, 8).getBigUint64(0);
    return this.sessions.has(slot) ? slot : undefined;
  }

  /** What happened to a content of the outbox, where nothing is to be written; settle.ts has the rest. Unknown numbers change nothing. */
  noted(number: bigint, event: Noted): void {
    const entry = this.entries.get(number);
    if (entry !== undefined) this.#move(entry, event);
  }

  /** Its envelope is in the draft. */
  wasSealed(entry: Entry, slot: bigint): void {
    this.#move(entry, { event: 'sealed', slot, seal: entry.seals });
  }

  #move(entry: Entry, event: DeliveryEvent<ChatLink>): void {
    const { delivery } = stepDelivery(entry.delivery, event);
    if (isWaiting(delivery)) entry.delivery = delivery;
  }

  /**
   * One step: `change` edits the lane and marks the draft, without awaiting; what it marked leaves as one batch. Where it
   * throws, the lane is as before. `lazy`: nothing leaves because of it (PeerStore.commit).
   * @throws MiyuError 'store-failed' also where the lane had to go back and the store cannot be read yet
   */
  step<T>(
    change: (draft: Draft) => T,
    options?: { readonly lazy?: boolean },
  ): { readonly result: T; readonly committed: Promise<void> } {
    const draft: Draft = {
      ops: [],
      sessions: new Set(),
      sealed: new Map(),
      counters: false,
      contact: false,
      stand: false,
      chat: false,
      lazy: options?.lazy ?? false,
      events: [],
      states: [],
      reads: [],
      after: [],
    };
    let result: T;
    clearTimeout(this.#adrift?.timer);
    if (this.#adrift !== undefined) this.reload(false);
    if (this.#adrift !== undefined) throw new MiyuError('store-failed', { retryAfterMs: RELOAD_MS });
    try {
      result = change(draft);
    } catch (error) {
      this.#goBack(draft);
      throw error;
    }
    return { result, committed: this.#commit(draft) };
  }

  /** To before this step, while the batches of earlier ones may still wait. */
  #goBack(draft: Draft): void {
    for (const [number, seal] of draft.sealed) {
      const entry = this.entries.get(number);
      if (entry !== undefined) entry.seals = seal - 1;
    }
    this.reload(false);
  }

  /** Lowest number that is not settled: what the friend should still wait for. */
  get settledBelow(): bigint {
    for (const number of this.entries.keys()) return number;
    return this.counters.nextNumber;
  }

  /** Undefined also where it cannot be read: damage that is told changes nothing more. */
  historyRow(position: bigint): HistoryRow | undefined {
    const value = readable(this.#context.store, 'history', this.account, position);
    return value === undefined ? undefined : HistoryRow.decode(value);
  }

  /** Whether something of this length that was just made for the outbox stays at hand. */
  keepsInMemory(bytes: number): boolean {
    return this.entries.size <= KEPT_ENTRIES && bytes <= MAX_KEPT_BYTES;
  }

  /** True where the entry's envelope is for the device that the friend has now. */
  isSealed(entry: Entry): boolean {
    const { delivery } = entry;
    const slot = delivery.state === 'queued' ? undefined : this.sessions.get(delivery.slot);
    return slot !== undefined && slot.epoch === this.contact.epoch;
  }

  /** True where that envelope is on disk, so that it may leave. */
  mayLeave(entry: Entry): boolean {
    return !this.isAdrift && entry.seals === entry.durableSeal && this.isSealed(entry);
  }

  /** The entry's envelope, from memory or from the store. */
  envelopeOf(entry: Entry): Uint8Array | undefined {
    const envelope = entry.envelope ?? this.outboxRow(entry.number)?.envelope;
    return envelope === undefined || envelope.length === 0 ? undefined : envelope;
  }

  /** Undefined also where it cannot be read; then lane-repair.ts is to look. */
  outboxRow(number: bigint): OutboxRow | undefined {
    const value = readable(this.#context.store, 'outbox', this.account, number);
    if (value === undefined) this.isTorn = true;
    return value === undefined ? undefined : OutboxRow.decode(value);
  }

  /** The session that sends: made with the device and epoch that the contact has now. */
  sendingSession(): SessionSlot | undefined {
    const slot = this.sessions.get(this.counters.sendingSlot);
    return slot !== undefined && !this.renew && slot.epoch === this.contact.epoch ? slot : undefined;
  }

  putSession(draft: Draft, slot: SessionSlot): void {
    this.sessions.set(slot.slot, slot);
    draft.sessions.add(slot.slot);
  }

  /** Adds a session in a free slot; the oldest one that does not send makes room. */
  addSession(draft: Draft, session: Omit<SessionSlot, 'slot'>): SessionSlot {
    const slot = { ...session, slot: this.counters.nextSlot === 0n ? 1n : this.counters.nextSlot };
    this.counters = { ...this.counters, nextSlot: slot.slot + 1n };
    draft.counters = true;
    this.putSession(draft, slot);
    for (const old of this.sessions.keys()) {
      if (this.sessions.size <= MAX_SESSIONS) break;
      if (old === slot.slot || old === this.counters.sendingSlot) continue;
      this.sessions.delete(old);
      draft.sessions.delete(old);
      draft.ops.push({ op: 'delete', table: 'sessions', id: this.account, seq: old });
    }
    return slot;
  }

  sendOn(draft: Draft, slot: bigint): void {
    if (this.counters.sendingSlot === slot) return;
    this.counters = { ...this.counters, sendingSlot: slot };
    draft.counters = true;
  }

  /** One batch with everything that the draft marked; `after` runs when it is on disk. */
  async #commit(draft: Draft): Promise<void> {
    const { store } = this.#context;
    const ops = draft.ops;
    for (const slot of draft.sessions) {
      const value = this.sessions.get(slot);
      if (value === undefined) continue;
      const row = SessionRow.encode({
        session: encodeSession(value.session),
        device: value.device,
        epoch: value.epoch,
        unconfirmed: value.unconfirmed,
      });
      ops.push({ op: 'put', table: 'sessions', id: this.account, seq: slot, value: row });
    }
    if (draft.counters) {
      const value = CountersRow.encode(this.counters);
      ops.push({ op: 'put', table: 'contacts', id: this.account, seq: 0n, value });
    }
    if (draft.stand) {
      const value = StandRow.encode(this.stand);
      ops.push({ op: 'put', table: 'contacts', id: this.account, seq: STAND_SEQ, value });
    }
    if (draft.chat) {
      const value = ChatRow.encode(this.chat);
      ops.push({ op: 'put', table: 'contacts', id: this.account, seq: CHAT_SEQ, value });
    }
    if (draft.contact) {
      const value = ContactRow.encode(this.contact);
      ops.push({ op: 'put', table: 'contacts', id: ONE_GROUP, seq: this.index, value });
    }
    failpoint('lane-before-commit');
    try {
      const states = stateChanges(store, this, draft.states);
      ops.push(...states.ops, ...eventOps([...draft.events, ...states.events, ...draft.reads]));
      // Also where nothing is to be written: what the step saw may still wait for the disk, and somebody may acknowledge because of it.
      await store.commit(ops, { lazy: draft.lazy });
    } catch (error) {
      // A batch that failed took every waiting one with it; where this one was only refused, the others still wait.
      if (store.healthy()) this.#goBack(draft);
      else this.reload(true);
      throw error;
    }
    failpoint('lane-after-commit');
    for (const [number, seal] of draft.sealed) {
      const entry = this.entries.get(number);
      if (entry !== undefined && entry.durableSeal < seal && seal <= entry.seals) entry.durableSeal = seal;
    }
    if (draft.chat) this.onChat?.();
    for (const effect of draft.after) await effect();
  }
}

const isWaiting = (delivery: Waiting<ChatLink> | Ended): delivery is Waiting<ChatLink> =>
  delivery.state === 'queued' || delivery.state === 'sealed' || delivery.state === 'stored';

function replace<K, V>(map: Map<K, V>, next: ReadonlyMap<K, V>): void {
  map.clear();
  for (const [key, value] of next) map.set(key, value);
}

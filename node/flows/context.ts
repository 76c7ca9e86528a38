/** What the flows share: who we are, the way to servers, and the lanes of the contacts. Each is handed in, none is imported. */
import type { Home, Signed } from '../../shared/wire/generated/identity.js';
import type { ContactRow } from '../core/generated/rows.js';
import type { Identity } from '../../shared/crypto/identity.ts';
import type { Random } from '../../shared/crypto/random.ts';
import type { Kem } from '../../shared/crypto/kem.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Op, PeerStore, RendezvousClient, Waiting } from './ports.ts';

/** This account on this device. `epoch` and `certificate` change when this device signs in anew. */
export interface Own {
  readonly identity: Identity;
  readonly account: Uint8Array;
  readonly name: string;
  readonly device: Uint8Array;
  readonly epoch: bigint;
  readonly certificate: Signed;
  /** The first of the chain, which makes the account id; and those that follow it, oldest first. */
  readonly statement: Signed;
  readonly later: readonly Signed[];
  readonly home: Home;
}

export interface FlowContext {
  /** Throws MiyuError 'not-registered' before there is one. */
  own(): Own;
  readonly store: PeerStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly kem: Kem;
  readonly log: Log;
}

/** Connections to servers: our home, signed in; foreign homes, introduced as a guest, opened on demand and kept a while. */
export interface Homes {
  /** @throws MiyuError 'server-unreachable' | 'server-key-mismatch' | 'timeout' | 'signed-out' | … */
  clientFor(home: Home, waiting?: Waiting): Promise<RendezvousClient>;
  /** Our home's client where it is signed in just now. */
  ownClient(): RendezvousClient | undefined;
}

/** Own prekey secrets, looked up when a first message comes, and the ops that forget what it used. */
export interface OwnPrekeys {
  signedPrekey(id: number): Uint8Array | undefined;
  oneTime(id: number): { key: Uint8Array; kemKey: Uint8Array } | undefined;
  lastResort(id: number): Uint8Array | undefined;
  /** True where this first message's fingerprint was accepted before (a replay). */
  wasAccepted(fingerprint: Uint8Array): boolean;
  /** Deletes the one-time prekey (0: none) and remembers the fingerprint: part of the batch that accepts the message. */
  acceptOps(oneTimeId: number, fingerprint: Uint8Array): readonly Op[];
}

/** A control content that reached us, in order, once. Its ops join the batch that commits the content. */
export type ControlHandler = (contact: Readonly<ContactRow>, body: Uint8Array) => ControlOutcome;
export interface ControlOutcome {
  /** The contact as it is from now on; absent: unchanged. */
  readonly contact?: ContactRow;
  readonly ops?: readonly Op[];
  /** What the chat says of it, for good: a NOTE of our own. */
  readonly note?: { readonly kind: number; readonly body: Uint8Array };
  /** Runs after the batch is on disk; failures are logged, so it must be repeatable. */
  readonly after?: () => Promise<void>;
}

/** The lanes: one per contact. Everything that changes a contact, its sessions, outbox or history goes through here. */
/** A numbered content of a contact that has just been changed. */
export interface FirstContent {
  readonly kind: number;
  readonly body: (contact: Readonly<ContactRow>) => Uint8Array;
}

export interface Contacts {
  all(): readonly Readonly<ContactRow>[];
  get(account: Uint8Array): Readonly<ContactRow> | undefined;
  /**
   * Adds a contact (with extra ops in the same batch), or rejects 'already-friends' where the account has one. `content` goes into its
   * outbox in that batch: nothing that is written from then on comes before it.
   */
  add(contact: ContactRow, ops?: readonly Op[], content?: FirstContent): Promise<void>;
  /** Changes a contact; `change` is pure and gets the newest state. Resolves when it is on disk. */
  update(
    account: Uint8Array,
    change: (contact: ContactRow) => ContactRow,
    ops?: readonly Op[],
    content?: FirstContent,
  ): Promise<void>;
  /** Puts a numbered content into the outbox; it is delivered whatever happens. Resolves when it is on disk. */
  enqueue(
    account: Uint8Array,
    kind: number,
    body: Uint8Array,
    options?: { readonly show?: boolean },
  ): Promise<{ readonly messageId: Uint8Array; readonly number: bigint; readonly position: bigint }>;
  /** Resolves when nothing of this contact's outbox waits any more, or rejects when the signal ends. */
  settled(account: Uint8Array, signal: AbortSignal): Promise<void>;
  /** Forgets the contact, its sessions, outbox and (unless kept) history. */
  drop(account: Uint8Array, options: { readonly keepHistory: boolean }, ops?: readonly Op[]): Promise<void>;
  /** One handler per control kind (friendAccept, friendRefuse, friendRemove, deviceAnnounce, addressKey). */
  onControl(kind: number, handler: ControlHandler): void;
  /** Called with a contact whose relation is `closing` when its outbox has run empty (told to the friend or its server). */
  onClosed(listener: (contact: Readonly<ContactRow>) => void): void;
}

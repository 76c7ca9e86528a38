/**
 * Tells every friend who this person is: certificate and card, sealed, as they are now. To a new friend, to a friend's new device, and after
 * every change. What each was told is on disk, so that a crash leaves nothing untold; told twice it changes nothing.
 *
 * Of each, one at most waits for a friend who is away: what changed meanwhile is told when that has arrived.
 */
import { encodeCard } from '../core/card.ts';
import { IntroducedRow } from '../core/generated/cards.js';
import type { ContactRow } from '../core/generated/rows.js';
import { INTRODUCED_SEQ, RELATION } from '../core/rows.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId, toHex } from '../../shared/ids.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { CertificateContent } from '../../shared/wire/generated/person.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { Contacts } from './context.ts';
import type { FriendFlows } from './friend-flows.ts';
import type { OwnCard } from './own-card.ts';
import { readable } from './readable-rows.ts';

export interface IntroductionPorts {
  readonly own: OwnCard;
  /** Whether a content of ours has not reached this contact yet. */
  readonly isWaiting: (account: Uint8Array, number: bigint) => boolean;
}

const NOTHING_TOLD = IntroducedRow.decode(new Uint8Array(0));

export class Introductions {
  readonly #flows: FriendFlows;
  readonly #ports: IntroductionPorts;
  readonly #told = new Map<string, IntroducedRow>();
  /** Friends for whom something older still waits. */
  readonly #later = new Set<string>();
  #running = false;
  #again = false;

  constructor(flows: FriendFlows, ports: IntroductionPorts) {
    this.#flows = flows;
    this.#ports = ports;
  }

  /** Something may be told: to whom and what is found out. */
  tell(): void {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    this.#flows.background.run('introduce', () => this.#run());
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#flows.background.signal.aborted) {
        this.#again = false;
        // Before this device has an epoch of its own, and friends have heard of it, there is nothing to say.
        const { restore, claim, pending } = this.#flows.account.content;
        if (restore || claim || pending !== undefined) return;
        for (const contact of this.#flows.contacts.all()) {
          try {
            await this.#look(contact);
          } catch (error) {
            // Gone meanwhile, or the disk takes nothing: the next occasion is soon.
            if (!(error instanceof MiyuError)) throw error;
            this.#flows.context.log.info('introduce-failed', { account: shortId(contact.account), code: error.code });
          }
        }
      }
    } finally {
      this.#running = false;
    }
  }

  async #look(contact: Readonly<ContactRow>): Promise<void> {
    const { account } = contact;
    const told = this.#toldTo(account);
    if (contact.relation !== RELATION.friend) {
      // Who becomes a friend again has forgotten what was told.
      if (told !== NOTHING_TOLD) await this.#forget(account);
      return;
    }
    const card = this.#ports.own.row;
    const certificate = await this.#ports.own.certificate();
    const hash = sha256(certificate.payload);
    const next: IntroducedRow = { ...told };
    await this.#send(contact, {
      isTold: equalBytes(told.certificate, hash) && told.epoch >= contact.epoch,
      waiting: told.certificateNumber,
      kind: CONTENT.certificate,
      body: () => CertificateContent.encode({ certificate: Signed.encode(certificate) }),
      sent: (number) => Object.assign(next, { certificate: hash, certificateNumber: number }),
    });
    await this.#send(contact, {
      isTold: card.version === 0n || (told.cardVersion >= card.version && told.epoch >= contact.epoch),
      waiting: told.cardNumber,
      kind: CONTENT.profile,
      body: () => encodeCard(card, this.#ports.own.picture()),
      sent: (number) => Object.assign(next, { cardVersion: card.version, cardNumber: number }),
    });
    if (equalBytes(IntroducedRow.encode(next), IntroducedRow.encode(told))) return;
    next.epoch = contact.epoch;
    const value = IntroducedRow.encode(next);
    await this.#flows.context.store.commit([{ op: 'put', table: 'contacts', id: account, seq: INTRODUCED_SEQ, value }]);
    this.#told.set(toHex(account), next);
  }

  async #send(contact: Readonly<ContactRow>, what: Telling): Promise<void> {
    if (what.isTold) return;
    const { account } = contact;
    if (what.waiting !== 0n && this.#ports.isWaiting(account, what.waiting)) {
      this.#tellLater(account);
      return;
    }
    const { number } = await this.#flows.contacts.enqueue(account, what.kind, what.body());
    what.sent(number);
  }

  /** When everything that waits for this friend has arrived. */
  #tellLater(account: Uint8Array): void {
    const key = toHex(account);
    if (this.#later.has(key)) return;
    this.#later.add(key);
    const { background, contacts } = this.#flows;
    background.run('introduce-later', async () => {
      try {
        await contacts.settled(account, background.signal);
      } finally {
        this.#later.delete(key);
      }
      this.tell();
    });
  }

  #toldTo(account: Uint8Array): IntroducedRow {
    const key = toHex(account);
    let told = this.#told.get(key);
    if (told === undefined) {
      const value = readable(this.#flows.context.store, 'contacts', account, INTRODUCED_SEQ);
      told = value === undefined ? NOTHING_TOLD : IntroducedRow.decode(value);
      this.#told.set(key, told);
    }
    return told;
  }

  async #forget(account: Uint8Array): Promise<void> {
    await this.#flows.context.store.commit([{ op: 'delete', table: 'contacts', id: account, seq: INTRODUCED_SEQ }]);
    this.#told.set(toHex(account), NOTHING_TOLD);
  }

  /** The contact is gone, and its rows with it. */
  forget(account: Uint8Array): void {
    this.#told.delete(toHex(account));
  }
}

/** The contacts, with word of each that is gone. */
export const forgetting = (contacts: Contacts, gone: (account: Uint8Array) => void): Contacts => ({
  ...contacts,
  drop: async (account, options, ops) => {
    await contacts.drop(account, options, ops);
    gone(account);
  },
});

interface Telling {
  readonly isTold: boolean;
  /** Number of the one that was sent last; 0: none. */
  readonly waiting: bigint;
  readonly kind: number;
  readonly body: () => Uint8Array;
  readonly sent: (number: bigint) => void;
}

/** What friends have said of themselves: their cards and certificates, as sealed rows beside the contact. */
import { decodeCard } from '../core/card.ts';
import { CardRow } from '../core/generated/cards.js';
import { CARD_SEQ, CERTIFICATE_SEQ, PICTURE_SEQ } from '../core/rows.ts';
import { openPersonCertificate } from '../../shared/crypto/person-certificate.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { CertificateContent, type PersonCertificate } from '../../shared/wire/generated/person.js';
import { MAX_STATEMENT_BYTES } from '../../shared/wire/limits.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import { guarded } from '../core/content.ts';
import type { ContactRow } from '../core/generated/rows.js';
import type { ControlHandler } from './context.ts';
import { friendEvent, mayTell, type FriendFlows } from './friend-flows.ts';
import type { Op, PeerStore } from './ports.ts';
import { readable } from './readable-rows.ts';

const UNCHANGED = {};

export class FriendCards {
  readonly #store: PeerStore;
  /** Of the contacts that were asked for; lists ask for all of them again and again. */
  readonly #known = new Map<string, CardRow | undefined>();

  constructor(store: PeerStore) {
    this.#store = store;
  }

  /** Undefined: none has come. */
  card(account: Uint8Array): CardRow | undefined {
    const key = toHex(account);
    if (!this.#known.has(key)) {
      const value = readable(this.#store, 'contacts', account, CARD_SEQ);
      this.#known.set(key, value === undefined ? undefined : CardRow.decode(value));
    }
    return this.#known.get(key);
  }

  /** Undefined: none. */
  picture(account: Uint8Array): Uint8Array | undefined {
    return this.card(account)?.hasPicture === true
      ? readable(this.#store, 'contacts', account, PICTURE_SEQ)
      : undefined;
  }

  /** The certificate and what it says, checked once more on the way from the disk; undefined: none, or the keys are others since. */
  certificate(
    contact: Readonly<ContactRow>,
  ): { readonly encoded: Uint8Array; readonly person: PersonCertificate } | undefined {
    const encoded = readable(this.#store, 'contacts', contact.account, CERTIFICATE_SEQ);
    if (encoded === undefined) return undefined;
    try {
      return { encoded, person: openOf(contact, encoded) };
    } catch (error) {
      if (error instanceof MiyuError) return undefined;
      throw error;
    }
  }

  /** The contact is gone, and its rows with it. */
  forget(account: Uint8Array): void {
    this.#known.delete(toHex(account));
  }

  /** The card that a friend sends; of an older version than the one that is here it changes nothing. */
  readonly takeCard: ControlHandler = (contact, body) => {
    if (!mayTell(contact)) return UNCHANGED;
    const { account } = contact;
    const { row, picture } = decodeCard(body);
    const known = this.card(account);
    // The same once more is written once more: the batch of the first may have failed.
    if (known !== undefined && known.version > row.version) return UNCHANGED;
    // At once: another one in the same batch must see it.
    this.#known.set(toHex(account), row);
    const ops: Op[] = [
      { op: 'put', table: 'contacts', id: account, seq: CARD_SEQ, value: CardRow.encode(row) },
      row.hasPicture
        ? { op: 'put', table: 'contacts', id: account, seq: PICTURE_SEQ, value: picture }
        : { op: 'delete', table: 'contacts', id: account, seq: PICTURE_SEQ },
      friendEvent(contact, 'updated'),
    ];
    return { ops };
  };

  /** The certificate that a friend sends: of the keys that are pinned, and not older than the one that is here. */
  readonly takeCertificate: ControlHandler = (contact, body) => {
    if (!mayTell(contact)) return UNCHANGED;
    const { certificate: value } = guarded(() => CertificateContent.decode(body));
    if (value.length > MAX_STATEMENT_BYTES) throw new MiyuError('malformed');
    const { epoch, issuedAt } = openOf(contact, value);
    const known = this.certificate(contact)?.person;
    const isOlder =
      known !== undefined && (epoch < known.epoch || (epoch === known.epoch && issuedAt < known.issuedAt));
    if (isOlder) return UNCHANGED;
    const op: Op = { op: 'put', table: 'contacts', id: contact.account, seq: CERTIFICATE_SEQ, value };
    return { ops: [op, friendEvent(contact, 'updated')] };
  };
}

/** @throws MiyuError 'malformed' | 'certificate-invalid' | 'version-mismatch' */
function openOf(contact: Readonly<ContactRow>, encoded: Uint8Array): PersonCertificate {
  const { account, identityKey, exchangeKey } = contact;
  return openPersonCertificate(
    guarded(() => Signed.decode(encoded)),
    identityKey,
    { account, exchangeKey },
  );
}

export function handleCards({ contacts }: FriendFlows, cards: FriendCards): void {
  contacts.onControl(CONTENT.profile, cards.takeCard);
  contacts.onControl(CONTENT.certificate, cards.takeCertificate);
}

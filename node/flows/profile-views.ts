/** Cards and certificates as a face shows them. */
import { sexName } from '../core/card.ts';
import type { CardRow } from '../core/generated/cards.js';
import { fingerprint } from '../../shared/crypto/identity.ts';
import { toHex } from '../../shared/ids.ts';
import type { PersonCertificate } from '../../shared/wire/generated/person.js';
import type { CardName, CertificateView, ProfileView } from './identity-peer.ts';

/** What a list needs of a card; null: none came. */
export const cardName = (row: CardRow | undefined): CardName | null =>
  row === undefined || row.version === 0n
    ? null
    : { displayName: row.displayName, picture: row.hasPicture ? Number(row.version) : null };

export const profileView = (row: CardRow | undefined): ProfileView | null =>
  row === undefined || row.version === 0n
    ? null
    : {
        version: Number(row.version),
        displayName: row.displayName,
        sex: sexName(row.sex),
        birthYear: row.birthYear === 0 ? null : row.birthYear,
        status: row.status,
        hasPicture: row.hasPicture,
      };

export const certificateView = (person: PersonCertificate | undefined): CertificateView | null =>
  person === undefined
    ? null
    : {
        account: toHex(person.account),
        name: person.name,
        email: person.email === '' ? null : person.email,
        fingerprint: fingerprint(person),
        identityKey: toHex(person.identityKey),
        exchangeKey: toHex(person.exchangeKey),
        epoch: Number(person.epoch),
        issuedAt: Number(person.issuedAt),
      };

/** What this person says of himself: the card that he fills in, and the certificate that follows from his account. Sealed rows of the profile. */
import { checkBirthYear, checkPicture, displayNameOf, statusOf, type Sex } from '../core/card.ts';
import { CardRow } from '../core/generated/cards.js';
import type { VaultContent } from '../core/generated/vault.js';
import { utf8 } from '../../shared/crypto/hash.ts';
import { publicIdentity } from '../../shared/crypto/identity.ts';
import { makePersonCertificate, openPersonCertificate } from '../../shared/crypto/person-certificate.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { SEX } from '../../shared/wire/protocols.ts';
import type { Account } from './account.ts';
import type { FlowContext } from './context.ts';
import type { Op } from './ports.ts';
import { readable } from './readable-rows.ts';

/** Of the table of the profile's own state: a group of its own. */
const GROUP = utf8('card');
const CARD = 1n;
const PICTURE = 2n;
const CERTIFICATE = 3n;
const NOTHING = new Uint8Array(0);

/** null, and '', take back; what is left out stays. */
export interface CardChange {
  readonly displayName?: string;
  readonly sex?: Sex | null;
  readonly birthYear?: number | null;
  readonly status?: string;
  readonly picture?: Uint8Array | null;
}

/** @param picture empty: none */
export const cardOps = (row: CardRow, picture: Uint8Array): Op[] => [
  { op: 'put', table: 'profile', id: GROUP, seq: CARD, value: CardRow.encode(row) },
  picture.length === 0
    ? { op: 'delete', table: 'profile', id: GROUP, seq: PICTURE }
    : { op: 'put', table: 'profile', id: GROUP, seq: PICTURE, value: picture },
];

/** The address that was given at the registration; '': none. */
export const emailOf = ({ registration, pending, email }: Readonly<VaultContent>): string =>
  (registration ?? pending)?.email ?? email ?? '';

const NO_CARD: CardRow = { version: 0n, displayName: '', sex: 0, birthYear: 0, status: '', hasPicture: false };

export class OwnCard {
  readonly #context: FlowContext;
  readonly #account: Account;
  /** Changes run one after another: each is made of what the one before left. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(context: FlowContext, account: Account) {
    this.#context = context;
    this.#account = account;
  }

  /** Version 0: there is none yet. */
  get row(): CardRow {
    const value = readable(this.#context.store, 'profile', GROUP, CARD);
    return value === undefined ? NO_CARD : CardRow.decode(value);
  }

  /** Empty: none. */
  picture(): Uint8Array {
    return readable(this.#context.store, 'profile', GROUP, PICTURE) ?? NOTHING;
  }

  /** On disk when it resolves. @throws MiyuError 'display-name-invalid' | 'status-invalid' | 'birth-year-invalid' | 'picture-*' */
  set(change: CardChange): Promise<CardRow> {
    return this.#inTurn(async () => {
      const now = this.#context.clock.wall();
      const before = this.row;
      const next = changed(before, change, now);
      if (next === before) return before;
      const { picture } = change;
      await this.#context.store.commit(cardOps(next, picture === undefined ? this.picture() : (picture ?? NOTHING)));
      return next;
    });
  }

  /** The certificate of this account on this device as it is now: signed anew where anything that it says is another. */
  certificate(): Promise<Signed> {
    return this.#inTurn(async () => {
      const { store, clock } = this.#context;
      const own = this.#context.own();
      const fields = {
        ...{ account: own.account, name: own.name, device: own.device, epoch: own.epoch },
        email: emailOf(this.#account.content),
      };
      const kept = readable(store, 'profile', GROUP, CERTIFICATE);
      if (kept !== undefined) {
        const signed = Signed.decode(kept);
        try {
          const keys = publicIdentity(own.identity);
          openPersonCertificate(signed, keys.identityKey, { ...fields, exchangeKey: keys.exchangeKey });
          return signed;
        } catch (error) {
          if (!(error instanceof MiyuError)) throw error;
        }
      }
      const signed = makePersonCertificate(own.identity, { ...fields, issuedAt: BigInt(clock.wall()) });
      await store.commit([{ op: 'put', table: 'profile', id: GROUP, seq: CERTIFICATE, value: Signed.encode(signed) }]);
      return signed;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** The same object where nothing is another. By the clock where it goes on, so that a new device does not begin below an older one. */
function changed(before: CardRow, change: CardChange, now: number): CardRow {
  const { displayName, sex, birthYear, status, picture } = change;
  const next: CardRow = {
    version: BigInt(now) > before.version ? BigInt(now) : before.version + 1n,
    displayName: displayName === undefined ? before.displayName : displayNameOf(displayName),
    sex: sex === undefined ? before.sex : sex === null ? 0 : SEX[sex],
    birthYear: before.birthYear,
    status: status === undefined ? before.status : statusOf(status),
    hasPicture: picture === undefined ? before.hasPicture : picture !== null,
  };
  if (birthYear === null) next.birthYear = 0;
  else if (birthYear !== undefined) next.birthYear = checkBirthYear(birthYear, new Date(now).getUTCFullYear());
  if (picture !== undefined && picture !== null) checkPicture(picture);
  const same = equalBytes(CardRow.encode({ ...next, version: 0n }), CardRow.encode({ ...before, version: 0n }));
  return same && (picture === undefined || picture === null) ? before : next;
}

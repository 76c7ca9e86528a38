/**
 * What a person has beside identity and friends, and finds again on another machine, whichever way he takes: the sealed copy or a key file.
 *
 *   the person's    own card with its picture, e-mail address of the certificate, what he has set, which chats are archived or silent,
 *                   the last head of each server's log: no tree smaller than it is accepted there
 *   the machine's   whether it shows and sounds notifications, drafts, history, prekeys, ratchets, alarms with their evidence (a server
 *                   that goes on lying contradicts the head, or friends' heads, there as here)
 *
 * What of it cannot be read is done without: identity and friends are worth more.
 */
import { decodeCard, encodeCard } from '../core/card.ts';
import { IntroducedRow } from '../core/generated/cards.js';
import type { PersonalContent, PinnedFriend, VaultContent } from '../core/generated/vault.js';
import { INTRODUCED_SEQ, RELATION } from '../core/rows.ts';
import { decodeSettings, encodeSettings, personalSettings } from '../core/settings.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { u64 } from '../../shared/crypto/layout.ts';
import { concatBytes, equalBytes, toHex } from '../../shared/ids.ts';
import { openTreeHead, type OpenedHead } from '../../shared/transparency/tree-head.ts';
import { TreeHead } from '../../shared/transparency/generated/transparency.js';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import type { Account } from './account.ts';
import type { Contacts, FlowContext } from './context.ts';
import { headOp } from './logs.ts';
import { cardOps, emailOf, type OwnCard } from './own-card.ts';
import type { Op } from './ports.ts';
import { settingsOp, type OwnSettings } from './settings.ts';
import { MAX_CARRIED_HEADS } from './vault-content.ts';

const NOTHING = new Uint8Array(0);

type Marks = Pick<PinnedFriend, 'archived' | 'muted'>;

export interface Personal {
  /** All of it, with the picture. */
  content(): PersonalContent;
  /** How the person has the chat with this contact; what is as at first is left out. */
  marksOf(account: Uint8Array): Marks;
  /** On disk when it resolves. */
  mark(account: Uint8Array, marks: Marks): Promise<void>;
}

export interface PersonalPorts {
  readonly account: Account;
  readonly ownCard: Pick<OwnCard, 'row' | 'picture'>;
  readonly settings: Pick<OwnSettings, 'personal'>;
  readonly contacts: Pick<Contacts, 'all'>;
  readonly readHead: (server: Uint8Array) => OpenedHead | undefined;
  readonly chat: (account: Uint8Array) => { readonly archived: boolean; readonly muted: boolean };
  readonly setChat: (account: Uint8Array, marks: { archived: boolean; muted: boolean }) => Promise<void>;
}

export function createPersonal(ports: PersonalPorts): Personal {
  const { account, ownCard, settings, contacts } = ports;

  /** Of the home first, then of friends' homes, in the order of the list. */
  function heads(): OpenedHead[] {
    const servers = [
      account.own().home.server,
      ...contacts
        .all()
        .filter(({ relation }) => relation === RELATION.friend)
        .map(({ home }) => Home.decode(home).server),
    ];
    const distinct = new Map(servers.map((server) => [toHex(server), server]));
    return [...distinct.values()]
      .map((server) => ports.readHead(server))
      .filter((head) => head !== undefined)
      .slice(0, MAX_CARRIED_HEADS);
  }

  return {
    content() {
      const card = ownCard.row;
      const set = settings.personal;
      return {
        email: emailOf(account.content),
        card: card.version === 0n ? NOTHING : encodeCard(card, ownCard.picture()),
        pictureLeftOut: false,
        settings: Object.keys(set).length === 0 ? NOTHING : encodeSettings(set),
        heads: heads().map(({ signed }) => Signed.encode(signed)),
      };
    },
    marksOf(contact) {
      const { archived, muted } = ports.chat(contact);
      return { ...(archived ? { archived } : {}), ...(muted ? { muted } : {}) };
    },
    async mark(contact, { archived = false, muted = false }) {
      if (archived || muted) await ports.setChat(contact, { archived, muted });
    },
  };
}

/** The same without the picture; undefined: there is none to leave out. */
export function withoutPicture(personal: PersonalContent | undefined): PersonalContent | undefined {
  const card = cardOf(personal);
  if (personal === undefined || card === undefined || !card.row.hasPicture) return undefined;
  return { ...personal, card: encodeCard(card.row, NOTHING), pictureLeftOut: true };
}

function cardOf(personal: PersonalContent | undefined): ReturnType<typeof decodeCard> | undefined {
  return personal === undefined || personal.card.length === 0 ? undefined : readable(() => decodeCard(personal.card));
}

/** Those that a server has signed, the first of each. */
export function headsOf(personal: PersonalContent | undefined): OpenedHead[] {
  const heads: OpenedHead[] = [];
  for (const bytes of personal?.heads ?? []) {
    const head = readable(() => {
      const signed = Signed.decode(bytes);
      return openTreeHead(signed, TreeHead.decode(signed.payload).server);
    });
    if (head !== undefined && !heads.some(({ server }) => equalBytes(server, head.server))) heads.push(head);
  }
  return heads;
}

/** What the heads say of the logs, at whatever time they were signed; empty: there are none. */
export function headsDigest(personal: PersonalContent | undefined): Uint8Array {
  const said = headsOf(personal).map(({ server, log, size, root, mapRoot }) =>
    concatBytes(server, log, u64(BigInt(size)), root, mapRoot),
  );
  return said.length === 0 ? NOTHING : sha256(concatBytes(...said));
}

/**
 * Puts what came along into the store of this machine, before anything reads it there. A crash in between: it is put once more, before
 * anything was changed.
 */
export async function takePersonal(
  account: Account,
  { store, clock }: Pick<FlowContext, 'store' | 'clock'>,
): Promise<void> {
  const { personal, friends } = account.content;
  if (personal === undefined) return;
  await store.commit(personalOps(personal, friends, clock.wall()));
  await account.update(({ personal: _, ...content }) => content);
}

function personalOps(personal: PersonalContent, friends: VaultContent['friends'], now: number): Op[] {
  const ops = headsOf(personal).map((head) => headOp(head, now));
  if (personal.settings.length > 0) ops.push(settingsOp(personalSettings(decodeSettings(personal.settings))));
  const card = cardOf(personal);
  if (card === undefined) return ops;
  ops.push(...cardOps(card.row, card.picture));
  if (!personal.pictureLeftOut) return ops;
  // Friends have the card with its picture: the same without it would take it from them.
  for (const { account, epoch, relation } of friends) {
    if (relation !== RELATION.friend) continue;
    const told: IntroducedRow = {
      ...{ epoch, cardVersion: card.row.version, cardNumber: 0n },
      ...{ certificate: NOTHING, certificateNumber: 0n },
    };
    ops.push({ op: 'put', table: 'contacts', id: account, seq: INTRODUCED_SEQ, value: IntroducedRow.encode(told) });
  }
  return ops;
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

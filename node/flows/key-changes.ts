/**
 * A friend's key that is another than the pinned one. It is an alarm (alarms.ts) about this friend alone, which whoever asks a server raises;
 * the pinned key stays, nothing is sealed to the other, and the mark "verified" goes in the same batch. The alarm's row says that the friend
 * waits, so a restart changes nothing. The row does not travel to another device of the account: the pin does, and the next answer of the
 * server is held against it there.
 *
 *   who sets    signedByAnother   prekeys or a device, from the friend's home (addresses.ts), at each attempt to reach the friend
 *               nameOfAnother     a look-up (befriend.ts), or the name of an account that its home does not know any more
 *               otherKeys         the friend's chain, in a look-up or as the friend tells it
 *               scannedAnother    the code on the friend's screen, compared with what is known here
 *   who clears  agree             the person has compared numbers or codes, and the pinned key is the right one
 *               decide            the person goes on without
 *               look              the friendship has ended: to begin anew with whoever has the name now is a new friendship
 */
import type { ContactRow, OtherKey } from '../core/generated/rows.js';
import { HOW_SHOWN, otherKeysIn } from '../core/key-change.ts';
import { VERIFIED } from '../core/rows.ts';
import { safetyNumber, publicIdentity } from '../../shared/crypto/identity.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId, toHex } from '../../shared/ids.ts';
import { encodeExhibit, verifyAnyEvidence } from '../../shared/transparency/exhibit.ts';
import { nameKey } from '../../shared/transparency/map-entries.ts';
import { Home, type Signed } from '../../shared/wire/generated/identity.js';
import type { Alarms, AlarmView, Commit } from './alarms.ts';
import type { Background } from './background.ts';
import type { Contacts, FlowContext, Homes } from './context.ts';
import { friendEvent, mayTell } from './friend-flows.ts';
import { lookUp, sameName, type Found } from './lookup.ts';
import type { Logs } from './logs.ts';
import type { RendezvousClient, Waiting } from './ports.ts';

/** Whose name is asked for when an account is gone: not with every attempt to reach it. */
const ASK_NAME_EVERY_MS = 10 * 60_000;
const NOTHING = new Uint8Array(0);

export interface KeyChangePorts {
  readonly alarms: Alarms;
  readonly logs: Pick<Logs, 'lookUp' | 'readHead'>;
  readonly homes: Homes;
  readonly contacts: () => Contacts;
  readonly background: Background;
}

/** What a person compares before deciding. */
export interface KeyChangeView {
  readonly friend: { readonly account: string; readonly name: string };
  readonly alarm: AlarmView;
  /** Of the pinned key; and as it would be with the key that was shown, null: none was. */
  readonly safetyNumber: string;
  readonly otherNumber: string | null;
}

/** same: compared, and the pinned key is the friend's. keep: go on with the pinned key. stop: wait. */
export type KeyDecision = 'same' | 'keep' | 'stop';

export type KeyChanges = ReturnType<typeof createKeyChanges>;

export function createKeyChanges(context: FlowContext, { alarms, logs, homes, contacts, background }: KeyChangePorts) {
  /** When, monotonic milliseconds; one for each contact. */
  const asked = new Map<string, number>();

  async function raise(contact: Readonly<ContactRow>, other: OtherKey, evidence?: Uint8Array): Promise<void> {
    const { account, name } = contact;
    // Of nobody else is a key pinned that something could be sent to.
    const present = contacts().get(account);
    if (present === undefined || !mayTell(present)) return;
    const { server } = Home.decode(contact.home);
    const log = logs.readHead(server)?.log ?? NOTHING;
    await alarms.raise(
      { kind: 'key-changed', server, log, friend: { account, name }, stops: [account], other, evidence },
      (ops) =>
        contacts().update(account, (before) => ({ ...before, verified: VERIFIED.no }), [
          ...ops,
          friendEvent(contact, 'updated'),
        ]),
    );
  }

  /** What the server has signed about a name, where it stands by itself and says so. */
  async function exhibitOf(client: RendezvousClient, found: Found, waiting: Waiting): Promise<Uint8Array | undefined> {
    const key = nameKey(client.server, found.name);
    try {
      const { proof } = await client.logProve({ key }, waiting);
      const exhibit = encodeExhibit(key, proof);
      return verifyAnyEvidence(exhibit).account === toHex(found.account) ? exhibit : undefined;
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      return undefined;
    }
  }

  /** Another account has the name of this friend at the friend's home, and the log says that it is the latest. */
  async function nameOfAnother(
    contact: Readonly<ContactRow>,
    found: Found,
    client: RendezvousClient,
    waiting: Waiting = {},
  ): Promise<void> {
    const { account, identityKey, exchangeKey } = found;
    const other = { how: HOW_SHOWN.name, account, identityKey, exchangeKey };
    await raise(contact, other, await exhibitOf(client, found, waiting));
  }

  async function askName({ account }: Readonly<ContactRow>): Promise<void> {
    const { signal } = background;
    const contact = contacts().get(account);
    if (contact === undefined || !mayTell(contact)) return;
    const home = Home.decode(contact.home);
    try {
      const client = await homes.clientFor(home, { signal });
      const found = await lookUp(client, home, { name: contact.name }, { signal }, async (by) => {
        const { answer } = await logs.lookUp(client, by, { signal });
        return answer;
      });
      const present = contacts().get(account);
      const isAnother = present !== undefined && mayTell(present) && sameName(present.name, found.name);
      if (isAnother && !equalBytes(found.account, account)) await nameOfAnother(present, found, client, { signal });
    } catch (error) {
      // Nobody's, held back, or nobody answers: then there is nothing to tell.
      if (!isMiyuError(error)) throw error;
      context.log.info('name-unasked', { account: shortId(account), code: error.code });
    }
  }

  return {
    /** The friend's home has something for this account that another key has signed. On disk when it resolves. */
    signedByAnother: (contact: Readonly<ContactRow>): Promise<void> =>
      raise(contact, {
        ...{ how: HOW_SHOWN.signature, account: NOTHING, identityKey: NOTHING, exchangeKey: NOTHING },
      }),

    nameOfAnother,

    /** The code on the friend's screen does not fit (verification.ts): one of the two has a false key of the other. On disk when it resolves. */
    scannedAnother: (contact: Readonly<ContactRow>): Promise<void> =>
      raise(contact, {
        ...{ how: HOW_SHOWN.scanned, account: NOTHING, identityKey: NOTHING, exchangeKey: NOTHING },
      }),

    /** These statements were refused for their keys: where they follow the friend's chain, that is told. @param statements oldest first */
    async otherKeys(contact: Readonly<ContactRow>, statements: readonly Signed[]): Promise<void> {
      const keys = otherKeysIn(contact, statements);
      if (keys === undefined) return;
      const { account, identityKey, exchangeKey } = keys;
      await raise(contact, { how: HOW_SHOWN.chain, account, identityKey, exchangeKey });
    },

    /** The home does not know this account any more: who has the name now is looked up in the background. */
    accountGone(contact: Readonly<ContactRow>): void {
      if (!mayTell(contact)) return;
      const key = toHex(contact.account);
      const now = context.clock.monotonic();
      if (now - (asked.get(key) ?? -Infinity) < ASK_NAME_EVERY_MS) return;
      asked.set(key, now);
      background.run('ask-name', () => askName(contact));
    },

    /** The person has compared, and it is the pinned key: `commit` says so on disk, and what waits goes on. */
    async agree(account: Uint8Array, commit: Commit): Promise<void> {
      const found = alarms.keyOf(account);
      if (found === undefined) await commit([]);
      else await alarms.decide(found.id, 'trust', commit);
    },

    /** Whose friendship has ended waits for no decision. */
    async look(): Promise<void> {
      for (const { id, account } of alarms.changedKeys()) {
        const contact = contacts().get(account);
        if (contact === undefined || !mayTell(contact)) await alarms.end(id);
      }
    },

    /** Of those whose key has changed; undefined: it has not, or that is decided. */
    view(contact: Readonly<ContactRow>): KeyChangeView | undefined {
      const found = alarms.keyOf(contact.account);
      if (found === undefined) return undefined;
      const own = publicIdentity(context.own().identity);
      const { other, view } = found;
      return {
        friend: { account: toHex(contact.account), name: contact.name },
        alarm: view,
        safetyNumber: safetyNumber(own, contact),
        otherNumber: other.identityKey.length === 0 ? null : safetyNumber(own, other),
      };
    },
  };
}

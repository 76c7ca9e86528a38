/** "What the server knows about me": everything that the home server has stored about this account, in plain fields. */
import { decodeCertificate, openAddressRecord, openIdentityChain } from '../../shared/crypto/statements.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { MiyuError } from '../../shared/errors.ts';
import { IdentityStatement } from '../../shared/wire/generated/identity.js';
import type { KnownGrant, KnownMail, KnownRequest, KnowsResponse } from '../../shared/wire/generated/rendezvous.js';
import { SCOPE } from '../../shared/wire/protocols.ts';
import type { Own } from './context.ts';
import { signedInFrom, type SignedInFrom } from './elsewhere.ts';
import type { FriendFlows } from './friend-flows.ts';
import type { Hex } from './peer.ts';
import { peerIdText } from './read-friends.ts';

/** An account, by the name that it has here; the server's rows have its id alone. */
interface Other {
  readonly account: Hex;
  /** null: nobody whom this profile knows. */
  readonly name: string | null;
}
export interface KnownGrantView extends Other {
  readonly scope: 'friend' | 'group';
  readonly serial: number;
  readonly revoked: boolean;
}
export interface KnownRequestView extends Other {
  readonly receivedAt: number;
  /** Of the sealed box. */
  readonly bytes: number;
}
export interface KnownMailView extends Other {
  readonly count: number;
  readonly bytes: number;
}
/** A list that is cut, and how many there are. */
export interface Listed<T> {
  readonly total: number;
  readonly list: readonly T[];
}

export interface Knows {
  readonly askedAt: number;
  readonly account: Hex;
  /** Every identity statement: the names that the account had, the last one now. */
  readonly statements: readonly { readonly version: number; readonly name: string }[];
  readonly identityKey: Hex;
  readonly exchangeKey: Hex;
  /** The forms of the name that nobody else may take: folded, and the hash of what looks like it. */
  readonly nameKey: string;
  readonly lookAlike: Hex;
  readonly email: string | null;
  /** The form in which the address is unique. */
  readonly emailKey: string | null;
  readonly registeredAt: number;
  /** The newest device's certificate. */
  readonly device: string;
  readonly epoch: number;
  /** Since when it is, what it calls itself and from where it came: the last two are sealed there. null: since the registration. */
  readonly signedIn: SignedInFrom | null;
  readonly prekeys: {
    readonly device: string;
    readonly epoch: number;
    readonly oneTimeLeft: number;
    readonly createdAt: number;
  } | null;
  readonly address: {
    readonly addresses: readonly string[];
    readonly device: string;
    readonly epoch: number;
    readonly sequence: number;
    readonly issuedAt: number;
    readonly expiresAt: number;
  } | null;
  /** Whom this account lets deposit, and who lets it. */
  readonly grantsGiven: Listed<KnownGrantView>;
  readonly grantsHeld: Listed<KnownGrantView>;
  readonly requestsReceived: readonly KnownRequestView[];
  readonly requestsSent: Listed<KnownRequestView>;
  readonly blocked: Listed<Other>;
  readonly mailbox: {
    /** Mail that waits, and the highest number that any had. */
    readonly count: number;
    readonly bytes: number;
    readonly highest: number;
    readonly oldestAt: number | null;
    readonly mostCount: number;
    readonly mostBytes: number;
    readonly lifetimeMs: number;
    readonly senders: readonly KnownMailView[];
  };
  /** Own mail that waits with others. */
  readonly deposited: readonly KnownMailView[];
  /** Names that were let go: hashes of both forms ('' where only the spelling changed), when, and until when nobody else may take them. */
  readonly formerNames: readonly {
    readonly nameHash: Hex;
    readonly lookAlike: Hex;
    readonly letGoAt: number;
    readonly heldUntil: number | null;
  }[];
  /** Registration tokens that were made and not used. */
  readonly tokens: readonly { readonly madeAt: number; readonly expiresAt: number }[];
  readonly guest: { readonly epoch: number; readonly seenAt: number } | null;
  /** The sealed vault of whoever chose to sign in anywhere. */
  readonly vault: {
    readonly version: number;
    readonly bytes: number;
    readonly recordBytes: number;
    readonly storedAt: number;
  } | null;
  /** Sign-ins by password alone that did not succeed, since the last that did. */
  readonly guesses: { readonly count: number; readonly lastAt: number } | null;
  /** Where the account stands in the server's log: hash of the latest statement, its number, its leaf. That stays for good. */
  readonly log: { readonly entry: Hex; readonly sequence: number; readonly index: number } | null;
  /** Signed in just now; not stored. */
  readonly connections: number;
  /** What the server has and tells nobody: who has blocked this account. */
  readonly notTold: readonly 'blocks-by-others'[];
}

/** @throws MiyuError 'server-unreachable' | 'timeout' | 'rate-limited' | 'unknown-request' (an older server) | 'malformed' */
export async function askWhatItKnows({ context, contacts, homes }: FriendFlows): Promise<Knows> {
  const client = homes.ownClient();
  if (client === undefined) throw new MiyuError('server-unreachable');
  const known = await client.knows();
  const names = new Map(contacts.all().map(({ account, name }) => [toHex(account), name]));
  return viewOf(known, context.own(), context.clock.wall(), (account) => names.get(account) ?? null);
}

function viewOf(known: KnowsResponse, own: Own, askedAt: number, nameOf: (account: Hex) => string | null): Knows {
  const identity = openIdentityChain(known.statements);
  const { certificate, mailbox } = known;
  // What it tells of somebody else is no answer to this question.
  if (certificate === undefined || mailbox === undefined || !equalBytes(identity.account, own.account)) {
    throw new MiyuError('malformed');
  }
  const { device, epoch } = decodeCertificate(certificate);
  const other = (bytes: Uint8Array): Other => {
    const account = toHex(bytes);
    return { account, name: nameOf(account) };
  };
  const grant = ({ account, scope, serial, revoked }: KnownGrant): KnownGrantView => ({
    ...other(account),
    scope: scope === SCOPE.group ? 'group' : 'friend',
    serial: Number(serial),
    revoked,
  });
  const request = ({ account, receivedAt, bytes }: KnownRequest): KnownRequestView => ({
    ...{ ...other(account), receivedAt: Number(receivedAt), bytes },
  });
  const mail = ({ account, count, bytes }: KnownMail): KnownMailView => ({
    ...{ ...other(account), count, bytes: Number(bytes) },
  });
  return {
    askedAt,
    account: toHex(own.account),
    statements: known.statements.map(({ payload }) => {
      const { sequence, name } = IdentityStatement.decode(payload);
      return { version: Number(sequence), name };
    }),
    identityKey: toHex(identity.identityKey),
    exchangeKey: toHex(identity.exchangeKey),
    nameKey: known.nameKey,
    lookAlike: toHex(known.lookAlike),
    email: known.email === '' ? null : known.email,
    emailKey: known.emailKey === '' ? null : known.emailKey,
    registeredAt: Number(known.registeredAt),
    device: peerIdText(device),
    epoch: Number(epoch),
    signedIn: known.signedInAt === 0n ? null : signedInFrom(own, known, certificate),
    log: logOf(known),
    prekeys: prekeysOf(known),
    address: addressOf(known, identity.identityKey),
    grantsGiven: { total: known.grantsGivenTotal, list: known.grantsGiven.map(grant) },
    grantsHeld: { total: known.grantsHeldTotal, list: known.grantsHeld.map(grant) },
    requestsReceived: known.requestsReceived.map(request),
    requestsSent: { total: known.requestsSentTotal, list: known.requestsSent.map(request) },
    blocked: { total: known.blockedTotal, list: known.blocked.map(other) },
    mailbox: {
      ...{ count: mailbox.count, bytes: Number(mailbox.bytes), highest: Number(mailbox.highest) },
      oldestAt: mailbox.oldestAt === 0n ? null : Number(mailbox.oldestAt),
      ...{ mostCount: mailbox.mostCount, mostBytes: Number(mailbox.mostBytes) },
      lifetimeMs: Number(mailbox.lifetimeMs),
      senders: mailbox.senders.map(mail),
    },
    deposited: known.deposited.map(mail),
    formerNames: known.formerNames.map(({ nameHash, lookAlike, letGoAt, heldUntil }) => ({
      ...{ nameHash: toHex(nameHash), lookAlike: toHex(lookAlike), letGoAt: Number(letGoAt) },
      heldUntil: heldUntil === 0n ? null : Number(heldUntil),
    })),
    tokens: known.tokens.map(({ madeAt, expiresAt }) => ({ madeAt: Number(madeAt), expiresAt: Number(expiresAt) })),
    guest: known.guest === undefined ? null : { epoch: Number(known.guest.epoch), seenAt: Number(known.guest.seenAt) },
    ...passwordsOf(known),
    connections: known.connections,
    notTold: ['blocks-by-others'],
  };
}

function passwordsOf({ vault, guesses }: KnowsResponse): Pick<Knows, 'vault' | 'guesses'> {
  return {
    vault:
      vault === undefined
        ? null
        : {
            ...{ version: Number(vault.version), bytes: vault.bytes, recordBytes: vault.recordBytes },
            storedAt: Number(vault.storedAt),
          },
    guesses: guesses === undefined ? null : { count: guesses.count, lastAt: Number(guesses.lastAt) },
  };
}

const logOf = ({ log }: KnowsResponse): Knows['log'] =>
  log === undefined ? null : { entry: toHex(log.entry), sequence: Number(log.sequence), index: Number(log.index) };

function prekeysOf({ prekeys }: KnowsResponse): Knows['prekeys'] {
  if (prekeys === undefined) return null;
  const { device, epoch, left, createdAt } = prekeys;
  return { device: peerIdText(device), epoch: Number(epoch), oneTimeLeft: left, createdAt: Number(createdAt) };
}

/** As this account has signed it, whatever has become of the device since. @throws MiyuError 'record-invalid' */
function addressOf({ address }: KnowsResponse, identityKey: Uint8Array): Knows['address'] {
  if (address?.record === undefined) return null;
  const { addresses, device, epoch, sequence, issuedAt } = openAddressRecord(address.record, identityKey);
  return {
    ...{ addresses, device: peerIdText(device), epoch: Number(epoch), sequence: Number(sequence) },
    ...{ issuedAt: Number(issuedAt), expiresAt: Number(address.expiresAt) },
  };
}

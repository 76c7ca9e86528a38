/**
 * Every signed statement (shared/wire/identity.proto): one function that makes it and one that verifies, decodes and bounds it,
 * or throws. The exact bytes that were signed are verified; nothing is encoded again.
 */
import { MiyuError } from '../errors.ts';
import { concatBytes, equalBytes, ID_BYTES, PEER_ID_BYTES } from '../ids.ts';
import { isChainFault, openChain, type ChainState } from '../transparency/chain.ts';
import { CONTEXT } from '../wire/contexts.ts';
import {
  AddressRecord,
  DepositReceipt,
  DeviceCertificate,
  GrantRevocation,
  IdentityStatement,
  MailboxGrant,
  OneTimePrekey,
  PrekeyBundle,
  ServerStatement,
  VaultNote,
  type Signed,
} from '../wire/generated/identity.js';
import {
  MAX_ADDRESSES,
  MAX_NAME_CODE_POINTS,
  MAX_ONE_TIME_PREKEYS,
  MAX_SERVER_NAME_BYTES,
  MAX_STATEMENTS,
} from '../wire/limits.ts';
import { EMAIL, SCOPE, WIRE_VERSION } from '../wire/protocols.ts';
import { isEd25519Key, verifyEd25519, type ServerSigner } from './ed25519.ts';
import { encodeIdentityStatement, publicIdentity, SALT_BYTES, type Identity } from './identity.ts';
import { KEM_PUBLIC_KEY_BYTES } from './kem.ts';
import { u64 } from './layout.ts';
import {
  areAddresses,
  decodeStatement,
  isId,
  isPeerId,
  isTime,
  openSigned,
  textFits,
  type Expected,
} from './open-signed.ts';
import { ed25519KeyOfPeerId } from './peer-ids.ts';
import { signatureInput, signIdentity } from './signatures.ts';
import { X25519_BYTES } from './x25519.ts';

/** A name in UTF-8: the greatest number of code points, each of at most four bytes. Its rules are shared/usernames.ts. */
const MAX_NAME_BYTES = 4 * MAX_NAME_CODE_POINTS;
/** How long a server may say that it keeps mail: a century, in seconds. */
const MAX_MAIL_LIFETIME_S = 3_155_760_000n;

type Fields<T> = Readonly<Omit<T, 'version'>>;

// Identity

/** The newest state of an account's chain. */
export type OpenedIdentity = ChainState;

/** First statement of a new account. @param salt 16 random bytes */
export const makeIdentityStatement = (identity: Identity, name: string, salt: Uint8Array): Signed =>
  signIdentity(
    CONTEXT.identityStatement,
    encodeIdentityStatement(name, publicIdentity(identity), salt),
    identity.signing.secretKey,
  );

const identityStatement = {
  code: 'statement-invalid',
  decode: (payload: Uint8Array) => IdentityStatement.decode(payload),
  valid: (it: IdentityStatement) =>
    it.name !== '' &&
    textFits(it.name, MAX_NAME_BYTES) &&
    isEd25519Key(it.identityKey) &&
    it.exchangeKey.length === X25519_BYTES &&
    it.salt.length === SALT_BYTES,
} as const;

/**
 * An account's statements, oldest first, as PROTOCOL.md 15.4 has them; those that set no keys may be left out in between. All are signed by
 * one identity key (another name or exchange key may follow; a change of the identity key is refused).
 * @throws MiyuError 'statement-invalid' | 'version-mismatch'
 */
export function openIdentityChain(statements: readonly Signed[]): OpenedIdentity {
  let first: IdentityStatement | undefined;
  for (const { payload } of statements.slice(0, MAX_STATEMENTS)) {
    first ??= decodeStatement<IdentityStatement>(identityStatement, payload);
    decodeStatement<IdentityStatement>(identityStatement, payload, { identityKey: first.identityKey });
  }
  const state = openChain(statements);
  if (!isChainFault(state)) return state;
  throw new MiyuError('statement-invalid', state === 'signature' ? { cause: new MiyuError('signature-invalid') } : {});
}

// Devices and sign-in

export const makeCertificate = (identity: Identity, account: Uint8Array, device: Uint8Array, epoch: bigint): Signed =>
  signIdentity(
    CONTEXT.deviceCertificate,
    DeviceCertificate.encode({ version: WIRE_VERSION, account, device, epoch }),
    identity.signing.secretKey,
  );

const deviceCertificate = {
  context: CONTEXT.deviceCertificate,
  code: 'certificate-invalid',
  decode: (payload: Uint8Array) => DeviceCertificate.decode(payload),
  valid: (it: DeviceCertificate) => isId(it.account) && ed25519KeyOfPeerId(it.device) !== undefined && it.epoch >= 1n,
} as const;

/**
 * @param expected fields that the caller knows already, usually `account`
 * @throws MiyuError 'certificate-invalid' | 'version-mismatch'
 */
export const openCertificate = (
  signed: Signed,
  identityKey: Uint8Array,
  expected?: Expected<DeviceCertificate>,
): DeviceCertificate => openSigned<DeviceCertificate>(deviceCertificate, signed, identityKey, expected);

/** What a certificate says whose signature was verified before. @throws as openCertificate */
export const decodeCertificate = (signed: Signed): DeviceCertificate =>
  decodeStatement<DeviceCertificate>(deviceCertificate, signed.payload);

const vaultNote = {
  context: CONTEXT.vaultNote,
  code: 'statement-invalid',
  decode: (payload: Uint8Array) => VaultNote.decode(payload),
  valid: (it: VaultNote) => isId(it.account) && it.epoch >= 1n && it.number >= 1n,
} as const;

/** Which copy of the sealed vault the home server has confirmed, for friends to remember. */
export const makeVaultNote = (identity: Identity, note: Omit<VaultNote, 'version'>): Signed =>
  signIdentity(CONTEXT.vaultNote, VaultNote.encode({ ...note, version: WIRE_VERSION }), identity.signing.secretKey);

/** @throws MiyuError 'statement-invalid' | 'version-mismatch' */
export const openVaultNote = (signed: Signed, identityKey: Uint8Array, expected?: Expected<VaultNote>): VaultNote =>
  openSigned<VaultNote>(vaultNote, signed, identityKey, expected);

export interface LoginClaim {
  /** PeerIds as bytes, as the connection authenticated them. */
  readonly server: Uint8Array;
  readonly device: Uint8Array;
  /** 32 bytes each; the server's is used once and dies with its connection. */
  readonly serverNonce: Uint8Array;
  readonly clientNonce: Uint8Array;
  readonly epoch: bigint;
}

export const NONCE_BYTES = 32;

/**
 * utf8("miyu/1 login") ‖ 0x00 ‖ server (38) ‖ device (38) ‖ server nonce (32) ‖ client nonce (32) ‖ epoch (u64).
 * @throws MiyuError 'proof-invalid' by wrong lengths
 */
export function loginProofInput(claim: LoginClaim): Uint8Array {
  const { server, device, serverNonce, clientNonce, epoch } = claim;
  const sizes = [PEER_ID_BYTES, PEER_ID_BYTES, NONCE_BYTES, NONCE_BYTES];
  const parts = [server, device, serverNonce, clientNonce];
  if (parts.some((part, i) => part.length !== sizes[i])) throw new MiyuError('proof-invalid');
  return signatureInput(CONTEXT.login, concatBytes(...parts, u64(epoch)));
}

/** 64 bytes by the identity key. */
export const loginProof = (identity: Identity, claim: LoginClaim): Uint8Array => {
  loginProofInput(claim);
  const { server, device, serverNonce, clientNonce, epoch } = claim;
  const payload = concatBytes(server, device, serverNonce, clientNonce, u64(epoch));
  return signIdentity(CONTEXT.login, payload, identity.signing.secretKey).signature;
};

/** Whether the identity key signed exactly this claim. */
export const verifyLoginProof = (proof: Uint8Array, identityKey: Uint8Array, claim: LoginClaim): boolean =>
  verifyEd25519(identityKey, loginProofInput(claim), proof);

// Mailboxes

const isGrant = (it: MailboxGrant | GrantRevocation): boolean =>
  isId(it.owner) &&
  isId(it.depositor) &&
  !equalBytes(it.owner, it.depositor) &&
  Object.values<number>(SCOPE).includes(it.scope) &&
  it.serial >= 1n;

export const makeGrant = (identity: Identity, grant: Fields<MailboxGrant>): Signed =>
  signIdentity(
    CONTEXT.mailboxGrant,
    MailboxGrant.encode({ ...grant, version: WIRE_VERSION }),
    identity.signing.secretKey,
  );

/** @throws MiyuError 'grant-invalid' | 'version-mismatch' */
export const openGrant = (
  signed: Signed,
  ownerIdentityKey: Uint8Array,
  expected?: Expected<MailboxGrant>,
): MailboxGrant =>
  openSigned(
    {
      context: CONTEXT.mailboxGrant,
      code: 'grant-invalid',
      decode: (payload) => MailboxGrant.decode(payload),
      valid: isGrant,
    },
    signed,
    ownerIdentityKey,
    expected,
  );

export const makeRevocation = (identity: Identity, revocation: Fields<GrantRevocation>): Signed =>
  signIdentity(
    CONTEXT.grantRevocation,
    GrantRevocation.encode({ ...revocation, version: WIRE_VERSION }),
    identity.signing.secretKey,
  );

/** @throws MiyuError 'grant-invalid' | 'version-mismatch' */
export const openRevocation = (
  signed: Signed,
  ownerIdentityKey: Uint8Array,
  expected?: Expected<GrantRevocation>,
): GrantRevocation =>
  openSigned(
    {
      context: CONTEXT.grantRevocation,
      code: 'grant-invalid',
      decode: (payload) => GrantRevocation.decode(payload),
      valid: isGrant,
    },
    signed,
    ownerIdentityKey,
    expected,
  );

export const makeReceipt = (signer: ServerSigner, receipt: Fields<DepositReceipt>): Signed =>
  signer.sign(CONTEXT.depositReceipt, DepositReceipt.encode({ ...receipt, version: WIRE_VERSION }));

/** @throws MiyuError 'signature-invalid' (also where it is by another server) | 'version-mismatch' */
export const openReceipt = (signed: Signed, server: Uint8Array, expected?: Expected<DepositReceipt>): DepositReceipt =>
  openSigned(
    {
      context: CONTEXT.depositReceipt,
      code: 'signature-invalid',
      decode: (payload) => DepositReceipt.decode(payload),
      valid: (it) =>
        isId(it.owner) &&
        isId(it.depositor) &&
        isId(it.envelopeId) &&
        it.sequence >= 1n &&
        isTime(it.storedAt) &&
        isTime(it.expiresAt),
    },
    signed,
    ed25519KeyOfPeerId(server) ?? new Uint8Array(0),
    { ...expected, server },
  );

// Addresses

export const makeAddressRecord = (identity: Identity, record: Fields<AddressRecord>): Signed =>
  signIdentity(
    CONTEXT.addressRecord,
    AddressRecord.encode({ ...record, version: WIRE_VERSION }),
    identity.signing.secretKey,
  );

/** Whether it is still valid is the caller's to see (`expiresAt`). @throws MiyuError 'record-invalid' | 'version-mismatch' */
export const openAddressRecord = (
  signed: Signed,
  identityKey: Uint8Array,
  expected?: Expected<AddressRecord>,
): AddressRecord =>
  openSigned(
    {
      context: CONTEXT.addressRecord,
      code: 'record-invalid',
      decode: (payload) => AddressRecord.decode(payload, { limits: { addresses: MAX_ADDRESSES } }),
      valid: (it) =>
        isId(it.account) &&
        isPeerId(it.device) &&
        it.epoch >= 1n &&
        it.sequence >= 1n &&
        areAddresses(it.addresses) &&
        isTime(it.issuedAt) &&
        isTime(it.expiresAt) &&
        it.expiresAt > it.issuedAt,
    },
    signed,
    identityKey,
    expected,
  );

// Prekeys

/** A bundle whose prekeys are there; the hashes are those of the OneTimePrekeys uploaded with it. */
export type OpenedPrekeyBundle = PrekeyBundle & Required<Pick<PrekeyBundle, 'signedPrekey' | 'lastResort'>>;

export const makePrekeyBundle = (identity: Identity, bundle: Fields<OpenedPrekeyBundle>): Signed =>
  signIdentity(
    CONTEXT.prekeyBundle,
    PrekeyBundle.encode({ ...bundle, version: WIRE_VERSION }),
    identity.signing.secretKey,
  );

/** @throws MiyuError 'bundle-invalid' | 'version-mismatch' */
export const openPrekeyBundle = (
  signed: Signed,
  identityKey: Uint8Array,
  expected?: Expected<PrekeyBundle>,
): OpenedPrekeyBundle =>
  openSigned(
    {
      context: CONTEXT.prekeyBundle,
      code: 'bundle-invalid',
      decode: (payload) => PrekeyBundle.decode(payload, { limits: { oneTimeHashes: MAX_ONE_TIME_PREKEYS } }),
      valid: (it) =>
        isId(it.account) &&
        isPeerId(it.device) &&
        it.epoch >= 1n &&
        isPrekey(it.signedPrekey, X25519_BYTES) &&
        isPrekey(it.lastResort, KEM_PUBLIC_KEY_BYTES) &&
        it.oneTimeHashes.every((hash) => hash.length === ID_BYTES) &&
        isTime(it.createdAt),
    },
    signed,
    identityKey,
    expected,
  ) as OpenedPrekeyBundle;

const isPrekey = (prekey: { id: number; key: Uint8Array } | undefined, length: number): boolean =>
  prekey !== undefined && prekey.id >= 1 && prekey.key.length === length;

/** Bytes as they were uploaded; their SHA-256 stands in a bundle. @throws MiyuError 'bundle-invalid' */
export function decodeOneTimePrekey(bytes: Uint8Array): OneTimePrekey {
  try {
    const prekey = OneTimePrekey.decode(bytes);
    if (isPrekey(prekey, X25519_BYTES) && prekey.kemKey.length === KEM_PUBLIC_KEY_BYTES) return prekey;
  } catch (cause) {
    throw new MiyuError('bundle-invalid', { cause });
  }
  throw new MiyuError('bundle-invalid');
}

// Servers

export const makeServerStatement = (signer: ServerSigner, statement: Fields<ServerStatement>): Signed =>
  signer.sign(CONTEXT.serverStatement, ServerStatement.encode({ ...statement, version: WIRE_VERSION }));

/**
 * @param server PeerId bytes, as pinned or as the connection authenticated
 * @throws MiyuError 'server-statement-invalid' | 'version-mismatch'
 */
export const openServerStatement = (signed: Signed, server: Uint8Array): ServerStatement =>
  openSigned<ServerStatement>(
    {
      context: CONTEXT.serverStatement,
      code: 'server-statement-invalid',
      decode: (payload) => ServerStatement.decode(payload),
      valid: (it) =>
        textFits(it.name, MAX_SERVER_NAME_BYTES) &&
        it.maxNameLength >= 1 &&
        it.maxNameLength <= MAX_NAME_CODE_POINTS &&
        Object.values<number>(EMAIL).includes(it.email) &&
        it.mailLifetimeS >= 1n &&
        it.mailLifetimeS <= MAX_MAIL_LIFETIME_S &&
        isTime(it.issuedAt),
    },
    signed,
    ed25519KeyOfPeerId(server) ?? new Uint8Array(0),
    { server },
  );

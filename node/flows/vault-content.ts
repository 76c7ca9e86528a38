/**
 * What the vault holds, in memory: decoded with every length checked, encoded again on each change. The file itself (key
 * derivation, sealing, atomic replacement) is node/store's; here it is bytes in, bytes out.
 */
import {
  KeyFileContent,
  UploadedVault,
  VaultContent,
  type IdentitySecrets,
  type PinnedFriend,
} from '../core/generated/vault.js';
import type { ContactRow } from '../core/generated/rows.js';
import { RELATION } from '../core/rows.ts';
import { decodeHome } from '../../shared/crypto/home.ts';
import { identityOfSecrets, identitySecrets, type Identity } from '../../shared/crypto/identity.ts';
import { WRAPPED_BYTES } from '../../shared/crypto/uploaded-vault.ts';
import { ID_BYTES } from '../../shared/ids.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { DeviceCertificate, Signed } from '../../shared/wire/generated/identity.js';
import { MAX_STATEMENTS } from '../../shared/wire/limits.ts';
import type { Own } from './context.ts';

/** Version of both formats; a greater one is a newer program's. */
const CONTENT_VERSION = 1;
/** Friends in a vault or key file: a bound for the decoder, far above what a person has. */
export const MAX_PINNED_FRIENDS = 10_000;

/** Heads that go along: the home's, and those of the servers where most people's friends are. */
export const MAX_CARRIED_HEADS = 16;

const KEY_FILE_LIMITS = {
  friends: MAX_PINNED_FRIENDS,
  later: MAX_STATEMENTS - 1,
  personal: { heads: MAX_CARRIED_HEADS },
};

/** Node/store's vault as the flows use it: sealed bytes under one password. */
export interface VaultFile {
  read(): Uint8Array;
  /** Atomic: after a crash the old or the new content is there. */
  write(content: Uint8Array): Promise<void>;
  /** Content and password in one step. @throws MiyuError (rejects) 'password-wrong' */
  changePassword(current: string, next: string, content: Uint8Array): Promise<void>;
}

export const encodeVault = (content: VaultContent): Uint8Array =>
  VaultContent.encode({ ...content, version: CONTENT_VERSION });

/** @throws MiyuError 'vault-damaged' | 'store-newer' */
export function decodeVault(bytes: Uint8Array): VaultContent {
  const content = decoded('vault-damaged', () => VaultContent.decode(bytes, { limits: KEY_FILE_LIMITS }));
  if (content.version !== CONTENT_VERSION) throw new MiyuError('store-newer', { detail: content.version });
  check('vault-damaged', [
    [content.account, ID_BYTES],
    [content.deviceSeed, 32],
    [content.storeKey, 32],
    [content.addressKey, 32],
  ]);
  decoded('vault-damaged', () => ownOf(content));
  return content;
}

export const encodeKeyFile = (content: Omit<KeyFileContent, 'version'>): Uint8Array =>
  KeyFileContent.encode({ ...content, version: CONTENT_VERSION });

/** @throws MiyuError 'key-file-damaged' | 'needs-newer-version' */
export function decodeKeyFile(bytes: Uint8Array): KeyFileContent {
  return checkKeyFileContent(
    decoded('key-file-damaged', () => KeyFileContent.decode(bytes, { limits: KEY_FILE_LIMITS })),
  );
}

/** @throws MiyuError 'key-file-damaged' | 'needs-newer-version' */
export function checkKeyFileContent(content: KeyFileContent): KeyFileContent {
  if (content.version !== CONTENT_VERSION) throw new MiyuError('needs-newer-version', { detail: content.version });
  const { anywhere } = content;
  check('key-file-damaged', [
    [content.account, ID_BYTES],
    ...(anywhere === undefined
      ? []
      : ([
          [anywhere.key, 32],
          [anywhere.wrapped, WRAPPED_BYTES],
        ] as const)),
  ]);
  decoded('key-file-damaged', () => [
    identityOf(content.identity),
    decodeHome(content.home),
    Signed.decode(content.statement),
    content.later.map((statement) => Signed.decode(statement)),
  ]);
  return content;
}

export const encodeUploaded = ({ content, ...rest }: Omit<UploadedVault, 'version'>): Uint8Array =>
  UploadedVault.encode({ ...rest, content: { ...content!, version: CONTENT_VERSION }, version: CONTENT_VERSION });

/** @throws MiyuError 'malformed' | 'needs-newer-version' */
export function decodeUploaded(bytes: Uint8Array): UploadedVault {
  const uploaded = decoded('malformed', () => UploadedVault.decode(bytes, { limits: { content: KEY_FILE_LIMITS } }));
  if (uploaded.version > CONTENT_VERSION) throw new MiyuError('needs-newer-version', { detail: uploaded.version });
  if (uploaded.version !== CONTENT_VERSION || uploaded.content === undefined) throw new MiyuError('malformed');
  return uploaded;
}

export function ownOf(content: VaultContent, identity: Identity = identityOf(content.identity)): Own {
  const certificate = Signed.decode(content.certificate);
  const { device, epoch } = DeviceCertificate.decode(certificate.payload);
  return {
    identity,
    account: content.account,
    name: content.name,
    device,
    epoch,
    certificate,
    statement: Signed.decode(content.statement),
    later: content.later.map((statement) => Signed.decode(statement)),
    home: decodeHome(content.home),
  };
}

export function identityOf(secrets: IdentitySecrets | undefined): Identity {
  if (secrets === undefined) throw new MiyuError('malformed');
  return identityOfSecrets(secrets.signingSeed, secrets.exchangeSecret);
}

/** The chain of an account as it is kept: encoded Signed, oldest first. */
export const chainOf = ({ statement, later }: Pick<VaultContent, 'statement' | 'later'>): Signed[] =>
  [statement, ...later].map((each) => Signed.decode(each));

export const secretsOf = (identity: Identity): IdentitySecrets => identitySecrets(identity);

/** The part of a contact that must outlive the store: who it is, and what both have granted. */
export const pinOf = (contact: Readonly<ContactRow>): PinnedFriend => ({
  account: contact.account,
  name: contact.name,
  statements: contact.statements.slice(0, MAX_STATEMENTS),
  identityKey: contact.identityKey,
  exchangeKey: contact.exchangeKey,
  certificate: contact.certificate,
  device: contact.device,
  epoch: contact.epoch,
  home: contact.home,
  relation: contact.relation,
  verified: contact.verified,
  grantGiven: contact.grantGiven,
  grantHeld: contact.grantHeld,
  grantSerial: contact.grantSerial,
  blocked: contact.blocked,
  addressKey: contact.addressKey,
  addedAt: contact.addedAt,
});

/** Whether a contact is pinned: all but those that end anyway. */
export const isPinned = (contact: Readonly<ContactRow>): boolean => contact.relation !== RELATION.closing;

/** The contact as it begins again from its pin. */
export const contactOf = (pin: PinnedFriend): ContactRow => ({
  ...pin,
  lastSeen: 0n,
  addresses: [],
  forgetHistory: false,
  unconfirmedGrant: new Uint8Array(0),
  greeting: '',
});

function check(code: ErrorCode, fields: readonly (readonly [Uint8Array, number])[]): void {
  for (const [bytes, length] of fields) if (bytes.length !== length) throw new MiyuError(code);
}

function decoded<T>(code: ErrorCode, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw error instanceof MiyuError && error.code === code ? error : new MiyuError(code, { cause: error });
  }
}

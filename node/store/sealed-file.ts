/**
 * A file under a password: a random file key, wrapped by argon2id(password), seals the body.
 *
 * magic (8) ‖ version u8 ‖ argon2id memory KiB u32 ‖ passes u32 ‖ parallelism u32 ‖ salt (16) ‖ wrap nonce (12) ‖ wrapped key (48) ‖
 * body nonce (12) ‖ sealed body ‖ checksum (32); integers are big-endian.
 *
 * The wrap has context ‖ 0x00 ‖ everything before it as associated data, the body context ‖ 0x01 ‖ everything before it. The body key is
 * HKDF-SHA-256(file key, context). The checksum is SHA-256 of everything before it: it keeps nobody from forging, but tells a
 * damaged file from a wrong password.
 */
import { KEY_BYTES, NONCE_BYTES, openAead, sealAead, TAG_BYTES } from '../../shared/crypto/aead.ts';
import { hkdfSha256, sha256, utf8 } from '../../shared/crypto/hash.ts';
import { deriveArgon2id, SALT_BYTES, type Argon2idParameters } from '../../shared/crypto/password.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { concatBytes, equalBytes } from '../../shared/ids.ts';

export interface FileKind {
  /** 8 bytes of ASCII. */
  readonly magic: string;
  /** Context of its derivations and associated data. */
  readonly context: string;
  readonly damaged: ErrorCode;
  readonly newer: ErrorCode;
}

/** What a password opens: the header up to the wrapped key, and the key. */
export interface FileLock {
  readonly header: Uint8Array;
  readonly fileKey: Uint8Array;
}

const VERSION = 1;
const MAGIC_BYTES = 8;
const PARAMETERS_AT = MAGIC_BYTES + 1;
const SALT_AT = PARAMETERS_AT + 12;
const NONCE_AT = SALT_AT + SALT_BYTES;
const WRAPPED_AT = NONCE_AT + NONCE_BYTES;
const HEADER_BYTES = WRAPPED_AT + KEY_BYTES + TAG_BYTES;
const CHECKSUM_BYTES = 32;
const LEAST_BYTES = HEADER_BYTES + NONCE_BYTES + TAG_BYTES + CHECKSUM_BYTES;
/** A vault with ten thousand friends of 4 KiB; more is not read into memory. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

const NO_SALT = new Uint8Array(0);

const wrapData = (kind: FileKind, header: Uint8Array): Uint8Array =>
  concatBytes(utf8(kind.context), Uint8Array.of(0), header.subarray(0, WRAPPED_AT));

const bodyData = (kind: FileKind, header: Uint8Array, nonce: Uint8Array): Uint8Array =>
  concatBytes(utf8(kind.context), Uint8Array.of(1), header, nonce);

const bodyKey = (kind: FileKind, lock: FileLock): Uint8Array =>
  hkdfSha256(lock.fileKey, NO_SALT, kind.context, KEY_BYTES);

/** A new file key under a password. @throws MiyuError 'vault-parameters' */
export async function makeLock(
  kind: FileKind,
  password: string,
  parameters: Argon2idParameters,
  random: Random,
): Promise<FileLock> {
  const start = new Uint8Array(WRAPPED_AT);
  start.set(utf8(kind.magic));
  const view = new DataView(start.buffer);
  view.setUint8(MAGIC_BYTES, VERSION);
  view.setUint32(PARAMETERS_AT, parameters.memoryKiB);
  view.setUint32(PARAMETERS_AT + 4, parameters.passes);
  view.setUint32(PARAMETERS_AT + 8, parameters.parallelism);
  const salt = random(SALT_BYTES);
  const nonce = random(NONCE_BYTES);
  start.set(salt, SALT_AT);
  start.set(nonce, NONCE_AT);
  const fileKey = random(KEY_BYTES);
  const wrapKey = await deriveArgon2id(password, salt, parameters);
  return { header: concatBytes(start, sealAead(wrapKey, nonce, fileKey, wrapData(kind, start))), fileKey };
}

/** The file key behind a header. @throws MiyuError 'vault-parameters' before any work, 'password-wrong' */
export async function openLock(kind: FileKind, password: string, header: Uint8Array): Promise<FileLock> {
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const parameters = {
    memoryKiB: view.getUint32(PARAMETERS_AT),
    passes: view.getUint32(PARAMETERS_AT + 4),
    parallelism: view.getUint32(PARAMETERS_AT + 8),
  };
  const wrapKey = await deriveArgon2id(password, header.subarray(SALT_AT, NONCE_AT), parameters);
  const nonce = header.subarray(NONCE_AT, WRAPPED_AT);
  const fileKey = openAead(wrapKey, nonce, header.subarray(WRAPPED_AT), wrapData(kind, header));
  if (fileKey === undefined) throw new MiyuError('password-wrong');
  return { header, fileKey };
}

/** The file's bytes; a fresh nonce each time. */
export function sealFile(kind: FileKind, lock: FileLock, body: Uint8Array, random: Random): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const sealed = sealAead(bodyKey(kind, lock), nonce, body, bodyData(kind, lock.header, nonce));
  const bytes = concatBytes(lock.header, nonce, sealed);
  return concatBytes(bytes, sha256(bytes));
}

/**
 * @throws MiyuError the kind's `damaged` or `newer`, 'vault-parameters' before any work, 'password-wrong'
 */
export async function openFile(
  kind: FileKind,
  password: string,
  bytes: Uint8Array,
): Promise<{ readonly lock: FileLock; readonly body: Uint8Array }> {
  const end = bytes.length - CHECKSUM_BYTES;
  const magic = utf8(kind.magic);
  if (
    bytes.length < LEAST_BYTES ||
    bytes.length > MAX_FILE_BYTES ||
    !equalBytes(bytes.subarray(0, MAGIC_BYTES), magic)
  ) {
    throw new MiyuError(kind.damaged);
  }
  // Before the checksum: a later version may keep it elsewhere.
  if (bytes[MAGIC_BYTES]! > VERSION) throw new MiyuError(kind.newer, { detail: bytes[MAGIC_BYTES]! });
  if (bytes[MAGIC_BYTES] !== VERSION || !equalBytes(sha256(bytes.subarray(0, end)), bytes.subarray(end))) {
    throw new MiyuError(kind.damaged);
  }
  const header = bytes.slice(0, HEADER_BYTES);
  const lock = await openLock(kind, password, header);
  const nonce = bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
  const sealed = bytes.subarray(HEADER_BYTES + NONCE_BYTES, end);
  const body = openAead(bodyKey(kind, lock), nonce, sealed, bodyData(kind, header, nonce));
  if (body === undefined) throw new MiyuError(kind.damaged);
  return { lock, body };
}

/**
 * The vault: one file with what the person is, under the password (decision 6). What it says is the flows' matter
 * (node/flows/vault-content.ts); here it is bytes behind a counter u64 that grows with every write.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PARAMETERS, type Argon2idParameters } from '../../shared/crypto/password.ts';
import { systemRandom, type Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { writeFileAtomic } from '../../shared/storage/atomic-file.ts';
import { storageError } from '../../shared/storage/level-handle.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { MAX_FILE_BYTES, makeLock, openFile, openLock, sealFile, type FileKind, type FileLock } from './sealed-file.ts';

export const VAULT_FILE = 'vault';
const COUNTER_BYTES = 8;

const KIND: FileKind = { magic: 'miyu-vlt', context: DERIVE.vault, damaged: 'vault-damaged', newer: 'store-newer' };

export interface VaultOptions {
  readonly random?: Random;
  /** Cost of the password's derivation in a file that is written; one that is read says its own. */
  readonly parameters?: Argon2idParameters;
}

/** An open vault. The caller holds the profile folder's guard. */
export interface Vault {
  /** The body as it was last written. */
  read(): Uint8Array;
  /** Writes since the vault was made. */
  counter(): bigint;
  /**
   * Replaces the body; after a crash the old or the new one is there. Writes are done in the order of the calls.
   * @throws MiyuError (rejects) 'disk-full' | 'store-failed' | 'too-large'; the vault is then as before
   */
  write(body: Uint8Array): Promise<void>;
  /** A new password and a new file key, and in the same step another body. @throws MiyuError (rejects) 'password-wrong', and as `write` */
  changePassword(current: string, next: string, body?: Uint8Array): Promise<void>;
}

/** Whether the folder has a vault. */
export async function vaultExists(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, VAULT_FILE))).isFile();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw storageError(error, 'disk-full');
  }
}

/** @throws MiyuError 'already-registered' where there is a vault, 'disk-full' | 'store-failed' | 'too-large' */
export async function createVault(
  folder: string,
  password: string,
  body: Uint8Array,
  options: VaultOptions = {},
): Promise<Vault> {
  const { random = systemRandom, parameters = PARAMETERS } = options;
  if (await vaultExists(folder)) throw new MiyuError('already-registered');
  const lock = await makeLock(KIND, password, parameters, random);
  const vault = new FileVault(join(folder, VAULT_FILE), lock, body, 0n, random, parameters);
  await vault.create(body);
  return vault;
}

/**
 * @throws MiyuError 'not-registered' where there is none | 'password-wrong' | 'vault-damaged' | 'vault-parameters' | 'store-newer' |
 *   'store-failed'
 */
export async function openVault(folder: string, password: string, options: VaultOptions = {}): Promise<Vault> {
  const { random = systemRandom, parameters = PARAMETERS } = options;
  const path = join(folder, VAULT_FILE);
  if (!(await vaultExists(folder))) throw new MiyuError('not-registered');
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) throw new MiyuError('vault-damaged');
    bytes = await readFile(path);
  } catch (error) {
    throw storageError(error, 'disk-full');
  }
  const { lock, body } = await openFile(KIND, password, bytes);
  if (body.length < COUNTER_BYTES) throw new MiyuError('vault-damaged');
  const counter = new DataView(body.buffer, body.byteOffset, COUNTER_BYTES).getBigUint64(0);
  return new FileVault(path, lock, body.slice(COUNTER_BYTES), counter, random, parameters);
}

class FileVault implements Vault {
  readonly #path: string;
  readonly #random: Random;
  readonly #parameters: Argon2idParameters;
  #lock: FileLock;
  #body: Uint8Array;
  #counter: bigint;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    path: string,
    lock: FileLock,
    body: Uint8Array,
    counter: bigint,
    random: Random,
    parameters: Argon2idParameters,
  ) {
    this.#path = path;
    this.#lock = lock;
    this.#body = body;
    this.#counter = counter;
    this.#random = random;
    this.#parameters = parameters;
  }

  read(): Uint8Array {
    return this.#body.slice();
  }

  counter(): bigint {
    return this.#counter;
  }

  create(body: Uint8Array): Promise<void> {
    return this.#inTurn(() => this.#replace(this.#lock, body.slice(), false));
  }

  write(body: Uint8Array): Promise<void> {
    const copy = body.slice();
    return this.#inTurn(() => this.#replace(this.#lock, copy, true));
  }

  changePassword(current: string, next: string, body?: Uint8Array): Promise<void> {
    const copy = body?.slice();
    return this.#inTurn(async () => {
      await openLock(KIND, current, this.#lock.header);
      const lock = await makeLock(KIND, next, this.#parameters, this.#random);
      await this.#replace(lock, copy ?? this.#body, true);
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #replace(lock: FileLock, body: Uint8Array, replace: boolean): Promise<void> {
    const plain = new Uint8Array(COUNTER_BYTES + body.length);
    new DataView(plain.buffer).setBigUint64(0, this.#counter + 1n);
    plain.set(body, COUNTER_BYTES);
    const bytes = sealFile(KIND, lock, plain, this.#random);
    if (bytes.length > MAX_FILE_BYTES) throw new MiyuError('too-large', { detail: MAX_FILE_BYTES });
    try {
      await writeFileAtomic(this.#path, bytes, { replace });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        throw new MiyuError('already-registered', { cause: error });
      throw storageError(error, 'disk-full');
    }
    this.#lock = lock;
    this.#body = body;
    this.#counter += 1n;
  }
}

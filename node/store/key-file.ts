/**
 * A sealed key file: what a person carries to another machine, under a password of its own. The same layout as the vault's with
 * another context, so that neither opens as the other; what it says is the flows' matter.
 */
import { open } from 'node:fs/promises';
import { PARAMETERS, type Argon2idParameters } from '../../shared/crypto/password.ts';
import { systemRandom, type Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { writeFileAtomic } from '../../shared/storage/atomic-file.ts';
import { storageError } from '../../shared/storage/level-handle.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { makeLock, MAX_FILE_BYTES, openFile, sealFile, type FileKind } from './sealed-file.ts';

const KIND: FileKind = {
  magic: 'miyu-key',
  context: DERIVE.keyFile,
  damaged: 'key-file-damaged',
  newer: 'needs-newer-version',
};

export interface KeyFileOptions {
  readonly random?: Random;
  readonly parameters?: Argon2idParameters;
}

/** The bytes of a key file. @throws MiyuError 'too-large' */
export async function sealKeyFile(
  password: string,
  body: Uint8Array,
  options: KeyFileOptions = {},
): Promise<Uint8Array> {
  const { random = systemRandom, parameters = PARAMETERS } = options;
  const bytes = sealFile(KIND, await makeLock(KIND, password, parameters, random), body, random);
  if (bytes.length > MAX_FILE_BYTES) throw new MiyuError('too-large', { detail: MAX_FILE_BYTES });
  return bytes;
}

/** The body. @throws MiyuError 'password-wrong' | 'key-file-damaged' | 'vault-parameters' | 'needs-newer-version' */
export async function openKeyFile(password: string, bytes: Uint8Array): Promise<Uint8Array> {
  return (await openFile(KIND, password, bytes)).body;
}

/**
 * Writes a key file that only this user can read, and never over another file.
 * @throws MiyuError 'key-file-exists' | 'disk-full' | 'folder-unwritable'
 */
export async function writeKeyFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFileAtomic(path, bytes, { replace: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new MiyuError('key-file-exists', { cause: error });
    const failure = storageError(error, 'disk-full');
    throw failure.code === 'disk-full' ? failure : new MiyuError('folder-unwritable', { cause: error });
  }
}

/** @throws MiyuError 'usage' where it cannot be read, 'key-file-damaged' where it is larger than any key file */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      if ((await file.stat()).size > MAX_FILE_BYTES) throw new MiyuError('key-file-damaged');
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof MiyuError ? error : new MiyuError('usage', { cause: error, field: 'path' });
  }
}

/** Keys from passwords: argon2id (RFC 9106) by node:crypto, in its own threads. */
import { argon2 } from 'node:crypto';
import { MiyuError } from '../errors.ts';
import { plain } from './bytes.ts';

export interface Argon2idParameters {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** RFC 9106 §4's second recommended choice with one lane: about 0.2 s and 64 MiB for the one who knows the password. */
export const PARAMETERS: Argon2idParameters = { memoryKiB: 64 * 1024, passes: 3, parallelism: 1 };

/**
 * What a file's header may ask for. Below: the file was made weaker by somebody, or is not ours. Above: it would hang the
 * machine that reads it.
 */
export const PARAMETER_BOUNDS = {
  memoryKiB: { min: 8 * 1024, max: 1024 * 1024 },
  passes: { min: 1, max: 16 },
  parallelism: { min: 1, max: 4 },
} as const;

export const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** Longest password, UTF-8 bytes: beyond it somebody is testing us. */
const MAX_PASSWORD_BYTES = 4096;

/**
 * 32 bytes. The password is brought to Unicode's composed form first, for keyboards differ in how they spell an accent.
 * @param salt 16 .. 64 bytes
 * @throws MiyuError 'vault-parameters' outside of PARAMETER_BOUNDS or by a wrong salt; 'too-large'; 'internal' where it cannot run
 */
export async function deriveArgon2id(
  password: string,
  salt: Uint8Array,
  parameters: Argon2idParameters = PARAMETERS,
): Promise<Uint8Array> {
  checkParameters(parameters);
  if (salt.length < SALT_BYTES || salt.length > 64) throw new MiyuError('vault-parameters', { field: 'salt' });
  const message = Buffer.from(password.normalize('NFC'), 'utf8');
  if (message.length > MAX_PASSWORD_BYTES) throw new MiyuError('too-large', { detail: MAX_PASSWORD_BYTES });
  const { memoryKiB: memory, passes, parallelism } = parameters;
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: KEY_BYTES }, (error, key) => {
      if (error) reject(new MiyuError('internal', { cause: error }));
      else resolve(plain(key));
    });
  });
}

/** @throws MiyuError 'vault-parameters' with the field that is out of bounds */
export function checkParameters(parameters: Argon2idParameters): void {
  for (const field of ['memoryKiB', 'passes', 'parallelism'] as const) {
    const value = parameters[field];
    const { min, max } = PARAMETER_BOUNDS[field];
    if (!Number.isInteger(value) || value < min || value > max) throw new MiyuError('vault-parameters', { field });
  }
}

import { argon2id } from '@noble/hashes/argon2.js';
import { describe, expect, test } from 'vitest';
import { deriveArgon2id, PARAMETER_BOUNDS, PARAMETERS } from '../../../shared/crypto/password.ts';
import { toHex } from '../../../shared/ids.ts';

const CHEAP = { memoryKiB: 8 * 1024, passes: 1, parallelism: 1 };
const salt = new Uint8Array(16).fill(3);

test('argon2id is that of an independent implementation', async () => {
  const ours = await deriveArgon2id('correct horse 密语', salt, CHEAP);
  expect(toHex(ours)).toBe(toHex(argon2id('correct horse 密语', salt, { t: 1, m: 8 * 1024, p: 1, dkLen: 32 })));
});

test('each input counts', async () => {
  const keys = await Promise.all([
    deriveArgon2id('a', salt, CHEAP),
    deriveArgon2id('b', salt, CHEAP),
    deriveArgon2id('a', new Uint8Array(16).fill(4), CHEAP),
    deriveArgon2id('a', salt, { ...CHEAP, passes: 2 }),
    deriveArgon2id('a', salt, { ...CHEAP, memoryKiB: 9 * 1024 }),
    deriveArgon2id('a', salt, { ...CHEAP, parallelism: 2 }),
  ]);
  expect(new Set(keys.map(toHex)).size).toBe(keys.length);
});

test('a password typed with a composed or a combining accent is one password', async () => {
  const [composed, combining] = ['caf\u00e9', 'cafe\u0301'];
  expect(composed).not.toBe(combining);
  expect(await deriveArgon2id(composed, salt, CHEAP)).toEqual(await deriveArgon2id(combining, salt, CHEAP));
});

test('the default is 64 MiB, 3 passes, 1 lane', () => {
  expect(PARAMETERS).toEqual({ memoryKiB: 65_536, passes: 3, parallelism: 1 });
});

describe('parameters out of bounds are refused before anything is computed', () => {
  const cases = (['memoryKiB', 'passes', 'parallelism'] as const).flatMap((field) => {
    const { min, max } = PARAMETER_BOUNDS[field];
    return [min - 1, max + 1, min + 0.5, Number.NaN].map((value) => [field, value] as const);
  });
  test.each(cases)('%s %d', async (field, value) => {
    const error = expect.objectContaining({ code: 'vault-parameters', field }) as Error;
    await expect(deriveArgon2id('a', salt, { ...CHEAP, [field]: value })).rejects.toThrow(error);
  });

  test('a short salt, an endless password', async () => {
    await expect(deriveArgon2id('a', new Uint8Array(15), CHEAP)).rejects.toThrow('vault-parameters');
    await expect(deriveArgon2id('a'.repeat(5000), salt, CHEAP)).rejects.toThrow('too-large');
  });
});

/**
 * Scenario row 1: whatever bytes come from another machine, each decoder ends soon, in a value, in its documented "no", or in a
 * MiyuError. A decoder that is not in the table fails the last test.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openKeyFile, sealKeyFile } from '../../node/store/key-file.ts';
import { ROOT } from '../../scripts/launch/paths.js';
import { sha256 } from '../../shared/crypto/hash.ts';
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes } from '../../shared/ids.ts';
import { PRODUCT_FOLDERS, sourceFiles } from '../house/sources.ts';
import { badBytes, floods } from './bad-bytes.ts';
import { keyFile, table } from './decoder-table.ts';

/** Of a machine's own disk, or reached through another in the table. */
const NOT_FROM_OUTSIDE = ['decodeSession', 'decodeVault', 'decodeStatement', 'decodeSettings', 'decodePage'];

/** One decoding, of the processor: they take microseconds. What else the machine has to do is no decoder's fault. */
const MAX_MS = 1_000;

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function attempt(name: string, decode: (bytes: Uint8Array) => unknown, bytes: Uint8Array): void {
  const began = processorMs();
  try {
    decode(bytes);
  } catch (error) {
    if (!(error instanceof MiyuError)) {
      throw new Error(`${name} threw ${String(error)} on ${Buffer.from(bytes.subarray(0, 200)).toString('hex')}`, {
        cause: error,
      });
    }
    expect(error.code, name).not.toBe('internal');
  }
  expect(processorMs() - began, name).toBeLessThan(MAX_MS);
}

const flooded = new Set<string>();

test.each(Object.entries(table))(
  '%s takes what is valid, and ends on any other bytes',
  (name, { examples, decode }) => {
    for (const example of examples) attempt(name, decode, example);
    fc.assert(
      fc.property(badBytes(examples), (bytes) => {
        attempt(name, decode, bytes);
      }),
      { numRuns: 100 },
    );
    // Answers are decoded by one codec, whatever is asked for.
    const [decoder = name] = name.split(' ');
    if (flooded.has(decoder)) return;
    flooded.add(decoder);
    for (const flood of floods()) attempt(name, decode, flood);
  },
);

test('key files: a value or a typed error, and no work for parameters that nobody may ask for', async () => {
  const password = 'a password of a file';
  const sealed = await sealKeyFile(password, keyFile, {
    parameters: { memoryKiB: 8 * 1024, passes: 1, parallelism: 1 },
  });
  expect(Buffer.from(await openKeyFile(password, sealed)).equals(keyFile)).toBe(true);
  const codeOf = async (bytes: Uint8Array): Promise<unknown> =>
    openKeyFile(password, bytes).then(
      () => 'opened',
      (error: unknown) => (error instanceof MiyuError ? error.code : error),
    );
  await fc.assert(
    fc.asyncProperty(badBytes([sealed]), async (bytes) => {
      if (Buffer.from(sealed).equals(bytes)) return;
      expect(['key-file-damaged', 'needs-newer-version']).toContain(await codeOf(bytes));
    }),
    { numRuns: 200 },
  );
  // With a good checksum, so that the header is read: memory, passes and lanes are u32 at 9, 13 and 17.
  for (const at of [9, 13, 17]) {
    for (const value of [0, 0xffff_ffff, 0x7fff_ffff]) {
      const body = sealed.slice(0, -32);
      new DataView(body.buffer).setUint32(at, value);
      const began = processorMs();
      expect(await codeOf(concatBytes(body, sha256(body)))).toBe('vault-parameters');
      expect(processorMs() - began).toBeLessThan(MAX_MS);
    }
  }
  const changed = sealed.slice(0, -32);
  changed[changed.length - 1] = changed.at(-1)! ^ 1;
  expect(await codeOf(concatBytes(changed, sha256(changed)))).toBe('key-file-damaged');
});

test('every function that decodes what came from outside stands in the table', () => {
  const inTable = new Set(Object.keys(table).map((name) => name.split(' ')[0]));
  const declared = sourceFiles(PRODUCT_FOLDERS)
    .filter((path) => !path.includes('/generated/'))
    .flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^export (?:function|const) (decode\w+)/gm)])
    .map(([, name]) => name!);
  expect(declared.length).toBeGreaterThan(15);
  expect(declared.filter((name) => !inTable.has(name) && !NOT_FROM_OUTSIDE.includes(name))).toEqual([]);
});

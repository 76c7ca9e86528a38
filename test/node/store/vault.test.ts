import { argon2Sync, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKeyFile, readKeyFile, sealKeyFile, writeKeyFile } from '../../../node/store/key-file.ts';
import { createVault, openVault, vaultExists } from '../../../node/store/vault.ts';
import { PARAMETERS } from '../../../shared/crypto/password.ts';
import { fillDisk, smallDisk, temporaryFolder } from '../../support/storage.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const text = (value: Uint8Array): string => Buffer.from(value).toString();
/** The cheapest that a file may ask for, for tests which derive often. */
const parameters = { memoryKiB: 8 * 1024, passes: 1, parallelism: 1 };
const options = { parameters };
const PASSWORD = 'correct horse';

/** A file with its checksum made right again after a change: what somebody does who wants to deceive. */
function forged(file: Uint8Array, change: (file: Buffer) => void): Buffer {
  const copy = Buffer.from(file);
  change(copy);
  createHash('sha256')
    .update(copy.subarray(0, -32))
    .digest()
    .copy(copy, copy.length - 32);
  return copy;
}

test('opens with its password, and keeps what is written', async () => {
  const folder = await temporaryFolder();
  expect(await vaultExists(folder)).toBe(false);
  expect(await vaultExists(join(folder, 'missing'))).toBe(false);
  await expect(openVault(folder, PASSWORD)).rejects.toMatchObject({ code: 'not-registered' });
  const made = await createVault(folder, PASSWORD, bytes('first'), options);
  expect(text(made.read())).toBe('first');
  expect(made.counter()).toBe(1n);
  expect(await vaultExists(folder)).toBe(true);
  await expect(createVault(folder, PASSWORD, bytes('other'), options)).rejects.toMatchObject({
    code: 'already-registered',
  });
  await Promise.all([made.write(bytes('second')), made.write(bytes('third'))]);
  expect(text(made.read())).toBe('third');

  const opened = await openVault(folder, PASSWORD, options);
  expect(text(opened.read())).toBe('third');
  expect(opened.counter()).toBe(3n);
  opened.read().fill(0);
  expect(text(opened.read())).toBe('third');
  await expect(openVault(folder, 'wrong', options)).rejects.toMatchObject({ code: 'password-wrong' });
  expect(await readdir(folder)).toEqual(['vault']);
});

test('the default parameters are those of the product', async () => {
  const folder = await temporaryFolder();
  await createVault(folder, PASSWORD, bytes('body'));
  const file = await readFile(join(folder, 'vault'));
  expect([file.readUInt32BE(9), file.readUInt32BE(13), file.readUInt32BE(17)]).toEqual([
    PARAMETERS.memoryKiB,
    PARAMETERS.passes,
    PARAMETERS.parallelism,
  ]);
  expect(text((await openVault(folder, PASSWORD)).read())).toBe('body');
});

test('nothing of the body is readable, and each write has its own seal', async () => {
  const folder = await temporaryFolder();
  const vault = await createVault(folder, PASSWORD, bytes('canary of the vault'), options);
  const first = await readFile(join(folder, 'vault'));
  await vault.write(bytes('canary of the vault'));
  const second = await readFile(join(folder, 'vault'));
  for (const file of [first, second]) {
    expect(file.includes(bytes('canary'))).toBe(false);
    expect(file.includes(bytes(PASSWORD))).toBe(false);
  }
  expect(first.subarray(0, 97).equals(second.subarray(0, 97))).toBe(true);
  expect(first.subarray(97, 109).equals(second.subarray(97, 109))).toBe(false);
});

test('a new password replaces the old one, and only he who knows the old one can set it', async () => {
  const folder = await temporaryFolder();
  const vault = await createVault(folder, PASSWORD, bytes('body'), options);
  const before = await readFile(join(folder, 'vault'));
  await expect(vault.changePassword('wrong', 'new one')).rejects.toMatchObject({ code: 'password-wrong' });
  await vault.changePassword(PASSWORD, 'new one');
  await vault.write(bytes('after'));
  expect(text((await openVault(folder, 'new one', options)).read())).toBe('after');
  await expect(openVault(folder, PASSWORD, options)).rejects.toMatchObject({ code: 'password-wrong' });
  // A body of the new file does not open behind the old file's header: it has another key.
  const after = await readFile(join(folder, 'vault'));
  await writeFile(
    join(folder, 'vault'),
    forged(Buffer.concat([before.subarray(0, 97), after.subarray(97)]), () => undefined),
  );
  await expect(openVault(folder, PASSWORD, options)).rejects.toMatchObject({ code: 'vault-damaged' });
});

test('a full disk leaves the vault as it was', async (context) => {
  const disk = await smallDisk(2);
  if (disk === undefined) return context.skip('only root may mount a disk');
  const vault = await createVault(disk, PASSWORD, bytes('before'), options);
  const free = await fillDisk(disk);
  await expect(vault.write(Buffer.alloc(100_000))).rejects.toMatchObject({ code: 'disk-full' });
  expect(text(vault.read())).toBe('before');
  expect(text((await openVault(disk, PASSWORD)).read())).toBe('before');
  await free();
  await vault.write(bytes('after'));
  expect(text((await openVault(disk, PASSWORD)).read())).toBe('after');
  expect(vault.counter()).toBe(2n);
});

/** Vault and key file share a layout: each case runs on both. */
const kinds = {
  vault: {
    damaged: 'vault-damaged',
    newer: 'store-newer',
    async make(): Promise<Buffer> {
      const folder = await temporaryFolder();
      await createVault(folder, PASSWORD, bytes('body'), options);
      return readFile(join(folder, 'vault'));
    },
    async open(file: Uint8Array, password = PASSWORD): Promise<string> {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'vault'), file);
      return text((await openVault(folder, password)).read());
    },
  },
  'key file': {
    damaged: 'key-file-damaged',
    newer: 'needs-newer-version',
    make: async (): Promise<Buffer> => Buffer.from(await sealKeyFile(PASSWORD, bytes('body'), options)),
    open: async (file: Uint8Array, password = PASSWORD): Promise<string> => text(await openKeyFile(password, file)),
  },
};

describe.each(Object.entries(kinds))('%s', (_name, { make, open, damaged, newer }) => {
  test('tells a wrong password from a damaged file', async () => {
    const file = await make();
    expect(await open(file)).toBe('body');
    await expect(open(file, 'wrong')).rejects.toMatchObject({ code: 'password-wrong' });
    for (let at = 0; at < file.length; at += 1) {
      const flipped = Buffer.from(file);
      flipped[at]! ^= 1 << (at % 8);
      const code = at === 8 && flipped[8]! > 1 ? newer : damaged;
      await expect(open(flipped)).rejects.toMatchObject({ code });
    }
    for (const length of [0, 8, 100, file.length - 1]) {
      await expect(open(file.subarray(0, length))).rejects.toMatchObject({ code: damaged });
    }
    await expect(open(Buffer.concat([file, bytes('x')]))).rejects.toMatchObject({ code: damaged });
  });

  test('refuses parameters out of bounds before any work, and a downgrade within them', async () => {
    const file = await make();
    const fields = [
      [9, 0],
      [9, 8 * 1024 - 1],
      [9, 0xffffffff],
      [13, 0],
      [13, 17],
      [17, 0],
      [17, 5],
    ] as const;
    for (const [at, value] of fields) {
      const attempt = open(forged(file, (copy) => void copy.writeUInt32BE(value, at)));
      await expect(attempt).rejects.toMatchObject({ code: 'vault-parameters' });
    }
    const other = forged(file, (copy) => void copy.writeUInt32BE(9 * 1024, 9));
    await expect(open(other)).rejects.toMatchObject({ code: 'password-wrong' });
  });

  test('every byte of the header, the wrap and the body is under a seal', async () => {
    const file = await make();
    for (let at = 21; at < file.length - 32; at += 1) {
      const code = at < 97 ? 'password-wrong' : damaged;
      await expect(open(forged(file, (copy) => void (copy[at]! ^= 1)))).rejects.toMatchObject({ code });
    }
  });
});

test('the layout is the one that is written down', async () => {
  const files = [
    [await kinds.vault.make(), 'miyu-vlt', 'miyu/1 vault', '\0\0\0\0\0\0\0\u0001body'],
    [await kinds['key file'].make(), 'miyu-key', 'miyu/1 key-file', 'body'],
  ] as const;
  for (const [file, magic, context, body] of files) {
    const open = (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Buffer => {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
      decipher.setAAD(associated);
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    };
    expect(file.subarray(0, 8).toString()).toBe(magic);
    expect(file[8]).toBe(1);
    expect([9, 13, 17].map((at) => file.readUInt32BE(at))).toEqual([8 * 1024, 1, 1]);
    const wrapKey = argon2Sync('argon2id', {
      message: PASSWORD,
      nonce: file.subarray(21, 37),
      memory: 8 * 1024,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    const toWrap = Buffer.concat([bytes(`${context}\0`), file.subarray(0, 49)]);
    const fileKey = open(wrapKey, file.subarray(37, 49), file.subarray(49, 97), toWrap);
    const bodyKey = Buffer.from(hkdfSync('sha256', fileKey, '', context, 32));
    const toBody = Buffer.concat([bytes(`${context}\u0001`), file.subarray(0, 109)]);
    expect(text(open(bodyKey, file.subarray(97, 109), file.subarray(109, -32), toBody))).toBe(body);
    expect(createHash('sha256').update(file.subarray(0, -32)).digest()).toEqual(Buffer.from(file.subarray(-32)));
  }
});

test('a key file is no vault, and a vault no key file', async () => {
  const vault = await kinds.vault.make();
  const keyFile = await kinds['key file'].make();
  await expect(kinds.vault.open(keyFile)).rejects.toMatchObject({ code: 'vault-damaged' });
  await expect(kinds['key file'].open(vault)).rejects.toMatchObject({ code: 'key-file-damaged' });
  // Not even with the other's name.
  const asVault = forged(keyFile, (copy) => void copy.write('miyu-vlt', 'latin1'));
  await expect(kinds.vault.open(asVault)).rejects.toMatchObject({ code: 'password-wrong' });
});

test('a key file is written for its owner alone, and never over another file', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'alice.key');
  const file = await sealKeyFile(PASSWORD, bytes('body'), options);
  await writeKeyFile(path, file);
  await expect(writeKeyFile(path, bytes('other'))).rejects.toMatchObject({ code: 'key-file-exists' });
  expect(text(await openKeyFile(PASSWORD, await readKeyFile(path)))).toBe('body');
  await expect(writeKeyFile(join(folder, 'missing', 'x'), file)).rejects.toMatchObject({ code: 'folder-unwritable' });
  await expect(readKeyFile(join(folder, 'missing'))).rejects.toMatchObject({ code: 'usage', field: 'path' });
  expect(await readdir(folder)).toEqual(['alice.key']);
});

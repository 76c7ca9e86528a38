/** The server's Ed25519 key: 32 bytes as hex in a file that its owner alone may read. Its PeerId is what clients pin. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SEED_BYTES } from '../shared/crypto/ed25519.ts';
import type { Random } from '../shared/crypto/random.ts';
import { utf8 } from '../shared/crypto/hash.ts';
import { MiyuError } from '../shared/errors.ts';
import { fromHex, toHex } from '../shared/ids.ts';
import { writeFileAtomic } from '../shared/storage/atomic-file.ts';

export const keyPath = (folder: string): string => join(folder, 'server.key');
const HEADER = 'miyu-server-key-1';
/** Header, hex, spaces; a bigger file is none of ours. */
const MAX_BYTES = 256;

/** The seed, or undefined where there is no file. @throws MiyuError 'key-file-damaged' | 'folder-unwritable' */
export async function readServerKey(folder: string): Promise<Uint8Array | undefined> {
  const path = keyPath(folder);
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw new MiyuError('key-file-damaged');
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof MiyuError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new MiyuError('folder-unwritable', { cause: error });
  }
  const [header, hex = '', ...rest] = text.trim().split(/\s+/);
  const seed = fromHex(hex);
  if (header !== HEADER || rest.length > 0 || seed?.length !== SEED_BYTES) throw new MiyuError('key-file-damaged');
  return seed;
}

/** Makes a key and writes its file. An existing file stays. @throws MiyuError 'key-file-exists' | 'folder-unwritable' */
export async function createServerKey(folder: string, random: Random): Promise<Uint8Array> {
  const seed = random(SEED_BYTES);
  try {
    await writeFileAtomic(keyPath(folder), utf8(`${HEADER} ${toHex(seed)}\n`), { mode: 0o600, replace: false });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new MiyuError(exists ? 'key-file-exists' : 'folder-unwritable', { cause: error });
  }
  return seed;
}

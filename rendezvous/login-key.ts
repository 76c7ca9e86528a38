/**
 * The server's secret of sign-ins by password (OPAQUE's setup): made at the first use and kept in a file beside the server's key. Not in
 * the store: whoever gets a copy of the store alone, a lost backup say, has registration records that he cannot try passwords on.
 * The store keeps the secret's hash, so that another secret in its place, on which every password would seem wrong, is noticed.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hmacSha256, sha256, utf8 } from '../shared/crypto/hash.ts';
import { createOpaqueSetup, opaqueServer, type OpaqueServer } from '../shared/crypto/opaque-server.ts';
import { keyFrom, OPAQUE_BYTES } from '../shared/crypto/opaque.ts';
import { MiyuError } from '../shared/errors.ts';
import { equalBytes } from '../shared/ids.ts';
import { writeFileAtomic } from '../shared/storage/atomic-file.ts';
import { DERIVE } from '../shared/wire/contexts.ts';
import type { Store } from './store/store.ts';

const FILE = 'login.key';
const HEADER = 'miyu-login-key-1';
/** Header, base64url of 128 bytes, spaces; a bigger file is none of ours. */
const MAX_BYTES = 256;
const ROW = utf8('login-key');

export interface LoginKey {
  /** Made where it is not there yet. @throws MiyuError (rejects) 'folder-unwritable' and as the store */
  opaque(): Promise<OpaqueServer>;
  /** 32 bytes that stand for a name and tell it to nobody else; made where the secret is not there yet. */
  blind(name: string): Promise<Uint8Array>;
  /** Whether anybody has ever signed in by password here, or tried. */
  readonly isMade: boolean;
}

/** @param server PeerId bytes @throws MiyuError (rejects) 'key-file-damaged' (also where it is missing; field) | 'folder-unwritable' */
export async function openLoginKey(folder: string, store: Store, server: Uint8Array): Promise<LoginKey> {
  const recorded = await store.get('server', ROW);
  let setup = await read(join(folder, FILE));
  if (setup === undefined ? recorded !== undefined : recorded !== undefined && !equalBytes(recorded, sha256(setup))) {
    throw new MiyuError('key-file-damaged', { field: FILE });
  }
  if (setup !== undefined && recorded === undefined) await record(store, setup);

  let making: Promise<Uint8Array> | undefined;
  const secret = async (): Promise<Uint8Array> => {
    if (setup !== undefined) return setup;
    making ??= make(folder, store).finally(() => (making = undefined));
    return (setup = await making);
  };
  let opaque: Promise<OpaqueServer> | undefined;
  let names: Uint8Array | undefined;
  return {
    opaque: async () => (opaque ??= opaqueServer(await secret(), server)),
    async blind(name) {
      names ??= keyFrom(await secret(), DERIVE.loginNames);
      return hmacSha256(names, utf8(name));
    },
    get isMade() {
      return setup !== undefined;
    },
  };
}

async function make(folder: string, store: Store): Promise<Uint8Array> {
  const setup = await createOpaqueSetup();
  const text = `${HEADER} ${Buffer.from(setup).toString('base64url')}\n`;
  try {
    await writeFileAtomic(join(folder, FILE), utf8(text), { mode: 0o600, replace: false });
  } catch (cause) {
    throw new MiyuError('folder-unwritable', { cause });
  }
  await record(store, setup);
  return setup;
}

const record = (store: Store, setup: Uint8Array): Promise<void> =>
  store.transact(['server'], (tx) => tx.put('server', ROW, sha256(setup)));

async function read(path: string): Promise<Uint8Array | undefined> {
  let text: string;
  try {
    if ((await stat(path)).size > MAX_BYTES) throw new MiyuError('key-file-damaged', { field: FILE });
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof MiyuError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new MiyuError('folder-unwritable', { cause: error });
  }
  const [header, secret = '', ...rest] = text.trim().split(/\s+/);
  const setup = new Uint8Array(Buffer.from(secret, 'base64url'));
  if (header !== HEADER || rest.length > 0 || setup.length !== OPAQUE_BYTES.setup) {
    throw new MiyuError('key-file-damaged', { field: FILE });
  }
  return setup;
}

/** The files of the built page, as browsers want them: typed, compressed, and kept in memory as long as they are the same. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants as zlib, gzip } from 'node:zlib';

/** The page's own bundles are far below this. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;
/** The whole page, with its compressed forms, several times over. */
const MAX_CACHE_BYTES = 32 * 1024 * 1024;
/** Below this a file fits into a packet or two as it is. */
const MIN_COMPRESSED_BYTES = 1024;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wasm': 'application/wasm',
};

export type Encoding = 'br' | 'gzip' | 'identity';

export interface PageFile {
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its contents. */
  readonly hashed: boolean;
  readonly bodies: Readonly<Partial<Record<Encoding, Uint8Array>>> & { readonly identity: Uint8Array };
}

interface Cached {
  /** Of the version: size, time and inode. */
  readonly stamp: string;
  /** At most. */
  readonly bytes: number;
  readonly file: Promise<PageFile>;
}

/** Names of plain letters with single dots inside: no way up, no hidden file, nothing to decode. */
const PATH = /^(?:\/[A-Za-z0-9_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*)+$/;

export class PageFiles {
  readonly #folder: string;
  /** In the order of their last use. */
  readonly #cache = new Map<string, Cached>();
  #bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param path of the request, as it came; '/' is the page itself
   * @returns undefined where there is no such file; rejects where it is there and cannot be read
   */
  async find(path: string): Promise<PageFile | undefined> {
    const name = path === '/' ? '/index.html' : path;
    const type = TYPES[extname(name)];
    if (type === undefined || name.length > 256 || !PATH.test(name)) return undefined;
    const handle = await open(join(this.#folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(
      (error: unknown) => {
        if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
        throw error;
      },
    );
    if (handle === undefined) return undefined;
    try {
      const stat = await handle.stat();
      if (!stat.isFile() || stat.size > MAX_FILE_BYTES) return undefined;
      const stamp = `${stat.size} ${stat.mtimeMs} ${stat.ino}`;
      const kept = this.#cache.get(name);
      if (kept?.stamp === stamp) {
        this.#keep(name, kept);
        return await kept.file;
      }
      const body = await handle.readFile();
      const file = prepare(name, type, body);
      // Compressed forms are smaller: three bodies at most.
      this.#keep(name, { stamp, bytes: 3 * body.length, file });
      file.catch(() => {
        this.#forget(name);
      });
      return await file;
    } finally {
      await handle.close();
    }
  }

  #keep(name: string, entry: Cached): void {
    this.#forget(name);
    this.#cache.set(name, entry);
    this.#bytes += entry.bytes;
    for (const oldest of this.#cache.keys()) {
      if (this.#bytes <= MAX_CACHE_BYTES || oldest === name) break;
      this.#forget(oldest);
    }
  }

  #forget(name: string): void {
    this.#bytes -= this.#cache.get(name)?.bytes ?? 0;
    this.#cache.delete(name);
  }
}

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'EMLINK']);

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

async function prepare(name: string, type: string, identity: Uint8Array): Promise<PageFile> {
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  const hashed = name.startsWith('/assets/');
  const isText = /^text\/|json|svg|wasm/.test(type);
  if (!isText || identity.length < MIN_COMPRESSED_BYTES) return { type, etag, hashed, bodies: { identity } };
  // Once for each version of a file: 9 is within some percent of the best, in a tenth of its time.
  const quality = { [zlib.BROTLI_PARAM_QUALITY]: 9, [zlib.BROTLI_PARAM_SIZE_HINT]: identity.length };
  const [br, gz] = await Promise.all([toBrotli(identity, { params: quality }), toGzip(identity, { level: 9 })]);
  return { type, etag, hashed, bodies: { identity, br, gzip: gz } };
}

/** The smallest form that the browser takes. A quality of 0 means "not this one" (RFC 9110 §12.5.3). */
export function chooseEncoding(accepted: string | undefined, file: PageFile): Encoding {
  const wanted = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((piece) => piece.trim()));
  const takes = (name: string): boolean =>
    wanted.some(([coding, ...rest]) => coding === name && !rest.some((piece) => /^q=0(?:\.0*)?$/.test(piece)));
  if (file.bodies.br !== undefined && takes('br')) return 'br';
  return file.bodies.gzip !== undefined && takes('gzip') ? 'gzip' : 'identity';
}

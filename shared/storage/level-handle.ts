/** One LevelDB database: opened, read, written and reopened, with the system's errors told apart. */
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Level } from 'level';
import { MiyuError, type ErrorCode } from '../errors.ts';
import type { KeyRange } from './rows.ts';

/** What a full disk is called here: the server's operator and a peer's owner are told different things. */
export type FullCode = 'storage-full' | 'disk-full';

/** LevelDB's write buffer: bounds its memory (two of them) and the time of an opening after a crash. */
const WRITE_BUFFER_BYTES = 4 * 1024 * 1024;
/** Room that reopening may need: the recovered log becomes a table file, and a manifest is written. */
const PROBE_BYTES = WRITE_BUFFER_BYTES + 1024 * 1024;
/** Bytes of rows that an iterator brings over at once: fewer trips than with the default of 16 KiB. */
const ITERATOR_BYTES = 256 * 1024;

/** The messages of an error and its causes; LevelDB's own tell what happened, abstract-level's only where. */
function messagesOf(error: unknown): string {
  let text = '';
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    text += `${(at as { code?: string }).code ?? ''} ${at.message}\n`;
  }
  return text;
}

/** An error of LevelDB or the file system as one of ours. */
export function storageError(error: unknown, full: FullCode): MiyuError {
  if (error instanceof MiyuError) return error;
  const text = messagesOf(error);
  let code: ErrorCode = 'store-failed';
  if (/ENOSPC|EDQUOT|No space left|quota exceeded|not enough space/i.test(text)) code = full;
  else if (/LEVEL_LOCKED/.test(text)) code = 'profile-in-use';
  else if (/LEVEL_CORRUPTION|Corruption:/.test(text)) code = 'store-damaged';
  // LevelDB misses a file that it knows of, or finds it empty.
  else if (/IO error: .*(No such file|Invalid argument)/.test(text)) code = 'store-damaged';
  return new MiyuError(code, { cause: error });
}

export class LevelHandle {
  readonly #db: Level<Uint8Array, Uint8Array>;
  readonly #full: FullCode;

  private constructor(db: Level<Uint8Array, Uint8Array>, full: FullCode) {
    this.#db = db;
    this.#full = full;
  }

  /** @throws MiyuError 'store-damaged' | 'profile-in-use' | 'store-failed' | the code for a full disk */
  static async open(folder: string, full: FullCode, cacheBytes: number): Promise<LevelHandle> {
    const db = new Level<Uint8Array, Uint8Array>(folder, {
      keyEncoding: 'view',
      valueEncoding: 'view',
      // What is stored is sealed, here or by the peers: it cannot be compressed.
      compression: false,
      cacheSize: cacheBytes,
      writeBufferSize: WRITE_BUFFER_BYTES,
    });
    try {
      await db.open();
    } catch (error) {
      throw storageError(error, full);
    }
    return new LevelHandle(db, full);
  }

  #error(error: unknown): MiyuError {
    return this.#db.status === 'open'
      ? storageError(error, this.#full)
      : new MiyuError('store-failed', { cause: error, retryAfterMs: 250 });
  }

  /** @throws MiyuError 'store-damaged' | 'store-failed' */
  get(key: Uint8Array): Uint8Array | undefined {
    try {
      return this.#db.getSync(key);
    } catch (error) {
      throw this.#error(error);
    }
  }

  /** One atomic batch, on disk when the promise resolves. */
  async write(rows: Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array | undefined }>): Promise<void> {
    try {
      const batch = this.#db.batch();
      for (const { key, value } of rows) {
        if (value === undefined) batch.del(key);
        else batch.put(key, value);
      }
      await batch.write({ sync: true });
    } catch (error) {
      throw this.#error(error);
    }
  }

  /** Rows of a range as they are on disk at the moment of the call. */
  async rows(range: KeyRange): Promise<[Uint8Array, Uint8Array][]> {
    try {
      const iterator = this.#db.iterator({
        [range.lowerOpen ? 'gt' : 'gte']: range.lower,
        [range.upperOpen ? 'lt' : 'lte']: range.upper,
        reverse: range.reverse,
        limit: range.limit,
        highWaterMarkBytes: ITERATOR_BYTES,
      });
      return await iterator.all();
    } catch (error) {
      throw this.#error(error);
    }
  }

  /** Every key of the database in pages of bounded size. */
  async *keys(): AsyncGenerator<Uint8Array[]> {
    const iterator = this.#db.keys({ highWaterMarkBytes: ITERATOR_BYTES });
    try {
      for (;;) {
        const page = await iterator.nextv(4096);
        if (page.length === 0) return;
        yield page;
      }
    } catch (error) {
      throw this.#error(error);
    } finally {
      await iterator.close();
    }
  }

  /** The state of this moment for a long reading. `close` it. */
  snapshot(): LevelSnapshot {
    const snapshot = this.#db.snapshot();
    return {
      get: (key) => this.#db.getSync(key, { snapshot }),
      table: (table) =>
        this.#db.iterator({
          gte: Buffer.from([table]),
          lt: Buffer.from([table + 1]),
          snapshot,
          fillCache: false,
          highWaterMarkBytes: ITERATOR_BYTES,
        }),
      close: () => snapshot.close(),
    };
  }

  /**
   * Closes and opens again: after a failed write nothing else makes LevelDB write once more. First it is tried whether
   * there is room, so that a full disk does not cost the reads as well.
   */
  async reopen(): Promise<void> {
    try {
      if (this.#db.status === 'open') {
        await this.#probe();
        await this.#db.close();
      }
      await this.#db.open({ createIfMissing: false });
    } catch (error) {
      throw storageError(error, this.#full);
    }
  }

  async #probe(): Promise<void> {
    const path = join(this.#db.location, '..', 'probe');
    try {
      const handle = await open(path, 'w', 0o600);
      try {
        const block = Buffer.alloc(256 * 1024, 1);
        for (let written = 0; written < PROBE_BYTES; written += block.length) await handle.write(block);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } finally {
      await rm(path, { force: true });
    }
  }

  async close(): Promise<void> {
    await this.#db.close();
  }
}

export interface LevelSnapshot {
  get(key: Uint8Array): Uint8Array | undefined;
  /** Rows of a table; `nextv` pages them. */
  table(table: number): {
    nextv(size: number): Promise<[Uint8Array, Uint8Array][]>;
    close(): Promise<void>;
  };
  close(): Promise<void>;
}

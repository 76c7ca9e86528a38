/**
 * The number of the newest batch, in a file beside the database. A database log that lost its end opens cleanly, as an older
 * but consistent store: only something outside of it can tell.
 *
 * It is written soon after a batch is on disk, without a sync of its own. So it is never ahead of what is on disk; after a crash or a
 * power cut it may be behind, which says less but nothing wrong.
 * Two slots take turns, each with a checksum: a torn write leaves the other.
 */
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { syncFolder } from './atomic-file.ts';
import { dirname } from 'node:path';

/** A slot is u64 BE ‖ CRC-32 of it; each begins a 512-byte sector, so that one torn sector cannot take both. */
const SLOT_STRIDE = 512;
const SLOT_BYTES = 12;

export class Anchor {
  readonly #file: number;
  readonly #slot = Buffer.alloc(SLOT_BYTES);
  #turn = 0;

  private constructor(file: number) {
    this.#file = file;
  }

  /**
   * @returns the anchor and the number that it held: 0 for a new file, undefined where it cannot be read
   */
  static async open(path: string): Promise<{ anchor: Anchor; batch: bigint | undefined }> {
    let file: number;
    try {
      file = openSync(path, 'r+');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      const anchor = new Anchor(openSync(path, 'wx+', 0o600));
      anchor.write(0n);
      anchor.write(0n);
      fsyncSync(anchor.#file);
      await syncFolder(dirname(path));
      return { anchor, batch: 0n };
    }
    const anchor = new Anchor(file);
    const numbers = [anchor.#read(0), anchor.#read(1)].filter((number) => number !== undefined);
    return {
      anchor,
      batch: numbers.reduce<bigint | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined),
    };
  }

  #read(turn: number): bigint | undefined {
    const slot = Buffer.alloc(SLOT_BYTES);
    const read = readSync(this.#file, slot, 0, SLOT_BYTES, turn * SLOT_STRIDE);
    if (read !== SLOT_BYTES || slot.readUInt32BE(8) !== crc32(slot.subarray(0, 8))) return undefined;
    return slot.readBigUInt64BE(0);
  }

  /** Never throws: the batch is on disk already, and an anchor that stays behind says nothing wrong. */
  write(batch: bigint): void {
    this.#slot.writeBigUInt64BE(batch, 0);
    this.#slot.writeUInt32BE(crc32(this.#slot.subarray(0, 8)), 8);
    try {
      writeSync(this.#file, this.#slot, 0, SLOT_BYTES, this.#turn * SLOT_STRIDE);
      this.#turn = 1 - this.#turn;
    } catch {
      // The next batch's write says it anew.
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

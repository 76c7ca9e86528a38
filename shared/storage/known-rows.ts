/**
 * The rows that were read or overwritten last, as they are on disk. Counters and states of conversations change with every
 * batch: with them at hand, a change needs neither their reading nor the hash of what it replaces.
 */

export interface KnownRow {
  /** Undefined: there is none. Not to be changed. */
  readonly stored: Uint8Array | undefined;
  /** Of key and `stored`, where it has been computed. */
  readonly hash: Uint8Array | undefined;
}

/** Of each of two generations: the rows of some thousand conversations. */
const GENERATION_BYTES = 1024 * 1024;
/** Bigger rows are seldom changed, and would push many others out. */
const MAX_ROW_BYTES = 16 * 1024;
/** What an entry costs besides its bytes. */
const ENTRY_BYTES = 256;

export class KnownRows {
  /** What was used since the generations changed; it becomes the old one when it is full, and the old one is forgotten. */
  #young = new Map<string, KnownRow>();
  #old = new Map<string, KnownRow>();
  #youngBytes = 0;

  get(name: string): KnownRow | undefined {
    const row = this.#young.get(name);
    if (row !== undefined) return row;
    const older = this.#old.get(name);
    if (older !== undefined) this.set(name, older);
    return older;
  }

  set(name: string, row: KnownRow): void {
    const bytes = row.stored?.length ?? 0;
    if (bytes > MAX_ROW_BYTES) {
      this.delete(name);
      return;
    }
    this.#young.set(name, row);
    this.#youngBytes += ENTRY_BYTES + name.length + bytes;
    if (this.#youngBytes <= GENERATION_BYTES) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#youngBytes = 0;
  }

  delete(name: string): void {
    this.#young.delete(name);
    this.#old.delete(name);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#youngBytes = 0;
  }
}

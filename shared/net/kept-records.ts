/**
 * Where a peer keeps address records for others: a few of each friend, and of all together no more than a megabyte or two, in memory, for
 * two days. Who has brought many loses the oldest of them before anybody loses the only one.
 */
import { Key } from 'interface-datastore/key';
import type { Clock } from '../clock.ts';
import { BoundedDatastore } from './bounded-datastore.ts';
import { bringer } from './kad-components.ts';

/** A friend publishes one a day, and brings what is newer of others when it has looked for them. */
export const MAX_RECORDS_EACH = 32;
/** Two days of 250 friends. A record is at most 2.3 KiB and costs another KiB: 1.7 MiB at the worst. */
export const MAX_RECORDS = 512;
/** A record lies at another key each day, and readers look at two. */
const LIFETIME_MS = 48 * 60 * 60_000;
/** Key twice, a value of 2 KiB and a date. */
const MAX_ENTRY_BYTES = 2_560;
const SELF = '';

interface Kept {
  readonly by: string;
  readonly at: number;
}

export class KeptRecords extends BoundedDatastore {
  readonly #clock: Clock;
  readonly #onBrought: (by: string) => void;
  /** The one that was put longest ago first. */
  readonly #kept = new Map<string, Kept>();

  /** @param onBrought told of each record that somebody else has put, with the PeerId as text */
  constructor(clock: Clock, onBrought: (by: string) => void = () => undefined) {
    super({
      ...{ maxEntries: MAX_RECORDS + 1, maxBytes: (MAX_RECORDS + 1) * 2 * MAX_ENTRY_BYTES },
      ...{ maxEntryBytes: MAX_ENTRY_BYTES, refused: '/dht/provider' },
    });
    this.#clock = clock;
    this.#onBrought = onBrought;
  }

  /** @throws MiyuError 'record-invalid' as BoundedDatastore; the one before it stays */
  override put(key: Key, value: Uint8Array): Key {
    super.put(key, value);
    const by = bringer() ?? SELF;
    const text = key.toString();
    this.#kept.delete(text);
    this.#kept.set(text, { by, at: this.#clock.wall() });
    this.#expire();
    const counts = this.#counts();
    if ((counts.get(by) ?? 0) > MAX_RECORDS_EACH) this.#dropOldestOf(by);
    else if (this.#kept.size > MAX_RECORDS) this.#dropOldestOf(mostOf(counts));
    if (by !== SELF) this.#onBrought(by);
    return key;
  }

  override delete(key: Key): void {
    this.#kept.delete(key.toString());
    super.delete(key);
  }

  #expire(): void {
    const now = this.#clock.wall();
    for (const [text, { at }] of this.#kept) {
      if (now - at < LIFETIME_MS) break;
      this.#drop(text);
    }
  }

  #counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { by } of this.#kept.values()) counts.set(by, (counts.get(by) ?? 0) + 1);
    return counts;
  }

  #dropOldestOf(by: string): void {
    for (const [text, kept] of this.#kept) {
      if (kept.by !== by) continue;
      this.#drop(text);
      return;
    }
  }

  #drop(text: string): void {
    this.#kept.delete(text);
    super.delete(new Key(text, false));
  }
}

function mostOf(counts: ReadonlyMap<string, number>): string {
  let [most, count] = [SELF, 0];
  for (const [by, has] of counts) if (has > count) [most, count] = [by, has];
  return most;
}

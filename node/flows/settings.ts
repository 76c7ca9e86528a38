/** The person's settings: read once as the profile opens, on disk before anybody hears of a change. */
import {
  LOST_SETTINGS,
  decodeSettings,
  encodeSettings,
  isLost,
  personalSettings,
  settingsIn,
  withSettings,
  type Document,
  type Settings,
  type SettingsChange,
} from '../core/settings.ts';
import { utf8 } from '../../shared/crypto/hash.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Op, PeerStore } from './ports.ts';
import { readable } from './readable-rows.ts';

/** Of the table of the profile's own state: a group of its own, with one row. */
const GROUP = utf8('settings');
const SEQ = 1n;

export const settingsOp = (document: Document): Op => ({
  ...{ op: 'put', table: 'profile', id: GROUP, seq: SEQ },
  value: encodeSettings(document),
});

/**
 * Before rows that cannot be read are taken out, and this one with them, as if nobody had ever set anything: it becomes one that says
 * that it was lost.
 */
export async function keepLostSettings(store: PeerStore): Promise<void> {
  const isThere = store.sequences('profile', GROUP, { limit: 1 }).length > 0;
  const row = isThere ? readable(store, 'profile', GROUP, SEQ) : undefined;
  if (isThere && (row === undefined || decodeSettings(row) === LOST_SETTINGS))
    await store.commit([settingsOp(LOST_SETTINGS)]);
}

export class OwnSettings {
  readonly #store: PeerStore;
  readonly #changed: () => void;
  #document: Document;
  /** Changes run one after another: each is made of what the one before left. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param changed what `faults` says may have changed */
  constructor(store: PeerStore, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
    const row = readable(store, 'profile', GROUP, SEQ);
    this.#document = row === undefined ? {} : decodeSettings(row);
  }

  /** What the person should hear: that what they had set is gone, until they have chosen anew. */
  faults(): readonly ErrorCode[] {
    return isLost(this.#document) ? ['settings-lost'] : [];
  }

  /** Written again where the disk has spoilt it since: what is known here is as it should be. */
  keep(): Promise<void> {
    const done = this.#turn.then(async () => {
      if (Object.keys(this.#document).length === 0) return;
      if (readable(this.#store, 'profile', GROUP, SEQ) === undefined)
        await this.#store.commit([settingsOp(this.#document)]);
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** What goes along to another machine. */
  get personal(): Document {
    return personalSettings(this.#document);
  }

  get value(): Settings {
    return settingsIn(this.#document);
  }

  /** On disk when it resolves. @throws MiyuError as the store's commit; then nothing has changed */
  set(change: SettingsChange): Promise<Settings> {
    const done = this.#turn.then(async () => {
      const next = withSettings(this.#document, change);
      await this.#store.commit([settingsOp(next)]);
      const wasLost = isLost(this.#document);
      this.#document = next;
      if (wasLost !== isLost(next)) this.#changed();
      return this.value;
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

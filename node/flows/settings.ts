/** The person's settings: read once as the profile opens, on disk before anybody hears of a change. */
import {
  decodeSettings,
  encodeSettings,
  settingsIn,
  withSettings,
  type Settings,
  type SettingsChange,
} from '../core/settings.ts';
import { utf8 } from '../../shared/crypto/hash.ts';
import type { PeerStore } from './ports.ts';
import { readable } from './readable-rows.ts';

/** Of the table of the profile's own state: a group of its own, with one row. */
const GROUP = utf8('settings');
const SEQ = 1n;

export class OwnSettings {
  readonly #store: PeerStore;
  #document: ReturnType<typeof decodeSettings>;
  /** Changes run one after another: each is made of what the one before left. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: PeerStore) {
    this.#store = store;
    this.#document = decodeSettings(readable(store, 'profile', GROUP, SEQ) ?? new Uint8Array(0));
  }

  get value(): Settings {
    return settingsIn(this.#document);
  }

  /** On disk when it resolves. @throws MiyuError as the store's commit; then nothing has changed */
  set(change: SettingsChange): Promise<Settings> {
    const done = this.#turn.then(async () => {
      const next = withSettings(this.#document, change);
      await this.#store.commit([{ op: 'put', table: 'profile', id: GROUP, seq: SEQ, value: encodeSettings(next) }]);
      this.#document = next;
      return this.value;
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

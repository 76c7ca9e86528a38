/**
 * The unlocked account: what the vault says, and its changes, written one after another. A change is in force once it is on
 * disk, so that nothing is ever done with a certificate or key that a crash would forget.
 */
import type { PinnedFriend, VaultContent } from '../core/generated/vault.js';
import { makeCertificate } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import type { Log } from '../../shared/log.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import type { Own } from './context.ts';
import { decodeVault, encodeVault, ownOf, type VaultFile } from './vault-content.ts';

/** A failed rewrite of the pins is tried again after this time (the disk may have room by then). */
const PIN_RETRY_MS = 30_000;

export class Account {
  readonly #file: VaultFile;
  readonly #log: Log;
  #content: VaultContent;
  #own: Own;
  #writes: Promise<void> = Promise.resolve();
  /** Pins that wait to be written; a function, so that many changes cost one snapshot. */
  #pins: (() => readonly PinnedFriend[]) | undefined;
  #pinTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(file: VaultFile, log: Log) {
    this.#file = file;
    this.#log = log;
    this.#content = decodeVault(file.read());
    this.#own = ownOf(this.#content);
  }

  get content(): Readonly<VaultContent> {
    return this.#content;
  }

  own(): Own {
    return this.#own;
  }

  /** Changes the vault; resolves when it is on disk. Changes are applied in the order of the calls. */
  update(change: (content: VaultContent) => VaultContent): Promise<void> {
    const written = this.#writes.then(async () => {
      const pins = this.#pins;
      this.#pins = undefined;
      let next = change(this.#content);
      if (pins !== undefined) next = { ...next, friends: [...pins()] };
      const bytes = encodeVault(next);
      // Pins are offered at every change of a contact, most of which they do not show.
      if (equalBytes(bytes, this.#file.read())) return;
      try {
        await this.#file.write(bytes);
      } catch (error) {
        this.#pins ??= pins;
        throw error;
      }
      this.#content = next;
      this.#own = ownOf(next, this.#own.identity);
    });
    this.#writes = written.catch(() => undefined);
    return written;
  }

  /**
   * A new password; the vault has both the change and the password, or neither.
   * @throws MiyuError (rejects) 'password-wrong', and as `update`
   */
  changePassword(current: string, next: string, change: (content: VaultContent) => VaultContent): Promise<void> {
    const written = this.#writes.then(async () => {
      const content = change(this.#content);
      await this.#file.changePassword(current, next, encodeVault(content));
      this.#content = content;
    });
    this.#writes = written.catch(() => undefined);
    return written;
  }

  /** A certificate for this device with this epoch, from now on ours. On disk when it resolves: shown to nobody before. */
  async takeEpoch(epoch: bigint): Promise<void> {
    const { identity, account, device } = this.#own;
    const certificate = Signed.encode(makeCertificate(identity, account, device, epoch));
    await this.update((content) => ({ ...content, epoch, certificate }));
  }

  /** The pinned friends have changed: rewritten soon, many changes at once. */
  pin(friends: () => readonly PinnedFriend[]): void {
    const scheduled = this.#pins !== undefined;
    this.#pins = friends;
    if (!scheduled) this.#writePins();
  }

  #writePins(): void {
    if (this.#closed) return;
    this.update((content) => content).catch((error: unknown) => {
      this.#log.info('vault-write-failed', { code: error instanceof MiyuError ? error.code : 'internal' });
      clearTimeout(this.#pinTimer);
      this.#pinTimer = setTimeout(() => this.#writePins(), PIN_RETRY_MS);
      this.#pinTimer.unref();
    });
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#pinTimer);
    await this.#writes;
  }
}

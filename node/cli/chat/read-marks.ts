/** Tells the peer what was read in the open chat: one call at a time, the newest with it. */
import type { Message } from '../../api/contract-views.ts';
import type { Scene } from './scene.ts';

export class ReadMarks {
  readonly #scene: Scene;
  #marking = false;
  #upTo = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Another chat is open: nothing of it was read yet. */
  opened(): void {
    this.#upTo = 0;
  }

  /** These were shown in the open chat. */
  seen(messages: readonly Message[]): void {
    const received = messages.filter(({ direction }) => direction === 'in');
    this.#upTo = Math.max(this.#upTo, ...received.map(({ position }) => position));
    if (received.length > 0 && !this.#marking) void this.#mark();
  }

  async #mark(): Promise<void> {
    this.#marking = true;
    try {
      for (let told = ''; ;) {
        const { open, client } = this.#scene;
        const upTo = this.#upTo;
        // Meanwhile another chat may be open, or more may have been read.
        if (open === undefined || client === undefined || upTo === 0 || told === `${open.account} ${upTo}`) return;
        told = `${open.account} ${upTo}`;
        await client.call('history.read', { with: open.account, upTo });
      }
    } catch {
      // The next message marks this one with it.
    } finally {
      this.#marking = false;
    }
  }
}

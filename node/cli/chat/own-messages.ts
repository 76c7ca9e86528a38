/** Own messages of this chat: what they say, where they stand, and which of them were typed here. The newest are remembered. */
import type { Message } from '../../api/contract-views.ts';
import { preview } from '../terminal-text.ts';

/** Own messages whose later states are told by their text; older ones by number alone. */
const MAX_REMEMBERED = 500;

interface Remembered {
  readonly account: string;
  readonly position: number;
  readonly text: string;
  readonly typedHere: boolean;
}

export class OwnMessages {
  readonly #byId = new Map<string, Remembered>();

  remember(account: string, { messageId, position, text }: Message, typedHere: boolean): void {
    this.#byId.set(messageId, { account, position, text: preview(text), typedHere });
    const oldest = this.#byId.keys().next().value;
    if (this.#byId.size > MAX_REMEMBERED && oldest !== undefined) this.#byId.delete(oldest);
  }

  wasTypedHere({ messageId }: Message): boolean {
    return this.#byId.get(messageId)?.typedHere === true;
  }

  /** Texts of those between two positions of the chat with this account, both included. */
  between(account: string, from: number, to: number): string[] {
    const all = [...this.#byId.values()];
    return all
      .filter((own) => own.account === account && from <= own.position && own.position <= to)
      .map((own) => own.text);
  }
}

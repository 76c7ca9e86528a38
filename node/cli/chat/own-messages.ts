/** What was done in this chat: own messages, what they say and where they stand, and what was deleted. The newest are remembered. */
import type { Message } from '../../api/contract-views.ts';
import { preview } from '../terminal-text.ts';

/** Own messages whose later states are told by their text; older ones by number alone. As many deletions. */
const MAX_REMEMBERED = 500;

interface Remembered {
  readonly account: string;
  readonly position: number;
  readonly text: string;
  readonly typedHere: boolean;
}

export class OwnMessages {
  readonly #byId = new Map<string, Remembered>();
  readonly #deleted = new Set<string>();

  remember(account: string, { messageId, position, text }: Message, typedHere: boolean): void {
    this.#byId.set(messageId, { account, position, text: preview(text), typedHere });
    const oldest = this.#byId.keys().next().value;
    if (this.#byId.size > MAX_REMEMBERED && oldest !== undefined) this.#byId.delete(oldest);
  }

  wasTypedHere({ messageId }: Message): boolean {
    return this.#byId.get(messageId)?.typedHere === true;
  }

  /** A message is about to be deleted by a command of this chat, which tells of it itself. */
  rememberDeletion(account: string, position: number): void {
    this.#deleted.add(`${account} ${position}`);
    const oldest = this.#deleted.values().next().value;
    if (this.#deleted.size > MAX_REMEMBERED && oldest !== undefined) this.#deleted.delete(oldest);
  }

  wasDeletedHere(account: string, position: number): boolean {
    return this.#deleted.has(`${account} ${position}`);
  }

  /** Texts of those between two positions of the chat with this account, both included. */
  between(account: string, from: number, to: number): string[] {
    const all = [...this.#byId.values()];
    return all
      .filter((own) => own.account === account && from <= own.position && own.position <= to)
      .map((own) => own.text);
  }
}

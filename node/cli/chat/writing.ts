/** What stands in the input line and is not sent: the friend is told of it, and it is kept as a draft. */
import type { ApiClient } from '../../api/client.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { safeLine } from '../terminal-text.ts';
import { Drafts, isCommand, takeUp, textIn } from './drafts.ts';
import type { Scene } from './scene.ts';
import type { Screen } from './screen.ts';
import { OwnTyping } from './typing.ts';
import type { Voice } from './voice.ts';

export interface WritingParts {
  readonly scene: Scene;
  readonly screen: () => Screen;
  readonly voice: () => Voice;
  /** The connection, as soon as there is one. */
  readonly client: () => Promise<ApiClient>;
}

export class Writing {
  readonly #parts: WritingParts;
  readonly #drafts: Drafts;
  readonly #typing: OwnTyping;
  /** Lines that were entered and go on in the next one. */
  #begun = '';

  constructor(parts: WritingParts) {
    this.#parts = parts;
    const { scene } = parts;
    this.#drafts = new Drafts(async (account, text) => {
      if (scene.client === undefined) throw new MiyuError('link-closed');
      await scene.client.call('draft.set', { with: account, text });
    });
    this.#typing = new OwnTyping((to, active) => {
      // Nobody waits for it, and whether anybody hears it is the peer's affair.
      scene.client?.call('typing', { to, active }).catch(() => undefined);
    });
  }

  get begun(): string {
    return this.#begun;
  }

  begin(begun: string): void {
    this.#begun = begun;
    this.#drafts.begin(begun);
  }

  /** This stands in the input line now. */
  typed(line: string): void {
    this.#drafts.typed(line);
    const { open } = this.#parts.scene;
    const mayWrite = open?.relation === 'friend' && !open.blocked;
    this.#typing.set(mayWrite && line.trim() !== '' && this.#isText(line) ? open.account : undefined);
  }

  entered(): void {
    this.#drafts.entered();
    this.#typing.set(undefined);
  }

  /** Ctrl-C took this out of the input line. */
  async setAside(line: string): Promise<void> {
    this.#typing.set(undefined);
    const isText = this.#isText(line);
    const text = this.#begun === '' ? textIn(line) : this.#begun + line;
    this.#begun = '';
    if (isText && text.trim() !== '') await this.keep(text);
  }

  /** A text that was not sent becomes the draft of the open chat, unless something else is typed there already. */
  async keep(text: string): Promise<void> {
    const { scene, voice } = this.#parts;
    if (scene.open === undefined || !(await this.#drafts.keep(text))) return;
    voice().tell(voice().say('setAside'));
  }

  sent(): void {
    this.#drafts.sent();
  }

  /** The open chat is left: what was typed for it is kept. */
  async leave(): Promise<void> {
    this.#typing.set(undefined);
    await this.#drafts.open(undefined);
    this.#begun = '';
  }

  /** This person's chat is open now, and what was written for it stands in the line again. */
  async enter(account: string): Promise<void> {
    await this.#drafts.open(account);
    await this.takeUp();
  }

  /** Puts the draft of the open chat into the input line, where that is empty. Says whether there is one that stands there now. */
  async takeUp(): Promise<boolean> {
    const { scene, screen, voice, client } = this.#parts;
    const { open } = scene;
    if (open === undefined || !screen().interactive) return false;
    const { text } = await (await client()).call('draft.get', { with: open.account });
    if (text === '') return false;
    const taken = takeUp(text);
    if (taken === undefined) {
      voice().tell(voice().say('draftUnfit', { name: safeLine(open.name) }));
      return false;
    }
    if (!screen().fill(taken.line)) return false;
    if (taken.begun !== '') voice().begun(taken.begun);
    this.#begun = taken.begun;
    this.#drafts.took(taken);
    return true;
  }

  /** The first line of a text may be a command; what follows it may not. */
  #isText(line: string): boolean {
    return this.#begun !== '' || !isCommand(line);
  }
}

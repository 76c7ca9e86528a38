/** What a person does in the page, with its own words: fills fields, presses buttons, and looks. */
import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../shared/language.ts';
import { pageSay } from './words.ts';
import type { PageWord } from './words.ts';

type Blanks = Readonly<Record<string, string>>;
export type Room = 'chats' | 'friends' | 'requests' | 'settings';

export class Hand {
  readonly page: Page;
  readonly language: Language;
  /** Between two keys; 0: all at once. */
  readonly #keyMs: number;

  constructor(page: Page, language: Language, keyMs = 0) {
    this.page = page;
    this.language = language;
    this.#keyMs = keyMs;
  }

  say(word: PageWord, blanks: Blanks = {}): string {
    return pageSay(this.language, word, blanks);
  }

  field(word: PageWord): Locator {
    return this.page.getByLabel(this.say(word), { exact: true });
  }

  button(word: PageWord, blanks: Blanks = {}): Locator {
    return this.page.getByRole('button', { name: this.say(word, blanks), exact: true });
  }

  /** Above the list; an empty one has its own beside it. */
  get addFriend(): Locator {
    return this.button('actions.addFriend').first();
  }

  entry(word: PageWord, blanks: Blanks = {}): Locator {
    return this.page.getByRole('menuitem', { name: this.say(word, blanks), exact: true });
  }

  heading(word: PageWord, blanks: Blanks = {}): Locator {
    return this.page.getByRole('heading', { name: this.say(word, blanks), exact: true });
  }

  row(friend: string): Locator {
    return this.page.locator('[data-row]', { hasText: friend });
  }

  bubble(text: string): Locator {
    return this.page.locator('[role=listitem]', { hasText: text });
  }

  composer(friend: string): Locator {
    return this.page.getByRole('textbox', { name: this.say('composer.label', { name: friend }), exact: true });
  }

  async type(field: Locator, text: string): Promise<void> {
    if (this.#keyMs === 0) await field.fill(text);
    else await field.pressSequentially(text, { delay: this.#keyMs });
  }

  /** The page of its own for a new account is done, and so is the lock: the rooms are there. */
  async isIn(): Promise<void> {
    await this.#rail.waitFor();
  }

  async register(name: string, password: string): Promise<void> {
    await this.type(this.field('form.name'), name);
    await this.type(this.field('form.password'), password);
    await this.type(this.field('form.repeat'), password);
    await this.button('register.submit').click();
    await this.isIn();
  }

  async unlock(password: string): Promise<void> {
    await this.type(this.field('form.password'), password);
    await this.button('unlock.submit').click();
    await this.isIn();
  }

  async enter(room: Room): Promise<void> {
    await this.#rail.getByRole('button', { name: this.say(`nav.${room}`) }).click();
  }

  async ask(friend: string, greeting: string): Promise<void> {
    await this.enter('chats');
    await this.addFriend.click();
    await this.type(this.field('add.who'), friend);
    await this.type(this.page.getByRole('textbox', { name: this.say('add.greeting') }), greeting);
    await this.button('add.submit').click();
    await this.page.getByText(this.say('add.requested', { name: friend })).waitFor();
  }

  /** Reads the greeting, and says yes. */
  async accept(friend: string, greeting: string): Promise<void> {
    await this.enter('requests');
    await this.page.getByText(greeting).waitFor();
    await this.page.getByRole('button', { name: `${this.say('requests.accept')}: ${friend}`, exact: true }).click();
    await this.enter('chats');
    await this.row(friend).waitFor();
  }

  async openChat(friend: string): Promise<void> {
    if (await this.composer(friend).isVisible()) return;
    await this.enter('chats');
    await this.row(friend).click();
    await this.composer(friend).waitFor();
  }

  async write(friend: string, text: string): Promise<void> {
    await this.openChat(friend);
    await this.type(this.composer(friend), text);
    await this.composer(friend).press('Enter');
  }

  async sees(friend: string, presence: 'online' | 'away'): Promise<void> {
    const words = this.say(presence === 'online' ? 'chats.online' : 'chats.away');
    await this.row(friend).getByText(words, { exact: true }).waitFor({ state: 'attached' });
  }

  /** @throws where the chat does not show each text once, and in this order */
  async reads(friend: string, texts: readonly string[]): Promise<void> {
    await this.openChat(friend);
    for (const text of texts) await this.bubble(text).first().waitFor();
    const shown = await this.page.locator('[role=listitem]').allInnerTexts();
    const found = shown.flatMap((bubble) => texts.filter((text) => bubble.includes(text)));
    if (JSON.stringify(found) !== JSON.stringify(texts)) {
      throw new Error(`the chat with ${friend} shows ${JSON.stringify(found)}, expected ${JSON.stringify(texts)}`);
    }
  }

  /** The peer is away, and the page says so. */
  async isAlone(): Promise<void> {
    await this.page.getByText(this.say('connection.broken')).waitFor();
  }

  get #rail(): Locator {
    return this.page.getByRole('navigation', { name: this.say('nav.label'), exact: true });
  }
}

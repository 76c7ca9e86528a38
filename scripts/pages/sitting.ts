/** A sitting: every picture that is wanted, of a newcomer first and then of somebody who has friends, in each look. */
import { Hand } from './hand.ts';
import { AWAY, CHAT, OWN, PEOPLE, SMALL, UNREAD } from './main-shots.ts';
import { BEFORE, CLOSED, FIRST_DAY, LOCKED, NEWCOMER, TAKEN_OVER } from './newcomer-shots.ts';
import type { Person } from './person.ts';
import { PASSWORD, SELF, makeMainWorld } from './shot-world.ts';
import type { MainWorld } from './shot-world.ts';
import { PLACE_SCRIPT, shot, takeShot } from './shot.ts';
import type { Accounts, Shot, Sitter } from './shot.ts';
import type { Look, Windows } from './windows.ts';
import type { World } from './world.ts';

const OF_NEWCOMER = [CLOSED, BEFORE, FIRST_DAY, LOCKED, TAKEN_OVER].flat();

const TYPING_MS = 500;

/** Bob types, seen from the other side. */
const typing = (bob: Person): Shot =>
  shot(
    'chat-typing',
    ({ bob: account }) => ({ room: 'chats', account: account! }),
    async (hand) => {
      await hand.composer('bob').waitFor();
      // It is of the moment, and told every three seconds at most: until the page has heard it once.
      const again = setInterval(() => {
        bob.api.call('typing', { to: SELF, active: true }).catch(() => undefined);
      }, TYPING_MS);
      try {
        await hand.page.locator('header').getByText(hand.say('chats.typing')).waitFor();
      } finally {
        clearInterval(again);
      }
    },
  );

const UNREAD_TEXTS = ['Are you there?', 'Bring the umbrella, it looks like rain.'];

/** Where nobody reads. */
const ELSEWHERE = shot(
  '',
  () => ({ room: 'settings' }),
  (hand) => hand.heading('nav.settings').waitFor(),
);

/** The same chat as bob sees it. */
export const OTHER_SIDE = shot(
  'chat-other-side',
  (accounts) => ({ room: 'chats', account: accounts[SELF]! }),
  (hand) => hand.composer(SELF).waitFor(),
);

const MAIN_NAMES = [...[CHAT, PEOPLE, OWN, SMALL, UNREAD, AWAY].flat().map(({ name }) => name), 'chat-typing'];
/** Of every picture, in the order in which they are taken. */
export const SHOT_NAMES: readonly string[] = [...OF_NEWCOMER.map(({ name }) => name), ...MAIN_NAMES, OTHER_SIDE.name];

export interface SittingOptions {
  readonly windows: Windows;
  readonly world: World;
  readonly looks: readonly Look[];
  readonly wants: (name: string) => boolean;
  readonly keep: (name: string, look: Look, png: Buffer) => Promise<void>;
  /** With what the page showed when it was given up, where it showed anything. */
  readonly failed: (name: string, look: Look, reason: string, png: Buffer | undefined) => Promise<void>;
  /** Something that takes a while is done. */
  readonly onStep: () => void;
}

export class Sitting {
  readonly #options: SittingOptions;

  constructor(options: SittingOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { world, wants } = this.#options;
    await world.startServer();
    if (this.#wantsAny(OF_NEWCOMER)) await this.#newcomer();
    if ([...MAIN_NAMES, OTHER_SIDE.name].some(wants)) await this.#main();
  }

  async #newcomer(): Promise<void> {
    const { world, looks, onStep } = this.#options;
    const person = world.person(NEWCOMER);
    await person.arrive();
    const { origin } = new URL(await person.link());
    const strangers = await this.#open(looks, () => Promise.resolve(`${origin}/`));
    await this.#take(CLOSED, strangers);
    const sitters = await this.#open(looks, () => person.link());
    await this.#take(BEFORE, sitters);
    if (!this.#wantsAny([FIRST_DAY, LOCKED, TAKEN_OVER].flat())) return;

    await person.api.call('register', { name: NEWCOMER, password: PASSWORD });
    onStep();
    await this.#take(FIRST_DAY, sitters);
    await person.leave();
    await person.arrive();
    onStep();
    await this.#take(LOCKED, sitters);
    if (this.#wantsAny(TAKEN_OVER)) await this.#takeOver(person, sitters);
    await person.leave();
    for (const { hand } of [...strangers, ...sitters]) await hand.page.context().close();
  }

  /** The same account signs in on another machine. */
  async #takeOver(person: Person, sitters: readonly Sitter[]): Promise<void> {
    const { world, onStep } = this.#options;
    await person.api.call('login', { password: PASSWORD });
    const filePassword = 'willow bark 17 river';
    const { file } = await person.api.call('key.export', { password: PASSWORD, filePassword });
    const elsewhere = world.person(NEWCOMER, 'elsewhere');
    await elsewhere.arrive();
    await elsewhere.api.call('key.import', { file, filePassword, password: PASSWORD });
    onStep();
    await person.isStartedAnew();
    await this.#take(TAKEN_OVER, sitters);
    await elsewhere.leave();
  }

  async #main(): Promise<void> {
    const { world, looks, onStep } = this.#options;
    const main = await makeMainWorld(world, onStep);
    const { self, bob, accounts } = main;
    const sitters = await this.#open(looks, () => self.link());
    await this.#take([...CHAT, typing(bob), ...PEOPLE, ...OWN, ...SMALL], sitters, accounts);
    const { friends } = await bob.api.call('friends.list');
    const theirs = Object.fromEntries(friends.map(({ name, account }) => [name, account]));
    if (this.#wantsAny([OTHER_SIDE])) {
      await this.#take([OTHER_SIDE], await this.#open(looks, () => bob.link()), theirs);
    }
    for (const sitter of sitters) {
      if (!this.#wantsAny(UNREAD)) break;
      // Each look sees them first: a chat that is open in the other one is read there.
      for (const { hand } of sitters) await takeShot(ELSEWHERE, hand, accounts);
      await this.#becomeUnread(main);
      await this.#take(UNREAD, [sitter], accounts);
    }
    if (!this.#wantsAny(AWAY)) return;
    const opening = shot(
      '',
      ({ bob: account }) => ({ room: 'chats', account: account! }),
      (hand) => hand.composer('bob').waitFor(),
    );
    for (const { hand } of sitters) await takeShot(opening, hand, accounts);
    await self.leave();
    onStep();
    await this.#take(AWAY, sitters, accounts);
  }

  /** Two messages of bob that nobody has seen. */
  async #becomeUnread({ self, bob }: MainWorld): Promise<void> {
    const { unread } = (await self.api.call('friends.list')).friends.find(({ name }) => name === 'bob') ?? {
      unread: 0,
    };
    for (let more = unread; more < 2; more += 1) await bob.api.call('send', { to: SELF, text: UNREAD_TEXTS[more]! });
    while (true) {
      const { friends } = await self.api.call('friends.list');
      if (friends.some(({ name, unread: now }) => name === 'bob' && now >= 2)) return;
      await self.next();
    }
  }

  async #open(looks: readonly Look[], link: () => Promise<string>): Promise<readonly Sitter[]> {
    const sitters: Sitter[] = [];
    for (const look of looks) {
      const page = await this.#options.windows.open(look);
      await page.addInitScript({ content: PLACE_SCRIPT });
      await page.goto(await link());
      // The code is used up when the page knows more than that it is starting: the next look takes the next one.
      await page.locator('h1').first().waitFor();
      sitters.push({ hand: new Hand(page, look.language), look });
    }
    return sitters;
  }

  /** One that cannot be taken is told, and the next one begins anew. */
  async #take(shots: readonly Shot[], sitters: readonly Sitter[], accounts: Accounts = {}): Promise<void> {
    const { wants, keep, failed } = this.#options;
    for (const one of shots) {
      if (!wants(one.name)) continue;
      for (const { hand, look } of sitters) {
        let png: Buffer;
        try {
          png = await takeShot(one, hand, accounts);
        } catch (error) {
          const shown = await hand.page.screenshot().catch(() => undefined);
          await failed(one.name, look, error instanceof Error ? error.message : String(error), shown);
          continue;
        }
        await keep(one.name, look, png);
      }
    }
  }

  #wantsAny(shots: readonly Shot[]): boolean {
    return shots.some(({ name }) => this.#options.wants(name));
  }
}

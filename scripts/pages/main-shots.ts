/** Pictures of the rooms, the chat and every dialog of somebody who has friends. */
import type { Hand } from './hand.ts';
import { shot } from './shot.ts';
import type { Accounts, Place, Shot } from './shot.ts';

const chats = (): Place => ({ room: 'chats' });
const friends = (): Place => ({ room: 'friends' });
const chatWith =
  (name: string) =>
  (accounts: Accounts): Place => ({ room: 'chats', account: accounts[name]! });
const friendOf =
  (name: string) =>
  (accounts: Accounts): Place => ({ room: 'friends', account: accounts[name]! });
const section = (name: string) => (): Place => ({ room: 'settings', section: name });

const ready = (name: string) => (hand: Hand) => hand.composer(name).waitFor();
const dialog = (hand: Hand) => hand.page.getByRole('dialog').waitFor();

/** The tools of a message, as a pointer over it shows them. */
async function hover(hand: Hand, text: string): Promise<void> {
  await ready('bob')(hand);
  await hand.bubble(text).last().hover();
  await hand.button('message.more').waitFor();
}

async function messageMenu(hand: Hand, text: string): Promise<void> {
  await hover(hand, text);
  await hand.button('message.more').click();
  await hand.entry('message.copy').waitFor();
}

/** Of texts of the chat (shot-world.ts); no other text quotes them. */
const OWN_TEXT = '图书馆门口';
const THEIR_TEXT = 'With pleasure';

/** Needs messages that were not read. */
export const UNREAD: readonly Shot[] = [
  shot('chats', chats, (hand) => hand.row('bob').locator('time').waitFor()),
  shot('chat-new-messages', chatWith('bob'), (hand) =>
    hand.page.getByText(hand.say('chat.newMessages'), { exact: true }).waitFor(),
  ),
];

export const CHAT: readonly Shot[] = [
  shot('chat', chatWith('bob'), ready('bob')),
  shot('chat-beginning', chatWith('bob'), async (hand) => {
    await ready('bob')(hand);
    await hand.page.getByRole('region', { name: hand.say('chat.messages', { name: 'bob' }) }).press('Home');
    await hand.page.getByText(hand.say('chat.beginning', { name: 'bob' })).scrollIntoViewIfNeeded();
  }),
  shot('chat-mailbox', chatWith('carol'), ready('carol')),
  shot('message-tools', chatWith('bob'), (hand) => hover(hand, THEIR_TEXT)),
  shot('message-menu', chatWith('bob'), (hand) => messageMenu(hand, OWN_TEXT)),
  shot('message-menu-theirs', chatWith('bob'), (hand) => messageMenu(hand, THEIR_TEXT)),
  shot('reactions', chatWith('bob'), async (hand) => {
    await hover(hand, THEIR_TEXT);
    await hand.button('message.react').click();
    await hand.button('message.moreReactions').waitFor();
  }),
  shot('message-delete', chatWith('bob'), async (hand) => {
    await messageMenu(hand, OWN_TEXT);
    await hand.entry('message.delete').click();
    await hand.button('message.deleteForBoth').waitFor();
  }),
  shot('composer-reply', chatWith('bob'), async (hand) => {
    await messageMenu(hand, THEIR_TEXT);
    await hand.entry('message.reply').click();
    await hand.page.getByText(hand.say('composer.replyingFriend', { name: 'bob' })).waitFor();
  }),
  shot('composer-edit', chatWith('bob'), async (hand) => {
    await messageMenu(hand, OWN_TEXT);
    await hand.entry('message.edit').click();
    await hand.page.getByText(hand.say('composer.editing')).waitFor();
  }),
  shot('emoji-picker', chatWith('bob'), async (hand) => {
    await hand.button('composer.emoji').click();
    await dialog(hand);
  }),
  shot('emoji-search', chatWith('bob'), async (hand) => {
    await hand.button('composer.emoji').click();
    await hand.field('emoji.search').fill('heart');
    await hand.page.getByRole('region', { name: hand.say('emoji.found') }).waitFor();
  }),
  shot('style-picker', chatWith('bob'), async (hand) => {
    await hand.button('composer.style').click();
    await dialog(hand);
  }),
  shot('chat-menu', chatWith('bob'), async (hand) => {
    await hand.button('chat.menu').click();
    await hand.entry('chats.hide').waitFor();
  }),
  shot('row-menu', chats, async (hand) => {
    await hand.row('bob').click({ button: 'right' });
    await hand.entry('chats.deleteHistory').waitFor();
  }),
  shot('history-delete', chatWith('bob'), async (hand) => {
    await hand.button('chat.menu').click();
    await hand.entry('chats.deleteHistory').click();
    await hand.button('chats.deleteIt').waitFor();
  }),
  shot('details', chatWith('bob'), async (hand) => {
    await hand.page
      .locator('header')
      .getByRole('button', { name: hand.say('chat.details', { name: 'bob' }) })
      .last()
      .click();
    await hand.page.getByText(hand.say('details.safetyNumber')).waitFor();
  }),
];

export const PEOPLE: readonly Shot[] = [
  shot('friends', friends, (hand) => hand.page.getByText(hand.say('friends.choose'), { exact: true }).waitFor()),
  shot(
    'friend-details',
    friendOf('bob'),
    (hand) => hand.page.getByText(hand.say('details.safetyNumber')).waitFor(),
    'high',
  ),
  shot('friend-blocked', friendOf('frank'), (hand) => hand.button('details.unblock').waitFor()),
  shot(
    'requests',
    () => ({ room: 'requests' }),
    (hand) => hand.page.getByText('dave', { exact: true }).waitFor(),
  ),
  shot('add-friend', chats, async (hand) => {
    await hand.addFriend.click();
    await hand.field('add.who').waitFor();
  }),
  shot('add-friend-found', chats, async (hand) => {
    await hand.addFriend.click();
    await hand.field('add.who').fill('bob');
    await hand.button('add.find').click();
    await hand.page.getByText(hand.say('add.relationFriend')).waitFor();
  }),
  shot('add-friend-nobody', chats, async (hand) => {
    await hand.addFriend.click();
    await hand.field('add.who').fill('nobody-of-that-name');
    await hand.button('add.find').click();
    await hand.page.locator('[aria-invalid=true]').waitFor();
  }),
  shot('remove-friend', friends, async (hand) => {
    await hand.button('actions.removeFriend').click();
    await hand.page.getByRole('radio').first().waitFor();
  }),
  shot('remove-bob', friendOf('bob'), async (hand) => {
    await hand.page.getByText(hand.say('details.safetyNumber')).waitFor();
    await hand.button('actions.removeFriend').last().click();
    await hand.button('remove.submit', { name: 'bob' }).waitFor();
  }),
  shot('block', friendOf('bob'), async (hand) => {
    await hand.button('details.block').click();
    await hand.button('block.submit', { name: 'bob' }).waitFor();
  }),
  shot('group-create', chats, async (hand) => {
    await hand.button('actions.createGroup').click();
    await dialog(hand);
  }),
  shot('group-join', chats, async (hand) => {
    await hand.button('actions.joinGroup').click();
    await dialog(hand);
  }),
];

const SECTIONS = [
  'appearance',
  'notifications',
  'privacy',
  'writing',
  'keyboard',
  'connection',
  'account',
  'about',
] as const;

export const OWN: readonly Shot[] = [
  shot(
    'settings',
    () => ({ room: 'settings' }),
    (hand) => hand.page.getByText(hand.say('settings.choose')).waitFor(),
  ),
  ...SECTIONS.map((name) =>
    shot(`settings-${name}`, section(name), (hand) => hand.heading(`settings.${name}`).waitFor()),
  ),
  shot('settings-knows', section('knows'), (hand) => hand.page.getByText(hand.say('knows.never')).waitFor(), 'tall'),
  shot('you-menu', chats, async (hand) => {
    await hand.page.getByRole('button', { name: hand.say('nav.you', { name: '' }).trim() }).click();
    await hand.entry('signOut.action').waitFor();
  }),
  shot('delete-account', section('account'), async (hand) => {
    await hand.button('deletion.open').click();
    await dialog(hand);
  }),
  shot('sign-out', chats, async (hand) => {
    await hand.page.getByRole('button', { name: hand.say('nav.you', { name: '' }).trim() }).click();
    await hand.entry('signOut.action').click();
    await dialog(hand);
  }),
  shot('shortcuts', chats, async (hand) => {
    await hand.row('bob').waitFor();
    await hand.page.keyboard.press('?');
    await hand.heading('shortcuts.title').waitFor();
  }),
];

const LITTLE_ROOM = ['narrow', 'zoomed'] as const;

/** The same once more in little room. */
export const SMALL: readonly Shot[] = LITTLE_ROOM.flatMap((size) => [
  shot(`chats-${size}`, chats, (hand) => hand.row('bob').waitFor(), size),
  shot(`chat-${size}`, chatWith('bob'), ready('bob'), size),
  shot(`message-menu-${size}`, chatWith('bob'), (hand) => messageMenu(hand, OWN_TEXT), size),
  shot(
    `emoji-picker-${size}`,
    chatWith('bob'),
    async (hand) => {
      await hand.button('composer.emoji').click();
      await dialog(hand);
    },
    size,
  ),
  shot(
    `style-picker-${size}`,
    chatWith('bob'),
    async (hand) => {
      await hand.button('composer.style').click();
      await dialog(hand);
    },
    size,
  ),
  shot(`friends-${size}`, friends, (hand) => hand.page.getByText('bob', { exact: true }).first().waitFor(), size),
  shot(
    `friend-details-${size}`,
    friendOf('bob'),
    (hand) => hand.page.getByText(hand.say('details.safetyNumber')).waitFor(),
    size,
  ),
  shot(
    `requests-${size}`,
    () => ({ room: 'requests' }),
    (hand) => hand.page.getByText('dave', { exact: true }).waitFor(),
    size,
  ),
  shot(
    `add-friend-${size}`,
    chats,
    async (hand) => {
      await hand.addFriend.click();
      await hand.field('add.who').waitFor();
    },
    size,
  ),
  shot(
    `settings-appearance-${size}`,
    section('appearance'),
    (hand) => hand.heading('settings.appearance').waitFor(),
    size,
  ),
  shot(
    `settings-knows-${size}`,
    section('knows'),
    (hand) => hand.page.getByText(hand.say('knows.never')).waitFor(),
    size,
  ),
]);

/** The peer is away; the page is in the chat with bob. */
export const AWAY: readonly Shot[] = [
  shot('away', undefined, (hand) => hand.isAlone()),
  shot('away-failed', undefined, async (hand) => {
    await hand.write('bob', '有人在吗？');
    await hand.button('message.discard').waitFor();
  }),
];

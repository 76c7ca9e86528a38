/** Pictures of what is seen before there is an account, on the first day, and at the door. */
import { shot } from './shot.ts';
import type { Shot } from './shot.ts';

export const NEWCOMER = '苏白';

/** Without a code. */
export const CLOSED: readonly Shot[] = [shot('closed', undefined, (hand) => hand.heading('closed.title').waitFor())];

export const BEFORE: readonly Shot[] = [
  shot('register', 'reload', (hand) => hand.heading('register.title').waitFor()),
  shot(
    'register-more',
    'reload',
    async (hand) => {
      await hand.page.locator('form button[aria-expanded]').click();
      await hand.page.getByRole('textbox', { name: hand.say('form.server') }).waitFor();
    },
    'high',
  ),
  shot('register-errors', 'reload', async (hand) => {
    await hand.field('form.name').fill('two words');
    await hand.field('form.password').fill('short');
    await hand.field('form.repeat').fill('other');
    await hand.button('register.submit').click();
    await hand.page.locator('[aria-invalid=true]').nth(2).waitFor();
  }),
  shot('register-narrow', 'reload', (hand) => hand.heading('register.title').waitFor(), 'narrow'),
  shot('register-zoomed', 'reload', (hand) => hand.heading('register.title').waitFor(), 'zoomed'),
  shot('import', 'reload', async (hand) => {
    await hand.button('register.haveFile').click();
    await hand.heading('import.title').waitFor();
  }),
];

export const FIRST_DAY: readonly Shot[] = [
  shot(
    'chats-empty',
    () => ({ room: 'chats' }),
    (hand) => hand.page.getByText(hand.say('chats.none')).waitFor(),
  ),
  shot(
    'friends-empty',
    () => ({ room: 'friends' }),
    (hand) => hand.page.getByText(hand.say('friends.empty')).waitFor(),
  ),
  shot(
    'requests-empty',
    () => ({ room: 'requests' }),
    (hand) => hand.page.getByText(hand.say('requests.none')).waitFor(),
  ),
  shot(
    'remove-nobody',
    () => ({ room: 'friends' }),
    async (hand) => {
      await hand.button('actions.removeFriend').click();
      await hand.page.getByText(hand.say('remove.none')).waitFor();
    },
  ),
];

export const LOCKED: readonly Shot[] = [
  shot('unlock', 'reload', (hand) => hand.heading('unlock.title').waitFor()),
  shot('unlock-wrong', 'reload', async (hand) => {
    await hand.field('form.password').fill('not it, not it');
    await hand.button('unlock.submit').click();
    await hand.page.locator('[aria-invalid=true]').waitFor();
  }),
];

export const TAKEN_OVER: readonly Shot[] = [
  shot('signed-out', 'reload', (hand) => hand.heading('signedOut.title').waitFor()),
];

/** Before an account ends: its friends hear that it is over, over their links or in their mailboxes. */
import { FriendRemoveContent } from '../../shared/wire/generated/content.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import { RELATION } from '../core/rows.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { pause } from './back-off.ts';
import type { FriendFlows } from './friend-flows.ts';

const LOOK_EVERY_MS = 50;

/**
 * Ends when every friend has it, or the friend's server has, or the time is over: whoever was not told by then finds the account gone.
 * @param outbox what waits to be delivered, and how much of it is with mailboxes
 */
export async function tellFriendsOfTheEnd(
  { contacts, context, background }: Pick<FriendFlows, 'contacts' | 'context' | 'background'>,
  outbox: () => { readonly waiting: number; readonly stored: number },
  withinMs: number,
): Promise<void> {
  const friends = contacts.all().filter(({ relation, blocked }) => relation === RELATION.friend && !blocked);
  await Promise.all(
    friends.map(({ account }) =>
      contacts.enqueue(account, CONTENT.friendRemove, FriendRemoveContent.encode({})).catch((error: unknown) => {
        // A disk that is full keeps nobody from leaving.
        if (!isMiyuError(error)) throw error;
      }),
    ),
  );
  const end = context.clock.monotonic() + withinMs;
  const isTold = (): boolean => {
    const { waiting, stored } = outbox();
    return waiting === stored;
  };
  while (!isTold() && context.clock.monotonic() < end) await pause(LOOK_EVERY_MS, background.signal);
}

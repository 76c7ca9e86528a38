/** What the chat asks of a connection as it comes up. */
import type { ApiClient } from '../../api/client.ts';
import type { Friend, Status } from '../../api/contract-views.ts';
import { isMiyuError } from '../../../shared/errors.ts';

export const isUnlocked = (status: Status | undefined): boolean =>
  status !== undefined && status.state !== 'locked' && status.state !== 'no-account';

/** None where another device has just signed this one out, and the profile is closed already. */
export async function friendsOf(client: ApiClient): Promise<readonly Friend[]> {
  try {
    return (await client.call('friends.list')).friends;
  } catch (error) {
    if (isMiyuError(error, 'signed-out') || isMiyuError(error, 'locked')) return [];
    throw error;
  }
}

export function newConnection(): PromiseWithResolvers<ApiClient> {
  const made = Promise.withResolvers<ApiClient>();
  made.promise.catch(() => undefined); // Nobody may be waiting for it.
  return made;
}

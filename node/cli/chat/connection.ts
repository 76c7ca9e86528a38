/** What the chat asks of a connection as it comes up. */
import type { ApiClient } from '../../api/client.ts';
import type { SettingsBody } from '../../api/contract-settings.ts';
import type { Friend, FriendRequest, Status } from '../../api/contract-views.ts';
import { isMiyuError } from '../../../shared/errors.ts';

export const isUnlocked = (status: Status | undefined): boolean =>
  status !== undefined && status.state !== 'locked' && status.state !== 'no-account';

export interface People {
  readonly friends: readonly Friend[];
  readonly requests: readonly FriendRequest[];
  readonly settings: SettingsBody;
}

/** Undefined where another device has just signed this one out, and the profile is closed already. */
export async function friendsOf(client: ApiClient): Promise<People | undefined> {
  try {
    const [{ friends }, { requests }, settings] = await Promise.all([
      client.call('friends.list'),
      client.call('friends.requests'),
      client.call('settings.get'),
    ]);
    return { friends, requests, settings };
  } catch (error) {
    if (isMiyuError(error, 'signed-out') || isMiyuError(error, 'locked')) return undefined;
    throw error;
  }
}

export function newConnection(): PromiseWithResolvers<ApiClient> {
  const made = Promise.withResolvers<ApiClient>();
  made.promise.catch(() => undefined); // Nobody may be waiting for it.
  return made;
}

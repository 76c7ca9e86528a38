/** What the parts of a chat share: the connection, who is there, and whose chat is open. */
import type { ApiClient } from '../../api/client.ts';
import type { Params } from '../../api/contract.ts';
import type { SettingsBody } from '../../api/contract-settings.ts';
import type { Friend, FriendRequest, Status } from '../../api/contract-views.ts';
import { isMiyuError } from '../../../shared/errors.ts';

export class Scene {
  /** Undefined while the peer is away. */
  client: ApiClient | undefined;
  status: Status | undefined;
  friends: readonly Friend[] = [];
  requests: readonly FriendRequest[] = [];
  /** How own texts look; undefined: not known while the account is locked. */
  composer: SettingsBody['composer'] | undefined;
  /** Whose chat is open. */
  open: Friend | undefined;

  get isUnlocked(): boolean {
    const state = this.status?.state;
    return state !== undefined && state !== 'locked' && state !== 'no-account';
  }

  /** Reads everything anew. @throws MiyuError as a call does */
  async refresh(client: ApiClient): Promise<void> {
    this.status = await client.call('status');
    const people = this.isUnlocked ? await peopleOf(client) : undefined;
    this.friends = people?.friends ?? [];
    this.requests = people?.requests ?? [];
    this.composer = people?.settings.composer;
    const open = this.open;
    if (open !== undefined) this.open = this.friendOf(open.account) ?? open;
  }

  friendOf(account: string): Friend | undefined {
    return this.friends.find((friend) => friend.account === account);
  }

  /** The style that goes with a text; a plain one has none. */
  get style(): Pick<Params<'send'>, 'style'> {
    const chosen = this.composer;
    if (chosen === undefined) return {};
    const isPlain = chosen.size === 'normal' && chosen.color === null && chosen.face === 'sans';
    return isPlain ? {} : { style: chosen };
  }
}

interface People {
  readonly friends: readonly Friend[];
  readonly requests: readonly FriendRequest[];
  readonly settings: SettingsBody;
}

/** Undefined where another device has just signed this one out, and the profile is closed already. */
async function peopleOf(client: ApiClient): Promise<People | undefined> {
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

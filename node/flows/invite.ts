/** A link that brings somebody to our home and to us: with our account id, they have our key from us and not from a server. */
import { encodeInvite } from '../../shared/invites.ts';
import type { FriendFlows } from './friend-flows.ts';

/** @throws MiyuError 'server-unreachable' | … where the home demands a token and cannot be asked for one */
export async function inviteLink({
  context,
  homes,
  background,
}: FriendFlows): Promise<{ readonly link: string; readonly expiresAt: number | null }> {
  const { account, name, home } = context.own();
  const client = await homes.ownHome({ signal: background.signal });
  if (!client.statement.tokenRequired) {
    return { link: encodeInvite({ home, account, name, token: undefined }), expiresAt: null };
  }
  const { token, expiresAt } = await client.createToken({ signal: background.signal });
  return { link: encodeInvite({ home, account, name, token }), expiresAt: Number(expiresAt) };
}

/**
 * Links that bring somebody to our home and to us: with our account id, they have our key from us and not from a server. Where the home
 * registers only people with a token, a link for somebody new carries one, which serves once.
 */
import { sha256 } from '../../shared/crypto/hash.ts';
import { decodeInvite, encodeInvite, isInviteLink } from '../../shared/invites.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { MAX_INVITE_ADDRESSES } from '../../shared/wire/limits.ts';
import type { FriendFlows } from './friend-flows.ts';
import type { Hex, ServerInfo } from './peer.ts';
import type { RendezvousClient } from './ports.ts';
import { serverInfo } from './read-status.ts';

/** Digits by which a person tells one open token from another. */
const ID_DIGITS = 8;

export interface InviteLink {
  readonly link: string;
  /** Of the token; null: the link has none, and holds for good. */
  readonly expiresAt: number | null;
  readonly id: Hex | null;
}

export interface OpenInvites {
  readonly invites: readonly { readonly id: Hex; readonly madeAt: number; readonly expiresAt: number }[];
  /** How many may be open; 0: the home's operator alone lets new people in. */
  readonly most: number;
  /** Whether the home asks new people for a token at all. */
  readonly tokenRequired: boolean;
}

/** What a link says, before anybody is asked anything. */
export interface InviteView {
  readonly link: string;
  readonly server: ServerInfo;
  /** Whose link it is; the name is his own word for himself. null: the server's. */
  readonly inviter: { readonly account: Hex; readonly name: string } | null;
  /** It has a token. */
  readonly forNew: boolean;
}

/** null: the text is meant as something else. @throws MiyuError 'invite-malformed' | 'version-mismatch' */
export function inviteView(text: string): InviteView | null {
  if (!isInviteLink(text)) return null;
  const { home, account, name, token } = decodeInvite(text);
  const inviter = account === undefined ? null : { account: toHex(account), name };
  return { link: text.trim(), server: serverInfo(home, null, false), inviter, forNew: token !== undefined };
}

/**
 * @param forNew whoever gets it may have no account yet
 * @param direct with this device and where it is just now
 * @throws MiyuError 'invites-full' | 'server-unreachable' | … where the home demands a token and gives none
 */
export async function inviteLink(flows: FriendFlows, forNew: boolean, direct: boolean): Promise<InviteLink> {
  const { account, device, name, home } = flows.context.own();
  const addresses = direct ? flows.meets.addresses().slice(0, MAX_INVITE_ADDRESSES) : [];
  const invite = { home, account, name, direct: addresses.length === 0 ? undefined : { device, addresses } };
  const client = forNew ? await ownHome(flows) : undefined;
  if (client === undefined || !client.statement.tokenRequired) {
    return { link: encodeInvite({ ...invite, token: undefined }), expiresAt: null, id: null };
  }
  const { token, expiresAt } = await client.createToken({ signal: flows.background.signal });
  const id = toHex(sha256(token)).slice(0, ID_DIGITS);
  return { link: encodeInvite({ ...invite, token }), expiresAt: Number(expiresAt), id };
}

/** @throws MiyuError 'server-unreachable' | … */
export async function openInvites(flows: FriendFlows): Promise<OpenInvites> {
  const client = await ownHome(flows);
  const { tokens, most } = await client.listTokens({ signal: flows.background.signal });
  return {
    invites: tokens.map(({ hash, madeAt, expiresAt }) => ({
      ...{ id: toHex(hash).slice(0, ID_DIGITS), madeAt: Number(madeAt), expiresAt: Number(expiresAt) },
    })),
    most,
    tokenRequired: client.statement.tokenRequired,
  };
}

/** @param id its first digits @throws MiyuError 'token-invalid' (none, or several) | 'server-unreachable' | … */
export async function revokeInvite(flows: FriendFlows, id: string): Promise<void> {
  const digits = id.trim().toLowerCase();
  const client = await ownHome(flows);
  const { tokens } = await client.listTokens({ signal: flows.background.signal });
  const meant = tokens.filter(({ hash }) => digits.length >= 4 && toHex(hash).startsWith(digits));
  const [one] = meant;
  if (one === undefined || meant.length > 1) throw new MiyuError('token-invalid', { field: 'id' });
  await client.revokeToken({ hash: one.hash }, { signal: flows.background.signal });
}

const ownHome = ({ homes, background }: FriendFlows): Promise<RendezvousClient> =>
  homes.ownHome({ signal: background.signal });

/** Each method of the contract, answered by a running peer. */
import type { ChatMessageView, Friend, LockedBy, Peer, PeerStatus } from '../flows/peer.ts';
import { beginning } from '../flows/read-history.ts';
import { HISTORY_PAGE, HISTORY_PAGE_BYTES, METHODS } from './contract.ts';
import type { Method, Params, Result } from './contract.ts';
import type { Status } from './contract-views.ts';
import { doctorHandlersOf } from './doctor-handlers.ts';
import { identityHandlersOf } from './identity-handlers.ts';
import { MiyuError } from '../../shared/errors.ts';

export type Handlers = {
  readonly [M in Exclude<Method, 'subscribe'>]: (params: Params<M>) => Result<M> | Promise<Result<M>>;
};

/** Code points of the last message's text in a list: what a row can show. The whole text is in the history. */
const PREVIEW_LENGTH = 200;
const DEFAULT_HISTORY_PAGE = 50;

/** What the handlers know beside the peer. */
export interface Surroundings {
  /** A newer device took over from the process before this one: said while the profile is locked. */
  readonly signedOutBefore: boolean;
  /** Why the process before this one ended: said while the profile is locked. */
  readonly lockedBefore: LockedBy | null;
  /** Where the page is. */
  readonly page: () => string | null;
}

export function handlersOf(peer: Peer, { signedOutBefore, lockedBefore, page }: Surroundings): Handlers {
  const withPage = (status: PeerStatus): Status => ({ ...status, page: page() });
  return {
    status: () => {
      const status = withPage(peer.status());
      if (status.state !== 'locked') return status;
      const lockedBy = status.lockedBy ?? lockedBefore;
      return { ...status, lockedBy, state: signedOutBefore ? 'signed-out' : 'locked' };
    },
    activity: () => ({}),
    cursor: () => ({ cursor: peer.cursor() }),
    register: (form) => peer.register(form).then(withPage),
    login: (form) => peer.login(form).then(withPage),
    'login.elsewhere': (form) => peer.loginElsewhere(form).then(withPage),
    'anywhere.get': () => peer.anywhere(),
    'anywhere.set': (form) => peer.setAnywhere(form),
    'password.change': (form) => peer.changePassword(form),
    'account.rename': (form) => peer.rename(form).then(withPage),
    'account.delete': (form) => peer.deleteAccount(form).then(nothing),
    logout: () => peer.logout(),
    // What ends the process is the daemon's affair, after this answer is on its way.
    stop: () => ({}),
    ping: () => peer.ping(),
    'invite.read': (form) => ({ invite: peer.readInvite(form) }),
    invite: (form) => peer.invite(form),
    'invites.list': () => peer.invites(),
    'invites.revoke': (form) => peer.revokeInvite(form).then(nothing),
    'key.export': async (form) => ({ file: Buffer.from(await peer.exportKey(form)).toString('base64') }),
    'key.import': ({ file, filePassword, password }) =>
      peer.importKey({ file: new Uint8Array(Buffer.from(file, 'base64')), filePassword, password }).then(withPage),

    'friends.list': () => ({ friends: peer.friends().map(withPreview) }),
    'friends.show': ({ who }) => peer.friend(who),
    'friends.find': ({ name }) => peer.find(name),
    whois: ({ who }) => peer.whois(who),
    'friends.add': (form) => peer.add(form),
    'nearby.list': (form) => peer.nearby(form),
    'friends.requests': () => ({ requests: peer.requests() }),
    'friends.accept': ({ who }) => peer.accept(who),
    'friends.refuse': ({ who }) => peer.refuse(who).then(nothing),
    'friends.later': ({ who }) => peer.later(who).then(nothing),
    'friends.remove': (form) => peer.remove(form).then(nothing),
    'alarms.list': () => ({ alarms: peer.alarms() }),
    'alarms.show': ({ id }) => peer.alarm(id),
    'alarms.decide': (form) => peer.decideAlarm(form),
    'evidence.export': ({ id }) => ({ evidence: Buffer.from(peer.evidence(id)).toString('base64') }),
    'friends.block': ({ who }) => peer.block(who).then(nothing),
    'friends.unblock': ({ who }) => peer.unblock(who).then(nothing),
    'friends.verify': (form) => peer.verify(form),
    'friends.key': ({ who }) => ({ change: peer.keyChange(who) }),
    'friends.key.decide': (form) => peer.decideKey(form),
    ...identityHandlersOf(peer),
    ...doctorHandlersOf(peer),

    send: (form) => peer.send(form),
    'message.react': (form) => peer.react(form),
    'message.edit': (form) => peer.edit(form),
    'message.delete': (form) => peer.deleteMessage(form).then(nothing),
    'message.retry': (form) => peer.retry(form),
    history: (form) => pageOf(peer, form),
    'history.read': (form) => peer.markRead(form).then(nothing),
    'history.delete': ({ who }) => peer.deleteHistory(who).then(nothing),
    typing: (form) => {
      peer.typing(form);
      return {};
    },
    'chat.archive': (form) => peer.archive(form).then(nothing),
    'chat.mute': (form) => peer.mute(form).then(nothing),
    'draft.get': ({ with: who }) => ({ text: peer.draft(who) }),
    'draft.set': (form) => peer.setDraft(form).then(nothing),

    'settings.get': () => peer.settings(),
    'settings.set': (form) => peer.set(form),
    'server.knows': () => peer.serverKnows(),
  };
}

/**
 * Checks the parameters and asks the peer.
 * @throws MiyuError 'usage' with the field that is at fault, or what the peer throws
 */
export async function answer<M extends Exclude<Method, 'subscribe'>>(
  handlers: Handlers,
  method: M,
  params: unknown,
): Promise<Result<M>> {
  const handler: (params: Params<M>) => Result<M> | Promise<Result<M>> = handlers[method];
  return await handler(parseParams(method, params));
}

/** @throws MiyuError 'usage' */
export function parseParams<M extends Method>(method: M, params: unknown): Params<M> {
  const parsed = METHODS[method].params.safeParse(params ?? {});
  if (parsed.success) return parsed.data as Params<M>;
  const at = parsed.error.issues[0]?.path[0];
  throw new MiyuError('usage', at === undefined ? {} : { field: String(at) });
}

const nothing = (): Record<string, never> => ({});

function withPreview(friend: Friend): Friend {
  const last = friend.lastMessage;
  if (last === null || last.text.length <= PREVIEW_LENGTH) return friend;
  return { ...friend, lastMessage: { ...last, text: beginning(last.text, PREVIEW_LENGTH) } };
}

/**
 * A page of history, oldest first: as many as fit, the newest of them or, behind a position, the oldest. Whether there are more on either
 * side of it is looked up there.
 */
function pageOf(peer: Peer, form: Params<'history'>): Result<'history'> {
  const { before, after } = form;
  const limit = Math.min(form.limit ?? DEFAULT_HISTORY_PAGE, HISTORY_PAGE);
  const isForward = after !== undefined;
  const found = [...peer.history({ ...form, limit })].sort((a, b) => (a.position - b.position) * (isForward ? 1 : -1));
  const messages: ChatMessageView[] = [];
  let bytes = 0;
  for (const message of found) {
    bytes += Buffer.byteLength(JSON.stringify(message));
    if (bytes > HISTORY_PAGE_BYTES && messages.length > 0) break;
    messages.push(message);
  }
  if (!isForward) messages.reverse();
  const there = (bounds: { readonly before: number } | { readonly after: number }): boolean =>
    peer.history({ with: form.with, ...bounds, limit: 1 }).length > 0;
  // Of an empty page: what is there on the other side of where it was asked for.
  const first = messages[0]?.position ?? (isForward ? after + 1 : 1);
  const last = messages.at(-1)?.position ?? (before === undefined ? undefined : before - 1);
  return {
    messages,
    more: first > 1 && there({ before: first }),
    newer: last !== undefined && there({ after: last }),
  };
}

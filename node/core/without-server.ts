/**
 * What a peer can do without its server, from how it stands: the server introduces people, keeps mail for who is away and tells
 * addresses; whatever two friends do who reach each other is theirs alone.
 *
 *   ability          needs                                    without the server
 *   ───────────────  ───────────────────────────────────────  ──────────────────────────────────────────────────────
 *   chat             a link to the friend                     works with those who are linked, not by its relay; the others: waits
 *   presence         a link                                   the same
 *   receipts         a link                                   the same
 *   mail             the server of the friend's home          works where that one is up; else waits on this machine
 *   meet-again       an address of the friend that holds      those of whom one is known
 *   history, verify, unlock   nothing                         works
 *   request          whoever invites, by a link               partly: by a link of somebody who is reached; by name: not
 *   find             the directory                            needs-server
 *   account          (register, rename, invites, sign-in elsewhere, deletion) needs-server
 *   log              (what the directory shows of everybody)  needs-server
 */
export const ABILITIES = [
  'chat',
  'presence',
  'receipts',
  'meet-again',
  'history',
  'verify',
  'unlock',
  'mail',
  'find',
  'request',
  'account',
  'log',
] as const;
export type Ability = (typeof ABILITIES)[number];

/** waits: nothing is lost, and it happens when a friend or the server is there. */
export type AbilityState = 'works' | 'partly' | 'waits' | 'needs-server';

export interface AbilityNow {
  readonly ability: Ability;
  /** As it is now. */
  readonly now: AbilityState;
  /** As it is, or would be, with the server gone. */
  readonly without: AbilityState;
  /** Friends for whom it holds without the server, of how many; null: it is not a matter of friends. */
  readonly friends: { readonly count: number; readonly of: number } | null;
}

export interface PeerStands {
  readonly serverOnline: boolean;
  readonly friends: readonly {
    /** A link is up; relayed: it goes through our server, and ends with it. */
    readonly linked: boolean | 'relayed';
    /** An address of theirs is known here. */
    readonly addressKnown: boolean;
    /** Their mail is kept by another server than ours, and that one is thought to be up. */
    readonly otherHomeUp: boolean;
  }[];
}

export function abilitiesOf({ serverOnline, friends }: PeerStands): readonly AbilityNow[] {
  const linked = friends.filter((friend) => friend.linked !== false).length;
  const stay = friends.filter((friend) => friend.linked === true).length;
  const meets = friends.filter((friend) => friend.linked === true || friend.addressKnown).length;
  const mailed = friends.filter((friend) => friend.otherHomeUp).length;
  const share = (count: number): AbilityState =>
    count === 0 ? 'waits' : count === friends.length ? 'works' : 'partly';
  const byFriends = (count: number, now: AbilityState = share(count)): Omit<AbilityNow, 'ability'> => ({
    ...{ now, without: share(count) },
    friends: { count, of: friends.length },
  });
  const alone = { now: 'works', without: 'works', friends: null } as const;
  const server = { now: serverOnline ? 'works' : 'needs-server', without: 'needs-server', friends: null } as const;
  const of: Readonly<Record<Ability, Omit<AbilityNow, 'ability'>>> = {
    chat: byFriends(stay, share(linked)),
    presence: byFriends(stay, share(linked)),
    receipts: byFriends(stay, share(linked)),
    'meet-again': byFriends(meets, serverOnline ? 'works' : share(meets)),
    history: alone,
    verify: alone,
    unlock: alone,
    mail: byFriends(mailed, serverOnline ? 'works' : share(mailed)),
    find: server,
    request: { ...server, now: serverOnline ? 'works' : 'partly', without: 'partly' },
    account: server,
    log: server,
  };
  return ABILITIES.map((ability) => ({ ability, ...of[ability] }));
}

/** In which order the conversations stand. */
import type { Friend } from '../peer/methods.ts';

export interface Conversations {
  readonly shown: readonly Friend[];
  readonly archived: readonly Friend[];
}

/** A friend, or somebody with whom there is something to read: a friendship that ended leaves its chat. */
export const isConversation = ({ relation, lastMessage }: Friend): boolean =>
  relation === 'friend' || lastMessage !== null;

/** Who is there comes first; then whose last message is the latest; then by name. */
export function inOrder(friends: Iterable<Friend>): Friend[] {
  return [...friends]
    .filter(isConversation)
    .sort(
      (a, b) =>
        Number(b.presence === 'online') - Number(a.presence === 'online') ||
        latest(b) - latest(a) ||
        a.name.localeCompare(b.name) ||
        (a.account < b.account ? -1 : 1),
    );
}

/** @param sought part of a name; '' finds everybody */
export function conversations(friends: Iterable<Friend>, sought: string): Conversations {
  const wanted = fold(sought.trim());
  const found = inOrder(friends).filter(({ name }) => fold(name).includes(wanted));
  return {
    shown: found.filter(({ archived }) => !archived),
    archived: found.filter(({ archived }) => archived),
  };
}

/** A message that waited elsewhere moves its chat when it comes, not where its author's clock says. */
const latest = ({ lastMessage }: Friend): number =>
  lastMessage === null ? 0 : (lastMessage.receivedAt ?? lastMessage.sentAt);

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

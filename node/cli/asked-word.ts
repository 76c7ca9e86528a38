import type { Result } from '../api/contract.ts';

/** What is said of somebody who was asked, by who has the request. */
export const askedWord = ({ outcome, way }: Pick<Result<'friends.add'>, 'outcome' | 'way'>) =>
  outcome === 'accepted'
    ? 'becameFriends'
    : way === 'direct'
      ? 'requestedDirect'
      : way === 'later'
        ? 'requestedLater'
        : 'requested';

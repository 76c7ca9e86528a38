import type { Result } from '../peer/methods.ts';

/** What is said of somebody who was asked, by who has the request. */
export const askedWord = ({ outcome, way }: Pick<Result<'friends.add'>, 'outcome' | 'way'>) =>
  outcome === 'accepted'
    ? 'add.accepted'
    : way === 'direct'
      ? 'add.requestedDirect'
      : way === 'later'
        ? 'add.requestedLater'
        : 'add.requested';

import type { ReactElement } from 'react';
import type { Friend } from '../peer/methods.ts';

/** What a friend calls himself: beside the account name, never in its place. */
export function DisplayName({ friend }: { readonly friend: Pick<Friend, 'card'> }): ReactElement | null {
  const called = friend.card?.displayName ?? '';
  return called === '' ? null : <bdi className="text-ink-soft truncate text-small">{called}</bdi>;
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../parts/classes.ts';
import type { Friend } from '../peer/methods.ts';

export type Way = 'lan' | 'direct' | 'relayed' | 'mailbox' | 'unreachable';

/** By which way the next message goes. */
export const wayOf = ({ presence, path }: Pick<Friend, 'presence' | 'path'>): Way =>
  presence === 'online' ? (path ?? 'direct') : presence;

/** The way in a word or two; what it means comes with it where one points, or listens. Nothing for whom nothing is sent to. */
export function PathBadge({ friend }: { readonly friend: Friend }): ReactElement | null {
  const { t } = useTranslation();
  const { blocked, relation } = friend;
  if (blocked || relation !== 'friend') return null;
  const way = wayOf(friend);
  const isStraight = way === 'lan' || way === 'direct';
  return (
    <span
      title={t(`paths.means.${way}`)}
      data-path={way}
      className={classes(
        'min-w-0 truncate rounded-full px-2 text-tiny',
        way === 'mailbox' && 'shrink-0',
        isStraight
          ? 'bg-good-wash text-good'
          : way === 'unreachable'
            ? 'bg-warn-wash text-warn'
            : 'bg-hover text-ink-soft',
      )}
    >
      {t(`paths.name.${way}`)}
    </span>
  );
}

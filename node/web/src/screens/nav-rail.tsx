/** The first column: four rooms, and oneself. At the foot of a narrow page. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { Seal } from '../design/word-mark.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { Badge } from '../parts/badge.tsx';
import { classes } from '../parts/classes.ts';
import { Menu } from '../parts/menu.tsx';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { unreadOf } from '../peer/state.ts';
import { openDialog } from './open-dialog.ts';
import { ROOMS, go, usePlace } from './place.ts';
import { useCopyInvite } from './use-copy-invite.ts';

const select = ({ status, friends, requests }: PeerState): readonly [PeerState['status'], number, number] =>
  [status, unreadOf(friends), requests.filter(({ postponed }) => !postponed).length] as const;

export function NavRail({ hidden }: { readonly hidden: boolean }): ReactElement {
  const { t } = useTranslation();
  const { room: here } = usePlace();
  const [status, unread, waiting] = usePeerState(select);
  const copyInvite = useCopyInvite();
  const counts: Partial<Record<string, ReactElement>> = {
    chats: <Badge count={unread} label={t('nav.unread', { count: unread })} />,
    requests: <Badge count={waiting} label={t('nav.waiting', { count: waiting })} />,
  };
  const name = status?.name ?? '';
  return (
    <nav
      data-region=""
      aria-label={t('nav.label')}
      className={classes(
        'bg-rail border-line flex shrink-0 items-center border-t md:w-22 md:flex-col md:border-t-0 md:border-r md:py-4',
        hidden && 'hidden md:flex',
      )}
    >
      <span className="mb-4 hidden md:block">
        <Seal size={36} />
      </span>
      <ul className="flex flex-1 md:w-full md:flex-col md:gap-1 md:px-2">
        {ROOMS.map((room) => (
          <li key={room} className="flex-1 md:flex-none">
            <button
              type="button"
              aria-current={room === here ? 'page' : undefined}
              onClick={() => {
                go({ room });
              }}
              className={classes(
                'tints rounded-normal relative flex w-full flex-col items-center gap-0.5 px-1 py-2 text-tiny',
                room === here ? 'bg-selected font-semibold' : 'text-ink-soft hover:bg-hover hover:text-ink',
              )}
            >
              <Icon name={room} size={22} />
              {t(`nav.${room}`)}
              <span className="absolute top-1 left-1/2 ml-2">{counts[room]}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="px-2 md:px-0">
        <Menu
          trigger={
            <button
              type="button"
              title={name}
              className="tints hover:bg-hover rounded-normal flex size-14 items-center justify-center"
            >
              <Avatar name={name} account={status?.account ?? '00'} />
              <span className="sr-only">{t('nav.you', { name })}</span>
            </button>
          }
          entries={[
            { label: t('invite.copy'), icon: 'copy', onSelect: copyInvite },
            {
              label: t('inviting.action'),
              icon: 'link',
              onSelect: () => {
                openDialog({ kind: 'invite' });
              },
            },
            {
              label: t('settings.account'),
              icon: 'settings',
              onSelect: () => {
                go({ room: 'settings', section: 'account' });
              },
            },
            {
              label: t('shortcuts.title'),
              icon: 'keyboard',
              onSelect: () => {
                openDialog({ kind: 'shortcuts' });
              },
            },
            {
              label: t('signOut.action'),
              icon: 'sign-out',
              onSelect: () => {
                openDialog({ kind: 'sign-out' });
              },
            },
          ]}
        />
      </div>
    </nav>
  );
}

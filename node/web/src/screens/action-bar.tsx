/** The four actions on friends and groups, where the eye falls first. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { openDialog } from './open-dialog.ts';
import { usePlace } from './place.ts';

export function ActionBar(): ReactElement {
  const { t } = useTranslation();
  const { account } = usePlace();
  const actions = [
    { icon: 'add-friend', label: t('actions.addFriend'), dialog: { kind: 'add-friend' } },
    {
      icon: 'remove-friend',
      label: t('actions.removeFriend'),
      dialog: { kind: 'remove-friend', ...(account === undefined ? {} : { account }) },
    },
    { icon: 'create-group', label: t('actions.createGroup'), dialog: { kind: 'create-group' } },
    { icon: 'join-group', label: t('actions.joinGroup'), dialog: { kind: 'join-group' } },
  ] as const;
  return (
    <div role="group" aria-label={t('actions.label')} className="grid grid-cols-4 px-2 py-2">
      {actions.map(({ icon, label, dialog }) => (
        <button
          key={icon}
          type="button"
          onClick={() => {
            openDialog(dialog);
          }}
          className="tints hover:bg-hover rounded-normal flex flex-col items-center gap-1.5 px-0.5 py-2 text-center text-tiny leading-tight"
        >
          <span className="bg-seal-wash text-seal-strong flex size-9 items-center justify-center rounded-full">
            <Icon name={icon} size={19} />
          </span>
          {label}
        </button>
      ))}
    </div>
  );
}

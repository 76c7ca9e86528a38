import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../design/icon.tsx';
import { classes } from '../../parts/classes.ts';
import { go } from '../place.ts';
import { SECTIONS } from './sections.ts';

export function SettingsColumn({ selected }: { readonly selected: string | undefined }): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col gap-0.5 px-2 py-2">
      {SECTIONS.map(({ name, icon }) => (
        <li key={name}>
          <button
            type="button"
            aria-current={name === selected || undefined}
            onClick={() => {
              go({ room: 'settings', section: name });
            }}
            className={classes(
              'tints rounded-normal flex min-h-12 w-full items-center gap-3 px-3 py-2 text-left',
              name === selected ? 'bg-selected font-medium' : 'hover:bg-hover',
            )}
          >
            <span className="text-ink-soft">
              <Icon name={icon} />
            </span>
            {t(`settings.${name}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}

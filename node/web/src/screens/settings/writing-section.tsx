import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { classes } from '../../parts/classes.ts';
import { useSettings } from './use-settings.ts';

const SIZES = { small: 'text-small', normal: 'text-normal', large: 'text-large', huge: 'text-huge' } as const;
const FACES = { sans: 'font-sans', serif: 'font-serif', mono: 'font-mono', hand: 'font-hand' } as const;
const COLORS = {
  none: 'text-ink',
  red: 'text-text-red',
  orange: 'text-text-orange',
  green: 'text-text-green',
  teal: 'text-text-teal',
  blue: 'text-text-blue',
  purple: 'text-text-purple',
  pink: 'text-text-pink',
  grey: 'text-text-grey',
} as const;

/** How one's own texts look at first: the composer begins with it. */
export function WritingSection(): ReactElement {
  const { t } = useTranslation();
  const [settings, change] = useSettings();
  const { size, face, color } = settings.composer;
  return (
    <>
      <p className="text-ink-soft">{t('settings.composerHint')}</p>
      <div className="flex justify-end">
        <p
          className={classes(
            'bg-bubble-own rounded-large max-w-full rounded-br-small px-4 py-2.5 break-words',
            SIZES[size],
            FACES[face],
            color === null ? 'text-bubble-ink' : COLORS[color],
          )}
        >
          {t('settings.sample')}
        </p>
      </div>
      <Card>
        <Choice
          label={t('settings.size')}
          value={size}
          options={[
            { value: 'small', label: t('settings.sizeSmall') },
            { value: 'normal', label: t('settings.sizeNormal') },
            { value: 'large', label: t('settings.sizeLarge') },
            { value: 'huge', label: t('settings.sizeHuge') },
          ]}
          onChange={(next) => {
            change({ composer: { size: next } });
          }}
        />
        <Choice
          label={t('settings.face')}
          value={face}
          options={[
            { value: 'sans', label: t('settings.faceSans') },
            { value: 'serif', label: t('settings.faceSerif') },
            { value: 'mono', label: t('settings.faceMono') },
            { value: 'hand', label: t('settings.faceHand') },
          ]}
          onChange={(next) => {
            change({ composer: { face: next } });
          }}
        />
        <Choice
          label={t('settings.color')}
          value={color ?? 'none'}
          options={[
            { value: 'none', label: t('settings.colorNone'), mark: <Dot color="none" /> },
            { value: 'red', label: t('settings.colorRed'), mark: <Dot color="red" /> },
            { value: 'orange', label: t('settings.colorOrange'), mark: <Dot color="orange" /> },
            { value: 'green', label: t('settings.colorGreen'), mark: <Dot color="green" /> },
            { value: 'teal', label: t('settings.colorTeal'), mark: <Dot color="teal" /> },
            { value: 'blue', label: t('settings.colorBlue'), mark: <Dot color="blue" /> },
            { value: 'purple', label: t('settings.colorPurple'), mark: <Dot color="purple" /> },
            { value: 'pink', label: t('settings.colorPink'), mark: <Dot color="pink" /> },
            { value: 'grey', label: t('settings.colorGrey'), mark: <Dot color="grey" /> },
          ]}
          onChange={(next) => {
            change({ composer: { color: next === 'none' ? null : next } });
          }}
        />
      </Card>
    </>
  );
}

function Dot({ color }: { readonly color: keyof typeof COLORS }): ReactElement {
  return <span aria-hidden="true" className={classes('size-3.5 rounded-full bg-current', COLORS[color])} />;
}

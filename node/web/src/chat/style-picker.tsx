import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import type { Settings, SettingsChange } from '../peer/methods.ts';
import { Float } from './float.tsx';
import { COLORS, COLOR_CLASSES, FACES, SIZES, styleClasses, styleOf } from './text-style.ts';

const SIZE_WORDS = {
  small: 'composer.sizeSmall',
  normal: 'composer.sizeNormal',
  large: 'composer.sizeLarge',
  huge: 'composer.sizeHuge',
} as const;
const FACE_WORDS = {
  sans: 'composer.faceSans',
  serif: 'composer.faceSerif',
  mono: 'composer.faceMono',
  hand: 'composer.faceHand',
} as const;
const COLOR_WORDS = {
  red: 'composer.colorRed',
  orange: 'composer.colorOrange',
  green: 'composer.colorGreen',
  teal: 'composer.colorTeal',
  blue: 'composer.colorBlue',
  purple: 'composer.colorPurple',
  pink: 'composer.colorPink',
  grey: 'composer.colorGrey',
} as const;

interface Props {
  readonly chosen: Settings['composer'];
  readonly onChange: (change: NonNullable<SettingsChange['composer']>) => void;
}

export function StylePicker({ chosen, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const usual = styleOf(chosen) === null;
  return (
    <Float
      label={t('composer.style')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton
          icon="text"
          label={t('composer.style')}
          className={classes('rounded-full', usual ? 'text-ink-soft' : 'bg-seal-wash text-seal-strong')}
        />
      }
    >
      <div className="flex w-[22rem] max-w-full flex-col gap-3 p-4">
        <Choice legend={t('composer.size')}>
          {SIZES.map((size) => (
            <Option key={size} label={t(SIZE_WORDS[size])} on={chosen.size === size} onPick={() => onChange({ size })}>
              <span className={styleClasses({ size, color: null, face: 'sans' })}>{t(SIZE_WORDS[size])}</span>
            </Option>
          ))}
        </Choice>
        <Choice legend={t('composer.color')}>
          {[null, ...COLORS].map((color) => (
            <Option
              key={color ?? 'none'}
              label={t(color === null ? 'composer.colorNone' : COLOR_WORDS[color])}
              on={chosen.color === color}
              onPick={() => onChange({ color })}
              square
            >
              <span
                aria-hidden="true"
                className={classes(
                  'size-5 rounded-full bg-current',
                  color === null ? 'text-ink' : COLOR_CLASSES[color],
                )}
              />
            </Option>
          ))}
        </Choice>
        <Choice legend={t('composer.face')}>
          {FACES.map((face) => (
            <Option key={face} label={t(FACE_WORDS[face])} on={chosen.face === face} onPick={() => onChange({ face })}>
              <span className={styleClasses({ size: 'normal', color: null, face })}>{t(FACE_WORDS[face])}</span>
            </Option>
          ))}
        </Choice>
        <Button
          disabled={usual}
          onClick={() => {
            onChange({ size: 'normal', color: null, face: 'sans' });
          }}
        >
          {t('composer.reset')}
        </Button>
      </div>
    </Float>
  );
}

function Choice({ legend, children }: { readonly legend: string; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className="min-w-0">
      <legend className="text-small text-ink-soft mb-1">{legend}</legend>
      <div className="flex flex-wrap gap-1">{children}</div>
    </fieldset>
  );
}

interface OptionProps {
  readonly label: string;
  readonly on: boolean;
  readonly onPick: () => void;
  readonly square?: boolean;
  readonly children: ReactNode;
}

function Option({ label, on, onPick, square = false, children }: OptionProps): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={label}
      title={label}
      onClick={onPick}
      className={classes(
        'tints rounded-normal hover:bg-hover aria-pressed:bg-seal-wash aria-pressed:border-seal flex min-h-target items-center justify-center border border-transparent',
        square ? 'w-target' : 'flex-1 px-1',
      )}
    >
      {children}
    </button>
  );
}

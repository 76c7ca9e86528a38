/** The fields of one's own card, in the form of a new account and in the settings. All of them are optional. */
import { useEffect, useId, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { Params } from '../peer/methods.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { toBase64 } from './base64.ts';
import { pictureFrom } from './picture-file.ts';
import type { BoundField, FieldFault } from './use-form.ts';

export const CARD_FIELDS = ['displayName', 'birthYear', 'status'] as const;
export type CardField = (typeof CARD_FIELDS)[number];
export const SEXES = ['none', 'female', 'male', 'other'] as const;
export type ChosenSex = (typeof SEXES)[number];

/** What is no line of a form. `picture`: bytes that were chosen; null: taken away; undefined: as it is. */
export interface CardChoices {
  readonly sex: ChosenSex;
  readonly picture: Uint8Array | null | undefined;
}
export const NO_CHOICES: CardChoices = { sex: 'none', picture: undefined };

export function cardFaults({ birthYear }: Readonly<Record<CardField, string>>): {
  readonly birthYear: FieldFault | undefined;
} {
  const year = birthYear.trim();
  const sound =
    year === '' || (/^\d{4}$/.test(year) && Number(year) >= 1900 && Number(year) <= new Date().getFullYear());
  return { birthYear: sound ? undefined : 'birth-year-invalid' };
}

export function cardParams(
  values: Readonly<Record<CardField, string>>,
  { sex, picture }: CardChoices,
): Params<'profile.set'> {
  const year = values.birthYear.trim();
  return {
    displayName: values.displayName,
    status: values.status,
    sex: sex === 'none' ? null : sex,
    birthYear: year === '' ? null : Number(year),
    ...(picture === undefined ? {} : { picture: picture === null ? null : toBase64(picture) }),
  };
}

interface Props {
  readonly bind: (field: CardField) => BoundField;
  readonly choices: CardChoices;
  readonly onChoices: (choices: CardChoices) => void;
  /** The picture that is there already. */
  readonly present?: string | undefined;
}

export function CardFields({ bind, choices, onChoices, present }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        {...bind('displayName')}
        label={t('card.displayName')}
        hint={t('card.displayNameHint')}
        autoComplete="nickname"
        optional
      />
      <Picture choices={choices} onChoices={onChoices} present={present} />
      <Choice
        label={t('card.sex')}
        value={choices.sex}
        options={SEXES.map((value) => ({ value, label: t(`card.sexes.${value}`) }))}
        onChange={(sex) => {
          onChoices({ ...choices, sex });
        }}
      />
      <TextField
        {...bind('birthYear')}
        label={t('card.birthYear')}
        inputMode="numeric"
        autoComplete="bday-year"
        optional
      />
      <TextField {...bind('status')} label={t('card.status')} autoComplete="off" optional />
    </>
  );
}

function Picture({ choices, onChoices, present }: Omit<Props, 'bind'>): ReactElement {
  const { t } = useTranslation();
  const say = useErrorWords();
  const id = useId();
  const [failure, setFailure] = useState<unknown>();
  const chosen = useUrl(choices.picture ?? undefined);
  const shown = choices.picture === null ? undefined : (chosen ?? present);
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setFailure(undefined);
    try {
      onChoices({ ...choices, picture: await pictureFrom(file) });
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <span className="text-small font-medium">
        {t('card.picture')}
        <span className="text-ink-soft font-normal"> · {t('common.optional')}</span>
      </span>
      <div className="flex flex-wrap items-center gap-3">
        {shown !== undefined && (
          <img src={shown} alt={t('card.yourPicture')} className="size-14 rounded-full object-cover" />
        )}
        <label
          htmlFor={id}
          className="tints bg-raised text-ink border-edge hover:bg-hover rounded-normal has-focus-visible:outline-focus relative inline-flex min-h-target cursor-pointer items-center gap-2 border px-4 py-1.5 font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
        >
          <Icon name="file" size={18} />
          {t('card.choosePicture')}
          <input
            id={id}
            type="file"
            accept="image/*"
            aria-describedby={`${id}-error`}
            className="absolute -inset-px cursor-pointer opacity-0"
            onChange={({ target }) => {
              void choose(target.files?.[0]);
              target.value = '';
            }}
          />
        </label>
        {shown !== undefined && (
          <Button
            look="quiet"
            icon="delete"
            onClick={() => {
              onChoices({ ...choices, picture: null });
            }}
          >
            {t('card.noPicture')}
          </Button>
        )}
      </div>
      <p id={`${id}-error`} role="alert" className="text-small text-bad empty:hidden">
        {failure !== undefined && say(failure).say}
      </p>
    </div>
  );
}

function useUrl(bytes: Uint8Array | undefined): string | undefined {
  const url = useMemo(
    () => (bytes === undefined ? undefined : URL.createObjectURL(new Blob([new Uint8Array(bytes)]))),
    [bytes],
  );
  useEffect(
    () => () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    },
    [url],
  );
  return url;
}

import { useId, useState } from 'react';
import type { InputHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import type { IconName } from '../design/icon.tsx';
import { classes } from './classes.ts';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value, or undefined. Shown under the field and tied to it. */
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** A drawing in front; the label is for screen readers then, and stands in the empty field for everybody else. */
  readonly icon?: IconName;
  /** Text of several lines instead of one. */
  readonly rows?: number;
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A labelled line. Its error is read out with it (aria-describedby) and when it appears (role alert). */
export function TextField(props: Props): ReactElement {
  const { label, value, onChange, error, hint, optional, icon, rows, className, type, ref, ...rest } = props;
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  const described = error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined;
  const box = {
    ...rest,
    id,
    value,
    ref,
    'aria-invalid': error !== undefined,
    'aria-describedby': described,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      onChange(event.target.value);
    },
    placeholder: icon === undefined ? rest.placeholder : label,
    className: classes(
      'tints min-h-target w-full border px-3 py-2 text-ink placeholder:text-ink-soft',
      icon === undefined ? 'bg-raised rounded-normal' : 'bg-hover rounded-full',
      secret && 'pr-20',
      icon !== undefined && 'pl-10',
      error !== undefined ? 'border-bad' : icon === undefined ? 'border-edge' : 'border-transparent',
    ),
  };
  return (
    <div className={classes('flex flex-col gap-1', className)}>
      <label htmlFor={id} className={icon === undefined ? 'text-small font-medium' : 'sr-only'}>
        {label}
        {optional === true && <span className="text-ink-soft font-normal"> · {t('common.optional')}</span>}
      </label>
      <div className="relative">
        {icon !== undefined && (
          <span className="text-ink-soft pointer-events-none absolute inset-y-0 left-3 flex items-center">
            <Icon name={icon} size={18} />
          </span>
        )}
        {rows === undefined ? (
          <input {...box} type={secret && shown ? 'text' : type} />
        ) : (
          <textarea {...(box as object)} rows={rows} />
        )}
        {secret && (
          <button
            type="button"
            aria-pressed={shown}
            aria-label={`${t('common.show')}: ${label}`}
            onClick={() => {
              setShown(!shown);
            }}
            className="text-small text-ink-soft hover:text-ink rounded-normal absolute inset-y-0 right-0 min-w-target px-3"
          >
            {shown ? t('common.hide') : t('common.show')}
          </button>
        )}
      </div>
      {hint !== undefined && error === undefined && (
        <p id={`${id}-hint`} className="text-small text-ink-soft">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} role="alert" className="text-small text-bad empty:hidden">
        {error}
      </p>
    </div>
  );
}

import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';

interface Props<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly mark?: ReactNode }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them seen: radio buttons that look like a row of keys. */
export function Choice<T extends string>({ label, hint, value, options, onChange }: Props<T>): ReactElement {
  const id = useId();
  return (
    <fieldset className="min-w-0 pt-1 pb-4" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend className="pt-3 pb-2">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'tints rounded-normal has-focus-visible:outline-focus relative flex min-h-target items-center gap-2 border px-3.5 py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
              option.value === value
                ? 'border-seal bg-seal-wash text-ink font-medium'
                : 'border-edge bg-raised hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name={id}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            {option.mark}
            {option.label}
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-small text-ink-soft pt-2">
          {hint}
        </p>
      )}
    </fieldset>
  );
}

import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A row of a list of settings: its words and its switch, both of which switch. */
export function Switch({ label, hint, checked, disabled = false, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="flex min-h-target items-center gap-4 py-2">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="block">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-small text-ink-soft">
            {hint}
          </p>
        )}
      </div>
      <span className="relative flex h-target w-12 shrink-0 items-center">
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={({ target }) => {
            onChange(target.checked);
          }}
          className="peer absolute inset-0 cursor-pointer appearance-none rounded-full"
        />
        <span
          aria-hidden="true"
          className="tints border-edge bg-hover peer-checked:border-seal peer-checked:bg-seal pointer-events-none h-7 w-12 rounded-full border peer-disabled:opacity-55"
        />
        <span
          aria-hidden="true"
          className="glides bg-edge peer-checked:bg-on-seal pointer-events-none absolute left-1 size-5 rounded-full peer-checked:translate-x-5 peer-disabled:opacity-55"
        />
      </span>
    </div>
  );
}

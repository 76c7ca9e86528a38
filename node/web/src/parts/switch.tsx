import { Switch as Base } from '@base-ui/react/switch';
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
export function Switch({ label, hint, checked, disabled, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="flex min-h-target items-center gap-4 py-2">
      <div className="min-w-0 flex-1">
        <label id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-small text-ink-soft">
            {hint}
          </p>
        )}
      </div>
      <Base.Root
        id={id}
        checked={checked}
        disabled={disabled ?? false}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="tints border-edge bg-hover data-[checked]:border-seal data-[checked]:bg-seal relative h-7 w-12 shrink-0 cursor-pointer rounded-full border before:absolute before:-inset-2 data-[disabled]:opacity-55"
      >
        <Base.Thumb className="bg-edge data-[checked]:bg-on-seal block size-5 translate-x-0.75 rounded-full transition-transform duration-(--pace-quick) data-[checked]:translate-x-5.75" />
      </Base.Root>
    </div>
  );
}

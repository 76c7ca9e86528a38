import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';
import { Icon } from '../design/icon.tsx';
import type { IconName } from '../design/icon.tsx';
import { classes } from './classes.ts';

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  main: 'bg-seal text-on-seal border-transparent hover:brightness-110',
  plain: 'bg-raised text-ink border-edge hover:bg-hover',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-hover',
  danger: 'bg-raised text-bad border-bad hover:bg-bad-wash',
};

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  /** Something is under way: pressing again does nothing, and screen readers are told. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'plain',
  icon,
  busy = false,
  wide,
  className,
  children,
  ...rest
}: Props): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={classes(
        'tints rounded-normal inline-flex min-h-target items-center justify-center gap-2 border px-4 py-1.5 font-medium',
        'disabled:opacity-55',
        LOOKS[look],
        wide === true && 'w-full',
        className,
      )}
    >
      {busy ? <Spinner /> : icon !== undefined && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<Props, 'children' | 'wide' | 'icon'> {
  readonly icon: IconName;
  /** What it does: its name for screen readers, and shown where the pointer rests. */
  readonly label: string;
}

/** A square of 40 px with a drawing. */
export function IconButton({
  icon,
  label,
  look = 'quiet',
  className,
  busy = false,
  ...rest
}: IconButtonProps): ReactElement {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      aria-busy={busy || undefined}
      className={classes(
        'tints rounded-normal inline-flex size-target shrink-0 items-center justify-center border disabled:opacity-55',
        LOOKS[look],
        className,
      )}
    >
      {busy ? <Spinner /> : <Icon name={icon} />}
    </button>
  );
}

export function Spinner({ size = 18 }: { readonly size?: number }): ReactElement {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" className="turns shrink-0">
      <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2.5" opacity="0.25" />
      <path
        d="M12 3.5a8.5 8.5 0 0 1 8.5 8.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}

import type { ReactElement } from 'react';
import { classes } from './classes.ts';

/** A count that wants to be seen. Nothing where there is none. @param label the count in words */
export function Badge({
  count,
  label,
  quiet = false,
}: {
  readonly count: number;
  readonly label: string;
  readonly quiet?: boolean;
}): ReactElement | null {
  if (count === 0) return null;
  return (
    <span
      className={classes(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1.5 text-tiny font-semibold tabular-nums',
        quiet ? 'bg-selected text-ink' : 'bg-seal text-on-seal',
      )}
    >
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

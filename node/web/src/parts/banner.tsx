import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../design/icon.tsx';
import type { IconName } from '../design/icon.tsx';
import { classes } from './classes.ts';

interface Props {
  readonly tone: 'warn' | 'bad' | 'good';
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

const TONES = { warn: 'bg-warn-wash text-warn', bad: 'bg-bad-wash text-bad', good: 'bg-good-wash text-good' } as const;

/** A line across the page about a state that lasts; screen readers hear it when it appears. */
export function Banner({ tone, icon = 'alert', children, action }: Props): ReactElement {
  return (
    <div role="status" className={classes('flex flex-wrap items-center gap-x-3 px-4 py-1 text-small', TONES[tone])}>
      <Icon name={icon} size={18} />
      {/* Where text and button would be two narrow columns, the button stands below. */}
      <p className="min-w-0 flex-1 basis-56 py-1">{children}</p>
      {action !== undefined && <div className="ml-auto">{action}</div>}
    </div>
  );
}

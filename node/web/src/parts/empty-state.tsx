import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../design/icon.tsx';
import type { IconName } from '../design/icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly hint?: ReactNode;
  /** The one thing to do from here. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, hint, action }: Props): ReactElement {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center">
      <span className="bg-seal-wash text-seal-strong flex size-16 items-center justify-center rounded-full">
        <Icon name={icon} size={28} />
      </span>
      <h2 className="text-large font-semibold">{title}</h2>
      {hint !== undefined && <p className="text-ink-soft max-w-80">{hint}</p>}
      {action}
    </div>
  );
}

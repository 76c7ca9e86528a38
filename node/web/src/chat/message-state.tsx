import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import type { IconName } from '../design/icon.tsx';
import { classes } from '../parts/classes.ts';
import type { Message } from '../peer/methods.ts';

const ICONS = {
  queued: 'clock',
  stored: 'server',
  delivered: 'check',
  read: 'check-double',
  failed: 'alert',
} as const satisfies Record<string, IconName>;

/** What became of an own text: a drawing, and words for screen readers and under the pointer. Nothing for a friend's. */
export function MessageState({
  message,
  size = 14,
}: {
  readonly message: Message;
  readonly size?: number;
}): ReactElement | null {
  const { t } = useTranslation();
  const { state, reason, direction, deleted } = message;
  if (direction === 'in' || state === 'received' || deleted) return null;
  const words = state === 'queued' && reason === 'friend-key-changed' ? t('keyChange.waits') : t(`message.${state}`);
  return (
    <span
      title={words}
      data-state={state}
      className={classes(
        'inline-flex shrink-0 align-middle',
        state === 'failed' && 'text-bad',
        state === 'read' && 'text-seal-strong',
      )}
    >
      <Icon name={ICONS[state]} size={size} />
      <span className="sr-only">{words}</span>
    </span>
  );
}

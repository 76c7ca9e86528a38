import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { SHORTCUTS } from './shortcuts.ts';

export function ShortcutsDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('shortcuts.title')} textOnly>
      <ShortcutList />
    </Dialog>
  );
}

export function ShortcutList(): ReactElement {
  const { t } = useTranslation();
  return (
    <dl className="divide-line divide-y">
      {SHORTCUTS.map(({ keys, word }) => (
        <div key={word} className="flex items-center justify-between gap-4 py-2">
          <dt>{t(word)}</dt>
          <dd className="flex items-center gap-1.5">
            {keys.map((key, at) => (
              <span key={key} className="flex items-center gap-1.5">
                {at > 0 && <span className="text-small text-ink-soft">{t('shortcuts.then')}</span>}
                <kbd className="bg-hover border-edge rounded-small min-w-7 border px-1.5 text-center font-mono text-small">
                  {key}
                </kbd>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

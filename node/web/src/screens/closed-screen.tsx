/** Somebody came without a code: the page says how it is opened, and nothing else. */
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { arrival } from '../peer/arrival.ts';
import { CalmPage } from './calm-page.tsx';

export function ClosedScreen(): ReactElement {
  const { t } = useTranslation();
  // Whoever came by somebody's link takes it along.
  const invite = useSyncExternalStore(arrival.subscribe, arrival.get);
  const commands =
    invite === undefined ? ['npm start', 'miyu open'] : [`npm start -- --invite ${invite}`, `miyu open ${invite}`];
  return (
    <CalmPage title={t('closed.title')} lead={t('closed.why')}>
      <p>{t('closed.how')}</p>
      <ul className="my-4 flex flex-col gap-2">
        {commands.map((command) => (
          <li key={command}>
            <code className="bg-hover rounded-normal block px-4 py-2 font-mono break-all">{command}</code>
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-soft">{t('closed.note')}</p>
    </CalmPage>
  );
}

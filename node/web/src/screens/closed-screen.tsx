/** Somebody came without a code: the page says how it is opened, and nothing else. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CalmPage } from './calm-page.tsx';

export function ClosedScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <CalmPage title={t('closed.title')} lead={t('closed.why')}>
      <p>{t('closed.how')}</p>
      <ul className="my-4 flex flex-col gap-2">
        {['npm start', 'miyu open'].map((command) => (
          <li key={command}>
            <code className="bg-hover rounded-normal block px-4 py-2 font-mono">{command}</code>
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-soft">{t('closed.note')}</p>
    </CalmPage>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../parts/button.tsx';
import { leave } from '../place.ts';
import { ShortcutList } from '../shortcuts-dialog.tsx';
import { AboutSection } from './about-section.tsx';
import { AccountSection } from './account-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { KnowsSection } from './knows-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { SECTIONS } from './sections.ts';
import type { Section } from './sections.ts';
import { WritingSection } from './writing-section.tsx';

export function SettingsPane({ section }: { readonly section: string }): ReactElement | null {
  const { t } = useTranslation();
  const found = SECTIONS.find(({ name }) => name === section);
  if (found === undefined) return null;
  return (
    <section
      aria-labelledby="section-title"
      tabIndex={0} // Where it holds nothing but text, the keys scroll it.
      className="h-full overflow-y-auto -outline-offset-2"
    >
      <div className="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-4 sm:px-8 sm:py-8">
        <header className="flex items-center gap-2">
          <IconButton icon="back" label={t('common.back')} onClick={leave} className="md:hidden" />
          <h2 id="section-title" className="text-title font-semibold">
            {t(`settings.${found.name}`)}
          </h2>
        </header>
        <Content section={found.name} />
      </div>
    </section>
  );
}

function Content({ section }: { readonly section: Section }): ReactElement {
  switch (section) {
    case 'appearance':
      return <AppearanceSection />;
    case 'notifications':
      return <NotificationsSection />;
    case 'privacy':
      return <PrivacySection />;
    case 'writing':
      return <WritingSection />;
    case 'keyboard':
      return (
        <div className="bg-raised border-line rounded-large border px-5 py-2">
          <ShortcutList />
        </div>
      );
    case 'connection':
      return <ConnectionSection />;
    case 'knows':
      return <KnowsSection />;
    case 'account':
      return <AccountSection />;
    case 'about':
      return <AboutSection />;
  }
}

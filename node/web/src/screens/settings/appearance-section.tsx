import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../design/icon.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useSettings } from './use-settings.ts';

export function AppearanceSection(): ReactElement {
  const { t } = useTranslation();
  const [settings, change] = useSettings();
  return (
    <Card>
      <Choice
        label={t('settings.language')}
        value={settings.language ?? 'system'}
        options={[
          { value: 'system', label: t('settings.languageSystem') },
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(language) => {
          change({ language: language === 'system' ? null : language });
        }}
      />
      <Choice
        label={t('settings.theme')}
        value={settings.theme}
        options={[
          { value: 'system', label: t('settings.themeSystem') },
          { value: 'light', label: t('settings.themeLight'), mark: <Icon name="sun" size={18} /> },
          { value: 'dark', label: t('settings.themeDark'), mark: <Icon name="moon" size={18} /> },
        ]}
        onChange={(theme) => {
          change({ theme });
        }}
      />
      <Switch
        label={t('settings.reduceMotion')}
        hint={t('settings.reduceMotionHint')}
        checked={settings.motion === 'reduced'}
        onChange={(reduced) => {
          change({ motion: reduced ? 'reduced' : 'system' });
        }}
      />
    </Card>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/card.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useSettings } from './use-settings.ts';

export function PrivacySection(): ReactElement {
  const { t } = useTranslation();
  const [settings, change] = useSettings();
  return (
    <Card>
      <Switch
        label={t('settings.readReceipts')}
        hint={t('settings.readReceiptsHint')}
        checked={settings.privacy.readReceipts}
        onChange={(readReceipts) => {
          change({ privacy: { readReceipts } });
        }}
      />
      <Switch
        label={t('settings.typing')}
        hint={t('settings.typingHint')}
        checked={settings.privacy.typing}
        onChange={(typing) => {
          change({ privacy: { typing } });
        }}
      />
    </Card>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Switch } from '../../parts/switch.tsx';
import { usePeerState } from '../../peer/react.tsx';
import type { PeerState } from '../../peer/state.ts';
import { useSettings } from './use-settings.ts';

const selectLost = ({ status }: PeerState): boolean => status?.missing.includes('settings-lost') === true;

export function PrivacySection(): ReactElement {
  const { t } = useTranslation();
  const [settings, change] = useSettings();
  const lost = usePeerState(selectLost);
  return (
    <>
      {lost && (
        <div className="bg-warn-wash text-warn rounded-large flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
          <p className="min-w-0 flex-1 basis-64">{t('settings.privacyLost')}</p>
          <Button
            onClick={() => {
              change({ privacy: {} }); // Chosen, as they are.
            }}
          >
            {t('settings.privacyKeep')}
          </Button>
        </div>
      )}
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
      <Card>
        <Choice
          label={t('live.autoLock')}
          hint={t('live.autoLockHint')}
          value={settings.autoLock}
          options={[
            { value: 'off', label: t('live.autoLockOff') },
            { value: '5', label: t('live.minutes', { count: 5 }) },
            { value: '15', label: t('live.minutes', { count: 15 }) },
            { value: '60', label: t('live.hours', { count: 1 }) },
            { value: '240', label: t('live.hours', { count: 4 }) },
          ]}
          onChange={(autoLock) => {
            change({ autoLock });
          }}
        />
      </Card>
    </>
  );
}

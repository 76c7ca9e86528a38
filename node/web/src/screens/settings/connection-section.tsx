/** How this machine is connected: who can see it and dial it, what the server is needed for, and why something does not work. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/card.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useNearby } from '../use-nearby.ts';
import { DoctorPart } from '../doctor-part.tsx';
import { RouterPart } from './router-part.tsx';
import { useSettings } from './use-settings.ts';
import { WithoutPart } from './without-part.tsx';

export const ConnectionSection = (): ReactElement => (
  <>
    <VisiblePart />
    <RouterPart />
    <WithoutPart />
    <DoctorPart />
  </>
);

/** Others on the same network see that one is there, or do not. */
function VisiblePart(): ReactElement {
  const { t } = useTranslation();
  const [settings, change] = useSettings();
  const nearby = useNearby();
  return (
    <Card>
      <Switch
        label={t('nearby.visible')}
        hint={nearby?.on === false ? t('nearby.off') : t('nearby.visibleHint')}
        checked={settings.lan.visible}
        onChange={(visible) => {
          change({ lan: { visible } });
        }}
      />
    </Card>
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Switch } from '../../parts/switch.tsx';
import { playSound } from '../sound.ts';
import { useSettings } from './use-settings.ts';

export function NotificationsSection(): ReactElement {
  const { t } = useTranslation();
  const [settings, change] = useSettings();
  const { messages, requests, preview, sound } = settings.notifications;
  return (
    <>
      <Permission />
      <Card>
        <Switch
          label={t('settings.notifyMessages')}
          checked={messages}
          onChange={(on) => {
            change({ notifications: { messages: on } });
          }}
        />
        <Switch
          label={t('settings.notifyPreview')}
          hint={t('settings.notifyPreviewHint')}
          checked={preview}
          disabled={!messages}
          onChange={(on) => {
            change({ notifications: { preview: on } });
          }}
        />
        <Switch
          label={t('settings.notifyRequests')}
          checked={requests}
          onChange={(on) => {
            change({ notifications: { requests: on } });
          }}
        />
        <Switch
          label={t('settings.notifySound')}
          checked={sound}
          onChange={(on) => {
            change({ notifications: { sound: on } });
            if (on) playSound();
          }}
        />
      </Card>
    </>
  );
}

/** The browser asks for itself whether this page may show any. */
function Permission(): ReactElement | null {
  const { t } = useTranslation();
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  if (permission === 'granted') return <p className="text-ink-soft">{t('settings.notifyAllowed')}</p>;
  if (permission === 'denied') return <p className="text-warn">{t('settings.notifyDenied')}</p>;
  return (
    <div>
      <Button
        look="main"
        icon="bell"
        onClick={() => {
          void Notification.requestPermission().then(setPermission);
        }}
      >
        {t('settings.notifyAllow')}
      </Button>
    </div>
  );
}

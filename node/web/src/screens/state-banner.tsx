/** What does not work just now, in words: what was lost, what waits, and for what. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { isErrorCode } from '../words/error-words.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { openDialog } from './open-dialog.ts';
import { go } from './place.ts';

const select = ({ status }: PeerState): PeerState['status'] => status;
/** What only says that the server is not there: said in one sentence of its own. */
const AWAY: readonly string[] = ['server-unreachable', 'timeout', 'link-closed'];
/** What has been seen to already, and is told all the same. */
const REPAIRED: readonly string[] = ['store-repaired', 'settings-lost'];

export function StateBanner(): ReactElement | null {
  const { t } = useTranslation();
  const say = useErrorWords();
  const status = usePeerState(select);
  if (status === null) return null;
  const faults = status.missing.filter((code) => isErrorCode(code) && !AWAY.includes(code));
  const away = status.state === 'connecting' && status.missing.some((code) => AWAY.includes(code));
  return (
    <>
      {away && <Banner tone="warn">{t('connection.noServer')}</Banner>}
      {faults.filter(isErrorCode).map((code) => {
        const { say: what, do: advice } = say({ code });
        return (
          <Banner key={code} tone={REPAIRED.includes(code) ? 'warn' : 'bad'} action={actionOf(code)}>
            <strong className="font-semibold">{what}</strong> {advice}
          </Banner>
        );
      })}
    </>
  );
}

function actionOf(code: string): ReactElement | undefined {
  if (code === 'settings-lost') return <ToPrivacy />;
  return code === 'log-alarm' || code === 'friend-key-changed' ? <ToAlarms /> : undefined;
}

function ToAlarms(): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      look="quiet"
      onClick={() => {
        openDialog({ kind: 'alarms' });
      }}
    >
      {t('alarms.look')}
    </Button>
  );
}

function ToPrivacy(): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      look="quiet"
      onClick={() => {
        go({ room: 'settings', section: 'privacy' });
      }}
    >
      {t('settings.choose')}
    </Button>
  );
}

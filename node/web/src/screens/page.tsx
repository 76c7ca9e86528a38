/** Which screen a person sees: it follows from the connection and from the state of the profile. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { isUnlocked } from '../peer/state.ts';
import { ClosedScreen } from './closed-screen.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { MainView } from './main-view.tsx';
import { useLook } from './use-look.ts';

const select = (state: PeerState): readonly [PeerState['connection'], PeerState['status']] =>
  [state.connection, state.status] as const;

export function Page(): ReactElement {
  useLook();
  const { t } = useTranslation();
  const [connection, status] = usePeerState(select);
  if (connection === 'no-token' || connection === 'refused') return <ClosedScreen />;
  return (
    <div className="flex h-full flex-col">
      <ConnectionBanner />
      {isUnlocked(status) ? (
        <MainView />
      ) : (
        <p className="text-ink-soft m-auto" role="status">
          {t('connection.starting')}
        </p>
      )}
    </div>
  );
}

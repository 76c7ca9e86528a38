/** Which screen a person sees: it follows from the connection and from the state of the profile. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../parts/button.tsx';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { AnywhereScreen } from './anywhere-screen.tsx';
import { ClosedScreen } from './closed-screen.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { ImportScreen } from './import-screen.tsx';
import { MainView } from './main-view.tsx';
import { RegisterScreen } from './register-screen.tsx';
import { UnlockScreen } from './unlock-screen.tsx';
import { useLook } from './use-look.ts';

const select = (state: PeerState): readonly [PeerState['connection'], PeerState['status']] =>
  [state.connection, state.status] as const;

export function Page(): ReactElement {
  useLook();
  const [connection, status] = usePeerState(select);
  if (connection === 'no-token' || connection === 'refused') return <ClosedScreen />;
  return (
    <div className="flex h-full flex-col">
      <ConnectionBanner />
      <Screen state={status?.state} />
    </div>
  );
}

function Screen({ state }: { readonly state: NonNullable<PeerState['status']>['state'] | undefined }): ReactElement {
  const { t } = useTranslation();
  const [way, setWay] = useState<'register' | 'file' | 'anywhere'>('register');
  const register = (): void => {
    setWay('register');
  };
  switch (state) {
    case undefined:
      return (
        <p className="text-ink-soft m-auto flex items-center gap-3" role="status">
          <Spinner />
          {t('connection.starting')}
        </p>
      );
    case 'no-account':
      if (way === 'file') return <ImportScreen onHaveNone={register} />;
      if (way === 'anywhere') return <AnywhereScreen onHaveNone={register} />;
      return <RegisterScreen onHaveAccount={setWay} />;
    case 'locked':
      return <UnlockScreen takenOver={false} key="locked" />;
    case 'signed-out':
      return <UnlockScreen takenOver key="signed-out" />;
    case 'connecting':
    case 'online':
      return <MainView />;
  }
}

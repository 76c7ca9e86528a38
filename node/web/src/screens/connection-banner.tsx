/** Says that the line to the peer is down, within a moment that a restart of the peer may take unseen. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';

/** Below this a break is a blink; the contract asks for a banner within 2 s. */
const PATIENCE_MS = 700;

const select = ({ connection }: PeerState): PeerState['connection'] => connection;

export function ConnectionBanner(): ReactElement | null {
  const { t } = useTranslation();
  const peer = usePeer();
  const connection = usePeerState(select);
  const [late, setLate] = useState(false);
  const broken = connection === 'broken';
  useEffect(() => {
    if (!broken) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => {
      setLate(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [broken]);
  if (connection === 'other-version') {
    const reload = (
      <Button
        onClick={() => {
          location.reload();
        }}
      >
        {t('connection.reload')}
      </Button>
    );
    return (
      <Banner tone="warn" action={reload}>
        {t('connection.otherVersion')}
      </Banner>
    );
  }
  if (!broken || !late) return null;
  const now = (
    <Button
      look="quiet"
      onClick={() => {
        peer.hurry();
      }}
    >
      {t('connection.hurry')}
    </Button>
  );
  return (
    <Banner tone="bad" action={now}>
      {t('connection.broken')}
    </Banner>
  );
}

/** Servers on the same network, for whoever has none yet. None is used without a yes, and its fingerprint stands beside it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import type { Nearby } from '../peer/methods.ts';
import { splitAddress } from './split-address.ts';
import { useNearby } from './use-nearby.ts';

type NearbyServer = Nearby['servers'][number];

const WHO = { open: 'nearby.serverOpen', token: 'nearby.serverToken', closed: 'nearby.serverClosed' } as const;

/** @param chosen what stands in the form as server */
export function NearbyServers({
  chosen,
  onChoose,
}: {
  readonly chosen: string;
  readonly onChoose: (address: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const servers = useNearby()?.servers.filter(({ isOurs }) => !isOurs) ?? [];
  if (servers.length === 0) return null;
  return (
    <section aria-labelledby="nearby-servers" className="bg-hover rounded-large flex flex-col gap-1 px-4 py-3">
      <h2 id="nearby-servers" className="font-semibold">
        {t('nearby.servers')}
      </h2>
      <p className="text-small text-ink-soft">{t('nearby.serversHint')}</p>
      <ul>
        {servers.map((server) => (
          <ServerRow
            key={server.peerId}
            server={server}
            isChosen={server.addresses.includes(chosen.trim())}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </section>
  );
}

function ServerRow({
  server: { name, fingerprint, addresses, registration },
  isChosen,
  onChoose,
}: {
  readonly server: NearbyServer;
  readonly isChosen: boolean;
  readonly onChoose: (address: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [address = ''] = addresses;
  const place = splitAddress(address);
  return (
    <li className="border-line flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-2 first:border-t-0">
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="block font-medium break-words">{name ?? t('nearby.serverUnnamed')}</bdi>
        <code className="font-mono text-small block break-words">{fingerprint}</code>
        <span className="text-small text-ink-soft block break-words">
          {t('nearby.serverAt', { address: place === undefined ? address : `${place.host}:${place.port}` })}
          {registration !== null && ` · ${t(WHO[registration])}`}
        </span>
      </span>
      <Button
        aria-pressed={isChosen}
        disabled={registration === 'closed' || registration === 'token'}
        onClick={() => {
          onChoose(isChosen ? '' : address);
        }}
      >
        {t(isChosen ? 'nearby.taken' : 'nearby.take')}
      </Button>
    </li>
  );
}

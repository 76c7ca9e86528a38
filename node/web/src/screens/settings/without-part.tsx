/** What works without the server, and what waits for it and why; while it does not answer: how things stand now. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../parts/classes.ts';
import type { WithoutServer } from '../../peer/methods.ts';
import { usePeer, usePeerState } from '../../peer/react.tsx';
import type { PeerState } from '../../peer/state.ts';
import { isErrorCode } from '../../words/error-words.ts';
import { useErrorWords } from '../../words/use-error-words.ts';
import { FormFailure } from '../form-failure.tsx';
import { Part, Row } from '../../parts/facts.tsx';

type Ability = WithoutServer['abilities'][number];

/** What it depends on: the server's state, and which friends are there. */
const select = ({ status, friends }: PeerState): string =>
  [status?.state, status?.missing.join(), ...[...friends.values()].map(({ presence }) => presence)].join(' ');
const selectServer = ({ status }: PeerState): string | null => status?.server?.fingerprint ?? null;

export function WithoutPart(): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const depends = usePeerState(select);
  const fingerprint = usePeerState(selectServer);
  const [found, setFound] = useState<WithoutServer>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let over = false;
    peer.call('server.without').then(
      (answer) => {
        if (over) return;
        setFound(answer);
        setFailure(undefined);
      },
      (error: unknown) => {
        if (!over) setFailure(error);
      },
    );
    return () => {
      over = true;
    };
  }, [peer, depends]);
  const reason = found?.reason ?? null;
  return (
    <Part title={t('without.title')}>
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
      {found !== undefined && (
        <>
          <p role="status" className="py-1">
            {t(found.serverOnline ? 'without.online' : 'without.offline')}
          </p>
          <dl>
            {fingerprint !== null && (
              <Row term={t('without.server')}>
                <code className="font-mono text-small break-words">{fingerprint}</code>
              </Row>
            )}
            {reason !== null && (
              <Row term={t('without.reason')}>{isErrorCode(reason) ? say({ code: reason }).say : reason}</Row>
            )}
          </dl>
          <ul>
            {found.abilities.map((one) => (
              <AbilityRow key={one.ability} ability={one} state={found.serverOnline ? one.without : one.now} />
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

const LOOKS: Readonly<Record<Ability['now'], string>> = {
  works: 'text-good',
  partly: 'text-warn',
  waits: 'text-warn',
  'needs-server': 'text-bad',
};

function AbilityRow({
  ability: { ability, friends },
  state,
}: {
  readonly ability: Ability;
  readonly state: Ability['now'];
}): ReactElement {
  const { t } = useTranslation();
  return (
    <li className="border-line flex flex-wrap items-baseline gap-x-4 border-t py-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{t(`without.ability.${ability}`)}</p>
        <p className="text-small text-ink-soft">{t(`without.why.${ability}`)}</p>
      </div>
      <p className={classes('text-small font-medium', LOOKS[state])}>
        {t(`without.${state}`)}
        {friends !== null && state === 'partly' && ` · ${t('without.ofFriends', friends)}`}
      </p>
    </li>
  );
}

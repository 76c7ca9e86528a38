/** What a server has shown that no honest one shows: what happened, what it may mean, what to do, and the decision. */
import { useCallback, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { Alarm } from '../peer/methods.ts';
import { usePeer } from '../peer/react.tsx';
import { fullTime } from '../words/times.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { languageOfPage } from '../words/words.ts';
import { fromBase64 } from './base64.ts';
import { FormFailure } from './form-failure.tsx';
import { Row } from '../parts/facts.tsx';
import { openDialog } from './open-dialog.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function AlarmsDialog({ open, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [alarms, setAlarms] = useState<readonly Alarm[]>();
  const [failure, setFailure] = useState<unknown>();
  const look = useCallback(() => {
    peer.call('alarms.list').then(({ alarms: found }) => {
      setAlarms((before) => inOrder(before, found));
    }, setFailure);
  }, [peer]);
  useEffect(() => {
    look();
    return peer.onEvent((event) => {
      if (event.type === 'alarm') look();
    });
  }, [peer, look]);
  return (
    <Dialog open={open} onClose={onClose} title={t('alarms.title')} description={t('alarms.lead')} wide>
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
      {alarms?.length === 0 && <p>{t('alarms.none')}</p>}
      {alarms?.map((alarm) => (
        <One
          key={alarm.id}
          alarm={alarm}
          onFailure={(error) => {
            setFailure(error);
          }}
        />
      ))}
    </Dialog>
  );
}

const waits = ({ severity, state }: Alarm): boolean => severity === 'alarm' && state === 'open';
/** What a person has to decide stands first; the rest as it came. */
const waitingFirst = (a: Alarm, b: Alarm): number => Number(waits(b)) - Number(waits(a));

/** What was there stays where it is, so that a decision is seen where it was made; what is new comes first. */
function inOrder(before: readonly Alarm[] | undefined, found: readonly Alarm[]): readonly Alarm[] {
  if (before === undefined) return found.toSorted(waitingFirst);
  const fresh = found.filter(({ id }) => !before.some((one) => one.id === id));
  return [...fresh, ...before.flatMap(({ id }) => found.find((one) => one.id === id) ?? [])];
}

const TONES = { open: 'text-bad', stopped: 'text-warn', trusted: 'text-ink-soft', ended: 'text-ink-soft' } as const;
/** Of an account that has no name any more: enough to tell two apart. */
const SHOWN_DIGITS = 16;

function One({
  alarm,
  onFailure,
}: {
  readonly alarm: Alarm;
  readonly onFailure: (error: unknown) => void;
}): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const { id, kind, severity, state, friend, stops } = alarm;
  const isKey = kind === 'key-changed';
  const isScanned = isKey && alarm.other?.how === 'scanned';
  const isLost = kind === 'lost';
  const isStanding = state === 'open' || state === 'stopped';
  const decide = (decision: 'stop' | 'trust'): void => {
    peer.call('alarms.decide', { id, decision }).catch(onFailure);
  };
  const save = (): void => {
    peer.call('evidence.export', { id }).then(({ evidence }) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([fromBase64(evidence)], { type: 'application/octet-stream' }));
      link.download = `alarm-${id}.miyu-evidence`;
      link.click();
      URL.revokeObjectURL(link.href);
    }, onFailure);
  };
  return (
    <section className="border-line border-b py-4 first:pt-0 last:border-b-0 last:pb-0" data-alarm={id}>
      <h3 className="font-semibold">{isScanned ? t('keyChange.happenedScanned') : t(`alarms.happened.${kind}`)}</h3>
      <p className="mt-1">
        {isKey
          ? t(isScanned ? 'keyChange.meansScannedShort' : 'keyChange.meansShort')
          : isLost
            ? t('alarms.meansLost')
            : t(`alarms.means.${severity}`)}
      </p>
      {!isKey && <p className="mt-1">{isLost ? t('alarms.doLost') : t(`alarms.do.${severity}`)}</p>}
      <dl className="mt-2">
        <Row term={t('alarms.when')}>{fullTime(alarm.at, languageOfPage())}</Row>
        <Row term={t('alarms.server')}>
          <code className="font-mono text-small break-words">{alarm.server.fingerprint}</code>
        </Row>
        {friend !== null && (
          <Row term={t('alarms.friend')}>
            <bdi>{friend.name}</bdi>
          </Row>
        )}
        {isStanding && stops.length > 0 && (
          <Row term={t('alarms.stops')}>
            {stops.map(({ account, name }) => (
              <div key={account}>
                {name === null ? (
                  <code className="font-mono text-small">{account.slice(0, SHOWN_DIGITS)}…</code>
                ) : (
                  <bdi>{name}</bdi>
                )}
              </div>
            ))}
          </Row>
        )}
      </dl>
      {severity === 'alarm' && (
        <p className={classes('mt-2 font-semibold', TONES[state])}>
          {isKey && state === 'trusted' ? t('keyChange.kept') : t(`alarms.state.${state}`)}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {isKey && isStanding && friend !== null && (
          <Button
            onClick={() => {
              openDialog({ kind: 'key-change', account: friend.account });
            }}
          >
            {t('keyChange.decide')}
          </Button>
        )}
        {!isKey && severity === 'alarm' && state === 'open' && (
          <Button
            onClick={() => {
              decide('stop');
            }}
          >
            {t('alarms.stop')}
          </Button>
        )}
        {!isKey && severity === 'alarm' && state !== 'trusted' && (
          <Button
            look="danger"
            onClick={() => {
              decide('trust');
            }}
          >
            {t(isLost ? 'alarms.goOn' : 'alarms.trust')}
          </Button>
        )}
        {alarm.evidence && (
          <Button icon="file" onClick={save}>
            {t('alarms.save')}
          </Button>
        )}
      </div>
      {alarm.evidence && (
        <p className="text-small text-ink-soft mt-1">
          {/* What is typed stands between two marks. */}
          {t('alarms.saveHint')
            .split('`')
            .map((part, at) =>
              at % 2 === 1 ? (
                <code key={at} className="font-mono">
                  {part}
                </code>
              ) : (
                part
              ),
            )}
        </p>
      )}
    </section>
  );
}

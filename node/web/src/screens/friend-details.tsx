/** How a friend is reached, whether they are who they seem to be, and whether both have the same. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Spinner } from '../parts/button.tsx';
import { Part, Row } from '../parts/facts.tsx';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import type { FriendDetails } from '../peer/methods.ts';
import { usePeer } from '../peer/react.tsx';
import { fullTime } from '../words/times.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { languageOfPage } from '../words/words.ts';
import { CardDetails } from './card-details.tsx';
import { openDialog } from './open-dialog.ts';
import { splitAddress } from './split-address.ts';
import { DoctorPart } from './doctor-part.tsx';
import { PathRows } from './path-rows.tsx';
import { useFriendDetails } from './use-friend-details.ts';
import { VerificationPart } from './verification-part.tsx';

export function FriendDetailsView({ account }: { readonly account: string }): ReactElement {
  const { t } = useTranslation();
  const say = useErrorWords();
  const { details, failure } = useFriendDetails(account);
  if (details === undefined) {
    return (
      <p role="status" className="text-ink-soft flex items-center gap-3">
        {failure === undefined ? (
          <>
            <Spinner />
            {t('common.loading')}
          </>
        ) : (
          say(failure).say
        )}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {details.relation === 'friend' && <CardDetails details={details} />}
      <Connection details={details} />
      {details.relation === 'friend' && <DoctorPart who={account} />}
      {details.relation === 'friend' && <VerificationPart details={details} />}
      {details.relation === 'friend' && <AgreementPart details={details} />}
      <Acts details={details} />
    </div>
  );
}

function Connection({ details }: { readonly details: FriendDetails }): ReactElement {
  const { t } = useTranslation();
  const { presence, address, lastSeen, home, device } = details;
  const place = address === null ? undefined : splitAddress(address);
  return (
    <Part title={t('details.connection')}>
      <dl>
        <Row term={t('details.presence')}>{t(`presence.${presence}`)}</Row>
        <PathRows details={details} />
        {place !== undefined && (
          <>
            <Row term={t('details.address')}>
              <code className="font-mono text-small break-all">{place.host}</code>
            </Row>
            <Row term={t('details.port')}>
              <code className="font-mono text-small">{place.port}</code>
            </Row>
          </>
        )}
        <Row term={t('details.lastSeen')}>
          {presence === 'online'
            ? t('presence.now')
            : lastSeen === null
              ? t('presence.never')
              : fullTime(lastSeen, languageOfPage())}
        </Row>
        <Row term={t('details.home')}>
          <code className="font-mono text-small break-all">{home.addresses[0] ?? home.server}</code>
        </Row>
        {device !== null && (
          <Row term={t('details.device')}>
            <code className="font-mono text-small break-all">{device}</code>
          </Row>
        )}
      </dl>
    </Part>
  );
}

function AgreementPart({ details }: { readonly details: FriendDetails }): ReactElement {
  const { t } = useTranslation();
  const { sent, received, state, missing, withheld } = details.agreement;
  const gaps = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return (
    <Part title={t('details.agreement')}>
      <p>{t(`details.${state}`)}</p>
      {state !== 'unknown' && (
        <p className="text-small text-ink-soft">
          {t('details.agreedCounts', {
            sent: sent.agreed,
            sentTotal: sent.total,
            received: received.agreed,
            receivedTotal: received.total,
          })}
        </p>
      )}
      {gaps > 0 && <p className="text-bad">{t('details.missing', { count: gaps })}</p>}
      {withheld.length > 0 && <p className="text-bad">{t('details.withheld', { count: withheld.length })}</p>}
    </Part>
  );
}

function Acts({ details }: { readonly details: FriendDetails }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const { account, name, blocked, relation } = details;
  const isThere = relation === 'friend' || relation === 'requested';
  const unblock = async (): Promise<void> => {
    try {
      await peer.call('friends.unblock', { who: account });
      sayDone(t('details.unblockedDone', { name }));
    } catch (error) {
      sayFailed(say(error));
    }
  };
  return (
    <div className="flex flex-wrap gap-2">
      {!isThere && !blocked && (
        <Button
          look="main"
          icon="add-friend"
          onClick={() => {
            openDialog({ kind: 'add-friend', who: name });
          }}
        >
          {t('actions.addFriend')}
        </Button>
      )}
      {blocked ? (
        <Button icon="block" onClick={() => void unblock()}>
          {t('details.unblock')}
        </Button>
      ) : (
        <Button
          icon="block"
          onClick={() => {
            openDialog({ kind: 'block', account });
          }}
        >
          {t('details.block')}
        </Button>
      )}
      {isThere && (
        <Button
          look="danger"
          icon="remove-friend"
          onClick={() => {
            openDialog({ kind: 'remove-friend', account });
          }}
        >
          {t('actions.removeFriend')}
        </Button>
      )}
    </div>
  );
}

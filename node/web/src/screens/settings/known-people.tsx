import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Knows } from '../../peer/methods.ts';
import { fullTime } from '../../words/times.ts';
import { languageOfPage } from '../../words/words.ts';
import { Part, Row } from '../../parts/facts.tsx';

interface Other {
  readonly account: string;
  readonly name: string | null;
}

/** Whom the server knows in connection with oneself. */
export function KnownPeople({ knows }: { readonly knows: Knows }): ReactElement {
  const { t } = useTranslation();
  const revoked = (yes: boolean): string | undefined => (yes ? t('knows.revoked') : undefined);
  const time = (at: number): string => fullTime(at, languageOfPage());
  const { grantsGiven, grantsHeld, requestsSent, requestsReceived, blocked } = knows;
  return (
    <Part title={t('knows.people')}>
      <dl>
        <Row term={t('knows.mayWrite')}>
          <People
            of={grantsGiven.list.map((one) => ({ ...one, note: revoked(one.revoked) }))}
            total={grantsGiven.total}
          />
        </Row>
        <Row term={t('knows.youMayWrite')}>
          <People
            of={grantsHeld.list.map((one) => ({ ...one, note: revoked(one.revoked) }))}
            total={grantsHeld.total}
          />
        </Row>
        <Row term={t('knows.requestsIn')}>
          <People
            of={requestsReceived.map((one) => ({ ...one, note: time(one.receivedAt) }))}
            total={requestsReceived.length}
          />
        </Row>
        <Row term={t('knows.requestsOut')}>
          <People
            of={requestsSent.list.map((one) => ({ ...one, note: time(one.receivedAt) }))}
            total={requestsSent.total}
          />
        </Row>
        <Row term={t('knows.blocked')}>
          <People of={blocked.list} total={blocked.total} />
        </Row>
      </dl>
    </Part>
  );
}

interface PeopleProps {
  readonly of: readonly (Other & { readonly note?: string | undefined })[];
  readonly total: number;
}

export function People({ of, total }: PeopleProps): ReactElement {
  const { t } = useTranslation();
  if (total === 0) return <>{t('common.none')}</>;
  return (
    <ul>
      {of.map(({ account, name, note }) => (
        <li key={account}>
          {name === null ? t('knows.stranger', { id: account.slice(0, 8) }) : <bdi>{name}</bdi>}
          {note !== undefined && <span className="text-small text-ink-soft"> · {note}</span>}
        </li>
      ))}
      {total > of.length && <li className="text-ink-soft">{t('knows.andMore', { count: total - of.length })}</li>}
    </ul>
  );
}

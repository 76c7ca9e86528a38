import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Knows } from '../../peer/methods.ts';
import { fullTime } from '../../words/times.ts';
import { languageOfPage } from '../../words/words.ts';
import { Part, Row } from '../../parts/facts.tsx';
import { People } from './known-people.tsx';

const DAY_MS = 86_400_000;

/** Sealed letters at the server: how many, from whom, since when. */
export function KnownMail({ knows }: { readonly knows: Knows }): ReactElement {
  const { t } = useTranslation();
  const time = (at: number): string => fullTime(at, languageOfPage());
  const amount = (count: number, bytes: number): string => t('knows.mailAmount', { count, size: sizeWords(bytes) });
  const { mailbox, deposited, tokens } = knows;
  return (
    <Part title={t('knows.mail')}>
      <dl>
        <Row term={t('knows.mailWaiting')}>
          {amount(mailbox.count, mailbox.bytes)}
          {mailbox.oldestAt !== null && <div>{t('knows.mailOldest', { time: time(mailbox.oldestAt) })}</div>}
          <div className="text-small text-ink-soft">
            {t('knows.mailRoom', { count: mailbox.mostCount, size: sizeWords(mailbox.mostBytes) })}
          </div>
          <div className="text-small text-ink-soft">
            {t('knows.mailKept', { days: Math.round(mailbox.lifetimeMs / DAY_MS) })}
          </div>
        </Row>
        <Row term={t('knows.mailCounted')}>{mailbox.highest}</Row>
        <Row term={t('knows.mailFrom')}>
          <People
            of={mailbox.senders.map((one) => ({ ...one, note: amount(one.count, one.bytes) }))}
            total={mailbox.senders.length}
          />
        </Row>
        <Row term={t('knows.mailOut')}>
          <People
            of={deposited.map((one) => ({ ...one, note: amount(one.count, one.bytes) }))}
            total={deposited.length}
          />
        </Row>
        <Row term={t('knows.tokens')}>
          {tokens.length === 0
            ? t('common.none')
            : tokens.map(({ madeAt, expiresAt }) => (
                <div key={madeAt}>{t('knows.tokenUntil', { made: time(madeAt), until: time(expiresAt) })}</div>
              ))}
        </Row>
      </dl>
    </Part>
  );
}

/** Bytes as people read them: 3.4 KB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Why the profile is locked, where it was not the person who locked it here: who signed in instead, or that nobody was there. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../peer/methods.ts';
import { clockTime, fullTime } from '../words/times.ts';
import { languageOfPage } from '../words/words.ts';
import { Row } from '../parts/facts.tsx';

/** Last characters of a PeerId: what one compares at a glance. */
const SHORT = 8;

export function LockedBy({ lockedBy }: { readonly lockedBy: Status['lockedBy'] }): ReactElement | null {
  const { t } = useTranslation();
  const language = languageOfPage();
  if (lockedBy === null) return null;
  if (lockedBy.by === 'idle') {
    return <p role="status">{t('live.idle', { time: clockTime(lockedBy.since, language) })}</p>;
  }
  const { at, label, address, device } = lockedBy;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-medium">
        {at === null ? t('live.elsewhereAlways') : t('live.elsewhere', { time: fullTime(at, language) })}
      </p>
      <dl>
        <Row term={t('live.device')}>
          <bdi>{label ?? t('live.unnamed')}</bdi>{' '}
          <code className="text-small text-ink-soft font-mono">…{device.slice(-SHORT)}</code>
        </Row>
        {address !== null && (
          <Row term={t('live.address')}>
            <code className="font-mono">{address}</code>{' '}
            <span className="text-small text-ink-soft">{t('live.addressNote')}</span>
          </Row>
        )}
      </dl>
      <p className="text-ink-soft">{t('live.unsent')}</p>
    </div>
  );
}

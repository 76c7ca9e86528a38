/** By which way a friend is reached and what that means; where there is no link: what was tried, how it ended, and when it is tried again. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Row } from '../parts/facts.tsx';
import type { FriendDetails } from '../peer/methods.ts';
import { precisely } from '../words/times.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { languageOfPage } from '../words/words.ts';
import { PathBadge, wayOf } from './path-badge.tsx';

export function PathRows({ details }: { readonly details: FriendDetails }): ReactElement {
  const { t } = useTranslation();
  const { search, relation, blocked } = details;
  return (
    <>
      {relation === 'friend' && !blocked && (
        <Row term={t('details.path')}>
          <span className="flex flex-wrap items-center gap-x-2">
            <PathBadge friend={details} />
            <span className="grow basis-60">{t(`paths.means.${wayOf(details)}`)}</span>
          </span>
        </Row>
      )}
      {search !== null && (
        <Row term={t('paths.why')}>
          <p>
            <Head search={search} />
          </p>
          <ul className="text-small text-ink-soft mt-1">
            {search.tried.map((tried) => (
              <Tried key={tried.place} tried={tried} />
            ))}
          </ul>
        </Row>
      )}
    </>
  );
}

type Search = NonNullable<FriendDetails['search']>;

function Head({ search }: { readonly search: Search }): string {
  const { t } = useTranslation();
  const { state, startedAt, failures, nextAt } = search;
  const time = (at: number): string => precisely(at, languageOfPage());
  const last =
    state === 'queued'
      ? t('paths.queued')
      : startedAt === null
        ? t('paths.never')
        : state === 'seeking'
          ? t('paths.seeking', { time: time(startedAt) })
          : t('paths.failed', { time: time(startedAt) });
  return [
    last,
    ...(failures > 1 ? [t('paths.times', { failures })] : []),
    ...(nextAt === null ? [] : [t('paths.next', { time: time(nextAt) })]),
  ].join(languageOfPage() === 'zh' ? '' : ' ');
}

function Tried({
  tried: { place, result, addresses, reason },
}: {
  readonly tried: Search['tried'][number];
}): ReactElement {
  const { t } = useTranslation();
  const say = useErrorWords();
  const why = reason === null ? '' : reason === 'friend-unreachable' ? t('paths.nobody') : say({ code: reason }).say;
  return (
    <li>
      {t(`paths.place.${place}`)}
      {languageOfPage() === 'zh' ? '：' : ': '}
      {t(`paths.tried.${result}`, { addresses, reason: why })}
    </li>
  );
}

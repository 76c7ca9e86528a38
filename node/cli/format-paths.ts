/** By which path a friend is reached, what that means, and where there is none, what was tried. */
import type { PathSearch } from '../api/contract-paths.ts';
import type { Friend, Status } from '../api/contract-views.ts';
import type { Language } from '../../shared/language.ts';
import { formatTime, reasonOf, table } from './format.ts';
import { say } from './words.ts';

type Way = keyof Status['friends']['byPath'];

const wayOf = ({ presence, path }: Pick<Friend, 'presence' | 'path'>): Way =>
  presence === 'online' ? (path ?? 'direct') : presence;

/** `LAN: straight over your local network` */
export const formatWay = (friend: Pick<Friend, 'presence' | 'path'>, language: Language): string => {
  const way = wayOf(friend);
  return table([[say(language, `path-${way}`), say(language, `way-${way}`)]], language).join('');
};

/** `3, 1 online · LAN 1 · mailbox 2` */
export function formatFriendCounts({ byPath, ...counts }: Status['friends'], language: Language): string {
  const ways = (Object.keys(byPath) as Way[]).filter((way) => byPath[way] > 0);
  return [
    say(language, 'friendsCount', counts),
    ...ways.map((way) => `${say(language, `path-${way}`)} ${byPath[way]}`),
  ].join(' · ');
}

/** What was tried, when, and when it is tried again. */
export function formatSearch(search: PathSearch, language: Language): string[] {
  const head = table([[say(language, 'searchRow'), headOf(search, language)]], language);
  const places = search.tried.map(({ place, result, addresses, reason }): [string, string] => [
    `  ${say(language, `place-${place}`)}`,
    say(language, `tried-${result}`, { count: addresses, reason: whyOf(reason, language) }).trim(),
  ]);
  return [...head, ...table(places, language)];
}

const whyOf = (reason: string | null, language: Language): string =>
  reason === 'friend-unreachable' ? say(language, 'triedNobody') : reasonOf(reason, language);

function headOf({ state, startedAt, failures, nextAt }: PathSearch, language: Language): string {
  const began = startedAt === null ? '' : formatTime(startedAt, language);
  const last =
    state === 'queued'
      ? say(language, 'searchQueued')
      : startedAt === null
        ? say(language, 'searchNever')
        : say(language, state === 'seeking' ? 'searchSeeking' : 'searchFailed', {
            time: began,
          });
  return [
    last,
    ...(failures > 1 ? [say(language, 'searchTimes', { count: failures })] : []),
    ...(nextAt === null ? [] : [say(language, 'searchNext', { time: clockTime(nextAt, language) })]),
  ].join(' · ');
}

/** To the second: it is often less than a minute. */
const clockTime = (ms: number, language: Language): string =>
  new Date(ms).toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });

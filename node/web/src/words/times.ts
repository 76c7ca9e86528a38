/** Times as people say them, in the page's language and this machine's zone. */
import type { Language } from '../../../../shared/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };
const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(LOCALES[language], options);
    formats.set(key, found);
  }
  return found;
}

/** Midnight before it, in this machine's zone. */
export const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** Days from `time` to `now` by the calendar: 0 today, 1 yesterday. */
export const daysAgo = (time: number, now: number): number => Math.round((startOfDay(now) - startOfDay(time)) / DAY_MS);

/** 14:05 */
export const clockTime = (time: number, language: Language): string =>
  format(language, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time);

/** 14:05:09 */
export const precisely = (time: number, language: Language): string =>
  format(language, 'precise', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(time);

/** 2026-11-25 14:05 in words: 25 November 2026 at 14:05. */
export const fullTime = (time: number, language: Language): string =>
  format(language, 'full', { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(time);

/** For a row of a list: 14:05, Yesterday, Tuesday, 25 Nov, 25/11/2024. */
export function listTime(time: number, now: number, language: Language): string {
  const days = daysAgo(time, now);
  if (days <= 0) return clockTime(time, language);
  if (days === 1) return relativeDay(-1, language);
  if (days < 7) return format(language, 'weekday', { weekday: 'short' }).format(time);
  if (new Date(time).getFullYear() === new Date(now).getFullYear()) {
    return format(language, 'day', { day: 'numeric', month: 'short' }).format(time);
  }
  return format(language, 'year', { dateStyle: 'short' }).format(time);
}

/** For the line between two days: Today, Yesterday, Tuesday 25 November, 25 November 2024. */
export function dayTitle(time: number, now: number, language: Language): string {
  const days = daysAgo(time, now);
  if (days >= 0 && days <= 1) return relativeDay(-days, language);
  if (new Date(time).getFullYear() === new Date(now).getFullYear()) {
    return format(language, 'longday', { weekday: 'long', day: 'numeric', month: 'long' }).format(time);
  }
  return format(language, 'longyear', { dateStyle: 'long' }).format(time);
}

/** How long ago, roundly: 5 minutes ago, 3 days ago. */
export function ago(time: number, now: number, language: Language): string {
  const minutes = Math.max(0, Math.round((now - time) / 60_000));
  if (minutes < 60) return relative(-minutes, 'minute', language);
  const days = daysAgo(time, now);
  if (minutes < 24 * 60) return relative(-Math.round(minutes / 60), 'hour', language);
  if (days < 30) return relative(-days, 'day', language);
  return format(language, 'longyear', { dateStyle: 'long' }).format(time);
}

const relative = (value: number, unit: Intl.RelativeTimeFormatUnit, language: Language): string =>
  new Intl.RelativeTimeFormat(LOCALES[language], { numeric: value === 0 ? 'auto' : 'always' }).format(value, unit);

function relativeDay(days: number, language: Language): string {
  const text = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(days, 'day');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

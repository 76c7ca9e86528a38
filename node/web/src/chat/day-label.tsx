/** Days: the line between two of them, and the label that says, while one scrolls, which day is at the upper edge. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { classes } from '../parts/classes.ts';
import { useNow } from '../parts/use-now.ts';
import { dayTitle, startOfDay } from '../words/times.ts';
import { languageOfPage } from '../words/words.ts';
import type { Row } from './rows.ts';

/** It stays for a moment after the scrolling: long enough to be read. */
const REST_MS = 1_500;
/** Height of the label with the room above it: where a line between days is that near, it says the same. */
export const LABEL_PX = 44;

export function DayPill({ time, floats = false }: { readonly time: number; readonly floats?: boolean }): ReactElement {
  const now = useNow();
  return (
    <span
      className={classes(
        'text-ink-soft rounded-full px-3 py-0.5 text-tiny',
        floats ? 'bg-raised border-line shadow-low border' : 'bg-hover',
      )}
    >
      {dayTitle(time, now, languageOfPage())}
    </span>
  );
}

/** For the eye alone: whoever reads the list hears the lines between the days. */
export function DayLabel({ day }: { readonly day: number | null }): ReactElement | null {
  if (day === null) return null;
  return (
    <div
      aria-hidden="true"
      data-day-label=""
      className="appears pointer-events-none absolute inset-x-0 top-2 z-20 flex justify-center"
    >
      <DayPill time={day} floats />
    </div>
  );
}

/** @returns the day to show, null for none; and what is told, at each scrolling, the day at the upper edge */
export function useDayLabel(): readonly [day: number | null, tell: (day: number | null) => void] {
  const [day, setDay] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const tell = useCallback((next: number | null): void => {
    clearTimeout(timer.current);
    setDay(next);
    timer.current = setTimeout(() => {
      setDay(null);
    }, REST_MS);
  }, []);
  return [day, tell];
}

/**
 * @param first index of the row at the upper edge
 * @param last index of the lowest one that the label would cover
 * @returns the day of the first, null where a line says it, or nothing is there
 */
export function dayOf(rows: readonly Row[], first: number, last: number): number | null {
  const covered = rows.slice(first, last + 1);
  if (covered.some(({ kind }) => kind === 'day' || kind === 'begin')) return null;
  const row = covered.find((one) => one.kind === 'message');
  return row?.kind === 'message' ? startOfDay(row.message.sentAt) : null;
}

/**
 * Rows of unknown heights in a scroll area, of which only those near the screen are mounted, and a pin that holds them: what a person
 * looks at stays where it is, whatever comes above or below it, and whoever looks at the end stays there.
 */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Row } from './rows.ts';

/** What stays put: the end, or a row at so many pixels below the upper edge. */
export type Pin = { readonly kind: 'end' } | { readonly kind: 'row'; readonly key: string; readonly offset: number };

export type Rows = Virtualizer<HTMLDivElement, HTMLDivElement>;

/** Mounted beyond the screen on each side. With some 40 rows on a tall screen this stays well below 100. */
const OVERSCAN = 10;
/** Nearer to the end than this is at it: a person does not aim at a pixel. */
const END_PX = 24;

export interface PinnedRows {
  readonly virtual: Rows;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly pin: RefObject<Pin>;
  /** Holds something else from now on. */
  readonly setPin: (pin: Pin) => void;
  /** After a scrolling: holds what is seen now. @returns whether a person has scrolled */
  readonly hold: () => boolean;
}

/**
 * @param start what is held first; null until there is something. It is held before anything is drawn: what is not there to be seen
 *   must not count as seen
 * @param open whether the rows have no end yet: then nobody is at it
 * @param kept index of a row that stays mounted: it has the focus
 */
export function usePinnedRows(rows: readonly Row[], start: Pin | null, open: boolean, kept: number): PinnedRows {
  const scroller = useRef<HTMLDivElement>(null);
  const pin = useRef<Pin>({ kind: 'end' });
  const started = useRef(false);
  if (start !== null && !started.current) {
    started.current = true;
    pin.current = start;
  }
  /** How the pin has left the area, or a person was seen to have scrolled it. */
  const rest = useRef({ top: 0, height: 0, length: 0 });
  const [, redraw] = useState(0);
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]!.key,
    estimateSize: (index) => estimate(rows[index]!),
    overscan: OVERSCAN,
    paddingEnd: 12,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return kept === -1 || seen.includes(kept) ? seen : [...seen, kept].sort((a, b) => a - b);
    },
  });
  // The pin does it, and one of the two must.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = () => false;

  // Which rows are mounted follows from where the pin puts the area, and not from where it was before rows came above: else what one
  // looks at would be gone for a frame.
  const target = scroller.current === null ? undefined : targetOf(pin.current, rows, virtual, scroller.current);
  if (target !== undefined) virtual.scrollOffset = target;

  const isAtEnd = useCallback((): boolean => {
    const area = scroller.current;
    return area !== null && !open && area.scrollHeight - area.scrollTop - area.clientHeight < END_PX;
  }, [open]);

  const put = useCallback((): void => {
    const area = scroller.current;
    if (area === null) return;
    const target = targetOf(pin.current, rows, virtual, area);
    if (target !== undefined && Math.abs(area.scrollTop - target) >= 1) area.scrollTop = target;
    rest.current = { top: area.scrollTop, height: area.clientHeight, length: area.scrollHeight };
  }, [rows, virtual]);

  const hold = useCallback((): boolean => {
    const area = scroller.current;
    if (area === null) return false;
    const { top, height, length } = rest.current;
    if (area.clientHeight !== height || area.scrollHeight !== length) {
      // The area itself has changed, as where the composer grew a line, and scrolled for that reason: nobody's wish.
      put();
      return false;
    }
    // Of what the pin has scrolled one is told as well, a frame later.
    if (Math.abs(area.scrollTop - top) < 1) return false;
    rest.current.top = area.scrollTop;
    if (isAtEnd()) {
      pin.current = { kind: 'end' };
      return true;
    }
    const at = virtual.getVirtualItemForOffset(area.scrollTop)?.index ?? 0;
    // Days and the line of new messages come and go with what surrounds them; a message stays.
    const index = rows.findIndex(({ kind }, other) => other >= at && kind === 'message');
    const place = virtual.measurementsCache[index];
    if (place !== undefined) {
      pin.current = { kind: 'row', key: String(place.key), offset: place.start - area.scrollTop };
    }
    return true;
  }, [isAtEnd, put, rows, virtual]);

  const latest = useRef(put);
  useLayoutEffect(() => {
    latest.current = put;
    put();
  });
  // A banner above or a composer below takes its room from the area without a word to these rows.
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => {
      latest.current();
    });
    if (scroller.current !== null) watch.observe(scroller.current);
    return () => {
      watch.disconnect();
    };
  }, []);

  const setPin = useCallback((next: Pin): void => {
    pin.current = next;
    redraw((count) => count + 1);
  }, []);

  return { virtual, scroller, pin, setPin, hold };
}

function targetOf(pin: Pin, rows: readonly Row[], virtual: Rows, area: HTMLElement): number | undefined {
  // As it will be: the document may not have the rows yet.
  const most = Math.max(0, virtual.getTotalSize() - area.clientHeight);
  if (pin.kind === 'end') return most;
  const index = rows.findIndex(({ key }) => key === pin.key);
  if (index === -1) return undefined;
  const place = virtual.measurementsCache[index];
  return place === undefined ? undefined : Math.max(0, Math.min(most, place.start - pin.offset));
}

/** Before a row was on the screen: a line of text has about 45 characters, or half as many in Chinese. */
function estimate(row: Row): number {
  if (row.kind !== 'message') return 44;
  const { text, replyTo, reactions } = row.message;
  const breaks = Math.min(40, text.split('\n', 40).length - 1);
  const lines = Math.min(40, 1 + breaks + Math.floor(text.length / 45));
  return 14 + lines * 23 + (row.first ? 10 : 2) + (replyTo === null ? 0 : 50) + (reactions.length > 0 ? 24 : 0);
}

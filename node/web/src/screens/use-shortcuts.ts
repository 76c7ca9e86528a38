/** Keys that work everywhere but where somebody writes, or a dialog is open. */
import { useEffect, useRef } from 'react';
import { dialogStore, openDialog } from './open-dialog.ts';
import { go, readPlace } from './place.ts';
import type { Room } from './place.ts';

const ROOM_OF: Readonly<Partial<Record<string, Room>>> = { c: 'chats', f: 'friends', r: 'requests', s: 'settings' };
/** Between `g` and its second key. */
const PAIR_MS = 1_500;

/** @param search the field that `/` leads to, where it is there; else to the friends, whose field it is */
export function useShortcuts(search: HTMLInputElement | null): void {
  const wantsSearch = useRef(false);
  useEffect(() => {
    if (search === null || !wantsSearch.current) return;
    wantsSearch.current = false;
    search.focus();
  }, [search]);

  useEffect(() => {
    let pairUntil = 0;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F6' && document.querySelector('dialog[open], :popover-open') === null) {
        event.preventDefault();
        toNextRegion();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (isWriting(event.target) || dialogStore.get() !== undefined) return;
      const second = event.timeStamp < pairUntil ? ROOM_OF[event.key] : undefined;
      pairUntil = 0;
      if (second !== undefined) {
        go({ room: second });
      } else if (event.key === 'g') {
        pairUntil = event.timeStamp + PAIR_MS;
      } else if (event.key === '?') {
        openDialog({ kind: 'shortcuts' });
      } else if (event.key === 'a') {
        openDialog({ kind: 'add-friend' });
      } else if (event.key === '/') {
        if (search === null) {
          wantsSearch.current = true;
          go({ ...readPlace(), room: 'friends' });
        } else {
          search.focus();
        }
      } else {
        return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  }, [search]);
}

/** The columns, as far as they are seen: to what one does first in the next. */
function toNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((one) => one.checkVisibility());
  const here = regions.findIndex((one) => one.contains(document.activeElement));
  const next = regions[(here + 1) % regions.length];
  const first =
    next?.querySelector<HTMLElement>('textarea, [aria-current], [data-row][tabindex="0"]') ??
    next?.querySelector<HTMLElement>('button, input, [tabindex="0"]');
  first?.focus();
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select') ||
    target.closest('[role=menu]') !== null);

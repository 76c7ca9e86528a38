/** The messages of a chat: a scroll area that holds still, with a way down. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { ContextMenu } from '../parts/menu.tsx';
import { classes } from '../parts/classes.ts';
import { usePeer } from '../peer/react.tsx';
import type { Friend } from '../peer/methods.ts';
import { Button, Spinner } from '../parts/button.tsx';
import type { ChatFeed } from './chat-feed.ts';
import { DayLabel, DayPill, LABEL_PX, dayOf, useDayLabel } from './day-label.tsx';
import { plainText } from './markdown.ts';
import { MessageRowView } from './message-row.tsx';
import { entriesFor, isOwnText } from './message-tools.tsx';
import type { MessageDoing } from './message-tools.tsx';
import { keyOf, rowsOf } from './rows.ts';
import type { MessageRow, Row } from './rows.ts';
import { useAttended } from './use-attention.ts';
import { usePinnedRows } from './use-pinned-rows.ts';
import type { Pin } from './use-pinned-rows.ts';
import { useReading } from './use-reading.ts';

interface Props {
  readonly friend: Friend;
  readonly feed: ChatFeed;
  readonly doing: Omit<MessageDoing, 'jump'>;
  /** Shows a message by its position; given once. */
  readonly jumpTo: { current: (position: number) => void };
}

/** So near to an end of what is held, the next page is asked for: some two screens ahead. */
const AHEAD = 25;
const MARK_MS = 2_000;
/** Longer texts are read in the list. */
const SAID_CHARACTERS = 300;
/** Where the line of new messages stands on opening: what was read last is still seen above it. */
const DIVIDER_PX = 72;
const AT_LINE: Pin = { kind: 'row', key: 'unread', offset: DIVIDER_PX };
const AT_END: Pin = { kind: 'end' };

export function MessageList({ friend, feed, doing, jumpTo }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const attended = useAttended();
  const state = useSyncExternalStore(feed.store.subscribe, feed.store.get);
  const before = useRef<readonly Row[]>([]);
  const rows = useMemo(() => rowsOf(state, before.current), [state]);
  useEffect(() => {
    before.current = rows;
  }, [rows]);
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [menuFor, setMenuFor] = useState<MessageRow | null>(null);
  const [marked, setMarked] = useState<string | null>(null);
  const [far, setFar] = useState(false);
  const kept = focused === null ? -1 : rows.findIndex(({ key }) => key === focused);
  // Opening lands at the line of new messages.
  const line = rows.some(({ kind }) => kind === 'unread');
  const start = !state.loaded ? null : line ? AT_LINE : AT_END;
  const { virtual, scroller, pin, setPin, hold } = usePinnedRows(rows, start, state.window.newer, kept);
  const [day, tellDay] = useDayLabel();
  const reading = useReading(peer, friend.account);
  const { window: held, loaded, pending, unseen } = state;

  // Own texts lead to the end.
  const sent = useRef(0);
  useLayoutEffect(() => {
    const newest = pending.at(-1)?.id ?? 0;
    if (newest > sent.current) {
      sent.current = newest;
      setPin({ kind: 'end' });
    }
  }, [pending, setPin]);

  const look = useCallback((): void => {
    const area = scroller.current;
    if (area === null || !loaded) return;
    const items = virtual.getVirtualItems();
    const bottom = area.scrollTop + area.clientHeight;
    feed.look(pin.current.kind === 'end' && !held.newer, attended);
    setFar(held.newer || area.scrollHeight - bottom > area.clientHeight / 2);
    const inView = items.filter(({ start, end }) => end > area.scrollTop && start < bottom);
    if ((inView[0]?.index ?? AHEAD) < AHEAD && held.older) void feed.loadOlder();
    if (rows.length - (inView.at(-1)?.index ?? 0) < AHEAD && held.newer) void feed.loadNewer();
    if (!attended) return;
    const seen = inView.findLast(({ index, end, size }) => {
      const row = rows[index];
      return (
        row?.kind === 'message' && row.message.direction === 'in' && (end <= bottom + 8 || size > area.clientHeight)
      );
    });
    const row = seen === undefined ? undefined : rows[seen.index];
    if (row?.kind === 'message') reading(row.message.position);
  }, [attended, feed, held, loaded, pin, reading, rows, scroller, virtual]);
  useEffect(look);

  const dayAbove = (): number | null => {
    const top = scroller.current?.scrollTop ?? 0;
    const at = (offset: number): number => virtual.getVirtualItemForOffset(offset)?.index ?? 0;
    return dayOf(rows, at(top), at(top + LABEL_PX));
  };

  const jump = useCallback(
    (position: number): void => {
      void feed.show(position).then((found) => {
        if (!found) return;
        const key = feed.store.newest.keys.get(position) ?? keyOf(position);
        setPin({ kind: 'row', key, offset: (scroller.current?.clientHeight ?? 0) / 3 });
        setMarked(key);
      });
    },
    [feed, scroller, setPin],
  );
  useEffect(() => {
    jumpTo.current = jump;
  }, [jump, jumpTo]);
  useEffect(() => {
    if (marked === null) return;
    const timer = setTimeout(() => {
      setMarked(null);
    }, MARK_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [marked]);
  const allDoing = useMemo((): MessageDoing => ({ ...doing, jump }), [doing, jump]);

  const rowAt = (target: EventTarget): MessageRow | undefined => {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
    const row = rows.find((one) => one.key === key);
    return row?.kind === 'message' ? row : undefined;
  };
  const elementOf = (key: string): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null;

  const toEnd = (): void => {
    void feed.showEnd().then(() => {
      setPin({ kind: 'end' });
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const on = rowAt(event.target);
    const itself = event.target === event.currentTarget || (event.target as HTMLElement).dataset['key'] !== undefined;
    if (!itself || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const step = event.key === 'ArrowUp' ? -1 : 1;
      const items = virtual.getVirtualItems();
      let at = on === undefined ? (items.at(-1)?.index ?? -1) + (step === -1 ? 1 : 0) : rows.indexOf(on);
      do at += step;
      while (rows[at] !== undefined && rows[at]?.kind !== 'message');
      const next = rows[at];
      event.preventDefault();
      if (next === undefined) return;
      const element = elementOf(next.key);
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (event.key === 'End') {
      event.preventDefault();
      toEnd();
      return;
    }
    if (on === undefined || on.pending !== null) return;
    const { message } = on;
    const readable = message.kind === 'text' && !message.deleted;
    if (event.key === 'r' && readable) doing.reply(message);
    else if (event.key === 'e' && isOwnText(message)) doing.edit(message);
    else if (event.key === 'Delete') doing.remove(message);
    else return;
    event.preventDefault();
  };

  const entries =
    menuFor === null
      ? []
      : entriesFor(menuFor.message, allDoing, t, () => elementOf(menuFor.key)?.firstElementChild ?? null);
  const area = (
    <div
      ref={scroller}
      role="region"
      aria-label={t('chat.messages', { name: friend.name })}
      tabIndex={0}
      className="h-full overflow-y-auto overscroll-contain -outline-offset-2 [overflow-anchor:none]"
      onScrollCapture={() => {
        if (hold()) tellDay(dayAbove());
        look();
      }}
      onPointerOver={(event) => {
        if (event.pointerType === 'mouse') setPointed(rowAt(event.target)?.key ?? null);
      }}
      onPointerLeave={() => {
        setPointed(null);
      }}
      onFocus={(event) => {
        setFocused(rowAt(event.target)?.key ?? null);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
      }}
      onKeyDown={onKeyDown}
      onTouchStartCapture={(event) => {
        setMenuFor(rowAt(event.target) ?? null);
      }}
      onContextMenuCapture={(event) => {
        const row = rowAt(event.target);
        const native = (event.target as Element).closest('a') !== null || getSelection()?.isCollapsed === false;
        // Links and chosen text have the browser's own menu.
        if (row === undefined || row.pending !== null || native) event.stopPropagation();
        else setMenuFor(row);
      }}
    >
      <div className="flex min-h-full flex-col justify-end">
        <div role="list" className="relative w-full shrink-0" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index]!;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                data-key={row.key}
                role="listitem"
                tabIndex={row.kind === 'message' ? -1 : undefined}
                className={classes(
                  'absolute inset-x-0 top-0 pb-px -outline-offset-2',
                  (row.key === pointed || row.key === focused) && 'z-10',
                )}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.kind === 'message' ? (
                  <MessageRowView
                    row={row}
                    name={friend.name}
                    active={row.key === pointed || row.key === focused}
                    marked={row.key === marked}
                    doing={allDoing}
                  />
                ) : (
                  <Divider row={row} name={friend.name} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
  return (
    <div className="relative min-h-0 flex-1">
      <ContextMenu entries={entries} target={area} />
      <DayLabel day={day} />
      {!loaded && state.failure === null && <Waiting />}
      {!loaded && state.failure !== null && (
        <div role="alert" className="absolute inset-0 flex flex-col items-center justify-center gap-3 p-6 text-center">
          <p className="text-bad">{t('chat.failed')}</p>
          <Button onClick={() => void feed.reload(null)}>{t('common.retry')}</Button>
        </div>
      )}
      <NewestSaid rows={rows} name={friend.name} />
      {(far || unseen > 0) && pin.current.kind !== 'end' && (
        <button
          type="button"
          onClick={toEnd}
          className="appears bg-raised border-line shadow-high hover:bg-hover absolute right-4 bottom-3 z-20 inline-flex h-10 min-w-10 items-center justify-center gap-2 rounded-full border px-3"
        >
          {unseen > 0 && (
            <span className="text-seal-strong text-small font-semibold">{t('chat.toNew', { count: unseen })}</span>
          )}
          <Icon name="down" size={18} />
          {unseen === 0 && <span className="sr-only">{t('chat.toEnd')}</span>}
        </button>
      )}
    </div>
  );
}

interface DividerProps {
  readonly row: Exclude<Row, MessageRow>;
  readonly name: string;
}

function Divider({ row, name }: DividerProps): ReactElement {
  const { t } = useTranslation();
  if (row.kind === 'begin') {
    return (
      <div className="text-ink-soft px-6 pt-10 pb-3 text-center text-small">
        <p className="text-ink font-medium">{t('chat.beginning', { name })}</p>
        <p>{t('chat.beginningHint')}</p>
      </div>
    );
  }
  if (row.kind === 'day') {
    return (
      <div className="flex justify-center pt-4 pb-1.5">
        <DayPill time={row.time} />
      </div>
    );
  }
  return (
    <div className="text-seal-strong mx-auto flex max-w-[68rem] items-center gap-3 px-5 pt-3 pb-1 text-tiny font-semibold">
      <Line />
      {t('chat.newMessages')}
      <Line />
    </div>
  );
}

const Line = (): ReactNode => <span aria-hidden="true" className="bg-seal h-px flex-1 opacity-50" />;

/** Says to a screen reader what comes while the chat is open: the list itself would say whatever scrolls into it. */
function NewestSaid({ rows, name }: { readonly rows: readonly Row[]; readonly name: string }): ReactElement {
  const last = rows.at(-1);
  const message = last?.kind === 'message' && last.message.direction === 'in' ? last.message : undefined;
  const first = useRef<number | undefined>(undefined);
  if (first.current === undefined && rows.length > 0) first.current = message?.position ?? 0;
  const said = message !== undefined && message.position > (first.current ?? Infinity) ? message : undefined;
  return (
    <p aria-live="polite" className="sr-only">
      {said !== undefined && `${name}: ${plainText(said.text.slice(0, SAID_CHARACTERS))}`}
    </p>
  );
}

/** Not at once: the peer is on this machine, and answers before one sees that one waits. */
function Waiting(): ReactElement | null {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, 300);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!late) return null;
  return (
    <p role="status" className="text-ink-soft absolute inset-0 flex items-center justify-center gap-2">
      <Spinner />
      {t('common.loading')}
    </p>
  );
}

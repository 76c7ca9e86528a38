/**
 * A word for each success, and for a failure that no form shows. Read out as it appears; gone after some seconds, but not while
 * the pointer or the focus is on it.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { Store } from '../peer/store.ts';
import { Button, IconButton } from './button.tsx';

/** Long enough to read a sentence twice; a failure asks for more. */
const SHOWN_MS = 5_000;
const FAILURE_SHOWN_MS = 10_000;
/** More than a person reads at a time; the oldest goes. */
const MOST = 3;

interface Undo {
  readonly label: string;
  readonly onSelect: () => void;
}

interface ShownToast {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly title?: string;
  readonly text: string;
  readonly undo?: Undo;
}

const toasts = new Store<readonly ShownToast[]>([]);
/** Dialogs that are open: a toast stands in the last one, for nothing else can be seen or reached. */
const dialogs = new Store(0);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let nextId = 1;

export function sayDone(text: string, undo?: Undo): void {
  add({ id: nextId, kind: 'done', text, ...(undo === undefined ? {} : { undo }) });
}

export function sayFailed(error: { readonly say: string; readonly do: string }): void {
  add({ id: nextId, kind: 'failed', title: error.say, text: error.do });
}

function add(toast: ShownToast): void {
  nextId += 1;
  const kept = toasts.newest.slice(1 - MOST);
  for (const { id } of toasts.newest) if (!kept.some((one) => one.id === id)) stopTimer(id);
  toasts.setNow([...kept, toast]);
  startTimer(toast);
}

function dismiss(id: number): void {
  stopTimer(id);
  toasts.setNow(toasts.newest.filter((toast) => toast.id !== id));
}

function startTimer({ id, kind }: ShownToast): void {
  stopTimer(id);
  timers.set(
    id,
    setTimeout(
      () => {
        dismiss(id);
      },
      kind === 'failed' ? FAILURE_SHOWN_MS : SHOWN_MS,
    ),
  );
}

function stopTimer(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/**
 * The corner where they appear, away from the newest messages: one for the page, and one in each dialog. It is there before a toast is, or nobody would
 * read it out.
 */
export function ToastRegion({ inDialog = false }: { readonly inDialog?: boolean }): ReactElement {
  const { t } = useTranslation();
  const all = useSyncExternalStore(toasts.subscribe, toasts.get);
  const open = useSyncExternalStore(dialogs.subscribe, dialogs.get);
  useEffect(() => {
    if (!inDialog) return;
    dialogs.setNow(dialogs.newest + 1);
    return () => {
      dialogs.setNow(dialogs.newest - 1);
    };
  }, [inDialog]);
  const shown = inDialog === open > 0 ? all : [];
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed top-18 right-4 left-4 z-50 mx-auto flex max-w-sm flex-col gap-2 sm:left-auto"
    >
      {shown.map((toast) => {
        const { id, kind, title, text, undo } = toast;
        return (
          <div
            key={id}
            onPointerEnter={() => {
              stopTimer(id);
            }}
            onPointerLeave={() => {
              startTimer(toast);
            }}
            onFocus={() => {
              stopTimer(id);
            }}
            onBlur={() => {
              startTimer(toast);
            }}
            className="appears bg-raised text-ink border-line rounded-normal shadow-high pointer-events-auto flex w-full items-start gap-3 border py-2 pr-2 pl-4"
          >
            <span className={kind === 'failed' ? 'text-bad pt-2' : 'text-good pt-2'}>
              <Icon name={kind === 'failed' ? 'alert' : 'check'} />
            </span>
            <div className="min-w-0 flex-1 py-2 break-words">
              {title !== undefined && <p className="font-medium">{title}</p>}
              <p>{text}</p>
            </div>
            {undo !== undefined && (
              <Button
                look="quiet"
                onClick={() => {
                  dismiss(id);
                  undo.onSelect();
                }}
              >
                {undo.label}
              </Button>
            )}
            <IconButton
              icon="close"
              label={t('common.dismiss')}
              onClick={() => {
                dismiss(id);
              }}
            />
          </div>
        );
      })}
    </div>
  );
}

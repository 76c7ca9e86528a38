/**
 * Menus from a button, and over a row by right click, the menu key (or Shift+F10) and a long press.
 * The browser's own popover: above dialogs, closed by Esc and by a press elsewhere, and the focus goes back. The keys are those
 * of the WAI-ARIA menu pattern.
 */
import { cloneElement, useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement, TouchEvent } from 'react';
import { Icon } from '../design/icon.tsx';
import type { IconName } from '../design/icon.tsx';
import { classes } from './classes.ts';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: IconName;
  /** Takes something away: set apart by colour. */
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

/** A box of the window at whose lower edge the menu opens, or at its upper one where there is no room. */
interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly align: 'start' | 'end';
}

/** Pixels between a menu and what it belongs to, and the window's edge. */
const GAP = 4;
const EDGE = 8;
const LONG_PRESS_MS = 500;
/** A finger that moves farther scrolls. */
const LONG_PRESS_MOVE = 10;

interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** The button that opens it; it gets what it needs as props. */
  readonly trigger: ReactElement<Record<string, unknown>>;
}

export function Menu({ entries, trigger }: MenuProps): ReactElement {
  const [anchor, setAnchor] = useState<Anchor>();
  const id = useId();
  const button = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': anchor !== undefined,
    'aria-controls': anchor === undefined ? undefined : id,
    onClick: ({ currentTarget }: MouseEvent<HTMLElement>) => {
      const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
      setAnchor({ left, right, top, bottom, align: left > window.innerWidth / 2 ? 'end' : 'start' });
    },
  });
  return (
    <>
      {button}
      {anchor !== undefined && (
        <Popup
          id={id}
          entries={entries}
          anchor={anchor}
          onClosed={() => {
            setAnchor(undefined);
          }}
        />
      )}
    </>
  );
}

interface ContextMenuProps {
  readonly entries: readonly MenuEntry[];
  /** What the menu is about; it gets the handlers as props. Inside of an `li`, not the `li`: the menu stands beside it. */
  readonly target: ReactElement<Record<string, unknown>>;
}

export function ContextMenu({ entries, target }: ContextMenuProps): ReactElement {
  const [anchor, setAnchor] = useState<Anchor>();
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined>(undefined);
  const id = useId();
  const openAt = (x: number, y: number): void => {
    setAnchor({ left: x, right: x, top: y, bottom: y, align: 'start' });
  };
  const release = (): void => {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  };
  const about = cloneElement(target, {
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      release();
      if (event.button === 2 || (event.nativeEvent as PointerEvent).pointerType === 'touch') {
        openAt(event.clientX, event.clientY);
        return;
      }
      // By key: there is no place of a pointer, but something that has the focus.
      const { left, bottom } = (event.target as HTMLElement).getBoundingClientRect();
      openAt(left + 2 * EDGE, bottom - EDGE);
    },
    onTouchStart: (event: TouchEvent<HTMLElement>) => {
      const touch = event.touches[0];
      if (touch === undefined || event.touches.length > 1) return;
      const { clientX: x, clientY: y } = touch;
      const timer = setTimeout(() => {
        press.current = undefined;
        openAt(x, y);
      }, LONG_PRESS_MS);
      press.current = { timer, x, y };
    },
    onTouchMove: (event: TouchEvent<HTMLElement>) => {
      const touch = event.touches[0];
      const began = press.current;
      if (touch === undefined || began === undefined) return;
      if (Math.hypot(touch.clientX - began.x, touch.clientY - began.y) > LONG_PRESS_MOVE) release();
    },
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      if (press.current === undefined && anchor !== undefined) event.preventDefault(); // The press has done its work.
      release();
    },
    onTouchCancel: release,
  });
  return (
    <>
      {about}
      {anchor !== undefined && (
        <Popup
          key={`${anchor.left} ${anchor.top}`}
          id={id}
          entries={entries}
          anchor={anchor}
          onClosed={() => {
            setAnchor(undefined);
          }}
        />
      )}
    </>
  );
}

interface PopupProps extends Pick<MenuProps, 'entries'> {
  readonly id: string;
  readonly anchor: Anchor;
  readonly onClosed: () => void;
}

function Popup({ id, entries, anchor, onClosed }: PopupProps): ReactElement {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = popup.current;
    if (element === null) return;
    element.showPopover();
    put(element, anchor);
    itemsOf(element)[0]?.focus();
  }, [anchor]);
  return (
    <div
      ref={popup}
      id={id}
      role="menu"
      popover="auto"
      onToggle={(event) => {
        if (event.newState === 'closed') onClosed();
      }}
      onKeyDown={(event) => {
        event.stopPropagation(); // A menu is a child of its row in React: the row's own keys are not meant.
        if (popup.current !== null) move(popup.current, event);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      className="bg-raised text-ink border-line rounded-normal shadow-high fixed inset-auto m-0 min-w-48 max-w-80 border py-1"
    >
      {entries.map(({ label, icon, danger, disabled, onSelect }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={disabled}
          onClick={(event) => {
            event.stopPropagation();
            if (disabled === true) return;
            popup.current?.hidePopover(); // Gives the focus back first, so that a dialog knows where it came from.
            onSelect();
          }}
          onPointerMove={({ currentTarget }) => {
            currentTarget.focus({ preventScroll: true });
          }}
          className={classes(
            'focus:bg-hover flex min-h-target w-full items-center gap-3 px-3 py-1.5 text-left -outline-offset-2 aria-disabled:opacity-55',
            danger === true && 'text-bad',
          )}
        >
          {icon !== undefined && <Icon name={icon} size={18} />}
          {label}
        </button>
      ))}
    </div>
  );
}

function put(popup: HTMLElement, { left, right, top, bottom, align }: Anchor): void {
  const { width, height } = popup.getBoundingClientRect();
  const x = align === 'start' ? left : right - width;
  const y = bottom + GAP + height <= window.innerHeight - EDGE ? bottom + GAP : top - GAP - height;
  popup.style.left = `${Math.max(EDGE, Math.min(x, window.innerWidth - width - EDGE))}px`;
  popup.style.top = `${Math.max(EDGE, y)}px`;
}

const itemsOf = (popup: HTMLElement): HTMLElement[] => [
  ...popup.querySelectorAll<HTMLElement>('[role=menuitem]:not([aria-disabled=true])'),
];

/** Arrows go round, Home and End to the ends, a letter to the next entry that begins with it, Tab out. */
function move(popup: HTMLElement, event: KeyboardEvent): void {
  const items = itemsOf(popup);
  const at = items.findIndex((item) => item === document.activeElement);
  let to: HTMLElement | undefined;
  if (event.key === 'ArrowDown') to = items[(at + 1) % items.length];
  else if (event.key === 'ArrowUp') to = items.at(at <= 0 ? -1 : at - 1);
  else if (event.key === 'Home') to = items[0];
  else if (event.key === 'End') to = items.at(-1);
  else if (event.key === 'Tab') popup.hidePopover();
  else if (event.key.length === 1 && event.key !== ' ') {
    const letter = event.key.toLocaleLowerCase();
    const round = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    to = round.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter));
  }
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
}

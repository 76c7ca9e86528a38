/**
 * A small sheet above its button, by the browser's own popover: Esc and a press beside it close it, and the focus goes back.
 */
import { cloneElement, useId, useLayoutEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

const GAP = 6;
const EDGE = 8;

interface Props {
  /** What it is for, for screen readers. */
  readonly label: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The button that opens it; it gets what it needs as props. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
}

export function Float({ label, open, onOpenChange, trigger, children }: Props): ReactElement {
  const id = useId();
  const button = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={button} className="contents">
        {cloneElement(trigger, {
          'aria-haspopup': 'dialog',
          'aria-expanded': open,
          'aria-controls': open ? id : undefined,
          onClick: () => {
            onOpenChange(!open);
          },
        })}
      </span>
      {open && (
        <FloatAt
          id={id}
          label={label}
          anchor={() => button.current?.firstElementChild ?? null}
          onClosed={() => {
            onOpenChange(false);
          }}
        >
          {children}
        </FloatAt>
      )}
    </>
  );
}

interface FloatAtProps extends Pick<Props, 'label' | 'children'> {
  readonly id?: string;
  /** Where it hangs; asked when it opens. */
  readonly anchor: () => Element | null;
  readonly onClosed: () => void;
}

/** The sheet itself, open as long as it is there. */
export function FloatAt({ id, label, anchor, onClosed, children }: FloatAtProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  const place = useRef(anchor);
  useLayoutEffect(() => {
    const element = sheet.current;
    const at = place.current();
    if (element === null || at === null) return;
    element.showPopover();
    const box = at.getBoundingClientRect();
    const put = (): void => {
      const { width, height } = element.getBoundingClientRect();
      const above = box.top - GAP - height;
      const top = above >= EDGE ? above : Math.min(box.bottom + GAP, window.innerHeight - EDGE - height);
      element.style.left = `${Math.max(EDGE, Math.min(box.left, window.innerWidth - width - EDGE))}px`;
      element.style.top = `${Math.max(EDGE, top)}px`;
    };
    put();
    // It grows where all emoji are asked for.
    const observer = new ResizeObserver(put);
    observer.observe(element);
    element.querySelector<HTMLElement>('input, button')?.focus();
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <div
      ref={sheet}
      id={id}
      role="dialog"
      aria-label={label}
      popover="auto"
      onToggle={(event) => {
        if (event.newState === 'closed') onClosed();
      }}
      onKeyDown={(event) => {
        event.stopPropagation(); // It is a child of the composer or a row in React: their keys are not meant.
      }}
      className="bg-raised text-ink border-line rounded-large shadow-high fixed inset-auto m-0 max-w-[calc(100vw-1rem)] border"
    >
      {children}
    </div>
  );
}

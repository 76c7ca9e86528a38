/**
 * A modal, by the browser's own dialog element: everything else is out of reach, the focus is kept in it and goes back to where
 * it came from; Esc and a press beside it close it.
 */
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { ToastRegion } from './toast.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** One sentence under the title, read out with it. */
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the foot, the one that goes on last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** Nothing in it can have the focus: it has it itself, so that the keys scroll it. */
  readonly textOnly?: boolean;
  /** What has the focus first; else the first field, or the first button at the foot. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

export function Dialog(props: Props): ReactElement {
  const { open, onClose, title, description, children, actions, wide, textOnly, initialFocus } = props;
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) {
      element.showModal();
      (initialFocus?.current ?? firstOf(element))?.focus();
      setShown(true);
    } else if (!open && element.open) {
      element.close();
      setShown(false);
    }
  }, [open, initialFocus]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      onCancel={(event) => {
        if (event.target !== dialog.current) return; // Of a field for files inside.
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (open) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose(); // What is beside the content belongs to the dialog's backdrop.
      }}
      className={classes(
        'dialog text-ink m-auto max-h-[calc(100dvh-1.5rem)] w-[calc(100vw-1.5rem)] overflow-visible bg-transparent',
        wide === true ? 'max-w-2xl' : 'max-w-md',
      )}
    >
      <div className="bg-raised rounded-large shadow-high flex max-h-[calc(100dvh-1.5rem)] flex-col">
        <header className="flex items-start gap-2 pt-4 pr-3 pb-2 pl-6">
          <div className="min-w-0 flex-1 pt-1.5">
            <h2 id={`${id}-title`} className="text-large font-semibold break-words">
              {title}
            </h2>
            {description !== undefined && (
              <p id={`${id}-description`} className="text-ink-soft mt-1">
                {description}
              </p>
            )}
          </div>
          <IconButton icon="close" label={t('common.close')} onClick={onClose} />
        </header>
        <div
          data-content
          tabIndex={textOnly === true ? 0 : undefined}
          className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-6 -outline-offset-2 empty:pt-0"
        >
          {children}
        </div>
        {actions !== undefined && (
          <footer className="border-line flex flex-wrap justify-end gap-2 border-t px-6 py-3">{actions}</footer>
        )}
      </div>
      {shown && <ToastRegion inDialog />}
    </dialog>
  );
}

/** What a person came for: a field or a choice; else the first button at the foot, which does no harm. Not the closing cross. */
function firstOf(dialog: HTMLDialogElement): HTMLElement | null {
  return (
    dialog.querySelector<HTMLElement>('[data-content] :is(input, textarea, select, button):enabled') ??
    dialog.querySelector<HTMLElement>('footer button:enabled')
  );
}

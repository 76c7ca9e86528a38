import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';

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
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

/** A modal: the focus is kept in it and goes back to where it came from; Esc and a press beside it close it. */
export function Dialog(props: Props): ReactElement {
  const { open, onClose, title, description, children, actions, wide, initialFocus } = props;
  const { t } = useTranslation();
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fades bg-veil fixed inset-0 z-40" />
        <Base.Popup
          {...(initialFocus === undefined ? {} : { initialFocus })}
          className={classes(
            'fades bg-raised rounded-large shadow-high fixed inset-x-3 top-1/2 z-50 mx-auto flex max-h-[calc(100dvh-1.5rem)]',
            '-translate-y-1/2 flex-col outline-none',
            wide === true ? 'max-w-2xl' : 'max-w-md',
          )}
        >
          <header className="flex items-start gap-2 pt-4 pr-3 pl-6">
            <div className="min-w-0 flex-1 pt-1.5">
              <Base.Title className="text-large font-semibold break-words">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="text-ink-soft mt-1">{description}</Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton icon="close" label={t('common.close')} />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-3 pb-6">{children}</div>
          {actions !== undefined && (
            <footer className="border-line flex flex-wrap justify-end gap-2 border-t px-6 py-3">{actions}</footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

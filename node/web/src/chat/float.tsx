import { Popover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode, RefObject } from 'react';

interface Props {
  /** What it is for, for screen readers. */
  readonly label: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The button that opens it; it gets what it needs as props. Left out where `anchor` says at what it hangs. */
  readonly trigger?: ReactElement;
  readonly anchor?: Element | null;
  /** Where the focus goes when it closes, if not to the trigger. */
  readonly finalFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A small sheet above its button: the focus goes into it and back; Esc and a press beside it close it. */
export function Float({ label, open, onOpenChange, trigger, anchor, finalFocus, children }: Props): ReactElement {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      {trigger !== undefined && <Popover.Trigger render={trigger} />}
      <Popover.Portal>
        <Popover.Positioner
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
          {...(anchor === undefined ? {} : { anchor })}
        >
          <Popover.Popup
            aria-label={label}
            {...(finalFocus === undefined ? {} : { finalFocus })}
            className="fades bg-raised border-line rounded-large shadow-high max-w-[calc(100vw-1rem)] border outline-none"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Menus from a button, and over a row by right click, the menu key (or Shift+F10) and a long press. */
import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
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

const POPUP = 'fades bg-raised border-line rounded-normal shadow-high min-w-48 max-w-80 border py-1 outline-none';

function Items({ entries }: { readonly entries: readonly MenuEntry[] }): ReactElement[] {
  return entries.map(({ label, icon, danger, disabled, onSelect }) => (
    <BaseMenu.Item
      key={label}
      disabled={disabled ?? false}
      onClick={onSelect}
      className={classes(
        'flex min-h-target cursor-pointer items-center gap-3 px-3 py-1.5 outline-none select-none',
        'data-[disabled]:opacity-55 data-[highlighted]:bg-hover',
        danger === true && 'text-bad',
      )}
    >
      {icon !== undefined && <Icon name={icon} size={18} />}
      {label}
    </BaseMenu.Item>
  ));
}

interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** The button that opens it; it gets what it needs as props. */
  readonly trigger: ReactElement;
}

export function Menu({ entries, trigger }: MenuProps): ReactElement {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align="end" className="z-50 outline-none">
          <BaseMenu.Popup className={POPUP}>
            <Items entries={entries} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface ContextMenuProps {
  readonly entries: readonly MenuEntry[];
  /** What the menu is about; it gets the handlers as props. */
  readonly target: ReactElement;
}

export function ContextMenu({ entries, target }: ContextMenuProps): ReactElement {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger render={target} />
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className="z-50 outline-none">
          <BaseContextMenu.Popup className={POPUP}>
            <Items entries={entries} />
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  );
}

/** The dialogs of the main view; each stays mounted while it closes, so that it can fade. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { AddFriendDialog } from './add-friend-dialog.tsx';
import { AlarmsDialog } from './alarms-dialog.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { DeleteAccountDialog } from './delete-account-dialog.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { KeyChangeDialog } from './key-change-dialog.tsx';
import { closeDialog, dialogStore } from './open-dialog.ts';
import { RemoveFriendDialog } from './remove-friend-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

export function Dialogs(): ReactElement | null {
  const open = useSyncExternalStore(dialogStore.subscribe, dialogStore.get);
  const [last, setLast] = useState(open);
  const [count, setCount] = useState(0);
  if (open !== undefined && open !== last) {
    setLast(open);
    setCount(count + 1); // Each opening begins anew.
  }
  useEffect(() => closeDialog, []);
  const shown = open ?? last;
  if (shown === undefined) return null;
  const props = { open: open !== undefined, onClose: closeDialog };
  switch (shown.kind) {
    case 'add-friend':
      return <AddFriendDialog {...props} key={count} who={shown.who} />;
    case 'alarms':
      return <AlarmsDialog {...props} key={count} />;
    case 'block':
      return <BlockDialog {...props} key={count} account={shown.account} />;
    case 'remove-friend':
      return <RemoveFriendDialog {...props} key={count} account={shown.account} />;
    case 'create-group':
    case 'join-group':
      return <GroupDialog {...props} key={count} kind={shown.kind} />;
    case 'delete-account':
      return <DeleteAccountDialog {...props} key={count} name={shown.name} />;
    case 'details':
      return <DetailsDialog {...props} key={count} account={shown.account} />;
    case 'key-change':
      return <KeyChangeDialog {...props} key={count} account={shown.account} />;
    case 'invite':
      return <InviteDialog {...props} key={count} />;
    case 'rename':
      return <RenameDialog {...props} key={count} />;
    case 'sign-out':
      return <SignOutDialog {...props} key={count} />;
    case 'shortcuts':
      return <ShortcutsDialog {...props} key={count} />;
  }
}

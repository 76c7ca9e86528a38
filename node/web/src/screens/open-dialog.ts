/** Which dialog is open: one at most, whoever asked for it. */
import { Store } from '../peer/store.ts';

export type OpenDialog =
  /** `who`: a name or a link that is filled in. */
  | { readonly kind: 'add-friend'; readonly who?: string }
  | { readonly kind: 'alarms' }
  | { readonly kind: 'block'; readonly account: string }
  /** `account`: whom it is about, where that is known. */
  | { readonly kind: 'remove-friend'; readonly account?: string }
  | { readonly kind: 'create-group' }
  | { readonly kind: 'join-group' }
  /** `name`: the own one. */
  | { readonly kind: 'delete-account'; readonly name: string }
  | { readonly kind: 'details'; readonly account: string }
  | { readonly kind: 'key-change'; readonly account: string }
  | { readonly kind: 'invite' }
  | { readonly kind: 'rename' }
  | { readonly kind: 'sign-out' }
  | { readonly kind: 'shortcuts' };

export const dialogStore = new Store<OpenDialog | undefined>(undefined);

export function openDialog(dialog: OpenDialog): void {
  dialogStore.setNow(dialog);
}

export function closeDialog(): void {
  dialogStore.setNow(undefined);
}

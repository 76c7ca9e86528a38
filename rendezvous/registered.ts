/** Who is registered here, for the paths that many requests take. */
import { toHex } from '../shared/ids.ts';
import type { Store } from './store/store.ts';

export interface Registered {
  /** At once for most of those who are. */
  isRegistered(account: Uint8Array): boolean | Promise<boolean>;
  /** Not from now on, whatever the disk says until the deletion is there. */
  deleted(account: Uint8Array): void;
  /** It is, or is again. */
  registered(account: Uint8Array): void;
}

/** @param most accounts that are remembered */
export function registeredCache(store: Store, most: number): Registered {
  const known = new Set<string>();
  /** Of this run: each was an account, whose registration is limited; 100 bytes. */
  const gone = new Set<string>();
  return {
    isRegistered(account) {
      const key = toHex(account);
      if (known.has(key)) return true;
      return (async () => {
        const found = !gone.has(key) && (await store.get('accounts', account)) !== undefined && !gone.has(key);
        if (found && known.size < most) known.add(key);
        return found;
      })();
    },
    deleted(account) {
      gone.add(toHex(account));
      known.delete(toHex(account));
    },
    registered(account) {
      gone.delete(toHex(account));
    },
  };
}

/** Who is registered here, for the paths that many requests take. */
import { toHex } from '../shared/ids.ts';
import type { Store } from './store/store.ts';

/** Accounts are never deleted: whoever was found once is registered. @param most accounts that are remembered */
export function registeredCache(store: Store, most: number): (account: Uint8Array) => boolean | Promise<boolean> {
  const known = new Set<string>();
  return (account) => {
    const key = toHex(account);
    if (known.has(key)) return true;
    return (async () => {
      const found = (await store.get('accounts', account)) !== undefined;
      if (found && known.size < most) known.add(key);
      return found;
    })();
  };
}

/** Operator's commands where no server runs in the folder: the same answers from the folder itself. */
import { makeFolder } from '../shared/folders.ts';
import { join } from 'node:path';
import { systemClock } from '../shared/clock.ts';
import { systemRandom } from '../shared/crypto/random.ts';
import type { Home } from '../shared/wire/generated/identity.js';
import { createToken, listTokens, revokeToken, tokenByPrefix } from './accounts/tokens.ts';
import type { Administered } from './admin/handlers.ts';
import { listenAddresses, type ServerSettings } from './config.ts';
import { identityOfSeed, type ServerIdentity } from './identity.ts';
import { STEP_ROWS, TOKENS } from './limits.ts';
import { createServerKey, readServerKey } from './server-key.ts';
import { openLevelStore } from './store/level-store.ts';
import type { Store } from './store/store.ts';

/**
 * The folder's key, made where there is none yet, so that an operator knows the fingerprint before the first start. Addresses
 * are those of the settings, as far as they say what others can dial.
 */
export async function offlineIdentity(
  settings: ServerSettings,
): Promise<ServerIdentity & Pick<Administered, 'addresses' | 'home'>> {
  makeFolder(settings.data);
  const seed = (await readServerKey(settings.data)) ?? (await createServerKey(settings.data, systemRandom));
  const identity = identityOfSeed(seed);
  const listed = settings.announce.length > 0 ? settings.announce : listenAddresses(settings);
  // A wildcard and port 0 are no addresses; the running server knows better.
  const addresses = listed.filter((address) => !/^\/ip4\/0\.0\.0\.0\/|^\/ip6\/::\/|\/tcp\/0$/.test(address));
  const home: Home = {
    server: identity.server,
    addresses: addresses.map((address) => address.replace(/\/p2p\/[^/]+$/, '')),
  };
  return {
    ...identity,
    addresses: () => home.addresses.map((address) => `${address}/p2p/${identity.peerId}`),
    home: () => home,
  };
}

/** Opens the store for one command. @throws MiyuError as openLevelStore; 'profile-in-use' where a server has it after all */
export async function withStore<T>(settings: ServerSettings, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openLevelStore(join(settings.data, 'store'));
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

export const offlineToken = (store: Store): Promise<{ readonly token: Uint8Array; readonly expiresAt: number }> =>
  createToken(
    store,
    undefined,
    { perMaker: TOKENS.perOperator, lifetimeMs: TOKENS.lifetimeMs },
    systemRandom,
    systemClock.wall(),
  );

export const offlineTokens = (store: Store, limit: number): ReturnType<typeof listTokens> =>
  listTokens(store, systemClock.wall(), limit);

/** @throws MiyuError 'token-invalid' */
export const offlineRevoke = async (store: Store, id: string): Promise<void> =>
  revokeToken(store, undefined, await tokenByPrefix(store, id, STEP_ROWS));

/** Counts alone: nobody is connected. */
export async function offlineStatus(
  store: Store,
): Promise<{ accounts: number; mail: number; requests: number; guests: number }> {
  const [accounts, mail, requests, guests] = await Promise.all([
    store.count('accounts'),
    store.count('mail'),
    store.count('requests'),
    store.count('guests'),
  ]);
  return { accounts, mail, requests, guests };
}

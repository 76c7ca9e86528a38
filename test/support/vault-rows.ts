/** A server whose sealed vaults a test reads, and puts back as they were. */
import { openLevelStore } from '../../rendezvous/store/level-store.ts';
import type { Store } from '../../rendezvous/store/store.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { aServer, type TestPerson, type TestServer } from './people.ts';
import { until } from './until.ts';

export type VaultRows = readonly { readonly key: Uint8Array; readonly value: Uint8Array }[];

export interface DishonestServer {
  readonly server: TestServer;
  readonly vaults: () => Promise<VaultRows>;
  readonly putBack: (rows: VaultRows) => Promise<void>;
}

export async function dishonestServer(): Promise<DishonestServer> {
  let store: Store | undefined;
  const openStore = async (folder: string): Promise<Store> => (store = await openLevelStore(folder));
  const server = await aServer({}, { openStore });
  return {
    server,
    vaults: async () => [...(await store!.scan('vaults', { limit: 10 }))],
    putBack: (rows) =>
      store!.transact(['test'], (tx) => {
        for (const { key, value } of rows) tx.put('vaults', key, value);
      }),
  };
}

/** Version of the copy that the server has; 0: none. */
export const versionOf = async (person: TestPerson): Promise<number> =>
  (await person.peer.serverKnows()).vault?.version ?? 0;

/** Waits until the server has a later copy than this one. It answers few such questions: one that is too many is asked again. */
export const renewedAfter = (person: TestPerson, version: number): Promise<boolean> =>
  until(
    'the copy is renewed',
    async () => {
      const now = await versionOf(person).catch((error: unknown) => {
        if (isMiyuError(error, 'rate-limited')) return version;
        throw error;
      });
      return now > version;
    },
    { timeoutMs: 120_000, everyMs: 3_000 },
  );

/** Watches the own name: whether the home's log says of this account what its owner has signed, and nothing else. */
import type { AlarmKind } from '../core/alarms.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { isChainFault, openChain } from '../../shared/transparency/chain.ts';
import { encodeExhibit } from '../../shared/transparency/exhibit.ts';
import { accountKey, nameKey, type MapEntry } from '../../shared/transparency/map-entries.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import type { Alarms } from './alarms.ts';
import { pause } from './back-off.ts';
import type { FlowContext, Own } from './context.ts';
import type { SignedIn } from './homes.ts';
import type { Logs } from './logs.ts';
import { ownChain } from './own-chain.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { untilDone } from './tend.ts';

/** Two small requests; as long as a head may be old. */
const WATCH_EVERY_MS = 10 * 60_000;
/** After news of the log: soon, and not with each of them. */
const SOON_MS = 30_000;

export interface WatchParts {
  readonly context: FlowContext;
  readonly logs: Logs;
  readonly alarms: Alarms;
}

/** Whether what stands there is what the owner has signed: by this profile, or by another device with the same identity. */
async function isOurs(own: Own, client: RendezvousClient, entry: MapEntry, waiting: Waiting): Promise<boolean> {
  if (entry.released || !equalBytes(entry.account, own.account)) return false;
  if (equalBytes(entry.entry, ownChain([own.statement, ...own.later]).entry)) return true;
  try {
    const { statements } = await client.lookup({ account: own.account }, waiting);
    return ends(statements, own, entry);
  } catch (error) {
    // What its map says to be there, it cannot show.
    if (isMiyuError(error, 'unknown-account')) return false;
    throw error;
  }
}

/** @returns whether these statements go on from our own first one, under our own key, to this entry */
function ends(statements: readonly Signed[], own: Own, { entry }: MapEntry): boolean {
  const state = openChain(statements);
  const latest = statements.at(-1);
  return (
    !isChainFault(state) &&
    latest !== undefined &&
    equalBytes(state.account, own.account) &&
    equalBytes(state.identityKey, own.identity.signing.publicKey) &&
    equalBytes(state.exchangeKey, own.identity.exchange.publicKey) &&
    equalBytes(sha256(latest.payload), entry)
  );
}

/** @throws MiyuError as the client; 'log-*' where the server proves nothing */
export async function watchOwn(
  { context, logs, alarms }: WatchParts,
  client: RendezvousClient,
  waiting: Waiting,
): Promise<void> {
  const own = context.own();
  const { server } = client;
  await logs.meet(client, waiting);
  const { entry: account, change, evidence: setBack } = await logs.proveAccount(client, own.account, waiting);
  /** With a proof that stands by itself. */
  const accuse = async (kind: AlarmKind, key: Uint8Array, evidence?: Uint8Array): Promise<void> => {
    const { log } = logs.readHead(server)!;
    if (evidence !== undefined) {
      await alarms.raise({ kind, server, log, evidence });
      return;
    }
    const { proof } = await client.logProve({ key }, waiting);
    await alarms.raise({ kind, server, log, evidence: encodeExhibit(key, proof) });
  };
  if (account === undefined || change === 'set-back') {
    await accuse('own-missing', accountKey(server, own.account), setBack);
    return;
  }
  if (!(await isOurs(own, client, account, waiting))) {
    await accuse('foreign-entry', accountKey(server, own.account));
    return;
  }
  const here = ownChain([own.statement, ...own.later]);
  if (!equalBytes(account.entry, here.entry)) {
    // After a change of name on another device our own is not the present one: the account says which is. An older one than ours is what a
    // server has that was set back: it gets ours once more (rename.ts), and where it goes on showing the older one, that is told.
    if (account.sequence < here.sequence) throw new MiyuError('log-unproven');
    return;
  }
  const name = await logs.prove(client, nameKey(server, own.name), waiting);
  if (name !== undefined && !name.released && equalBytes(name.account, own.account)) return;
  // Another name was taken in between, here or on another device: the next look sees it.
  const { entry: now } = await logs.proveAccount(client, own.account, waiting);
  if (now === undefined || !equalBytes(now.entry, account.entry)) return;
  await accuse(name === undefined ? 'own-missing' : 'foreign-entry', nameKey(server, own.name));
}

/** For as long as one connection to our home lasts. */
export function createOwnWatch(parts: WatchParts, changed: () => void) {
  let isUnproven = false;

  /** A server that proves nothing is no alarm, for nobody else can see it; the person is told all the same. */
  async function look(client: RendezvousClient, waiting: Waiting): Promise<void> {
    const before = isUnproven;
    try {
      await watchOwn(parts, client, waiting);
      isUnproven = false;
    } catch (error) {
      if (isMiyuError(error, 'log-unproven')) isUnproven = true;
      throw error;
    } finally {
      if (isUnproven !== before) changed();
    }
  }

  let wake = Promise.withResolvers<void>();
  return {
    faults: (): readonly string[] => (isUnproven ? ['log-unproven'] : []),
    /** The log has grown. */
    soon: (): void => wake.resolve(),
    async run({ client, signal }: SignedIn): Promise<void> {
      while (!signal.aborted) {
        await untilDone(parts.context, 'watch-own', signal, () => look(client, { signal }));
        wake = Promise.withResolvers();
        await pause(SOON_MS, signal);
        await pause(WATCH_EVERY_MS - SOON_MS, signal, wake.promise);
      }
    },
  };
}

/** The rendezvous server, wired: store, key, features, connections. The only place where the features meet. */
import { join } from 'node:path';
import type { Connection, Stream } from '@libp2p/interface';
import { systemClock, type Clock } from '../shared/clock.ts';
import { systemRandom, type Random } from '../shared/crypto/random.ts';
import { makeReceipt } from '../shared/crypto/statements.ts';
import { MiyuError } from '../shared/errors.ts';
import { makeFolder } from '../shared/folders.ts';
import { silentLog, type Log } from '../shared/log.ts';
import { addressKey, hostOf } from '../shared/net/address-key.ts';
import { createChannel, type Channel } from '../shared/net/channel.ts';
import type { Lan } from '../shared/net/lan.ts';
import type { MappedPortOptions } from '../shared/net/mapped-port.ts';
import { bytesOfPeerId } from '../shared/net/peers.ts';
import { Signed, type Home } from '../shared/wire/generated/identity.js';
import { MAX_ADDRESSES } from '../shared/wire/limits.ts';
import { releaseNames } from './accounts/held.ts';
import { reservedNames } from './accounts/reserved.ts';
import { findAccount } from './accounts/rows.ts';
import { forgetGuests } from './accounts/sign-in.ts';
import {
  createToken,
  listTokens,
  revokeToken,
  tokenByPrefix,
  type NewToken,
  type OpenToken,
} from './accounts/tokens.ts';
import { listenAddresses, type ServerSettings } from './config.ts';
import { announceServer } from './lan.ts';
import { createDispatch, type DispatchParts } from './dispatch.ts';
import { Grants } from './friends/grants.ts';
import { Relay, relayLimits } from './hop.ts';
import { currentStatement, openIdentity, type ServerIdentity } from './identity.ts';
import {
  ACCOUNT_CACHE,
  bytesOfKiB,
  bytesOfMiB,
  GRANT_CACHE,
  GUESSES,
  GUEST_LIFETIME_MS,
  msOfDays,
  PUSH_PAUSE_MS,
  RENAMES,
  STEP_ROWS,
  STOP_TIMEOUT_MS,
  SWEEP_INTERVAL_MS,
  TOKENS,
} from './limits.ts';
import { DirectoryLog } from './log/directory-log.ts';
import { LOG_LOCK } from './log/rows.ts';
import { openLoginKey, type LoginKey } from './login-key.ts';
import { sweepExpired } from './mailbox/drain.ts';
import { placeOf } from './place.ts';
import { MailPushes } from './pushes.ts';
import { createRates } from './rates.ts';
import { asRefusal } from './refusals.ts';
import { registeredCache } from './registered.ts';
import { createServerHost, type ServerHost } from './server-host.ts';
import { openRouterPort, type RouterPort } from './router-port.ts';
import { Session, Sessions } from './session.ts';
import { readStatus, type ServerStatus } from './status.ts';
import { openLevelStore, type LevelStore } from './store/level-store.ts';
import { noteOpening, type Opening } from './store/openings.ts';
import type { Store, TableReport } from './store/store.ts';
import { forgetGuesses } from './vaults/guesses.ts';

export interface ServerOptions {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Log;
  readonly sweepIntervalMs?: number;
  /** Another engine than the embedded one. */
  readonly openStore?: (folder: string) => Promise<Store>;
  /** What answers requests in place of the honest one, for tests of what clients do with lies. */
  readonly answerBy?: (honest: Answering) => Answering;
  /** Where a test has another home router. */
  readonly mapping?: Partial<MappedPortOptions>;
}

/** One request's body of a connection, and its answer's. */
export type Answering = (session: Session, body: Uint8Array) => Promise<Uint8Array>;

export interface RendezvousServer {
  /** PeerId bytes, and as text. */
  readonly server: Uint8Array;
  readonly peerId: string;
  readonly fingerprint: string;
  /** Multiaddrs with /p2p/, as others dial them. */
  addresses(): readonly string[];
  /** What an invite carries: the same without /p2p/. */
  home(): Home;
  statement(): Signed;
  /** The port at the home router; undefined: none is asked. */
  readonly router: RouterPort | undefined;
  status(): Promise<ServerStatus>;
  createToken(): Promise<NewToken>;
  listTokens(limit: number): Promise<readonly OpenToken[]>;
  /** @param id its first digits, as a list shows them @throws MiyuError 'token-invalid' */
  revokeToken(id: string): Promise<void>;
  check(signal?: AbortSignal): Promise<readonly TableReport[]>;
  /** Deletes what has expired, as it also happens by itself now and then. */
  sweep(): Promise<void>;
  /** Says goodbye, finishes what is under way, closes the store. Safe to call again. */
  stop(): Promise<void>;
}

/**
 * Opens the data folder and listens.
 * @throws MiyuError 'profile-in-use' | 'folder-unwritable' | 'store-*' | 'storage-full' | 'key-file-damaged' | 'port-taken' (detail: the port) | 'address-malformed'
 */
export async function startServer(settings: ServerSettings, options: ServerOptions = {}): Promise<RendezvousServer> {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  makeFolder(settings.data);
  const store = await (options.openStore ?? openLevelStore)(join(settings.data, 'store'));
  try {
    const identity = await openIdentity(settings.data, store, random);
    const statement = await currentStatement(store, identity, settings, clock);
    const loginKey = await openLoginKey(settings.data, store, identity.server);
    const openings = await noteOpening(store, random);
    const directoryLog = await openLog(settings, store, identity, { clock, random, log: options.log ?? silentLog });
    const base = { clock, random, store, identity, statement, loginKey, openings, directoryLog };
    const running = new Running(settings, options, base);
    await running.listen();
    return running;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openLog(
  { data }: ServerSettings,
  store: Store,
  { signer, server }: ServerIdentity,
  { clock, random, log }: { readonly clock: Clock; readonly random: Random; readonly log: Log },
): Promise<DirectoryLog> {
  const place = await placeOf(join(data, 'store'));
  const lost = 'lostBatches' in store ? (store as LevelStore).lostBatches() : 0n;
  const directoryLog = new DirectoryLog({
    ...{ store, signer, server, clock, random, place, lost },
    onBegun: (reason) => (reason === 'first' ? log.info('log-begun', { reason }) : log.warn('log-begun', { reason })),
    onFault: (error) => log.fault(error),
  });
  await directoryLog.open();
  return directoryLog;
}

interface Foundation {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Store;
  readonly identity: ServerIdentity;
  readonly statement: Signed;
  readonly loginKey: LoginKey;
  readonly openings: readonly Opening[];
  readonly directoryLog: DirectoryLog;
}

class Running implements RendezvousServer {
  readonly server: Uint8Array;
  readonly peerId: string;
  readonly fingerprint: string;
  readonly #settings: ServerSettings;
  readonly #base: Foundation;
  readonly #log: Log;
  readonly #sessions = new Sessions();
  readonly #channels = new Set<Channel>();
  readonly #dispatch: Answering;
  /** Undefined: the operator has not turned it on. */
  readonly #relay: Relay | undefined;
  readonly #sweepIntervalMs: number;
  readonly #stopping = new AbortController();
  readonly #since: number;
  #host: ServerHost | undefined;
  #lan: Lan | undefined;
  #router: RouterPort | undefined;
  readonly #mapping: ServerOptions['mapping'];
  #sweeper: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();
  #lastNumber = 0;
  #underWay = 0;
  #idle: (() => void) | undefined;
  #stopped: Promise<void> | undefined;

  constructor(settings: ServerSettings, options: ServerOptions, base: Foundation) {
    this.server = base.identity.server;
    this.peerId = base.identity.peerId;
    this.fingerprint = base.identity.fingerprint;
    this.#settings = settings;
    this.#base = base;
    this.#log = options.log ?? silentLog;
    this.#mapping = options.mapping;
    this.#sweepIntervalMs = options.sweepIntervalMs ?? SWEEP_INTERVAL_MS;
    this.#since = base.clock.monotonic();
    this.#relay = settings.relay
      ? new Relay({ clock: base.clock, log: this.#log, sessions: this.#sessions, limits: relayLimits(settings) })
      : undefined;
    const honest = createDispatch(this.#parts());
    this.#dispatch = options.answerBy?.(honest) ?? honest;
  }

  async listen(): Promise<void> {
    const { identity, statement, clock } = this.#base;
    const settings = this.#settings;
    const encoded = Signed.encode(statement);
    try {
      this.#host = await createServerHost({
        seed: identity.seed,
        listen: listenAddresses(settings),
        announce: settings.announce,
        outside: () => this.#router?.address,
        limits: {
          maxConnections: settings.maxConnections,
          acceptPerAddressPerSecond: settings.acceptPerAddress,
          acceptPerSecond: settings.acceptTotal,
          maxPendingConnections: 10 * settings.acceptTotal,
        },
        clock,
        statement: () => encoded,
        onStream: (stream, connection) => this.#accept(stream, connection),
        onHop: this.#relay && ((stream, connection, node) => this.#relay!.serve(stream, connection, node)),
        onFault: (error) => this.#log.fault(error),
      });
    } catch (error) {
      if (error instanceof MiyuError && error.code === 'port-taken' && settings.listen.length === 0) {
        throw new MiyuError('port-taken', { detail: settings.port, cause: error });
      }
      throw error;
    }
    this.#lan = announceServer(settings, this, clock, (error) => this.#log.fault(error));
    this.#router = openRouterPort(settings, {
      ...{ clock, log: this.#log, told: () => this.addresses(), mapping: this.#mapping },
    });
    this.#scheduleSweep();
  }

  addresses(): readonly string[] {
    return this.#host?.addresses() ?? [];
  }

  home(): Home {
    const addresses = this.addresses().map((address) => address.replace(/\/p2p\/[^/]+$/, ''));
    // A machine may have more interfaces than an invite has room.
    return { server: this.server, addresses: addresses.slice(0, MAX_ADDRESSES) };
  }

  statement(): Signed {
    return this.#base.statement;
  }

  get router(): RouterPort | undefined {
    return this.#router;
  }

  status(): Promise<ServerStatus> {
    const { store, clock, directoryLog } = this.#base;
    return readStatus(store, directoryLog, () => ({
      connections: this.#host?.connections ?? 0,
      signedIn: this.#sessions.owners,
      uptimeMs: Math.round(clock.monotonic() - this.#since),
      relay: this.#relay?.status() ?? null,
      portMapping: this.#router?.state ?? null,
    }));
  }

  createToken(): Promise<NewToken> {
    const { store, random, clock } = this.#base;
    const limits = { perMaker: TOKENS.perOperator, lifetimeMs: TOKENS.lifetimeMs };
    return createToken(store, undefined, limits, random, clock.wall());
  }

  listTokens(limit: number): Promise<readonly OpenToken[]> {
    return listTokens(this.#base.store, this.#base.clock.wall(), limit);
  }

  async revokeToken(id: string): Promise<void> {
    const { store } = this.#base;
    await revokeToken(store, undefined, await tokenByPrefix(store, id, STEP_ROWS));
  }

  check(signal?: AbortSignal): Promise<readonly TableReport[]> {
    return this.#base.store.check(signal);
  }

  sweep(): Promise<void> {
    const { store, clock } = this.#base;
    const { signal } = this.#stopping;
    this.#sweeping = this.#sweeping.then(async () => {
      try {
        const startedAt = clock.monotonic();
        const count = await sweepExpired(store, () => clock.wall(), STEP_ROWS, signal);
        await forgetGuests(store, clock.wall() - GUEST_LIFETIME_MS, STEP_ROWS, signal);
        await forgetGuesses(store, GUESSES, clock.wall(), STEP_ROWS, signal);
        await releaseNames(store, clock.wall(), STEP_ROWS, signal);
        this.#log.info('sweep', { count, ms: Math.round(clock.monotonic() - startedAt) });
      } catch (error) {
        if (!signal.aborted) this.#log.fault(error);
      }
    });
    return this.#sweeping;
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#sweeper);
    this.#log.info('stopping', { count: this.#sessions.count });
    const closed = this.#router?.stop();
    await this.#lan?.stop();
    await this.#host?.closeDoors();
    for (const session of this.#sessions) session.push({ serverClosing: {} });
    await this.#finished();
    this.#relay?.stop();
    await Promise.all([...this.#channels].map((channel) => channel.close()));
    await this.#sweeping;
    // The router is slow, and everything else ends meanwhile.
    await closed;
    await this.#host?.stop();
    await this.#base.directoryLog.stop();
    await this.#base.store.close();
    this.#log.info('stopped');
  }

  /** Resolves when no request is under way, or after STOP_TIMEOUT_MS. */
  async #finished(): Promise<void> {
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, STOP_TIMEOUT_MS);
      this.#idle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #accept(stream: Stream, connection: Connection): void {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    const openedAt = this.#base.clock.monotonic();
    const remotePeer = bytesOfPeerId(connection.remotePeer);
    const channel: Channel = createChannel(stream, {
      role: 'listener',
      remotePeer,
      onRequest: (body) => this.#answer(session, body),
      onFault: (error) => this.#log.fault(error),
      onClose: (reason) => {
        this.#sessions.remove(session);
        this.#channels.delete(channel);
        const ms = Math.round(this.#base.clock.monotonic() - openedAt);
        this.#log.info('link-closed', { connection: number, code: reason?.code ?? 'ended', ms });
      },
    });
    const remote = connection.remoteAddr.toString();
    const from = { addressKey: addressKey(remote), address: hostOf(remote) };
    const session = new Session(number, remotePeer, from, channel);
    this.#sessions.add(session);
    this.#channels.add(channel);
    this.#log.info('link-open', { connection: number });
  }

  async #answer(session: Session, body: Uint8Array): Promise<Uint8Array> {
    if (this.#stopping.signal.aborted) throw new MiyuError('busy', { retryAfterMs: 1_000 });
    this.#underWay += 1;
    try {
      return await this.#dispatch(session, body);
    } catch (error) {
      throw asRefusal(error, this.#log);
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#idle?.();
    }
  }

  #scheduleSweep(): void {
    this.#sweeper = setTimeout(() => {
      void this.sweep().then(() => {
        if (!this.#stopping.signal.aborted) this.#scheduleSweep();
      });
    }, this.#sweepIntervalMs);
    this.#sweeper.unref();
  }

  #parts(): DispatchParts {
    const settings = this.#settings;
    const { store, clock, random, identity, statement, loginKey, openings, directoryLog } = this.#base;
    const sessions = this.#sessions;
    const grants = new Grants(store, GRANT_CACHE);
    const registered = registeredCache(store, ACCOUNT_CACHE);
    const pushes = new MailPushes(PUSH_PAUSE_MS, (account, highest) =>
      sessions.pushToOwner(account, { mailWaiting: { highest } }),
    );
    return {
      store,
      clock,
      random,
      log: this.#log,
      sessions,
      grants,
      directoryLog,
      logLock: LOG_LOCK,
      inLog: (tx, accounts) => directoryLog.has(tx, accounts),
      appendNew: (tx, accounts) => directoryLog.appendNew(tx, accounts),
      appendNext: (tx, steps) => directoryLog.append(tx, steps),
      rates: createRates(clock, settings.registrationsPerMinute),
      server: identity.server,
      statement: () => statement,
      openings: [...openings],
      policy: { ...settings, reserved: reservedNames(settings.reservedNames) },
      invitesPerAccount: settings.invitesPerAccount,
      renames: RENAMES,
      findAccount,
      ...registered,
      deletionOver: () => grants.forgetAll(),
      loginKey,
      maxVaultBytes: bytesOfKiB(settings.vaultKiB),
      guessLimits: GUESSES,
      nameHoldMs: msOfDays(settings.nameHoldDays),
      holdsGrant: async (owner, requester) => (await grants.access(owner, requester)) === 'granted',
      mayDeposit: (owner, depositor) => grants.access(owner, depositor),
      showGrant: async (owner, depositor, grant) => {
        const row = await findAccount(store, owner);
        if (row === undefined) throw new MiyuError('no-mailbox');
        await grants.show({ account: owner, identityKey: row.identityKey }, depositor, grant);
      },
      limits: {
        items: settings.mailboxItems,
        bytes: bytesOfMiB(settings.mailboxMiB),
        senderItems: settings.senderItems,
        senderBytes: bytesOfMiB(settings.senderMiB),
        lifetimeMs: msOfDays(settings.mailDays),
      },
      // In this thread, which waits for the disk meanwhile: the trip to another one costs as much as the signature.
      signReceipt: (receipt) => makeReceipt(identity.signer, { ...receipt, server: identity.server }),
      onMail: (owner, sequence) => pushes.tell(owner, sequence),
      onLow: (owner, left) => void sessions.pushToOwner(owner, { prekeysLow: { left } }),
    };
  }
}

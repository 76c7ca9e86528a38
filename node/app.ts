/** A peer, put together: the profile on disk, the account once it is unlocked, and everything that a face may ask of it. */
import manifest from '../package.json' with { type: 'json' };
import { changePassword, endAccount, setAnywhere } from './anywhere-verbs.ts';
import { anywhereView, type AnywhereView } from './flows/anywhere.ts';
import { addFriend } from './flows/befriend.ts';
import { findPerson } from './flows/find-person.ts';
import { EventListeners, eventsSince, newestCursor } from './flows/events.ts';
import type { HomeNews } from './flows/homes.ts';
import type {
  CursorEvent,
  Friend,
  LockedBy,
  Peer,
  PeerEvent,
  PeerState,
  PeerStatus,
  Person,
  Who,
} from './flows/peer.ts';
import { friendDetails, friendList, friendView, personView, requestViews } from './flows/read-friends.ts';
import { closedStatus, missing, openStatus, serverInfo, type Runtime } from './flows/read-status.ts';
import { acceptRequest, needRequest, refuseRequest } from './flows/requests.ts';
import { parseServer } from './flows/server-text.ts';
import { blockPerson, needContact, removeFriend, unblockPerson } from './flows/unfriend.ts';
import { Around } from './around.ts';
import { deviceName } from './device-name.ts';
import { DoctorVerbs } from './doctor-verbs.ts';
import { keepEvidence } from './store/evidence-file.ts';
import { openProfileFolder, type Profile } from './store/profile-folder.ts';
import type { PeerOptions } from './peer-options.ts';
import { onPortMapping } from './port-news.ts';
import { ProfileAccounts, type Ready } from './profile-accounts.ts';
import { faultsOf, openUnlocked, type Unlocked } from './unlocked.ts';
import { systemRandom, type Random } from '../shared/crypto/random.ts';
import { MiyuError } from '../shared/errors.ts';
import { silentLog, type Log } from '../shared/log.ts';
import { GOODBYE } from '../shared/wire/protocols.ts';

export type { PeerOptions };

/** How long signing in waits for the home before it goes on without. */
const SIGN_IN_WAIT_MS = 20_000;

/** @throws MiyuError 'profile-in-use' | 'folder-unwritable' | 'folder-not-a-profile' | 'invite-malformed' | 'address-malformed' */
export async function createPeer(options: PeerOptions): Promise<Peer> {
  if (options.server !== undefined) parseServer(options.server);
  const profile = await openProfileFolder(options.folder);
  try {
    const peer = new RunningPeer(options, profile);
    await peer.look();
    peer.listenAround();
    return peer;
  } catch (error) {
    await profile.release();
    throw error;
  }
}

type ClosedState = Extract<PeerState, 'no-account' | 'locked' | 'signed-out'>;

class RunningPeer extends DoctorVerbs implements Peer {
  readonly #options: PeerOptions;
  readonly #profile: Profile;
  readonly #accounts: ProfileAccounts;
  readonly #random: Random;
  readonly #log: Log;
  readonly #startedAt: number;
  readonly #events: EventListeners;
  readonly #around: Around;
  #closed: ClosedState = 'no-account';
  #lockedBy: LockedBy | null = null;
  #open: Unlocked | undefined;
  #serverName: string | null = null;
  /** What was told last of state and missing things. */
  #told = '';
  /** Registering, unlocking and ending run one after another. */
  #turn: Promise<unknown> = Promise.resolve();
  #stopped: Promise<void> | undefined;

  constructor(options: PeerOptions, profile: Profile) {
    super(options);
    this.#options = options;
    this.#profile = profile;
    this.#random = options.random ?? systemRandom;
    this.#log = options.log ?? silentLog;
    this.#startedAt = this.clock.monotonic();
    this.#events = new EventListeners((error) => this.#log.fault(error));
    this.#around = new Around({
      ...{ settings: options.lan, clock: this.clock, random: this.#random, log: this.#log },
      open: () => this.#open,
      changed: () => this.#events.momentary({ type: 'nearby' }),
    });
    this.#accounts = new ProfileAccounts({
      paths: profile,
      listen: this.listen,
      otherPort: options.otherPort ?? false,
      dht: options.dht ?? true,
      lan: this.#around.lan,
      upnp: options.upnp ?? false,
      defaultServer: options.server,
      vault: { random: this.#random, ...(options.argon2 === undefined ? {} : { parameters: options.argon2 }) },
      clock: this.clock,
      random: this.#random,
      log: this.#log,
    });
  }

  /** Sees whether there is an account. */
  async look(): Promise<void> {
    this.#closed = (await this.#accounts.exists()) ? 'locked' : 'no-account';
  }

  listenAround(): void {
    this.#around.start();
  }

  // The account

  status(): PeerStatus {
    const runtime: Runtime = { version: manifest.version, uptimeMs: this.clock.monotonic() - this.#startedAt };
    const open = this.#open;
    if (open === undefined) {
      const server = this.#options.server === undefined ? undefined : parseServer(this.#options.server).home;
      return closedStatus({ state: this.#closed, lockedBy: this.#lockedBy }, server, runtime);
    }
    return openStatus(
      {
        context: open.flows.context,
        contacts: open.flows.contacts,
        homes: open.homes,
        presence: (account) => open.messaging.presence(account),
        outbox: () => open.messaging.outbox(),
        listening: open.host.listening(),
        portMapping: open.host.portMapping(),
        faults: faultsOf(open),
        damage: open.storeCheck.history(),
        serverName: this.#serverName,
      },
      runtime,
    );
  }

  register(form: Parameters<Peer['register']>[0]): Promise<PeerStatus> {
    return this.#opening('already-registered', () => this.#accounts.register(form));
  }

  login({ password, takeOver = false }: Parameters<Peer['login']>[0]): Promise<PeerStatus> {
    return this.#opening('already-unlocked', () => this.#accounts.login(password, takeOver));
  }

  logout(): Promise<{ readonly acknowledged: boolean }> {
    return this.#inTurn(async () => {
      const open = this.#need();
      this.#open = undefined;
      this.#closed = 'signed-out';
      this.#lockedBy = null;
      return await open.close(GOODBYE.signedOut, { signOut: true });
    });
  }

  exportKey(form: Parameters<Peer['exportKey']>[0]): Promise<Uint8Array> {
    return this.#inTurn(async () => {
      const { account, flows } = this.#need();
      return await this.#accounts.exportKey(account, flows, form);
    });
  }

  importKey(form: Parameters<Peer['importKey']>[0]): Promise<PeerStatus> {
    return this.#opening('already-registered', () => this.#accounts.importKey(form));
  }

  loginElsewhere(form: Parameters<Peer['loginElsewhere']>[0]): Promise<PeerStatus> {
    return this.#opening('already-registered', () => this.#accounts.loginElsewhere(form));
  }

  anywhere(): AnywhereView {
    return anywhereView(this.#need().account.content.anywhere);
  }

  readonly setAnywhere: Peer['setAnywhere'] = (form) =>
    this.#inTurn(() => setAnywhere(this.#accounts, this.#need(), form));
  readonly changePassword: Peer['changePassword'] = (form) =>
    this.#inTurn(() => changePassword(this.#accounts, this.#need(), form));

  deleteAccount(form: Parameters<Peer['deleteAccount']>[0]): Promise<void> {
    return this.#inTurn(async () => {
      const open = this.#need();
      await endAccount(this.#accounts, open, form);
      this.#open = undefined;
      this.#closed = 'no-account';
      this.#lockedBy = null;
      await open.close(GOODBYE.signedOut);
      await this.#accounts.forget();
    });
  }

  async ping(): ReturnType<Peer['ping']> {
    const { host, account, homes } = this.#need();
    const { home } = account.own();
    const { statement, roundTripMs } = await host.rendezvous.probe(home);
    this.#serverName = statement.name || null;
    return { roundTripMs, server: serverInfo(home, this.#serverName, homes.ownClient() !== undefined) };
  }

  // Friends

  friends(): readonly Friend[] {
    return friendList(this.#need().reads);
  }

  friend(who: Who): ReturnType<Peer['friend']> {
    const { flows, reads } = this.#need();
    return friendDetails(reads, needContact(flows, who));
  }

  async find(name: string): Promise<Person> {
    const { flows, reads } = this.#need();
    return personView(reads, await findPerson(flows, name));
  }

  async whois(who: Who): Promise<Person> {
    return await this.find(who);
  }

  async add({ who, greeting = '' }: Parameters<Peer['add']>[0]): ReturnType<Peer['add']> {
    const { flows } = this.#need();
    const { account, outcome, way } = await addFriend(flows, who, greeting);
    return { friend: this.#view(account), outcome, way };
  }

  nearby({ waitMs = 0 }: Parameters<Peer['nearby']>[0] = {}): ReturnType<Peer['nearby']> {
    const { server } = this.#options;
    return this.#around.list(waitMs, server === undefined ? undefined : parseServer(server).home.server);
  }

  requests(): ReturnType<Peer['requests']> {
    const { flows, postponed } = this.#need();
    return requestViews(flows.context, postponed);
  }

  async accept(who: Who): Promise<Friend> {
    const { flows } = this.#need();
    const stored = needRequest(flows.context, who);
    await acceptRequest(flows, stored);
    return this.#view(stored.request.account);
  }

  async refuse(who: Who): Promise<void> {
    const { flows } = this.#need();
    await refuseRequest(flows, needRequest(flows.context, who));
  }

  async later(who: Who): Promise<void> {
    const { flows, postponed } = this.#need();
    postponed.add(needRequest(flows.context, who).request.account);
  }

  async remove({ who, keepHistory = false }: Parameters<Peer['remove']>[0]): Promise<void> {
    const { flows } = this.#need();
    await removeFriend(flows, needContact(flows, who), { keepHistory });
  }

  async block(who: Who): Promise<void> {
    await blockPerson(this.#need().flows, who);
  }

  async unblock(who: Who): Promise<void> {
    await unblockPerson(this.#need().flows, who);
  }

  // Events

  cursor(): number {
    return newestCursor(this.#need().store);
  }

  events(since: number, limit: number): readonly CursorEvent[] | 'snapshot-required' {
    const { store, messaging } = this.#need();
    return eventsSince({ store, stateOf: messaging.stateOf }, since, limit);
  }

  onEvent(listener: (event: CursorEvent) => void): () => void {
    return this.#events.add(listener);
  }

  stop(): Promise<void> {
    this.endDoctor();
    this.#stopped ??= this.#inTurn(async () => {
      const open = this.#open;
      this.#open = undefined;
      this.#closed = 'locked';
      await open?.close(GOODBYE.closing);
      await this.#around.stop();
      await this.#profile.release();
    });
    return this.#stopped;
  }

  // What the above share

  protected override need(): Unlocked {
    return this.#need();
  }

  protected override inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(work);
  }

  protected override unlocked(): Unlocked | undefined {
    return this.#open;
  }

  protected override tell(event: PeerEvent): void {
    this.#events.momentary(event);
  }

  /** @throws MiyuError 'not-registered' | 'locked' | 'signed-out' */
  #need(): Unlocked {
    if (this.#open !== undefined) return this.#open;
    if (this.#closed === 'no-account') throw new MiyuError('not-registered');
    throw new MiyuError(this.#closed === 'signed-out' ? 'signed-out' : 'locked');
  }

  /** Makes an account ready and opens everything; where that fails, what is on disk says how it stands. */
  #opening(code: 'already-registered' | 'already-unlocked', make: () => Promise<Ready>): Promise<PeerStatus> {
    return this.#inTurn(async () => {
      if (this.#open !== undefined) throw new MiyuError(code);
      try {
        return await this.#unlock(await make());
      } catch (error) {
        if (this.#closed !== 'signed-out') await this.look();
        throw error;
      }
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#stopped !== undefined) return Promise.reject(new MiyuError('closed'));
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #view(account: Uint8Array): Friend {
    const { reads } = this.#need();
    const contact = reads.contacts.get(account);
    if (contact === undefined) throw new MiyuError('not-a-friend');
    return friendView(reads, contact);
  }

  /** Opens everything and waits for the first attempt to sign in, whatever comes of it. */
  async #unlock({ account, host }: Ready): Promise<PeerStatus> {
    let open: Unlocked | undefined;
    try {
      open = await openUnlocked({
        account,
        host,
        storeFolder: this.#profile.store,
        clock: this.clock,
        random: this.#random,
        log: this.#log,
        events: this.#events,
        deviceName: this.#options.deviceName ?? deviceName(),
        onNearby: () => this.#around.changed(),
        writeEvidence: (id, bytes) => keepEvidence(this.#profile.folder, id, bytes),
        onFaults: () => {
          const { state } = open?.homes ?? {};
          if (open !== undefined && state !== undefined) this.#homeNews(open, state);
        },
      });
    } catch (error) {
      await host.stop();
      throw error;
    }
    const opened = open;
    this.#open = open;
    this.#lockedBy = null;
    open.homes.onState((news) => {
      this.#homeNews(opened, news);
    });
    onPortMapping(host, () => {
      if (this.#open === opened) this.#events.momentary({ type: 'port-mapping' });
    });
    open.homes.onSignedIn(({ client }) => {
      this.#serverName = client.statement.name || null;
    });
    open.start();
    try {
      await open.homes.attempted({ timeoutMs: SIGN_IN_WAIT_MS });
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      this.#log.info('sign-in-waits', { code: error.code });
    }
    if (open.homes.state.state === 'signed-out') {
      await this.#lockReplaced(open);
      throw new MiyuError('signed-out');
    }
    return this.status();
  }

  #homeNews(open: Unlocked, news: HomeNews): void {
    if (this.#open !== open || news.state === 'stopped') return;
    const state = this.status().state;
    const missed = missing({ homes: open.homes, faults: faultsOf(open) });
    const told = [state, ...missed].join(' ');
    if (told === this.#told) return;
    this.#told = told;
    this.#events.momentary({ type: 'state', state, missing: missed });
    if (news.state === 'signed-out') {
      void this.#inTurn(() => this.#lockReplaced(open)).catch((error: unknown) => this.#log.fault(error));
    }
  }

  /** A newer device has taken over: this one says goodbye and locks. */
  async #lockReplaced(open: Unlocked): Promise<void> {
    if (this.#open !== open) return;
    const elsewhere = open.elsewhere();
    this.#open = undefined;
    this.#closed = 'signed-out';
    this.#lockedBy = elsewhere === undefined ? null : { by: 'elsewhere', ...elsewhere };
    this.#told = '';
    await open.close(GOODBYE.signedOut);
  }
}

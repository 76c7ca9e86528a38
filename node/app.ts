/** A peer, put together: the profile on disk, the account once it is unlocked, and everything that a face may ask of it. */
import { rm } from 'node:fs/promises';
import manifest from '../package.json' with { type: 'json' };
import { Account } from './flows/account.ts';
import { addFriend, findPerson } from './flows/befriend.ts';
import { cursorEvents, EventListeners } from './flows/events.ts';
import { friendEvent } from './flows/friend-flows.ts';
import type { HomeNews } from './flows/homes.ts';
import { exportContent, importedAccount, readKeyFile } from './flows/key-file.ts';
import { inviteLink } from './flows/invite.ts';
import type { ChatMessageView, CursorEvent, Friend, Peer, PeerState, PeerStatus, Person, Who } from './flows/peer.ts';
import { friendDetails, friendList, friendView, personView, requestViews } from './flows/read-friends.ts';
import { historyPage, messageView } from './flows/read-history.ts';
import { closedStatus, missing, openStatus, serverInfo, type Runtime } from './flows/read-status.ts';
import { checkForm, checkPolicy, newAccount, sendRegistration } from './flows/register.ts';
import { acceptRequest, needRequest, refuseRequest } from './flows/requests.ts';
import { parseServer } from './flows/server-text.ts';
import { blockPerson, needContact, removeFriend, unblockPerson } from './flows/unfriend.ts';
import { encodeVault } from './flows/vault-content.ts';
import { RELATION, VERIFIED } from './core/rows.ts';
import type { VaultContent } from './core/generated/vault.js';
import { createPeerHost } from './net/host.ts';
import type { PeerHost } from './net/ports.ts';
import { openKeyFile, sealKeyFile } from './store/key-file.ts';
import { openProfileFolder, type Profile } from './store/profile-folder.ts';
import { createVault, openVault, vaultExists } from './store/vault.ts';
import { openUnlocked, type Unlocked } from './unlocked.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import type { Argon2idParameters } from '../shared/crypto/password.ts';
import { systemRandom, type Random } from '../shared/crypto/random.ts';
import { MiyuError } from '../shared/errors.ts';
import { silentLog, type Log } from '../shared/log.ts';
import { findPasswordFault, normalisePassword } from '../shared/passwords.ts';
import { GOODBYE } from '../shared/wire/protocols.ts';
import { Home } from '../shared/wire/generated/identity.js';

export interface PeerOptions {
  /** Folder of the profile; made where it is missing. */
  readonly folder: string;
  /** Multiaddrs to listen on. */
  readonly listen?: readonly string[];
  /** Take part in the DHT. */
  readonly dht?: boolean;
  /** Where to register unless the form says otherwise: an invite link, or a multiaddr with /p2p/. */
  readonly server?: string;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Log;
  /** Cost of deriving from passwords, for tests. */
  readonly argon2?: Argon2idParameters;
}

const ANY_ADDRESS = ['/ip4/0.0.0.0/tcp/0'];
/** How long registering and signing in wait for the server before they go on, or give up. */
const SIGN_IN_WAIT_MS = 20_000;
const REGISTER_TIMEOUT_MS = 20_000;

/** @throws MiyuError 'profile-in-use' | 'folder-unwritable' | 'folder-not-a-profile' | 'invite-malformed' | 'address-malformed' */
export async function createPeer(options: PeerOptions): Promise<Peer> {
  if (options.server !== undefined) parseServer(options.server);
  const profile = await openProfileFolder(options.folder);
  try {
    return new RunningPeer(options, profile, (await vaultExists(profile.folder)) ? 'locked' : 'no-account');
  } catch (error) {
    await profile.release();
    throw error;
  }
}

type ClosedState = Extract<PeerState, 'no-account' | 'locked' | 'signed-out'>;

class RunningPeer implements Peer {
  readonly #options: PeerOptions;
  readonly #profile: Profile;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #log: Log;
  readonly #startedAt: number;
  readonly #events: EventListeners;
  #closed: ClosedState;
  #open: Unlocked | undefined;
  #serverName: string | null = null;
  /** What was told last of state and missing things. */
  #told = '';
  /** Registering, unlocking and ending run one after another. */
  #turn: Promise<unknown> = Promise.resolve();
  #stopped: Promise<void> | undefined;

  constructor(options: PeerOptions, profile: Profile, state: ClosedState) {
    this.#options = options;
    this.#profile = profile;
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? systemRandom;
    this.#log = options.log ?? silentLog;
    this.#startedAt = this.#clock.monotonic();
    this.#events = new EventListeners((error) => this.#log.fault(error));
    this.#closed = state;
  }

  // The account

  status(): PeerStatus {
    const runtime: Runtime = { version: manifest.version, uptimeMs: this.#clock.monotonic() - this.#startedAt };
    const open = this.#open;
    if (open === undefined) {
      const server = this.#options.server === undefined ? undefined : parseServer(this.#options.server).home;
      return closedStatus(this.#closed, server, runtime);
    }
    return openStatus(
      {
        context: open.flows.context,
        contacts: open.flows.contacts,
        homes: open.homes,
        isOnline: (account) => open.messaging.presence(account).presence === 'online',
        outbox: open.messaging.outbox,
        listening: open.host.addresses(),
        faults: faultsOf(open),
        serverName: this.#serverName,
      },
      runtime,
    );
  }

  register(form: Parameters<Peer['register']>[0]): Promise<PeerStatus> {
    return this.#inTurn(async () => {
      this.#mustBeClosed('already-registered');
      const checked = checkForm(form, this.#options.server);
      const resumed = await this.#pendingAccount(checked.password, checked.name, checked.target.home);
      const seed = resumed?.content.deviceSeed ?? this.#random(32);
      const host = await this.#host(seed);
      try {
        const account = await this.#registerAt(
          host,
          resumed?.content.home ?? Home.encode(checked.target.home),
          (statement) => {
            if (resumed !== undefined) return Promise.resolve(resumed);
            checkPolicy(checked, statement);
            return this.#newVault(checked.password, newAccount(checked, { seed, peerId: host.device }, this.#random));
          },
        );
        return await this.#unlock(account, host);
      } catch (error) {
        await host.stop();
        throw error;
      }
    });
  }

  login({ password, takeOver = false }: Parameters<Peer['login']>[0]): Promise<PeerStatus> {
    return this.#inTurn(async () => {
      this.#mustBeClosed('already-unlocked');
      const vault = await openVault(this.#profile.folder, normalisePassword(password), this.#vaultOptions());
      const account = new Account(vault, this.#log);
      if (takeOver) await account.update((content) => ({ ...content, claim: true }));
      const host = await this.#host(account.content.deviceSeed);
      try {
        if (account.content.pending !== undefined) {
          await this.#registerAt(host, account.content.home, () => Promise.resolve(account));
        }
        return await this.#unlock(account, host);
      } catch (error) {
        await host.stop();
        throw error;
      }
    });
  }

  logout(): Promise<{ readonly acknowledged: boolean }> {
    return this.#inTurn(async () => {
      const open = this.#need();
      this.#open = undefined;
      this.#closed = 'signed-out';
      return await open.close(GOODBYE.signedOut, { signOut: true });
    });
  }

  exportKey({ password, filePassword }: Parameters<Peer['exportKey']>[0]): Promise<Uint8Array> {
    return this.#inTurn(async () => {
      const { account, flows } = this.#need();
      const fault = findPasswordFault(filePassword, { name: account.content.name });
      if (fault !== undefined) throw new MiyuError(fault, { field: 'filePassword' });
      // Whoever sits at an unlocked peer is not yet who may carry the identity away.
      await openVault(this.#profile.folder, normalisePassword(password), this.#vaultOptions());
      const content = exportContent(account, flows.contacts);
      return await sealKeyFile(normalisePassword(filePassword), content, this.#vaultOptions());
    });
  }

  importKey({ file, filePassword, password }: Parameters<Peer['importKey']>[0]): Promise<PeerStatus> {
    return this.#inTurn(async () => {
      this.#mustBeClosed('already-registered');
      if (await vaultExists(this.#profile.folder)) throw new MiyuError('already-registered');
      const content = readKeyFile(await openKeyFile(normalisePassword(filePassword), file));
      const fault = findPasswordFault(password, { name: content.name });
      if (fault !== undefined) throw new MiyuError(fault, { field: 'password' });
      const seed = this.#random(32);
      const host = await this.#host(seed);
      try {
        // Friends are told by this device's epoch, and the home alone gives it: without an answer nothing is begun.
        await host.rendezvous.probe(Home.decode(content.home), { timeoutMs: REGISTER_TIMEOUT_MS });
        const imported = importedAccount(content, { seed, peerId: host.device }, this.#random);
        return await this.#unlock(await this.#newVault(normalisePassword(password), imported), host);
      } catch (error) {
        await host.stop();
        throw error;
      }
    });
  }

  async invite(): ReturnType<Peer['invite']> {
    return await inviteLink(this.#need().flows);
  }

  async ping(): ReturnType<Peer['ping']> {
    const { host, account, homes } = this.#need();
    const { home } = account.own();
    const { statement, roundTripMs } = await host.rendezvous.probe(home);
    this.#serverName = statement.name;
    return { roundTripMs, server: serverInfo(home, statement.name, homes.ownClient() !== undefined) };
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
    const { account, outcome } = await addFriend(flows, who, greeting);
    return { friend: this.#view(account), outcome };
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

  async verify({ who, verified }: Parameters<Peer['verify']>[0]): Promise<Friend> {
    const { flows } = this.#need();
    const contact = needContact(flows, who);
    const mark = verified ? VERIFIED.compared : VERIFIED.no;
    await flows.contacts.update(contact.account, (present) => ({ ...present, verified: mark }), [
      friendEvent(contact, 'updated'),
    ]);
    return this.#view(contact.account);
  }

  // Messages

  async send({ to, text }: Parameters<Peer['send']>[0]): Promise<ChatMessageView> {
    const { flows, messaging } = this.#need();
    const contact = needContact(flows, to);
    if (contact.blocked) throw new MiyuError('friend-blocked');
    if (contact.relation !== RELATION.friend) throw new MiyuError('not-a-friend');
    const { position, row } = await messaging.sendText(contact.account, text);
    return messageView(position, row);
  }

  history({ with: who, ...page }: Parameters<Peer['history']>[0]): readonly ChatMessageView[] {
    const { flows, messaging } = this.#need();
    const { account } = needContact(flows, who);
    return historyPage(flows.context, account, messaging.counters(account), page);
  }

  async markRead({ with: who, upTo }: Parameters<Peer['markRead']>[0]): Promise<void> {
    const { flows, messaging } = this.#need();
    await messaging.markRead(needContact(flows, who).account, BigInt(upTo));
  }

  async deleteHistory(who: Who): Promise<void> {
    const { flows, messaging } = this.#need();
    const contact = needContact(flows, who);
    await messaging.clearHistory(contact.account);
    await flows.context.store.commit([friendEvent(contact, 'updated')]);
  }

  // Events

  cursor(): number {
    return Number(this.#need().store.cursor());
  }

  events(since: number, limit: number): readonly CursorEvent[] | 'snapshot-required' {
    const events = this.#need().store.since(BigInt(since), limit);
    return events === 'snapshot-required' ? events : cursorEvents(events);
  }

  onEvent(listener: (event: CursorEvent) => void): () => void {
    return this.#events.add(listener);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#inTurn(async () => {
      const open = this.#open;
      this.#open = undefined;
      this.#closed = 'locked';
      await open?.close(GOODBYE.closing);
      await this.#profile.release();
    });
    return this.#stopped;
  }

  // What the above share

  /** @throws MiyuError 'not-registered' | 'locked' | 'signed-out' */
  #need(): Unlocked {
    if (this.#open !== undefined) return this.#open;
    if (this.#closed === 'no-account') throw new MiyuError('not-registered');
    throw new MiyuError(this.#closed === 'signed-out' ? 'signed-out' : 'locked');
  }

  #mustBeClosed(code: 'already-registered' | 'already-unlocked'): void {
    if (this.#open !== undefined) throw new MiyuError(code);
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

  #vaultOptions() {
    const { argon2 } = this.#options;
    return { random: this.#random, ...(argon2 === undefined ? {} : { parameters: argon2 }) };
  }

  #host(deviceSeed: Uint8Array): Promise<PeerHost> {
    return createPeerHost({
      deviceSeed,
      listen: this.#options.listen ?? ANY_ADDRESS,
      dht: this.#options.dht ?? true,
      clock: this.#clock,
      onFault: (error) => this.#log.fault(error),
    });
  }

  async #newVault(password: string, content: VaultContent): Promise<Account> {
    const vault = await createVault(this.#profile.folder, password, encodeVault(content), this.#vaultOptions());
    this.#closed = 'locked';
    return new Account(vault, this.#log);
  }

  /** Nothing may be left of an account that never was. */
  async #forgetVault(): Promise<void> {
    await rm(this.#profile.vault, { force: true });
    await rm(this.#profile.store, { recursive: true, force: true });
    this.#closed = 'no-account';
  }

  /**
   * The account of a registration whose answer was lost, where this is the same one again. Another name or server takes its
   * place: it was never confirmed to anybody.
   * @throws MiyuError 'already-registered'
   */
  async #pendingAccount(password: string, name: string, home: Home): Promise<Account | undefined> {
    if (!(await vaultExists(this.#profile.folder))) return undefined;
    let account: Account;
    try {
      account = new Account(await openVault(this.#profile.folder, password, this.#vaultOptions()), this.#log);
    } catch (error) {
      throw new MiyuError('already-registered', { cause: error });
    }
    if (account.content.pending === undefined) throw new MiyuError('already-registered');
    const same = account.content.name === name && Buffer.compare(account.own().home.server, home.server) === 0;
    if (same) return account;
    await this.#forgetVault();
    return undefined;
  }

  /** Registers; where the server refuses, the vault goes, so that the person can try again with another form. */
  async #registerAt(
    host: PeerHost,
    home: Uint8Array,
    accountFor: (statement: Parameters<typeof checkPolicy>[1]) => Promise<Account>,
  ): Promise<Account> {
    const waiting = { timeoutMs: REGISTER_TIMEOUT_MS };
    const client = await host.rendezvous.connect(Home.decode(home), waiting);
    try {
      this.#serverName = client.statement.name;
      const account = await accountFor(client.statement);
      try {
        await sendRegistration(account, client, this.#random, waiting);
      } catch (error) {
        if (isRefusal(error)) await this.#forgetVault();
        throw error;
      }
      this.#log.info('registered');
      return account;
    } finally {
      await client.close();
    }
  }

  /** Opens everything and waits for the first attempt to sign in, whatever comes of it. */
  async #unlock(account: Account, host: PeerHost): Promise<PeerStatus> {
    const open = await openUnlocked({
      account,
      host,
      storeFolder: this.#profile.store,
      clock: this.#clock,
      random: this.#random,
      log: this.#log,
      events: this.#events,
    });
    this.#open = open;
    open.homes.onState((news) => this.#homeNews(open, news));
    open.homes.onSignedIn(({ client }) => {
      this.#serverName = client.statement.name;
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
    this.#open = undefined;
    this.#closed = 'signed-out';
    this.#told = '';
    await open.close(GOODBYE.signedOut);
  }
}

/** An answer of the server about the form, as against silence or a fault, after which the same may be sent again. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof MiyuError)) return false;
  const prefixes = ['name-', 'email-', 'token-', 'account', 'statement-', 'certificate-', 'proof-'];
  return prefixes.some((prefix) => error.code.startsWith(prefix));
}

function faultsOf({ store }: Unlocked): readonly string[] {
  return [...(store.healthy() ? [] : ['store-failed']), ...(store.damagedAtOpen().length > 0 ? ['store-damaged'] : [])];
}

/**
 * Who each connection speaks for.
 *
 *   new → hello        ServerHello with our version
 *   hello → guest      Introduce
 *   hello, guest → owner   Register or Login
 *   guest, owner → replaced   a newer epoch of the account was seen
 *   guest, owner → hello     Logout
 *   replaced → owner   Login: the person takes over
 *
 * Nothing of it is stored: who is connected is nobody's business after the fact.
 */
import { MiyuError } from '../shared/errors.ts';
import { equalBytes, toHex } from '../shared/ids.ts';
import { RendezvousPush, type NewestDevice } from '../shared/wire/generated/rendezvous.js';
import { MAX_PENDING_LOGINS, MAX_SESSIONS_PER_ACCOUNT, MAX_UNREAD_BYTES } from './limits.ts';
import type { PendingLogin } from './vaults/login.ts';

/** Who is signed on, as accounts have verified it. */
export interface Caller {
  readonly account: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly device: Uint8Array;
  readonly epoch: bigint;
}

export type SessionState =
  | { readonly is: 'new' }
  | { readonly is: 'hello' }
  | { readonly is: 'guest'; readonly caller: Caller }
  | { readonly is: 'owner'; readonly caller: Caller }
  | { readonly is: 'replaced'; readonly epoch: bigint };

/** The way to the other side of a connection. */
export interface Outlet {
  /** Bytes that are queued for the other side. */
  readonly heldBytes: { readonly write: number };
  /** Queues bytes; throws where the connection is over. */
  push(body: Uint8Array): void;
  abort(reason: MiyuError): void;
}

export class Session {
  /** Number of the connection within this run, for the log. */
  readonly number: number;
  /** PeerId bytes that Noise authenticated. */
  readonly remotePeer: Uint8Array;
  /** What stands for the far end's address in a limiter. Never logged. */
  readonly addressKey: string;
  /** The far end's address as text, '' where there is none: told to the account itself. Never logged. */
  readonly address: string;
  state: SessionState = { is: 'new' };
  /** The account whose key this connection has shown last, whether its epoch held or not. */
  proved: Uint8Array | undefined;
  readonly #outlet: Outlet;
  #turn: Promise<unknown> = Promise.resolve();
  #nonce: Uint8Array | undefined;
  readonly #logins = new Map<number, PendingLogin>();
  #lastLogin = 0;

  constructor(
    number: number,
    remotePeer: Uint8Array,
    from: { readonly addressKey: string; readonly address: string },
    outlet: Outlet,
  ) {
    this.number = number;
    this.remotePeer = remotePeer;
    this.addressKey = from.addressKey;
    this.address = from.address;
    this.#outlet = outlet;
  }

  giveNonce(nonce: Uint8Array): void {
    this.#nonce = nonce;
  }

  /** The last challenge's nonce, once. */
  takeNonce(): Uint8Array | undefined {
    const nonce = this.#nonce;
    this.#nonce = undefined;
    return nonce;
  }

  /** A handle for a login by password that waits for its finish; beyond MAX_PENDING_LOGINS the oldest is forgotten. */
  keepLogin(login: PendingLogin): number {
    this.#lastLogin += 1;
    this.#logins.set(this.#lastLogin, login);
    if (this.#logins.size > MAX_PENDING_LOGINS) this.#logins.delete(this.#logins.keys().next().value!);
    return this.#lastLogin;
  }

  /** Once. */
  takeLogin(handle: number): PendingLogin | undefined {
    const login = this.#logins.get(handle);
    this.#logins.delete(handle);
    return login;
  }

  /** Whoever is signed on, at home or as a guest. @throws MiyuError 'session-replaced' | 'not-signed-in' | 'hello-first' */
  caller(): Caller {
    if (this.state.is === 'guest' || this.state.is === 'owner') return this.state.caller;
    throw this.#refusal();
  }

  /** Whoever is signed on and lives here. @throws as `caller`; 'not-signed-in' for a guest */
  owner(): Caller {
    if (this.state.is === 'owner') return this.state.caller;
    throw this.#refusal();
  }

  /** False: the connection is over, or does not read. */
  push(push: Partial<RendezvousPush>): boolean {
    try {
      this.#outlet.push(RendezvousPush.encode(push));
      return true;
    } catch {
      // Its end is told by the channel itself.
      return false;
    }
  }

  /**
   * Work whose answer is large, one piece after another for one connection: whoever asks for many at once and does not read has the
   * server make one, not all of them. @throws MiyuError 'busy' where what was answered before still waits to be read
   */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#turn = promise;
    try {
      await before;
      if (this.#outlet.heldBytes.write > MAX_UNREAD_BYTES) throw new MiyuError('busy');
      return await work();
    } finally {
      // By then the answer is with the outlet.
      setImmediate(() => resolve(undefined));
    }
  }

  abort(reason: MiyuError): void {
    this.#outlet.abort(reason);
  }

  #refusal(): MiyuError {
    if (this.state.is === 'new') return new MiyuError('hello-first');
    if (this.state.is === 'replaced') return new MiyuError('session-replaced', { detail: Number(this.state.epoch) });
    return new MiyuError('not-signed-in');
  }
}

/** All connections, and for each account those that are signed on with its newest epoch. */
export class Sessions {
  readonly #all = new Set<Session>();
  readonly #byAccount = new Map<string, Session[]>();

  get count(): number {
    return this.#all.size;
  }

  /** Connections of people who live here. */
  get owners(): number {
    let owners = 0;
    for (const session of this.#all) if (session.state.is === 'owner') owners += 1;
    return owners;
  }

  /** On which this account is signed on with its newest epoch. */
  connectionsOf(account: Uint8Array): number {
    return this.#byAccount.get(toHex(account))?.length ?? 0;
  }

  /** Who lives here and is signed in on a connection of this device. */
  ownerOn(device: Uint8Array): Caller | undefined {
    for (const { state, remotePeer } of this.#all) {
      if (state.is === 'owner' && equalBytes(remotePeer, device)) return state.caller;
    }
    return undefined;
  }

  /** Whether this account, which lives here, is signed in on a connection of this device. */
  isOn(account: Uint8Array, device: Uint8Array): boolean {
    const sessions = this.#byAccount.get(toHex(account)) ?? [];
    return sessions.some(({ state, remotePeer }) => state.is === 'owner' && equalBytes(remotePeer, device));
  }

  add(session: Session): void {
    this.#all.add(session);
  }

  remove(session: Session): void {
    this.#all.delete(session);
    this.#forget(session);
  }

  [Symbol.iterator](): Iterator<Session> {
    return this.#all.values();
  }

  /**
   * A connection has signed on. Those of older epochs are told that they are replaced; where a newer epoch came in between,
   * it is this one. Beyond MAX_SESSIONS_PER_ACCOUNT the oldest connection ends: its device has reconnected since.
   * @param newest what those who are replaced hear of this device
   */
  signOn(session: Session, is: 'guest' | 'owner', caller: Caller, newest?: NewestDevice): void {
    this.#forget(session);
    const key = toHex(caller.account);
    const others = this.#byAccount.get(key) ?? [];
    const highest = others.reduce((epoch, other) => bigger(epoch, epochOf(other)), caller.epoch);
    if (highest > caller.epoch) {
      replace(session, highest);
      return;
    }
    session.state = { is, caller };
    const current = others.filter((other) => epochOf(other) === caller.epoch);
    for (const other of others) if (!current.includes(other)) replace(other, caller.epoch, newest);
    current.push(session);
    this.#byAccount.set(key, current);
    if (current.length > MAX_SESSIONS_PER_ACCOUNT) current.shift()!.abort(new MiyuError('link-closed'));
  }

  /** The account is gone: all its connections but this one end, and this one speaks for nobody. */
  signOffAll(account: Uint8Array, last: Session): void {
    for (const session of [...(this.#byAccount.get(toHex(account)) ?? [])]) {
      this.signOff(session);
      if (session !== last) session.abort(new MiyuError('link-closed'));
    }
  }

  signOff(session: Session): void {
    this.#forget(session);
    session.proved = undefined;
    session.state = { is: 'hello' };
  }

  /** Pushes to the connection on which an account signed in last. False: it has none. */
  pushToOwner(account: Uint8Array, push: Partial<RendezvousPush>): boolean {
    const session = this.#byAccount.get(toHex(account))?.findLast((each) => each.state.is === 'owner');
    return session?.push(push) ?? false;
  }

  #forget(session: Session): void {
    if (session.state.is !== 'guest' && session.state.is !== 'owner') return;
    const key = toHex(session.state.caller.account);
    const left = (this.#byAccount.get(key) ?? []).filter((each) => each !== session);
    if (left.length === 0) this.#byAccount.delete(key);
    else this.#byAccount.set(key, left);
  }
}

function replace(session: Session, epoch: bigint, newest?: NewestDevice): void {
  const wasSignedOn = session.state.is === 'owner' || session.state.is === 'guest';
  session.state = { is: 'replaced', epoch };
  if (wasSignedOn) session.push({ sessionReplaced: { epoch, ...(newest === undefined ? {} : { newest }) } });
}

const epochOf = (session: Session): bigint =>
  session.state.is === 'owner' || session.state.is === 'guest' ? session.state.caller.epoch : 0n;
const bigger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

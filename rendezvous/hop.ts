/**
 * The relay: circuit relay v2 (shared/wire/relay.proto) for those who are signed in here, and for whoever wants to reach them.
 *
 *   RESERVE   a device that is signed in at this server may be called through it, one of each account, for as long as it is
 *   CONNECT   anybody calls such a device; whether it lets him in is its own affair (the chat's hello)
 *
 * What goes through is counted for each account that lives here. Where that is used up, both are told on their streams to this
 * server before their links end, and whoever calls is told by the answer.
 */
import type { Connection, Stream } from '@libp2p/interface';
import { pbStream } from '@libp2p/utils';
import { multiaddr } from '@multiformats/multiaddr';
import type { Clock } from '../shared/clock.ts';
import { isMiyuError, MiyuError } from '../shared/errors.ts';
import { equalBytes, shortId, toHex } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import { addressKey } from '../shared/net/address-key.ts';
import { bytesOfPeerId } from '../shared/net/peers.ts';
import { Splice } from '../shared/net/splice.ts';
import { HopMessage, StopMessage } from '../shared/wire/generated/relay.js';
import type { RendezvousPush } from '../shared/wire/generated/rendezvous.js';
import { MAX_ADDRESSES } from '../shared/wire/limits.ts';
import { HOP, RELAY_SCOPE, RELAY_STATUS, STOP } from '../shared/wire/protocols.ts';
import type { ServerSettings } from './config.ts';
import { bytesOfMiB, LIMITER_KEYS, RELAY } from './limits.ts';
import { RateLimiter } from '../shared/rate-limiter.ts';
import { RelayUsage, type RelayLimits, type UsedUp } from './relay/usage.ts';
import type { Sessions } from './session.ts';

export interface RelayParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: Pick<Sessions, 'ownerOn' | 'isOn' | 'pushToOwner'>;
  readonly limits: RelayLimits & { readonly reservations: number };
}

export const relayLimits = (settings: ServerSettings): RelayParts['limits'] => ({
  reservations: settings.relayMaxReservations,
  links: settings.relayMaxLinks,
  linksPerAccount: RELAY.linksPerAccount,
  bytesPerAccount: bytesOfMiB(settings.relayMiBPerAccount),
  bytes: bytesOfMiB(settings.relayMiB),
});

/** The part of the node that a relay needs. */
export interface RelayNode {
  /** Multiaddrs as text under which others reach this server. */
  addresses(): readonly string[];
  /** Opens a stop stream to a device that is connected just now; undefined: it is not. */
  openStop(device: Uint8Array, signal: AbortSignal): Promise<Stream | undefined>;
}

export interface RelayStatus {
  readonly reservations: number;
  readonly links: number;
  /** Within the present hour. */
  readonly bytes: number;
}

interface Reservation {
  readonly account: Uint8Array;
  readonly device: Uint8Array;
  /** Monotonic milliseconds. */
  readonly until: number;
}

interface Link {
  /** Who of the two lives here. */
  readonly accounts: readonly Uint8Array[];
  readonly splice: Splice;
  bytes: number;
  ending: boolean;
}

type Answer = (status: number, more?: Omit<HopMessage, 'type' | 'status'>) => Promise<void>;

export class Relay {
  readonly #parts: RelayParts;
  readonly #usage: RelayUsage;
  readonly #rate: RateLimiter;
  /** By device. */
  readonly #reservations = new Map<string, Reservation>();
  readonly #links = new Set<Link>();

  constructor(parts: RelayParts) {
    this.#parts = parts;
    this.#usage = new RelayUsage(parts.limits);
    this.#rate = new RateLimiter(RELAY.rate, parts.clock, LIMITER_KEYS);
  }

  status(): RelayStatus {
    this.#forgetOver();
    return {
      reservations: this.#reservations.size,
      links: this.#usage.links,
      bytes: this.#usage.bytes(this.#parts.clock.monotonic()),
    };
  }

  /** Ends every link; nobody is told but by that. */
  stop(): void {
    for (const { splice } of this.#links) splice.abort(new MiyuError('closed'));
  }

  /** One hop stream, from its request to its answer, or to the end of the link that it becomes. Never rejects. */
  async serve(stream: Stream, connection: Connection, node: RelayNode): Promise<void> {
    const signal = AbortSignal.timeout(RELAY.timeoutMs);
    const messages = pbStream(stream, {
      maxDataLength: RELAY.maxMessageBytes,
      maxBufferSize: 2 * RELAY.maxMessageBytes,
    });
    const hop = messages.pb(HopMessage);
    const answer: Answer = async (status, more = {}) => {
      await hop.write({ ...more, type: HOP.status, status }, { signal });
    };
    try {
      const { type, peer } = await hop.read({ signal });
      const source = bytesOfPeerId(connection.remotePeer);
      if (this.#asksTooOften(connection)) {
        await answer(RELAY_STATUS.limitExceeded);
      } else if (type === HOP.connect) {
        const become = (stop: Stream, accounts: readonly Uint8Array[]): void =>
          this.#begin(messages.unwrap(), stop, accounts);
        if (await this.#connect(source, peer?.id ?? new Uint8Array(0), { answer, become, node, signal })) return;
      } else if (type === HOP.reserve) {
        await this.#reserve(source, answer, node);
      } else {
        await answer(RELAY_STATUS.unexpected);
      }
      await stream.close({ signal });
    } catch (error) {
      // Whatever broke, broke this stream alone.
      stream.abort(error instanceof Error ? error : new MiyuError('link-closed'));
    }
  }

  #asksTooOften({ remoteAddr }: Connection): boolean {
    try {
      this.#rate.take(addressKey(remoteAddr.toString()));
      return false;
    } catch (error) {
      if (!isMiyuError(error, 'rate-limited')) throw error;
      return true;
    }
  }

  async #reserve(device: Uint8Array, answer: Answer, node: RelayNode): Promise<void> {
    const { sessions, clock, limits, log } = this.#parts;
    const owner = sessions.ownerOn(device);
    if (owner === undefined) {
      log.info('relay', { action: 'reserve', code: 'not-signed-in' });
      await answer(RELAY_STATUS.permissionDenied);
      return;
    }
    const { account } = owner;
    const key = toHex(device);
    if (!this.#reservations.has(key) && this.#reservations.size >= limits.reservations) this.#forgetOver();
    if (!this.#reservations.has(key) && this.#reservations.size >= limits.reservations) {
      log.info('relay', { action: 'reserve', account: shortId(account), code: 'busy' });
      await answer(RELAY_STATUS.reservationRefused);
      return;
    }
    for (const [other, held] of this.#reservations) {
      if (equalBytes(held.account, account)) this.#reservations.delete(other);
    }
    this.#reservations.set(key, { account, device, until: clock.monotonic() + RELAY.reservationMs });
    log.info('relay', { action: 'reserve', account: shortId(account), count: this.#reservations.size });
    const expire = BigInt(Math.floor((clock.wall() + RELAY.reservationMs) / 1_000));
    const addrs = node
      .addresses()
      .slice(0, MAX_ADDRESSES)
      .map((address) => multiaddr(address).bytes);
    await answer(RELAY_STATUS.ok, { reservation: { expire, addrs } });
  }

  /** @returns whether the stream has become a link */
  async #connect(
    source: Uint8Array,
    target: Uint8Array,
    on: {
      readonly answer: Answer;
      readonly become: (stop: Stream, accounts: readonly Uint8Array[]) => void;
      readonly node: RelayNode;
      readonly signal: AbortSignal;
    },
  ): Promise<boolean> {
    const { sessions, clock, log } = this.#parts;
    const reservation = this.#reservations.get(toHex(target));
    if (reservation === undefined || !this.#holds(reservation)) {
      await on.answer(RELAY_STATUS.noReservation);
      return false;
    }
    const caller = sessions.ownerOn(source)?.account;
    const { account } = reservation;
    const accounts = caller === undefined || equalBytes(caller, account) ? [account] : [account, caller];
    const refused = this.#usage.refuses(accounts, clock.monotonic());
    if (refused !== undefined) {
      log.info('relay', { action: 'refused', account: shortId(account), code: refused.scope });
      await on.answer(RELAY_STATUS.limitExceeded);
      return false;
    }
    // Counted from here on, so that many at once are not more than they may be.
    this.#usage.begin(accounts);
    let stop: Stream | undefined;
    try {
      const limit = { data: BigInt(this.#usage.left(accounts, clock.monotonic())) };
      stop = await this.#call(source, target, limit, on);
      if (stop === undefined) {
        await on.answer(RELAY_STATUS.connectionFailed);
        this.#usage.end(accounts);
        return false;
      }
      await on.answer(RELAY_STATUS.ok, { limit });
      on.become(stop, accounts);
      return true;
    } catch (error) {
      this.#usage.end(accounts);
      stop?.abort(new MiyuError('link-closed'));
      throw error;
    }
  }

  /** Asks the one who is called. @returns the stream to him; undefined: not there, or not willing */
  async #call(
    source: Uint8Array,
    target: Uint8Array,
    limit: { readonly data: bigint },
    { node, signal }: { readonly node: RelayNode; readonly signal: AbortSignal },
  ): Promise<Stream | undefined> {
    let stream: Stream | undefined;
    try {
      stream = await node.openStop(target, signal);
      if (stream === undefined) return undefined;
      const bounds = { maxDataLength: RELAY.maxMessageBytes, maxBufferSize: 2 * RELAY.maxMessageBytes };
      const messages = pbStream(stream, bounds);
      const stop = messages.pb(StopMessage);
      await stop.write({ type: STOP.connect, peer: { id: source, addrs: [] }, limit }, { signal });
      const { type, status } = await stop.read({ signal });
      if (type === STOP.status && status === RELAY_STATUS.ok) return messages.unwrap();
      await stream.close({ signal });
    } catch {
      stream?.abort(new MiyuError('link-closed'));
    }
    return undefined;
  }

  #begin(hop: Stream, stop: Stream, accounts: readonly Uint8Array[]): void {
    const { clock, log } = this.#parts;
    const startedAt = clock.monotonic();
    const splice = new Splice(hop, stop, {
      silenceMs: RELAY.silenceMs,
      onBytes: (bytes) => {
        link.bytes += bytes;
        const usedUp = this.#usage.count(accounts, bytes, clock.monotonic());
        if (usedUp !== undefined && !link.ending) this.#endAll(usedUp);
      },
      onEnd: () => {
        this.#links.delete(link);
        this.#usage.end(accounts);
        const ms = Math.round(clock.monotonic() - startedAt);
        log.info('relay', { action: 'end', bytes: link.bytes, ms });
      },
    });
    const link: Link = { accounts, splice, bytes: 0, ending: false };
    this.#links.add(link);
    log.info('relay', { action: 'link', count: this.#links.size });
  }

  /** Everybody whose links these are is told first. */
  #endAll({ scope, account, retryAfterMs }: UsedUp): void {
    const concerned = [...this.#links].filter(
      ({ accounts }) => account === undefined || accounts.some((each) => equalBytes(each, account)),
    );
    const told = new Map<string, Uint8Array>();
    for (const link of concerned) {
      link.ending = true;
      for (const each of link.accounts) told.set(toHex(each), each);
    }
    const push: Partial<RendezvousPush> = {
      relayLimit: { scope: RELAY_SCOPE[scope], retryAfterMs: BigInt(Math.ceil(retryAfterMs)) },
    };
    for (const each of told.values()) this.#parts.sessions.pushToOwner(each, push);
    const whose = account === undefined ? {} : { account: shortId(account) };
    this.#parts.log.warn('relay', { action: 'limit', code: scope, count: concerned.length, ...whose });
    // Behind what they were told, on the same connections.
    setImmediate(() => {
      for (const { splice } of concerned) splice.abort(new MiyuError('closed'));
    });
  }

  #holds({ account, device, until }: Reservation): boolean {
    return this.#parts.clock.monotonic() < until && this.#parts.sessions.isOn(account, device);
  }

  #forgetOver(): void {
    for (const [key, reservation] of this.#reservations) {
      if (!this.#holds(reservation)) this.#reservations.delete(key);
    }
  }
}

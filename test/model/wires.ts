/**
 * Direct links between two processes: the real windows and acknowledgements (node/net) over wires that are slow, end in the
 * middle, and may leave one side believing in them.
 */
import { Arrivals } from '../../node/net/arrivals.ts';
import { DeliveryWindow } from '../../node/net/delivery-window.ts';
import type { ChatLink, ChatLinkHandlers, ChatLinks, Waiting } from '../../node/net/ports.ts';
import { MiyuError } from '../../shared/errors.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { GOODBYE } from '../../shared/wire/protocols.ts';
import type { Chance } from './chance.ts';
import { PEOPLE } from './people.ts';
import type { Scheduler } from './scheduler.ts';
import { other, type Who, type Witness } from './witness.ts';

/** As in node/net/chat-links.ts: two links that come up this close together are one dial from both sides. */
const SIMULTANEOUS_MS = 5_000;
/** How long a dial waits for somebody who does not answer, where the caller does not say. */
const DIAL_TIMEOUT_MS = 10_000;

type Frame =
  | { readonly type: 'deliver'; readonly first: number; readonly envelopes: readonly Uint8Array[] }
  | { readonly type: 'unopened'; readonly sequence: number; readonly id: Uint8Array }
  | { readonly type: 'committed'; readonly upTo: number }
  | { readonly type: 'goodbye'; readonly reason: number };

/** The process at one end, as the network sees it. */
export interface Host {
  readonly who: Who;
  readonly dead: boolean;
  /** It does something that others see: the moment at which it may die. @returns whether it is dead now */
  cross(): boolean;
}

export class Wires {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly witness: Witness;
  /** Whether a dial reaches anybody. */
  connected = true;
  /** Milliseconds that a frame is under way at least. */
  delay = 1;
  /** A defect: what comes is acknowledged before it is taken. */
  acknowledgesEarly = false;
  readonly hosts: [WireLinks | undefined, WireLinks | undefined] = [undefined, undefined];
  /** Both ends of what is open: two links for a moment where both have dialled. */
  readonly #ends = new Set<LinkEnd>();

  constructor(scheduler: Scheduler, chance: Chance, witness: Witness) {
    this.scheduler = scheduler;
    this.chance = chance;
    this.witness = witness;
  }

  latency(): number {
    return this.delay + this.chance.below(10);
  }

  /** What is under way is lost; each side notices when it does. */
  cut(notice: readonly [number, number]): void {
    for (const end of this.#ends) {
      end.cut = true;
      this.scheduler.after(notice[end.host.who], () => {
        end.end(undefined);
      });
    }
    this.#ends.clear();
  }

  async dial(from: WireLinks, timeoutMs: number): Promise<ChatLink> {
    await this.#wait(this.latency());
    const to = this.hosts[other(from.host.who)];
    if (!this.connected) {
      await this.#wait(this.chance.below(2) * timeoutMs);
      throw new MiyuError('friend-unreachable');
    }
    if (to?.handlers === undefined || to.host.dead || from.handlers === undefined) {
      throw new MiyuError('friend-unreachable');
    }
    const near = new LinkEnd(this, from, true);
    const far = new LinkEnd(this, to, false);
    near.other = far;
    far.other = near;
    this.#ends.add(near).add(far);
    const answer = this.latency();
    far.notBefore = this.scheduler.now + answer;
    to.welcome(far);
    await this.#wait(answer);
    // Whose process is gone has no connections.
    if (from.host.dead) far.end(undefined);
    if (near.over || near.cut || from.host.dead) throw new MiyuError('friend-unreachable');
    return from.welcome(near);
  }

  over(end: LinkEnd): void {
    this.#ends.delete(end);
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.scheduler.after(ms, resolve);
    });
  }
}

class LinkEnd implements ChatLink {
  readonly host: Host;
  readonly #wires: Wires;
  readonly #links: WireLinks;
  readonly #window: DeliveryWindow;
  readonly #arrivals: Arrivals;
  readonly #closed = Promise.withResolvers<number | undefined>();
  readonly #upSince: number;
  other: LinkEnd | undefined;
  over = false;
  cut = false;
  /** Frames of this end arrive in order, and none before this time. */
  notBefore = 0;

  readonly account: Uint8Array;
  readonly device: Uint8Array;
  readonly certificate: Uint8Array;
  readonly address = '/ip4/127.0.0.1/tcp/2';
  readonly path = 'direct';
  readonly dialled: boolean;

  constructor(wires: Wires, links: WireLinks, dialled: boolean) {
    this.#wires = wires;
    this.#links = links;
    this.host = links.host;
    this.dialled = dialled;
    this.#upSince = wires.scheduler.now;
    const { own } = PEOPLE[other(this.host.who)];
    this.account = own.account;
    this.device = own.device;
    this.certificate = Signed.encode(own.certificate);
    this.#window = new DeliveryWindow((first, envelopes) => {
      this.#send({ type: 'deliver', first, envelopes });
    });
    this.#arrivals = new Arrivals({
      commit: (envelopes) => {
        const taken = links.handlers!.onDeliver(this, envelopes);
        if (!wires.acknowledgesEarly) return taken;
        taken.catch(() => undefined);
        return Promise.resolve([]);
      },
      sendUnopened: (sequence, id) => {
        wires.witness.unopened += 1;
        this.#send({ type: 'unopened', sequence, id });
      },
      sendCommitted: (upTo) => {
        this.#send({ type: 'committed', upTo });
      },
      onFault: (error) => {
        if (!(error instanceof MiyuError))
          wires.witness.fail('C', `a fault at a link of ${this.host.who}: ${String(error)}`);
        void this.close(GOODBYE.closing);
      },
    });
  }

  get closed(): Promise<number | undefined> {
    return this.#closed.promise;
  }
  tellHeads(): void {
    // Nobody has a log here.
  }
  askPrekeys(): Promise<never> {
    // Who needs prekeys here has them of the mailboxes.
    return Promise.reject(new MiyuError('unknown-request'));
  }

  get hasRoom(): boolean {
    return this.#window.hasRoom;
  }
  room(): Promise<void> {
    return this.#window.room();
  }
  deliver(envelope: Uint8Array): Promise<'committed' | 'unopened'> {
    return this.#window.deliver(envelope);
  }

  #send(frame: Frame): void {
    if (this.over || this.host.dead || this.host.cross()) return;
    if (frame.type === 'deliver') for (const envelope of frame.envelopes) this.#wires.witness.departed(envelope);
    const { scheduler } = this.#wires;
    // What is sent is what it is now, whatever the sender does with its buffers.
    const sent =
      frame.type === 'deliver' ? { ...frame, envelopes: frame.envelopes.map((each) => each.slice()) } : frame;
    this.notBefore = Math.max(this.notBefore, scheduler.now + this.#wires.latency());
    scheduler.after(this.notBefore - scheduler.now, () => {
      if (!this.cut) this.other?.receive(sent);
    });
  }

  receive(frame: Frame): void {
    if (this.over || this.host.dead) return;
    switch (frame.type) {
      case 'deliver':
        this.#arrivals.receive(BigInt(frame.first), frame.envelopes);
        break;
      case 'unopened':
        this.#window.unopened(BigInt(frame.sequence), frame.id);
        break;
      case 'committed':
        this.#window.committed(BigInt(frame.upTo));
        break;
      case 'goodbye':
        this.end(frame.reason);
        break;
    }
  }

  end(reason: number | undefined): void {
    if (this.over) return;
    this.over = true;
    this.#wires.over(this);
    this.#links.gone(this);
    this.#arrivals.end();
    this.#window.end();
    this.#closed.resolve(reason);
  }

  close(reason: number): Promise<void> {
    this.#send({ type: 'goodbye', reason });
    if (!this.host.dead) this.end(reason);
    return Promise.resolve();
  }

  /** As node/net/chat-links.ts decides which of two links stays: both ends come to the same answer. */
  stays(later: LinkEnd): boolean {
    if (this.dialled === later.dialled || later.#upSince - this.#upSince > SIMULTANEOUS_MS) return false;
    const weAreSmaller = Buffer.compare(PEOPLE[this.host.who].own.device, this.device) < 0;
    return this.dialled === weAreSmaller;
  }
}

/** The links of one process. */
export class WireLinks implements ChatLinks {
  readonly host: Host;
  readonly #wires: Wires;
  handlers: ChatLinkHandlers | undefined;
  #up: LinkEnd | undefined;
  #dialling: Promise<ChatLink> | undefined;

  constructor(wires: Wires, host: Host) {
    this.#wires = wires;
    this.host = host;
    wires.hosts[host.who] = this;
  }

  start(handlers: ChatLinkHandlers): void {
    this.handlers = handlers;
  }

  linkTo(): ChatLink | undefined {
    return this.#up;
  }

  dial(_device: Uint8Array, _addresses: readonly string[], waiting: Waiting = {}): Promise<ChatLink> {
    if (this.host.dead) return new Promise(() => {});
    if (this.#up !== undefined) return Promise.resolve(this.#up);
    this.#dialling ??= this.#wires.dial(this, waiting.timeoutMs ?? DIAL_TIMEOUT_MS).finally(() => {
      this.#dialling = undefined;
    });
    return this.#dialling;
  }

  welcome(link: LinkEnd): ChatLink {
    const earlier = this.#up;
    if (this.host.dead) return link;
    if (earlier?.stays(link) === true) {
      void link.close(GOODBYE.replaced);
      return earlier;
    }
    this.#up = link;
    this.handlers?.onLink(link);
    void earlier?.close(GOODBYE.replaced);
    return link;
  }

  gone(link: LinkEnd): void {
    if (this.#up === link) this.#up = undefined;
  }
}

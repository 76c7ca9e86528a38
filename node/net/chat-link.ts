/** One direct link to one friend's device (/miyu/chat/1.0.0) after both hellos were accepted. */
import type { Channel } from '../../shared/net/channel.ts';
import type { Clock } from '../../shared/clock.ts';
import { MiyuError } from '../../shared/errors.ts';
import { ChatMessage } from '../../shared/wire/generated/chat.js';
import { MAX_DELIVER_ENVELOPES, MAX_HEAD_BYTES, MAX_TOLD_HEADS } from '../../shared/wire/limits.ts';
import { Arrivals } from './arrivals.ts';
import { DeliveryWindow } from './delivery-window.ts';
import type { Delivered } from './delivery-window.ts';
import { HeartbeatTimer } from './heartbeat.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import type { ChatLink, LinkPath, LinkPrekeys, Waiting } from './ports.ts';

/** The other side writes secrets to its disk first. */
const PREKEYS_TIMEOUT_MS = 10_000;

export interface LinkFacts {
  readonly account: Uint8Array;
  readonly device: Uint8Array;
  readonly certificate: Uint8Array;
  readonly address: string;
  readonly path: LinkPath;
  readonly dialled: boolean;
}

export interface LinkOptions {
  readonly clock: Clock;
  readonly heartbeat: HeartbeatTimes;
  readonly onDeliver: (link: ChatLink, envelopes: readonly Uint8Array[]) => Promise<readonly number[]>;
  readonly onHeads: (link: ChatLink, heads: readonly Uint8Array[]) => void;
  readonly onPrekeysWanted: (link: ChatLink) => Promise<LinkPrekeys>;
  readonly onFault: (error: unknown) => void;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** @throws MiyuError 'protocol-violation' */
export function decodeChatMessage(body: Uint8Array): ChatMessage {
  try {
    return ChatMessage.decode(body, {
      limits: { deliver: { envelopes: MAX_DELIVER_ENVELOPES }, heartbeat: { heads: MAX_TOLD_HEADS } },
    });
  } catch (cause) {
    throw new MiyuError('protocol-violation', { cause });
  }
}

export class DirectLink implements ChatLink {
  readonly account: Uint8Array;
  readonly device: Uint8Array;
  readonly certificate: Uint8Array;
  readonly address: string;
  readonly path: LinkPath;
  readonly dialled: boolean;
  readonly closed: Promise<number | undefined>;
  /** Monotonic milliseconds at which both hellos had been accepted. */
  readonly upSince: number;

  readonly #channel: Channel;
  readonly #window: DeliveryWindow;
  readonly #arrivals: Arrivals;
  readonly #heartbeat: HeartbeatTimer;
  readonly #onHeads: LinkOptions['onHeads'];
  readonly #onPrekeysWanted: LinkOptions['onPrekeysWanted'];
  #beats = 0n;
  #goodbye: number | undefined;

  constructor(channel: Channel, facts: LinkFacts, options: LinkOptions) {
    this.account = facts.account;
    this.device = facts.device;
    this.certificate = facts.certificate;
    this.address = facts.address;
    this.path = facts.path;
    this.dialled = facts.dialled;
    this.upSince = options.clock.monotonic();
    this.#channel = channel;
    this.#onHeads = options.onHeads;
    this.#onPrekeysWanted = options.onPrekeysWanted;
    this.#window = new DeliveryWindow((first, envelopes) => {
      this.#push({ deliver: { firstSequence: BigInt(first), envelopes: [...envelopes] as Bytes[] } });
    });
    this.#arrivals = new Arrivals({
      commit: (envelopes) => options.onDeliver(this, envelopes),
      sendUnopened: (sequence, envelopeId) => {
        this.#push({ unopened: { sequence: BigInt(sequence), envelopeId } });
      },
      sendCommitted: (upTo) => this.#push({ committed: { upTo: BigInt(upTo) } }),
      onFault: (error) => {
        options.onFault(error);
        channel.abort(new MiyuError('internal', { cause: error }));
      },
    });
    this.#heartbeat = new HeartbeatTimer(
      options.clock,
      options.heartbeat,
      () => this.#push({ heartbeat: { count: ++this.#beats, heads: [] } }),
      () => channel.abort(new MiyuError('timeout')),
      () => channel.receivedBytes,
    );
    this.closed = channel.closed.then((reason) => {
      this.#heartbeat.stop();
      this.#arrivals.end();
      this.#window.end(reason);
      return this.#goodbye;
    });
  }

  deliver(envelope: Uint8Array): Promise<Delivered> {
    return this.#window.deliver(envelope);
  }

  async askPrekeys({ signal, timeoutMs = PREKEYS_TIMEOUT_MS }: Waiting = {}): Promise<LinkPrekeys> {
    const options = signal === undefined ? { timeoutMs } : { signal, timeoutMs };
    const answer = await this.#channel.request(ChatMessage.encode({ prekeysWanted: {} }), options);
    const { prekeys } = decodeChatMessage(answer);
    if (prekeys?.bundle === undefined) throw new MiyuError('protocol-violation');
    return { bundle: prekeys.bundle, oneTime: prekeys.oneTime };
  }

  tellHeads(heads: readonly Uint8Array[]): void {
    this.#push({ heartbeat: { count: ++this.#beats, heads: heads.slice(0, MAX_TOLD_HEADS) } });
  }

  get hasRoom(): boolean {
    return this.#window.hasRoom;
  }

  room(): Promise<void> {
    return this.#window.room();
  }

  async close(reason: number): Promise<void> {
    if (this.#goodbye === undefined) {
      this.#goodbye = reason;
      this.#push({ goodbye: { reason } });
    }
    await this.#channel.close();
    await this.closed;
  }

  /** Ends without a goodbye. */
  abort(error: MiyuError): void {
    this.#channel.abort(error);
  }

  /** One request of the friend. @throws MiyuError with a code of the wire */
  async answer(body: Uint8Array): Promise<Uint8Array> {
    this.#heartbeat.heard();
    let message: ChatMessage;
    try {
      message = decodeChatMessage(body);
    } catch (cause) {
      throw new MiyuError('malformed', { cause });
    }
    if (message.prekeysWanted === undefined) throw new MiyuError('unknown-request');
    const { bundle, oneTime } = await this.#onPrekeysWanted(this);
    return ChatMessage.encode({ prekeys: { bundle, oneTime } });
  }

  /** One push of the friend. @throws MiyuError 'protocol-violation', which closes the link */
  receive(body: Uint8Array): void {
    this.#heartbeat.heard();
    const { hello, deliver, committed, unopened, goodbye, heartbeat } = decodeChatMessage(body);
    if (hello !== undefined) throw new MiyuError('protocol-violation');
    if (deliver !== undefined) this.#arrivals.receive(deliver.firstSequence, deliver.envelopes);
    else if (unopened !== undefined) this.#window.unopened(unopened.sequence, unopened.envelopeId);
    else if (committed !== undefined) this.#window.committed(committed.upTo);
    else if (goodbye !== undefined) {
      this.#goodbye ??= goodbye.reason;
      void this.#channel.close();
    } else if (heartbeat !== undefined) {
      if (heartbeat.heads.some(({ length }) => length > MAX_HEAD_BYTES)) throw new MiyuError('protocol-violation');
      this.#heartbeat.heardBeat();
      if (heartbeat.heads.length > 0) this.#onHeads(this, heartbeat.heads);
    }
    // A message of a later version is not for us.
  }

  #push(message: ChatMessage): void {
    try {
      this.#channel.push(ChatMessage.encode(message));
    } catch {
      // The link is over: told by `closed`, which rejects what waits.
    }
  }
}

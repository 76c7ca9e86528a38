/**
 * Meeting somebody who is no friend yet, device to device (/miyu/meet/1.0.0): who is there, and a friend request that is handed over. A
 * stranger costs little here: few streams, small frames, one hello and one request each, an end to every wait, and a limit for each address.
 */
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import type { Clock } from '../../shared/clock.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { addressKey } from '../../shared/net/address-key.ts';
import { createChannel, type Channel } from '../../shared/net/channel.ts';
import type { ChannelLimits } from '../../shared/net/limits.ts';
import { FRIEND_DIAL, translateDialError } from '../../shared/net/dial-errors.ts';
import { bytesOfPeerId, peerIdOfBytes } from '../../shared/net/peers.ts';
import { MAX_MEET_FRAME_BYTES } from '../../shared/wire/limits.ts';
import { MEET_PROTOCOL } from '../../shared/wire/protocols.ts';
import { MeetingGate } from './meeting-gate.ts';
import {
  checkTaken,
  decodeIntroduction,
  decodeMeetingRequest,
  encodeAsk,
  encodeHello,
  encodeIntroduction,
  encodeTaken,
} from './meeting-messages.ts';
import { pinnedAddresses } from './paths.ts';
import type { Ask, Meeting, MeetingHandlers, Meetings, Waiting } from './ports.ts';

/** Dial, stream and hello together, unless the caller says less. */
const MEET_TIMEOUT_MS = 5_000;
/** From the stream to the answer of the request: two round trips and two writes of the disk, on a bad network. */
const STREAM_TIMEOUT_MS = 30_000;
/** Streams of one connection, of one address, and strangers' streams in all: one address alone does not keep everybody else out. */
const MAX_STREAMS = 2;
const MAX_OPEN_OF_ADDRESS = 4;
const MAX_OPEN = 16;
const LIMITS: Partial<ChannelLimits> = {
  maxFrameBytes: MAX_MEET_FRAME_BYTES,
  readHighWaterBytes: 4 * MAX_MEET_FRAME_BYTES,
  readLowWaterBytes: MAX_MEET_FRAME_BYTES,
  writeHighWaterBytes: 4 * MAX_MEET_FRAME_BYTES,
  maxOpenRequests: 1,
};

export interface MeetingOptions {
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}

export class DirectMeetings implements Meetings {
  readonly #node: Libp2p;
  readonly #options: MeetingOptions;
  readonly #gate: MeetingGate;
  /** Each with the address that it came from. */
  readonly #open = new Map<Channel, string>();
  #handlers: MeetingHandlers | undefined;
  #stopped = false;

  private constructor(node: Libp2p, options: MeetingOptions) {
    this.#node = node;
    this.#options = options;
    this.#gate = new MeetingGate(options.clock);
  }

  /** Streams that come before `start` are reset. */
  static async on(node: Libp2p, options: MeetingOptions): Promise<DirectMeetings> {
    const meetings = new DirectMeetings(node, options);
    await node.handle(MEET_PROTOCOL, (stream, connection) => meetings.#accept(stream, connection), {
      maxInboundStreams: MAX_STREAMS,
      maxOutboundStreams: MAX_STREAMS,
      runOnLimitedConnection: true,
    });
    return meetings;
  }

  start(handlers: MeetingHandlers): void {
    this.#handlers = handlers;
  }

  async meet(
    device: Uint8Array,
    addresses: readonly string[],
    account: Uint8Array,
    waiting: Waiting = {},
  ): Promise<Meeting> {
    if (this.#stopped) throw new MiyuError('closed');
    const timeout = AbortSignal.timeout(waiting.timeoutMs ?? MEET_TIMEOUT_MS);
    const signal = waiting.signal === undefined ? timeout : AbortSignal.any([waiting.signal, timeout]);
    const peer = peerIdOfBytes(device);
    const open = this.#node.getConnections(peer).find(({ status }) => status === 'open');
    if (open !== undefined) {
      try {
        return await this.#over(open, account, signal);
      } catch (error) {
        // The other side was closing it; of one that answers, the answer counts.
        if (!isMiyuError(error, 'friend-unreachable') || signal.aborted) throw error;
      }
    }
    let connection: Connection;
    try {
      connection = await this.#node.dial(pinnedAddresses(addresses, peer), { signal });
    } catch (error) {
      throw meetingError(error, signal);
    }
    return await this.#over(connection, account, signal);
  }

  async #over(connection: Connection, account: Uint8Array, signal: AbortSignal): Promise<Meeting> {
    let channel: Channel | undefined;
    try {
      const stream = await connection.newStream(MEET_PROTOCOL, { signal, runOnLimitedConnection: true });
      channel = createChannel(stream, {
        ...{ role: 'dialler', remotePeer: bytesOfPeerId(connection.remotePeer), limits: LIMITS },
        onFault: this.#options.onFault,
      });
      const introduction = decodeIntroduction(await channel.request(encodeHello(account), { signal }));
      return meetingOver(channel, introduction);
    } catch (error) {
      void channel?.close();
      const failure = meetingError(error, signal);
      // A connection that was open and does not answer is dead: the next dial must not find it again.
      if (failure.code === 'timeout') connection.abort(failure);
      throw failure;
    }
  }

  /** Ends every meeting and takes none from now on. */
  stop(): void {
    this.#stopped = true;
    for (const channel of this.#open.keys()) channel.abort(new MiyuError('closed'));
  }

  #accept(stream: Stream, connection: Connection): void {
    const handlers = this.#handlers;
    const address = addressKey(connection.remoteAddr.toString());
    const ofAddress = [...this.#open.values()].filter((each) => each === address).length;
    const isFull = this.#open.size >= MAX_OPEN || ofAddress >= MAX_OPEN_OF_ADDRESS;
    if (handlers === undefined || this.#stopped || isFull) {
      stream.abort(new MiyuError('busy'));
      return;
    }
    const remotePeer = bytesOfPeerId(connection.remotePeer);
    const answer = answering(handlers, remotePeer, () => this.#gate.take(address));
    const channel = createChannel(stream, {
      ...{ role: 'listener', remotePeer, limits: LIMITS, onFault: this.#options.onFault },
      onRequest: async (body) => {
        try {
          return await answer(body);
        } catch (error) {
          // Behind the refusal: whoever was refused holds no stream here.
          setImmediate(() => void channel.close());
          throw error;
        }
      },
    });
    this.#open.set(channel, address);
    const timer = setTimeout(() => channel.abort(new MiyuError('timeout')), STREAM_TIMEOUT_MS);
    timer.unref();
    void channel.closed.then(() => {
      clearTimeout(timer);
      this.#open.delete(channel);
    });
  }
}

/** Answers one hello, which must name us, and after it one request. */
function answering(handlers: MeetingHandlers, remotePeer: Uint8Array, take: () => number) {
  let next: 'hello' | 'ask' | 'nothing' = 'hello';
  return async (body: Uint8Array): Promise<Uint8Array> => {
    const due = next;
    next = due === 'hello' ? 'ask' : 'nothing';
    if (due === 'hello') {
      const retryAfterMs = take();
      if (retryAfterMs > 0) throw new MiyuError('rate-limited', { retryAfterMs });
    }
    const request = decodeMeetingRequest(body);
    if (due === 'nothing') throw new MiyuError('unknown-request');
    if (request.type !== due) throw new MiyuError(due === 'hello' ? 'hello-first' : 'unknown-request');
    if (request.type === 'ask') {
      await handlers.take(request.ask, remotePeer);
      return encodeTaken();
    }
    const introduction = handlers.introduce(request.account);
    if (introduction === undefined) throw new MiyuError('unknown-account');
    return encodeIntroduction(introduction);
  };
}

const meetingOver = (channel: Channel, introduction: Meeting['introduction']): Meeting => ({
  introduction,
  async ask(request: Ask, waiting = {}) {
    try {
      checkTaken(await channel.request(encodeAsk(request), waiting));
    } finally {
      void channel.close();
    }
  },
  close: () => void channel.close(),
});

/** Refusals stay; a stream that broke is somebody who is not there. */
function meetingError(error: unknown, signal: AbortSignal): MiyuError {
  if (!(error instanceof MiyuError)) return translateDialError(error, FRIEND_DIAL, signal);
  if (error.code === 'aborted') return translateDialError(error.cause, FRIEND_DIAL, signal);
  if (error.code === 'link-closed') return new MiyuError('friend-unreachable', { cause: error });
  return error;
}

/** “Who are you?” between people of one LAN: one question and one answer on a stream of their own (shared/wire/nearby.proto). */
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import type { Clock } from '../../shared/clock.ts';
import { MiyuError } from '../../shared/errors.ts';
import { addressKey } from '../../shared/net/address-key.ts';
import { Allowance } from '../../shared/net/allowance.ts';
import { FRIEND_DIAL, translateDialError } from '../../shared/net/dial-errors.ts';
import { answer, ask } from '../../shared/net/exchange.ts';
import { isOnLan } from '../../shared/net/lan-links.ts';
import { peerIdOfBytes } from '../../shared/net/peers.ts';
import {
  MAX_NEARBY_ANSWER_BYTES,
  MAX_NEARBY_QUESTION_BYTES,
  MAX_NEARBY_STREAMS,
  NEARBY_ANSWERS_EACH,
  NEARBY_ANSWERS_PER_ADDRESS,
  NEARBY_TIMEOUT_MS,
} from '../../shared/wire/lan-limits.ts';
import { NearbyQuestion } from '../../shared/wire/generated/nearby.js';
import { NEARBY_PROTOCOL, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import { pinnedAddresses } from './paths.ts';
import type { Nearby } from './ports.ts';

const CLOSE_TIMEOUT_MS = 1_000;

export interface NearbyOptions {
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}

/** Of a host without a LAN: it asks nobody and answers nobody. */
export const NO_NEARBY: Nearby = {
  answerWith: () => undefined,
  ask: () => Promise.reject(new MiyuError('friend-unreachable')),
};

export async function nearbyOf(node: Libp2p, { clock, onFault }: NearbyOptions): Promise<Nearby> {
  const perAsker = new Allowance(clock, NEARBY_ANSWERS_EACH);
  const perAddress = new Allowance(clock, NEARBY_ANSWERS_PER_ADDRESS);
  let encoded: (() => Uint8Array) | undefined;

  await node.handle(
    NEARBY_PROTOCOL,
    async (stream, connection) => {
      const from = connection.remoteAddr.toString();
      const mayAnswer =
        encoded !== undefined &&
        isOnLan(from) &&
        perAsker.take(connection.remotePeer.toString()) &&
        perAddress.take(addressKey(from));
      if (!mayAnswer) {
        stream.abort(new MiyuError('closed'));
        return;
      }
      const limits = { maxBytes: MAX_NEARBY_QUESTION_BYTES, timeoutMs: NEARBY_TIMEOUT_MS };
      const fault = await answer(stream, (question) => answered(question, encoded), limits);
      if (fault?.code === 'internal') onFault(fault);
    },
    { maxInboundStreams: MAX_NEARBY_STREAMS },
  );

  return {
    answerWith(answerBytes) {
      encoded = answerBytes;
    },
    async ask(device, addresses, waiting = {}) {
      const timeout = AbortSignal.timeout(waiting.timeoutMs ?? NEARBY_TIMEOUT_MS);
      const signal = waiting.signal === undefined ? timeout : AbortSignal.any([waiting.signal, timeout]);
      let connection: Connection | undefined;
      let stream: Stream | undefined;
      try {
        const peer = peerIdOfBytes(device);
        connection = await node.dial(pinnedAddresses(addresses, peer), { signal });
        stream = await connection.newStream(NEARBY_PROTOCOL, { signal });
        return await ask(stream, NearbyQuestion.encode({ version: WIRE_VERSION }), {
          ...{ maxBytes: MAX_NEARBY_ANSWER_BYTES, timeoutMs: NEARBY_TIMEOUT_MS, signal },
        });
      } catch (error) {
        throw error instanceof MiyuError ? error : translateDialError(error, FRIEND_DIAL, signal);
      } finally {
        await leave(connection, stream);
      }
    },
  };
}

/** @throws MiyuError 'version-mismatch' | 'closed' (hidden since) */
function answered(question: Uint8Array, encoded: (() => Uint8Array) | undefined): Uint8Array {
  const { version } = NearbyQuestion.decode(question);
  if (version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
  if (encoded === undefined) throw new MiyuError('closed');
  return encoded();
}

/** A connection that nothing else uses is not kept: it was for one question. Gone when it resolves, so that the next dial does not find it. */
async function leave(connection: Connection | undefined, stream: Stream | undefined): Promise<void> {
  if (connection?.status !== 'open') return;
  const others = connection.streams.filter((each) => each !== stream && each.status === 'open');
  if (others.length > 0) return;
  await connection.close({ signal: AbortSignal.timeout(CLOSE_TIMEOUT_MS) }).catch((error: unknown) => {
    connection.abort(error as Error);
  });
}

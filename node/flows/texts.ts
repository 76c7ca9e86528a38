/** Texts from the person: those of one turn and one friend become one step, so that seals, rows and frames go together. */
import type { HistoryRow } from '../core/generated/rows.js';
import { MiyuError } from '../../shared/errors.ts';
import { MAX_DELIVER_ENVELOPES } from '../../shared/wire/limits.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Lane } from './lane.ts';
import { enqueueContents } from './send.ts';

/** One step seals no more than this, a Deliver's worth in 3 ms, so that nobody else waits long for a turn; fewer cost more each. */
const MAX_TEXTS = MAX_DELIVER_ENVELOPES;
const MAX_BYTES = 256 * 1024;

export interface SentText {
  readonly position: bigint;
  readonly row: HistoryRow;
}

interface WaitingText {
  readonly body: Uint8Array;
  readonly replyPosition: bigint;
  readonly resolve: (sent: SentText) => void;
  readonly reject: (error: unknown) => void;
}

/** @param isFriend whether the lane is (still) that of a friend */
export function createTexts(context: FlowContext, isFriend: (lane: Lane) => boolean) {
  const waiting = new Map<Lane, WaitingText[]>();

  function flush(lane: Lane): void {
    const texts = waiting.get(lane) ?? [];
    waiting.delete(lane);
    for (let at = 0; at < texts.length;) {
      let [end, bytes] = [at, 0];
      while (
        end < texts.length &&
        end - at < MAX_TEXTS &&
        (end === at || bytes + texts[end]!.body.length <= MAX_BYTES)
      ) {
        bytes += texts[end]!.body.length;
        end += 1;
      }
      void enqueue(lane, texts.slice(at, end));
      at = end;
    }
  }

  /** Never rejects. */
  async function enqueue(lane: Lane, texts: readonly WaitingText[]): Promise<void> {
    try {
      if (!isFriend(lane)) throw new MiyuError('not-a-friend');
      const contents = texts.map(({ body, replyPosition }) => ({
        ...{ kind: CONTENT.text, body, show: true },
        entry: { replyPosition },
      }));
      const { result, committed } = enqueueContents(context, lane, contents);
      await committed;
      result.forEach(({ position, entry }, i) => {
        if (entry === undefined) throw new MiyuError('internal');
        texts[i]?.resolve({ position, row: entry });
      });
    } catch (error) {
      for (const { reject } of texts) reject(error);
    }
  }

  return {
    /**
     * On disk when it resolves.
     * @param body encoded TextContent
     * @param replyPosition of what it answers; 0: nothing
     * @throws MiyuError 'not-a-friend'
     */
    send(lane: Lane, body: Uint8Array, replyPosition: bigint): Promise<SentText> {
      return new Promise((resolve, reject) => {
        const texts = waiting.get(lane);
        const next = { body, replyPosition, resolve, reject };
        if (texts !== undefined) {
          texts.push(next);
          return;
        }
        waiting.set(lane, [next]);
        queueMicrotask(() => flush(lane));
      });
    },
  };
}

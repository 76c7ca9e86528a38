/**
 * Two streams of two connections made one, as a relay does: what one brings is sent on the other. Whoever sends gets his window back
 * only when the other side has taken what came: so a reader that does not read stops the sender, and what is held for it is one window.
 *
 * (libp2p's own `pipe` reads on without end into memory while the other side is slow.)
 */
import type { Stream } from '@libp2p/interface';
import { StreamState } from '@libp2p/yamux/stream';
import { MiyuError } from '../errors.ts';

/**
 * The window that every yamux stream begins with, and what one direction costs where nobody reads; at first up to twice as much, for it may
 * have grown before the stream came here.
 */
const SPLICE_WINDOW_BYTES = 256 * 1024;
/** Given back in halves, as shared/net/window-updates.ts does: fewer packets. */
const HALF_WINDOW_BYTES = SPLICE_WINDOW_BYTES / 2;
/** From the end of one half to the abort of the other, where it does not end by itself. */
const CLOSE_TIMEOUT_MS = 5_000;

export interface SpliceOptions {
  /** So many bytes have come, from either end, and go on now. */
  readonly onBytes: (bytes: number) => void;
  /** Both streams are over. Once. */
  readonly onEnd: () => void;
  /** A link on which nothing moves for so long is over. */
  readonly silenceMs: number;
}

/** What a stream of @libp2p/yamux has. */
interface YamuxStream {
  state?: StreamState;
  recvWindow?: number;
  maxStreamWindowSize?: number;
  sendWindowUpdate?(): void;
}

export class Splice {
  readonly #streams: readonly [Stream, Stream];
  readonly #options: SpliceOptions;
  readonly #silence: NodeJS.Timeout;
  #open = 2;
  #moved = false;

  /** Takes both over in the same turn in which nobody else reads them any more. */
  constructor(a: Stream, b: Stream, options: SpliceOptions) {
    this.#streams = [a, b];
    this.#options = options;
    this.#silence = setInterval(() => {
      if (!this.#moved) this.abort(new MiyuError('timeout'));
      this.#moved = false;
    }, options.silenceMs / 2);
    this.#silence.unref();
    this.#forward(a, b);
    this.#forward(b, a);
  }

  /** What was taken from one side and could not be given to the other yet. */
  get heldBytes(): number {
    return this.#streams.reduce((sum, { writeBufferLength }) => sum + writeBufferLength, 0);
  }

  abort(reason: MiyuError): void {
    for (const stream of this.#streams) stream.abort(reason);
  }

  #forward(from: Stream, to: Stream): void {
    giveBackWhenSent(from, to);
    from.addEventListener('message', ({ data }) => {
      this.#moved = true;
      this.#options.onBytes(data.byteLength);
      try {
        to.send(data);
      } catch {
        // It has ended: told by its own events.
      }
    });
    const onEnd = (): void => void to.close({ signal: AbortSignal.timeout(CLOSE_TIMEOUT_MS) }).catch(abort);
    const abort = (): void => to.abort(new MiyuError('link-closed'));
    from.addEventListener('end', onEnd);
    if (from.readableEnded) onEnd();
    const onClose = (): void => {
      this.#open -= 1;
      if (this.#open === 0) {
        clearInterval(this.#silence);
        this.#options.onEnd();
      } else if (from.status === 'closed') setTimeout(abort, CLOSE_TIMEOUT_MS).unref();
      else abort();
    };
    if (from.status === 'open' || from.status === 'closing') from.addEventListener('close', onClose, { once: true });
    else onClose();
  }
}

/** A stream of another muxer is left as it is: then the bound of what may wait to be written ends it. */
function giveBackWhenSent(from: Stream, to: Stream): void {
  const yamux = from as YamuxStream;
  const send = yamux.sendWindowUpdate?.bind(from);
  if (send === undefined) return;
  yamux.maxStreamWindowSize = SPLICE_WINDOW_BYTES;
  yamux.recvWindow = Math.min(yamux.recvWindow ?? SPLICE_WINDOW_BYTES, SPLICE_WINDOW_BYTES);
  let received = 0;
  from.addEventListener('message', ({ data }) => {
    received += data.byteLength;
  });
  yamux.sendWindowUpdate = () => {
    // In the other states it opens the stream.
    if (yamux.state === StreamState.Established) {
      if (received < HALF_WINDOW_BYTES || to.writeBufferLength > 0) return;
      received = 0;
    }
    send();
  };
  // All that had waited is on its way.
  to.addEventListener('idle', () => {
    if (received >= HALF_WINDOW_BYTES && from.status === 'open') yamux.sendWindowUpdate?.();
  });
}

/**
 * Yamux gives back the window of every message that it takes in with a packet of its own: an encryption and a write here, a
 * read there, as dear as the message itself. Its specification asks for no more than that the window does not run out, so a
 * stream of ours gives it back in halves.
 */
import type { Stream } from '@libp2p/interface';
import { StreamState } from '@libp2p/yamux/stream';

/** Half of the window that every yamux stream begins with (256 KiB): the other half is what the sender goes on with. */
const HALF_WINDOW_BYTES = 128 * 1024;

/** What a stream of @libp2p/yamux has. */
interface YamuxStream {
  state?: StreamState;
  sendWindowUpdate?(): void;
}

export class WindowUpdates {
  /** Received and not given back. */
  #bytes = 0;

  /** A stream of another muxer is left as it is. */
  constructor(stream: Stream) {
    const yamux = stream as YamuxStream;
    const send = yamux.sendWindowUpdate?.bind(stream);
    if (send === undefined) return;
    yamux.sendWindowUpdate = () => {
      // In the other states it opens the stream, or knows itself that it is paused.
      if (yamux.state === StreamState.Established) {
        if (this.#bytes < HALF_WINDOW_BYTES) return;
        this.#bytes = 0;
      }
      send();
    };
  }

  received(bytes: number): void {
    this.#bytes += bytes;
  }
}

/**
 * Envelopes on their way over one direct link: numbered from 1 in the order of `deliver`, sent in batches, at most
 * MAX_UNCOMMITTED_* of them without a Committed.
 */
import { sha256 } from '../../shared/crypto/hash.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import {
  MAX_DELIVER_ENVELOPES,
  MAX_ENVELOPE_BYTES,
  MAX_PAGE_BYTES,
  MAX_UNCOMMITTED_BYTES,
  MAX_UNCOMMITTED_ENVELOPES,
} from '../../shared/wire/limits.ts';

export type Delivered = 'committed' | 'unopened';

interface Entry {
  readonly envelope: Uint8Array;
  readonly resolve: (outcome: Delivered) => void;
  readonly reject: (error: MiyuError) => void;
  outcome: Delivered;
}

export class DeliveryWindow {
  readonly #send: (firstSequence: number, envelopes: readonly Uint8Array[]) => void;
  /** Sent and not committed, oldest first; the first has number `#committed + 1`. */
  #sent: Entry[] = [];
  #waiting: Entry[] = [];
  #sentBytes = 0;
  #waitingBytes = 0;
  #committed = 0;
  #scheduled = false;
  #ended: MiyuError | undefined;
  #rooms: { resolve(): void; reject(error: MiyuError): void }[] = [];

  /** @param send puts one Deliver on the link; what it throws ends the link */
  constructor(send: (firstSequence: number, envelopes: readonly Uint8Array[]) => void) {
    this.#send = send;
  }

  /** @throws MiyuError 'link-closed' | 'too-large' | 'busy' (the window and the wait behind it are full) */
  deliver(envelope: Uint8Array): Promise<Delivered> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) reject(this.#ended);
      else if (envelope.length === 0 || envelope.length > MAX_ENVELOPE_BYTES) reject(new MiyuError('too-large'));
      // As much again as the window holds may wait behind it; who ignores `room()` beyond that is refused.
      else if (this.#waiting.length >= MAX_UNCOMMITTED_ENVELOPES || this.#waitingBytes >= MAX_UNCOMMITTED_BYTES) {
        reject(new MiyuError('busy'));
      } else {
        this.#waitingBytes += envelope.length;
        this.#waiting.push({ envelope, resolve, reject, outcome: 'committed' });
        if (this.#scheduled) return;
        this.#scheduled = true;
        // Everything that is delivered in one turn shares a frame.
        queueMicrotask(() => this.#flush());
      }
    });
  }

  /** Resolves when an envelope would be sent without waiting; rejects 'link-closed'. */
  room(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) reject(this.#ended);
      else if (this.hasRoom) resolve();
      else this.#rooms.push({ resolve, reject });
    });
  }

  /** @throws MiyuError 'protocol-violation' where it acknowledges what was never sent, or less than before */
  committed(upTo: bigint): void {
    if (upTo < BigInt(this.#committed) || upTo > BigInt(this.#committed + this.#sent.length)) {
      throw new MiyuError('protocol-violation');
    }
    const done = this.#sent.splice(0, Number(upTo) - this.#committed);
    this.#committed = Number(upTo);
    for (const entry of done) {
      this.#sentBytes -= entry.envelope.length;
      entry.resolve(entry.outcome);
    }
    this.#flush();
  }

  /** The friend cannot open it; a Committed that covers it follows. @throws MiyuError 'protocol-violation' */
  unopened(sequence: bigint, envelopeId: Uint8Array): void {
    const entry = this.#sent[Number(sequence) - this.#committed - 1];
    if (entry === undefined || !equalBytes(sha256(entry.envelope), envelopeId)) {
      throw new MiyuError('protocol-violation');
    }
    entry.outcome = 'unopened';
  }

  /** Rejects everything with 'link-closed'. */
  end(cause?: unknown): void {
    if (this.#ended !== undefined) return;
    this.#ended = new MiyuError('link-closed', cause === undefined ? {} : { cause });
    for (const entry of [...this.#sent.splice(0), ...this.#waiting.splice(0)]) entry.reject(this.#ended);
    for (const room of this.#rooms.splice(0)) room.reject(this.#ended);
  }

  /** Whether an envelope would be sent without waiting. */
  get hasRoom(): boolean {
    return (
      this.#ended === undefined &&
      this.#sent.length + this.#waiting.length < MAX_UNCOMMITTED_ENVELOPES &&
      this.#sentBytes + this.#waitingBytes < MAX_UNCOMMITTED_BYTES
    );
  }

  #flush(): void {
    this.#scheduled = false;
    while (this.#ended === undefined) {
      const batch = this.#nextBatch();
      if (batch.length === 0) break;
      const first = this.#committed + this.#sent.length + 1;
      this.#waiting.splice(0, batch.length);
      this.#sent.push(...batch);
      for (const { envelope } of batch) {
        this.#sentBytes += envelope.length;
        this.#waitingBytes -= envelope.length;
      }
      this.#send(
        first,
        batch.map(({ envelope }) => envelope),
      );
    }
    if (this.#rooms.length > 0 && this.hasRoom) for (const room of this.#rooms.splice(0)) room.resolve();
  }

  /** As many of those that wait as fit into one frame and into the window. */
  #nextBatch(): Entry[] {
    const places = Math.min(MAX_UNCOMMITTED_ENVELOPES - this.#sent.length, MAX_DELIVER_ENVELOPES);
    let count = 0;
    let bytes = 0;
    while (count < places && count < this.#waiting.length) {
      bytes += this.#waiting[count]!.envelope.length;
      if (this.#sentBytes + bytes > MAX_UNCOMMITTED_BYTES || (count > 0 && bytes > MAX_PAGE_BYTES)) break;
      count += 1;
    }
    return this.#waiting.slice(0, count);
  }
}

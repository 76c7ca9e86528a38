/**
 * Envelopes that came over one direct link, until they are on disk: handed on in order without waiting, acknowledged in
 * order, cumulatively. A sender beyond its window breaks the protocol.
 */
import { sha256 } from '../../shared/crypto/hash.ts';
import { MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import {
  MAX_DELIVER_ENVELOPES,
  MAX_ENVELOPE_BYTES,
  MAX_UNCOMMITTED_BYTES,
  MAX_UNCOMMITTED_ENVELOPES,
} from '../../shared/wire/limits.ts';

export interface ArrivalPorts {
  /** Resolves when all are on disk, with the indices of those that could not be opened. */
  commit(envelopes: readonly Uint8Array[]): Promise<readonly number[]>;
  sendUnopened(sequence: number, envelopeId: Uint8Array): void;
  sendCommitted(upTo: number): void;
  /** Not on disk and never will be: the link must end without an acknowledgement. */
  onFault(error: unknown): void;
}

interface Batch {
  readonly first: number;
  readonly envelopes: readonly Uint8Array[];
  readonly bytes: number;
  unopened: readonly number[] | undefined;
}

export class Arrivals {
  readonly #ports: ArrivalPorts;
  #next = 1;
  #batches: Batch[] = [];
  #envelopes = 0;
  #bytes = 0;
  #ended = false;

  constructor(ports: ArrivalPorts) {
    this.#ports = ports;
  }

  /** @throws MiyuError 'protocol-violation' on a gap in the numbers, an envelope or a window beyond its bound */
  receive(firstSequence: bigint, envelopes: readonly Uint8Array[]): void {
    if (this.#ended) return;
    const bytes = envelopes.reduce((sum, envelope) => sum + envelope.length, 0);
    if (
      firstSequence !== BigInt(this.#next) ||
      envelopes.length === 0 ||
      envelopes.length > MAX_DELIVER_ENVELOPES ||
      envelopes.some((envelope) => envelope.length === 0 || envelope.length > MAX_ENVELOPE_BYTES) ||
      this.#envelopes + envelopes.length > MAX_UNCOMMITTED_ENVELOPES ||
      this.#bytes + bytes > MAX_UNCOMMITTED_BYTES
    ) {
      throw new MiyuError('protocol-violation');
    }
    const batch: Batch = { first: this.#next, envelopes, bytes, unopened: undefined };
    this.#next += envelopes.length;
    this.#envelopes += envelopes.length;
    this.#bytes += bytes;
    this.#batches.push(batch);
    void this.#commit(batch);
  }

  /** What is being committed goes on; nothing is acknowledged any more. */
  end(): void {
    this.#ended = true;
    this.#batches = [];
  }

  async #commit(batch: Batch): Promise<void> {
    try {
      batch.unopened = await this.#ports.commit(batch.envelopes);
      if (!this.#ended) this.#acknowledge();
    } catch (error) {
      if (!this.#ended) this.#ports.onFault(error);
    }
  }

  #acknowledge(): void {
    let upTo = 0;
    while (this.#batches[0]?.unopened !== undefined) {
      const batch = this.#batches.shift()!;
      for (const index of batch.unopened ?? []) {
        const envelope = batch.envelopes[index];
        if (envelope !== undefined) this.#ports.sendUnopened(batch.first + index, sha256(envelope));
      }
      upTo = batch.first + batch.envelopes.length - 1;
      this.#envelopes -= batch.envelopes.length;
      this.#bytes -= batch.bytes;
    }
    if (upTo > 0) this.#ports.sendCommitted(upTo);
    failpoint('receive-acknowledged');
  }
}

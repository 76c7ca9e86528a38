/** How many packets are read, of each sender and of all: token buckets on the monotonic clock. Pure but for its clock. */
import type { Clock } from '../clock.ts';
import {
  LAN_PACKETS_BURST,
  LAN_PACKETS_PER_ADDRESS_BURST,
  LAN_PACKETS_PER_ADDRESS_PER_S,
  LAN_PACKETS_PER_S,
  MAX_LAN_SENDERS,
} from '../wire/lan-limits.ts';

interface Bucket {
  tokens: number;
  at: number;
}

export class PacketAllowance {
  readonly #clock: Clock;
  readonly #total: Bucket;
  /** The one that was longest unused first. */
  readonly #senders = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#total = { tokens: LAN_PACKETS_BURST, at: clock.monotonic() };
  }

  /** Takes one for a packet from this address; false: drop it. */
  take(from: string): boolean {
    const now = this.#clock.monotonic();
    const bucket = this.#senders.get(from) ?? { tokens: LAN_PACKETS_PER_ADDRESS_BURST, at: now };
    this.#senders.delete(from);
    if (this.#senders.size >= MAX_LAN_SENDERS) this.#senders.delete(this.#senders.keys().next().value ?? '');
    this.#senders.set(from, bucket);
    refill(bucket, now, LAN_PACKETS_PER_ADDRESS_PER_S, LAN_PACKETS_PER_ADDRESS_BURST);
    refill(this.#total, now, LAN_PACKETS_PER_S, LAN_PACKETS_BURST);
    if (bucket.tokens < 1 || this.#total.tokens < 1) return false;
    bucket.tokens -= 1;
    this.#total.tokens -= 1;
    return true;
  }
}

function refill(bucket: Bucket, now: number, perSecond: number, burst: number): void {
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * perSecond) / 1_000);
  bucket.at = now;
}

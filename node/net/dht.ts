/**
 * Address hints in the DHT, for friends alone: the record lies at HMAC(address key, day), sealed under a key that follows
 * from the address key. Whoever keeps it sees neither whose it is nor what it says, and tomorrow's place is not today's.
 *
 * key    "/miyu-address/" ‖ hex(HMAC-SHA256(address key, u32 BE day)), day = whole days since 1970 UTC
 * value  version 1 (1) ‖ nonce (12) ‖ AES-256-GCM(Signed AddressRecord), associated data = key,
 *        sealed with HKDF-SHA256(address key, no salt, DERIVE.addressRecordKey, 32)
 */
import type { KadDHT } from '@libp2p/kad-dht';
import type { Clock } from '../../shared/clock.ts';
import { KEY_BYTES, NONCE_BYTES, openAead, sealAead } from '../../shared/crypto/aead.ts';
import { hkdfSha256, hmacSha256, utf8 } from '../../shared/crypto/hash.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes, equalBytes, toHex } from '../../shared/ids.ts';
import { ADDRESS_NAMESPACE, MAX_DHT_RECORD_BYTES } from '../../shared/net/dht.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { AddressRecord, Signed } from '../../shared/wire/generated/identity.js';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import { WIRE_VERSION } from '../../shared/wire/protocols.ts';
import type { AddressHints, Waiting } from './ports.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A look-up or a put, unless the caller says less: it is a fallback, and 57 of 57 took below 100 ms where it worked. */
const DHT_TIMEOUT_MS = 3_000;
/** Look-ups under way whose selector must know how to open what they find. */
const MAX_FINDS = 64;

interface Place {
  readonly key: Uint8Array;
  readonly recordKey: Uint8Array;
}

interface Found {
  readonly signed: Signed;
  readonly sequence: bigint;
}

export class DhtHints implements AddressHints {
  readonly #clock: Clock;
  readonly #finding = new Map<string, Place>();
  #dht: KadDHT | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The node starts with our `select` in its settings, so its DHT comes after us. */
  use(dht: KadDHT): void {
    this.#dht = dht;
  }

  /**
   * For kad-dht: the newest of those that open, so that what it spreads to others who keep the key is that one.
   * @throws MiyuError 'record-invalid' where none opens
   */
  readonly select = (key: Uint8Array, records: readonly Uint8Array[]): number => {
    const place = this.#finding.get(toHex(key));
    let best = -1;
    let bestSequence = -1n;
    for (const [index, record] of records.entries()) {
      const found = place === undefined ? undefined : open(place, record);
      if (found === undefined || found.sequence <= bestSequence) continue;
      best = index;
      bestSequence = found.sequence;
    }
    if (best < 0) throw new MiyuError('record-invalid');
    return best;
  };

  /** True: at least one other node keeps it now. */
  async publish(addressKey: Uint8Array, record: Signed, waiting: Waiting = {}): Promise<boolean> {
    if (this.#dht === undefined) return false;
    const place = placeOf(addressKey, this.#today());
    const value = seal(place, record);
    const signal = signalOf(waiting);
    let kept = false;
    try {
      for await (const event of this.#dht.put(place.key, value, { signal })) {
        // The answer to a put repeats the record; an answer to a look-up on the way there does not.
        if (event.name === 'PEER_RESPONSE' && event.messageName === 'PUT_VALUE') {
          kept ||= event.record !== undefined && equalBytes(event.record.value, value);
        }
      }
    } catch (error) {
      if (waiting.signal?.aborted === true) throw new MiyuError('aborted', { cause: error });
      // Out of time or out of neighbours: what counts is whether somebody keeps it.
    }
    return kept;
  }

  /** The newest record that opens, of today or else of yesterday. A hint: nothing but the seal has been checked. */
  async find(addressKey: Uint8Array, waiting: Waiting = {}): Promise<Signed | undefined> {
    const today = this.#today();
    const signal = signalOf(waiting);
    const found = await Promise.all([
      this.#findAt(placeOf(addressKey, today), signal),
      this.#findAt(placeOf(addressKey, today - 1), signal),
    ]);
    if (waiting.signal?.aborted === true) throw new MiyuError('aborted', { cause: waiting.signal.reason });
    return newest(found)?.signed;
  }

  async #findAt(place: Place, signal: AbortSignal): Promise<Found | undefined> {
    if (this.#dht === undefined || this.#finding.size >= MAX_FINDS) return undefined;
    const id = toHex(place.key);
    this.#finding.set(id, place);
    let best: Found | undefined;
    try {
      for await (const event of this.#dht.get(place.key, { signal })) {
        if (event.name === 'PEER_RESPONSE' && event.record !== undefined) {
          best = newest([best, open(place, event.record.value)]);
        } else if (event.name === 'VALUE') {
          best = newest([best, open(place, event.value)]);
        }
      }
    } catch {
      // No neighbour, nobody has it, out of time, nothing that opens: the best so far, if any.
    } finally {
      this.#finding.delete(id);
    }
    return best;
  }

  #today(): number {
    return Math.floor(this.#clock.wall() / DAY_MS);
  }
}

/** Hints of a host without a DHT. */
export const NO_HINTS: AddressHints = {
  publish: () => Promise.resolve(false),
  find: () => Promise.resolve(undefined),
};

function placeOf(addressKey: Uint8Array, day: number): Place {
  const dayBytes = new Uint8Array(4);
  new DataView(dayBytes.buffer).setUint32(0, day);
  return {
    key: utf8(`/${ADDRESS_NAMESPACE}/${toHex(hmacSha256(addressKey, dayBytes))}`),
    recordKey: hkdfSha256(addressKey, new Uint8Array(0), DERIVE.addressRecordKey, KEY_BYTES),
  };
}

function seal(place: Place, record: Signed): Uint8Array {
  const nonce = systemRandom(NONCE_BYTES);
  const value = concatBytes(
    Uint8Array.of(WIRE_VERSION),
    nonce,
    sealAead(place.recordKey, nonce, Signed.encode(record), place.key),
  );
  if (value.length > MAX_DHT_RECORD_BYTES) throw new MiyuError('too-large', { detail: MAX_DHT_RECORD_BYTES });
  return value;
}

function open(place: Place, value: Uint8Array): Found | undefined {
  if (value[0] !== WIRE_VERSION || value.length > MAX_DHT_RECORD_BYTES) return undefined;
  const nonce = value.subarray(1, 1 + NONCE_BYTES);
  const opened = openAead(place.recordKey, nonce, value.subarray(1 + NONCE_BYTES), place.key);
  if (opened === undefined) return undefined;
  try {
    const signed = Signed.decode(opened);
    const { sequence } = AddressRecord.decode(signed.payload, { limits: { addresses: MAX_ADDRESSES } });
    return { signed, sequence };
  } catch {
    // Sealed by a friend whose key we share, but no record: as good as not found.
    return undefined;
  }
}

function newest(found: readonly (Found | undefined)[]): Found | undefined {
  let best: Found | undefined;
  for (const each of found) {
    if (each !== undefined && (best === undefined || each.sequence > best.sequence)) best = each;
  }
  return best;
}

function signalOf(waiting: Waiting): AbortSignal {
  const timeout = AbortSignal.timeout(waiting.timeoutMs ?? DHT_TIMEOUT_MS);
  return waiting.signal === undefined ? timeout : AbortSignal.any([waiting.signal, timeout]);
}

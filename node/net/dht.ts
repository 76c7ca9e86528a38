/**
 * Address hints in the DHT, for friends alone: the record lies at HMAC(address key, day), sealed under a key that follows
 * from the address key. Whoever keeps it sees neither whose it is nor what it says, and tomorrow's place is not today's.
 *
 * key    "/miyu-address/" ‖ hex(HMAC-SHA256(address key, u32 BE day)), day = whole days since 1970 UTC
 * value  version 1 (1) ‖ nonce (12) ‖ AES-256-GCM(Signed AddressRecord), associated data = key,
 *        sealed with HKDF-SHA256(address key, no salt, DERIVE.addressRecordKey, 32)
 *
 * Whoever is connected keeps it and is asked: friends' devices and servers (neighbours.ts), and nobody else.
 */
import type { PeerId } from '@libp2p/interface';
import type { KadDHT } from '@libp2p/kad-dht';
import type { Clock } from '../../shared/clock.ts';
import { KEY_BYTES, NONCE_BYTES, openAead, sealAead } from '../../shared/crypto/aead.ts';
import { hkdfSha256, hmacSha256, utf8 } from '../../shared/crypto/hash.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes, equalBytes, toHex } from '../../shared/ids.ts';
import { ADDRESS_NAMESPACE, MAX_DHT_RECORD_BYTES } from '../../shared/net/dht.ts';
import { askingOf } from '../../shared/net/kad-components.ts';
import { bytesOfPeerId } from '../../shared/net/peers.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { AddressRecord, Signed } from '../../shared/wire/generated/identity.js';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import { WIRE_VERSION } from '../../shared/wire/protocols.ts';
import type { DhtNeighbours } from './neighbours.ts';
import type { AddressHints, HintKeepers, HintQuestion, Waiting } from './ports.ts';

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

/** A look-up under way; of one place, perhaps several. */
interface Finding {
  readonly place: Place;
  best: Found | undefined;
  users: number;
}

interface Asking {
  readonly may: (peer: PeerId) => boolean;
  readonly signal: AbortSignal;
  readonly onBetter: HintQuestion['onBetter'];
}

/** What was published last: the same bytes for whoever comes later, so that those who keep it have the same. */
interface Published {
  readonly signed: Uint8Array;
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  /** PeerId texts of those who have it. */
  readonly keepers: Set<string>;
}

type Neighbours = Pick<DhtNeighbours, 'onJoined' | 'onBrought' | 'connectionTo'>;

/** The part of kad-dht that is needed. */
type Kad = Pick<KadDHT, 'get' | 'put'>;

export class DhtHints implements AddressHints {
  readonly #clock: Clock;
  readonly #neighbours: Neighbours | undefined;
  readonly #finding = new Map<string, Finding>();
  #published: Published | undefined;
  #dht: Kad | undefined;

  constructor(clock: Clock, neighbours?: Neighbours) {
    this.#clock = clock;
    this.#neighbours = neighbours;
    // Whoever comes back has perhaps forgotten what was in its memory.
    this.onNeighbour((device) => this.#published?.keepers.delete(toHex(device)));
  }

  /** The node starts with our `select` in its settings, so its DHT comes after us. */
  use(dht: Kad): void {
    this.#dht = dht;
  }

  onNeighbour(listener: (device: Uint8Array) => void): void {
    this.#neighbours?.onJoined(listener);
  }

  onBrought(listener: (device: Uint8Array) => void): void {
    this.#neighbours?.onBrought(listener);
  }

  /**
   * For kad-dht: the newest of those that open, so that what it spreads to others who keep the key is that one.
   * @throws MiyuError 'record-invalid' where none opens
   */
  readonly select = (key: Uint8Array, records: readonly Uint8Array[]): number => {
    const finding = this.#finding.get(toHex(key));
    let best = -1;
    let newestOne: Found | undefined;
    for (const [index, record] of records.entries()) {
      const found = finding === undefined ? undefined : open(finding.place, record);
      if (found === undefined || newest([newestOne, found]) !== found) continue;
      best = index;
      newestOne = found;
    }
    if (finding === undefined || best < 0) throw new MiyuError('record-invalid');
    // kad-dht says which one it was only where all others have taken it.
    finding.best = newest([finding.best, newestOne]);
    return best;
  };

  async publish(addressKey: Uint8Array, record: Signed, waiting: Waiting = {}): Promise<HintKeepers> {
    const dht = this.#dht;
    if (dht === undefined) return NOBODY;
    const published = this.#toPublish(placeOf(addressKey, this.#today()), record);
    const { key, value, keepers } = published;
    const signal = signalOf(waiting);
    const given = new Map<string, Uint8Array>();
    const isGiven = (peer: PeerId): boolean => {
      const id = idOf(peer);
      if (keepers.has(id) || this.#neighbours?.connectionTo(peer) === undefined) return false;
      given.set(id, bytesOfPeerId(peer));
      return true;
    };
    const put = async (): Promise<void> => {
      for await (const event of dht.put(key, value, { signal })) {
        // The answer to a put repeats the record; an answer to a look-up on the way there does not.
        if (event.name !== 'PEER_RESPONSE' || event.messageName !== 'PUT_VALUE') continue;
        if (event.record !== undefined && equalBytes(event.record.value, value)) keepers.add(idOf(event.from));
      }
    };
    try {
      await askingOf(isGiven, put);
    } catch (error) {
      if (waiting.signal?.aborted === true) throw new MiyuError('aborted', { cause: error });
      // Out of time or out of neighbours: what counts is who keeps it.
    }
    const missed = [...given].filter(([id]) => !keepers.has(id)).map(([, device]) => device);
    return { isKept: keepers.size > 0, missed };
  }

  #toPublish(place: Place, record: Signed): Published {
    const last = this.#published;
    const signed = Signed.encode(record);
    if (last !== undefined && equalBytes(last.key, place.key) && equalBytes(last.signed, signed)) return last;
    this.#published = { signed, key: place.key, value: seal(place, signed), keepers: new Set() };
    return this.#published;
  }

  /** The newest record that opens, of today or else of yesterday. A hint: nothing but the seal has been checked. */
  async find(addressKey: Uint8Array, waiting: HintQuestion = {}): Promise<Signed | undefined> {
    const among = waiting.among === undefined ? undefined : new Set(waiting.among.map(toHex));
    const may = (peer: PeerId): boolean => among?.has(idOf(peer)) ?? true;
    const today = this.#today();
    const asking: Asking = { may, signal: signalOf(waiting), onBetter: waiting.onBetter };
    let found = await this.#findAt(placeOf(addressKey, today), asking);
    // Whoever is there says so at once on a new day: yesterday is for clocks that differ.
    if (found === undefined && among === undefined) {
      found = await this.#findAt(placeOf(addressKey, today - 1), asking);
    }
    if (waiting.signal?.aborted === true) throw new MiyuError('aborted', { cause: waiting.signal.reason });
    return found?.signed;
  }

  async #findAt(place: Place, { may, signal, onBetter }: Asking): Promise<Found | undefined> {
    const dht = this.#dht;
    if (dht === undefined || this.#finding.size >= MAX_FINDS) return undefined;
    const id = toHex(place.key);
    const finding = this.#finding.get(id) ?? { place, best: undefined, users: 0 };
    finding.users += 1;
    this.#finding.set(id, finding);
    let told: Found | undefined;
    const get = async (): Promise<void> => {
      for await (const event of dht.get(place.key, { signal })) {
        const value =
          event.name === 'PEER_RESPONSE' ? event.record?.value : event.name === 'VALUE' ? event.value : undefined;
        const found = value === undefined ? undefined : open(place, value);
        finding.best = newest([finding.best, found]);
        if (found === undefined || newest([told, found]) !== found) continue;
        told = found;
        onBetter?.(found.signed);
      }
    };
    try {
      await askingOf(may, get);
    } catch {
      // No neighbour, nobody has it, out of time, nothing that opens: the best so far, if any.
    } finally {
      finding.users -= 1;
      if (finding.users === 0) this.#finding.delete(id);
    }
    return finding.best;
  }

  #today(): number {
    return Math.floor(this.#clock.wall() / DAY_MS);
  }
}

const idOf = (peer: PeerId): string => toHex(bytesOfPeerId(peer));

const NOBODY: HintKeepers = { isKept: false, missed: [] };

/** Hints of a host without a DHT. */
export const NO_HINTS: AddressHints = {
  publish: () => Promise.resolve(NOBODY),
  find: () => Promise.resolve(undefined),
  onNeighbour: () => undefined,
  onBrought: () => undefined,
};

function placeOf(addressKey: Uint8Array, day: number): Place {
  const dayBytes = new Uint8Array(4);
  new DataView(dayBytes.buffer).setUint32(0, day);
  return {
    key: utf8(`/${ADDRESS_NAMESPACE}/${toHex(hmacSha256(addressKey, dayBytes))}`),
    recordKey: hkdfSha256(addressKey, new Uint8Array(0), DERIVE.addressRecordKey, KEY_BYTES),
  };
}

function seal(place: Place, signed: Uint8Array): Uint8Array {
  const nonce = systemRandom(NONCE_BYTES);
  const value = concatBytes(Uint8Array.of(WIRE_VERSION), nonce, sealAead(place.recordKey, nonce, signed, place.key));
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

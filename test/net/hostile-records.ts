/** What a stranger can say of itself and of others: answers to identify, records and requests for the DHT, streams that never end. */
import { createHash } from 'node:crypto';
import { generateKeyPair, generateKeyPairFromSeed, publicKeyToProtobuf } from '@libp2p/crypto/keys';
import type { Connection, Stream } from '@libp2p/interface';
import { peerIdFromString } from '@libp2p/peer-id';
import { PeerRecord, RecordEnvelope } from '@libp2p/peer-record';
import { multiaddr } from '@multiformats/multiaddr';
import { systemRandom } from '../../shared/crypto/random.ts';
import { concatBytes } from '../../shared/ids.ts';
import { MAX_DHT_RECORD_BYTES } from '../../shared/net/dht.ts';
import { KAD_PROTOCOL } from '../../shared/wire/protocols.ts';
import type { RawDevice } from '../support/raw-client.ts';
import { until } from '../support/until.ts';

const IDENTIFY = '/ipfs/id/1.0.0';
/** What libp2p takes of one answer: so many messages, so long. */
const IDENTIFY_MESSAGES = 10;
const MAX_IDENTIFY_BYTES = 8 * 1024;
const [PUT_VALUE, GET_VALUE, ADD_PROVIDER, GET_PROVIDERS, FIND_NODE] = [0, 1, 2, 3, 4];
/** Streams of the DHT at a time: a node takes 32 from one peer. */
const AT_ONCE = 8;
const STREAMS = 32;
/** Of these messages, one is none that a node should take. */
const REFUSED_EVERY = 50;
const TIMEOUT_MS = 10_000;

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Uint8Array.from([...bytes, value]);
}
const withLength = (bytes: Uint8Array): Uint8Array => concatBytes(varint(bytes.length), bytes);
const field = (number: number, bytes: Uint8Array | string): Uint8Array =>
  concatBytes(varint((number << 3) | 2), withLength(Buffer.from(bytes)));
const typed = (type: number, rest: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(8, type), rest);

/** The multiaddr of TCP port 9 at one of 16 million addresses that nobody has. */
const nowhere = (n: number): Uint8Array => Uint8Array.of(4, 10, (n >>> 16) & 255, (n >>> 8) & 255, n & 255, 6, 0, 9);

/** A record that says where `of` is to be found, signed by whoever we are: never by it. */
async function foreignRecord(of: string): Promise<Uint8Array> {
  const stranger = await generateKeyPair('Ed25519');
  const record = new PeerRecord({ peerId: peerIdFromString(of), multiaddrs: [multiaddr('/ip4/127.0.0.1/tcp/9')] });
  return (await RecordEnvelope.seal(record, stranger)).marshal();
}

/** As long as identify takes it: addresses and protocols that nobody has, and what else is said. */
function identity(said: Uint8Array, salt: number): Uint8Array {
  const parts = [said, field(5, 'p'.repeat(500)), field(6, 'a'.repeat(500))];
  let bytes = parts.reduce((sum, part) => sum + part.length, 0);
  for (let i = 0; bytes < MAX_IDENTIFY_BYTES - 50; i += 1) {
    const part = i % 2 === 0 ? field(2, nowhere(salt * 1_000 + i)) : field(3, `/x/${String(salt)}/${String(i)}`);
    parts.push(part);
    bytes += part.length;
  }
  return concatBytes(...parts);
}

/**
 * Connects `times` and answers each time who it is: as much as is taken, every second time with a record of one of `victims`.
 * @returns the last connection, open
 */
export async function spamIdentify(
  device: RawDevice,
  addresses: readonly string[],
  victims: readonly string[],
  times: number,
): Promise<Connection> {
  const node = await device.node();
  const key = field(1, publicKeyToProtobuf((await generateKeyPairFromSeed('Ed25519', device.seed)).publicKey));
  let answered = 0;
  await node.handle(IDENTIFY, async (stream) => {
    const salt = answered;
    try {
      const foreign = salt % 2 === 0 ? [] : [field(8, await foreignRecord(victims[salt % victims.length]!))];
      for (let i = 0; i < IDENTIFY_MESSAGES; i += 1)
        stream.send(withLength(identity(concatBytes(key, ...foreign), salt * IDENTIFY_MESSAGES + i)));
      await stream.close({ signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch {
      // Refused, which is as good.
    }
    answered += 1;
  });
  for (let i = 1; ; i += 1) {
    const connection = await node.dial(addresses.map((address) => multiaddr(address)));
    await until('an answer to identify', () => answered >= i);
    if (i === times) return connection;
    connection.abort(new Error('once more'));
  }
}

/** One message on a stream of its own. @returns what came back, as a put that was taken has an answer; nothing where it was refused */
async function answerTo(connection: Connection, message: Uint8Array): Promise<Uint8Array> {
  const answer: Uint8Array[] = [];
  try {
    const stream = await connection.newStream(KAD_PROTOCOL, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const { promise: ended, resolve } = Promise.withResolvers<undefined>();
    stream.addEventListener('close', () => resolve(undefined), { once: true });
    stream.addEventListener('message', ({ data }) => answer.push(data.subarray()));
    if (!stream.send(withLength(message))) await stream.onDrain({ signal: AbortSignal.timeout(TIMEOUT_MS) });
    await stream.close({ signal: AbortSignal.timeout(TIMEOUT_MS) });
    await ended;
  } catch {
    // Refused, or too slow for it.
  }
  return concatBytes(...answer);
}

const request = async (connection: Connection, message: Uint8Array): Promise<boolean> =>
  (await answerTo(connection, message)).length > 0;

/** Everything that the DHT's protocol can be asked about somebody's PeerId. @returns all answers, in one piece */
export async function askAbout(connection: Connection, peer: Uint8Array): Promise<Uint8Array> {
  const keys = [peer, concatBytes(Buffer.from('/pk/'), peer)];
  const asked = keys.flatMap((key) => [FIND_NODE, GET_VALUE].map((type) => typed(type, field(2, key))));
  const thing = concatBytes(Uint8Array.of(0x12, 32), systemRandom(32));
  const all = [...asked, typed(GET_PROVIDERS, field(2, thing)), typed(FIND_NODE, field(2, systemRandom(32)))];
  return concatBytes(...(await Promise.all(all.map((message) => answerTo(connection, message)))));
}

/** What is kept under this key of a record; empty: nothing, or no answer. */
export const getRecord = (connection: Connection, key: Uint8Array): Promise<Uint8Array> =>
  answerTo(connection, typed(GET_VALUE, field(2, key)));

async function requests(connection: Connection, count: number, message: (i: number) => Uint8Array): Promise<number> {
  let [next, answered] = [0, 0];
  const lane = async (): Promise<void> => {
    while (next < count) if (await request(connection, message(next++))) answered += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return answered;
}

const addressKey = (text: string): Uint8Array =>
  Buffer.from(`/miyu-address/${createHash('sha256').update(text).digest('hex')}`);
const put = (key: Uint8Array, bytes: number): Uint8Array => {
  const record = concatBytes(field(1, key), field(2, systemRandom(bytes)), field(5, new Date().toISOString()));
  return typed(PUT_VALUE, concatBytes(field(2, key), field(3, record)));
};

/** Random bytes under this key. @returns whether it was taken */
export const putRecord = (connection: Connection, key: Uint8Array, bytes: number): Promise<boolean> =>
  request(connection, put(key, bytes));

/** As one who publishes its address, again and again. @returns how many were taken */
export const putOwnRecord = (connection: Connection, times: number, name: string): Promise<number> =>
  requests(connection, times, () => put(addressKey(name), MAX_DHT_RECORD_BYTES));

/** Records under keys of the right form, as large as they may be, and now and then what no node should take. @returns how many were answered */
export const spamRecords = (connection: Connection, count: number, salt: string): Promise<number> =>
  requests(connection, count, (i) => {
    const key = addressKey(`${salt} ${String(i)}`);
    if (i % REFUSED_EVERY > 0) return put(key, MAX_DHT_RECORD_BYTES);
    const kind = (i / REFUSED_EVERY) % 3;
    if (kind === 0) return put(key, MAX_DHT_RECORD_BYTES + 1);
    return kind === 1 ? put(Buffer.from(`/pk/${salt}${String(i)}`), 100) : typed(FIND_NODE, field(2, key));
  });

/** Says that it has things that nobody asks for, and each time that it is at `addresses` other places too. */
export async function spamProviders(connection: Connection, self: Uint8Array, times: number, addresses: number) {
  for (let i = 0; i < times; i += 1) {
    const places = Array.from({ length: addresses }, (_, n) => field(2, nowhere(i * addresses + n)));
    const thing = concatBytes(Uint8Array.of(0x12, 32), systemRandom(32));
    const provider = concatBytes(field(1, self), ...places);
    await request(connection, typed(ADD_PROVIDER, concatBytes(field(2, thing), field(9, provider))));
  }
}

/** Begins as many long messages as it may, sends `bytes` of each, and never ends one. */
export async function leaveOpen(connection: Connection, bytes: number): Promise<void> {
  const streams: Stream[] = [];
  for (let i = 0; i < STREAMS; i += 1) {
    const stream = await connection.newStream(KAD_PROTOCOL, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    streams.push(stream);
    stream.send(varint(2 * bytes));
    for (let sent = 0; sent < bytes && stream.status === 'open'; sent += 32 * 1024) {
      stream.send(new Uint8Array(32 * 1024));
      // Its place in the window is given back as soon as it has arrived.
      await until('sent or refused', () => stream.status !== 'open' || stream.writeBufferLength === 0, { everyMs: 1 });
    }
  }
}

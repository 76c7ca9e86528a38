/**
 * Scenario row 4 at a real server and a real peer: strangers push what they like over identify (long lists, records that others have
 * not signed) and put what they like into the DHT. Memory stays bounded, and nothing that anybody relies on changes.
 */
import { createHash } from 'node:crypto';
import { generateKeyPair } from '@libp2p/crypto/keys';
import type { Connection } from '@libp2p/interface';
import { peerIdFromPrivateKey, peerIdFromString } from '@libp2p/peer-id';
import { PeerRecord, RecordEnvelope } from '@libp2p/peer-record';
import { multiaddr } from '@multiformats/multiaddr';
import { expect, test } from 'vitest';
import { systemRandom } from '../../shared/crypto/random.ts';
import { concatBytes } from '../../shared/ids.ts';
import { MAX_DHT_RECORD_BYTES } from '../../shared/net/dht.ts';
import { KAD_PROTOCOL } from '../../shared/wire/protocols.ts';
import { startProcess, runCommand } from '../rendezvous/server/process.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { RawDevice, RawPerson } from '../support/raw-client.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { targetOf } from './hostile-friend.ts';
import { PROMPT_MS, Waits } from './promptness.ts';
import { CAN_LOOK, collectOnSignal, MAX_BYTES_PER_HOSTILE_PEER, MiB, settledBytes } from './victim.ts';

const HOSTILE = 4;
const PUSHES = 30;
/** Each: more than the node keeps of them all together. */
const PUTS = 3_000;
const PUTS_AT_ONCE = 100;
/** What all strangers together can make a server grow by, once; 61 to 85 MiB were measured. */
const MAX_STOCK_BYTES = 128 * MiB;

const NEWCOMERS_WELCOME = ['--accept-per-address', '1000', '--accept-total', '1000'];
const IDENTIFY_PUSH = '/ipfs/id/push/1.0.0';
const MAX_IDENTIFY_BYTES = 8 * 1024;
const [PUT_VALUE, ADD_PROVIDER, FIND_NODE] = [0, 2, 4];

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Uint8Array.from([...bytes, value]);
}
const withLength = (bytes: Uint8Array): Uint8Array => concatBytes(varint(bytes.length), bytes);
const field = (number: number, bytes: Uint8Array | string): Uint8Array =>
  concatBytes(varint((number << 3) | 2), withLength(Buffer.from(bytes)));

/** A record that says where `of` is to be found, signed by whoever we are: never by it. */
async function foreignRecord(of: string): Promise<Uint8Array> {
  const stranger = await generateKeyPair('Ed25519');
  const record = new PeerRecord({ peerId: peerIdFromString(of), multiaddrs: [multiaddr('/ip4/127.0.0.1/tcp/9')] });
  return (await RecordEnvelope.seal(record, stranger)).marshal();
}

/** As long as identify takes it: addresses and protocols that nobody has, and the record. */
function identity(record: Uint8Array, salt: number): Uint8Array {
  const parts = [field(8, record), field(5, 'p'.repeat(500)), field(6, 'a'.repeat(500))];
  let bytes = parts.reduce((sum, part) => sum + part.length, 0);
  for (let i = 0; bytes < MAX_IDENTIFY_BYTES - 200; i += 1) {
    const port = 1 + ((salt * 997 + i) % 65_000);
    const part =
      i % 2 === 0 ? field(2, multiaddr(`/ip4/10.${i % 250}.7.7/tcp/${port}`).bytes) : field(3, `/x/${salt}/${i}`);
    parts.push(part);
    bytes += part.length;
  }
  return concatBytes(...parts);
}

/** Sends it on a stream of its own, and waits for its end, whatever that is. */
async function pushOnce(connection: Connection, bytes: Uint8Array): Promise<void> {
  try {
    const stream = await connection.newStream(IDENTIFY_PUSH, { signal: AbortSignal.timeout(5_000) });
    stream.send(bytes);
    await stream.close({ signal: AbortSignal.timeout(5_000) });
  } catch {
    // Refused, which is as good.
  }
}

async function spamIdentify(connection: Connection, victims: readonly string[]): Promise<void> {
  for (let i = 0; i < PUSHES; i += 1) {
    const record = await foreignRecord(victims[i % victims.length]!);
    await pushOnce(connection, withLength(identity(record, i)));
    // And one that is far too long.
    if (i % 10 === 0) await pushOnce(connection, withLength(new Uint8Array(256 * 1024)));
  }
}

const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Records under keys of the right form, as large as they may be; the last of each stream is something that ends it. */
function kadMessage(salt: string, i: number): Uint8Array {
  const address = Buffer.from(`/miyu-address/${hexOf(`${salt} ${i}`)}`);
  const put = (key: Uint8Array, bytes: number): Uint8Array =>
    concatBytes(
      field(2, key),
      field(3, concatBytes(field(1, key), field(2, systemRandom(bytes)), field(5, new Date().toISOString()))),
    );
  const typed = (type: number, rest: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(8, type), rest);
  const stream = Math.floor(i / PUTS_AT_ONCE);
  if (i % PUTS_AT_ONCE < PUTS_AT_ONCE - 1) return typed(PUT_VALUE, put(address, MAX_DHT_RECORD_BYTES));
  if (stream % 4 === 0) return typed(PUT_VALUE, put(address, MAX_DHT_RECORD_BYTES + 1));
  if (stream % 4 === 1) return typed(PUT_VALUE, put(Buffer.from(`/pk/${salt}${i}`), 100));
  return stream % 4 === 2 ? typed(ADD_PROVIDER, field(2, address)) : typed(FIND_NODE, field(2, address));
}

/** @returns bytes of its answers: a put that was taken is answered with its record */
async function spamDht(connection: Connection, salt: string): Promise<number> {
  let answered = 0;
  for (let from = 0; from < PUTS; from += PUTS_AT_ONCE) {
    try {
      const stream = await connection.newStream(KAD_PROTOCOL, { signal: AbortSignal.timeout(10_000) });
      const { promise: ended, resolve } = Promise.withResolvers<undefined>();
      stream.addEventListener('close', () => resolve(undefined), { once: true });
      stream.addEventListener('message', (event) => (answered += event.data.byteLength));
      for (let i = from; i < from + PUTS_AT_ONCE; i += 1) {
        if (stream.status !== 'open') break;
        if (!stream.send(withLength(kadMessage(salt, i))))
          await stream.onDrain({ signal: AbortSignal.timeout(10_000) });
      }
      await stream.close({ signal: AbortSignal.timeout(10_000) });
      await ended;
    } catch {
      // Refused, or too slow for it.
    }
  }
  return answered;
}

async function strangers(addresses: readonly string[]): Promise<Connection[]> {
  const devices = Array.from({ length: HOSTILE }, () => new RawDevice());
  return Promise.all(
    devices.map(async (device) => (await device.node()).dial(addresses.map((address) => multiaddr(address)))),
  );
}

const somePeer = async (): Promise<string> => peerIdFromPrivateKey(await generateKeyPair('Ed25519')).toString();

test.skipIf(!CAN_LOOK)(
  'a server: bounded memory, the same state, and everybody is served',
  async () => {
    collectOnSignal();
    const folder = await temporaryFolder();
    const { target, ready, child } = await startProcess(folder, NEWCOMERS_WELCOME);
    const [honest, friend] = [new RawPerson('honest'), new RawPerson('friend')];
    const home = await honest.register(target);
    await home.ask('putGrant', { grant: honest.grant(friend.account) });
    await home.ask('publishAddress', { record: honest.addressRecord(1n) });
    const guest = await friend.introduce(target);
    const stateOf = async (): Promise<unknown> => {
      const { stdout } = await runCommand(['status', '--json', '--data', folder]);
      const { accounts, mail, requests, guests } = JSON.parse(stdout) as Record<string, number>;
      const { record } = await guest.ask('fetchAddress', { account: honest.account });
      return { accounts, mail, requests, guests, record };
    };
    const state = await stateOf();
    const before = await settledBytes(child.pid!);
    const victims = [ready.peerId, ...(await Promise.all(Array.from({ length: 9 }, somePeer)))];
    const waits = new Waits();
    const grown = async (): Promise<number> => (await settledBytes(child.pid!)) - before;
    /** Four strangers do their worst, and go. */
    const round = async (salt: string): Promise<number> => {
      const connections = await strangers(ready.addresses);
      let over = false;
      const all = Promise.all(
        connections.map(async (connection, i) => {
          await spamIdentify(connection, victims);
          return spamDht(connection, `${salt} ${String(i)}`);
        }),
      ).finally(() => (over = true));
      while (!over) await waits.of(() => guest.ask('ping', {}));
      const answered = await all;
      for (const connection of connections) connection.abort(new Error('gone'));
      return answered.reduce((sum, bytes) => sum + bytes, 0);
    };
    // The first fill the node's stock, whoever they are, and its heap grows to what such traffic needs; what those behind them add counts.
    expect(await round('first')).toBeGreaterThan(MiB);
    const first = await grown();
    for (const salt of ['second', 'third']) await round(salt);
    const perPeer = ((await grown()) - first) / (2 * HOSTILE);
    console.log(
      `server: ${(first / MiB).toFixed(0)} MiB for all that strangers can fill, then ${(perPeer / MiB).toFixed(1)} for each; ` +
        waits.toString(),
    );
    expect(first).toBeLessThanOrEqual(MAX_STOCK_BYTES);
    expect(perPeer).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    expect(waits.longestMs).toBeLessThan(PROMPT_MS);
    expect(await stateOf()).toEqual(state);
    expect(child.exitCode).toBeNull();
  },
  240_000,
);

test.skipIf(!CAN_LOOK)(
  'a peer: bounded memory, and its friend is where it was',
  async () => {
    collectOnSignal();
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await befriend(alice, bob);
    const { device, listening } = await alice.api.call('status');
    const friend = await alice.friend('bob');
    const bobs = (await bob.api.call('status')).device!;
    const before = await settledBytes(alice.pid);
    const connections = await strangers(listening.map((address) => `${address}/p2p/${device!}`));
    const victims = [bobs, device!, targetOf(server).addresses()[0]!.split('/p2p/')[1]!];
    await Promise.all(
      connections.map(async (connection) => {
        await spamIdentify(connection, victims);
        // A peer is a client of the DHT: it takes nothing.
        await expect(connection.newStream(KAD_PROTOCOL, { signal: AbortSignal.timeout(5_000) })).rejects.toThrow();
      }),
    );
    const perPeer = ((await settledBytes(alice.pid)) - before) / HOSTILE;
    console.log(`peer: ${(perPeer / MiB).toFixed(1)} MiB for each stranger`);
    expect(perPeer).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    const { address, presence } = (await alice.friend('bob'))!;
    expect({ address, presence }).toEqual({ address: friend!.address, presence: 'online' });
    // Also once the link must be made anew, from what is known of the friend.
    await bob.leave();
    await bob.back();
    await alice.sees(bob, 'online', 60_000);
    await alice.send(bob, 'still you');
    await bob.has(alice, ['still you']);
  },
  240_000,
);

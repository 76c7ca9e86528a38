/**
 * Scenario row 4 at a real server and a real peer: strangers say what they like in answer to identify (long lists, records that others
 * have not signed) and put what they like into the DHT. Memory stays bounded, and nothing that anybody relies on changes.
 *
 * What a program needs once for such traffic, whoever sends it (compiled code, the allocator's stock), is no stranger's cost: an honest
 * node sends as much of it before the first look. Each kind of abuse is then measured for one stranger alone.
 */
import { identify } from '@libp2p/identify';
import type { Connection } from '@libp2p/interface';
import { ping } from '@libp2p/ping';
import { generateKeyPair } from '@libp2p/crypto/keys';
import { peerIdFromPrivateKey, peerIdFromString } from '@libp2p/peer-id';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p } from 'libp2p';
import { expect, onTestFinished, test } from 'vitest';
import { systemRandom } from '../../shared/crypto/random.ts';
import { dht } from '../../shared/net/dht.ts';
import { commonOptions, PEER_LIMITS } from '../../shared/net/libp2p.ts';
import { startProcess, runCommand } from '../rendezvous/server/process.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { RawDevice, RawPerson } from '../support/raw-client.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { HostileFriend, targetOf } from './hostile-friend.ts';
import { askAbout, leaveOpen, putOwnRecord, spamIdentify, spamProviders, spamRecords } from './hostile-records.ts';
import { PROMPT_MS, Waits } from './promptness.ts';
import { CAN_LOOK, collectOnSignal, MAX_BYTES_PER_HOSTILE_PEER, MiB, PATIENT, settledBytes } from './victim.ts';

/** Strangers at once, after the one alone. */
const MORE = 3;
const DIALS = 5;
/** A peer lets in 20 a second from one address. */
const PEER_DIALS = 4;
/** Of each further stranger: the node keeps some 900 such records. */
const PUTS = 500;
/** Of the one alone, and of honest nodes before it: were they all kept, the one would cost more than it may. */
const PUTS_ALONE = 4_000;
/** To a peer, which takes none. */
const STRANGERS_PUTS = 50;
/** With a bound on a stream they hold next to nothing; without one, 32 times this. */
const OPEN_BYTES = MiB;

const NEWCOMERS_WELCOME = ['--accept-per-address', '1000', '--accept-total', '1000'];

const somePeer = async (): Promise<string> => peerIdFromPrivateKey(await generateKeyPair('Ed25519')).toString();

/** A node as honest peers have it, connected, once it knows the other. */
async function honestConnection(addresses: readonly string[]): Promise<Connection> {
  const node = await createLibp2p({
    ...(await commonOptions({ seed: systemRandom(32), listen: [], limits: PEER_LIMITS })),
    services: { identify: identify(), ping: ping(), dht: dht() },
  });
  onTestFinished(() => node.stop());
  return node.dial(addresses.map((address) => multiaddr(address)));
}

/** A server that has answered as many honest requests as a stranger will send. */
async function busyServer() {
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
  await putOwnRecord(await honestConnection(ready.addresses), PUTS_ALONE, 'honest');
  for (let i = 0; i < DIALS; i += 1) (await honestConnection(ready.addresses)).abort(new Error('once more'));
  const state = await stateOf();
  let before = await settledBytes(child.pid!, PATIENT);
  const waits = new Waits();
  return {
    addresses: ready.addresses,
    victims: [ready.peerId, ...(await Promise.all(Array.from({ length: 9 }, somePeer)))],
    waits,
    /** Since the look before this one. */
    grown: async (): Promise<number> => {
      const now = await settledBytes(child.pid!, PATIENT);
      const grown = now - before;
      before = now;
      return grown;
    },
    /** Runs it while an honest client asks one thing after the other. */
    besides: async <T>(work: Promise<T>): Promise<T> => {
      let over = false;
      const all = work.finally(() => (over = true));
      while (!over) await waits.of(() => guest.ask('ping', {}));
      return all;
    },
    unharmed: async (): Promise<void> => {
      expect(waits.longestMs).toBeLessThan(PROMPT_MS);
      expect(await stateOf()).toEqual(state);
      expect(child.exitCode).toBeNull();
    },
  };
}

const stranger = async (addresses: readonly string[]): Promise<Connection> =>
  (await new RawDevice().node()).dial(addresses.map((address) => multiaddr(address)));

test.skipIf(!CAN_LOOK)(
  'a server: what strangers say, put and leave open, one alone and more behind it',
  async () => {
    const server = await busyServer();
    const within = (abuse: string, bytes: number): void => {
      console.log(`server: ${(bytes / MiB).toFixed(1)} MiB for ${abuse}`);
      expect(bytes, abuse).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    };
    /** It does its worst, and goes. @returns how many of its records were answered */
    const worst = async (salt: string, puts: number): Promise<number> => {
      const connection = await spamIdentify(new RawDevice(), server.addresses, server.victims, DIALS);
      const answered = await spamRecords(connection, puts, salt);
      connection.abort(new Error('gone'));
      return answered;
    };
    expect(await server.besides(worst('alone', PUTS_ALONE))).toBeGreaterThan(0.9 * PUTS_ALONE);
    within('one stranger', await server.grown());
    await server.besides(Promise.all(Array.from({ length: MORE }, (_, i) => worst(String(i), PUTS))));
    within('each further', (await server.grown()) / MORE);

    const connection = await stranger(server.addresses);
    await server.besides(leaveOpen(connection, OPEN_BYTES));
    within('open requests', await server.grown());

    const device = new RawDevice();
    const node = await device.node();
    const provider = await node.dial(server.addresses.map((address) => multiaddr(address)));
    const self = node.peerId.toMultihash().bytes;
    await server.besides(spamProviders(provider, self, 100, 200));
    await server.besides(spamProviders(provider, self, 10, 2_000));
    within('places', await server.grown());
    console.log(`server: ${server.waits.toString()}`);
    await server.unharmed();
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
    const addresses = listening.map((address) => `${address}/p2p/${device!}`);
    const victims = [bobs, device!, targetOf(server).addresses()[0]!.split('/p2p/')[1]!];
    await Promise.all(
      Array.from({ length: MORE }, async () => {
        const connection = await spamIdentify(new RawDevice(), addresses, victims, PEER_DIALS);
        // A peer answers its friends alone: it takes nothing of a stranger, and tells it nothing.
        expect(await spamRecords(connection, STRANGERS_PUTS, 'stranger')).toBe(0);
        expect(await askAbout(connection, peerIdFromString(bobs).toMultihash().bytes)).toHaveLength(0);
      }),
    );
    const perPeer = ((await settledBytes(alice.pid)) - before) / MORE;
    console.log(`peer: ${(perPeer / MiB).toFixed(1)} MiB for each stranger`);
    expect(perPeer).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);

    // A friend may put, and floods: so much is answered, and so few of its records are kept.
    const { connection } = await (await HostileFriend.of(alice, server, 'mutedu')).link();
    const beforeFlood = await settledBytes(alice.pid);
    const answered = await spamRecords(connection, PUTS_ALONE, 'friend');
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(PUTS_ALONE / 2);
    const flood = (await settledBytes(alice.pid)) - beforeFlood;
    console.log(
      `peer: ${(flood / MiB).toFixed(1)} MiB for a friend who floods, ${String(answered)} of ${String(PUTS_ALONE)} answered`,
    );
    expect(flood).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    connection.abort(new Error('gone'));

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

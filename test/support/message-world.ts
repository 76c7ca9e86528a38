/**
 * Two people with real stores and real cryptography, and a network between them that the test breaks as it likes: links that
 * lose what is under way, a mailbox that is away, repeats or forgets. Only the network is made up.
 */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrekeys, makeBundle, verifyBundle, type OwnPrekeySet } from '../../node/core/prekeys.ts';
import { ContactRow, HistoryRow } from '../../node/core/generated/rows.js';
import { DIRECTION, RELATION } from '../../node/core/rows.ts';
import type { FlowContext, Homes, Own, OwnPrekeys } from '../../node/flows/context.ts';
import { createMessaging, textOf, type Messaging } from '../../node/flows/messaging.ts';
import { openPeerStore } from '../../node/store/store.ts';
import type { PeerStore, PeerTable } from '../../node/store/peer-store.ts';
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { createIdentity, type Identity } from '../../shared/crypto/identity.ts';
import { nodeKem } from '../../shared/crypto/kem.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement } from '../../shared/crypto/statements.ts';
import { systemClock } from '../../shared/clock.ts';
import { MiyuError } from '../../shared/errors.ts';
import { silentLog } from '../../shared/log.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import { FakeMailboxes } from './fake-mailboxes.ts';
import { FakeLinks, FakeNetwork } from './fake-network.ts';

const NONE = new Uint8Array(0);

function makeOwn(name: string, home: Home): Own {
  const identity: Identity = createIdentity(systemRandom);
  const statement = makeIdentityStatement(identity, name, systemRandom(16));
  const account = sha256(statement.payload);
  const device = peerIdBytesOfEd25519(serverSigner(systemRandom(32)).publicKey);
  const certificate = makeCertificate(identity, account, device, 1n);
  return { identity, account, name, device, epoch: 1n, certificate, statement, later: [], home };
}

/** Prekeys in memory: what the account side keeps in rows. */
function makePrekeys(own: Own, mailboxes: FakeMailboxes): OwnPrekeys {
  const set: OwnPrekeySet = createPrekeys(systemRandom, nodeKem, 1, 32);
  const oneTime = new Map(set.oneTime.map((prekey) => [prekey.id, prekey]));
  const unsold = [...set.oneTime];
  const accepted = new Set<string>();
  const { bundle } = makeBundle(own.identity, { account: own.account, device: own.device, epoch: own.epoch }, set, 1n);
  mailboxes.bundles.set(toHex(own.account), () =>
    verifyBundle(
      {
        account: own.account,
        identityKey: own.identity.signing.publicKey,
        exchangeKey: own.identity.exchange.publicKey,
      },
      { bundle, oneTime: unsold.shift()?.encoded ?? NONE, certificate: own.certificate },
    ),
  );
  return {
    signedPrekey: (id) => (id === set.signedPrekey.id ? set.signedPrekey.secretKey : undefined),
    lastResort: (id) => (id === set.lastResort.id ? set.lastResort.secretKey : undefined),
    oneTime: (id) => oneTime.get(id),
    wasAccepted: (fingerprint) => accepted.has(toHex(fingerprint)),
    acceptOps: (id, fingerprint) => {
      oneTime.delete(id);
      accepted.add(toHex(fingerprint));
      return [];
    },
  };
}

export interface Party {
  readonly own: Own;
  readonly store: PeerStore;
  readonly messaging: Messaging;
  /** Tables of which a row could not be read. */
  readonly damaged: ReadonlySet<PeerTable>;
  /** What this person has switched off. */
  readonly switches: { readReceipts: boolean; typing: boolean };
  /** What was told of the friend's typing, in order; and how often a chat was told to have changed. */
  readonly typed: readonly boolean[];
  readonly told: { readonly chats: number };
  /** This person's clock goes so much ahead. */
  hurry(ms: number): void;
  /** This person's wall clock is set: so much ahead of the right time. */
  setWallClock(aheadMs: number): void;
  /** Texts in the order shown, incoming ones. */
  texts(): string[];
  /** Texts that this side's history has as sent, in the order shown. */
  sent(): string[];
  /** State of each sent text, in order (node/core/rows.ts STATE). */
  states(): number[];
  send(text: string): Promise<void>;
  /** The process dies here: nothing more is done, the store is closed and opened again by a new one. */
  restart(): Promise<void>;
  /** Keeps a copy of the profile as it is now; the process goes on as a new one. */
  copyProfile(): Promise<void>;
  /** The copy takes the profile's place, and a new process goes on from there. */
  putCopyBack(): Promise<void>;
  /** Does this to the profile's folder while no process has it open. */
  whileStopped(change: (folder: string) => Promise<void>): Promise<void>;
}

export interface World {
  readonly mailboxes: FakeMailboxes;
  readonly network: FakeNetwork;
  readonly a: Party;
  readonly b: Party;
  connect(): void;
  cut(): void;
  stop(): Promise<void>;
}

export async function createWorld(folder: string): Promise<World> {
  const mailboxes = new FakeMailboxes();
  const network = new FakeNetwork();
  const parties: (Party & { stop(): Promise<void> })[] = [];
  const owns = [makeOwn('a', mailboxes.home), makeOwn('b', mailboxes.home)];

  const notify = (owner: Uint8Array): void => {
    const party = parties.find(({ own }) => equalBytes(own.account, owner));
    party?.messaging.mailWaiting();
  };

  for (const [i, own] of owns.entries()) {
    const friend = owns[1 - i];
    if (friend === undefined) throw new Error('two of them');
    const storeKey = systemRandom(32);
    const prekeys = makePrekeys(own, mailboxes);
    const place = join(folder, own.name);
    const damaged = new Set<PeerTable>();
    const switches = { readReceipts: true, typing: true };
    const typed: boolean[] = [];
    let ahead = 0;
    let wallAhead = 0;
    const clock = { wall: () => systemClock.wall() + wallAhead, monotonic: () => systemClock.monotonic() + ahead };
    const told = { chats: 0 };
    let running = await start();
    await running.messaging.contacts.add(contactOf(friend));
    running.messaging.start();

    async function start(): Promise<{ store: PeerStore; messaging: Messaging }> {
      const store = await openPeerStore(place, storeKey, { onDamage: (table) => damaged.add(table) });
      const context: FlowContext = {
        own: () => own,
        store,
        clock,
        random: systemRandom,
        kem: nodeKem,
        log: silentLog,
      };
      const client = mailboxes.clientFor(own.account, notify);
      const homes: Homes = {
        clientFor: () =>
          mailboxes.away ? Promise.reject(new MiyuError('server-unreachable')) : Promise.resolve(client),
        ownClient: () => (mailboxes.away ? undefined : client),
      };
      const messaging = createMessaging(context, {
        homes,
        links: new FakeLinks(network, own),
        prekeys,
        prekeysFor: (contact) => {
          mailboxes.bundlesAsked += 1;
          const bundle = mailboxes.away ? undefined : mailboxes.bundles.get(toHex(contact.account));
          return bundle === undefined ? Promise.reject(new MiyuError('server-unreachable')) : Promise.resolve(bundle());
        },
        sources: [
          {
            name: 'directory',
            headStartMs: 300,
            find: () => Promise.resolve({ addresses: ['/ip4/127.0.0.1/tcp/2'] }),
          },
        ],
        networks: () => [],
        onPresence: () => undefined,
        onTyping: (_, active) => typed.push(active),
        onChat: () => (told.chats += 1),
        tellsRead: () => switches.readReceipts,
        tellsTyping: () => switches.typing,
        stops: () => undefined,
        onLinkUp: () => undefined,
        onHeads: () => undefined,
        prekeysWanted: () => Promise.reject(new MiyuError('unknown-request')),
      });
      return { store, messaging };
    }

    const copy = join(folder, `${own.name}-copy`);
    async function whileStopped(change: (folder: string) => Promise<void>): Promise<void> {
      network.cut();
      await running.messaging.stop(2);
      await running.store.close();
      await change(place);
      running = await start();
      running.messaging.start();
      running.messaging.homeUp();
    }

    const rows = (direction: number): HistoryRow[] =>
      running.store
        .scan('history', friend.account, { limit: 10_000 })
        .map(({ value }) => HistoryRow.decode(value))
        .filter((row) => row.direction === direction);

    parties.push({
      own,
      get store() {
        return running.store;
      },
      get messaging() {
        return running.messaging;
      },
      ...{ damaged, switches, typed, told },
      hurry: (ms) => {
        ahead += ms;
      },
      setWallClock: (aheadMs) => {
        wallAhead = aheadMs;
      },
      texts: () => rows(DIRECTION.in).map((row) => textOf(row) ?? '?'),
      sent: () => rows(DIRECTION.out).map((row) => textOf(row) ?? '?'),
      states: () => rows(DIRECTION.out).map((row) => running.messaging.stateOf(friend.account, row).state),
      send: async (text) => {
        await running.messaging.sendText(friend.account, text);
      },
      restart: () => whileStopped(async () => undefined),
      copyProfile: () =>
        whileStopped(async (profile) => {
          await rm(copy, { recursive: true, force: true });
          await cp(profile, copy, { recursive: true });
        }),
      putCopyBack: () =>
        whileStopped(async (profile) => {
          await rm(profile, { recursive: true });
          await cp(copy, profile, { recursive: true });
        }),
      whileStopped,
      stop: async () => {
        await running.messaging.stop(2);
        await running.store.close();
      },
    });
  }
  const [a, b] = parties;
  if (a === undefined || b === undefined) throw new Error('two of them');
  return {
    mailboxes,
    network,
    a,
    b,
    connect: () => {
      network.connected = true;
      a.messaging.retry(b.own.account);
      b.messaging.retry(a.own.account);
    },
    cut: () => {
      network.cut();
    },
    stop: async () => {
      await Promise.all(parties.map((party) => party.stop()));
    },
  };
}

function contactOf(own: Own): ContactRow {
  return {
    ...ContactRow.decode(NONE),
    account: own.account,
    name: own.name,
    statements: [Signed.encode(own.statement)],
    identityKey: own.identity.signing.publicKey,
    exchangeKey: own.identity.exchange.publicKey,
    certificate: Signed.encode(own.certificate),
    device: own.device,
    epoch: own.epoch,
    home: Home.encode(own.home),
    relation: RELATION.friend,
  };
}

/**
 * Two people with real stores and real cryptography, and a network between them that the test breaks as it likes: links that
 * lose what is under way, a mailbox that is away, repeats or forgets. Only the network is made up.
 */
import { join } from 'node:path';
import {
  createPrekeys,
  makeBundle,
  verifyBundle,
  type OwnPrekeySet,
  type VerifiedBundle,
} from '../../node/core/prekeys.ts';
import { ContactRow, HistoryRow } from '../../node/core/generated/rows.js';
import { DIRECTION, RELATION } from '../../node/core/rows.ts';
import type { FlowContext, Homes, Own, OwnPrekeys } from '../../node/flows/context.ts';
import { createMessaging, textOf, type Messaging } from '../../node/flows/messaging.ts';
import type { ChatLink, ChatLinkHandlers, ChatLinks, RendezvousClient } from '../../node/net/ports.ts';
import { openPeerStore } from '../../node/store/store.ts';
import type { PeerStore } from '../../node/store/peer-store.ts';
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { createIdentity, type Identity } from '../../shared/crypto/identity.ts';
import { nodeKem } from '../../shared/crypto/kem.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement, makeReceipt } from '../../shared/crypto/statements.ts';
import { systemClock } from '../../shared/clock.ts';
import { MiyuError } from '../../shared/errors.ts';
import { silentLog } from '../../shared/log.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import type { Mail } from '../../shared/wire/generated/rendezvous.js';

const NONE = new Uint8Array(0);

/** The mailbox server of both, as far as the message side knows one. */
export class FakeMailboxes {
  readonly signer = serverSigner(systemRandom(32));
  readonly peerId = peerIdBytesOfEd25519(this.signer.publicKey);
  readonly home: Home = { server: this.peerId, addresses: ['/ip4/127.0.0.1/tcp/1'] };
  /** Away: every request fails as if nobody answered. */
  away = false;
  /** Deposits that are acknowledged and thrown away: a lying server. */
  dropNext = 0;
  deposits = 0;
  /** Nobody is told of new mail. */
  quiet = false;
  /** Drains that fail although the connection stays. */
  failDrains = 0;
  readonly #held = new Set<string>();
  readonly bundles = new Map<string, () => VerifiedBundle>();
  readonly #mail = new Map<string, Mail[]>();
  readonly #sequences = new Map<string, bigint>();

  waiting(owner: Uint8Array): number {
    return this.#mail.get(toHex(owner))?.length ?? 0;
  }

  /** The mailbox looks empty until `release`. */
  hold(owner: Uint8Array): void {
    this.#held.add(toHex(owner));
  }

  release(owner: Uint8Array): void {
    this.#held.delete(toHex(owner));
  }

  clientFor(account: Uint8Array, onDeposit: (owner: Uint8Array) => void): RendezvousClient {
    const check = (): void => {
      if (this.away) throw new MiyuError('server-unreachable');
    };
    const client: Partial<RendezvousClient> = {
      server: this.peerId,
      deposit: ({ owner, envelope }) => {
        check();
        this.deposits += 1;
        const key = toHex(owner);
        const sequence = (this.#sequences.get(key) ?? 0n) + 1n;
        this.#sequences.set(key, sequence);
        const storedAt = BigInt(Date.now());
        if (this.dropNext > 0) this.dropNext -= 1;
        else {
          const mail = this.#mail.get(key) ?? [];
          this.#mail.set(key, [...mail, { sequence, depositor: account, envelope: envelope.slice(), storedAt }]);
        }
        const receipt = makeReceipt(this.signer, {
          server: this.peerId,
          owner,
          depositor: account,
          envelopeId: sha256(envelope),
          sequence,
          storedAt,
          expiresAt: storedAt + 86_400_000n,
        });
        if (!this.quiet) onDeposit(owner);
        return Promise.resolve({ receipt });
      },
      drain: ({ after, limit }) => {
        check();
        if (this.failDrains > 0) {
          this.failDrains -= 1;
          return Promise.reject(new MiyuError('busy'));
        }
        if (this.#held.has(toHex(account))) return Promise.resolve({ mail: [], more: false });
        const mail = (this.#mail.get(toHex(account)) ?? []).filter(({ sequence }) => sequence > after);
        return Promise.resolve({ mail: mail.slice(0, limit), more: mail.length > limit });
      },
      acknowledge: ({ upTo }) => {
        check();
        const mail = this.#mail.get(toHex(account)) ?? [];
        this.#mail.set(
          toHex(account),
          mail.filter(({ sequence }) => sequence > upTo),
        );
        return Promise.resolve({});
      },
    };
    return client as RendezvousClient;
  }
}

/** Both ends of links between two people. */
class FakeNetwork {
  /** False: dials fail, and no link is up. */
  connected = false;
  readonly ends = new Map<string, FakeLinks>();
  #open: { readonly break: () => void } | undefined;

  /** What is under way is lost. */
  cut(): void {
    this.connected = false;
    this.#open?.break();
    this.#open = undefined;
  }

  dial(from: FakeLinks, device: Uint8Array): ChatLink {
    const to = this.ends.get(toHex(device));
    if (!this.connected || to?.handlers === undefined || from.handlers === undefined) {
      throw new MiyuError('friend-unreachable');
    }
    const a = makeEnd(from, to, true);
    const b = makeEnd(to, from, false);
    a.other = b;
    b.other = a;
    const pair = {
      break: () => {
        a.end();
        b.end();
      },
    };
    this.#open?.break();
    this.#open = pair;
    to.handlers.onLink(b.link);
    from.handlers.onLink(a.link);
    return a.link;
  }
}

interface End {
  readonly link: ChatLink;
  other: End | undefined;
  end(reason?: number): void;
  take(envelope: Uint8Array): Promise<'committed' | 'unopened'>;
}

function makeEnd(own: FakeLinks, far: FakeLinks, dialled: boolean): End {
  let over = false;
  const closed = Promise.withResolvers<number | undefined>();
  const pending = new Set<(error: MiyuError) => void>();
  const end: End = {
    other: undefined,
    end(reason) {
      if (over) return;
      over = true;
      for (const reject of pending) reject(new MiyuError('link-closed'));
      pending.clear();
      closed.resolve(reason);
    },
    async take(envelope) {
      const unopened = await own.handlers?.onDeliver(link, [envelope.slice()]);
      return unopened?.length === 0 ? 'committed' : 'unopened';
    },
    get link() {
      return link;
    },
  };
  const link: ChatLink = {
    account: far.account,
    device: far.device,
    certificate: Signed.encode(far.certificate),
    address: '/ip4/127.0.0.1/tcp/2',
    path: 'direct',
    dialled,
    closed: closed.promise,
    room: () => (over ? Promise.reject(new MiyuError('link-closed')) : Promise.resolve()),
    deliver: (envelope) =>
      new Promise((resolve, reject) => {
        if (over) {
          reject(new MiyuError('link-closed'));
          return;
        }
        pending.add(reject);
        // A turn of its own, so that a cut finds envelopes and acknowledgements under way.
        setImmediate(() => {
          if (over || end.other === undefined) return;
          end.other.take(envelope).then(
            (outcome) => {
              setImmediate(() => {
                if (over) return;
                pending.delete(reject);
                resolve(outcome);
              });
            },
            () => {
              end.end();
            },
          );
        });
      }),
    close: (reason) => {
      end.other?.end(reason);
      end.end(reason);
      return Promise.resolve();
    },
  };
  return end;
}

class FakeLinks implements ChatLinks {
  handlers: ChatLinkHandlers | undefined;
  readonly #network: FakeNetwork;
  readonly account: Uint8Array;
  readonly device: Uint8Array;
  readonly certificate: Signed;
  constructor(network: FakeNetwork, own: Own) {
    this.#network = network;
    this.account = own.account;
    this.device = own.device;
    this.certificate = own.certificate;
    network.ends.set(toHex(own.device), this);
  }
  start(handlers: ChatLinkHandlers): void {
    this.handlers = handlers;
  }
  dial(device: Uint8Array): Promise<ChatLink> {
    return new Promise((resolve) => {
      resolve(this.#network.dial(this, device));
    });
  }
  linkTo(): undefined {
    return undefined;
  }
}

function makeOwn(name: string, home: Home): Own {
  const identity: Identity = createIdentity(systemRandom);
  const statement = makeIdentityStatement(identity, name, systemRandom(16));
  const account = sha256(statement.payload);
  const device = peerIdBytesOfEd25519(serverSigner(systemRandom(32)).publicKey);
  const certificate = makeCertificate(identity, account, device, 1n);
  return { identity, account, name, device, epoch: 1n, certificate, statement, home };
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
  /** Texts in the order shown, incoming ones. */
  texts(): string[];
  /** State of each sent text, in order (node/core/rows.ts STATE). */
  states(): number[];
  send(text: string): Promise<void>;
  /** The process dies here: nothing more is done, the store is closed and opened again by a new one. */
  restart(): Promise<void>;
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
    let running = await start();
    await running.messaging.contacts.add(contactOf(friend));
    running.messaging.start();

    async function start(): Promise<{ store: PeerStore; messaging: Messaging }> {
      const store = await openPeerStore(place, storeKey);
      const context: FlowContext = {
        own: () => own,
        store,
        clock: systemClock,
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
          const bundle = mailboxes.away ? undefined : mailboxes.bundles.get(toHex(contact.account));
          return bundle === undefined ? Promise.reject(new MiyuError('server-unreachable')) : Promise.resolve(bundle());
        },
        findAddresses: () => Promise.resolve(['/ip4/127.0.0.1/tcp/2']),
        onPresence: () => undefined,
        tellsRead: () => true,
      });
      return { store, messaging };
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
      texts: () => rows(DIRECTION.in).map((row) => textOf(row) ?? '?'),
      states: () => rows(DIRECTION.out).map((row) => row.state),
      send: async (text) => {
        await running.messaging.sendText(friend.account, text);
      },
      restart: async () => {
        network.cut();
        await running.messaging.stop(2);
        await running.store.close();
        running = await start();
        running.messaging.start();
        running.messaging.homeUp();
      },
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

/**
 * The real server, with switches by which it lies. What it signs is signed by its own key, and its lies are as well made as they can be: a
 * victim's whole view of the log is another one, with valid proofs, that follows what the victim has seen before.
 */
import { serverSigner, type ServerSigner } from '../../shared/crypto/ed25519.ts';
import { accountIdOf, createIdentity, type Identity } from '../../shared/crypto/identity.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import {
  makeAddressRecord,
  makeCertificate,
  makeIdentityStatement,
  makePrekeyBundle,
} from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes, equalBytes, fromHex, toHex } from '../../shared/ids.ts';
import { extendChain, isChainFault } from '../../shared/transparency/chain.ts';
import { accountKey, decodeMapEntry, nameKey } from '../../shared/transparency/map-entries.ts';
import { encodeHeadProof, encodeLookupProof } from '../../shared/transparency/proof-bytes.ts';
import { readTip } from '../../shared/transparency/tree-tiles.ts';
import { foldName } from '../../shared/usernames.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import {
  RendezvousRequest,
  RendezvousResponse,
  type LogKept,
  type LookupRequest,
  type Mail,
} from '../../shared/wire/generated/rendezvous.js';
import type { ServerSettings } from '../../rendezvous/config.ts';
import { readServerKey } from '../../rendezvous/server-key.ts';
import type { Answering } from '../../rendezvous/server.ts';
import type { Session } from '../../rendezvous/session.ts';
import { LogRow } from '../../rendezvous/store/generated/rows.js';
import { openLevelStore } from '../../rendezvous/store/level-store.ts';
import type { Store } from '../../rendezvous/store/store.ts';
import { Rows, TestLog } from './log-world.ts';
import { aServer, type TestServer } from './people.ts';
import { temporaryFolder } from './temporary.ts';

/** Somebody whom the server has made up. */
export interface Impostor {
  readonly name: string;
  readonly identity: Identity;
  readonly account: Uint8Array;
  readonly statement: Signed;
  readonly certificate: Signed;
  readonly device: Uint8Array;
}

/** Whose key is another one from now on, and for whom. */
interface Swap {
  readonly victims: readonly string[];
  readonly account: Uint8Array;
  readonly impostor: Impostor;
}

function anImpostor(name: string): Impostor {
  const identity = createIdentity(systemRandom);
  const statement = makeIdentityStatement(identity, name, systemRandom(16));
  const account = accountIdOf(statement.payload);
  const device = serverSigner(systemRandom(32));
  const peerId = concatBytes(Uint8Array.of(0, 0x24, 8, 1, 0x12, 0x20), device.publicKey);
  const certificate = makeCertificate(identity, account, peerId, 1n);
  return { name, identity, account, statement, certificate, device: peerId };
}

type Request = { [K in keyof RendezvousRequest]?: NonNullable<RendezvousRequest[K]> };

export class EvilServer {
  readonly running: TestServer;
  readonly #store: () => Store;
  readonly #signer: ServerSigner;
  /** Accounts in hex, '*': everybody; and the log that they are shown. */
  readonly #shown = new Map<string, TestLog>();
  readonly #impostors: Impostor[] = [];
  readonly #given: Mail[] = [];
  readonly #swaps: Swap[] = [];
  readonly #deposits = new Map<string, number>();
  /** By how much the time in heads is wrong, milliseconds. */
  headsLate = 0;
  /** Prekeys of somebody else. */
  forgesPrekeys = false;
  /** Mail is taken, and never given out; or given out again and again under new numbers. */
  mail: 'honest' | 'dropped' | 'replayed' = 'honest';
  /** Log proofs are cut short. */
  provesNothing = false;
  /** This name is nobody's, and what is shown for it: nothing, the proof for a name that is nobody's, or what the log says of it. */
  denies: { readonly name: string; readonly by: 'nothing' | 'another' | 'itself' } | undefined;

  private constructor(running: TestServer, store: () => Store, signer: ServerSigner) {
    this.running = running;
    this.#store = store;
    this.#signer = signer;
  }

  /** How many envelopes were brought for this account (hex). */
  depositsFor(account: string): number {
    return this.#deposits.get(account) ?? 0;
  }

  static async start(settings: Partial<ServerSettings> = {}): Promise<EvilServer> {
    const data = await temporaryFolder();
    let store: Store | undefined;
    const made: { evil?: EvilServer } = {};
    const running = await aServer(
      { data, ...settings },
      {
        openStore: async (folder) => (store = await openLevelStore(folder)),
        answerBy: (honest) => (session, body) => made.evil?.answer(honest, session, body) ?? honest(session, body),
      },
    );
    const seed = await readServerKey(data);
    return (made.evil = new EvilServer(running, () => store!, serverSigner(seed!)));
  }

  get server(): Uint8Array {
    return this.running.running.server;
  }

  /** The log as it is now, to go its own way. */
  async #copy(): Promise<TestLog> {
    const store = this.#store();
    const row = LogRow.decode((await store.get('log', new TextEncoder().encode('log')))!);
    const rows = new Rows();
    for (const table of ['log-tiles', 'map-pages'] as const) {
      rows.put((await store.scan(table, { limit: 10_000 })).map(({ key, value }) => ({ table, key, value })));
    }
    const log = Object.create(TestLog.prototype) as TestLog;
    const state = { tip: rows.read(readTip(Number(row.size))), root: row.root, mapRoot: row.mapRoot };
    const own = { signer: this.#signer, server: this.server, id: row.log, rows, state, superseded: [] };
    return Object.assign(log, own, { last: Number(row.time) });
  }

  /** From now on these see a log that goes its own way: with impostors in it, at least one. @param from where it parted; as it is now */
  async fork(
    victims: readonly string[] | '*',
    impostors: readonly string[] = ['somebody'],
    from?: TestLog,
  ): Promise<Impostor[]> {
    const log = from ?? (await this.#copy());
    const made = impostors.map(anImpostor);
    for (const { statement } of made) {
      const after = extendChain(undefined, statement);
      if (isChainFault(after)) throw new Error(after);
      log.append([{ before: undefined, after }]);
    }
    this.#impostors.push(...made);
    for (const victim of victims === '*' ? ['*'] : victims) this.#shown.set(victim, log);
    return made;
  }

  /** From now on these see the log with this done to it. */
  async lie(victims: readonly string[] | '*', change: (log: TestLog) => void): Promise<void> {
    const log = await this.#copy();
    change(log);
    for (const victim of victims === '*' ? ['*'] : victims) this.#shown.set(victim, log);
  }

  /** Under which the map has an account and its name. */
  keysOf({ account, name }: { readonly account: string; readonly name: string }): Uint8Array[] {
    return [accountKey(this.server, fromHex(account)!), nameKey(this.server, name)];
  }

  /** The log as it is now, for `lie` to do something with what it says. */
  copy = (): Promise<TestLog> => this.#copy();

  /**
   * From now on these are given device, address and prekeys of somebody else for this account, who has met them before under its own key.
   * Where the name is given, the directory shows it to them as that one's as well, in a log of their own.
   */
  async swapKey(victims: readonly string[], account: string, name?: string): Promise<Impostor> {
    const [impostor = anImpostor('impostor')] = name === undefined ? [] : await this.fork(victims, [name]);
    this.#swaps.push({ victims, account: fromHex(account)!, impostor });
    return impostor;
  }

  /** The log as it is now is kept, and shown to everybody when the function is called: whatever came in between is gone. */
  async remember(): Promise<() => void> {
    const log = await this.#copy();
    return () => void this.#shown.set('*', log);
  }

  honestAgain(): void {
    this.#shown.clear();
    this.#swaps.length = 0;
    this.headsLate = 0;
    this.forgesPrekeys = false;
    this.mail = 'honest';
    this.provesNothing = false;
    this.denies = undefined;
  }

  async answer(honest: Answering, session: Session, body: Uint8Array): Promise<Uint8Array> {
    const request: Request = RendezvousRequest.decode(body);
    if (request.deposit !== undefined) {
      const owner = toHex(request.deposit.owner);
      this.#deposits.set(owner, this.depositsFor(owner) + 1);
    }
    const asked = request.fetchPrekeys ?? request.fetchAddress;
    const swap = this.#swaps.find(
      (one) => asked !== undefined && one.victims.includes(callerOf(session)) && equalBytes(one.account, asked.account),
    );
    if (swap !== undefined) return request.fetchPrekeys === undefined ? aForeignAddress(swap) : foreignPrekeys(swap);
    if (this.forgesPrekeys && request.fetchPrekeys !== undefined) return this.#prekeys(await honest(session, body));
    if (this.mail === 'replayed' && request.drain !== undefined) return this.#replay(await honest(session, body));
    if (this.provesNothing && request.logProve !== undefined) {
      return RendezvousResponse.encode({ logProve: { proof: new Uint8Array(0) } });
    }
    if (this.mail === 'dropped' && request.drain !== undefined)
      return RendezvousResponse.encode({ drain: { mail: [], more: false } });
    if (this.denies !== undefined && request.lookup?.name === this.denies.name) return this.#deny(request.lookup);
    let log = this.#logOf(session);
    if (log === undefined && this.headsLate !== 0) log = await this.#copy();
    if (log === undefined) return honest(session, body);
    const { logHead, logProve, logBetween, lookup } = request;
    const now = Date.now() - this.headsLate;
    if (this.headsLate !== 0) log.last = undefined;
    if (logHead !== undefined) {
      return RendezvousResponse.encode({
        logHead: { proof: encodeHeadProof(log.head(fromOf(log, logHead.kept), now)) },
      });
    }
    if (logProve !== undefined) {
      const proof = encodeLookupProof(log.lookup(logProve.key, fromOf(log, logProve.kept), now));
      return RendezvousResponse.encode({ logProve: { proof } });
    }
    if (logBetween !== undefined) {
      const { smaller, greater } = logBetween;
      if (Number(greater) > log.state.tip.size) throw new MiyuError('log-short', { detail: log.state.tip.size });
      const hashes = concatBytes(...log.hashes(Number(smaller), Number(greater)));
      return RendezvousResponse.encode({ logBetween: { hashes } });
    }
    if (lookup === undefined) return honest(session, body);
    const impostor = this.#impostors.find(
      ({ name, account }) =>
        (lookup.name !== undefined && foldName(lookup.name) === foldName(name)) ||
        (lookup.account !== undefined && equalBytes(lookup.account, account)),
    );
    const key = this.#keyOf(lookup);
    const proven = log.lookup(key, fromOf(log, lookup.kept), now);
    const proof = encodeLookupProof(proven);
    const entry = proven.value === undefined ? undefined : decodeMapEntry(proven.value);
    if (entry === undefined || entry.released) throw new MiyuError('unknown-account', { proof });
    const answer =
      impostor === undefined
        ? RendezvousResponse.decode(await honest(session, body)).lookup!
        : { account: impostor.account, statements: [impostor.statement], certificate: impostor.certificate };
    return RendezvousResponse.encode({ lookup: { ...answer, proof } });
  }

  #keyOf = ({ name, account }: LookupRequest): Uint8Array =>
    name === undefined ? accountKey(this.server, account!) : nameKey(this.server, name);

  async #deny(lookup: LookupRequest): Promise<never> {
    const { by } = this.denies!;
    if (by === 'nothing') throw new MiyuError('unknown-account');
    const log = await this.#copy();
    const key = by === 'itself' ? this.#keyOf(lookup) : nameKey(this.server, 'nobody-at-all');
    const proof = encodeLookupProof(log.lookup(key, fromOf(log, lookup.kept), Date.now()));
    throw new MiyuError('unknown-account', { proof });
  }

  #logOf(session: Session): TestLog | undefined {
    return this.#shown.get(callerOf(session)) ?? this.#shown.get('*');
  }

  /** Everything that was given out, once more behind what is new. */
  #replay(bytes: Uint8Array): Uint8Array {
    const { drain } = RendezvousResponse.decode(bytes);
    if (drain === undefined || drain.more) return bytes;
    this.#given.push(...drain.mail);
    const last = drain.mail.at(-1)?.sequence ?? 0n;
    const again = this.#given.map((mail, i) => ({ ...mail, sequence: last + BigInt(i) + 1n }));
    return RendezvousResponse.encode({ drain: { mail: [...drain.mail, ...again].slice(0, 200), more: false } });
  }

  /** A bundle that another key has signed. */
  #prekeys(bytes: Uint8Array): Uint8Array {
    const { fetchPrekeys } = RendezvousResponse.decode(bytes);
    if (fetchPrekeys === undefined) return bytes;
    const { identity, account } = anImpostor('forger');
    const bundle = aBundle(identity, account, systemRandom(38), 1n);
    return RendezvousResponse.encode({ fetchPrekeys: { ...fetchPrekeys, bundle } });
  }
}

/** In hex; '': nobody has said who he is. */
const callerOf = ({ state }: Session): string =>
  state.is === 'owner' || state.is === 'guest' ? toHex(state.caller.account) : '';

function aBundle(identity: Identity, account: Uint8Array, device: Uint8Array, epoch: bigint): Signed {
  const key = systemRandom(32);
  return makePrekeyBundle(identity, {
    ...{ account, device, epoch, createdAt: BigInt(Date.now()) },
    signedPrekey: { id: 1, key },
    lastResort: { id: 1, key: systemRandom(1_184) },
    oneTimeHashes: [sha256(key)],
  });
}

/** Newer than whatever the true one has, and whole in itself: what a friend would take who has pinned nothing. */
const SWAPPED_EPOCH = 1_000n;

function foreignPrekeys({ account, impostor: { identity, device } }: Swap): Uint8Array {
  const certificate = makeCertificate(identity, account, device, SWAPPED_EPOCH);
  const bundle = aBundle(identity, account, device, SWAPPED_EPOCH);
  return RendezvousResponse.encode({ fetchPrekeys: { bundle, certificate, oneTime: new Uint8Array(0) } });
}

function aForeignAddress({ account, impostor: { identity, device } }: Swap): Uint8Array {
  const now = BigInt(Date.now());
  const record = makeAddressRecord(identity, {
    ...{ account, device, epoch: SWAPPED_EPOCH, addresses: ['/ip4/127.0.0.1/tcp/9'], sequence: 1n },
    ...{ issuedAt: now, expiresAt: now + 3_600_000n },
  });
  const certificate = makeCertificate(identity, account, device, SWAPPED_EPOCH);
  return RendezvousResponse.encode({ fetchAddress: { record, certificate } });
}

const fromOf = (log: TestLog, kept: LogKept | undefined): number =>
  kept !== undefined && equalBytes(kept.log, log.id) && Number(kept.size) <= log.state.tip.size ? Number(kept.size) : 0;

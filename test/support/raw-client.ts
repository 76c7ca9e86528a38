/**
 * A client that speaks the wire as it stands and nothing else: identities, devices and requests made by hand, so that a test
 * can also say what no client of ours would.
 */
import { createLibp2p } from 'libp2p';
import { multiaddr } from '@multiformats/multiaddr';
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import { onTestFinished } from 'vitest';
import { createIdentity, type Identity, accountIdOf } from '../../shared/crypto/identity.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import {
  loginProof,
  makeAddressRecord,
  makeCertificate,
  makeGrant,
  makeIdentityStatement,
  makePrekeyBundle,
  makeRevocation,
} from '../../shared/crypto/statements.ts';
import { createChannel, type Channel, type ChannelLimits } from '../../shared/net/channel.ts';
import { commonOptions, PEER_LIMITS } from '../../shared/net/libp2p.ts';
import { makeNextStatement } from '../../shared/transparency/chain-statements.ts';
import { isChainFault, openChain } from '../../shared/transparency/chain.ts';
import { Envelope } from '../../shared/wire/generated/envelope.js';
import { OneTimePrekey, type Signed } from '../../shared/wire/generated/identity.js';
import { RendezvousPush, RendezvousRequest, RendezvousResponse } from '../../shared/wire/generated/rendezvous.js';
import { ENVELOPE, RENDEZVOUS_PROTOCOL, SCOPE, SUITE, WIRE_VERSION } from '../../shared/wire/protocols.ts';

/** What a client needs to know of a server. */
export interface Target {
  readonly server: Uint8Array;
  addresses(): readonly string[];
}

type Name = keyof RendezvousRequest;
type Body<K extends Name> = Partial<NonNullable<RendezvousRequest[K]>>;
type Answer<K extends Name> = NonNullable<RendezvousResponse[K]>;

/** One device: a libp2p key and its PeerId as bytes. */
export class RawDevice {
  readonly seed: Uint8Array;
  readonly id: Uint8Array;
  #node: Promise<Libp2p> | undefined;

  constructor(seed: Uint8Array = systemRandom(32)) {
    this.seed = seed;
    this.id = peerIdBytesOfEd25519(serverSigner(seed).publicKey);
  }

  node(): Promise<Libp2p> {
    this.#node ??= (async () => {
      const node = await createLibp2p(await commonOptions({ seed: this.seed, listen: [], limits: PEER_LIMITS }));
      onTestFinished(() => this.stop());
      return node;
    })();
    return this.#node;
  }

  async stop(): Promise<void> {
    const node = this.#node;
    this.#node = undefined;
    await (await node)?.stop();
  }

  /** A stream with nothing on it yet. */
  async open(
    target: Target,
    protocol: string = RENDEZVOUS_PROTOCOL,
  ): Promise<{ stream: Stream; connection: Connection }> {
    const node = await this.node();
    const connection = await node.dial(target.addresses().map((address) => multiaddr(address)));
    return { connection, stream: await connection.newStream(protocol) };
  }

  /** A connection before its hello. @param limits of our side, where they are not those of an honest client */
  async connect(target: Target, limits: Partial<ChannelLimits> = {}): Promise<RawConnection> {
    const { stream } = await this.open(target);
    return new RawConnection(stream, target, this, limits);
  }
}

export class RawConnection {
  readonly channel: Channel;
  readonly device: RawDevice;
  readonly target: Target;
  readonly pushes: RendezvousPush[] = [];
  #onPush: (() => void)[] = [];
  #listener: ((push: RendezvousPush) => void) | undefined;

  constructor(stream: Stream, target: Target, device: RawDevice, limits: Partial<ChannelLimits> = {}) {
    this.target = target;
    this.device = device;
    this.channel = createChannel(stream, {
      role: 'dialler',
      remotePeer: target.server,
      limits,
      onPush: (body) => {
        const push = RendezvousPush.decode(body);
        this.pushes.push(push);
        for (const look of this.#onPush) look();
        this.#listener?.(push);
      },
    });
  }

  async ask<K extends Name>(name: K, body: Body<K>): Promise<Answer<K>> {
    const bytes = await this.channel.request(RendezvousRequest.encode({ [name]: body }));
    const answer = RendezvousResponse.decode(bytes)[name];
    if (answer === undefined) throw new Error(`the answer to ${name} is another one`);
    return answer;
  }

  /** Those that have come, and every later one. */
  onPush(listener: (push: RendezvousPush) => void): void {
    this.#listener = listener;
    for (const push of this.pushes) listener(push);
  }

  /** Resolves with the first push of this kind, come or to come. */
  async pushed<K extends keyof RendezvousPush>(kind: K): Promise<NonNullable<RendezvousPush[K]>> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.pushes.find((push) => push[kind] !== undefined)?.[kind];
        if (found === undefined || found === null) return;
        this.#onPush = this.#onPush.filter((each) => each !== look);
        resolve(found);
      };
      this.#onPush.push(look);
      look();
    });
  }

  hello(): Promise<Answer<'hello'>> {
    return this.ask('hello', { version: WIRE_VERSION });
  }

  close(): Promise<void> {
    return this.channel.close();
  }
}

/** The connection once it is done; where it was refused, the stream's place is free for the next. */
async function orClosed(connection: RawConnection, work: Promise<unknown>): Promise<RawConnection> {
  try {
    await work;
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** A person: identity, account, and the devices that were certified. */
export class RawPerson {
  readonly identity: Identity;
  readonly name: string;
  readonly statement: Signed;
  readonly account: Uint8Array;
  readonly device: RawDevice;

  constructor(name: string, device: RawDevice = new RawDevice()) {
    this.identity = createIdentity(systemRandom);
    this.name = name;
    this.statement = makeIdentityStatement(this.identity, name, systemRandom(16));
    this.account = accountIdOf(this.statement.payload);
    this.device = device;
  }

  certificate(epoch = 1n, device: Uint8Array = this.device.id): Signed {
    return makeCertificate(this.identity, this.account, device, epoch);
  }

  /** Client nonce and proof over a fresh challenge of this connection. */
  async prove(connection: RawConnection, epoch: bigint): Promise<{ clientNonce: Uint8Array; proof: Uint8Array }> {
    const { nonce } = await connection.ask('challenge', {});
    const clientNonce = systemRandom(32);
    const proof = loginProof(this.identity, {
      server: connection.target.server,
      device: connection.device.id,
      serverNonce: nonce,
      clientNonce,
      epoch,
    });
    return { clientNonce, proof };
  }

  async registerOn(
    connection: RawConnection,
    more: { readonly email?: string; readonly token?: Uint8Array } = {},
  ): Promise<Answer<'register'>> {
    return connection.ask('register', {
      statement: this.statement,
      certificate: this.certificate(1n, connection.device.id),
      ...(await this.prove(connection, 1n)),
      email: more.email ?? '',
      token: more.token ?? new Uint8Array(0),
    });
  }

  async loginOn(connection: RawConnection, epoch = 1n): Promise<Answer<'login'>> {
    return connection.ask('login', {
      account: this.account,
      certificate: this.certificate(epoch, connection.device.id),
      ...(await this.prove(connection, epoch)),
    });
  }

  /** Connected and greeted. */
  async greet(target: Target, device: RawDevice = this.device): Promise<RawConnection> {
    const connection = await device.connect(target);
    await connection.hello();
    return connection;
  }

  /** Connected and registered. */
  async register(target: Target): Promise<RawConnection> {
    const connection = await this.greet(target);
    await this.registerOn(connection);
    return connection;
  }

  async login(target: Target, epoch = 1n, device: RawDevice = this.device): Promise<RawConnection> {
    const connection = await this.greet(target, device);
    return orClosed(connection, this.loginOn(connection, epoch));
  }

  /** Connected and introduced as a guest. */
  async introduce(target: Target, epoch = 1n): Promise<RawConnection> {
    const connection = await this.greet(target);
    const introduction = { statement: this.statement, certificate: this.certificate(epoch) };
    return orClosed(connection, connection.ask('introduce', introduction));
  }

  /** The account's end, as its owner signs it. */
  deletion(): { account: Uint8Array; statement: Signed } {
    const state = openChain([this.statement]);
    if (isChainFault(state)) throw new Error(state);
    return {
      account: this.account,
      statement: makeNextStatement(state, this.identity, { kind: 'delete' }, systemRandom(16)),
    };
  }

  grant(depositor: Uint8Array, serial = 1n, scope: number = SCOPE.friend): Signed {
    return makeGrant(this.identity, { owner: this.account, depositor, scope, serial });
  }

  revocation(depositor: Uint8Array, serial = 2n, scope: number = SCOPE.friend): Signed {
    return makeRevocation(this.identity, { owner: this.account, depositor, scope, serial });
  }

  addressRecord(sequence: bigint, changed: { epoch?: bigint; lifetimeMs?: number; addresses?: string[] } = {}): Signed {
    const issuedAt = BigInt(Date.now());
    return makeAddressRecord(this.identity, {
      account: this.account,
      device: this.device.id,
      epoch: changed.epoch ?? 1n,
      addresses: changed.addresses ?? ['/ip4/192.0.2.7/tcp/4710'],
      sequence,
      issuedAt,
      expiresAt: issuedAt + BigInt(changed.lifetimeMs ?? 3_600_000),
    });
  }

  /** A bundle and its one-time prekeys; keys of the right size that nobody can use. */
  prekeys(count: number, epoch = 1n, firstId = 1): { bundle: Signed; oneTime: Uint8Array[] } {
    const oneTime = Array.from({ length: count }, (_, i) =>
      OneTimePrekey.encode({ id: firstId + i, key: systemRandom(32), kemKey: systemRandom(1_184) }),
    );
    const bundle = makePrekeyBundle(this.identity, {
      account: this.account,
      device: this.device.id,
      epoch,
      signedPrekey: { id: 1, key: systemRandom(32) },
      lastResort: { id: 1, key: systemRandom(1_184) },
      oneTimeHashes: oneTime.map((bytes) => sha256(bytes)),
      createdAt: BigInt(Date.now()),
    });
    return { bundle, oneTime };
  }

  /** An envelope to this person with a body that nobody can open. */
  envelope(bytes = 200): Uint8Array {
    return Envelope.encode({
      version: WIRE_VERSION,
      suite: SUITE,
      kind: ENVELOPE.pairwise,
      toAccount: this.account,
      toDevice: this.device.id,
      toEpoch: 1n,
      body: systemRandom(bytes),
    });
  }
}

/** Somebody whom a real peer process has accepted as a friend, and who speaks the wire by hand from then on. */
import type { Connection, Stream } from '@libp2p/interface';
import { multiaddr } from '@multiformats/multiaddr';
import { createPrekeys, makeBundle } from '../../node/core/prekeys.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { sealFriendRequest } from '../../shared/crypto/friend-request.ts';
import { nodeKem } from '../../shared/crypto/kem.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { openAddressRecord, openIdentityChain } from '../../shared/crypto/statements.ts';
import type { OpenedIdentity } from '../../shared/crypto/statements.ts';
import { decodeInvite } from '../../shared/invites.ts';
import { createChannel } from '../../shared/net/channel.ts';
import type { Channel } from '../../shared/net/channel.ts';
import { peerIdOfBytes } from '../../shared/net/peers.ts';
import { ChatMessage } from '../../shared/wire/generated/chat.js';
import { Signed } from '../../shared/wire/generated/identity.js';
import { CHAT_PROTOCOL, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import type { TestPeer, TestServer } from '../support/processes.ts';
import { RawPerson } from '../support/raw-client.ts';
import type { RawConnection, Target } from '../support/raw-client.ts';
import { until } from '../support/until.ts';

/** Names that no rule of the directory takes for one another. */
export const NAMES = Array.from('bdfghkprtz').flatMap((letter) =>
  ['a', 'e', 'u'].map((vowel) => `mute${letter}${vowel}`),
);

export const targetOf = (server: TestServer): Target => ({
  server: decodeInvite(server.invite).home.server,
  addresses: () => [`/ip4/127.0.0.1/tcp/${server.port}/p2p/${server.peerId}`],
});

export interface HostileLink {
  readonly connection: Connection;
  readonly stream: Stream;
  readonly channel: Channel;
}

export class HostileFriend {
  readonly name: string;
  readonly person: RawPerson;
  readonly #victim: Uint8Array;
  readonly #addresses: readonly string[];

  private constructor(person: RawPerson, victim: Uint8Array, addresses: readonly string[]) {
    this.name = person.name;
    this.person = person;
    this.#victim = victim;
    this.#addresses = addresses;
  }

  /** Registers at the victim's own server, asks, and is accepted. It has no address: whoever wants it must wait. */
  static async of(victim: TestPeer, server: TestServer, name: string): Promise<HostileFriend> {
    const target = targetOf(server);
    const person = new RawPerson(name);
    const home = await person.register(target);
    const set = createPrekeys(systemRandom, nodeKem, 1, 4);
    const self = { account: person.account, device: person.device.id, epoch: 1n };
    await home.ask('publishPrekeys', makeBundle(person.identity, self, set, BigInt(Date.now())));
    const found = await home.ask('lookup', { name: victim.name });
    const victimIdentity = openIdentityChain(found.statements);
    await ask(person, home, victimIdentity, target);
    await until(`${victim.name} is asked by ${name}`, async () =>
      (await victim.api.call('friends.requests')).requests.some((request) => request.name === name),
    );
    await victim.api.call('friends.accept', { who: name });
    const { device, addresses } = await until(`${victim.name} tells where it is`, async () => {
      const { record } = await home.ask('fetchAddress', { account: victimIdentity.account });
      return record && openAddressRecord(record, victimIdentity.identityKey);
    });
    await home.close();
    return new HostileFriend(person, device, addresses);
  }

  /** A chat stream with nothing on it. */
  async open(): Promise<Omit<HostileLink, 'channel'>> {
    const connection = await this.#dial();
    return { connection, stream: await connection.newStream(CHAT_PROTOCOL) };
  }

  /** A link on which both have said hello. */
  link(): Promise<HostileLink> {
    // So many connections a second are taken of one address, and no more.
    return until(`${this.name} has a link`, () => this.#greet(), { everyMs: 100 });
  }

  /** undefined: no connection was taken just now, or the victim was closing the one that was there, for its last link was over. */
  async #greet(): Promise<HostileLink | undefined> {
    try {
      const connection = await this.#dial();
      const stream = await connection.newStream(CHAT_PROTOCOL);
      const channel = createChannel(stream, { role: 'dialler', remotePeer: this.#victim, onPush: () => undefined });
      const certificate = Signed.encode(this.person.certificate());
      await channel.request(ChatMessage.encode({ hello: { version: WIRE_VERSION, certificate } }));
      return { connection, stream, channel };
    } catch (error) {
      if (isMiyuError(error) && error.code !== 'link-closed') throw error;
      return undefined;
    }
  }

  async #dial(): Promise<Connection> {
    const node = await this.person.device.node();
    const pinned = peerIdOfBytes(this.#victim).toString();
    return await node.dial(this.#addresses.map((address) => multiaddr(`${address}/p2p/${pinned}`)));
  }
}

async function ask(person: RawPerson, home: RawConnection, to: OpenedIdentity, target: Target): Promise<void> {
  const grant = person.grant(to.account);
  await home.ask('putGrant', { grant });
  const sealed = sealFriendRequest(
    person.identity,
    {
      to: to.account,
      statement: person.statement,
      certificate: person.certificate(),
      home: { server: target.server, addresses: target.addresses().map((text) => text.replace(/\/p2p\/.*$/, '')) },
      grant,
      greeting: '',
      sentAt: BigInt(Date.now()),
    },
    to.exchangeKey,
    systemRandom,
  );
  await home.ask('sendFriendRequest', { to: to.account, sealed });
}

/** From now on nobody takes a byte out of this connection's socket. */
export function stopReading(connection: Connection): void {
  (connection as unknown as { readonly maConn: { readonly socket: { pause(): void } } }).maConn.socket.pause();
}

/** Strangers who speak the meeting protocol by hand, so that they can also say what no peer of ours would. */
import { multiaddr } from '@multiformats/multiaddr';
import type { Stream } from '@libp2p/interface';
import { sealFriendRequest, type FriendRequestFields } from '../../shared/crypto/friend-request.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import { decodeInvite } from '../../shared/invites.ts';
import { createChannel, type Channel } from '../../shared/net/channel.ts';
import { peerIdOfBytes } from '../../shared/net/peers.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import { MeetMessage, type MeetAsk, type MeetHello } from '../../shared/wire/generated/meet.js';
import { MEET_PROTOCOL, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import type { RawDevice, RawPerson } from './raw-client.ts';

/** What a link says of its maker. */
export interface Place {
  readonly account: Uint8Array;
  readonly device: Uint8Array;
  readonly addresses: readonly string[];
  readonly home: Home;
}

export function placeIn(link: string): Place {
  const { account, home, direct } = decodeInvite(link);
  if (account === undefined || direct === undefined) throw new Error('the link names no device');
  return { account, home, ...direct };
}

export async function meetStream(from: RawDevice, { device, addresses }: Place): Promise<Stream> {
  const node = await from.node();
  const peer = peerIdOfBytes(device);
  const open = node.getConnections(peer).find(({ status }) => status === 'open');
  const pinned = addresses.map((address) => multiaddr(`${address}/p2p/${peer.toString()}`));
  const connection = open ?? (await node.dial(pinned));
  return await connection.newStream(MEET_PROTOCOL, { maxOutboundStreams: 100, signal: AbortSignal.timeout(10_000) });
}

export async function meetChannel(from: RawDevice, place: Place): Promise<Channel> {
  return createChannel(await meetStream(from, place), { role: 'dialler', remotePeer: place.device });
}

export const helloBytes = (account: Uint8Array, changed: Partial<MeetHello> = {}): Uint8Array =>
  MeetMessage.encode({ hello: { version: WIRE_VERSION, account, statements: [], ...changed } });

/** Says hello and is told who is there. */
export async function greeted(from: RawDevice, place: Place): Promise<{ channel: Channel; exchangeKey: Uint8Array }> {
  const channel = await meetChannel(from, place);
  const { hello } = MeetMessage.decode(await channel.request(helloBytes(place.account)));
  if (hello === undefined) throw new Error('no hello came back');
  return { channel, exchangeKey: openIdentityChain(hello.statements).exchangeKey };
}

/** A whole request by this person to the one at the place, as an honest peer would send it but for what is changed. */
export function askOf(
  person: RawPerson,
  place: Place,
  exchangeKey: Uint8Array,
  changed: { readonly ask?: Partial<MeetAsk>; readonly request?: Partial<FriendRequestFields>; serial?: bigint } = {},
): MeetAsk {
  const { bundle, oneTime } = person.prekeys(1);
  const sealed = sealFriendRequest(
    person.identity,
    {
      ...{ to: place.account, statement: person.statement, certificate: person.certificate(), home: place.home },
      ...{ grant: person.grant(place.account, changed.serial ?? 1n), greeting: '', sentAt: BigInt(Date.now()) },
      ...changed.request,
    },
    exchangeKey,
    systemRandom,
  );
  return { sealed, bundle, oneTime: oneTime[0]!, addresses: [], ...changed.ask };
}

export const askBytes = (ask: MeetAsk): Uint8Array => MeetMessage.encode({ ask });

/** Meets and asks; the refusal's code as a MiyuError. */
export async function meetAndAsk(
  person: RawPerson,
  place: Place,
  changed: Parameters<typeof askOf>[3] = {},
): Promise<MeetAsk> {
  const { channel, exchangeKey } = await greeted(person.device, place);
  try {
    const ask = askOf(person, place, exchangeKey, changed);
    await channel.request(askBytes(ask));
    return ask;
  } finally {
    await channel.close();
  }
}

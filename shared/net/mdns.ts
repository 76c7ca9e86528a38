/**
 * The packets by which peers and servers of one LAN hear of each other: DNS-SD over mDNS (RFC 6763, 6762), read and written with
 * dns-packet. Pure. Of everything that goes by on this port only what names our service is looked at, and what is found is a claim:
 * an address where a PeerId may answer. Only Noise tells whether it does.
 *
 * question      PTR `_miyu._tcp.local`; whoever asks and is announced himself names himself as the answer that he knows
 * announcement  PTR `_miyu._tcp.local` → `<PeerId>._miyu._tcp.local`; TXT of that name: `v=1`, `k=peer` | `k=server`, `a=<multiaddr>` …
 * goodbye       the same PTR with a lifetime of 0
 */
import type { Answer, Packet, StringAnswer, TxtAnswer } from 'dns-packet';
import dnsPacket from 'dns-packet';
import {
  LAN_SERVICE,
  LAN_TTL_S,
  MAX_LAN_ADDRESSES,
  MAX_LAN_ADDRESS_BYTES,
  MAX_LAN_TTL_S,
  MAX_MDNS_BYTES,
  MAX_MDNS_RECORDS,
} from '../wire/lan-limits.ts';
import { WIRE_VERSION } from '../wire/protocols.ts';

export type LanKind = 'peer' | 'server';

/** What one device says of itself on one link. */
export interface Announcement {
  /** PeerId as text, 52 characters. */
  readonly peer: string;
  readonly kind: LanKind;
  /** Multiaddrs `/ip4|ip6/…/tcp/…` as text, without a zone. */
  readonly addresses: readonly string[];
}

export interface Heard extends Announcement {
  /** Seconds; 0: goodbye, and then neither kind nor addresses say anything. */
  readonly ttlS: number;
}

export interface MdnsMessage {
  /** Somebody wants to know who is there, and knows these already. */
  readonly asks: { readonly known: readonly string[] } | undefined;
  readonly heard: readonly Heard[];
}

/** An Ed25519 PeerId in base58; longer than that no label of ours is. */
const PEER_TEXT = /^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$/;
const ADDRESS = /^\/(ip4\/[\d.]{7,15}|ip6\/[0-9a-fA-F:.]{2,45})\/tcp\/(\d{1,5})$/;
/** The first label as it stands in a packet, before its letters may be compressed away. */
const LABEL = Buffer.from('\x05_miyu');
const HEADER_BYTES = 12;
const FLAG_ANSWER = 0x8000;

const instanceOf = (peer: string): string => `${peer}.${LAN_SERVICE}`;

/** @param known PeerIds that need not answer (RFC 6762 §7.1) */
export function encodeQuestion(known: readonly string[]): Uint8Array {
  const answers = known.map((peer) => pointer(peer, LAN_TTL_S));
  return dnsPacket.encode({ type: 'query', id: 0, questions: [{ type: 'PTR', name: LAN_SERVICE }], answers });
}

export function encodeAnnouncement({ peer, kind, addresses }: Announcement): Uint8Array {
  const data = [
    `v=${WIRE_VERSION}`,
    `k=${kind}`,
    ...addresses.slice(0, MAX_LAN_ADDRESSES).map((address) => `a=${address}`),
  ];
  return encodeAnswer([
    pointer(peer, LAN_TTL_S),
    { type: 'TXT', name: instanceOf(peer), ttl: LAN_TTL_S, flush: true, data },
  ]);
}

export const encodeGoodbye = (peer: string): Uint8Array => encodeAnswer([pointer(peer, 0)]);

const pointer = (peer: string, ttl: number): StringAnswer => ({
  ...{ type: 'PTR', name: LAN_SERVICE, ttl, data: instanceOf(peer) },
});

const encodeAnswer = (answers: Answer[]): Uint8Array =>
  dnsPacket.encode({ type: 'response', id: 0, flags: dnsPacket.AUTHORITATIVE_ANSWER, answers });

/** @returns undefined for whatever does not concern us, or is not as it must be; never throws */
export function decodeMdns(bytes: Uint8Array): MdnsMessage | undefined {
  const packet = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packet.length < HEADER_BYTES || packet.length > MAX_MDNS_BYTES || packet.indexOf(LABEL) === -1) return undefined;
  let records = 0;
  for (let at = 4; at < HEADER_BYTES; at += 2) records += packet.readUInt16BE(at);
  if (records > MAX_MDNS_RECORDS) return undefined;
  let decoded: Packet;
  try {
    decoded = dnsPacket.decode(packet);
  } catch {
    return undefined;
  }
  if ((packet.readUInt16BE(2) & FLAG_ANSWER) === 0) {
    const asks = (decoded.questions ?? []).some(({ type, name }) => type === 'PTR' && isService(name));
    if (!asks) return undefined;
    const known = (decoded.answers ?? []).flatMap((answer) => namedBy(answer) ?? []);
    return { asks: { known }, heard: [] };
  }
  const heard = readAnswers([...(decoded.answers ?? []), ...(decoded.additionals ?? [])]);
  return heard.length === 0 ? undefined : { asks: undefined, heard };
}

// DNS knows no case.
const isService = (name: string): boolean => name.toLowerCase() === LAN_SERVICE;

function readAnswers(answers: readonly Answer[]): Heard[] {
  const texts = new Map<string, TxtAnswer>();
  for (const answer of answers) if (answer.type === 'TXT') texts.set(answer.name, answer);
  const heard = new Map<string, Heard>();
  for (const answer of answers) {
    const peer = namedBy(answer);
    if (peer === undefined) continue;
    const { ttl = 0, data } = answer as StringAnswer;
    const ttlS = Math.min(ttl, MAX_LAN_TTL_S);
    if (ttlS === 0) {
      heard.set(peer, { peer, kind: 'peer', addresses: [], ttlS });
      continue;
    }
    const said = readText(texts.get(data));
    if (said !== undefined) heard.set(peer, { peer, ...said, ttlS });
  }
  return [...heard.values()];
}

/** The PeerId that a PTR record of our service points to. */
function namedBy(answer: Answer): string | undefined {
  if (answer.type !== 'PTR' || !isService(answer.name) || typeof answer.data !== 'string') return undefined;
  const [peer = ''] = answer.data.split('.', 1);
  return PEER_TEXT.test(peer) && isService(answer.data.slice(peer.length + 1)) ? peer : undefined;
}

function readText(answer: TxtAnswer | undefined): Pick<Announcement, 'kind' | 'addresses'> | undefined {
  if (answer === undefined) return undefined;
  const lines = Array.isArray(answer.data) ? answer.data : [answer.data];
  let version = '';
  let kind: LanKind | undefined;
  const addresses: string[] = [];
  for (const line of lines) {
    const text = String(line);
    const value = text.slice(2);
    if (text.startsWith('v=')) version = value;
    else if (text === 'k=peer' || text === 'k=server') kind = value as LanKind;
    else if (text.startsWith('a=') && addresses.length < MAX_LAN_ADDRESSES && isAddress(value)) addresses.push(value);
  }
  // Of another version nothing is known, not even what an address is.
  return version === String(WIRE_VERSION) && kind !== undefined ? { kind, addresses } : undefined;
}

function isAddress(text: string): boolean {
  if (text.length > MAX_LAN_ADDRESS_BYTES) return false;
  const port = Number(ADDRESS.exec(text)?.[2] ?? 0);
  return port > 0 && port <= 65_535;
}

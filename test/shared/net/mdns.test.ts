import { randomBytes } from 'node:crypto';
import dnsPacket from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peerIdFromPublicKey } from '@libp2p/peer-id';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import { decodeMdns, encodeAnnouncement, encodeGoodbye, encodeQuestion } from '../../../shared/net/mdns.ts';
import {
  LAN_SERVICE,
  LAN_TTL_S,
  MAX_LAN_ADDRESSES,
  MAX_LAN_ADDRESS_BYTES,
  MAX_LAN_TTL_S,
  MAX_MDNS_BYTES,
  MAX_MDNS_RECORDS,
} from '../../../shared/wire/lan-limits.ts';

const aPeer = async (): Promise<string> =>
  peerIdFromPublicKey((await generateKeyPairFromSeed('Ed25519', randomBytes(32))).publicKey).toString();
const PEER = await aPeer();
const ADDRESSES = ['/ip4/192.168.1.5/tcp/4851', '/ip6/fe80::1/tcp/4851'];
const ANNOUNCED = encodeAnnouncement({ peer: PEER, kind: 'peer', addresses: ADDRESSES });

const pointer = (data: string, ttl = 60) => ({ type: 'PTR' as const, name: LAN_SERVICE, ttl, data });
const text = (peer: string, ...data: string[]) => ({
  type: 'TXT' as const,
  name: `${peer}.${LAN_SERVICE}`,
  ttl: 60,
  data,
});
const answer = (...answers: dnsPacket.Answer[]): Uint8Array => dnsPacket.encode({ type: 'response', answers });

describe('what is said', () => {
  test('is read as it was written, by whoever shares the service', () => {
    expect(decodeMdns(ANNOUNCED)).toEqual({
      asks: undefined,
      heard: [{ peer: PEER, kind: 'peer', addresses: ADDRESSES, ttlS: LAN_TTL_S }],
    });
    const server = encodeAnnouncement({ peer: PEER, kind: 'server', addresses: [] });
    expect(decodeMdns(server)?.heard).toMatchObject([{ kind: 'server', addresses: [] }]);
    expect(decodeMdns(encodeGoodbye(PEER))?.heard).toMatchObject([{ peer: PEER, ttlS: 0 }]);
    expect(decodeMdns(encodeQuestion([]))).toEqual({ asks: { known: [] }, heard: [] });
    expect(decodeMdns(encodeQuestion([PEER]))).toEqual({ asks: { known: [PEER] }, heard: [] });
  });

  test('fits into one frame of a cable with all that may be in it', () => {
    const addresses = Array.from({ length: 20 }, (_, i) => `/ip6/${'ffff:'.repeat(7)}fff${i % 10}/tcp/65535`);
    const packet = encodeAnnouncement({ peer: PEER, kind: 'server', addresses });
    expect(packet.length).toBeLessThan(MAX_MDNS_BYTES);
    expect(decodeMdns(packet)?.heard[0]?.addresses).toHaveLength(MAX_LAN_ADDRESSES);
  });

  test('of several devices in one packet each is read by itself', async () => {
    const [a, b, c] = [await aPeer(), await aPeer(), await aPeer()];
    const packet = answer(
      ...[a, b, c].map((peer) => pointer(`${peer}.${LAN_SERVICE}`)),
      text(a, 'v=1', 'k=peer', 'a=/ip4/10.0.0.1/tcp/1'),
      // Of another version, and without a word.
      text(b, 'v=2', 'k=peer', 'a=/ip4/10.0.0.1/tcp/1'),
    );
    expect(decodeMdns(packet)?.heard.map(({ peer }) => peer)).toEqual([a]);
  });
});

describe('what does not concern us, or is not as it must be, is nothing', () => {
  const TXT = ['v=1', 'k=peer', 'a=/ip4/10.0.0.1/tcp/1'];
  const cases: [string, Uint8Array][] = [
    ['a printer', answer({ type: 'PTR', name: '_ipp._tcp.local', ttl: 60, data: 'printer._ipp._tcp.local' })],
    [
      'a question for a printer',
      dnsPacket.encode({ type: 'query', questions: [{ type: 'PTR', name: '_ipp._tcp.local' }] }),
    ],
    ['another name in ours', answer(pointer(`x.${LAN_SERVICE}`), text('x', ...TXT))],
    ['a PeerId elsewhere', answer(pointer(`${PEER}._other._tcp.local`), text(PEER, ...TXT))],
    ['no text', answer(pointer(`${PEER}.${LAN_SERVICE}`))],
    ['no kind', answer(pointer(`${PEER}.${LAN_SERVICE}`), text(PEER, 'v=1', 'k=ghost'))],
    ['nothing', new Uint8Array(0)],
    ['too much', Buffer.concat([ANNOUNCED, new Uint8Array(MAX_MDNS_BYTES)])],
    ['cut off', ANNOUNCED.subarray(0, 60)],
    [
      'too many records',
      answer(...Array.from({ length: MAX_MDNS_RECORDS + 1 }, () => pointer(`${PEER}.${LAN_SERVICE}`, 0))),
    ],
  ];
  test.each(cases)('%s', (_, packet) => {
    expect(decodeMdns(packet)).toBeUndefined();
  });

  test('addresses that are none are left out; lifetimes end', () => {
    const given = ['/ip4/10.0.0.1/tcp/0', '/ip4/10.0.0.1/tcp/65536', '/dns4/evil.example/tcp/1', '/ip4/10.0.0.1/udp/1'];
    const odd = [
      ...given,
      '/ip6zone/eth0/ip6/fe80::1/tcp/1',
      `/ip4/10.0.0.1/tcp/1/${'x'.repeat(90)}`,
      '/ip4/10.0.0.2/tcp/2',
    ];
    const packet = answer(
      pointer(`${PEER}.${LAN_SERVICE}`, 4_000_000_000),
      text(PEER, 'v=1', 'k=peer', ...odd.map((address) => `a=${address}`)),
    );
    expect(decodeMdns(packet)?.heard).toEqual([
      { peer: PEER, kind: 'peer', addresses: ['/ip4/10.0.0.2/tcp/2'], ttlS: MAX_LAN_TTL_S },
    ]);
  });
});

test('no bytes whatsoever make it throw or give more than its bounds (the seed is in a failure)', () => {
  const valid = [ANNOUNCED, encodeQuestion([PEER]), encodeGoodbye(PEER)];
  const mutated = fc
    .tuple(fc.constantFrom(...valid), fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 12 }), fc.nat(600))
    .map(([packet, changes, end]) => {
      const copy = Buffer.from(packet);
      for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
      return copy.subarray(0, Math.max(end, copy.length - end));
    });
  // Compression that points at itself, in front of our label so that it is looked at.
  const noise = fc
    .tuple(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 1_400 }))
    .map(([head, tail]) => Buffer.concat([head, Buffer.from('\x05_miyu\x04_tcp\x05local\x00'), tail]));
  fc.assert(
    fc.property(fc.oneof(mutated, noise), (packet) => {
      const message = decodeMdns(packet);
      if (message === undefined) return;
      expect(packet.length).toBeLessThanOrEqual(MAX_MDNS_BYTES);
      expect(message.heard.length + (message.asks?.known.length ?? 0)).toBeLessThanOrEqual(MAX_MDNS_RECORDS);
      for (const { peer, addresses, ttlS } of message.heard) {
        expect(peer).toHaveLength(52);
        expect(addresses.length).toBeLessThanOrEqual(MAX_LAN_ADDRESSES);
        expect(addresses.every((address) => address.length <= MAX_LAN_ADDRESS_BYTES)).toBe(true);
        expect(ttlS).toBeLessThanOrEqual(MAX_LAN_TTL_S);
      }
    }),
    { numRuns: 5_000 },
  );
});

/** Which addresses are dialled, and in what order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CANDIDATES, observedAddress, orderCandidates } from '../../../node/core/candidates.ts';
import { isIn, isLoopback, isPrivate, parseIp, type IpNetwork } from '../../../node/core/ip.ts';

const LAN: IpNetwork = { address: '192.168.1.5', prefix: 24 };
const LAN6: IpNetwork = { address: '2001:db8:1::5', prefix: 64 };
const at = (ip: string, port = 4001): string => `/ip${ip.includes(':') ? 6 : 4}/${ip}/tcp/${port}`;

describe('candidates', () => {
  it('are those of our own network first, then public ones, then private ones of elsewhere, then relays', () => {
    const relay = `${at('203.0.113.1')}/p2p/12D3KooWA/p2p-circuit`;
    const all = [relay, at('10.9.9.9'), at('198.51.100.7'), at('192.168.1.9'), '/dns4/example.org/tcp/1'];
    expect(orderCandidates(all, [LAN])).toEqual([
      at('192.168.1.9'),
      at('198.51.100.7'),
      '/dns4/example.org/tcp/1',
      at('10.9.9.9'),
      relay,
    ]);
  });

  it('take IPv6 and IPv4 in turns, beginning with what worked last', () => {
    const all = [at('198.51.100.1'), at('198.51.100.2'), at('198.51.100.3'), at('2001:db8::1'), at('2001:db8::2')];
    expect(orderCandidates(all, [LAN])).toEqual([
      at('198.51.100.1'),
      at('2001:db8::1'),
      at('198.51.100.2'),
      at('2001:db8::2'),
      at('198.51.100.3'),
    ]);
    // A public address of our own network is as near as a private one.
    expect(orderCandidates([at('198.51.100.1'), at('2001:db8:1::9')], [LAN, LAN6])[0]).toBe(at('2001:db8:1::9'));
  });

  it('are on loopback only where the friend is on this host', () => {
    const loopback = at('127.0.0.1');
    expect(orderCandidates([at('192.168.1.9'), loopback], [LAN])).toEqual([at('192.168.1.9')]);
    expect(orderCandidates([at('192.168.1.5'), loopback], [LAN])).toEqual([loopback, at('192.168.1.5')]);
    expect(orderCandidates([loopback], [LAN])).toEqual([loopback]);
    expect(orderCandidates([loopback, at('192.168.1.9')], [LAN])).toEqual([loopback, at('192.168.1.9')]);
  });

  it('are nothing that leads nowhere from here', () => {
    const zoned = '/ip6zone/eth0/ip6/fe80::1/tcp/4001';
    expect(
      orderCandidates([at('0.0.0.0'), at('::'), at('fe80::1'), '', `/dns4/${'x'.repeat(300)}/tcp/1`, zoned], [LAN]),
    ).toEqual([zoned]);
  });

  it('are bounded, unique, and all of those given', () => {
    const address = fc.oneof(
      fc.ipV4().map((ip) => at(ip)),
      fc.ipV6().map((ip) => `/ip6/${ip}/tcp/1`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(address, { maxLength: 60 }), fc.boolean(), (addresses, knows) => {
        const ordered = orderCandidates(addresses, knows ? [LAN, LAN6] : []);
        expect(ordered.length).toBeLessThanOrEqual(MAX_CANDIDATES);
        expect(new Set(ordered).size).toBe(ordered.length);
        expect(ordered.every((each) => addresses.includes(each))).toBe(true);
      }),
    );
  });
});

describe('where somebody came from', () => {
  it('is where it may be dialled, at the port that it listens on', () => {
    const known = ['/dns4/example.org/tcp/9', at('10.77.2.1', 4_077)];
    expect(observedAddress(at('10.77.2.9', 51_234), known)).toBe(at('10.77.2.9', 4_077));
    expect(observedAddress(at('2001:db8::9', 51_234), known)).toBe(at('2001:db8::9', 4_077));
    // Known already, nothing to go by, or over somebody else.
    expect(observedAddress(at('10.77.2.1', 51_234), known)).toBeUndefined();
    expect(observedAddress(at('10.77.2.9', 51_234), [])).toBeUndefined();
    expect(observedAddress(`${at('10.77.2.9')}/p2p/x/p2p-circuit`, known)).toBeUndefined();
  });
});

describe('addresses', () => {
  it('are read as the system and as multiaddrs write them, and nothing else is', () => {
    expect(parseIp('10.0.0.255')).toEqual(Uint8Array.of(10, 0, 0, 255));
    expect(parseIp('::1')).toEqual(Uint8Array.of(...Array<number>(15).fill(0), 1));
    expect(parseIp('2001:db8::8:800:200c:417a')).toEqual(parseIp('2001:DB8:0:0:8:800:200C:417A'));
    expect(parseIp('::ffff:1.2.3.4')?.subarray(12)).toEqual(Uint8Array.of(1, 2, 3, 4));
    expect(parseIp('fe80::1%eth0')).toEqual(parseIp('fe80::1'));
    for (const none of ['', '1.2.3', '1.2.3.256', '1.2.3.4.5', ':::', '1::2::3', '1:2:3:4:5:6:7:8:9', '12345::', 'x'])
      expect([none, parseIp(none)]).toEqual([none, undefined]);
  });

  it('belong to networks bit by bit', () => {
    expect(isIn(parseIp('192.168.1.200')!, LAN)).toBe(true);
    expect(isIn(parseIp('192.168.2.200')!, LAN)).toBe(false);
    expect(isIn(parseIp('10.77.3.9')!, { address: '10.77.2.1', prefix: 23 })).toBe(true);
    expect(isIn(parseIp('10.77.4.9')!, { address: '10.77.2.1', prefix: 23 })).toBe(false);
    expect(isIn(parseIp('::1')!, LAN)).toBe(false);
    expect([isLoopback(parseIp('127.8.9.1')!), isLoopback(parseIp('::2')!)]).toEqual([true, false]);
    expect([isPrivate(parseIp('172.31.0.1')!), isPrivate(parseIp('172.32.0.1')!)]).toEqual([true, false]);
  });
});

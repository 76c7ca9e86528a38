import { expect, test } from 'vitest';
import { HeardDevices } from '../../../shared/net/heard-devices.ts';
import { Allowance } from '../../../shared/net/allowance.ts';
import { LAN_PACKETS, MAX_LAN_DEVICES, MAX_LAN_ORIGINS } from '../../../shared/wire/lan-limits.ts';

function made() {
  let now = 0;
  const clock = { wall: () => now, monotonic: () => now };
  const devices = new HeardDevices(clock);
  const hear = (peer: string, from: string, address: string, ttlS = 100) =>
    devices.hear(
      { peer, kind: 'peer', addresses: ttlS === 0 ? [] : [address], ttlS },
      { from, interfaceName: 'eth0', linkKey: 'eth0' },
    );
  return { clock, devices, hear, advance: (ms: number) => (now += ms) };
}

test('what is said again is no news; another address is, and so are goodbye and silence', () => {
  const { devices, hear, advance } = made();
  expect(hear('a', '10.0.0.1', '/1')).toBe('found');
  expect(hear('a', '10.0.0.1', '/1')).toBeUndefined();
  expect(hear('a', '10.0.0.1', '/2')).toBe('moved');
  expect(devices.get('a')?.addresses).toEqual(['/2']);
  expect(hear('a', '10.0.0.1', '', 0)).toBe('lost');
  expect(hear('a', '10.0.0.1', '', 0)).toBeUndefined();
  hear('a', '10.0.0.1', '/1', 10);
  hear('b', '10.0.0.2', '/1', 20);
  advance(10_000);
  // Not used any more from that moment on, whenever it is cleared away.
  expect(devices.get('a')).toBeUndefined();
  expect(devices.expire()).toEqual(['a']);
  expect(devices.forgetLink('eth0')).toEqual(['b']);
  expect(devices.size).toBe(0);
});

test('a liar adds a hint, and takes nothing away: neither by saying something else nor by a goodbye', () => {
  const { devices, hear } = made();
  hear('a', '10.0.0.1', '/true');
  expect(hear('a', '10.6.6.6', '/lie')).toBe('moved');
  expect(devices.get('a')?.addresses).toEqual(['/lie', '/true']);
  expect(hear('a', '10.6.6.6', '', 0)).toBeUndefined();
  expect(devices.get('a')?.addresses).toEqual(['/true']);
  for (let i = 0; i < 100; i += 1) hear('a', `10.6.6.${i}`, `/lie${i}`);
  hear('a', '10.0.0.1', '/true');
  expect(devices.get('a')?.addresses).toHaveLength(MAX_LAN_ORIGINS);
  expect(devices.get('a')?.addresses[0]).toBe('/true');
});

test('a flood from one address displaces itself, not those who are there', () => {
  const { devices, hear } = made();
  for (let i = 0; i < 50; i += 1) hear(`friend${i}`, `10.0.0.${i}`, '/1');
  for (let i = 0; i < 5_000; i += 1) hear(`flood${i}`, '10.6.6.6', '/1');
  expect(devices.size).toBe(MAX_LAN_DEVICES);
  for (let i = 0; i < 50; i += 1) expect(devices.get(`friend${i}`)).toBeDefined();
});

test('whoever sends without end is not read without end, and leaves the others their share', () => {
  const { clock, advance } = made();
  const allowance = new Allowance(clock, LAN_PACKETS);
  const taken = (from: string, times: number) =>
    Array.from({ length: times }, () => allowance.take(from)).filter(Boolean).length;
  expect(taken('10.6.6.6', 10_000)).toBe(LAN_PACKETS.each.burst);
  expect(taken('10.0.0.1', 10)).toBe(10);
  let all = LAN_PACKETS.each.burst + 10;
  for (let i = 0; i < 5_000; i += 1) all += taken(`10.1.${i >> 8}.${i & 255}`, 1);
  expect(all).toBe(LAN_PACKETS.inAll.burst);
  advance(1_000);
  expect(taken('10.0.0.1', 10)).toBe(10);
});

/** The relay as a stranger, a guest and a member find it, message by message. */
import { describe, expect, test } from 'vitest';
import type { Stream } from '@libp2p/interface';
import { RelayUsage } from '../../../rendezvous/relay/usage.ts';
import { RELAY } from '../../../rendezvous/limits.ts';
import { RELAY_SCOPE, RELAY_STATUS } from '../../../shared/wire/protocols.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { connect, reserve, takeCalls } from '../../support/raw-relay.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';
import { until } from '../../support/until.ts';

const { ok, permissionDenied, reservationRefused, limitExceeded, noReservation } = RELAY_STATUS;
const LIMITS = { linksPerAccount: 2, links: 3, bytesPerAccount: 1_000, bytes: 2_500 };
const HOUR = 3_600_000;
const A = new Uint8Array(32).fill(1);
const B = new Uint8Array(32).fill(2);

/** Registered, with a place, and willing. */
async function called(target: Parameters<typeof reserve>[1], name: string) {
  const person = new RawPerson(name);
  const home = await person.register(target);
  const streams: Stream[] = [];
  await takeCalls(person.device, (stream) => streams.push(stream));
  expect((await reserve(person.device, target)).status).toBe(ok);
  return { person, home, streams };
}

describe('a place', () => {
  test('is for whoever lives here and is signed in, one for each account', async () => {
    const { server, log } = await startTestServer({ relay: true });
    expect((await reserve(new RawDevice(), server)).status).toBe(permissionDenied);
    const guest = new RawPerson('guest');
    await guest.introduce(server);
    expect((await reserve(guest.device, server)).status).toBe(permissionDenied);
    const { person, home } = await called(server, 'owner');
    expect((await reserve(person.device, server)).status).toBe(ok);
    const caller = new RawDevice();
    expect((await connect(caller, server, person.device.id)).status).toBe(ok);
    // Another device takes over: the first one's place is gone.
    const second = new RawDevice();
    await person.login(server, 2n, second);
    expect((await connect(caller, server, person.device.id)).status).toBe(noReservation);
    await takeCalls(second, () => undefined);
    expect((await reserve(second, server)).status).toBe(ok);
    expect((await server.status()).relay).toMatchObject({ reservations: 1 });
    await home.close();
    expect(log()).not.toMatch(/owner|127\.0\.0\.1/);
  });

  test('ends with the sign-in, and there are so many', async () => {
    const { server } = await startTestServer({ relay: true, relayMaxReservations: 1 });
    const first = await called(server, 'first');
    const other = new RawPerson('other');
    await other.register(server);
    expect((await reserve(other.device, server)).status).toBe(reservationRefused);
    await first.home.ask('logout', {});
    expect((await reserve(other.device, server)).status).toBe(ok);
    expect((await connect(new RawDevice(), server, first.person.device.id)).status).toBe(noReservation);
  });

  test('is none where the operator has not turned it on', async () => {
    const { server } = await startTestServer();
    const person = new RawPerson('owner');
    const home = await person.greet(server);
    const { statement } = await home.ask('hello', { version: 1 });
    await person.registerOn(home);
    await expect(reserve(person.device, server)).rejects.toMatchObject({ name: 'UnsupportedProtocolError' });
    expect(Buffer.from(statement!.payload).includes(Buffer.from([0xb0, 0x04]))).toBe(false);
  });
});

describe('links', () => {
  test('of one account are so many; the next caller is told', async () => {
    const { server } = await startTestServer({ relay: true });
    const { person, streams } = await called(server, 'owner');
    const callers = Array.from({ length: 4 }, () => new RawDevice());
    for (let i = 0; i < RELAY.linksPerAccount; i += 1) {
      expect((await connect(callers[i % 4]!, server, person.device.id)).status).toBe(ok);
    }
    const refused = await connect(callers[0]!, server, person.device.id);
    expect(refused.status).toBe(limitExceeded);
    streams[0]!.abort(new Error('over'));
    await until('a place is free', async () => (await server.status()).relay!.links < RELAY.linksPerAccount);
    expect((await connect(callers[0]!, server, person.device.id)).status).toBe(ok);
  });

  test('carry bytes both ways and count them; what is used up is told before the end, for an hour', async () => {
    const clock = movableClock();
    const { server } = await startTestServer({ relay: true, relayMiBPerAccount: 0.125 }, { clock });
    const { person, home, streams } = await called(server, 'owner');
    const caller = new RawDevice();
    const link = await connect(caller, server, person.device.id);
    expect(link.message.limit?.data).toBe(131_072n);
    const there = streams[0]!;
    const got = { there: 0, here: 0 };
    there.addEventListener('message', ({ data }) => (got.there += data.byteLength));
    link.stream.addEventListener('message', ({ data }) => (got.here += data.byteLength));
    const order: string[] = [];
    home.onPush((push) => push.relayLimit !== undefined && order.push('told'));
    there.addEventListener('close', () => order.push('ended'));
    link.stream.send(new Uint8Array(30_000));
    there.send(new Uint8Array(40_000));
    await until('both have it', () => got.there === 30_000 && got.here === 40_000);
    expect((await server.status()).relay).toMatchObject({ links: 1, bytes: 70_000 });
    link.stream.send(new Uint8Array(70_000));
    const { scope, retryAfterMs } = await home.pushed('relayLimit');
    expect(scope).toBe(RELAY_SCOPE.account);
    expect(Number(retryAfterMs)).toBeGreaterThan(HOUR - 60_000);
    await until('the link is over', () => there.status !== 'open' && link.stream.status !== 'open');
    expect(order).toEqual(['told', 'ended']);
    expect((await connect(caller, server, person.device.id)).status).toBe(limitExceeded);
    clock.advance(HOUR);
    expect((await reserve(person.device, server)).status).toBe(ok);
    expect((await connect(caller, server, person.device.id)).status).toBe(ok);
  });

  test('an address that asks without end is told so', async () => {
    const { server } = await startTestServer({ relay: true });
    const stranger = new RawDevice();
    const statuses = new Set<number | undefined>();
    for (let i = 0; i <= RELAY.rate.burst + 5; i += 1) statuses.add((await reserve(stranger, server)).status);
    expect([...statuses]).toEqual([permissionDenied, limitExceeded]);
  });
});

describe('what is used', () => {
  test('counts for each account and for the server, within an hour that begins with the first byte', () => {
    const usage = new RelayUsage(LIMITS);
    expect(usage.count([A, B], 600, 0)).toBeUndefined();
    expect(usage.left([A], 0)).toBe(400);
    expect(usage.count([A], 400, 10)).toEqual({ scope: 'account', account: A, retryAfterMs: HOUR - 10 });
    expect(usage.refuses([B], 20)).toBeUndefined();
    expect(usage.refuses([B, A], 20)).toMatchObject({ scope: 'account', account: A });
    expect(usage.left([A], 20)).toBe(1);
    expect(usage.count([B], 300, HOUR - 1)).toBeUndefined();
    expect(usage.refuses([A], HOUR)).toBeUndefined();
    expect(usage.bytes(HOUR)).toBe(0);
    for (const each of [3, 4, 5]) usage.count([new Uint8Array(32).fill(each)], 800, HOUR);
    expect(usage.count([new Uint8Array(32).fill(6)], 200, HOUR)).toMatchObject({ scope: 'server' });
    expect(usage.refuses([A], HOUR + 1)).toMatchObject({ scope: 'server', retryAfterMs: HOUR - 1 });
  });

  test('links are counted for both who live here, and given back', () => {
    const usage = new RelayUsage(LIMITS);
    usage.begin([A, B]);
    usage.begin([A]);
    expect(usage.refuses([A], 0)).toMatchObject({ scope: 'account', account: A });
    expect(usage.refuses([B], 0)).toBeUndefined();
    usage.begin([B]);
    expect(usage.refuses([new Uint8Array(32)], 0)).toMatchObject({ scope: 'server' });
    usage.end([A, B]);
    usage.end([A]);
    expect([usage.links, usage.linksOf(A), usage.linksOf(B)]).toEqual([1, 0, 1]);
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { PeerHost } from '../../../node/net/ports.ts';
import { hmacSha256 } from '../../../shared/crypto/hash.ts';
import { toHex } from '../../../shared/ids.ts';
import { MAX_DHT_RECORD_BYTES, checkDhtRecord } from '../../../shared/net/dht.ts';
import { AddressRecord } from '../../../shared/wire/generated/identity.js';
import type { Signed } from '../../../shared/wire/generated/identity.js';
import { getRecord, putRecord } from '../../net/hostile-records.ts';
import { RawDevice } from '../../support/raw-client.ts';
import { startHost } from './hosts.ts';
import { startServer } from './servers.ts';
import type { TestServer } from './servers.ts';

const DAY_MS = 86_400_000;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const recordOf = (sequence: bigint): Signed => ({
  payload: AddressRecord.encode({
    version: 1,
    account: new Uint8Array(32),
    device: new Uint8Array(38),
    epoch: 1n,
    addresses: ['/ip4/192.0.2.1/tcp/4001'],
    sequence,
    issuedAt: 1n,
    expiresAt: 2n,
  }),
  signature: new Uint8Array(64).fill(3),
});

const keyAt = (addressKey: Uint8Array, wall: number): Uint8Array => {
  const day = new Uint8Array(4);
  new DataView(day.buffer).setUint32(0, Math.floor(wall / DAY_MS));
  return utf8(`/miyu-address/${toHex(hmacSha256(addressKey, day))}`);
};

/** A peer that knows the server as a neighbour in the DHT. */
async function join(server: TestServer, wall = Date.now()): Promise<PeerHost> {
  const clock = { wall: () => wall, monotonic: () => performance.now() };
  const host = await startHost({ dht: true, clock });
  await host.rendezvous.connect(server.home);
  const ready = randomBytes(32);
  await vi.waitFor(async () => expect(await host.hints.publish(ready, recordOf(1n))).toMatchObject({ isKept: true }), {
    timeout: 10_000,
  });
  return host;
}

describe('address hints', () => {
  it('put by one peer are found by another who has the key, and by nobody without', async () => {
    const server = await startServer();
    const [a, b] = [await join(server), await join(server)];
    const addressKey = randomBytes(32);
    expect(await a.hints.publish(addressKey, recordOf(1n))).toEqual({ isKept: true, missed: [] });
    const found = await b.hints.find(addressKey);
    expect(found?.payload).toEqual(recordOf(1n).payload);
    expect(found?.signature).toEqual(recordOf(1n).signature);
    expect(await b.hints.find(randomBytes(32))).toBeUndefined();
  });

  it('are sealed and lie at another place each day; yesterday is still found', async () => {
    const server = await startServer();
    const wall = Date.now();
    const [a, b, c] = [
      await join(server, wall),
      await join(server, wall + DAY_MS),
      await join(server, wall + 3 * DAY_MS),
    ];
    const addressKey = randomBytes(32);
    await a.hints.publish(addressKey, recordOf(1n));
    const values: Uint8Array[] = [];
    for await (const event of server.node.services.dht.get(keyAt(addressKey, wall))) {
      if (event.name === 'VALUE') values.push(event.value);
    }
    expect(values.length).toBe(1);
    expect(Buffer.from(values[0]!).includes('192.0.2.1')).toBe(false);
    expect((await b.hints.find(addressKey))?.payload).toEqual(recordOf(1n).payload);
    expect(await c.hints.find(addressKey)).toBeUndefined();
  });

  it('are the newest of those that open, whatever garbage lies beside them', async () => {
    const server = await startServer();
    const second = await startServer();
    await server.node.dial(second.node.getMultiaddrs());
    const [a, b] = [await join(server), await join(server)];
    const addressKey = randomBytes(32);
    const key = keyAt(addressKey, Date.now());
    // Somebody who keeps the record replaces it everywhere: a denied hint, not a false one.
    await a.hints.publish(addressKey, recordOf(1n));
    await Array.fromAsync(server.node.services.dht.put(key, randomBytes(200)));
    expect(await b.hints.find(addressKey)).toBeUndefined();
    await a.hints.publish(addressKey, recordOf(2n));
    expect((await b.hints.find(addressKey))?.payload).toEqual(recordOf(2n).payload);
  });

  it('end in nothing, in time, without a neighbour or when aborted', async () => {
    const alone = await startHost({ dht: true });
    const addressKey = randomBytes(32);
    expect(await alone.hints.publish(addressKey, recordOf(1n), { timeoutMs: 300 })).toEqual({
      isKept: false,
      missed: [],
    });
    await expect(alone.hints.find(addressKey, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
    const without = await startHost();
    expect(await without.hints.publish(addressKey, recordOf(1n))).toEqual({ isKept: false, missed: [] });
    expect(await without.hints.find(addressKey)).toBeUndefined();
  });
});

describe('what a node of the DHT keeps', () => {
  const key = utf8(`/miyu-address/${'0'.repeat(64)}`);

  it('is bounded in size and kind', () => {
    expect(() => checkDhtRecord(key, new Uint8Array(MAX_DHT_RECORD_BYTES))).not.toThrow();
    expect(() => checkDhtRecord(key, new Uint8Array(MAX_DHT_RECORD_BYTES + 1))).toThrow('record-invalid');
    expect(() => checkDhtRecord(key, new Uint8Array(0))).toThrow('record-invalid');
    for (const other of ['/miyu-address/x', '/pk/abc', `/miyu-address/${'0'.repeat(64)}/more`, 'nonsense']) {
      expect(() => checkDhtRecord(utf8(other), new Uint8Array(1))).toThrow('record-invalid');
    }
  });

  it('does not grow by what strangers put', async () => {
    const server = await startServer();
    const connection = await (await new RawDevice().node()).dial(server.node.getMultiaddrs());
    expect(await putRecord(connection, key, MAX_DHT_RECORD_BYTES + 1)).toBe(false);
    const nothing = (await getRecord(connection, key)).length;
    expect(await putRecord(connection, key, MAX_DHT_RECORD_BYTES)).toBe(true);
    expect((await getRecord(connection, key)).length).toBeGreaterThan(nothing + MAX_DHT_RECORD_BYTES);
  });
});

/** The raw limits that our figures stand beside, measured in the same processes: a bare libp2p echo and a synced put. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { multiaddr } from '@multiformats/multiaddr';
import { Level } from 'level';
import { createLibp2p, type Libp2p } from 'libp2p';
import { systemRandom } from '../../shared/crypto/random.ts';
import { commonOptions, SERVER_LIMITS } from '../../shared/net/libp2p.ts';

const ECHO_PROTOCOL = '/miyu/bench-echo/1.0.0';

export const microseconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1_000;

export const bareNode = async (listen: readonly string[]): Promise<Libp2p> =>
  createLibp2p(await commonOptions({ seed: systemRandom(32), listen, limits: SERVER_LIMITS }));

/** A node that sends back every chunk, by way of `puts` where they are given: on disk before it leaves. */
export async function startEcho(puts?: Puts): Promise<{ address: string; stop: () => Promise<void> }> {
  const node = await bareNode(['/ip4/127.0.0.1/tcp/0']);
  await node.handle(ECHO_PROTOCOL, (stream) => {
    stream.addEventListener('message', (event) => {
      if (puts === undefined) stream.send(event.data);
      else void puts.put().then(() => stream.send(event.data));
    });
  });
  return { address: node.getMultiaddrs()[0]?.toString() ?? '', stop: async () => node.stop() };
}

/** Round trips of `bytes` over one stream, one after another, each behind a put where `puts` are given: microseconds each. */
export async function openEcho(address: string, bytes: number, puts?: Puts) {
  const node = await bareNode([]);
  const connection = await node.dial(multiaddr(address));
  const stream = await connection.newStream(ECHO_PROTOCOL);
  const payload = systemRandom(bytes);
  let got = 0;
  let arrived: () => void = () => undefined;
  stream.addEventListener('message', (event) => {
    got += event.data.byteLength;
    if (got >= bytes) arrived();
  });
  return {
    async measure(count: number): Promise<number[]> {
      const times: number[] = [];
      for (let i = 0; i < count; i += 1) {
        got = 0;
        const back = new Promise<void>((resolve) => {
          arrived = resolve;
        });
        const start = process.hrtime.bigint();
        if (puts !== undefined) await puts.put();
        stream.send(payload);
        await back;
        times.push(microseconds(start));
      }
      return times;
    },
    stop: async () => node.stop(),
  };
}

export type Puts = Awaited<ReturnType<typeof openPuts>>;

/** Synced puts of `bytes` into a LevelDB of its own in `folder`, one after another: microseconds each. */
export async function openPuts(folder: string, bytes: number) {
  const own = mkdtempSync(join(folder, 'puts-'));
  const db = new Level<Uint8Array, Uint8Array>(own, { keyEncoding: 'view', valueEncoding: 'view' });
  await db.open();
  let key = 0;
  const put = async (): Promise<void> => {
    key += 1;
    const name = new TextEncoder().encode(key.toString().padStart(12, '0'));
    await db.put(name, systemRandom(bytes), { sync: true });
  };
  return {
    put,
    async measure(count: number): Promise<number[]> {
      const times: number[] = [];
      for (let i = 0; i < count; i += 1) {
        const start = process.hrtime.bigint();
        await put();
        times.push(microseconds(start));
      }
      return times;
    },
    async stop(): Promise<void> {
      await db.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/**
 * The raw limit of a drain: rows of a bare LevelDB over a bare libp2p stream, a page a question, each page deleted in one synced
 * batch when the next is asked for. No envelope, no frame, no number, no receipt.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { multiaddr } from '@multiformats/multiaddr';
import { Level } from 'level';
import { systemRandom } from '../../shared/crypto/random.ts';
import { bareNode, microseconds } from './probes.ts';

const PROTOCOL = '/miyu/bench-mailbox/1.0.0';
const FILL_STEP = 1_000;

const keyOf = (index: number): Uint8Array => new TextEncoder().encode(index.toString().padStart(48, '0'));

/** A far end with rows of `bytes`, `perPage` of them a page. */
export async function startRawMailbox(folder: string, bytes: number, perPage: number) {
  const own = mkdtempSync(join(folder, 'rows-'));
  const db = new Level<Uint8Array, Uint8Array>(own, { keyEncoding: 'view', valueEncoding: 'view' });
  await db.open();
  const node = await bareNode(['/ip4/127.0.0.1/tcp/0']);
  let before: Uint8Array[] = [];
  const page = async (): Promise<Uint8Array> => {
    if (before.length > 0)
      await db.batch(
        before.map((key) => ({ type: 'del', key })),
        { sync: true },
      );
    const rows = await db.iterator({ limit: perPage }).all();
    before = rows.map(([key]) => key);
    return Buffer.concat(rows.map(([, value]) => value));
  };
  await node.handle(PROTOCOL, (stream) => {
    stream.addEventListener('message', () => {
      void page().then((rows) => stream.send(rows.length === 0 ? new Uint8Array(1) : rows));
    });
  });
  return {
    address: node.getMultiaddrs()[0]?.toString() ?? '',
    fill: async (count: number): Promise<void> => {
      for (let at = 0; at < count; at += FILL_STEP) {
        const rows = Array.from({ length: Math.min(FILL_STEP, count - at) }, (_, i) => at + i);
        const value = (): Uint8Array => systemRandom(bytes);
        await db.batch(
          rows.map((i) => ({ type: 'put', key: keyOf(i), value: value() })),
          { sync: true },
        );
      }
    },
    stop: async (): Promise<void> => {
      await node.stop();
      await db.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** The near end: takes all that is there, a page after another. */
export async function openRawMailbox(address: string, bytes: number, perPage: number) {
  const node = await bareNode([]);
  const connection = await node.dial(multiaddr(address));
  const stream = await connection.newStream(PROTOCOL);
  let got = 0;
  let expected = 0;
  let arrived: () => void = () => undefined;
  stream.addEventListener('message', (event) => {
    got += event.data.byteLength;
    if (got >= expected) arrived();
  });
  const ask = async (rows: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    got = 0;
    expected = rows === 0 ? 1 : rows * bytes;
    arrived = () => resolve(undefined);
    stream.send(new Uint8Array(1));
    await promise;
  };
  return {
    /** Microseconds for all of them, until the last page is deleted too. */
    async drain(count: number): Promise<number> {
      const start = process.hrtime.bigint();
      for (let left = count; left > 0; left -= perPage) await ask(Math.min(left, perPage));
      await ask(0);
      return microseconds(start);
    },
    stop: async () => node.stop(),
  };
}

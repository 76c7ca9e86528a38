/** Loads a peer's store with pairs of rows and an event each, and writes each number once acknowledged, until it is killed. */
import { writeSync } from 'node:fs';
import { openPeerStore } from '../../node/store/store.ts';

const store = await openPeerStore(process.argv[2]!, Buffer.from(process.argv[3]!, 'hex'));
let next = 0n;

async function writer(): Promise<never> {
  for (;;) {
    const number = (next += 1n);
    const id = Buffer.from(`friend-${number % 3n}`);
    await store.commit([
      { op: 'insert', table: 'history', id, seq: number, value: Buffer.alloc(Number(number % 2000n), 7) },
      { op: 'insert', table: 'outbox', id, seq: number, value: Buffer.from(number.toString()) },
      { op: 'event', value: Buffer.from(number.toString()) },
    ]);
    writeSync(1, `${number}\n`);
  }
}
await Promise.all(Array.from({ length: 16 }, writer));

/** Loads a server's store with pairs of rows, and writes each pair's number once it is acknowledged, until it is killed. */
import { writeSync } from 'node:fs';
import { openLevelStore } from '../../rendezvous/store/level-store.ts';

const store = await openLevelStore(process.argv[2]!);
let next = Number(process.argv[3] ?? 0);

async function writer(): Promise<never> {
  for (;;) {
    const number = (next += 1);
    const key = Buffer.alloc(8);
    key.writeBigUInt64BE(BigInt(number));
    await store.transact([`pair:${number % 7}`], (tx) => {
      tx.put('mail', key, Buffer.alloc(number % 2000, number));
      tx.put('names', key, key);
    });
    writeSync(1, `${number}\n`);
  }
}
await Promise.all(Array.from({ length: 16 }, writer));

/** Scenario row 17 at the relay: devices that are called and never read, and callers that send all they can. */
import type { Stream } from '@libp2p/interface';
import { expect, test } from 'vitest';
import { RELAY } from '../../rendezvous/limits.ts';
import { RELAY_STATUS } from '../../shared/wire/protocols.ts';
import { startProcess } from '../rendezvous/server/process.ts';
import { RawDevice, RawPerson } from '../support/raw-client.ts';
import { connect, reserve, takeCalls } from '../support/raw-relay.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { CAN_LOOK, collectOnSignal, MAX_BYTES_PER_HOSTILE_PEER, MiB, settledBytes } from './victim.ts';

const CALLED = 4;
const SETTINGS = ['--relay', '--accept-per-address', '1000', '--accept-total', '1000'];
const CHUNK = new Uint8Array(32 * 1024);

/** Sends as long as it may, and goes on when it may again. @returns what has left so far */
function pour(stream: Stream): () => number {
  let bytes = 0;
  const more = (): void => {
    while (stream.writeStatus === 'writable' && !stream.writableNeedsDrain) {
      stream.send(CHUNK);
      bytes += CHUNK.length;
    }
  };
  stream.addEventListener('drain', () => queueMicrotask(more));
  more();
  return () => bytes - stream.writeBufferLength;
}

test.skipIf(!CAN_LOOK)(
  'a device that never reads what is relayed to it costs the server a bounded amount; the link lives, and nothing in it is lost',
  async () => {
    collectOnSignal();
    const { target, child } = await startProcess(await temporaryFolder(), SETTINGS);
    const pid = child.pid!;
    const unread: Stream[] = [];
    const people: RawPerson[] = [];
    for (let i = 0; i < CALLED; i += 1) {
      const person = new RawPerson(`called-${String(i)}`);
      await person.register(target);
      await takeCalls(person.device, (stream) => {
        stream.pause();
        unread.push(stream);
      });
      expect((await reserve(person.device, target)).status).toBe(RELAY_STATUS.ok);
      people.push(person);
    }
    const callers = people.map(() => new RawDevice());
    for (const caller of callers) await caller.open(target, '/miyu/statement/1.0.0');
    const before = await settledBytes(pid);

    const poured: (() => number)[] = [];
    for (const [i, person] of people.entries()) {
      for (let n = 0; n < RELAY.linksPerAccount; n += 1) {
        const { status, stream } = await connect(callers[i]!, target, person.device.id);
        expect(status).toBe(RELAY_STATUS.ok);
        poured.push(pour(stream));
      }
    }
    const sent = (): number => poured.reduce((sum, bytes) => sum + bytes(), 0);
    let last = -1;
    await until('nothing moves any more', () => last === (last = sent()), { everyMs: 500, timeoutMs: 60_000 });
    const perPeer = ((await settledBytes(pid)) - before) / CALLED;
    console.log(
      `relay: ${(perPeer / MiB).toFixed(1)} MiB for each device that never reads ${String(RELAY.linksPerAccount)} links; ` +
        `${(sent() / unread.length / 1024).toFixed(0)} KiB of each have left their senders`,
    );
    expect(perPeer).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    expect(unread.every(({ status }) => status === 'open')).toBe(true);

    // One of them reads again: what was held flows, and more behind it.
    const [stream] = unread;
    let received = 0;
    stream!.addEventListener('message', ({ data }) => (received += data.byteLength));
    stream!.resume();
    await until('it flows', () => received > 4 * MiB, { timeoutMs: 60_000 });
  },
  240_000,
);

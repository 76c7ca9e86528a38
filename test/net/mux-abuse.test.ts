/**
 * Scenario rows 1 and 3 below and at the protocols of both programs: streams opened and reset without end, more bytes than the
 * window has, spoiled messages. The hostile lose their streams or connections; the others notice nothing.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '@libp2p/interface';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MiyuError } from '../../shared/errors.ts';
import { joinFrames } from '../../shared/net/framing.ts';
import { encodePush, encodeRequest } from '../../shared/net/messages.ts';
import { STREAM_WINDOW_BYTES } from '../../shared/wire/limits.ts';
import { RENDEZVOUS_PROTOCOL } from '../../shared/wire/protocols.ts';
import { startProcess } from '../rendezvous/server/process.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { RawDevice, RawPerson } from '../support/raw-client.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { badBytes } from './bad-bytes.ts';
import { HostileFriend } from './hostile-friend.ts';
import type { HostileLink } from './hostile-friend.ts';
import { PROMPT_MS, Waits } from './promptness.ts';
import { CAN_LOOK, collectOnSignal, MAX_BYTES_PER_HOSTILE_PEER, MiB, settledBytes } from './victim.ts';
import { chatMessages, frames, requests } from './wire-examples.ts';

const WELCOME = ['--accept-per-address', '1000', '--accept-total', '1000'];
const RESETS = 1_000;
const AT_ONCE = 50;
/** Behind the greatest window that a stream of ours may have. */
const PASSING_BYTES = STREAM_WINDOW_BYTES + 64 * 1024;

/** Opens streams and resets each at once. @returns how many were opened */
async function resetFlood(connection: Connection, times: number): Promise<number> {
  let opened = 0;
  for (let i = 0; i < times; i += AT_ONCE) {
    const outcomes = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, async () => {
        const stream = await connection.newStream(RENDEZVOUS_PROTOCOL, { maxOutboundStreams: 10_000 });
        opened += 1;
        stream.abort(new Error('and gone'));
      }),
    );
    if (outcomes.every(({ status }) => status === 'rejected') && connection.status !== 'open') break;
  }
  return opened;
}

/**
 * Data of a stream past every check of our own side. yamux: version 0, type 0 (data), no flags (u16), stream, length; then the
 * bytes.
 */
function sendRaw(connection: Connection, streamId: number, length: number): void {
  const header = new DataView(new ArrayBuffer(12));
  header.setUint32(4, streamId);
  header.setUint32(8, length);
  const { muxer } = connection as unknown as {
    readonly muxer: { readonly maConn: { send(data: Uint8Array): boolean } };
  };
  muxer.maConn.send(new Uint8Array(header.buffer));
  muxer.maConn.send(new Uint8Array(length));
}

test.skipIf(!CAN_LOOK)(
  'a server bears resets without end and a window that is passed',
  async () => {
    collectOnSignal();
    const { child, target } = await startProcess(await temporaryFolder(), WELCOME);
    const pid = child.pid!;
    const honest = await new RawPerson('honest').register(target);
    const device = new RawDevice();
    const { connection } = await device.open(target);
    await resetFlood(connection, AT_ONCE);
    const before = await settledBytes(pid);

    const waits = new Waits();
    let opened = 0;
    for (let i = 0; i < RESETS; i += 5 * AT_ONCE) {
      opened += await resetFlood(connection, 5 * AT_ONCE);
      await waits.of(() => honest.ask('ping', {}));
    }

    // More than the window in one piece: the multiplexer gives the whole connection up.
    const other = new RawDevice();
    const { connection: passing, stream } = await other.open(target);
    const { streamId } = stream as unknown as { readonly streamId: number };
    sendRaw(passing, streamId, PASSING_BYTES);
    await until('the connection that passed its window is over', () => passing.status !== 'open');
    await waits.of(() => honest.ask('ping', {}));
    await waits.of(() => new RawPerson('newcomer').register(target));

    const grown = (await settledBytes(pid)) - before;
    console.log(`${opened} streams opened and reset: ${(grown / MiB).toFixed(1)} MiB; ${waits.toString()}`);
    expect(opened).toBeGreaterThan(AT_ONCE);
    expect(grown).toBeLessThan(MAX_BYTES_PER_HOSTILE_PEER);
    expect(waits.longestMs).toBeLessThan(PROMPT_MS);
    expect(child.exitCode).toBeNull();
  },
  60_000,
);

test('a peer bears spoiled messages by a friend, each on a link of its own', async () => {
  const server = await startServer(...WELCOME);
  const victim = await registerPeer('victim', server);
  const honest = await registerPeer('honest', server);
  await befriend(victim, honest);
  const hostile = await HostileFriend.of(victim, server, 'spoiling');
  const bodies = chatMessages.map(([, bytes]) => bytes);
  const spoiled = fc.oneof(
    badBytes(bodies).map((bytes) => joinFrames([encodePush(bytes)])),
    badBytes(bodies).map((bytes) => joinFrames([encodeRequest(7, bytes)])),
    badBytes(requests.map(([, bytes]) => bytes)).map((bytes) => joinFrames([encodePush(bytes)])),
    badBytes([joinFrames(frames)]),
  );
  let link: HostileLink | undefined;
  let links = 0;
  await fc.assert(
    fc.asyncProperty(spoiled, async (bytes) => {
      if (link?.stream.status !== 'open') {
        link = await hostile.link();
        links += 1;
      }
      link.stream.send(bytes);
      // A link that goes on says that it knows no such request; one that is over, or waits for the rest of a frame, does not.
      const outcome = await link.channel.request(Uint8Array.of(1), { timeoutMs: 250 }).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(MiyuError);
      if ((outcome as MiyuError).code !== 'unknown-request') link.stream.abort(new Error('over'));
    }),
    { numRuns: 100, interruptAfterTimeLimit: 20_000 },
  );
  expect(links).toBeGreaterThan(1);
  const message = await honest.send(victim, 'still here');
  await honest.hasState(victim, message, 'delivered', 'read');
  await victim.has(honest, ['still here']);
  // What a stranger sends is no defect of ours.
  expect(await readFile(join(victim.profile, 'log', 'peer.log'), 'utf8')).not.toContain('"event":"fault"');
  expect(victim.process.child.exitCode).toBeNull();
  expect((await victim.api.call('status')).state).toBe('online');
}, 60_000);

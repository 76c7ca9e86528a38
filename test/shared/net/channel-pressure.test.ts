import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { MiyuError } from '../../../shared/errors.ts';
import { decodeMessage, encodeRequest } from '../../../shared/net/messages.ts';
import { FrameSplitter, joinFrames } from '../../../shared/net/framing.ts';
import { acceptChannels, gate, openChannel, openStream, startPair } from './nodes.ts';
import { PATIENCE } from '../../support/until.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error as MiyuError).code,
  );

describe('back-pressure', () => {
  it('bounds what a slow consumer holds, and loses nothing', async () => {
    const { listener, connection } = await startPair();
    const release = gate();
    let received = 0;
    const done = gate();
    const total = 400;
    const accepted = await acceptChannels(listener, {
      limits: { readHighWaterBytes: 256 * 1024, readLowWaterBytes: 32 * 1024 },
      onPush: async () => {
        await release.opened;
        received += 1;
        if (received === total) done.open();
      },
    });
    const channel = await openChannel(connection);
    const sending = Promise.all(Array.from({ length: total }, () => channel.pushed(new Uint8Array(64 * 1024))));
    const reader = await accepted.next();
    // The sender gets stuck: its writer stays full, and what the reader holds at the mark and one window.
    await vi.waitFor(() => expect(reader.heldBytes.read).toBeGreaterThan(256 * 1024), PATIENCE);
    for (let i = 0; i < 200; i += 1) await nextTurn();
    expect(channel.writable).toBe(false);
    expect(reader.heldBytes.read).toBeLessThan(256 * 1024 + 2 * 512 * 1024);
    expect(channel.heldBytes.write).toBeLessThanOrEqual(2 * 1024 * 1024);
    release.open();
    await sending;
    await done.opened;
    await vi.waitFor(() => expect(reader.heldBytes.read).toBe(0), PATIENCE);
  });

  it('bounds what waits for a peer that never reads, and ends the link at twice the mark', async () => {
    const { listener, connection } = await startPair();
    await listener.handle('/miyu/test/1.0.0', (stream) => stream.pause());
    const channel = await openChannel(connection, { limits: { writeHighWaterBytes: 64 * 1024 } });
    let pushed = 0;
    const flood = async (): Promise<void> => {
      while (pushed < 10_000) {
        channel.push(new Uint8Array(1_000));
        pushed += 1;
        if (pushed % 20 === 0) await nextTurn();
        expect(channel.heldBytes.write).toBeLessThanOrEqual(128 * 1024);
      }
    };
    await expect(flood()).rejects.toMatchObject({ code: 'link-closed' });
    // Windows and socket buffers took some; far less than was there to send.
    expect(pushed).toBeLessThan(5_000);
    expect(await channel.closed).toMatchObject({ code: 'link-closed' });
  });

  it('lets go of everyone who waits for room when the link ends', async () => {
    const { listener, connection } = await startPair();
    await listener.handle('/miyu/test/1.0.0', (stream) => stream.pause());
    const channel = await openChannel(connection, { limits: { writeHighWaterBytes: 64 * 1024 } });
    const waiting: Promise<unknown>[] = [];
    for (let i = 0; i < 100; i += 1) waiting.push(codeOf(channel.pushed(new Uint8Array(20_000))));
    // Stuck for good once the windows and socket buffers are full.
    for (let i = 0; i < 100; i += 1) await nextTurn();
    expect(channel.writable).toBe(false);
    waiting.push(codeOf(channel.ready()), codeOf(channel.request(bytes('x'))));
    channel.abort(new MiyuError('aborted'));
    const codes = await Promise.all(waiting);
    expect(codes.slice(-2)).toEqual(['link-closed', 'link-closed']);
    expect(codes).toContain('link-closed');
  });

  it('asks an asker who does not read to come back, with bounded memory', async () => {
    const { listener, connection } = await startPair();
    const faults: unknown[] = [];
    let asked = 0;
    const accepted = await acceptChannels(listener, {
      limits: { writeHighWaterBytes: 128 * 1024 },
      onRequest: async () => {
        asked += 1;
        return new Uint8Array(100_000);
      },
      onFault: (error) => faults.push(error),
    });
    const stream = await openStream(connection);
    stream.pause();
    stream.send(joinFrames(Array.from({ length: 200 }, (_, i) => encodeRequest(i + 1, bytes('more')))));
    const channel = await accepted.next();
    await vi.waitFor(() => expect(asked).toBe(200), PATIENCE);
    await nextTurn();
    expect(channel.heldBytes.write).toBeLessThanOrEqual(256 * 1024);

    // When it reads at last, every request has its answer: some the body, the others 'busy'.
    const answers: string[] = [];
    const splitter = new FrameSplitter(256 * 1024);
    const all = gate();
    stream.addEventListener('message', ({ data }) => {
      splitter.feed(data.subarray(), (frame) => {
        const message = decodeMessage(frame);
        answers.push(message.type === 'refusal' ? message.error.code : message.type);
        if (answers.length === 200) all.open();
        return true;
      });
    });
    stream.resume();
    await all.opened;
    expect(new Set(answers)).toEqual(new Set(['response', 'busy']));
    expect(faults).toEqual([]);
  });
});

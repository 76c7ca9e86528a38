import { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { MiyuError } from '../../../shared/errors.ts';
import { createChannel } from '../../../shared/net/channel.ts';
import { joinFrames } from '../../../shared/net/framing.ts';
import { bytesOfPeerId } from '../../../shared/net/peers.ts';
import { acceptChannels, gate, openChannel, openStream, startPair } from './nodes.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (body: Uint8Array): string => new TextDecoder().decode(body);
const echo = async (body: Uint8Array): Promise<Uint8Array> => body;
const forever = (): Promise<never> => Promise.withResolvers<never>().promise;
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error as MiyuError).code,
  );

describe('requests', () => {
  it('answers, and tells both sides who the other is', async () => {
    const { dialler, listener, connection } = await startPair();
    const accepted = await acceptChannels(listener, { onRequest: echo });
    const channel = await openChannel(connection);
    expect(text(await channel.request(bytes('hello')))).toBe('hello');
    expect(channel.remotePeer).toEqual(bytesOfPeerId(listener.peerId));
    expect((await accepted.next()).remotePeer).toEqual(bytesOfPeerId(dialler.peerId));
  });

  it('handles them concurrently and keeps the answers apart', async () => {
    const { listener, connection } = await startPair();
    const release = gate();
    await acceptChannels(listener, {
      onRequest: async (body) => {
        if (text(body) === 'slow') await release.opened;
        return body;
      },
    });
    const channel = await openChannel(connection);
    const slow = channel.request(bytes('slow'));
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => channel.request(bytes(`n${i}`))));
    expect(answers.map(text)).toEqual(Array.from({ length: 200 }, (_, i) => `n${i}`));
    release.open();
    expect(text(await slow)).toBe('slow');
  });

  it('writes to the socket once for a request and once for its answer', async () => {
    const { listener, connection } = await startPair();
    await acceptChannels(listener, { onRequest: echo });
    const channel = await openChannel(connection);
    // Behind what opening a connection and a stream brings with it.
    for (let i = 0; i < 20; i += 1) await channel.request(bytes('warm'));
    const write = vi.spyOn(Socket.prototype, 'write');
    for (let i = 0; i < 20; i += 1) await channel.request(bytes(`lone ${i}`));
    // A ping of the muxer may fall in between.
    expect(write.mock.calls.length).toBeGreaterThanOrEqual(40);
    expect(write.mock.calls.length).toBeLessThanOrEqual(44);
  });

  it('works in both directions of one stream, with the largest bodies', async () => {
    const { listener, connection } = await startPair();
    const accepted = await acceptChannels(listener, { onRequest: echo });
    const channel = await openChannel(connection, { onRequest: async () => bytes('from the dialler') });
    const body = new Uint8Array(256 * 1024 - 32).fill(5);
    expect(await channel.request(body)).toEqual(body);
    expect(text(await (await accepted.next()).request(bytes('you?')))).toBe('from the dialler');
    await expect(channel.request(new Uint8Array(256 * 1024))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('turns a MiyuError of the wire into its refusal with field, detail and retry time', async () => {
    const { listener, connection } = await startPair();
    await acceptChannels(listener, {
      onRequest: async () => {
        throw new MiyuError('rate-limited', { field: 'name', detail: 7, retryAfterMs: 1_500 });
      },
    });
    const channel = await openChannel(connection);
    await expect(channel.request(bytes('x'))).rejects.toMatchObject({
      code: 'rate-limited',
      field: 'name',
      detail: 7,
      retryAfterMs: 1_500,
    });
  });

  it('turns any other exception into server-fault, tells its own side, and leaks nothing', async () => {
    const { listener, connection } = await startPair();
    const faults: unknown[] = [];
    await acceptChannels(listener, {
      onRequest: async (body) => {
        throw text(body) === 'local' ? new MiyuError('store-failed') : new Error('secret path');
      },
      onFault: (error) => faults.push(error),
    });
    const channel = await openChannel(connection);
    const error = await channel.request(bytes('x')).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'server-fault' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret path');
    await expect(channel.request(bytes('local'))).rejects.toMatchObject({ code: 'server-fault' });
    expect(faults).toMatchObject([{ message: 'secret path' }, { code: 'store-failed' }]);
  });

  it('refuses what nobody handles', async () => {
    const { listener, connection } = await startPair();
    await acceptChannels(listener, {});
    await expect((await openChannel(connection)).request(bytes('x'))).rejects.toMatchObject({
      code: 'unknown-request',
    });
  });

  it('shows a refusal number of a later version as refused', async () => {
    const { listener, connection } = await startPair();
    await listener.handle('/miyu/test/1.0.0', (stream) => {
      // Frame { type: 3, id: 1, refusal: { code: 60000 } }
      const frame = Uint8Array.of(0x08, 3, 0x10, 1, 0x22, 4, 0x08, 0xe0, 0xd4, 0x03);
      stream.addEventListener('message', () => stream.send(joinFrames([frame])));
    });
    await expect((await openChannel(connection)).request(bytes('x'))).rejects.toMatchObject({
      code: 'refused',
      detail: 60_000,
    });
  });

  it('refuses with busy beyond the open requests, and serves on afterwards', async () => {
    const { listener, connection } = await startPair();
    const release = gate();
    let running = 0;
    await acceptChannels(listener, {
      limits: { maxOpenRequests: 4 },
      onRequest: async (body) => {
        running += 1;
        await release.opened;
        return body;
      },
    });
    const channel = await openChannel(connection);
    const all = Array.from({ length: 6 }, (_, i) => codeOf(channel.request(bytes(`${i}`))));
    expect(await Promise.all(all.slice(4))).toEqual(['busy', 'busy']);
    expect(running).toBe(4);
    release.open();
    expect(await Promise.all(all.slice(0, 4))).toEqual(Array(4).fill('resolved'));
    expect(text(await channel.request(bytes('again')))).toBe('again');
  });

  it('waits for a place of its own, so that a burst of an honest asker is never refused', async () => {
    const { listener, connection } = await startPair();
    await acceptChannels(listener, { onRequest: echo, limits: { maxOpenRequests: 4 } });
    const channel = await openChannel(connection, { limits: { maxOpenRequests: 4 } });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => channel.request(bytes(`${i}`))));
    expect(answers.map(text)).toEqual(Array.from({ length: 100 }, (_, i) => `${i}`));
  });

  it('times out, can be aborted, and takes a late answer for what it is', async () => {
    const { listener, connection } = await startPair();
    const release = gate();
    await acceptChannels(listener, {
      onRequest: async (body) => {
        if (text(body) !== 'quick') await release.opened;
        return body;
      },
    });
    const channel = await openChannel(connection);
    const abort = new AbortController();
    const aborted = codeOf(channel.request(bytes('slow'), { signal: abort.signal }));
    expect(await codeOf(channel.request(bytes('slow'), { timeoutMs: 20 }))).toBe('timeout');
    abort.abort();
    expect(await aborted).toBe('aborted');
    expect(await codeOf(channel.request(bytes('slow'), { signal: AbortSignal.abort() }))).toBe('aborted');
    release.open();
    expect(text(await channel.request(bytes('quick')))).toBe('quick');
  });

  it('rejects what is open when the link ends, and tells handlers that nobody waits', async () => {
    const { listener, connection } = await startPair();
    const seen: AbortSignal[] = [];
    const called = gate();
    const accepted = await acceptChannels(listener, {
      onRequest: (_, { signal }) => {
        seen.push(signal);
        called.open();
        return forever();
      },
    });
    const channel = await openChannel(connection);
    const open = codeOf(channel.request(bytes('x')));
    await called.opened;
    channel.abort(new MiyuError('aborted'));
    expect(await open).toBe('link-closed');
    expect(await codeOf(channel.request(bytes('x')))).toBe('link-closed');
    await (
      await accepted.next()
    ).closed;
    expect(seen[0]?.aborted).toBe(true);
  });
});

describe('pushes', () => {
  it('come in order, one at a time', async () => {
    const { listener, connection } = await startPair();
    const seen: number[] = [];
    let inside = 0;
    let most = 0;
    const done = gate();
    await acceptChannels(listener, {
      onPush: async (body) => {
        inside += 1;
        most = Math.max(most, inside);
        if (body[0]! % 2 === 0) await nextTurn();
        inside -= 1;
        seen.push(body[0]!);
        if (seen.length === 100) done.open();
      },
    });
    const channel = await openChannel(connection);
    for (let i = 0; i < 100; i += 1) channel.push(Uint8Array.of(i));
    await done.opened;
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(most).toBe(1);
  });

  it('hands out everything that came before the end', async () => {
    const { listener, connection } = await startPair();
    const seen: number[] = [];
    const accepted = await acceptChannels(listener, {
      onPush: async (body) => {
        await nextTurn();
        seen.push(body[0]!);
      },
    });
    const channel = await openChannel(connection);
    for (let i = 0; i < 50; i += 1) channel.push(Uint8Array.of(i));
    await channel.close();
    expect(await (await accepted.next()).closed).toBeUndefined();
    expect(seen.length).toBe(50);
    expect(() => channel.push(bytes('x'))).toThrow('link-closed');
  });

  it('closes the link when a handler throws, and tells whose fault it was', async () => {
    const { listener, connection } = await startPair();
    const faults: unknown[] = [];
    const accepted = await acceptChannels(listener, {
      onPush: async () => {
        throw new Error('bug');
      },
      onFault: (error) => faults.push(error),
    });
    const channel = await openChannel(connection);
    channel.push(bytes('x'));
    expect(await (await accepted.next()).closed).toMatchObject({ code: 'internal' });
    expect(faults).toMatchObject([{ message: 'bug' }]);
    expect(await channel.closed).toMatchObject({ code: 'link-closed' });
  });

  it('go out together with all others of one turn', async () => {
    const { listener, connection } = await startPair();
    const done = gate();
    let count = 0;
    await acceptChannels(listener, {
      onPush: () => {
        count += 1;
        if (count === 64) done.open();
      },
    });
    const stream = await openStream(connection);
    const send = vi.spyOn(stream, 'send');
    const channel = createChannel(stream, { role: 'dialler', remotePeer: new Uint8Array(38) });
    for (let i = 0; i < 64; i += 1) channel.push(new Uint8Array(200));
    await done.opened;
    expect(send).toHaveBeenCalledTimes(1);
  });
});

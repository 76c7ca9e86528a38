import { describe, expect, it, vi } from 'vitest';
import { MiyuError } from '../../../shared/errors.ts';
import type { Channel } from '../../../shared/net/channel.ts';
import { encodePush, encodeRequest } from '../../../shared/net/messages.ts';
import { joinFrames } from '../../../shared/net/framing.ts';
import { acceptChannels, openChannel, openStream, startPair } from './nodes.ts';
import { PATIENCE } from '../../support/until.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (body: Uint8Array): string => new TextDecoder().decode(body);
const echo = async (body: Uint8Array): Promise<Uint8Array> => body;
const forever = (): Promise<never> => Promise.withResolvers<never>().promise;

describe('hostile peers', () => {
  it('closes a stream without a hello in time, and one that is opened and left half-way', async () => {
    const { listener, connection } = await startPair();
    const accepted = await acceptChannels(listener, { helloTimeoutMs: 1_000, onRequest: echo });
    const silent = await openStream(connection);
    const begun = await openStream(connection);
    begun.send(Uint8Array.of(0, 0, 1));
    expect(silent.status).toBe('open');
    expect(await (await accepted.next()).closed).toMatchObject({ code: 'timeout' });
    expect(await (await accepted.next()).closed).toMatchObject({ code: 'timeout' });
    await vi.waitFor(() => expect([silent.status, begun.status]).toEqual(['reset', 'reset']), PATIENCE);
  });

  it('closes a sender of a byte at a time, and leaves an idle link and a slow honest sender alone', async () => {
    const { listener, connection } = await startPair();
    const accepted = await acceptChannels(listener, {
      limits: { frameRateWindowMs: 100, minFrameRateBytesPerS: 512 },
      onRequest: echo,
    });
    const idle = await openChannel(connection);
    await idle.request(bytes('x'));
    await accepted.next();
    const [slowStream, honestStream] = [await openStream(connection), await openStream(connection)];
    const slow = await accepted.next();
    const honest = await accepted.next();
    const frame = joinFrames([encodeRequest(1, new Uint8Array(1_000))]);
    let sent = 0;
    const dripping = setInterval(() => {
      if (slowStream.status === 'open') slowStream.send(frame.subarray(sent, sent + 1));
      // 40 bytes every 10 ms: eight times the least rate.
      if (honestStream.status === 'open') honestStream.send(frame.subarray(40 * sent, 40 * (sent + 1)));
      sent += 1;
    }, 10);
    const answered = new Promise((resolve) => {
      honestStream.addEventListener('message', resolve);
    });
    expect(await slow.closed).toMatchObject({ code: 'timeout' });
    await answered;
    clearInterval(dripping);
    expect(honest.writable).toBe(true);
    expect(text(await idle.request(bytes('still here')))).toBe('still here');
  });

  const garbage: [string, Uint8Array][] = [
    ['a huge length', Uint8Array.of(0xff, 0xff, 0xff, 0xff)],
    ['an empty frame', Uint8Array.of(0, 0, 0, 0)],
    ['no protobuf', joinFrames([Uint8Array.of(0xff, 0xff, 0xff)])],
    ['an unknown type', joinFrames([Uint8Array.of(0x08, 9)])],
    ['a request without an id', joinFrames([Uint8Array.of(0x08, 1)])],
    ['a push with an id', joinFrames([Uint8Array.of(0x08, 4, 0x10, 1)])],
    ['a response to nothing', joinFrames([Uint8Array.of(0x08, 2, 0x10, 1)])],
    ['a refusal without its body', joinFrames([Uint8Array.of(0x08, 3, 0x10, 1)])],
    ['a push where none is handled', joinFrames([encodePush(bytes('x'))])],
    ['one id twice', joinFrames([encodeRequest(1, bytes('never')), encodeRequest(1, bytes('never'))])],
  ];
  it.each(garbage)('closes the stream on %s', async (_, sent) => {
    const { listener, connection } = await startPair();
    const accepted = await acceptChannels(listener, { onRequest: () => forever() });
    const stream = await openStream(connection);
    stream.send(sent);
    expect(await (await accepted.next()).closed).toMatchObject({ code: 'protocol-violation' });
    await vi.waitFor(() => expect(stream.status).toBe('reset'), PATIENCE);
  });

  it('tells an end in the middle of a frame from an end', async () => {
    const { listener, connection } = await startPair();
    const accepted = await acceptChannels(listener, { onRequest: echo });
    const cut = await openStream(connection);
    cut.send(joinFrames([encodeRequest(1, bytes('whole'))]).subarray(0, 9));
    await cut.close();
    expect(await (await accepted.next()).closed).toMatchObject({ code: 'protocol-violation' });
    const whole = await openChannel(connection);
    await whole.request(bytes('x'));
    await whole.close();
    expect(await (await accepted.next()).closed).toBeUndefined();
  });

  it('serves an honest stream after 500 garbage ones', async () => {
    const { listener, connection } = await startPair();
    const accepted = await acceptChannels(listener, { onRequest: echo });
    const closed: Promise<unknown>[] = [];
    for (let i = 0; i < 500; i += 1) {
      const stream = await openStream(connection);
      stream.send(crypto.getRandomValues(new Uint8Array(64)).fill(0xff, 0, 4));
      closed.push(accepted.next().then((channel: Channel) => channel.closed));
    }
    expect((await Promise.all(closed)).every((reason) => reason instanceof MiyuError)).toBe(true);
    const channel = await openChannel(connection);
    expect(text(await channel.request(bytes('honest')))).toBe('honest');
    expect(connection.status).toBe('open');
  });

  it('ends cleanly when the whole connection is cut', async () => {
    const { listener, connection } = await startPair();
    const accepted = await acceptChannels(listener, { onRequest: echo });
    const channel = await openChannel(connection);
    await channel.request(bytes('x'));
    connection.abort(new Error('cut'));
    await channel.closed;
    await (
      await accepted.next()
    ).closed;
    await channel.close();
  });
});

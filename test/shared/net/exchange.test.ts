import type { Stream } from '@libp2p/interface';
import { describe, expect, it, vi } from 'vitest';
import type { MiyuError } from '../../../shared/errors.ts';
import { answer, ask } from '../../../shared/net/exchange.ts';
import { joinFrames } from '../../../shared/net/framing.ts';
import { TEST_PROTOCOL, gate, openStream, startPair } from './nodes.ts';
import type { Pair } from './nodes.ts';
import { PATIENCE } from '../../support/until.ts';

const LIMITS = { maxBytes: 1_000, timeoutMs: 5_000 };
const question = new Uint8Array(32).fill(1);

async function serve(pair: Pair, handler: (stream: Stream) => void): Promise<Stream> {
  await pair.listener.handle(TEST_PROTOCOL, handler);
  return openStream(pair.connection);
}

describe('one-shot exchange', () => {
  it('asks and is answered, and leaves no stream behind', async () => {
    const pair = await startPair();
    const outcome = Promise.withResolvers<MiyuError | undefined>();
    const stream = await serve(pair, (inbound) => {
      void answer(inbound, (body) => body.map((byte) => byte + 1), LIMITS).then(outcome.resolve);
    });
    expect(await ask(stream, question, LIMITS)).toEqual(new Uint8Array(32).fill(2));
    expect(await outcome.promise).toBeUndefined();
    await vi.waitFor(() => expect(stream.status).toBe('closed'), PATIENCE);
  });

  it('carries the longest body that is allowed', async () => {
    const pair = await startPair();
    const stream = await serve(pair, (inbound) => void answer(inbound, async (body) => body, LIMITS));
    const longest = new Uint8Array(LIMITS.maxBytes).fill(9);
    expect(await ask(stream, longest, LIMITS)).toEqual(longest);
  });

  const hostile: [string, Uint8Array, string][] = [
    ['longer than allowed', joinFrames([new Uint8Array(1_001)]), 'protocol-violation'],
    ['two frames', joinFrames([question, question]), 'protocol-violation'],
    ['cut', joinFrames([question]).subarray(0, 20), 'protocol-violation'],
    ['nothing', new Uint8Array(0), 'link-closed'],
  ];
  it.each(hostile)('refuses an answer that is %s', async (_, sent, code) => {
    const pair = await startPair();
    const stream = await serve(pair, (inbound) => {
      if (sent.length > 0) inbound.send(sent);
      inbound.close().catch(() => undefined);
    });
    await expect(ask(stream, question, LIMITS)).rejects.toMatchObject({ code });
    await vi.waitFor(() => expect(['closed', 'aborted']).toContain(stream.status), PATIENCE);
  });

  it.each(hostile)('refuses a question that is %s, without answering', async (_, sent, code) => {
    const pair = await startPair();
    const outcome = Promise.withResolvers<MiyuError | undefined>();
    const respond = vi.fn((body: Uint8Array) => body);
    const stream = await serve(pair, (inbound) => void answer(inbound, respond, LIMITS).then(outcome.resolve));
    if (sent.length > 0) stream.send(sent);
    await stream.close();
    expect(await outcome.promise).toMatchObject({ code });
    expect(respond).not.toHaveBeenCalled();
  });

  it('waits no longer than it was told, on either side', async () => {
    const pair = await startPair();
    const outcome = Promise.withResolvers<MiyuError | undefined>();
    const limits = { ...LIMITS, timeoutMs: 30 };
    const stream = await serve(pair, (inbound) => {
      void answer(inbound, (body) => body, limits).then(outcome.resolve);
    });
    expect(await outcome.promise).toMatchObject({ code: 'timeout' });
    await vi.waitFor(() => expect(stream.status).toBe('reset'), PATIENCE);

    await pair.listener.unhandle(TEST_PROTOCOL);
    const silent = await serve(pair, () => undefined);
    await expect(ask(silent, question, limits)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('can be aborted, before and during', async () => {
    const pair = await startPair();
    const stream = await serve(pair, () => undefined);
    const abort = new AbortController();
    const asking = ask(stream, question, { ...LIMITS, signal: abort.signal });
    abort.abort();
    await expect(asking).rejects.toMatchObject({ code: 'aborted' });
    const second = await openStream(pair.connection);
    await expect(ask(second, question, { ...LIMITS, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('survives a responder that throws', async () => {
    const pair = await startPair();
    const told = gate();
    const stream = await serve(pair, (inbound) => {
      const failing = (): never => {
        throw new Error('bug');
      };
      void answer(inbound, failing, LIMITS).then((error) => {
        expect(error).toMatchObject({ code: 'internal' });
        told.open();
      });
    });
    await expect(ask(stream, question, LIMITS)).rejects.toMatchObject({ code: 'link-closed' });
    await told.opened;
  });
});

/**
 * One bounded question and answer over a fresh stream: each side sends one frame (u32 big-endian length, bytes) and ends its
 * half. With it-pipe, whose streams have no read back-pressure: safe here because the whole exchange has a byte bound.
 */
import type { Stream } from '@libp2p/interface';
import { pipe } from 'it-pipe';
import { MiyuError } from '../errors.ts';
import { FrameSplitter, PREFIX_BYTES, joinFrames } from './framing.ts';

export interface ExchangeOptions {
  /** Longest body that is accepted from the other side, bytes. */
  readonly maxBytes: number;
  /** For the whole exchange, milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks: sends `question` (at least one byte), resolves with the other side's only frame. The stream is closed or aborted afterwards.
 * @throws MiyuError 'timeout' | 'aborted' | 'link-closed' (ended without an answer, reset) | 'protocol-violation'
 */
export async function ask(stream: Stream, question: Uint8Array, options: ExchangeOptions): Promise<Uint8Array> {
  return exchange(stream, options, (duplex) =>
    pipe([joinFrames([question])], duplex, (source) => onlyFrame(source, options.maxBytes)),
  );
}

/**
 * Answers one question. Never rejects: whatever goes wrong aborts this stream alone.
 * @returns undefined, or the fault (an exception of `answer` itself comes as the cause of 'internal')
 */
export async function answer(
  stream: Stream,
  respond: (question: Uint8Array) => Uint8Array | Promise<Uint8Array>,
  options: ExchangeOptions,
): Promise<MiyuError | undefined> {
  try {
    await exchange(stream, options, (duplex) =>
      pipe(
        duplex.source,
        async function* (source: AsyncIterable<Uint8Array>) {
          const question = await onlyFrame(source, options.maxBytes);
          yield joinFrames([await responding(respond, question)]);
        },
        duplex.sink,
      ),
    );
    return undefined;
  } catch (error) {
    return error as MiyuError;
  }
}

async function responding(
  respond: (question: Uint8Array) => Uint8Array | Promise<Uint8Array>,
  question: Uint8Array,
): Promise<Uint8Array> {
  try {
    return await respond(question);
  } catch (cause) {
    throw cause instanceof MiyuError ? cause : new MiyuError('internal', { cause });
  }
}

interface BoundedDuplex {
  readonly source: AsyncGenerator<Uint8Array>;
  readonly sink: (source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => Promise<void>;
}

async function exchange<T>(
  stream: Stream,
  options: ExchangeOptions,
  run: (duplex: BoundedDuplex) => Promise<T>,
): Promise<T> {
  const { promise: stopped, reject: stop } = Promise.withResolvers<never>();
  // Also awaited below; a stop after the end must not count as unhandled.
  stopped.catch(() => undefined);
  const timer = setTimeout(() => stop(new MiyuError('timeout')), options.timeoutMs);
  const onAbort = (): void => stop(new MiyuError('aborted', { cause: options.signal?.reason }));
  options.signal?.addEventListener('abort', onAbort, { once: true });
  if (options.signal?.aborted === true) onAbort();
  const running = run(boundedDuplex(stream, PREFIX_BYTES + options.maxBytes));
  running.catch(() => undefined);
  try {
    const result = await Promise.race([running, stopped]);
    await stream.close({ signal: AbortSignal.timeout(options.timeoutMs) });
    abortUnlessClosed(stream, options.timeoutMs);
    return result;
  } catch (cause) {
    const error = cause instanceof MiyuError ? cause : new MiyuError('internal', { cause });
    stream.abort(error);
    throw error;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', onAbort);
  }
}

/** Our half is closed; where the other side leaves its own open, the stream must not stay. */
function abortUnlessClosed(stream: Stream, afterMs: number): void {
  if (stream.status === 'closed') return;
  const timer = setTimeout(() => stream.abort(new MiyuError('timeout')), afterMs);
  timer.unref();
  stream.addEventListener('close', () => clearTimeout(timer));
}

/** A libp2p stream as an it-pipe duplex that takes in at most `maxBytes` and then refuses. */
function boundedDuplex(stream: Stream, maxBytes: number): BoundedDuplex {
  const queue: Uint8Array[] = [];
  let received = 0;
  let ended = false;
  let failure: MiyuError | undefined;
  let wake = (): void => undefined;
  const fail = (error: MiyuError): void => {
    failure ??= error;
    wake();
  };
  stream.addEventListener('message', (event) => {
    received += event.data.byteLength;
    if (received > maxBytes) {
      fail(new MiyuError('protocol-violation', { detail: received }));
      stream.abort(failure!);
      return;
    }
    queue.push(event.data.subarray());
    wake();
  });
  const onEnd = (): void => {
    // Behind data that was dispatched together with the end.
    setImmediate(() => {
      ended = true;
      wake();
    });
  };
  stream.addEventListener('end', onEnd);
  stream.addEventListener('close', (event) => {
    if (event.error === undefined) onEnd();
    else fail(new MiyuError('link-closed', { cause: event.error }));
  });
  if (stream.readableEnded) onEnd();

  async function* source(): AsyncGenerator<Uint8Array> {
    while (true) {
      const chunk = queue.shift();
      if (chunk !== undefined) yield chunk;
      else if (failure !== undefined) throw failure;
      else if (ended) return;
      else {
        const { promise, resolve } = Promise.withResolvers<undefined>();
        wake = () => resolve(undefined);
        await promise;
      }
    }
  }

  return {
    source: source(),
    sink: async (chunks) => {
      try {
        // At most one frame: the stream's own write bound holds it.
        for await (const chunk of chunks) stream.send(chunk);
        await stream.close();
      } catch (cause) {
        const error = cause instanceof MiyuError ? cause : new MiyuError('link-closed', { cause });
        fail(error);
        throw error;
      }
    },
  };
}

/** The one frame of a source; more bytes behind it, or an end before it, are refused. */
async function onlyFrame(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const splitter = new FrameSplitter(maxBytes);
  let found: Uint8Array | undefined;
  for await (const chunk of source) {
    splitter.feed(chunk, (frame) => {
      if (found !== undefined) throw new MiyuError('protocol-violation');
      found = frame;
      return true;
    });
    if (found !== undefined && !splitter.open) return found;
  }
  throw new MiyuError(splitter.open ? 'protocol-violation' : 'link-closed');
}

/** Waits that grow, end early when asked to, and end at once when the signal says so. Timers run on the monotonic clock. */
import { MiyuError } from '../../shared/errors.ts';
import type { Random } from '../../shared/crypto/random.ts';

/**
 * Milliseconds before the next attempt after `failures` failures (1 = the first): doubles from `first` up to `longest`, with
 * ±25 % of jitter, so that a server that returns is not met by everybody at once.
 */
export function backOff(failures: number, first: number, longest: number, random: Random): number {
  const exponent = Math.min(Math.max(failures - 1, 0), 30);
  const base = Math.min(first * 2 ** exponent, longest);
  return base * (0.75 + (random(1)[0] ?? 0) / 512);
}

/** Resolves after the time, or as soon as `wake` resolves or the signal aborts; never rejects. */
export function pause(milliseconds: number, signal: AbortSignal, wake?: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    timer.unref();
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    void wake?.then(end);
  });
}

/** Why a signal ended, as an error with a code. */
export function abortReason(signal: AbortSignal): MiyuError {
  const reason: unknown = signal.reason;
  if (reason instanceof MiyuError) return reason;
  const timedOut = reason instanceof DOMException && reason.name === 'TimeoutError';
  return new MiyuError(timedOut ? 'timeout' : 'aborted', { cause: reason });
}

/** Waits for somebody else's promise no longer than the caller's own signal and time allow. */
export async function within<T>(
  promise: Promise<T>,
  waiting: { readonly signal?: AbortSignal; readonly timeoutMs?: number },
): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const { signal, timeoutMs } = waiting;
  const abort = (): void => {
    if (signal !== undefined) reject(abortReason(signal));
  };
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => reject(new MiyuError('timeout')), timeoutMs);
  if (signal?.aborted === true) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** What a failure of ours looks like to a client. */
import { MiyuError } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';

/** The store's own codes mean nothing to a client: it may try again; what is wrong stands in the log. */
export function asRefusal(error: unknown, log: Log): unknown {
  if (!(error instanceof MiyuError)) return error;
  const { code } = error;
  if (code === 'storage-full') {
    log.warn('store', { code });
    return error;
  }
  if (code !== 'store-failed' && code !== 'store-damaged' && code !== 'closed') return error;
  log.warn('store', { code });
  return new MiyuError('server-fault', { retryAfterMs: error.retryAfterMs ?? 1_000, cause: error });
}

/** libp2p's failures as codes of ours. Its errors are told by name; only the pinned key needs a look at the message. */
import { MiyuError } from '../errors.ts';

export interface DialCodes {
  readonly mismatch: 'server-key-mismatch' | 'peer-key-mismatch';
  readonly unreachable: 'server-unreachable' | 'friend-unreachable';
}

export const SERVER_DIAL: DialCodes = { mismatch: 'server-key-mismatch', unreachable: 'server-unreachable' };
export const FRIEND_DIAL: DialCodes = { mismatch: 'peer-key-mismatch', unreachable: 'friend-unreachable' };

/** One dial of many addresses fails with as many causes; deeper nesting is not libp2p's. */
const MAX_DEPTH = 4;

/**
 * @param signal the caller's own, where it has one: distinguishes 'aborted' from 'timeout'
 * @returns 'aborted' | 'timeout' | codes.mismatch (some address answered with another key) | 'relay-limit' | 'relay-refused' (what a
 *   relay answered) | codes.unreachable
 */
export function translateDialError(error: unknown, codes: DialCodes, signal?: AbortSignal): MiyuError {
  if (error instanceof MiyuError) return error;
  const options = { cause: error };
  if (anyError(error, isKeyMismatch)) return new MiyuError(codes.mismatch, options);
  const relay = relayAnswer(error);
  if (relay !== undefined) return new MiyuError(relay, options);
  if (signal?.aborted === true) {
    return new MiyuError(isTimeout(signal.reason) ? 'timeout' : 'aborted', options);
  }
  if (anyError(error, isTimeout)) return new MiyuError('timeout', options);
  return new MiyuError(codes.unreachable, options);
}

/** What a relay's answer means that was no yes; undefined: it is none, or says that nobody is there to be called. */
export function relayAnswer(error: unknown): 'relay-limit' | 'relay-refused' | undefined {
  if (anyError(error, answered('RESOURCE_LIMIT_EXCEEDED'))) return 'relay-limit';
  const isRefused = [answered('PERMISSION_DENIED'), answered('RESERVATION_REFUSED')].some((is) => anyError(error, is));
  return isRefused ? 'relay-refused' : undefined;
}

/** Libp2p's transport tells the status (RELAY_STATUS) by its name, in the message alone. */
const answered =
  (status: string) =>
  (error: unknown): boolean =>
    error instanceof Error && new RegExp(`(failed|via relay) with status ${status}\\b`).test(error.message);

/** A node that could not start: 'port-taken' where another program listens there, else 'address-malformed' or 'internal'. */
export function translateListenError(error: unknown): MiyuError {
  if (error instanceof MiyuError) return error;
  const options = { cause: error };
  const message = error instanceof Error ? error.message : '';
  if (anyError(error, hasCode('EADDRINUSE')) || /\bEADDRINUSE\b/.test(message)) {
    return new MiyuError('port-taken', options);
  }
  if (/\b(EADDRNOTAVAIL|EACCES|ENOTFOUND|EINVAL)\b/.test(message) || isNamed('InvalidMultiaddrError')(error)) {
    return new MiyuError('address-malformed', options);
  }
  return new MiyuError('internal', options);
}

function anyError(error: unknown, test: (error: unknown) => boolean, depth = 0): boolean {
  if (test(error)) return true;
  if (depth >= MAX_DEPTH || !(error instanceof Error)) return false;
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [];
  return inner.some((each) => anyError(each, test, depth + 1)) || anyError(error.cause, test, depth + 1);
}

const isNamed =
  (...names: readonly string[]) =>
  (error: unknown): boolean =>
    error instanceof Error && names.includes(error.name);

const hasCode =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof Error && 'code' in error && error.code === code;

const isTimeout = isNamed('TimeoutError');

/**
 * Noise tells a wrong key by 'UnexpectedPeerError', which the upgrader replaces by an 'EncryptionFailedError' that carries
 * only its message. The same name stands for every other failed handshake (a listener that hangs up at its limit).
 */
const isKeyMismatch = (error: unknown): boolean =>
  isNamed('UnexpectedPeerError')(error) ||
  (isNamed('EncryptionFailedError')(error) && /does not match expected/.test((error as Error).message));

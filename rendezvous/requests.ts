/** The body of a request, decoded and bounded; the body of its answer. */
import { MiyuError } from '../shared/errors.ts';
import { RendezvousRequest, RendezvousResponse } from '../shared/wire/generated/rendezvous.js';
import { MAX_ONE_TIME_PREKEYS, MAX_STATEMENTS } from '../shared/wire/limits.ts';

export type RequestName = keyof RendezvousRequest;
/** One request by its name: what the oneof holds. */
export type Request = {
  [K in RequestName]: { readonly name: K; readonly body: NonNullable<RendezvousRequest[K]> };
}[RequestName];
export type Answer<K extends RequestName> = NonNullable<RendezvousResponse[K]>;

const LIMITS = { publishPrekeys: { oneTime: MAX_ONE_TIME_PREKEYS }, rename: { statements: MAX_STATEMENTS } };

/** Names as they stand in a log: `publish-prekeys`. */
export const logName = (name: RequestName): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @throws MiyuError 'malformed' where the bytes are no request, 'unknown-request' where we know none that is in it */
export function decodeRequest(bytes: Uint8Array): Request {
  let request: RendezvousRequest;
  try {
    request = RendezvousRequest.decode(bytes, { limits: LIMITS });
  } catch (cause) {
    throw new MiyuError('malformed', { cause });
  }
  for (const name in request) {
    const body = request[name as RequestName];
    if (body !== undefined) return { name, body } as Request;
  }
  throw new MiyuError('unknown-request');
}

export const encodeAnswer = <K extends RequestName>(name: K, answer: Answer<K>): Uint8Array =>
  RendezvousResponse.encode({ [name]: answer });

/**
 * When a peer had what its friend sent on disk, and when its friend had its own: seen where the acknowledgements leave and come, as
 * lines of the file that MIYU_ARRIVALS names. Milliseconds of the machine's monotonic clock, which all its processes share.
 *
 *   d MS   told the friend over the link that it is committed      m MS   told the server that it may forget what was drained
 *   s MS   was ordered to say something                            a MS   the friend told over the link that it is committed
 */
import { openSync, readFileSync, writeSync } from 'node:fs';
import { ChatMessage } from '../../../shared/wire/generated/chat.js';
import { RendezvousRequest } from '../../../shared/wire/generated/rendezvous.js';

export interface Arrivals {
  readonly direct: readonly number[];
  readonly byMailbox: readonly number[];
  readonly said: readonly number[];
  readonly acknowledged: readonly number[];
}

/** Milliseconds on the clock of those lines. */
export const machineTime = (): number => Number(process.hrtime.bigint()) / 1e6;

/** From now on, in this process. */
export function beginToNoteArrivals(path: string): void {
  const file = openSync(path, 'a', 0o600);
  const note = (what: string): void => void writeSync(file, `${what} ${machineTime().toFixed(3)}\n`);
  const encodeChat = ChatMessage.encode;
  ChatMessage.encode = (message) => {
    if (message.committed !== undefined) note('d');
    return encodeChat(message);
  };
  const decodeChat = ChatMessage.decode;
  ChatMessage.decode = (...args) => {
    const message = decodeChat(...args);
    if (message.committed !== undefined) note('a');
    return message;
  };
  const encodeRequest = RendezvousRequest.encode;
  RendezvousRequest.encode = (request) => {
    if (request.acknowledge !== undefined) note('m');
    return encodeRequest(request);
  };
  // Ahead of the program's own listener: the clock runs before it does anything.
  process.prependListener('message', (message: unknown) => {
    if ((message as { readonly order: { readonly do: string } }).order.do === 'say') note('s');
  });
}

export function readArrivals(path: string): Arrivals {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const lines = text.split('\n').map((line) => line.split(' '));
  const of = (what: string): number[] => lines.filter(([each]) => each === what).map(([, time]) => Number(time));
  return { direct: of('d'), byMailbox: of('m'), said: of('s'), acknowledged: of('a') };
}

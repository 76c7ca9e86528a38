/** What this machine's system, and who gets them, say to empty datagrams: filters of TCP are often not filters of UDP. */
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { isIPv4 } from 'node:net';
import type { DatagramOutcome, InterfaceSeen, Way } from '../core/doctor-seen.ts';
import { OTHER_PORT, type Target } from './probe-dial.ts';

/** Hosts answer few of them in a second (Linux: icmp_ratelimit), and one may be lost. */
const SEND_AT_MS = [0, 400, 1_100, 2_200, 3_300];
const ANSWER_MS = 4_000;

/**
 * A connected socket is told of an ICMP error that is final (Linux, icmp_err_convert: port unreachable, prohibited), and not of one
 * that may pass (host or net unreachable).
 */
export async function datagramOutcome({ host, port }: Target, signal: AbortSignal): Promise<DatagramOutcome> {
  const socket = createSocket(isIPv4(host) ? 'udp4' : 'udp6');
  const timers: NodeJS.Timeout[] = [];
  let abort: (() => void) | undefined;
  try {
    return await new Promise<DatagramOutcome>((resolve) => {
      const fail = (error: NodeJS.ErrnoException | null): void => {
        const code = error?.code ?? '';
        const outcome = code === 'EACCES' && !isIPv4(host) ? 'prohibited' : OUTCOMES[code];
        if (outcome !== undefined) resolve(outcome);
      };
      abort = (): void => {
        resolve('silent');
      };
      signal.addEventListener('abort', abort, { once: true });
      socket.on('error', fail);
      // Somebody has that port: whoever answers is there.
      socket.once('message', () => {
        resolve('refused');
      });
      timers.push(setTimeout(abort, ANSWER_MS));
      socket.connect(port, host, () => {
        for (const at of SEND_AT_MS) timers.push(setTimeout(() => sendNothing(socket, fail), at));
      });
    });
  } catch {
    return 'silent';
  } finally {
    for (const timer of timers) clearTimeout(timer);
    if (abort !== undefined) signal.removeEventListener('abort', abort);
    socket.close();
  }
}

function sendNothing(socket: Socket, fail: (error: NodeJS.ErrnoException | null) => void): void {
  try {
    socket.send('', fail);
  } catch (error) {
    // It is not connected: this machine has no way there.
    fail(error as NodeJS.ErrnoException);
  }
}

const OUTCOMES: Readonly<Partial<Record<string, DatagramOutcome>>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'prohibited',
  EPERM: 'forbidden',
  EACCES: 'forbidden',
};

/** The kernel's own answer: a datagram socket that is connected has the address of the way; nothing is sent. */
export async function routeTo(host: string, interfaces: readonly InterfaceSeen[]): Promise<Way | null> {
  const socket = createSocket(isIPv4(host) ? 'udp4' : 'udp6');
  try {
    const local = await new Promise<string | undefined>((resolve) => {
      socket.once('error', () => {
        resolve(undefined);
      });
      socket.connect(OTHER_PORT, host, () => {
        resolve(socket.address().address);
      });
    });
    const own = interfaces.find(({ address }) => address === local);
    return own === undefined ? null : { name: own.name, tunnel: own.tunnel };
  } catch {
    return null;
  } finally {
    socket.close();
  }
}

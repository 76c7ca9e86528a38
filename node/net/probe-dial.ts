/** One attempt to connect, closed at once, and what the system says of it. */
import { connect, isIPv6 } from 'node:net';
import type { TcpOutcome } from '../core/doctor-seen.ts';

export interface Target {
  /** An IP address. */
  readonly host: string;
  readonly port: number;
}

export interface Dialled {
  readonly outcome: TcpOutcome;
  readonly ms: number;
}

/** discard (RFC 863): nobody offers it any more, so that a host without a filter says no. */
export const OTHER_PORT = 9;

/** Something of the host itself answered. */
export const isAnswer = (outcome: TcpOutcome | null): boolean => outcome === 'refused' || outcome === 'connected';

/** @param signal ends it as 'failed' */
export async function dialled({ host, port }: Target, timeoutMs: number, signal: AbortSignal): Promise<Dialled> {
  const startedAt = performance.now();
  const outcome = await tcpOutcome({ host, port }, timeoutMs, signal);
  return { outcome, ms: Math.round(performance.now() - startedAt) };
}

export async function tcpOutcome({ host, port }: Target, timeoutMs: number, signal: AbortSignal): Promise<TcpOutcome> {
  if (signal.aborted) return 'failed';
  return await new Promise<TcpOutcome>((resolve) => {
    const socket = connect({ host, port });
    const end = (outcome: TcpOutcome): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      resolve(outcome);
    };
    const abort = (): void => {
      end('failed');
    };
    const timer = setTimeout(() => {
      end('timeout');
    }, timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => {
      end('connected');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      end(outcomeOf(error.code ?? '', host));
    });
  });
}

/** ICMPv6 “administratively prohibited” is EACCES (Linux, icmpv6_err_convert), of whomever it comes; that of IPv4 is EHOSTUNREACH. */
const outcomeOf = (code: string, host: string): TcpOutcome =>
  code === 'EACCES' && isIPv6(host) ? 'prohibited' : (OUTCOMES[code] ?? 'failed');

const OUTCOMES: Readonly<Partial<Record<string, TcpOutcome>>> = {
  ECONNREFUSED: 'refused',
  // Whoever resets at once is there, and does not want us.
  ECONNRESET: 'refused',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  ENETUNREACH: 'net-unreachable',
  EADDRNOTAVAIL: 'net-unreachable',
  EPERM: 'forbidden',
  EACCES: 'forbidden',
};

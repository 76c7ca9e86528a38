/** At which port the page is: the same one every time, where it can be had. */
import type { Server } from 'node:net';
import { MiyuError } from '../../shared/errors.ts';

/** Of the first miyu of a machine; others take the next that are free. */
export const DEFAULT_PAGE_PORT = 4901;
/** So many programs of ours on one machine is not an ordinary day; beyond them any port serves. */
const NEIGHBOURS = 50;

/**
 * Starts to listen on 127.0.0.1, and nowhere else.
 * @param wanted the port that the person asked for (0: any), or null
 * @param remembered of the last time
 * @returns the port
 * @throws MiyuError 'port-taken' where the person asked for this one
 */
export async function listenForPage(
  server: Server,
  wanted: number | null,
  remembered: number | undefined,
): Promise<number> {
  const neighbours = Array.from({ length: NEIGHBOURS }, (_, at) => DEFAULT_PAGE_PORT + at);
  // Any port is as good as another, but the one of before is that of pages which are open: the process also ends when somebody signs out.
  const before = remembered === undefined ? [] : [remembered];
  const ports = wanted === null ? [...before, ...neighbours, 0] : wanted === 0 ? [...before, 0] : [wanted];
  for (const port of ports) {
    if (await listen(server, port)) return (server.address() as { readonly port: number }).port;
  }
  throw new MiyuError('port-taken', wanted === null ? {} : { detail: wanted });
}

async function listen(server: Server, port: number): Promise<boolean> {
  const listening = await new Promise<boolean>((resolve) => {
    const onError = (): void => {
      resolve(false);
    };
    server.once('error', onError);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
  if (listening) server.on('error', () => undefined); // A failed accept ends that connection, not the server.
  return listening;
}

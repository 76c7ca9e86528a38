/** Ports that are free just now. */
import { createServer } from 'node:net';
import { MiyuError } from '../shared/errors.ts';

/** Neighbours of a default that are tried; so many programs of ours on one machine is not an ordinary day. */
const NEIGHBOURS = 50;

/** Whether a server could listen there now, on every address. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return await new Promise<boolean>((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen({ port, host: '0.0.0.0', exclusive: true }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

/** @throws MiyuError 'port-taken' with the port */
export async function requirePort(port: number): Promise<number> {
  if (port === 0 || (await isFree(port))) return port;
  throw new MiyuError('port-taken', { detail: port });
}

/** The wanted port or the next free one. @throws MiyuError 'port-taken' where all its neighbours are taken as well */
export async function nextFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + NEIGHBOURS && port <= 65_535; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new MiyuError('port-taken', { detail: wanted });
}

/** Whether the ports that were asked for are free, said when the peer starts and not only when somebody signs in. */
import { createServer } from 'node:net';
import { MiyuError } from '../shared/errors.ts';

/** @throws MiyuError 'port-taken' with the port; an address that names no port of its own is left to the one who listens */
export async function checkListen(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const [, host, port] = /^\/ip[46]\/([^/]+)\/tcp\/([1-9]\d{0,4})$/.exec(address) ?? [];
    if (host !== undefined) await tryPort(host, Number(port));
  }
}

async function tryPort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') reject(new MiyuError('port-taken', { detail: port, cause }));
      else resolve(); // An address that is not ours, or not yet: the network may change until somebody signs in.
    });
    server.listen({ host, port, exclusive: true }, () => {
      server.close(() => {
        resolve();
      });
    });
  });
}

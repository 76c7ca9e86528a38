/** A LAN of a test's own: on the loopback, at a port that nobody else speaks on. */
import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';

/** For processes that shall neither see nor be seen: on one machine many tests run at the same time. */
export const QUIET_LAN = { MIYU_LAN: 'false', MIYU_UPNP: 'false', MIYU_RENDEZVOUS_ANNOUNCE_ON_LAN: 'off' } as const;

export interface TestLan {
  readonly port: number;
  readonly interfaces: readonly string[];
  /** The same for a peer and a server that are processes. */
  readonly env: Readonly<Record<string, string>>;
}

export async function loopbackLan(): Promise<TestLan> {
  const port = await freeUdpPort();
  const [name = 'lo'] =
    Object.entries(networkInterfaces()).find(([, list]) => list?.some(({ internal }) => internal)) ?? [];
  const env = {
    ...{ MIYU_LAN: 'true', MIYU_LAN_PORT: String(port), MIYU_LAN_INTERFACES: name },
    MIYU_RENDEZVOUS_ANNOUNCE_ON_LAN: 'on',
    ...{ MIYU_RENDEZVOUS_LAN_PORT: String(port), MIYU_RENDEZVOUS_LAN_INTERFACES: name },
  };
  return { port, interfaces: [name], env };
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => {
    socket.bind(0, '127.0.0.1', resolve);
  });
  const { port } = socket.address();
  await new Promise<void>((resolve) => {
    socket.close(() => {
      resolve();
    });
  });
  return port;
}

/** A way to a server that can fall silent for those who are on it already, while newcomers pass: a device that is cut off and does not know. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface FreezingProxy {
  /** The server's multiaddr with /p2p/, by way of here. */
  readonly address: string;
  /** From now on nothing passes on the connections that there are. */
  freeze(): void;
}

/** @param address multiaddr with /p2p/ */
export async function freezingProxy(address: string): Promise<FreezingProxy> {
  const [, host = '', port = '', peer = ''] = /^\/ip4\/([^/]+)\/tcp\/(\d+)\/p2p\/(.+)$/.exec(address) ?? [];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    address: `/ip4/127.0.0.1/tcp/${(server.address() as AddressInfo).port}/p2p/${peer}`,
    freeze: () => {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
  };
}

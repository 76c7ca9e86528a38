/**
 * On a host of a lab: listens, dials, speaks and hears multicast, as its parent says over the channel; ends with it. It knows nothing of
 * miyu: what it can reach shows that the network is as it was built.
 */
import { createSocket } from 'node:dgram';
import { createServer, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Dialled, ProbeOrder, ProbeReply } from './probe.ts';

const heard: string[] = [];

/** Tells each caller from where it is seen, and closes. */
function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(`${(socket.remoteAddress ?? '').replace('::ffff:', '')} ${socket.remotePort ?? 0}\n`);
    });
    server.once('error', reject);
    server.listen(port, () => resolve((server.address() as { port: number }).port));
  });
}

function dial(host: string, port: number, timeoutMs: number, localPort?: number): Promise<Dialled> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, ...(localPort === undefined ? {} : { localPort }) });
    let said = '';
    let isOpen = false;
    // Who lets us in and says nothing is a program of another kind.
    const timer = setTimeout(() => over(isOpen ? { result: 'open', seenFrom: null } : { result: 'silent' }), timeoutMs);
    const over = (how: Dialled): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(how);
    };
    socket.once('connect', () => (isOpen = true));
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.once('end', () => {
      const [address = '', seen = ''] = said.trim().split(' ');
      over({ result: 'open', seenFrom: seen === '' ? null : { address, port: Number(seen) } });
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ETIMEDOUT') over({ result: 'silent' });
      else over({ result: code === 'ECONNREFUSED' || code === 'ECONNRESET' ? 'refused' : 'unreachable' });
    });
  });
}

/** Of each device: without a default route the system knows no device for a group. */
const ownAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

function hear(group: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createSocket({ type: 'udp4', reuseAddr: true });
    socket.once('error', reject);
    socket.on('message', (text) => heard.push(text.toString('utf8')));
    socket.bind(port, () => {
      for (const address of ownAddresses()) socket.addMembership(group, address);
      resolve();
    });
  });
}

async function say(group: string, port: number, text: string): Promise<void> {
  for (const address of ownAddresses()) {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(0, address, () => {
        socket.setMulticastInterface(address);
        socket.send(text, port, group, (error) => {
          if (error === null) resolve();
          else reject(error);
        });
      });
    });
    socket.close();
  }
}

async function obey(order: ProbeOrder): Promise<unknown> {
  switch (order.do) {
    case 'listen':
      return await listen(order.port);
    case 'dial':
      return await dial(order.host, order.port, order.timeoutMs, order.localPort);
    case 'hear':
      await hear(order.group, order.port);
      return undefined;
    case 'say':
      await say(order.group, order.port, order.text);
      return undefined;
    case 'heard':
      return [...heard];
  }
}

process.on('message', ({ id, order }: { readonly id: number; readonly order: ProbeOrder }) => {
  void obey(order).then(
    (result) => process.send?.({ id, result } satisfies ProbeReply),
    (error: unknown) => process.send?.({ id, error: String(error) } satisfies ProbeReply),
  );
});
process.once('disconnect', () => process.exit(0));

/** A raw TCP echo on one of the hosts, or what asks it: the other half of the latency figure. No delay, no frames, nothing durable. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { machineTime } from './arrivals.ts';

export type EchoOrder =
  | { readonly do: 'listen' }
  | { readonly do: 'open'; readonly host: string; readonly port: number }
  /** One question and its whole answer: milliseconds. */
  | { readonly do: 'ask'; readonly bytes: number };

let socket: Socket | undefined;

async function ask(bytes: number): Promise<number> {
  const open = socket;
  if (open === undefined) throw new Error('not open');
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let left = bytes;
  const onData = (data: Buffer): void => {
    left -= data.length;
    if (left <= 0) resolve(undefined);
  };
  open.on('data', onData);
  const begun = machineTime();
  open.write(Buffer.alloc(bytes, 'e'));
  await promise;
  const time = machineTime() - begun;
  open.off('data', onData);
  return time;
}

async function obey(order: EchoOrder): Promise<number> {
  switch (order.do) {
    case 'listen': {
      const server = createServer({ noDelay: true }, (incoming) => {
        incoming.on('error', () => undefined); // Its other end is told.
        incoming.on('data', (data) => incoming.write(data));
      }).listen(0);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    }
    case 'open':
      socket = connect({ host: order.host, port: order.port, noDelay: true });
      await once(socket, 'connect');
      return 0;
    case 'ask':
      return ask(order.bytes);
  }
}

process.on('message', ({ id, order }: { readonly id: number; readonly order: EchoOrder }) => {
  obey(order).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());

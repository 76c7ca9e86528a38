/**
 * libp2p's TCP for IPv6 link-local addresses as well, which mean something together with an interface (their zone) alone: it dials them
 * without the zone that the multiaddr has, and takes no connection from one, for its zone is no part of a multiaddr.
 */
import type { Server, Socket } from 'node:net';
import { tcp } from '@libp2p/tcp';
import { tryGetNetConfig } from '@libp2p/utils';

type Make = ReturnType<typeof tcp>;
type Transport = ReturnType<Make>;
type Dialling = Parameters<Transport['dial']>[1];

export function zonedTcp(...init: Parameters<typeof tcp>): Make {
  const make = tcp(...init);
  return (components) => {
    const transport = make(components);
    const dial = transport.dial.bind(transport);
    transport.dial = async (address, options) => {
      const config = tryGetNetConfig(address);
      const zone = config?.type === 'ip6' ? config.zone : undefined;
      // What else is in the options goes to the socket as it is.
      const zoned =
        config === null || zone === undefined ? options : ({ ...options, host: `${config.host}%${zone}` } as Dialling);
      return await dial(address, zoned);
    };
    const createListener = transport.createListener.bind(transport);
    transport.createListener = (options) => {
      const listener = createListener(options);
      const { server } = listener as { readonly server?: Server };
      server?.prependListener('connection', withoutZone);
      return listener;
    };
    return transport;
  };
}

function withoutZone(socket: Socket): void {
  const { remoteAddress } = socket;
  if (remoteAddress?.includes('%') !== true) return;
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress.split('%', 1)[0] });
}

/** A peer's client of a real server over a bare connection, for tests with more devices than whole peers would bear. */
import type { Rendezvous, RendezvousClient } from '../../node/net/ports.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { RendezvousPush } from '../../shared/wire/generated/rendezvous.js';
import type { RawConnection } from './raw-client.ts';

/** What signing in asks for. @param connection greeted */
export function clientOver(connection: RawConnection): RendezvousClient {
  const client: Partial<RendezvousClient> = {
    server: connection.target.server,
    challenge: () => connection.ask('challenge', {}),
    register: (request) => connection.ask('register', request),
    login: (request) => connection.ask('login', request),
    logout: () => connection.ask('logout', {}),
    presentDevice: () => connection.ask('presentDevice', {}),
    onPush: (listener: (push: RendezvousPush) => void) => connection.onPush(listener),
    closed: connection.channel.closed,
    close: () => connection.close(),
  };
  return client as RendezvousClient;
}

/** The first connection is this one; whoever asks for another gets what `again` makes. */
export function rendezvousOver(first: RawConnection, again: () => Promise<RawConnection>): Rendezvous {
  let next: RawConnection | undefined = first;
  const connect = async (): Promise<RendezvousClient> => {
    const connection = next ?? (await again());
    next = undefined;
    return clientOver(connection);
  };
  return { connect, probe: () => Promise.reject(new MiyuError('unknown-request')) };
}

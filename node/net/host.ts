/** This device's libp2p node, and everything that the flows need of the network (node/net/ports.ts). */
import { identify } from '@libp2p/identify';
import type { KadDHT } from '@libp2p/kad-dht';
import { ping } from '@libp2p/ping';
import { createLibp2p } from 'libp2p';
import { systemClock } from '../../shared/clock.ts';
import type { Clock } from '../../shared/clock.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { translateListenError } from '../../shared/net/dial-errors.ts';
import { dht } from '../../shared/net/dht.ts';
import type { Lan, LanSelf } from '../../shared/net/lan.ts';
import { PEER_LIMITS, commonOptions } from '../../shared/net/libp2p.ts';
import type { HostLimits } from '../../shared/net/libp2p.ts';
import { mapPort, type MappedPortOptions } from '../../shared/net/mapped-port.ts';
import { NetworkWatch, type NetworkWatchOptions } from '../../shared/net/network-watch.ts';
import { bytesOfPeerId } from '../../shared/net/peers.ts';
import { GOODBYE } from '../../shared/wire/protocols.ts';
import { DirectLinks } from './chat-links.ts';
import { DhtHints, NO_HINTS } from './dht.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import { NO_LAN, lanFinder } from './lan.ts';
import { DirectMeetings } from './meetings.ts';
import { endLost, probe } from './lost-connections.ts';
import { NO_NEARBY, nearbyOf } from './nearby.ts';
import { DhtNeighbours, withNeighbours } from './neighbours.ts';
import { isRelayed, reachableAddresses, withOutside } from './paths.ts';
import type { PeerHost } from './ports.ts';
import { RelayWay } from './relay.ts';
import { rendezvousOf } from './rendezvous.ts';
import { transports } from './transports.ts';

/** So many programs of ours on one machine is not an ordinary day. */
const NEIGHBOURS = 50;

export interface PeerHostOptions {
  /** Ed25519 seed of the device key, 32 bytes. */
  readonly deviceSeed: Uint8Array;
  /** Multiaddrs to listen on, as text, e.g. `/ip4/0.0.0.0/tcp/0`. */
  readonly listen: readonly string[];
  /** Where a port of theirs is taken: one of the next that is free. */
  readonly otherPort?: boolean;
  /** Takes part in the DHT: asks friends' devices and servers, and keeps records for friends. */
  readonly dht: boolean;
  /** The process's ear for its LAN; absent: it has none. It outlives the host. */
  readonly lan?: Lan;
  readonly limits?: HostLimits;
  readonly clock?: Clock;
  /** A bug of ours that the network noticed first: for the log. */
  readonly onFault?: (error: unknown) => void;
  readonly heartbeat?: HeartbeatTimes;
  /** What the system says of its interfaces, where a test has others. */
  readonly interfaces?: NetworkWatchOptions['interfaces'];
  /** Asks the home router (UPnP) to map the port; absent: nobody is asked. */
  readonly upnp?: Partial<MappedPortOptions>;
}

/** Starts to listen. @throws MiyuError 'port-taken' | 'address-malformed' | 'internal' */
export async function createPeerHost(options: PeerHostOptions): Promise<PeerHost> {
  const clock = options.clock ?? systemClock;
  const onFault = options.onFault ?? (() => undefined);
  const neighbours = new DhtNeighbours(clock, onFault);
  const hints = new DhtHints(clock, neighbours);
  const relay = new RelayWay();
  const node = await startNear(options, clock, dht({ circle: neighbours, select: hints.select }), relay);
  relay.use(node);
  if (options.dht) {
    const { dht: kad } = node.services as unknown as { readonly dht: KadDHT };
    neighbours.use(node, kad);
    hints.use(kad);
  }
  const heartbeat = options.heartbeat === undefined ? {} : { heartbeat: options.heartbeat };
  const bound = (): string[] => node.getMultiaddrs().map(String);
  const self: LanSelf = {
    ...{ peer: node.peerId.toString(), kind: 'peer' },
    listening: () => ({ asked: options.listen, bound: bound() }),
  };
  const lan = options.lan === undefined ? NO_LAN : lanFinder(options.lan, self);
  const meetings = await DirectMeetings.on(node, { clock, onFault });
  const moved = new Set<() => void>();
  const readdressed = new Set<() => void>();
  const onChange = (): void => readdressed.forEach((listener) => listener());
  const own = options.interfaces === undefined ? {} : { interfaces: options.interfaces };
  const mapping = options.upnp && mapPort(bound, { clock, onChange, ...own, ...options.upnp });
  const watch = new NetworkWatch({
    clock,
    ...own,
    onChange: ({ gone, slept }) => {
      endLost(node.getConnections(), gone);
      if (slept) void probe(node.getConnections());
      mapping?.moved();
      for (const listener of [...moved, ...readdressed]) listener();
    },
  });
  const { connect } = (node.services as unknown as { readonly transports: ReturnType<typeof transports> }).transports;
  const links = await DirectLinks.on(node, {
    ...{ connect, relay, clock, onFault, ...heartbeat },
    networks: () => watch.networks,
  });

  return {
    device: bytesOfPeerId(node.peerId),
    addresses: () => withOutside(reachableAddresses(node.getMultiaddrs()), mapping?.address),
    listening: () => reachableAddresses(node.getMultiaddrs().filter((address) => !isRelayed(address))),
    portMapping: () => mapping?.state ?? null,
    onAddressesChanged: (listener) => {
      node.addEventListener('self:peer:update', () => listener());
      readdressed.add(listener);
    },
    networks: () => watch.networks,
    onMoved: (listener) => void moved.add(listener),
    rendezvous: rendezvousOf(node, {
      ...{ clock, onFault, lan, relay, ...heartbeat },
      onServer: (server, over) => neighbours.join(server, 'server', over),
    }),
    links: withNeighbours(links, neighbours),
    meetings,
    hints: options.dht ? hints : NO_HINTS,
    lan,
    nearby: options.lan === undefined ? NO_NEARBY : await nearbyOf(node, { clock, onFault }),
    relay,
    stop: async () => {
      await options.lan?.withdraw();
      meetings.stop();
      watch.stop();
      // The router is slow, and friends hear the goodbye meanwhile.
      await Promise.all([links.stop(GOODBYE.closing), mapping?.stop()]);
      await node.stop();
    },
  };
}

/** Somebody may have taken a port between the moment that it was chosen and the one in which the account is opened. */
async function startNear(options: PeerHostOptions, clock: Clock, kad: ReturnType<typeof dht>, relay: RelayWay) {
  for (let by = 0; ; by += 1) {
    const listen = options.listen.map((address) =>
      address.replace(/\/tcp\/([1-9]\d*)/, (_, port: string) => `/tcp/${Number(port) + by}`),
    );
    try {
      return await startNode({ ...options, listen }, clock, kad, relay);
    } catch (error) {
      if (!isMiyuError(error, 'port-taken') || options.otherPort !== true || by === NEIGHBOURS) throw error;
    }
  }
}

async function startNode(options: PeerHostOptions, clock: Clock, kad: ReturnType<typeof dht>, relay: RelayWay) {
  try {
    const base = await commonOptions({
      seed: options.deviceSeed,
      listen: options.listen,
      limits: options.limits ?? PEER_LIMITS,
      clock,
    });
    const common = { ...base, transports: [...base.transports, relay.transport] };
    // Without the DHT nobody asks who we are but through our own hellos.
    if (!options.dht) return await createLibp2p({ ...common, services: { transports } });
    return await createLibp2p({
      ...common,
      services: {
        transports,
        identify: identify(),
        ping: ping(),
        dht: kad,
      },
    });
  } catch (error) {
    throw translateListenError(error);
  }
}

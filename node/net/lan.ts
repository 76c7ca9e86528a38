/** The LAN as the flows see it (node/net/ports.ts): devices by their PeerId's bytes, and what of them was announced. */
import { peerIdFromString } from '@libp2p/peer-id';
import { bytesOfPeerId, peerIdOfBytes } from '../../shared/net/peers.ts';
import { Lan, type LanSelf } from '../../shared/net/lan.ts';
import type { LanDevice } from '../../shared/net/heard-devices.ts';
import type { Clock } from '../../shared/clock.ts';
import type { LanEntry, LanFinder } from './ports.ts';

/** How a process takes part in its LAN. */
export interface LanSettings {
  /** Another port than mDNS's is a network of its own. */
  readonly port?: number;
  /** Names of the interfaces to speak on; none: those that are a LAN. */
  readonly interfaces?: readonly string[];
}

/** Asks and hears from `start()` on; announces nobody before a host does. */
export const createLan = (settings: LanSettings, clock: Clock, onFault: (error: unknown) => void): Lan =>
  new Lan({ ...settings, clock, onFault, browse: true });

/** Of a process without one. */
export const NO_LAN: LanFinder = {
  addressesOf: () => [],
  onFound: () => () => undefined,
  onLost: () => () => undefined,
  people: () => [],
  servers: () => [],
  look: () => undefined,
  setVisible: () => undefined,
};

/** @param self of whom others shall hear once that is wanted; absent: of nobody */
export function lanFinder(lan: Lan, self?: LanSelf): LanFinder {
  let visible = false;
  return {
    addressesOf: (device) => lan.device(peerIdOfBytes(device).toString())?.addresses ?? [],
    onFound: (listener) =>
      lan.listen({ found: (device) => listener(bytesOf(device.peer), device.addresses), lost: () => undefined }),
    onLost: (listener) => lan.listen({ found: () => undefined, lost: (peer) => listener(bytesOf(peer)) }),
    people: () => entries(lan.devices(), 'peer'),
    servers: () => entries(lan.devices(), 'server'),
    look: () => lan.look(),
    setVisible(wanted) {
      if (self === undefined || wanted === visible) return;
      visible = wanted;
      if (wanted) lan.announce(self);
      else void lan.withdraw();
    },
  };
}

const bytesOf = (peer: string): Uint8Array => bytesOfPeerId(peerIdFromString(peer));

const entries = (devices: readonly LanDevice[], kind: LanDevice['kind']): LanEntry[] =>
  devices
    .filter((device) => device.kind === kind)
    .map(({ peer, addresses, interfaces }) => ({ device: bytesOf(peer), addresses, interfaces }));

/** What a peer is started with. */
import type { LanSettings } from './net/lan.ts';
import type { Clock } from '../shared/clock.ts';
import type { Argon2idParameters } from '../shared/crypto/password.ts';
import type { Random } from '../shared/crypto/random.ts';
import type { Log } from '../shared/log.ts';

export interface PeerOptions {
  /** Folder of the profile; made where it is missing. */
  readonly folder: string;
  /** Multiaddrs to listen on. */
  readonly listen?: readonly string[];
  /** Where a port of theirs is taken: one of the next that is free. */
  readonly otherPort?: boolean;
  /** Take part in the DHT. */
  readonly dht?: boolean;
  /** Find others on the LAN, and be found where the person lets it; left out: neither. */
  readonly lan?: LanSettings;
  /** Ask the home router to map the listen port, so that friends elsewhere dial this device; left out: not. */
  readonly upnp?: boolean;
  /** Where to register unless the form says otherwise: an invite link, or a multiaddr with /p2p/. */
  readonly server?: string;
  /** What this device calls itself to the account's others; the machine's name and system where it is left out. */
  readonly deviceName?: string;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Log;
  /** Cost of deriving from passwords, for tests. */
  readonly argon2?: Argon2idParameters;
}

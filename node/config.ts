/** A peer's settings: defaults < `config.json` of the profile < environment (MIYU_…) < flags of `miyu up`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../shared/config.ts';
import type { Setting } from '../shared/config.ts';
import { LOG_LEVELS } from '../shared/log.ts';
import type { LogLevel } from '../shared/log.ts';
import { MAX_LAN_LINKS, MDNS_PORT } from '../shared/wire/lan-limits.ts';
import { MAX_ADDRESSES, MAX_ADDRESS_BYTES } from '../shared/wire/limits.ts';

export interface PeerSettings {
  /** Absolute folder of the profile. */
  readonly profile: string;
  /** Multiaddrs to listen on. */
  readonly listen: readonly string[];
  /** Where a port of theirs is taken: one of the next that is free. */
  readonly otherPort: boolean;
  /** Where to register, unless the form says otherwise: an invite link, or a multiaddr with /p2p/. */
  readonly server: string | null;
  /** Finds friends through the DHT too, for the time that the server is away. */
  readonly dht: boolean;
  /** Finds people and servers on the LAN by mDNS, and lets them find this device unless the person hides. */
  readonly lan: boolean;
  /** UDP port of that: mDNS's, unless some devices shall be among themselves. */
  readonly lanPort: number;
  /** Asks the home router (UPnP) to map the listen port. */
  readonly upnp: boolean;
  /** Names of the interfaces to speak on; none: those that are a LAN. */
  readonly lanInterfaces: readonly string[];
  /** What this device calls itself to the account's other devices, and to nobody else; null: the machine's name and system. */
  readonly deviceName: string | null;
  /** Port of the page on 127.0.0.1; 0: any free one; null: the default, or the next that is free; 'off': no page. */
  readonly pagePort: number | 'off' | null;
  readonly logLevel: LogLevel;
}

const Address = z.string().max(MAX_ADDRESS_BYTES).startsWith('/');

const Port = z.number().int().min(0).max(65_535);
/** The environment and flags give texts; what is no number stays as it is, for the schema to refuse. */
const numberOf = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;

const Schema = z.strictObject({
  listen: z.array(Address).min(1).max(MAX_ADDRESSES).exactOptional(),
  /** Port of the listen addresses where `listen` is not given; 0: any free one. */
  port: Port.default(0),
  otherPort: z.boolean().default(false),
  server: z.string().min(1).max(4096).exactOptional(),
  dht: z.boolean().default(true),
  lan: z.boolean().default(true),
  lanPort: Port.min(1).default(MDNS_PORT),
  upnp: z.boolean().default(true),
  lanInterfaces: z.array(z.string().min(1).max(64)).max(MAX_LAN_LINKS).default([]),
  deviceName: z.string().min(1).max(60).exactOptional(),
  pagePort: z.preprocess(numberOf, z.union([Port, z.literal('off')])).exactOptional(),
  log: z.enum(LOG_LEVELS).default('info'),
});

/** Name, form and environment variable of each setting; the guide's table is made of the same. */
export const PEER_SETTINGS: Readonly<Record<keyof z.output<typeof Schema>, Setting>> = {
  listen: { kind: 'list', env: 'MIYU_LISTEN' },
  port: { kind: 'number', env: 'MIYU_PORT' },
  otherPort: { kind: 'flag', env: 'MIYU_OTHER_PORT' },
  server: { kind: 'text', env: 'MIYU_SERVER' },
  dht: { kind: 'flag', env: 'MIYU_DHT' },
  lan: { kind: 'flag', env: 'MIYU_LAN' },
  lanPort: { kind: 'number', env: 'MIYU_LAN_PORT' },
  upnp: { kind: 'flag', env: 'MIYU_UPNP' },
  lanInterfaces: { kind: 'list', env: 'MIYU_LAN_INTERFACES' },
  deviceName: { kind: 'text', env: 'MIYU_DEVICE_NAME' },
  pagePort: { kind: 'text', env: 'MIYU_PAGE_PORT' },
  log: { kind: 'text', env: 'MIYU_LOG' },
};

/**
 * @param profile the folder, as the command line chose it
 * @throws MiyuError 'config-invalid' with the setting's name
 */
export function loadPeerSettings(
  profile: string,
  flags: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string | undefined>>,
): PeerSettings {
  const file = join(profile, 'config.json');
  const loaded = loadConfig(Schema, PEER_SETTINGS, { file: existsSync(file) ? file : undefined, env, flags });
  const { listen, port, otherPort, server, dht, lan, lanPort, upnp, lanInterfaces, deviceName, pagePort, log } = loaded;
  return {
    profile: resolve(profile),
    listen: listen ?? [`/ip4/0.0.0.0/tcp/${port}`],
    otherPort,
    server: server ?? null,
    dht,
    lan,
    lanPort,
    upnp,
    lanInterfaces,
    deviceName: deviceName ?? null,
    pagePort: pagePort ?? null,
    logLevel: log,
  };
}

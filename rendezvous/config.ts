/** An operator's settings: defaults < JSON file < environment < flags. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { loadConfig, type ConfigSources, type Setting } from '../shared/config.ts';
import { LOG_LEVELS } from '../shared/log.ts';
import { isNameFault, normaliseName } from '../shared/usernames.ts';
import {
  MAX_ADDRESS_BYTES,
  MAX_ADDRESSES,
  MAX_NAME_CODE_POINTS,
  MAX_SERVER_NAME_BYTES,
  MAX_VAULT_BYTES,
} from '../shared/wire/limits.ts';
import { MAX_LAN_LINKS, MDNS_PORT } from '../shared/wire/lan-limits.ts';
import { DEFAULTS, MAX_RESERVED_NAMES, TOKENS } from './limits.ts';

const address = z
  .string()
  .max(MAX_ADDRESS_BYTES)
  .regex(/^\/[\x21-\x7e]+$/);
const count = (most: number) => z.number().int().min(1).max(most);

export const ServerSettings = z.strictObject({
  /** Folder of key, store and operator's socket. */
  data: z
    .string()
    .min(1)
    .default(() => defaultFolder(process.env)),
  /** Multiaddrs; empty: the port on every IPv4 address. */
  listen: z.array(address).max(MAX_ADDRESSES).default([]),
  /** 0: any free one. */
  port: z.number().int().min(0).max(65_535).default(DEFAULTS.port),
  /** Multiaddrs that clients are told in place of the ones listened on (behind a forwarded port). */
  announce: z.array(address).max(MAX_ADDRESSES).default([]),
  /** By mDNS, to whoever looks for a server on the same LAN; auto: where one of its addresses is private. */
  announceOnLan: z.enum(['auto', 'on', 'off']).default('auto'),
  /** UDP port of that: mDNS's, unless some devices shall be among themselves. */
  lanPort: z.number().int().min(1).max(65_535).default(MDNS_PORT),
  /** Names of the interfaces to announce on; empty: those that are a LAN. */
  lanInterfaces: z.array(z.string().min(1).max(64)).max(MAX_LAN_LINKS).default([]),
  /** Has its port mapped by a home router (UPnP). Off: nobody asks a data centre's router for holes. */
  upnp: z.boolean().default(false),
  /** Shown to people who register. */
  name: z
    .string()
    .refine((name) => name.isWellFormed() && Buffer.byteLength(name) <= MAX_SERVER_NAME_BYTES && !/\p{C}/u.test(name))
    .default(''),
  email: z.enum(['off', 'optional', 'required']).default('optional'),
  maxNameLength: count(MAX_NAME_CODE_POINTS).default(MAX_NAME_CODE_POINTS),
  tokenRequired: z.boolean().default(false),
  /** Nobody registers, whatever he shows. */
  registrationClosed: z.boolean().default(false),
  /** Tokens that a member may have open; 0: the operator alone invites. */
  invitesPerAccount: z.number().int().min(0).max(TOKENS.mostPerAccount).default(DEFAULTS.invitesPerAccount),
  /** Beside the built-in list: names that nobody may take, nor what looks like them. */
  reservedNames: z
    .array(z.string().refine((name) => !isNameFault(normaliseName(name))))
    .max(MAX_RESERVED_NAMES)
    .default([]),
  maxAccounts: count(100_000_000).default(DEFAULTS.maxAccounts),
  mailDays: z.number().min(0.001).max(3_650).default(DEFAULTS.mailDays),
  mailboxItems: count(10_000_000).default(DEFAULTS.mailboxItems),
  mailboxMiB: z.number().positive().max(1_000_000).default(DEFAULTS.mailboxMiB),
  senderItems: count(10_000_000).default(DEFAULTS.senderItems),
  senderMiB: z.number().positive().max(1_000_000).default(DEFAULTS.senderMiB),
  maxConnections: count(100_000).default(DEFAULTS.maxConnections),
  /** New connections a second, of one address and in total. */
  acceptPerAddress: count(100_000).default(DEFAULTS.acceptPerAddress),
  acceptTotal: count(100_000).default(DEFAULTS.acceptTotal),
  registrationsPerMinute: count(1_000_000).default(DEFAULTS.registrationsPerMinute),
  /** 0: no sign-in by password alone. */
  vaultKiB: z
    .number()
    .int()
    .min(0)
    .max(MAX_VAULT_BYTES / 1_024)
    .default(DEFAULTS.vaultKiB),
  nameHoldDays: z.number().min(0).max(3_650).default(DEFAULTS.nameHoldDays),
  /** Carries connections of members who cannot be reached otherwise. */
  relay: z.boolean().default(false),
  relayMaxReservations: count(100_000).default(DEFAULTS.relayMaxReservations),
  relayMaxLinks: count(100_000).default(DEFAULTS.relayMaxLinks),
  /** Within an hour. */
  relayMiBPerAccount: z.number().positive().max(1_000_000_000).default(DEFAULTS.relayMiBPerAccount),
  relayMiB: z.number().positive().max(1_000_000_000).default(DEFAULTS.relayMiB),
  logLevel: z.enum(LOG_LEVELS).default('info'),
  /** Absent: stderr. */
  logFile: z.string().min(1).optional(),
});
export type ServerSettings = z.output<typeof ServerSettings>;

const setting = (kind: Setting['kind'], env: string): Setting => ({ kind, env: `MIYU_RENDEZVOUS_${env}` });

/** How each is written in the environment. */
export const SETTINGS: Readonly<Record<keyof ServerSettings, Setting>> = {
  data: setting('text', 'DATA'),
  listen: setting('list', 'LISTEN'),
  port: setting('number', 'PORT'),
  announce: setting('list', 'ANNOUNCE'),
  announceOnLan: setting('text', 'ANNOUNCE_ON_LAN'),
  lanPort: setting('number', 'LAN_PORT'),
  lanInterfaces: setting('list', 'LAN_INTERFACES'),
  upnp: setting('flag', 'UPNP'),
  name: setting('text', 'NAME'),
  email: setting('text', 'EMAIL'),
  maxNameLength: setting('number', 'MAX_NAME_LENGTH'),
  tokenRequired: setting('flag', 'TOKEN_REQUIRED'),
  registrationClosed: setting('flag', 'REGISTRATION_CLOSED'),
  invitesPerAccount: setting('number', 'INVITES_PER_ACCOUNT'),
  reservedNames: setting('list', 'RESERVED_NAMES'),
  maxAccounts: setting('number', 'MAX_ACCOUNTS'),
  mailDays: setting('number', 'MAIL_DAYS'),
  mailboxItems: setting('number', 'MAILBOX_ITEMS'),
  mailboxMiB: setting('number', 'MAILBOX_MIB'),
  senderItems: setting('number', 'SENDER_ITEMS'),
  senderMiB: setting('number', 'SENDER_MIB'),
  maxConnections: setting('number', 'MAX_CONNECTIONS'),
  acceptPerAddress: setting('number', 'ACCEPT_PER_ADDRESS'),
  acceptTotal: setting('number', 'ACCEPT_TOTAL'),
  registrationsPerMinute: setting('number', 'REGISTRATIONS_PER_MINUTE'),
  vaultKiB: setting('number', 'VAULT_KIB'),
  nameHoldDays: setting('number', 'NAME_HOLD_DAYS'),
  relay: setting('flag', 'RELAY'),
  relayMaxReservations: setting('number', 'RELAY_MAX_RESERVATIONS'),
  relayMaxLinks: setting('number', 'RELAY_MAX_LINKS'),
  relayMiBPerAccount: setting('number', 'RELAY_MIB_PER_ACCOUNT'),
  relayMiB: setting('number', 'RELAY_MIB'),
  logLevel: setting('text', 'LOG_LEVEL'),
  logFile: setting('text', 'LOG_FILE'),
};

/** @throws MiyuError 'config-invalid' with `field` */
export function loadServerSettings(sources: ConfigSources): ServerSettings {
  const settings = loadConfig(ServerSettings, SETTINGS, {
    ...sources,
    file: sources.file ?? sources.env['MIYU_RENDEZVOUS_CONFIG'],
  });
  return { ...settings, data: resolve(settings.data) };
}

export const listenAddresses = ({ listen, port }: ServerSettings): readonly string[] =>
  listen.length > 0 ? listen : [`/ip4/0.0.0.0/tcp/${port}`];

/** Where the system keeps a program's data. */
function defaultFolder(env: NodeJS.ProcessEnv): string {
  const name = 'miyu-rendezvous';
  if (process.platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), name);
}

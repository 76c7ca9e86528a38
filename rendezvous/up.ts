/** `miyu-rendezvous up`: the server in the foreground, until a signal ends it. */
import { openLog } from '../shared/log.ts';
import type { PortMappingState } from '../shared/net/port-mapping.ts';
import { adminHandlers, identityReport } from './admin/handlers.ts';
import { startAdmin } from './admin/listener.ts';
import { adminSocketPath, type IdentityReport } from './admin/protocol.ts';
import type { ServerSettings } from './config.ts';
import { startServer, type RendezvousServer } from './server.ts';

/** Faults that nobody awaited: one is logged and lived with; so many within a minute are a broken process. */
const MAX_STRAY_FAULTS = 20;
const STRAY_WINDOW_MS = 60_000;

export interface ReadyReport extends IdentityReport {
  readonly event: 'ready';
  readonly pid: number;
  readonly data: string;
  readonly admin: string;
}

/** The home router has mapped the port, or does not any more. */
export interface PortMappingReport extends IdentityReport {
  readonly event: 'port-mapping';
  readonly portMapping: PortMappingState;
}

/** What is told while it runs. */
export interface UpTold {
  ready(report: ReadyReport): void;
  portMapping(report: PortMappingReport): void;
  stopping(): void;
}

/** Runs until SIGINT, SIGTERM, a `stop` from the parent process, or its end. @throws MiyuError as startServer */
export async function runUp(settings: ServerSettings, tell: UpTold): Promise<void> {
  const log = openLog({ level: settings.logLevel, file: settings.logFile });
  const strays = guardAgainstStrays((error) => log.fault(error));
  const server = await startServer(settings, { log });
  const path = adminSocketPath(settings.data);
  try {
    const { name, email, maxNameLength, tokenRequired, maxAccounts, mailDays } = settings;
    const { registrationClosed, invitesPerAccount, reservedNames } = settings;
    const { mailboxItems, mailboxMiB, senderItems, senderMiB, vaultKiB, nameHoldDays } = settings;
    const policy = {
      name,
      email,
      maxNameLength,
      tokenRequired,
      registrationClosed,
      invitesPerAccount,
      reservedNames,
      maxAccounts,
      mailDays,
      mailboxItems,
      mailboxMiB,
      senderItems,
      senderMiB,
      vaultKiB,
      nameHoldDays,
    };
    const admin = await startAdmin(path, adminHandlers(server, policy), log);
    const ended = untilAskedToStop();
    log.info('ready', { count: server.addresses().length });
    tell.ready({ event: 'ready', ...identityReport(server), pid: process.pid, data: settings.data, admin: path });
    tellPortMapping(server, tell);
    await ended;
    tell.stopping();
    await admin.stop();
  } finally {
    await server.stop();
    strays();
    log.close();
  }
}

/** At each change, and at once what has changed since the start. */
function tellPortMapping(server: RendezvousServer, tell: UpTold): void {
  const { router } = server;
  if (router === undefined) return;
  const now = (): void =>
    tell.portMapping({ event: 'port-mapping', portMapping: router.state, ...identityReport(server) });
  router.onChange(now);
  if (router.state.state !== 'searching') now();
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      // A second Ctrl-C means "at once": every acknowledged write is on disk.
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    if (process.send === undefined) return;
    // A child must not outlive its supervisor; and Windows has no signal that could be caught.
    process.on('disconnect', () => resolve());
    // It ended while we started: nobody will tell.
    if (!process.connected) resolve();
    process.on('message', (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop') resolve();
    });
  });
}

/** A stray fault of one stream must not take everybody's server down. */
function guardAgainstStrays(tell: (error: unknown) => void): () => void {
  let times: number[] = [];
  const onStray = (error: unknown): void => {
    tell(error);
    const now = performance.now();
    times = [...times.filter((time) => time > now - STRAY_WINDOW_MS), now];
    if (times.length > MAX_STRAY_FAULTS) process.exit(1);
  };
  process.on('uncaughtException', onStray);
  process.on('unhandledRejection', onStray);
  return () => {
    process.off('uncaughtException', onStray);
    process.off('unhandledRejection', onStray);
  };
}

/** The process that holds the keys: a peer and its local API, started and ended by node/supervisor.ts. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { systemClock } from '../shared/clock.ts';
import { openLog } from '../shared/log.ts';
import type { Log } from '../shared/log.ts';
import { MiyuError } from '../shared/errors.ts';
import { makeFolder } from '../shared/folders.ts';
import { isActivity } from './api/activity.ts';
import { serveApi } from './api/server.ts';
import type { PageOptions } from './api/page-server.ts';
import type { ApiServer } from './api/server.ts';
import { createPeer } from './app.ts';
import type { LockedBy, Peer } from './flows/peer.ts';
import { IdleLock } from './idle-lock.ts';
import { checkListen } from './listen-check.ts';
import { EXIT_LOCKED } from './supervisor.ts';
import type { Ending, ToChild, ToParent } from './supervisor.ts';

/** A clean end takes a second at most; whatever hangs longer than this is left to the kernel. */
const CLOSE_TIMEOUT_MS = 12_000;
/** Faces read the news of a sign-out from elsewhere before their connection ends. */
const TELL_MS = 300;
/** What a crash leaves behind as exit code (EX_SOFTWARE of sysexits). */
const EXIT_FAULT = 70;

/** Runs as the child of a supervisor until it is told to end. */
export function runDaemon(): void {
  let started = false;
  // Ctrl-C in a terminal reaches parent and child: the parent decides.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => {
    if (!started) process.exit(0);
  });
  process.on('message', (message: ToChild) => {
    if (message.type === 'start' && !started) {
      started = true;
      void run(message);
    } else if (!started) {
      process.exit(0);
    }
  });
}

async function run({ settings, after, lockedBy }: Extract<ToChild, { type: 'start' }>): Promise<void> {
  const folder = join(settings.profile, 'log');
  // Before the folder is known to be a profile nothing is made in it: the first lines have no place, and are dropped.
  const log = openLog({ level: settings.logLevel, file: join(folder, 'peer.log') });
  process.on('exit', () => {
    log.close();
  });
  const crash = (error: unknown): void => {
    log.fault(error);
    process.exit(EXIT_FAULT);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);

  let peer: Peer;
  let api: ApiServer;
  let loggingOut = false;
  let end: (code: number, ending?: Ending, idle?: LockedBy) => void = () => undefined;
  const idle = new IdleLock({
    clock: systemClock,
    minutes: () => autoLockOf(peer),
    lock: (since) => {
      end(EXIT_LOCKED, 'locked', { by: 'idle', since });
    },
  });
  try {
    peer = await createPeer({
      folder: settings.profile,
      listen: settings.listen,
      otherPort: settings.otherPort,
      dht: settings.dht,
      upnp: settings.upnp,
      ...(settings.lan ? { lan: { port: settings.lanPort, interfaces: settings.lanInterfaces } } : {}),
      ...(settings.server === null ? {} : { server: settings.server }),
      ...(settings.deviceName === null ? {} : { deviceName: settings.deviceName }),
      log,
    });
    if (!settings.otherPort) await checkListen(settings.listen);
    makeFolder(folder);
    api = await serveApi({
      profile: settings.profile,
      peer,
      version: peer.status().version,
      env: process.env,
      signedOutBefore: after === 'signed-out',
      lockedBefore: lockedBy,
      onAsked: (method) => {
        if (isActivity(method)) idle.active();
        loggingOut ||= method === 'logout' || method === 'account.delete';
      },
      onAnswered: (method) => {
        if (method === 'logout' || method === 'account.delete') end(EXIT_LOCKED, 'locked');
        else if (method === 'stop') end(0);
      },
      onFault: (error) => {
        log.fault(error);
      },
      ...(settings.pagePort === 'off' ? {} : { page: pageOf(settings.pagePort, log) }),
    });
  } catch (error) {
    await fail(error, log);
    return;
  }

  idle.start();
  end = once((code, ending, idly) => {
    idle.stop();
    void close(peer, api, log).then(async () => {
      if (ending !== undefined) await tell({ type: 'ending', ending, lockedBy: idly ?? peer.status().lockedBy });
      process.exit(code);
    });
    setTimeout(() => process.exit(code), CLOSE_TIMEOUT_MS);
  });
  process.on('SIGTERM', () => {
    end(0);
  });
  process.on('message', (message: ToChild) => {
    if (message.type === 'stop') end(0);
  });
  // The parent is gone, however it went: nobody could lock or stop this process any more.
  process.on('disconnect', () => {
    end(0);
  });
  peer.onEvent(({ event }) => {
    // A sign-out by the person ends when it is answered.
    if (event.type !== 'state' || event.state !== 'signed-out' || loggingOut) return;
    setTimeout(() => {
      end(EXIT_LOCKED, 'signed-out');
    }, TELL_MS);
  });

  const status = peer.status();
  await tell({
    type: 'ready',
    report: {
      pid: process.pid,
      profile: settings.profile,
      socket: api.path,
      page: api.page,
      listening: status.listening,
      state: status.state,
      lockedBy,
      device: status.device,
      version: status.version,
    },
  });
  if (!process.connected) end(0);
}

/** The page as the build put it beside the bundles. */
function pageOf(port: number | null, log: Log): PageOptions {
  const place = import.meta.url.endsWith('.ts') ? '../dist/web/' : './web/';
  return {
    port,
    folder: fileURLToPath(new URL(place, import.meta.url)),
    onReport: (report) => {
      // The rest of a report are addresses and pieces of script: nothing for a log.
      const found = CspReport.safeParse(report);
      log.warn('page-policy', { code: found.data?.['csp-report']['effective-directive'] ?? 'unknown' });
    },
  };
}

const CspReport = z.object({ 'csp-report': z.object({ 'effective-directive': z.string().max(64) }) });

async function close(peer: Peer, api: ApiServer, log: Log): Promise<void> {
  for (const part of [() => api.close(), () => peer.stop()]) {
    try {
      await part();
    } catch (error) {
      log.fault(error); // The other part shall end all the same.
    }
  }
}

/** What keeps a peer from running is told to the parent in a code; anything else is a crash. */
async function fail(error: unknown, log: Log): Promise<void> {
  log.fault(error);
  if (error instanceof MiyuError) {
    const { code, field, detail } = error;
    await tell({
      type: 'failed',
      error: { code, ...(field === undefined ? {} : { field }), ...(detail === undefined ? {} : { detail }) },
    });
  }
  process.exit(EXIT_FAULT);
}

async function tell(message: ToParent): Promise<void> {
  await new Promise<void>((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else
      process.send(message, () => {
        resolve();
      });
  });
}

function once<A extends readonly unknown[]>(run: (...args: A) => void): (...args: A) => void {
  let done = false;
  return (...args) => {
    if (done) return;
    done = true;
    run(...args);
  };
}

/** Minutes, as the person has set them; null: off, or nothing is open that could be locked. */
function autoLockOf(peer: Peer): number | null {
  const { state } = peer.status();
  if (state !== 'online' && state !== 'connecting') return null;
  const { autoLock } = peer.settings();
  return autoLock === 'off' ? null : Number(autoLock);
}

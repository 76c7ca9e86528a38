/** A real server on the loopback with a real store in a folder of its own, for tests of its protocol. */
import { onTestFinished } from 'vitest';
import { systemClock, type Clock } from '../../shared/clock.ts';
import { createLog } from '../../shared/log.ts';
import { ServerSettings } from '../../rendezvous/config.ts';
import { temporaryFolder } from './temporary.ts';
import { startServer, type RendezvousServer, type ServerOptions } from '../../rendezvous/server.ts';

export interface TestServer {
  readonly server: RendezvousServer;
  readonly settings: ServerSettings;
  /** Everything that the server has logged, as it stands in the file. */
  log(): string;
  stop(): Promise<void>;
  /** Stops, and starts again on the same folder. */
  restart(changed?: Partial<ServerSettings>): Promise<TestServer>;
}

/** Settings of a test: on the loopback, and as many newcomers as there are. */
export const testSettings = (data: string, changed: Partial<ServerSettings> = {}): ServerSettings => ({
  ...ServerSettings.parse({ data }),
  listen: ['/ip4/127.0.0.1/tcp/0'],
  acceptPerAddress: 10_000,
  acceptTotal: 10_000,
  registrationsPerMinute: 1_000_000,
  logLevel: 'debug',
  ...changed,
});

export async function startTestServer(
  changed: Partial<ServerSettings> = {},
  options: Omit<ServerOptions, 'log'> = {},
): Promise<TestServer> {
  const settings = testSettings(changed.data ?? (await temporaryFolder()), changed);
  let text = '';
  const log = createLog({ level: settings.logLevel, write: (lines) => (text += lines) });
  const server = await startServer(settings, { ...options, log });
  onTestFinished(() => server.stop());
  return {
    server,
    settings,
    log: () => {
      log.flush();
      return text;
    },
    stop: () => server.stop(),
    restart: async (again = {}) => {
      await server.stop();
      return startTestServer({ ...settings, ...again }, options);
    },
  };
}

/** A clock whose time goes on by itself and can be moved. */
export function movableClock(): Clock & { advance(ms: number): void } {
  let ahead = 0;
  return {
    wall: () => systemClock.wall() + ahead,
    monotonic: () => systemClock.monotonic() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}

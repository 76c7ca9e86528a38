/** The server of `npm start`, kept running: a crash is told, and it is started again, but not for ever. */
import { join } from 'node:path';
import { askProgram, startProgram } from './processes.ts';
import type { Program } from './processes.ts';

const FIRST_PAUSE_MS = 1_000;
const MAX_CRASHES = 5;

export interface ServerReport {
  readonly peerId: string;
  readonly fingerprint: string;
  readonly addresses: readonly string[];
  readonly invite: string;
}

export interface OwnServer {
  readonly report: ServerReport;
  /** Whether nobody is registered there; false where it does not say. */
  isUnused(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface OwnServerOptions {
  readonly data: string;
  readonly port: number;
  /** Whether others on the local network shall find it. */
  readonly lan: boolean;
}

/** Of the server in its environment. */
const ANNOUNCE = 'MIYU_RENDEZVOUS_ANNOUNCE_ON_LAN';

/**
 * @param signal all ends: Ctrl-C reaches the server by itself, and it may be gone before it is stopped
 * @throws MiyuError 'port-taken' | 'profile-in-use' | 'folder-unwritable' | … as the server reports it
 */
export async function startOwnServer(
  { data, port, lan }: OwnServerOptions,
  signal: AbortSignal,
  on: { readonly restarting: (pauseMs: number) => void; readonly gone: () => void },
): Promise<OwnServer> {
  const folder = join(data, 'server');
  const start = (): Program =>
    startProgram(
      'miyu-rendezvous',
      ['up', '--json', '--data', folder, '--port', String(port), '--log-file', join(data, 'server.log')],
      // What the person has set for it stands above what is usual here.
      { [ANNOUNCE]: lan ? (process.env[ANNOUNCE] ?? 'on') : 'off' },
    );
  let program = start();
  const { peerId, fingerprint, addresses, invite } = (await program.ready) as unknown as ServerReport;
  let stopping = false;
  let pause: NodeJS.Timeout | undefined;
  let crashes = 0;
  const watch = (): void => {
    void program.ended.then(() => {
      if (stopping || signal.aborted) return;
      crashes += 1;
      if (crashes > MAX_CRASHES) {
        on.gone();
        return;
      }
      const pauseMs = FIRST_PAUSE_MS * 2 ** (crashes - 1);
      on.restarting(pauseMs);
      pause = setTimeout(() => {
        program = start();
        watch();
      }, pauseMs);
    });
  };
  watch();
  return {
    report: { peerId, fingerprint, addresses, invite },
    isUnused: async () =>
      (await askProgram('miyu-rendezvous', ['status', '--json', '--data', folder]))?.['accounts'] === 0,
    stop: async () => {
      stopping = true;
      clearTimeout(pause);
      await program.stop();
    },
  };
}

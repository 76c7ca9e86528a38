/** Who lives on the hosts of a network: one server, two peers. */
import { join } from 'node:path';
import { Actor } from '../actor.ts';
import { startServer, type End, type Running, type RunningServer } from '../processes.ts';
import type { Programs } from '../programs.ts';
import { readArrivals, type Arrivals } from './arrivals.ts';
import type { Network } from './network.ts';

/** Every host has all its ports for itself. */
const LISTEN = '/ip4/0.0.0.0/tcp/4077';
const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Run as they are, without a bundle: they start once. */
export const netPrograms = (folder: string): Programs => ({
  peer: join(import.meta.dirname, 'peer-process.ts'),
  server: join(ROOT, 'rendezvous', 'main.ts'),
  environment: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
  remove: () => undefined,
});

export interface Place {
  readonly programs: Programs;
  readonly network: Network;
  readonly folder: string;
}

export function startServerHost({ programs, network, folder }: Place): RunningServer {
  const data = join(folder, 'server');
  return startServer({
    programs,
    data,
    listen: LISTEN,
    log: `${data}.log`,
    environment: network.environment('server'),
  });
}

export class PeerHost extends Actor {
  readonly #place: Place;

  constructor(place: Place, name: string, friend: string) {
    super(place.programs, place.folder, name, 'peer', LISTEN);
    this.#place = place;
    this.friends = [friend];
  }

  /** @param onEnd it has ended, whoever wanted it */
  begin(onEnd: (end: End) => void): Running {
    const environment = this.#place.network.environment(this.name);
    const running = this.start({ ...environment, MIYU_ARRIVALS: this.path('arrivals') });
    void running.ended.then((end) => {
      this.ended();
      onEnd(end);
    });
    return running;
  }

  /** Resolves once it has its friend. */
  async greet(invite: Promise<string>): Promise<void> {
    await this.join(invite, []);
    await this.meet();
    this.ready = true;
  }

  arrivals(): Arrivals {
    return readArrivals(this.path('arrivals'));
  }

  /** Of the first that was committed here after this time. */
  firstArrival(after: number, path: 'any' | 'direct' = 'any'): number | undefined {
    const { direct, byMailbox } = this.arrivals();
    const times = [...direct, ...(path === 'any' ? byMailbox : [])].filter((time) => time > after);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}

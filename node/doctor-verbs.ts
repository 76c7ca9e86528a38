/** What a person asks where it does not work: why, and what goes on without the server. */
import { examine, type DoctorPorts } from './flows/doctor.ts';
import { friendsToSee } from './flows/doctor-friends.ts';
import { DoctorRuns } from './flows/doctor-runs.ts';
import type { Peer, PeerStatus } from './flows/peer.ts';
import { parseServer } from './flows/server-text.ts';
import { needContact } from './flows/unfriend.ts';
import { withoutServer } from './flows/without-server.ts';
import { NameVerbs } from './name-verbs.ts';
import { createPeerHost } from './net/host.ts';
import type { RendezvousClient, Waiting } from './net/ports.ts';
import { systemProbe } from './net/probe.ts';
import type { PeerOptions } from './peer-options.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import { systemRandom } from '../shared/crypto/random.ts';
import { MiyuError } from '../shared/errors.ts';
import type { Home } from '../shared/wire/generated/identity.js';

const ANY_ADDRESS = ['/ip4/0.0.0.0/tcp/0'];

type Verbs = 'beginDoctor' | 'followDoctor' | 'withoutServer';

export abstract class DoctorVerbs extends NameVerbs implements Pick<Peer, Verbs> {
  protected readonly clock: Clock;
  /** Multiaddrs on which this program shall listen. */
  protected readonly listen: readonly string[];
  protected override readonly defaultServer: string | undefined;
  readonly #runs = new DoctorRuns();
  readonly #ending = new AbortController();

  constructor({ clock, listen, server }: Pick<PeerOptions, 'clock' | 'listen' | 'server'>) {
    super();
    this.clock = clock ?? systemClock;
    this.listen = listen ?? ANY_ADDRESS;
    this.defaultServer = server;
  }

  beginDoctor({ who }: Parameters<Peer['beginDoctor']>[0] = {}): number {
    const ports = this.#doctorPorts(who);
    return this.#runs.begin(who, (onCheck) => examine(ports, onCheck, this.#ending.signal));
  }

  followDoctor({ run, after }: Parameters<Peer['followDoctor']>[0]): ReturnType<Peer['followDoctor']> {
    return this.#runs.follow(run, after);
  }

  withoutServer(): ReturnType<Peer['withoutServer']> {
    const { flows, homes, messaging } = this.need();
    return withoutServer(flows.context, flows.contacts, homes, (friend) => messaging.presence(friend));
  }

  /** What is measured just now is of no use to anybody any more. */
  protected endDoctor(): void {
    this.#ending.abort(new MiyuError('closed'));
  }

  #doctorPorts(who: string | undefined): DoctorPorts {
    const open = this.unlocked();
    const { clock } = this;
    if (open === undefined) {
      // Whose friend is meant is in the vault.
      if (who !== undefined) this.need();
      const text = this.defaultServer;
      return closedPorts({
        clock,
        instead: insteadOf(this.status()),
        listen: this.listen,
        server: text === undefined ? null : parseServer(text).home,
      });
    }
    const { flows, homes, host, messaging, account, relays } = open;
    const { context, contacts } = flows;
    const named = who === undefined ? undefined : needContact(flows, who);
    const { links } = host;
    const presence = (friend: Uint8Array) => messaging.presence(friend);
    const lostMs = (friend: Uint8Array) => messaging.lostMs(friend);
    const { friends, leftOut } = friendsToSee({ context, homes, links, presence, lostMs }, contacts.all(), named);
    const { home } = account.own();
    return {
      ...{ probe: systemProbe, clock, instead: null, friends, friendsLeftOut: leftOut },
      listening: listeningAt(host.listening(), true),
      router: host.portMapping(),
      server: {
        home,
        client: homes.ownClient(),
        reason: homes.state.reason ?? null,
        lostMs: homes.endedMs,
        relay: relays.place(),
        connect: (waiting) => host.rendezvous.connect(home, waiting),
      },
    };
  }
}

function insteadOf({ state }: PeerStatus): NonNullable<DoctorPorts['instead']> {
  return state === 'no-account' || state === 'signed-out' ? state : 'locked';
}

/** What can be measured without an account. A server is dialled by a host that is there for that alone, with a key of the moment. */
export function closedPorts({
  clock,
  instead,
  listen,
  server,
}: {
  readonly clock: Clock;
  readonly instead: NonNullable<DoctorPorts['instead']>;
  readonly listen: readonly string[];
  readonly server: Home | null;
}): DoctorPorts {
  return {
    ...{ probe: systemProbe, clock, instead, friends: [], friendsLeftOut: 0 },
    listening: listeningAt(listen, false),
    server: server && {
      home: server,
      client: undefined,
      reason: null,
      lostMs: null,
      relay: null,
      connect: (waiting) => visit(server, clock, waiting),
    },
  };
}

async function visit(home: Home, clock: Clock, waiting: Waiting): Promise<RendezvousClient> {
  const host = await createPeerHost({ deviceSeed: systemRandom(32), listen: [], dht: false, clock });
  try {
    const client = await host.rendezvous.connect(home, waiting);
    void client.closed.finally(() => host.stop());
    return client;
  } catch (error) {
    await host.stop();
    throw error instanceof MiyuError ? error : new MiyuError('internal', { cause: error });
  }
}

/** Of multiaddrs with a port; 0 stands for any, and cannot be taken. */
function listeningAt(addresses: readonly string[], isOurs: boolean): DoctorPorts['listening'] {
  return addresses.flatMap((address) => {
    const [, host, port] = /^\/ip[46]\/([^/]+)\/tcp\/([1-9]\d{0,4})/.exec(address) ?? [];
    return host === undefined ? [] : [{ host, port: Number(port), isOurs }];
  });
}

/** Where faults are played: a network with the programs in it, brought into the state that a fault begins with, and asked. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DoctorReportBody, FindingBody } from '../../../../node/api/contract-doctor.ts';
import { inhabitants } from '../../net/inhabitants.ts';
import type { Host } from '../host.ts';
import type { Lab } from '../lab.ts';
import { miyuWords } from '../orders.ts';
import { PASSWORD, SERVER_PORT, LabPeer, LabServer, befriend, waitFor } from '../programs.ts';
import type { Expected } from './fault.ts';

/** What runs when a fault begins; whoever is not named runs. */
export interface Begin {
  readonly server?: 'down';
  readonly bob?: 'down';
  readonly carol?: 'down';
}

export interface Fault extends Expected {
  readonly begin?: Begin;
  /** Breaks it. @returns what the doctor says, where it is asked in another way than of alice’s running peer */
  readonly play: (stage: Stage) => Promise<unknown>;
  /** Which friend alice asks about. */
  readonly who?: string;
  readonly mend?: (stage: Stage) => Promise<unknown>;
}

export interface StageParts {
  readonly lab: Lab;
  readonly folder: string;
  readonly server: LabServer;
  readonly alice: LabPeer;
  readonly bob: LabPeer;
  readonly carol?: LabPeer;
}

/** A responder of mDNS as any: it answers whoever asked from another port than 5353, and that one alone (RFC 6762 section 6.7). */
const RESPONDER = `
  const socket = require('node:dgram').createSocket({ type: 'udp4', reuseAddr: true });
  socket.on('message', (message, from) => {
    if (message.length < 12 || (message[2] & 0x80) !== 0) return;
    const answer = Buffer.from(message);
    answer[2] |= 0x80;
    answer.writeUInt16BE(1, 6);
    socket.send(answer, from.port, from.address);
  });
  socket.bind(5353, () => { socket.addMembership('224.0.0.251'); console.log('ready'); });
`;

/** Longer than the doctor remembers whom it has reached (node/core/doctor-path.ts). */
const FORGOTTEN_MS = 65_000;

export class Stage {
  readonly lab: Lab;
  readonly folder: string;
  readonly server: LabServer;
  readonly alice: LabPeer;
  readonly bob: LabPeer;
  readonly #carol: LabPeer | undefined;
  /** Who is down, and since when by performance.now(). */
  readonly #down = new Map<LabServer | LabPeer, number>();
  #told: readonly FindingBody[] | undefined;
  #made = 0;

  constructor({ lab, folder, server, alice, bob, carol }: StageParts) {
    this.lab = lab;
    this.folder = folder;
    this.server = server;
    this.alice = alice;
    this.bob = bob;
    this.#carol = carol;
  }

  get carol(): LabPeer {
    if (this.#carol === undefined) throw new Error('there is no carol here');
    return this.#carol;
  }

  host(name: string): Host {
    return this.lab.hostNamed(name);
  }

  /** @returns what the doctor told, and after how many seconds */
  async examine(fault: Fault): Promise<{ readonly findings: readonly FindingBody[]; readonly seconds: number }> {
    await this.#become(fault.begin ?? {});
    try {
      this.#told = undefined;
      await fault.play(this);
      const startedAt = performance.now();
      const findings = this.#told ?? (await this.#ask(fault.who)).findings;
      return { findings, seconds: (performance.now() - startedAt) / 1_000 };
    } finally {
      await fault.mend?.(this);
    }
  }

  /** The doctor of a profile on which nobody runs, on alice’s machine. */
  async askAlone(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const profile = this.fresh('alone');
    mkdirSync(profile);
    writeFileSync(join(profile, 'config.json'), JSON.stringify(settings));
    const [program = '', ...args] = miyuWords(profile, ['doctor', '--json']);
    const { out, err } = await this.alice.host.run(program, args);
    if (out === '') throw new Error(err);
    this.#told = (JSON.parse(out) as DoctorReportBody).findings;
  }

  /** `/ip4/…/tcp/…/p2p/…` of the server under another address. */
  serverAt(address: string): string {
    return `${address}/tcp/${SERVER_PORT}/p2p/${this.server.peerId}`;
  }

  fresh(name: string): string {
    return join(this.folder, `${name}-${(this.#made += 1)}`);
  }

  async aliceIs(state: 'online' | 'connecting'): Promise<void> {
    await this.alice.reaches(state);
  }

  /** Whoever is down was not reached for a minute: what was there just now and keeps silent has rather gone than begun to filter. */
  async longAfter(who: LabServer | LabPeer): Promise<void> {
    const since = this.#down.get(who);
    if (since === undefined) throw new Error('it is up');
    await pause(Math.max(0, since + FORGOTTEN_MS - performance.now()));
  }

  async misses(friend: LabPeer): Promise<void> {
    await waitFor(
      `${this.alice.name} misses ${friend.name}`,
      async () => (await this.alice.friend(friend.name))?.presence !== 'online',
    );
  }

  async meets(friend: LabPeer): Promise<void> {
    await this.alice.sees(friend, { presence: 'online' });
  }

  /** Everything that runs on a machine stands still, as a machine that swaps or sleeps. */
  freeze({ namespace }: Host): void {
    for (const pid of inhabitants([namespace.name])) process.kill(pid, 'SIGSTOP');
  }

  async thaw({ namespace }: Host): Promise<void> {
    for (const pid of inhabitants([namespace.name])) process.kill(pid, 'SIGCONT');
    await this.aliceIs('online');
  }

  /** A minute later, for what alice’s system knows of its neighbours: those whom it looks for again, in vain or not, are all that it knows. */
  async aMinuteLater(): Promise<void> {
    await this.alice.host.namespace.ip('neigh flush all');
    await this.#tryPrinter();
  }

  async meetPrinter(): Promise<void> {
    await waitFor('alice meets the printer', async () => (await this.#tryPrinter()) === 'refused');
  }

  async #tryPrinter(): Promise<string> {
    return (await this.alice.host.probe.dial(this.host('printer').address, 9)).result;
  }

  async respond(host: Host): Promise<void> {
    const child = host.spawn(process.execPath, ['-e', RESPONDER], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve) => {
      child.stdout?.once('data', () => {
        resolve();
      });
    });
  }

  async #ask(who: string | undefined): Promise<DoctorReportBody> {
    const { run } = await this.alice.api.call('doctor.run', who === undefined ? {} : { who });
    for (let after = 0; ;) {
      const { checks, report } = await this.alice.api.call('doctor.follow', { run, after });
      after += checks.length;
      if (report !== null) return report;
    }
  }

  async #become({ server, bob, carol }: Begin): Promise<void> {
    await this.#put(this.server, server === 'down');
    await this.#put(this.bob, bob === 'down');
    if (this.#carol !== undefined) await this.#put(this.#carol, carol === 'down');
    await this.aliceIs(server === 'down' ? 'connecting' : 'online');
    for (const [friend, isDown] of [
      [this.bob, bob === 'down'],
      [this.#carol, carol === 'down'],
    ] as const) {
      if (friend === undefined) continue;
      if (isDown) await this.misses(friend);
      else if (server !== 'down' && this.meetsFriends) await this.meets(friend);
    }
  }

  /** Two who cannot reach each other are never online. */
  meetsFriends = true;

  async #put(who: LabServer | LabPeer, isDown: boolean): Promise<void> {
    if (this.#down.has(who) === isDown) return;
    if (isDown) {
      await (who instanceof LabServer ? who.end('SIGKILL') : who.leave());
      this.#down.set(who, performance.now());
      return;
    }
    await (who instanceof LabServer ? who.up() : who.back());
    this.#down.delete(who);
  }
}

/** Of another device on a machine of the lab, which takes the ports of the one that is gone. */
export async function anotherPeer(stage: Stage, host: Host, name: string): Promise<LabPeer> {
  const peer = await LabPeer.start(host, stage.fresh('another'), '--no-dht');
  await peer.api.call('register', { name, password: PASSWORD, server: stage.server.invite });
  return peer;
}

/**
 * Two private networks and the server’s, with a router between: alice, bob and a printer at home, carol in the office.
 *
 * @param addresses 'private', or as on the internet
 */
export async function street(lab: Lab, folder: string, addresses: 'private' | 'public' = 'private'): Promise<Stage> {
  const subnet = (number: number) => (addresses === 'private' ? {} : { subnet: `20.7.${number}.0/24` });
  await lab.switch('home', subnet(1));
  await lab.switch('office', subnet(2));
  await lab.switch('dc', subnet(3));
  await lab.router('r', { between: ['home', 'office', 'dc'] });
  const [srv, alice, bob, carol, printer] = [
    await lab.host('srv', { on: 'dc' }),
    await lab.host('alice', { on: 'home' }),
    await lab.host('bob', { on: 'home' }),
    await lab.host('carol', { on: 'office' }),
    await lab.host('printer', { on: 'home' }),
  ];
  const server = await LabServer.start(srv, folder);
  const people: LabPeer[] = [];
  for (const host of [alice, bob, carol]) people.push(await LabPeer.register(host, folder, server, '--no-dht'));
  const [a, b, c] = people as [LabPeer, LabPeer, LabPeer];
  await befriend(a, b);
  await befriend(a, c);
  const stage = new Stage({ lab, folder, server, alice: a, bob: b, carol: c });
  await stage.respond(printer);
  await stage.meetPrinter();
  return stage;
}

export interface Homes {
  /** Machines that bob has beside his own, so that it has another address than alice’s. */
  readonly others?: number;
  /** Of `miyu-rendezvous up`. */
  readonly serverFlags?: readonly string[];
}

/** Two homes with the same network, each behind a router that lets nobody in. */
export async function homes(lab: Lab, folder: string, { others = 0, serverFlags = [] }: Homes = {}): Promise<Stage> {
  await lab.switch('internet', { subnet: '20.7.1.0/24' });
  await lab.switch('home-a', { subnet: '192.168.1.0/24' });
  await lab.switch('home-b', { subnet: '192.168.1.0/24' });
  const srv = await lab.host('srv', { on: 'internet' });
  for (let other = 0; other < others; other += 1) await lab.host(`other${other}`, { on: 'home-b' });
  const hosts = [await lab.host('bob', { on: 'home-b' }), await lab.host('alice', { on: 'home-a' })];
  await lab.nat('cpe-a', { inside: 'home-a', outside: 'internet', kind: 'endpoint-dependent' });
  await lab.nat('cpe-b', { inside: 'home-b', outside: 'internet', kind: 'endpoint-dependent' });
  const server = await LabServer.start(srv, folder, ...serverFlags);
  const people: LabPeer[] = [];
  // In turn: where there is one place at the relay, bob has it.
  for (const host of hosts) people.push(await LabPeer.register(host, folder, server, '--no-dht'));
  const [bob, alice] = people as [LabPeer, LabPeer];
  await befriend(alice, bob);
  const stage = new Stage({ lab, folder, server, alice, bob });
  stage.meetsFriends = serverFlags.includes('--relay');
  return stage;
}

/**
 * One storm: a server and some peers who register, become friends, each with each, and write to each other without pause, while each
 * of them dies again and again by its own draw, and worse; then calm.
 */
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Actor, freePorts, onLoopback } from './actor.ts';
import { becomeCalm } from './calm.ts';
import { cutFolder, readNotesFile, type Cuts } from './cut.ts';
import { damageStores } from './damage.ts';
import { disturb, lastDisturbance } from './disturb.ts';
import { drawLife, type Life } from './fates.ts';
import type { Plan } from './plan.ts';
import { Misbehaviour, type End } from './processes.ts';
import type { Programs } from './programs.ts';
import { judge, type Broken, type Side } from './promises.ts';
import { Dice } from './random.ts';
import { ANY_MOMENT, injectedRows } from './rows.ts';
import { DISK_CODES } from './weather.ts';

const LOOK_MS = 100;
/** A slow disk's, in the worlds of power cuts: most of the time some batch is on its way, and what leaves too early is caught. */
const SYNC_US = 40_000;
/** How much longer lives are once there were kills enough, and messages still too few. */
const LATER = 4;
/** What a start takes on a machine that has nothing else to do. */
const START_MS = 1_000;
const SLOWEST = 4;
/** A machine that is slow has as much done in a life as another one. */
const slowness = (startMs: number): number => Math.min(SLOWEST, Math.max(1, startMs / START_MS));
/** Each is friends with each. */
export const NAMES = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'] as const;

export interface WorldOptions {
  readonly programs: Programs;
  /** What the machine does to the processes (system.c); undefined where it could not be built. */
  readonly library: string | undefined;
  readonly plan: Plan;
  readonly seed: string;
  readonly folder: string;
  readonly peers: number;
  readonly kills: number;
  readonly messages: number;
  /** Texts a second, of each peer. */
  readonly perSecond: number;
  /** Monotonic milliseconds at which the storm ends in any case. */
  readonly deadline: number;
  readonly onProgress: (kills: number, messages: number) => void;
}

/** Kept as JSON from one sitting of a long run to the next. */
export interface WorldResult {
  readonly plan: Plan;
  readonly broken: readonly Broken[];
  /** False: it ended in such a way that nobody could look at what is shown. */
  readonly judged: boolean;
  readonly acknowledged: number;
  readonly shown: number;
  readonly byMailbox: number;
  readonly envelopes: number;
  /** By failpoint, or ANY_MOMENT. */
  readonly kills: Readonly<Record<string, number>>;
  /** By row of shared/scenarios.md: how often what it names was done. */
  readonly injected: Readonly<Record<number, number>>;
  /** What else is counted, by its own words. */
  readonly counts: Readonly<Record<string, number>>;
  readonly restarts: number;
  readonly rssMiB: number;
  readonly seconds: number;
}

/** The folder is gone afterwards, unless a promise was broken. */
export async function runWorld(options: WorldOptions): Promise<WorldResult> {
  // What an earlier sitting did not finish.
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true });
  const result = await new World(options, await freePorts(options.peers + 1)).run();
  if (result.broken.length === 0) rmSync(options.folder, { recursive: true, force: true, maxRetries: 5 });
  return result;
}

class World {
  readonly #options: WorldOptions;
  readonly #server: Actor;
  readonly #peers: readonly Actor[];
  readonly #actors: readonly Actor[];
  readonly #invite = Promise.withResolvers<string>();
  readonly #broken: Broken[] = [];
  readonly #kills: Record<string, number> = {};
  readonly #counts: Record<string, number> = {};
  readonly #cuts: Cuts = { bytes: 0, files: 0, removed: 0 };
  #events = 0;
  #phase: 'storm' | 'calm' | 'over' = 'storm';
  #killed = 0;
  #restarts = 0;

  constructor(options: WorldOptions, ports: readonly number[]) {
    const { programs, folder, peers } = options;
    this.#options = options;
    this.#server = new Actor(programs, folder, 'server', 'server', onLoopback(ports[0] ?? 0));
    const names = NAMES.slice(0, peers);
    this.#peers = names.map((name, i) => new Actor(programs, folder, name, 'peer', onLoopback(ports[i + 1] ?? 0)));
    for (const peer of this.#peers) peer.friends = names.filter((name) => name !== peer.name);
    this.#actors = [this.#server, ...this.#peers];
  }

  async run(): Promise<WorldResult> {
    const { plan, seed } = this.#options;
    const begun = performance.now();
    const lives = this.#actors.map((actor) => this.#live(actor));
    const disturbed = disturb(this.#actors, {
      ...{ plan, seed },
      isStorm: () => this.#isIn('storm'),
      count: (what) => this.#count(what),
    });
    const watch = setInterval(() => this.#watch(), LOOK_MS);
    await this.#storm();
    for (const actor of this.#actors) actor.stopTimer();
    this.#events = (await disturbed) + (await lastDisturbance(this.#actors, plan));
    const calm = await becomeCalm(this.#peers, {
      isOver: () => this.#isIn('over'),
      restartAll: () => {
        for (const actor of this.#actors) actor.kill();
      },
    });
    clearInterval(watch);
    this.#phase = 'over';
    for (const actor of this.#actors) actor.kill();
    await Promise.all(lives);
    const { sides } = calm;
    this.#broken.push(...calm.broken, ...(sides === undefined ? [] : judge(sides)));
    if (plan.kind === 'damage' && sides !== undefined && this.#broken.length === 0) {
      const { flips, broken, outcomes } = await damageStores(this.#peers, sides, {
        seed,
        invite: this.#invite.promise,
      });
      this.#events += flips;
      this.#broken.push(...broken);
      for (const outcome of outcomes) this.#count(outcome);
    }
    return this.#result(sides, (performance.now() - begun) / 1_000);
  }

  #result(sides: readonly Side[] | undefined, seconds: number): WorldResult {
    const { plan } = this.#options;
    const parts = (sides ?? []).flatMap((side) => Object.values(side.parts));
    const sum = <T>(of: readonly T[], number: (each: T) => number): number =>
      of.reduce((all, each) => all + number(each), 0);
    for (const { code } of parts.flatMap(({ journal }) => journal.rejected)) this.#count(`refused: ${code}`);
    const lacked = sum(this.#peers, (peer) => peer.lacked());
    const { bytes, files, removed } = this.#cuts;
    const cuts = { 'cut: bytes': bytes, 'cut: files': files, 'cut: files gone': removed };
    return {
      plan,
      judged: sides !== undefined,
      broken: this.#broken,
      acknowledged: this.#acknowledged(),
      shown: sum(parts, ({ history }) => history.incoming.length),
      byMailbox: sum(parts, ({ history }) => history.byMailbox),
      envelopes: sum(sides ?? [], (side) => side.witnessed.envelopes),
      kills: this.#kills,
      injected: injectedRows(plan, this.#kills, this.#events),
      counts: {
        ...this.#counts,
        ...(plan.kind === 'power' ? cuts : {}),
        ...(lacked > 0 ? { 'a friend lacked what it had acknowledged': lacked } : {}),
      },
      restarts: this.#restarts,
      rssMiB: Math.max(0, ...(sides ?? []).map((side) => side.status.rssMiB)),
      seconds,
    };
  }

  #count(what: string): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + 1;
  }

  #isIn(phase: 'storm' | 'over'): boolean {
    return this.#phase === phase;
  }

  #acknowledged(): number {
    return this.#peers.reduce((sum, actor) => sum + actor.acknowledged(), 0);
  }

  async #storm(): Promise<void> {
    const { kills, messages, deadline, onProgress } = this.#options;
    while (this.#broken.length === 0 && performance.now() < deadline) {
      const acknowledged = this.#acknowledged();
      onProgress(this.#killed, acknowledged);
      if (this.#killed >= kills && acknowledged >= messages) break;
      await pause(LOOK_MS);
    }
    if (!this.#isIn('over')) this.#phase = 'calm';
  }

  /** Life after life of one of them. */
  async #live(actor: Actor): Promise<void> {
    const { seed } = this.#options;
    while (!this.#isIn('over')) {
      const number = actor.lives;
      const dice = new Dice(seed, actor.name, number);
      const life = this.#isIn('storm') ? this.#draw(dice, actor, number) : undefined;
      await this.#oneLife(actor, life);
      if (this.#isIn('over')) return;
      this.#restarts += 1;
      await this.#away(Math.max(life?.awayMs ?? 0, actor.awayMs));
    }
  }

  /** Where they are to be apart, nobody dies before all are friends; and all die later once there were kills enough. */
  #draw(dice: Dice, { kind }: Actor, number: number): Life {
    const { plan, kills } = this.#options;
    const life = drawLife(dice, kind, number, { apart: plan.apart, world: plan.kind });
    const { ms } = life.fate;
    if (this.#killed >= kills) return { ...life, fate: { how: 'kill', ms: LATER * ms } };
    return plan.apart && !this.#haveMet() ? { ...life, fate: { how: 'kill', ms } } : life;
  }

  #haveMet(): boolean {
    return this.#peers.every(({ met }) => met);
  }

  /** So long, or until the storm is over. */
  async #away(ms: number): Promise<void> {
    const until = performance.now() + ms;
    while (this.#isIn('storm')) {
      const left = until - performance.now();
      if (left <= 0) return;
      await pause(Math.min(left, LOOK_MS));
    }
  }

  async #oneLife(actor: Actor, life: Life | undefined): Promise<void> {
    const fate = life?.fate;
    const failpoint = fate?.how === 'failpoint' ? { MIYU_FAILPOINT: `${fate.name}:${fate.hit}` } : {};
    const running = actor.start({ ...this.#environment(actor), ...failpoint });
    let timer: NodeJS.Timeout | undefined;
    const begun = performance.now();
    const arm = (): void => {
      if (life === undefined || timer !== undefined || !this.#isIn('storm')) return;
      if (this.#options.plan.apart && !this.#haveMet()) {
        timer = setTimeout(() => {
          timer = undefined;
          arm();
        }, LOOK_MS);
        return;
      }
      timer = setTimeout(
        () => {
          if (!this.#isIn('storm')) return;
          if (life.fate.how === 'leave') actor.leave();
          else actor.kill();
        },
        life.fate.ms * slowness(performance.now() - begun),
      );
    };
    actor.stopTimer = () => clearTimeout(timer);
    // A beginning is struck while it is under way, a chat once it goes.
    if (fate?.how === 'kill' && actor.lives <= 3 && !this.#options.plan.apart) arm();
    void this.#begin(actor, arm).then(
      () => {
        actor.ready = true;
        actor.met = true;
        arm();
      },
      (error: unknown) => {
        if (!(error instanceof Misbehaviour) || actor.leaving) return; // It has ended, or is about to.
        this.#break(`${actor.name}, life ${actor.lives}, did not start: ${error.message}`);
      },
    );
    const end = await running.ended;
    clearTimeout(timer);
    actor.ended();
    if (!this.#isIn('over')) this.#countEnd(actor, end, fate?.how === 'failpoint' ? fate.name : ANY_MOMENT);
  }

  /** What the machine does to its next life. */
  #environment(actor: Actor): Readonly<Record<string, string>> {
    const { library, plan } = this.#options;
    const power = plan.kind === 'power';
    if (library === undefined || (!power && plan.event !== 25 && plan.event !== 34)) return {};
    // File operations as calls of libc.
    const preloaded = { LD_PRELOAD: library, UV_USE_IO_URING: '0' };
    if (!power) return { ...preloaded, ...actor.weather.begin() };
    return { ...preloaded, MIYU_SYNCED: actor.path('synced'), MIYU_SYNC_US: String(SYNC_US) };
  }

  #countEnd(actor: Actor, { code, signal }: End, place: string): void {
    if (signal === 'SIGKILL') {
      const where = actor.killed ? ANY_MOMENT : place;
      this.#kills[where] = (this.#kills[where] ?? 0) + 1;
      this.#killed += 1;
      if (this.#options.plan.kind === 'power') this.#cutPower(actor);
    } else if (actor.leaving && code === 0) {
      this.#count('left');
    } else {
      this.#break(`${actor.name}, life ${actor.lives}, ended by itself: ${signal ?? `code ${code ?? '?'}`}`);
    }
  }

  #cutPower(actor: Actor): void {
    // Killed before it had anything.
    if (!existsSync(actor.folder)) return;
    const told = cutFolder(actor.folder, readNotesFile(actor.path('synced')), this.#cuts);
    appendFileSync(actor.path('cuts'), `${told.join(', ')}\n`);
  }

  /** What a peer finds out by itself is not waited for: what left before it was on disk does not come to rest. */
  #watch(): void {
    const forgetful = this.#peers.find((peer) => peer.isSetBack());
    if (forgetful !== undefined) {
      this.#break(`${forgetful.name}, life ${forgetful.lives}, has forgotten what its friends have of it`, 'S');
    }
  }

  /** Somebody cannot go on, or should not: no more lives. */
  #break(what: string, promise: Broken['promise'] = 'C'): void {
    if (this.#isIn('over')) return;
    this.#broken.push({ promise, what });
    this.#phase = 'over';
  }

  /** @param there once it has come so far that its friends can see it */
  async #begin(actor: Actor, there: () => void): Promise<void> {
    if (actor.kind === 'server') {
      const { invite } = await actor.serves();
      this.#invite.resolve(invite);
      return;
    }
    const { plan, seed, perSecond } = this.#options;
    await actor.join(this.#invite.promise, plan.event === 25 ? DISK_CODES : []);
    there();
    if (this.#isIn('storm')) await actor.chat(perSecond, `${seed}/${actor.name}/chat/${actor.lives}`);
    await actor.meet();
  }
}

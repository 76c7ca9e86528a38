/**
 * One storm: a server and two peers who register, become friends and write to each other without pause, while each of the three
 * dies again and again by its own draw; then calm.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Actor, freePorts } from './actor.ts';
import { becomeCalm } from './calm.ts';
import { drawLife, type Life } from './fates.ts';
import { Misbehaviour, type End, type Running } from './processes.ts';
import type { Programs } from './programs.ts';
import { judge, type Broken, type Side } from './promises.ts';
import { Dice } from './random.ts';

const LOOK_MS = 100;

/** What else happens to the processes of a storm; the power-cut runs have it. */
export interface Strike {
  /** @param folder of the actor's stores */
  readonly environment: (folder: string) => Readonly<Record<string, string>>;
  /** After each kill, before the next life. */
  readonly afterKill: (folder: string) => void;
  /** A line for the report. */
  readonly told: () => string;
}

export interface WorldOptions {
  readonly programs: Programs;
  readonly seed: string;
  readonly folder: string;
  readonly kills: number;
  readonly messages: number;
  /** Texts a second, of each of the two. */
  readonly perSecond: number;
  /** Monotonic milliseconds at which the storm ends in any case. */
  readonly deadline: number;
  readonly onProgress: (kills: number, messages: number) => void;
  readonly strike?: Strike | undefined;
}

export interface WorldResult {
  readonly broken: readonly Broken[];
  /** False: it ended in such a way that nobody could look at what is shown. */
  readonly judged: boolean;
  readonly acknowledged: number;
  readonly shown: number;
  readonly byMailbox: number;
  readonly envelopes: number;
  /** By failpoint, or ANY_MOMENT. */
  readonly kills: ReadonlyMap<string, number>;
  readonly restarts: number;
  readonly left: number;
  readonly rssMiB: number;
}

const ANY_MOMENT = 'any moment';

/** The folder is gone afterwards, unless a promise was broken. */
export async function runWorld(options: WorldOptions): Promise<WorldResult> {
  mkdirSync(options.folder, { recursive: true });
  const result = await new World(options, await freePorts(3)).run();
  if (result.broken.length === 0) rmSync(options.folder, { recursive: true, force: true, maxRetries: 5 });
  return result;
}

class World {
  readonly #options: WorldOptions;
  readonly #server: Actor;
  readonly #peers: readonly [Actor, Actor];
  readonly #invite = Promise.withResolvers<string>();
  readonly #broken: Broken[] = [];
  readonly #kills = new Map<string, number>();
  #phase: 'storm' | 'calm' | 'over' = 'storm';
  #killed = 0;
  #restarts = 0;
  #left = 0;

  constructor(options: WorldOptions, ports: readonly number[]) {
    const { programs, folder } = options;
    this.#options = options;
    this.#server = new Actor(programs, folder, 'server', 'server', ports[0] ?? 0);
    this.#peers = [
      new Actor(programs, folder, 'alice', 'peer', ports[1] ?? 0),
      new Actor(programs, folder, 'bob', 'peer', ports[2] ?? 0),
    ];
  }

  async run(): Promise<WorldResult> {
    const actors = [this.#server, ...this.#peers];
    const lives = actors.map((actor) => this.#live(actor));
    await this.#storm();
    for (const actor of actors) actor.stopTimer();
    const calm = await becomeCalm(this.#peers, {
      isOver: () => this.#isOver(),
      restartAll: () => {
        for (const actor of actors) actor.kill();
      },
    });
    this.#phase = 'over';
    for (const actor of actors) actor.kill();
    await Promise.all(lives);
    const { sides } = calm;
    const sum = (of: (side: Side) => number): number => (sides ?? []).reduce((total, side) => total + of(side), 0);
    return {
      judged: sides !== undefined,
      broken: [...this.#broken, ...calm.broken, ...(sides === undefined ? [] : judge(...sides))],
      acknowledged: this.#acknowledged(),
      shown: sum((side) => side.history.incoming.length),
      byMailbox: sum((side) => side.history.byMailbox),
      envelopes: sum((side) => side.witnessed.envelopes),
      kills: this.#kills,
      restarts: this.#restarts,
      left: this.#left,
      rssMiB: Math.max(0, ...(sides ?? []).map((side) => side.status.rssMiB)),
    };
  }

  #isOver(): boolean {
    return this.#phase === 'over';
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
    if (!this.#isOver()) this.#phase = 'calm';
  }

  /** Life after life of one of the three. */
  async #live(actor: Actor): Promise<void> {
    while (!this.#isOver()) {
      const number = actor.lives;
      const dice = new Dice(this.#options.seed, actor.name, number);
      const life = this.#phase === 'storm' ? drawLife(dice, actor.kind, number) : undefined;
      await this.#oneLife(actor, life);
      if (this.#isOver()) return;
      this.#restarts += 1;
      await pause(this.#phase === 'storm' ? (life?.awayMs ?? 0) : 0);
    }
  }

  async #oneLife(actor: Actor, life: Life | undefined): Promise<void> {
    const fate = life?.fate;
    const failpoint = fate?.how === 'failpoint' ? { MIYU_FAILPOINT: `${fate.name}:${fate.hit}` } : {};
    const running = actor.start({ ...this.#options.strike?.environment(actor.folder), ...failpoint });
    const ending = { killed: false, left: false };
    let timer: NodeJS.Timeout | undefined;
    const arm = (): void => {
      if (life === undefined || timer !== undefined || this.#phase !== 'storm') return;
      timer = setTimeout(() => {
        if (this.#phase === 'storm') this.#strike(actor, life, running, ending);
      }, life.fate.ms);
    };
    actor.stopTimer = () => clearTimeout(timer);
    // A beginning is struck while it is under way, a chat once it goes.
    if (fate?.how === 'kill' && actor.lives <= 3) arm();
    void this.#begin(actor).then(
      () => {
        actor.ready = true;
        arm();
      },
      (error: unknown) => {
        if (!(error instanceof Misbehaviour)) return; // It has ended.
        this.#break(`${actor.name}, life ${actor.lives}, did not start: ${error.message}`);
      },
    );
    const end = await running.ended;
    clearTimeout(timer);
    actor.ended();
    if (!this.#isOver()) this.#count(actor, end, ending, fate?.how === 'failpoint' ? fate.name : ANY_MOMENT);
  }

  #strike(actor: Actor, life: Life, running: Running, ending: { killed: boolean; left: boolean }): void {
    if (life.fate.how === 'leave') {
      ending.left = true;
      actor.peer.order({ do: 'leave' }).catch(() => undefined);
    } else {
      ending.killed = true;
      running.kill();
    }
  }

  #count(
    actor: Actor,
    { code, signal }: End,
    { killed, left }: { readonly killed: boolean; readonly left: boolean },
    place: string,
  ): void {
    if (signal === 'SIGKILL') {
      const where = killed ? ANY_MOMENT : place;
      this.#kills.set(where, (this.#kills.get(where) ?? 0) + 1);
      this.#killed += 1;
      this.#options.strike?.afterKill(actor.folder);
    } else if (left && code === 0) {
      this.#left += 1;
    } else {
      this.#break(`${actor.name}, life ${actor.lives}, ended by itself: ${signal ?? `code ${code ?? '?'}`}`);
    }
  }

  /** Somebody cannot go on: no more lives. */
  #break(what: string): void {
    if (this.#isOver()) return;
    this.#broken.push({ promise: 'C', what });
    this.#phase = 'over';
  }

  async #begin(actor: Actor): Promise<void> {
    if (actor.kind === 'server') {
      const { invite } = await actor.serves();
      this.#invite.resolve(invite);
      return;
    }
    const [asking, asked] = this.#peers;
    const friend = actor === asking ? asked : asking;
    await actor.meet(friend, this.#invite.promise, actor === asking);
    if (this.#phase !== 'storm') return;
    await actor.chat(friend, this.#options.perSecond, `${this.#options.seed}/${actor.name}/chat/${actor.lives}`);
  }
}

/**
 * One scenario from its beginning to its verdict: a server and two peers on three hosts, who become friends on a good day; bad weather
 * while they write to each other; good weather, in which they must go on by themselves; then everything must come to rest.
 */
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { becomeCalm, type Calm } from '../calm.ts';
import type { Programs } from '../programs.ts';
import { judge, type Broken, type Part } from '../promises.ts';
import { Dice } from '../random.ts';
import { machineTime, type Arrivals } from './arrivals.ts';
import { PeerHost, startServerHost, type Place } from './host.ts';
import { Network } from './network.ts';
import { RESUMES_MS, type Scenario, type Seen, type Step } from './scenarios.ts';
import type { Tools } from './tools.ts';
import { CALM, type Counts } from './weather.ts';

export const HOSTS = ['server', 'alice', 'bob'] as const;
/** They have met, and each has had a text of the other. */
const MEET_MS = 120_000;
/** After good weather came: far beyond every reconnect's longest pause. */
const RESUME_MS = 120_000;
const LOOK_MS = 20;
const STEP_MS = 50;
/** Bad weather that shows nothing goes on up to so many times its length. */
const MOST_TIMES = 4;
/** While we wait for the first text after bad weather. */
const SAY_EVERY_MS = 200;

export interface CrossingOptions {
  readonly tools: Tools;
  readonly programs: Programs;
  /** Of the run; the scenario's own draws follow from it and its name. */
  readonly seed: number;
  readonly folder: string;
  /** Bad weather. */
  readonly ms: number;
  readonly onPhase: (phase: string) => void;
}

export interface CrossingResult {
  readonly name: string;
  readonly broken: readonly Broken[];
  /** False: nobody could look at what is shown. */
  readonly judged: boolean;
  /** False: the weather did not do what the row is about. */
  readonly happened: boolean;
  readonly acknowledged: number;
  readonly shown: number;
  readonly byMailbox: number;
  /** From good weather to the first text that was committed, of each direction, milliseconds. */
  readonly resumedMs: readonly number[];
  /** The longest time in bad weather in which nothing was committed, of the slower direction, milliseconds. */
  readonly silentMs: number;
  readonly counts: Counts;
  readonly rssMiB: number;
  readonly seconds: number;
}

/** Two friends on a good day, for any kind of bad one. */
export class Friends {
  readonly network: Network;
  readonly alice: PeerHost;
  readonly bob: PeerHost;
  readonly broken: Broken[] = [];
  readonly #server: ReturnType<typeof startServerHost>;
  readonly #invite: Promise<string>;
  /** Ends are wanted from now on. */
  #over = false;
  readonly #lives: Promise<unknown>[] = [];

  private constructor(place: Place) {
    this.network = place.network;
    this.alice = new PeerHost(place, 'alice', 'bob');
    this.bob = new PeerHost(place, 'bob', 'alice');
    this.#server = startServerHost(place);
    this.#invite = this.#server.ready.then(({ invite }) => invite);
    this.#invite.catch(() => undefined);
    void this.#server.ended.then(() => this.#ended('the server'));
  }

  static async meet({ tools, programs, folder }: CrossingOptions, seed: string): Promise<Friends> {
    mkdirSync(folder, { recursive: true });
    const dice = new Dice(seed, 'switch');
    const network = await Network.create(tools, HOSTS, BigInt(dice.between(0, 2 ** 48)));
    const friends = new Friends({ programs, network, folder });
    try {
      await friends.#begin();
      return friends;
    } catch (error) {
      await friends.end();
      throw error;
    }
  }

  get peers(): readonly [PeerHost, PeerHost] {
    return [this.alice, this.bob];
  }

  isBroken(): boolean {
    return this.broken.length > 0;
  }

  /** Texts every now and then, until each has had one that was committed after `since`. @returns milliseconds of each, bob's first */
  async untilBothArrive(since: number, mostMs: number, path: 'any' | 'direct' = 'any'): Promise<number[]> {
    const until = machineTime() + mostMs;
    let sayAt = 0;
    const first = new Map<PeerHost, number>();
    const [alice, bob] = this.peers;
    while (first.size < 2 && machineTime() < until && !this.isBroken()) {
      for (const peer of [bob, alice]) {
        const time = first.has(peer) ? undefined : peer.firstArrival(since, path);
        if (time !== undefined) first.set(peer, time - since);
      }
      if (machineTime() >= sayAt) {
        sayAt = machineTime() + SAY_EVERY_MS;
        await Promise.allSettled([alice.sayToAll(), bob.sayToAll()]);
      }
      await pause(LOOK_MS);
    }
    return [bob, alice].flatMap((peer) => first.get(peer) ?? []);
  }

  /** A text of each at this pace, until it is over. */
  async sayWhile(over: Promise<unknown>, everyMs: number): Promise<void> {
    let isOver = false;
    void over.finally(() => (isOver = true)).catch(() => undefined); // Whoever waits for it is told.
    while (!isOver && !this.isBroken()) await this.sayUntil(machineTime() + everyMs, everyMs);
  }

  /** A text of each at this pace, until that time. */
  async sayUntil(time: number, everyMs: number): Promise<void> {
    const [alice, bob] = this.peers;
    while (machineTime() < time && !this.isBroken()) {
      await Promise.allSettled([alice.sayToAll(), bob.sayToAll()]);
      await pause(Math.max(0, Math.min(everyMs, time - machineTime())));
    }
  }

  async calm(): Promise<Calm> {
    return await becomeCalm(this.peers, { isOver: () => this.isBroken(), restartAll: () => this.#restart() });
  }

  async end(): Promise<void> {
    this.#over = true;
    for (const running of [this.alice, this.bob, this.#server]) running.kill();
    await Promise.all([...this.#lives, this.#server.ended]);
    await this.network.remove();
  }

  async #begin(): Promise<void> {
    const end = AbortSignal.timeout(MEET_MS);
    const late = new Promise<never>((_, reject) => {
      end.addEventListener('abort', () => reject(new Error(`not friends within ${MEET_MS / 1_000} s`)));
    });
    for (const peer of this.peers) this.#live(peer);
    await Promise.race([Promise.all([this.#meet(this.alice), this.#meet(this.bob)]), late]);
    const arrived = await this.untilBothArrive(0, MEET_MS);
    if (arrived.length < 2) throw new Error(this.broken[0]?.what ?? 'they met and could not talk');
  }

  #meet(peer: PeerHost): Promise<void> {
    return peer.greet(this.#invite);
  }

  #live(peer: PeerHost): void {
    const { ended } = peer.begin(() => this.#ended(peer.name));
    this.#lives.push(ended);
  }

  /** The last means: what does not come to rest by itself may do so in a new life. */
  #restart(): void {
    this.#over = true;
    for (const peer of this.peers) peer.kill();
    void Promise.all(this.#lives.splice(0))
      .then(() => {
        this.#over = false;
        for (const peer of this.peers) {
          this.#live(peer);
          this.#meet(peer).catch(() => undefined); // Not ready: calm.ts says so.
        }
      })
      .catch((error: unknown) => this.broken.push({ promise: 'C', what: `no new life: ${String(error)}` }));
  }

  #ended(who: string): void {
    if (!this.#over) this.broken.push({ promise: 'C', what: `${who} ended by itself` });
  }
}

export async function runCrossing(scenario: Scenario, options: CrossingOptions): Promise<CrossingResult> {
  const begun = performance.now();
  const seed = `${options.seed}/${scenario.name}`;
  const { onPhase } = options;
  const ms = Math.max(options.ms, scenario.leastMs ?? 0);
  onPhase('meeting');
  const friends = await Friends.meet(options, seed);
  try {
    const { alice, bob, network, peers } = friends;
    const steps = scenario.steps(new Dice(seed, 'steps'), ms, MOST_TIMES * ms);
    onPhase('bad weather');
    const worse = machineTime();
    const happened = async (): Promise<boolean> => scenario.happened(await look(friends, worse), ms);
    // Bursts and pauses are drawn, and so is each packet's fate: where too little was sent for the row, it goes on for a while.
    const bad = weather(friends, steps, { ms, mostMs: MOST_TIMES * ms, happened });
    if (scenario.perSecond < 1) {
      await friends.sayWhile(bad, 1_000 / scenario.perSecond);
    } else {
      await alice.chat(scenario.perSecond, `${seed}/alice`);
      await bob.chat(scenario.perSecond, `${seed}/bob`);
    }
    const didHappen = await bad;
    const better = machineTime();
    await network.become(CALM);
    onPhase('good weather');
    await Promise.all(peers.map((peer) => peer.peer.order({ do: 'quiet' })));
    const resumedMs = await friends.untilBothArrive(better, RESUME_MS);
    const calm = await friends.calm();
    const counts = await network.counts();
    const arrived = peers.map((peer) => within(peer.arrivals(), worse, better));
    const parts = (calm.sides ?? []).flatMap((side) => Object.values(side.parts));
    const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
    return {
      name: scenario.name,
      broken: [
        ...friends.broken,
        ...calm.broken,
        ...judgeResumption(scenario, resumedMs),
        ...(calm.sides === undefined ? [] : judge(calm.sides)),
      ],
      judged: calm.sides !== undefined,
      happened: didHappen,
      acknowledged: sum(({ journal }) => journal.acknowledged.length),
      shown: sum(({ history }) => history.incoming.length),
      byMailbox: sum(({ history }) => history.byMailbox),
      resumedMs,
      silentMs: Math.max(...arrived.map((arrivals) => longestSilence(arrivals, worse, better))),
      counts,
      rssMiB: Math.max(0, ...(calm.sides ?? []).map(({ status }) => status.rssMiB)),
      seconds: (performance.now() - begun) / 1_000,
    };
  } finally {
    await friends.end();
  }
}

const within = ({ direct, byMailbox }: Arrivals, from: number, to: number) => ({
  direct: direct.filter((time) => time > from && time < to),
  byMailbox: byMailbox.filter((time) => time > from && time < to),
});

function longestSilence({ direct, byMailbox }: ReturnType<typeof within>, from: number, to: number): number {
  const times = [from, ...direct, ...byMailbox, to].sort((a, b) => a - b);
  return Math.max(...times.map((time, i) => time - (times[i - 1] ?? time)));
}

/** What has happened since that time. */
async function look({ network, peers }: Friends, since: number): Promise<Seen> {
  const arrived = peers.map((peer) => within(peer.arrivals(), since, Infinity));
  const sum = (of: (arrivals: Arrivals) => number): number => peers.reduce((n, peer) => n + of(peer.arrivals()), 0);
  return {
    counts: await network.counts(),
    byMailbox: sum(({ byMailbox }) => byMailbox.filter((time) => time > since).length),
    lastDirectMs: Math.min(...arrived.map(({ direct }) => (direct.at(-1) ?? since) - since)),
  };
}

/**
 * Each step at its time, for `ms`; longer, up to `mostMs`, while the weather has not done what its row is about. Ends early where
 * somebody has died. @returns whether it has
 */
async function weather(
  friends: Friends,
  steps: readonly Step[],
  { ms, mostMs, happened }: { readonly ms: number; readonly mostMs: number; readonly happened: () => Promise<boolean> },
): Promise<boolean> {
  const begun = machineTime();
  const waiting = [...steps];
  while (true) {
    const time = machineTime() - begun;
    for (let next = waiting[0]; next !== undefined && next.at <= time; next = waiting[0]) {
      await Promise.all(next.changes.map(({ from, to, weather }) => friends.network.set({ from, to }, weather)));
      waiting.shift();
    }
    if (friends.isBroken() || time >= mostMs) return await happened();
    if (time >= ms && (await happened())) return true;
    await pause(STEP_MS);
  }
}

function judgeResumption({ resumes }: Scenario, resumedMs: readonly number[]): Broken[] {
  if (resumedMs.length < 2) {
    return [{ promise: 'C', what: `no text came within ${RESUME_MS / 1_000} s of good weather, in some direction` }];
  }
  const slowest = Math.max(...resumedMs);
  if (!resumes || slowest < RESUMES_MS) return [];
  return [{ promise: 'C', what: `the first text came ${(slowest / 1_000).toFixed(1)} s after good weather` }];
}

/**
 * `--scenario latency`: how long a durable message takes over a bad link, from the order to send it until the friend's word that it is
 * on his disk, beside a raw TCP echo of 200 bytes over the same link, one after the other in turns.
 */
import { fork } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../command.ts';
import { Dice } from '../random.ts';
import { Friends } from './crossing.ts';
import { percentile } from './cuts.ts';
import type { EchoOrder } from './echo-process.ts';
import { netPrograms } from './host.ts';
import type { Network } from './network.ts';
import { progressLine } from './report.ts';
import { onLinks } from './scenarios.ts';
import type { Tools } from './tools.ts';
import { CALM } from './weather.ts';

const LOSSES = [0, 0.05, 0.2] as const;
/** One way; 50 ms there and back. */
const DELAY_MS = 25;
const ECHO_BYTES = 200;
export const GOAL = 1.5;
const WARM_UP = 10;
/** A message that has no answer by then went another way, and is counted as such. */
const ANSWER_MS = 60_000;
const LOOK_MS = 2;
const RESAMPLES = 2_000;

export interface LatencyOptions {
  readonly tools: Tools;
  readonly folder: string;
  readonly seed: number;
  readonly samples: number;
  readonly parallel: number;
  readonly json: boolean;
}

interface Pairs {
  /** Milliseconds. */
  readonly messages: number[];
  readonly echoes: number[];
  /** Messages that were not answered over the link. */
  unanswered: number;
}

export interface LatencyFigure {
  readonly loss: number;
  readonly samples: number;
  readonly unanswered: number;
  /** p99 of the messages ÷ p99 of the echoes. */
  readonly ratio: number;
  /** 95 % of the ratios of resampled runs. */
  readonly spread: readonly [number, number];
  readonly message: { readonly p50: number; readonly p90: number; readonly p99: number };
  readonly echo: { readonly p50: number; readonly p90: number; readonly p99: number };
}

export async function runLatency(options: LatencyOptions): Promise<number> {
  const { seed, samples, parallel, folder, json } = options;
  const programs = netPrograms(folder);
  const perPair = Math.ceil(samples / parallel);
  const progress = progressLine(1);
  const all: Friends[] = [];
  let found: Pairs[][];
  try {
    // One pair behind the other: a start costs a second of the processor, a measurement next to nothing.
    for (let number = 0; number < parallel; number += 1) {
      const onPhase = (phase: string): void => progress.phase('pairs', `${number + 1}: ${phase}`);
      const place = { ...options, programs, folder: join(folder, String(number)), ms: 0, onPhase };
      all.push(await Friends.meet(place, `${seed}/latency/${number}`));
    }
    found = await Promise.all(
      all.map((friends, number) =>
        measurePair(friends, perPair, (phase) => progress.phase('pairs', `${number + 1}: ${phase}`)),
      ),
    );
  } finally {
    await Promise.all(all.map((friends) => friends.end()));
  }
  progress.clear();
  const figures = LOSSES.map((loss, i) => {
    const parts = found.flatMap((pair) => pair[i] ?? []);
    return figureOf(loss, parts, new Dice(seed, 'latency', loss));
  });
  if (json) console.log(JSON.stringify({ seed, figures }, undefined, 2));
  else console.log(latencyText(seed, figures));
  return figures.every(({ ratio }) => ratio <= GOAL) ? EXIT.kept : EXIT.broken;
}

async function measurePair(friends: Friends, samples: number, onPhase: (phase: string) => void): Promise<Pairs[]> {
  const { alice, network } = friends;
  const far = startEcho(network, 'bob');
  const near = startEcho(network, 'alice');
  const tail = new Tail(alice.path('arrivals'));
  try {
    const port = await far.order({ do: 'listen' });
    await near.order({ do: 'open', host: network.address('bob'), port });
    const all: Pairs[] = [];
    for (const loss of LOSSES) {
      const weather = { ...CALM, delayMs: DELAY_MS, lost: loss };
      await Promise.all(onLinks(['friends'], weather).map((each) => network.set(each, each.weather)));
      const pairs: Pairs = { messages: [], echoes: [], unanswered: 0 };
      for (let i = -WARM_UP; i < samples && !friends.isBroken(); i += 1) {
        if (i % 20 === 0) onPhase(`${loss * 100} % loss, ${Math.max(0, i)} of ${samples}`);
        tail.skip();
        await alice.sayToAll();
        const message = await tail.answered();
        const echo = await near.order({ do: 'ask', bytes: ECHO_BYTES });
        if (i < 0) continue;
        if (message === undefined) pairs.unanswered += 1;
        else pairs.messages.push(message);
        pairs.echoes.push(echo);
      }
      if (friends.isBroken()) throw new Error(friends.broken[0]?.what);
      all.push(pairs);
    }
    return all;
  } finally {
    tail.close();
    near.end();
    far.end();
  }
}

/** What a peer notes (arrivals.ts), as it comes. */
class Tail {
  readonly #file: number;
  readonly #buffer = Buffer.alloc(4_096);
  #at = 0;
  #text = '';

  constructor(path: string) {
    this.#file = openSync(path, 'r');
  }

  /** What was noted before does not count. */
  skip(): void {
    this.#read();
    this.#text = '';
  }

  /** Milliseconds from the order to say something to the friend's answer; undefined: there was none. */
  async answered(): Promise<number | undefined> {
    const until = performance.now() + ANSWER_MS;
    while (performance.now() < until) {
      this.#read();
      const said = /^s (.*)\n/m.exec(this.#text);
      const answer = /^a (.*)\n/m.exec(this.#text.slice(said?.index ?? 0));
      if (said !== null && answer !== null) return Number(answer[1]) - Number(said[1]);
      await pause(LOOK_MS);
    }
    return undefined;
  }

  close(): void {
    closeSync(this.#file);
  }

  #read(): void {
    for (;;) {
      const count = readSync(this.#file, this.#buffer, 0, this.#buffer.length, this.#at);
      if (count === 0) return;
      this.#at += count;
      this.#text += this.#buffer.toString('latin1', 0, count);
    }
  }
}

function startEcho(network: Network, host: string) {
  const child = fork(join(import.meta.dirname, 'echo-process.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...network.environment(host) },
  });
  const waiting = new Map<number, { resolve: (result: number) => void; reject: (error: Error) => void }>();
  let orders = 0;
  child.on(
    'message',
    ({ id, result, error }: { readonly id: number; readonly result: number; readonly error?: string }) => {
      if (error === undefined) waiting.get(id)?.resolve(result);
      else waiting.get(id)?.reject(new Error(error));
      waiting.delete(id);
    },
  );
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the echo has ended'));
  });
  return {
    order: (order: EchoOrder): Promise<number> =>
      new Promise((resolve, reject) => {
        const id = (orders += 1);
        waiting.set(id, { resolve, reject });
        child.send({ id, order });
      }),
    end: () => void child.kill('SIGKILL'),
  };
}

function figureOf(loss: number, parts: readonly Pairs[], dice: Dice): LatencyFigure {
  const messages = parts.flatMap((part) => part.messages);
  const echoes = parts.flatMap((part) => part.echoes);
  const again = (values: readonly number[]): number =>
    percentile(
      values.map(() => dice.pick(values)),
      0.99,
    );
  const ratios = Array.from({ length: RESAMPLES }, () => again(messages) / again(echoes));
  const of = (values: readonly number[]) => ({
    p50: percentile(values, 0.5),
    p90: percentile(values, 0.9),
    p99: percentile(values, 0.99),
  });
  return {
    loss,
    samples: messages.length,
    unanswered: parts.reduce((sum, part) => sum + part.unanswered, 0),
    ratio: percentile(messages, 0.99) / percentile(echoes, 0.99),
    spread: [percentile(ratios, 0.025), percentile(ratios, 0.975)],
    message: of(messages),
    echo: of(echoes),
  };
}

function latencyText(seed: number, figures: readonly LatencyFigure[]): string {
  const times = ({ p50, p90, p99 }: LatencyFigure['echo']): string =>
    [p50, p90, p99].map((value) => value.toFixed(0).padStart(6)).join(' ');
  return [
    `seed ${seed} · a durable message, acknowledged by the friend, beside a raw TCP echo of ${ECHO_BYTES} bytes; ` +
      `${2 * DELAY_MS} ms round trip, in turns`,
    '',
    ' loss  p99 ratio  (95 % of resampled)   message p50/p90/p99 ms   echo p50/p90/p99 ms   samples',
    ...figures.map((figure) => {
      const { loss, ratio, spread, message, echo, samples, unanswered } = figure;
      const met = ratio <= GOAL ? 'met' : 'missed';
      const range = `(${spread.map((value) => value.toFixed(2)).join('–')})`;
      const lost = unanswered === 0 ? '' : `, ${unanswered} went another way`;
      return (
        `${(loss * 100).toFixed(0).padStart(3)} %  ${ratio.toFixed(2).padStart(7)} ×  ${range.padEnd(20)} ` +
        `${times(message)}     ${times(echo)}     ${samples}${lost}  goal ≤ ${GOAL}: ${met}`
      );
    }),
  ].join('\n');
}

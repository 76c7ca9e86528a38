/**
 * Scenario row 3 at a real server with an operator's usual limits: one address holds 500 connections half open and dials 400
 * times a second. Somebody at another address is answered all the same.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startProcess } from '../rendezvous/server/process.ts';
import { RawPerson, type Target } from '../support/raw-client.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { PROMPT_MS, Waits } from './promptness.ts';
import { CAN_LOOK, collectOnSignal, MAX_BYTES_PER_HOSTILE_PEER, MiB, settledBytes } from './victim.ts';

/** Linux has the whole of 127/8 on its loopback. */
const FLOOD_FROM = '127.0.0.2';
/** So that what the server loads and compiles once is not counted. */
const WARM_UP = 60;
const HALF_OPEN = 500;
const PER_SECOND = 400;
const TICK_MS = 20;
/** The flood ends by itself: after so many dials, or so long. */
const MAX_DIALS = 4_000;
const MAX_FLOOD_MS = 30_000;
const HONEST_DIALS = 8;
/** So much of the flood the honest are there for. */
const DIALS = 1_300;
/** Sockets of ours at once; the oldest go. */
const MAX_SOCKETS = 700;

/** What a half-open connection has said: nothing, the beginning of a negotiation, or nonsense. */
const WORDS = [undefined, Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n'), Buffer.alloc(64, 0xff)];

class Flood {
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  #timer: NodeJS.Timeout | undefined;
  dials = 0;

  constructor(port: number) {
    this.#port = port;
    onTestFinished(() => {
      this.stop();
    });
  }

  get open(): number {
    return this.#sockets.size;
  }

  dial(): void {
    const words = WORDS[this.dials % WORDS.length];
    this.dials += 1;
    const socket = connect({ host: '127.0.0.1', port: this.#port, localAddress: FLOOD_FROM });
    this.#sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    if (words !== undefined) socket.on('connect', () => socket.write(words));
    const [oldest] = this.#sockets;
    if (this.#sockets.size > MAX_SOCKETS) oldest?.destroy();
  }

  start(): void {
    const end = performance.now() + MAX_FLOOD_MS;
    this.#timer = setInterval(() => {
      for (let i = 0; i < (PER_SECOND * TICK_MS) / 1_000; i += 1) this.dial();
      if (this.dials >= MAX_DIALS || performance.now() > end) clearInterval(this.#timer);
    }, TICK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const socket of this.#sockets) socket.destroy();
  }
}

test.skipIf(!CAN_LOOK)(
  'half-open connections and dials without end from one address hold up nobody at another',
  async () => {
    collectOnSignal();
    const { child, target } = await startProcess(await temporaryFolder());
    const pid = child.pid!;
    const early = new RawPerson('early');
    const settled = await early.register(target);
    const flood = new Flood(Number(/\/tcp\/(\d+)\//.exec(target.addresses()[0]!)![1]));
    for (let i = 0; i < WARM_UP; i += 1) flood.dial();
    await until('the server has seen the first of them', () => flood.open < WARM_UP);
    const before = await settledBytes(pid);
    for (let i = 0; i < HALF_OPEN; i += 1) flood.dial();
    flood.start();

    const dials = new Waits();
    const requests = new Waits();
    for (let i = 0; i < HONEST_DIALS; i += 1) {
      await comeAndGo(target, { dials, requests });
      await requests.of(() => settled.ask('ping', {}));
      const due = ((i + 1) * DIALS) / HONEST_DIALS;
      await until('the flood goes on', () => flood.dials >= due);
    }
    expect(flood.dials).toBeGreaterThanOrEqual(DIALS);
    flood.stop();

    const grown = (await settledBytes(pid)) - before;
    console.log(
      `${flood.dials} dials from one address: dials of others ${dials.longestMs.toFixed(0)} ms at the most, requests ` +
        `${requests.longestMs.toFixed(0)}; the server grew by ${(grown / MiB).toFixed(1)} MiB`,
    );
    expect(dials.longestMs).toBeLessThan(PROMPT_MS);
    expect(requests.longestMs).toBeLessThan(PROMPT_MS);
    // All of it together is one hostile peer, whatever the number of its sockets.
    expect(grown).toBeLessThan(MAX_BYTES_PER_HOSTILE_PEER);
    expect(child.exitCode).toBeNull();
    // The address is let in again: what it did is not held against whoever sits behind it.
    await until('the flooder’s address is accepted again', () => accepted(target.addresses()[0]!));
  },
  90_000,
);

/** Somebody new, from the key pair to the answer; never more than its own address may. */
async function comeAndGo(target: Target, { dials, requests }: { dials: Waits; requests: Waits }): Promise<void> {
  const person = new RawPerson('newcomer');
  await person.device.node();
  const home = await dials.of(() => person.greet(target));
  await requests.of(() => home.ask('ping', {}));
  await person.device.stop();
}

/** Whether a connection from the flooder's address is spoken to. */
async function accepted(address: string): Promise<boolean> {
  const port = Number(/\/tcp\/(\d+)\//.exec(address)![1]);
  const socket = connect({ host: '127.0.0.1', port, localAddress: FLOOD_FROM });
  const outcome = Promise.withResolvers<boolean>();
  socket.on('connect', () => socket.write('\x13/multistream/1.0.0\n\x07/noise\n'));
  socket.on('data', () => outcome.resolve(true)).on('error', () => undefined);
  socket.on('close', () => outcome.resolve(false));
  const answer = await outcome.promise;
  socket.destroy();
  return answer;
}

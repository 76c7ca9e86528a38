/**
 * How many people a server registers: `node scripts/bench/registrations.ts [--people 400] [--profile] [--json]`.
 *
 * Connections are up before; each registers once, all at the same time: challenge, proof, account, directory and the leaf of the log, synced
 * before the answer. In the same run, on the same disk: puts that are synced one after the other, the raw limit of whoever shares no sync.
 * With --profile: where the server's time goes, which costs some of it.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './figures.ts';
import { connected, register, serverOf, type Newcomer } from './newcomers.ts';
import type { Order } from './opaque-process.ts';
import { startWorker } from './processes.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '400' },
    runs: { type: 'string', default: '3' },
    profile: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(import.meta.dirname, '..', '..', '.cache') },
  },
});
const people = Number.parseInt(values.people, 10);
const WARM_UP = 50;
const SYNCS = 300;
const BLOCK = Buffer.alloc(1_024, 1);

/** Per second. */
function syncsOf(folder: string): number {
  const file = openSync(join(folder, 'syncs'), 'w');
  const at = performance.now();
  for (let i = 0; i < SYNCS; i += 1) {
    writeSync(file, BLOCK);
    fsyncSync(file);
  }
  const seconds = (performance.now() - at) / 1_000;
  closeSync(file);
  return SYNCS / seconds;
}

interface Run {
  readonly rate: number;
  readonly syncs: number;
  /** Microseconds of a processor for each: the server's, and this process's, which is all the clients. */
  readonly cpu: number;
  readonly clients: number;
  /** Of the server, by function, microseconds for each. */
  readonly spent: Readonly<Record<string, number>>;
}

const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

async function run(): Promise<Run> {
  const folder = mkdtempSync(join(values.folder, 'registrations-'));
  const worker = startWorker<Order>('opaque-process.ts');
  const newcomers: Newcomer[] = [];
  try {
    const { server, home } = serverOf(await worker.run<string[]>({ do: 'start', folder }));
    for (let n = 0; n < people + WARM_UP; n += 1) newcomers.push(await connected(`person${n}`, server, home));
    await Promise.all(newcomers.slice(0, WARM_UP).map((one) => register(one, server)));
    if (values.profile) await worker.run({ do: 'profile' });
    const [cpuBefore, ownBefore, at] = [await worker.run<number>({ do: 'cpu' }), ownCpu(), performance.now()];
    await Promise.all(newcomers.slice(WARM_UP).map((one) => register(one, server)));
    const seconds = (performance.now() - at) / 1_000;
    const clients = (ownCpu() - ownBefore) / people;
    const cpu = ((await worker.run<number>({ do: 'cpu' })) - cpuBefore) / people;
    const whole = values.profile ? await worker.run<Record<string, number>>({ do: 'profile' }) : {};
    const spent = Object.fromEntries(Object.entries(whole).map(([place, us]) => [place, us / people]));
    return { rate: people / seconds, syncs: syncsOf(folder), cpu, clients, spent };
  } finally {
    await Promise.allSettled(newcomers.map((one) => one.stop()));
    await Promise.allSettled([worker.run({ do: 'stop' })]);
    await worker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const runs: Run[] = [];
for (let i = 0; i < Number.parseInt(values.runs, 10); i += 1) runs.push(await run());
const figures = {
  'registrations ÷ synced puts one by one': median(runs.map(({ rate, syncs }) => rate / syncs)),
  'registrations (1/s)': median(runs.map(({ rate }) => rate)),
  'synced puts one by one (1/s)': median(runs.map(({ syncs }) => syncs)),
  'server CPU per registration (µs)': median(runs.map(({ cpu }) => cpu)),
  'the clients’ CPU per registration (µs)': median(runs.map(({ clients }) => clients)),
};
if (values.json) console.log(JSON.stringify({ node: process.version, people, runs, figures }, undefined, 2));
else {
  for (const [name, value] of Object.entries(figures)) {
    console.log(`${value.toFixed(value < 10 ? 2 : 0).padStart(10)}  ${name}`);
  }
  for (const [place, us] of Object.entries(runs.at(-1)!.spent).slice(0, 30)) {
    console.log(`${us.toFixed(0).padStart(10)}  µs a registration: ${place}`);
  }
}

/**
 * What a sign-in by password costs the server: `node scripts/bench/opaque.ts [--logins 2000] [--profile]`.
 *
 * Whole exchanges (start and finish, each with its guess row on the disk) over 64 connections that are up, one after another on each. The
 * clients are this process; the password's stretching, which is theirs, is made cheap, or two cores would measure argon2. With --names: whether a name that
 * nobody has takes the same time as one that somebody has.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { client as library, ready } from '@serenity-kit/opaque';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { median, percentile } from './figures.ts';
import type { Order } from './opaque-process.ts';
import { connected, register, serverOf } from './newcomers.ts';
import { startWorker } from './processes.ts';

const { values } = parseArgs({
  options: {
    logins: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '64' },
    profile: { type: 'boolean', default: false },
    names: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(import.meta.dirname, '..', '..', '.cache') },
  },
});
const logins = Number.parseInt(values.logins, 10);
const connections = Number.parseInt(values.connections, 10);
const PASSWORD = 'plum tree 42 harbour';
const SEALED_BYTES = 2_048;
const cheap = { 'argon2id-custom': { iterations: 1, memory: 8, parallelism: 1 } } as const;

interface Person {
  readonly client: RendezvousClient;
  readonly name: string;
  readonly identifiers: { readonly client: string; readonly server: string };
  readonly stop: () => Promise<void>;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const bytesOf = (encoded: string): Uint8Array => new Uint8Array(Buffer.from(encoded, 'base64url'));

/** Somebody who has registered, and chosen to sign in anywhere. */
async function person(n: number, server: Uint8Array, addresses: readonly string[]): Promise<Person> {
  const name = `person${n}`;
  const newcomer = await connected(name, server, addresses);
  const { client, account } = newcomer;
  await register(newcomer, server);
  const identifiers = { client: text(account), server: text(server) };
  const begun = library.startRegistration({ password: PASSWORD });
  const { response } = await client.enrol({ request: bytesOf(begun.registrationRequest) });
  const { registrationRecord } = library.finishRegistration({
    ...{ password: PASSWORD, clientRegistrationState: begun.clientRegistrationState, identifiers },
    ...{ registrationResponse: text(response), keyStretching: cheap },
  });
  const sealed = systemRandom(SEALED_BYTES);
  await client.putVault({ record: bytesOf(registrationRecord), sealed, version: 1n, replaces: 0n });
  return { client, name, identifiers, stop: newcomer.stop };
}

/** @returns microseconds of each login */
async function loginsOf({ client, name, identifiers }: Person, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const begun = library.startLogin({ password: PASSWORD });
    const at = performance.now();
    const started = await client.startVaultLogin({ name, request: bytesOf(begun.startLoginRequest) });
    const between = performance.now();
    const finished = library.finishLogin({
      ...{ password: PASSWORD, clientLoginState: begun.clientLoginState, identifiers, keyStretching: cheap },
      loginResponse: text(started.response),
    });
    if (finished === undefined) throw new Error('a good password was refused');
    const after = performance.now();
    await client.finishVaultLogin({ handle: started.handle, message: bytesOf(finished.finishLoginRequest) });
    times.push(1_000 * (performance.now() - after + between - at));
  }
  return times;
}

/** Starts for a name, each on its own: nobody finishes them. Microseconds. */
async function startsOf(client: RendezvousClient, names: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const name of names) {
    const request = bytesOf(library.startLogin({ password: PASSWORD }).startLoginRequest);
    const at = performance.now();
    await client.startVaultLogin({ name, request });
    times.push(1_000 * (performance.now() - at));
  }
  return times;
}

await ready;
const folder = mkdtempSync(join(values.folder, 'opaque-'));
const worker = startWorker<Order>('opaque-process.ts');
const people: Person[] = [];
try {
  const addresses = await worker.run<string[]>({ do: 'start', folder });
  const { server, home } = serverOf(addresses);
  for (let n = 0; n < connections; n += 1) people.push(await person(n, server, home));
  await Promise.all(people.map((one) => loginsOf(one, 3)));

  if (values.profile) await worker.run({ do: 'profile' });
  const each = Math.max(1, Math.floor(logins / connections));
  const [cpuBefore, at] = [await worker.run<number>({ do: 'cpu' }), performance.now()];
  const times = (await Promise.all(people.map((one) => loginsOf(one, each)))).flat();
  const [seconds, cpu] = [(performance.now() - at) / 1_000, (await worker.run<number>({ do: 'cpu' })) - cpuBefore];
  const spent = values.profile ? await worker.run<Record<string, number>>({ do: 'profile' }) : {};
  const figures = {
    logins: times.length,
    connections,
    'server CPU per login (µs)': cpu / times.length,
    'logins on one core of the server (1/s)': (1e6 * times.length) / cpu,
    'logins as they went (1/s)': times.length / seconds,
    'p50 of a login without the client’s own work (µs)': median(times),
    'p99 (µs)': percentile(times, 0.99),
  };
  if (values.json) console.log(JSON.stringify({ node: process.version, figures, spent }, undefined, 2));
  else {
    for (const [name, value] of Object.entries(figures)) console.log(`${value.toFixed(0).padStart(10)}  ${name}`);
    for (const [place, us] of Object.entries(spent).slice(0, 25))
      console.log(`${(us / times.length).toFixed(0).padStart(10)}  µs a login: ${place}`);
  }

  if (values.names) {
    const [{ client }] = people as [Person, ...Person[]];
    const known = people.map(({ name }) => name);
    const unknown = people.map((_, n) => `nobody${n}`);
    const samples: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    // In turn, so that what slows the machine slows both. Each name twice at most: the third would wait.
    for (let round = 0; round < 2; round += 1) {
      for (const [i, name] of known.entries()) {
        samples.known.push(...(await startsOf(client, [name])));
        samples.unknown.push(...(await startsOf(client, [unknown[i]!])));
      }
    }
    console.log(
      JSON.stringify({
        median: { known: median(samples.known), unknown: median(samples.unknown) },
        ...compared(samples),
      }),
    );
  }
} finally {
  await Promise.allSettled(people.map((one) => one.stop()));
  await Promise.allSettled([worker.run({ do: 'stop' })]);
  await worker.stop();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Mann-Whitney: how often one of the known is slower than one of the unknown, 0.5 where nothing can be told; z beyond ±2 is seen by
 * chance one time in twenty.
 */
function compared({ known, unknown }: { known: readonly number[]; unknown: readonly number[] }) {
  let slower = 0;
  for (const a of known) for (const b of unknown) slower += a > b ? 1 : a === b ? 0.5 : 0;
  const [n, m] = [known.length, unknown.length];
  const z = (slower - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return { samples: n, slower: slower / (n * m), z };
}

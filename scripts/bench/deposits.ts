/**
 * Figure (c): deposits into one server, each on disk before its answer, with 1, 16 and 64 connections, beside a bare libp2p
 * echo and the disk's own synced puts of the same size. The depositors are one process, the server another.
 *
 * Echo and put in tight loops of their own never wait long enough for a core to fall asleep, which every lone deposit pays for. So
 * the raw limit stands there too: a bare echo that puts what came before it sends it back.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createPeerHost } from '../../node/net/host.ts';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { createIdentity, type Identity } from '../../shared/crypto/identity.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { loginProof, makeCertificate, makeGrant, makeIdentityStatement } from '../../shared/crypto/statements.ts';
import { fromHex, toHex } from '../../shared/ids.ts';
import { SCOPE } from '../../shared/wire/protocols.ts';
import type { Order } from './deposit-process.ts';
import { figureOf, median, percentile, type Figure } from './figures.ts';
import { startServer, startWorker } from './processes.ts';
import { openPuts, startEcho } from './probes.ts';

/** About what an envelope of a 200-byte message and its row weigh. */
const ROW_BYTES = 800;
/** A bench is one address with 64 connections: limits that would refuse it are raised, as an operator of such a place would. */
export const WIDE_LIMITS: readonly string[] = [
  ...['--mailbox-items', '1000000', '--sender-items', '1000000', '--sender-mib', '1000', '--mailbox-mib', '1000'],
  ...['--accept-per-address', '1000', '--accept-total', '1000'],
];
const WARM_UP = 300;
const CONNECTIONS = [1, 16, 64];
/** Deposits of one connection in one run. */
const EACH: Readonly<Record<number, number>> = { 1: 400, 16: 100, 64: 60 };

interface Deposited {
  readonly times: readonly number[];
  readonly elapsed: number;
}

/** The mailbox's owner: registers, grants, and empties the mailbox between the runs. */
export async function openOwner(invited: { peerId: Uint8Array; addresses: readonly string[] }) {
  const host = await createPeerHost({ deviceSeed: systemRandom(32), listen: [], dht: false });
  const client = await host.rendezvous.connect({ server: invited.peerId, addresses: [...invited.addresses] });
  const identity = createIdentity(systemRandom);
  const statement = makeIdentityStatement(identity, 'owner', systemRandom(16));
  const account = sha256(statement.payload);
  // The mailbox is emptied between the runs, not when a push says that mail waits.
  client.onPush(() => undefined);
  await register(client, identity, { account, device: host.device, statement });
  return {
    account,
    grant: async (depositor: Uint8Array) => {
      const grant = { owner: account, depositor, scope: SCOPE.friend, serial: 1n };
      await client.putGrant({ grant: makeGrant(identity, grant) });
    },
    empty: async () => {
      for (;;) {
        const page = await client.drain({ after: 0n, limit: 256 });
        const last = page.mail.at(-1);
        if (last === undefined) return;
        await client.acknowledge({ upTo: last.sequence });
      }
    },
    client,
    stop: async () => host.stop(),
  };
}

async function register(
  client: RendezvousClient,
  identity: Identity,
  own: { account: Uint8Array; device: Uint8Array; statement: ReturnType<typeof makeIdentityStatement> },
): Promise<void> {
  const { nonce } = await client.challenge();
  const clientNonce = systemRandom(32);
  const claim = { server: client.server, device: own.device, serverNonce: nonce, clientNonce, epoch: 1n };
  await client.register({
    statement: own.statement,
    certificate: makeCertificate(identity, own.account, own.device, 1n),
    clientNonce,
    proof: loginProof(identity, claim),
    email: '',
    token: new Uint8Array(0),
  });
}

export async function benchDeposits(
  folder: string,
  runs: number,
  peerIdBytes: (text: string) => Uint8Array,
  progress: (done: number) => void,
): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true });
  const server = await startServer(join(folder, 'server'), WIDE_LIMITS);
  const worker = startWorker<Order>('deposit-process.ts');
  const echo = await startEcho();
  const puts = await openPuts(folder, ROW_BYTES);
  const raw = await startEcho(puts);
  const peerId = peerIdBytes(server.peerId);
  const owner = await openOwner({ peerId, addresses: server.addresses });
  try {
    const most = Math.max(...CONNECTIONS);
    const { addresses } = server;
    const accounts = await worker.run<string[]>({ do: 'connect', server: toHex(peerId), addresses, count: most });
    for (const account of accounts) await owner.grant(fromHex(account) ?? new Uint8Array(0));
    await worker.run({ do: 'open-probes', echo: echo.address, raw: raw.address, folder, bytes: ROW_BYTES });
    const to = toHex(owner.account);
    const deposit = (connections: number, each: number) =>
      worker.run<Deposited>({ do: 'deposit', owner: to, connections, each });
    await worker.run({ do: 'echo', count: WARM_UP });
    await worker.run({ do: 'put', count: WARM_UP });
    await worker.run({ do: 'raw', count: WARM_UP });
    await deposit(16, 60);
    await deposit(1, WARM_UP);

    const results: Record<number, { ratio: number; parts: Record<string, number> }[]> = {};
    for (let run = 0; run < runs; run += 1) {
      const echoes = median(await worker.run<number[]>({ do: 'echo', count: 300 }));
      const putTimes = await worker.run<number[]>({ do: 'put', count: 300 });
      const put = median(putTimes);
      const putRate = (1e6 * putTimes.length) / putTimes.reduce((sum, time) => sum + time, 0);
      const inTurn = median(await worker.run<number[]>({ do: 'raw', count: 300 }));
      for (const connections of CONNECTIONS) {
        const { times, elapsed } = await deposit(connections, EACH[connections] ?? 60);
        const rate = (1e6 * times.length) / elapsed;
        const limit = 1e6 / (echoes + put);
        const ratio = connections === 1 ? 1e6 / median(times) / limit : rate / putRate;
        (results[connections] ??= []).push({
          ratio,
          parts: {
            'deposits/s': rate,
            'deposit p50 (µs)': median(times),
            'deposit p99 (µs)': percentile(times, 0.99),
            'bare libp2p echo p50 (µs)': echoes,
            'synced put p50 (µs)': put,
            'synced puts/s, one by one': putRate,
            ...(connections === 1
              ? {
                  'echo that puts first p50 (µs)': inTurn,
                  'ratio to the echo that puts first': inTurn / median(times),
                }
              : {}),
          },
        });
        await owner.empty();
      }
      progress(run + 1);
    }
    return CONNECTIONS.map((connections) => {
      const runsOf = results[connections] ?? [];
      if (connections === 1) {
        const goal = { text: '≥ 0.75', met: (ratio: number) => ratio >= 0.75 };
        return figureOf('deposits one at a time / (1 / (bare echo + synced put))', goal, runsOf);
      }
      const text = connections === 64 ? '≥ 1.2' : 'none';
      const goal = { text, met: (ratio: number) => connections !== 64 || ratio >= 1.2 };
      return figureOf(`deposits/s with ${connections.toString()} connections / synced puts/s one by one`, goal, runsOf);
    });
  } finally {
    await Promise.allSettled([worker.run({ do: 'stop' })]);
    await Promise.allSettled([worker.stop(), owner.stop(), echo.stop(), raw.stop()]);
    await puts.stop();
    await server.stop();
  }
}

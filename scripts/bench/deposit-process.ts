/** Depositors as a process: each with its own libp2p host, connection and account, depositing one envelope after another. */
import { createPeerHost } from '../../node/net/host.ts';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { createIdentity } from '../../shared/crypto/identity.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement } from '../../shared/crypto/statements.ts';
import { fromHex, toHex } from '../../shared/ids.ts';
import { Envelope } from '../../shared/wire/generated/envelope.js';
import { ENVELOPE, SUITE, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import { microseconds, openEcho, openPuts, type Puts } from './probes.ts';

export type Order =
  | {
      readonly do: 'connect';
      readonly server: string;
      readonly addresses: readonly string[];
      readonly count: number;
    }
  | {
      readonly do: 'deposit';
      readonly owner: string;
      readonly connections: number;
      readonly each: number;
      /** Of an envelope; what a message of 200 bytes becomes, where it is not said. */
      readonly body?: number;
    }
  /** The same, many at once on each connection. */
  | { readonly do: 'fill'; readonly owner: string; readonly each: number; readonly body: number }
  | {
      readonly do: 'open-probes';
      readonly echo: string;
      readonly raw: string;
      readonly folder: string;
      readonly bytes: number;
    }
  | { readonly do: 'echo'; readonly count: number }
  | { readonly do: 'raw'; readonly count: number }
  | { readonly do: 'put'; readonly count: number }
  | { readonly do: 'stop' };

/** Body of an envelope whose content fills the 512-byte bucket: what a message of 200 bytes becomes. */
const BODY_BYTES = 620;
/** Deposits of one connection at once, where nobody measures them. */
const IN_FLIGHT = 32;

const hosts: Awaited<ReturnType<typeof createPeerHost>>[] = [];
const clients: RendezvousClient[] = [];
let echo: Awaited<ReturnType<typeof openEcho>> | undefined;
let raw: typeof echo;
let puts: Puts | undefined;

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

/** Connects as a guest; returns the account. */
async function connectOne(server: Uint8Array, addresses: readonly string[]): Promise<string> {
  const host = await createPeerHost({ deviceSeed: systemRandom(32), listen: [], dht: false });
  hosts.push(host);
  const identity = createIdentity(systemRandom);
  const statement = makeIdentityStatement(identity, 'depositor', systemRandom(16));
  const account = sha256(statement.payload);
  const client = await host.rendezvous.connect({ server, addresses: [...addresses] });
  await client.introduce({ statement, certificate: makeCertificate(identity, account, host.device, 1n) });
  clients.push(client);
  return toHex(account);
}

const envelopeTo = (owner: Uint8Array, client: RendezvousClient, bytes: number): Uint8Array =>
  Envelope.encode({
    version: WIRE_VERSION,
    suite: SUITE,
    kind: ENVELOPE.pairwise,
    toAccount: owner,
    toDevice: client.server,
    toEpoch: 1n,
    body: systemRandom(bytes),
  });

async function depositOn(
  client: RendezvousClient,
  owner: Uint8Array,
  count: number,
  bytes = BODY_BYTES,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const envelope = envelopeTo(owner, client, bytes);
    const start = process.hrtime.bigint();
    await client.deposit({ owner, envelope });
    times.push(microseconds(start));
  }
  return times;
}

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'connect': {
      const accounts: string[] = [];
      for (let i = 0; i < order.count; i += 1) accounts.push(await connectOne(bytesOf(order.server), order.addresses));
      return accounts;
    }
    case 'deposit': {
      const start = process.hrtime.bigint();
      const used = clients.slice(0, order.connections);
      const owner = bytesOf(order.owner);
      const times = await Promise.all(used.map((client) => depositOn(client, owner, order.each, order.body)));
      return { times: times.flat(), elapsed: microseconds(start) };
    }
    case 'fill': {
      const owner = bytesOf(order.owner);
      const lanes = clients.flatMap((client) => Array.from({ length: IN_FLIGHT }, () => client));
      await Promise.all(lanes.map((client) => depositOn(client, owner, order.each, order.body)));
      return lanes.length * order.each;
    }
    case 'open-probes':
      echo = await openEcho(order.echo, order.bytes);
      raw = await openEcho(order.raw, order.bytes);
      puts = await openPuts(order.folder, order.bytes);
      return null;
    case 'echo':
      return echo?.measure(order.count);
    case 'raw':
      return raw?.measure(order.count);
    case 'put':
      return puts?.measure(order.count);
    case 'stop':
      await echo?.stop();
      await raw?.stop();
      await puts?.stop();
      await Promise.allSettled(hosts.map(async (host) => host.stop()));
      return null;
  }
}

process.on('message', (order: Order) => {
  obey(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());

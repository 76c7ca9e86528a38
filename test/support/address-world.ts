/** Where friends are: one peer's address flows over a made-up directory and DHT. */
import { createAddresses } from '../../node/flows/addresses.ts';
import type { Account } from '../../node/flows/account.ts';
import type { Homes } from '../../node/flows/context.ts';
import { newContact } from '../../node/flows/friend-flows.ts';
import { RELATION } from '../../node/core/rows.ts';
import type { AddressHints, PeerHost, RendezvousClient } from '../../node/net/ports.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { makeAddressRecord } from '../../shared/crypto/statements.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import type { FetchAddressResponse, FetchPrekeysResponse } from '../../shared/wire/generated/rendezvous.js';
import { accountWorld, anAccount } from './account-world.ts';

/** Where ann and bob are unless a test says otherwise. */
export const HERE = '/ip4/192.0.2.7/tcp/4801';

export const recordOf = (
  who: Account,
  change: { expiresAt?: bigint; device?: Uint8Array; by?: Account; sequence?: bigint } = {},
): Signed => {
  const { account, device, epoch } = who.own();
  return makeAddressRecord((change.by ?? who).own().identity, {
    account,
    device: change.device ?? device,
    epoch,
    addresses: [HERE],
    sequence: change.sequence ?? 1n,
    issuedAt: 1n,
    expiresAt: change.expiresAt ?? BigInt(Date.now() + 60_000),
  });
};

/** Bob, whose friend ann is, and a directory and a DHT that do what the test says. */
export async function addressWorld() {
  const ann = anAccount('ann');
  const bob = await accountWorld('bob');
  const { contacts, context, background } = bob.flows;
  const own = ann.own();
  await contacts.add({
    ...newContact(context, {
      account: own.account,
      name: 'ann',
      statements: [Signed.encode(own.statement)],
      identityKey: own.identity.signing.publicKey,
      exchangeKey: own.identity.exchange.publicKey,
      certificate: Signed.encode(own.certificate),
      device: own.device,
      epoch: own.epoch,
      home: Home.encode(own.home),
    }),
    relation: RELATION.friend,
    addressKey: systemRandom(32),
  });
  const network = {
    directory: new MiyuError('server-unreachable') as MiyuError | FetchAddressResponse,
    prekeys: new MiyuError('server-unreachable') as MiyuError | FetchPrekeysResponse,
    hint: undefined as Signed | undefined,
    published: [] as Signed[],
    /** What the directory answers to the next records. */
    refusals: [] as MiyuError[],
    hinted: [] as Signed[],
    /** Who has not taken the next ones, and when the next one is over. */
    missed: [] as Uint8Array[][],
    publishing: Promise.resolve(),
    /** Whom the DHT was asked of; undefined: of all. */
    askedOf: [] as (readonly Uint8Array[] | undefined)[],
    /** Address keys of those who were asked after. */
    askedAfter: [] as Uint8Array[],
    /** What one of them answers before the others, and when those have. */
    early: undefined as Signed | undefined,
    answering: Promise.resolve(),
    /** There is no server, and no link to ann. */
    alone: false,
    linked: false,
    ended: [] as ErrorCode[],
    foreign: 0,
    gone: 0,
  };
  const answer = <T>(value: MiyuError | T): Promise<T> =>
    value instanceof MiyuError ? Promise.reject(value) : Promise.resolve(value);
  const client = {
    fetchAddress: () => answer(network.directory),
    fetchPrekeys: () => answer(network.prekeys),
    publishAddress: ({ record }: { record: Signed }) => {
      network.published.push(record);
      const refusal = network.refusals.shift();
      return refusal === undefined ? Promise.resolve({}) : Promise.reject(refusal);
    },
  } as unknown as RendezvousClient;
  let listening = [HERE];
  let changed = (): void => undefined;
  let joined = (_device: Uint8Array): void => undefined;
  let broughtBy = (_device: Uint8Array): void => undefined;
  const host = {
    addresses: () => listening,
    onAddressesChanged: (listener: () => void) => (changed = listener),
    hints: {
      publish: async (_key: Uint8Array, record: Signed) => {
        network.hinted.push(record);
        await network.publishing;
        const missed = network.missed.shift() ?? [];
        return { isKept: missed.length === 0, missed };
      },
      find: async (key: Uint8Array, { among, onBetter }: Parameters<AddressHints['find']>[1] & object) => {
        network.askedOf.push(among);
        network.askedAfter.push(key);
        if (network.early !== undefined) onBetter?.(network.early);
        await network.answering;
        if (network.early !== undefined && network.hint !== undefined) onBetter?.(network.hint);
        return network.hint;
      },
      onNeighbour: (listener: (device: Uint8Array) => void) => (joined = listener),
      onBrought: (listener: (device: Uint8Array) => void) => (broughtBy = listener),
    },
  } as unknown as PeerHost;
  const homes: Homes = {
    clientFor: () => Promise.resolve(client),
    ownClient: () => (network.alone ? undefined : client),
  };
  let ahead = 0;
  const clock = { wall: () => Date.now(), monotonic: () => performance.now() + ahead };
  const addresses = createAddresses(
    { ...context, clock },
    {
      host,
      homes,
      contacts: () => contacts,
      account: bob.account,
      background,
      isOnline: () => network.linked,
      signedByAnother: () => {
        network.foreign += 1;
        return Promise.resolve();
      },
      accountGone: () => (network.gone += 1),
      endedByFriend: (_account, code) => {
        network.ended.push(code);
        return Promise.resolve();
      },
    },
  );
  const contact = () => contacts.get(own.account)!;
  const listen = (next: string[]): void => {
    listening = next;
    changed();
  };
  const [directory, dht] = addresses.sources;
  const fromDirectory = () => directory.find(contact(), {});
  const fromDht = () => dht.find(contact(), {});
  /** Somebody has come who keeps records. */
  const join = (device: Uint8Array): void => joined(device);
  /** This device has put a record here. */
  const bring = (device: Uint8Array): void => broughtBy(device);
  const pass = (ms: number): void => void (ahead += ms);
  return { ann, bob, network, addresses, contact, fromDirectory, fromDht, listen, join, bring, pass };
}

/** "What the server knows about me", beside a dump of everything that the server has. */
import { describe, expect, it } from 'vitest';
import { KnowsView } from '../../../node/api/contract-knows.ts';
import type { FriendFlows } from '../../../node/flows/friend-flows.ts';
import { askWhatItKnows, type Knows } from '../../../node/flows/knows.ts';
import { decodeAnswer } from '../../../node/net/rendezvous-answers.ts';
import { openLevelStore } from '../../../rendezvous/store/level-store.ts';
import { TABLES, type Row, type Store, type TableName } from '../../../rendezvous/store/store.ts';
import {
  AccountRow,
  AddressRow,
  BundleRow,
  GrantRow,
  GuessRow,
  GuestRow,
  HeldRow,
  MailboxRow,
  MailRow,
  RequestRow,
  SenderRow,
  TokenRow,
  VaultRow,
} from '../../../rendezvous/store/generated/rows.js';
import { sha256, utf8 } from '../../../shared/crypto/hash.ts';
import { openIdentityChain } from '../../../shared/crypto/statements.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { systemClock } from '../../../shared/clock.ts';
import { toHex } from '../../../shared/ids.ts';
import { skeletonOf } from '../../../shared/look-alikes.ts';
import { peerIdOfBytes } from '../../../shared/net/peers.ts';
import { makeNextStatement } from '../../../shared/transparency/chain-statements.ts';
import { foldName } from '../../../shared/usernames.ts';
import { RendezvousResponse } from '../../../shared/wire/generated/rendezvous.js';
import { SCOPE } from '../../../shared/wire/protocols.ts';
import { loginRequest } from '../../support/anywhere.ts';
import { aServer, befriend, someone } from '../../support/people.ts';
import { RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { until } from '../../support/until.ts';

/** As it registered, and as it is called since. */
const FORMER = 'Xiaolongli';
const NAME = 'Lixiaolong';
const EMAIL = 'Li.Xiaolong@Example.org';

/** What the peer makes of the server's answer; names come from its own list of friends. */
async function ask(person: RawPerson, connection: RawConnection, friends: readonly RawPerson[] = []): Promise<Knows> {
  const client = {
    knows: async () => decodeAnswer('knows', RendezvousResponse.encode({ knows: await connection.ask('knows', {}) })),
  };
  return askWhatItKnows({
    context: { own: () => ({ account: person.account }), clock: systemClock },
    contacts: { all: () => friends },
    homes: { ownClient: () => client },
  } as unknown as FriendFlows);
}

async function peopled() {
  let store: Store | undefined;
  const { server } = await startTestServer({}, { openStore: async (folder) => (store = await openLevelStore(folder)) });
  const names = ['Wanghong', 'Zhaoming', 'Qianlei', 'Sunyue', 'Zhoujie'];
  const [wang, zhao, qian, sun, zhou] = names.map((name) => new RawPerson(name)) as [
    RawPerson,
    RawPerson,
    RawPerson,
    RawPerson,
    RawPerson,
  ];
  const li = new RawPerson(FORMER);
  const homes = new Map<RawPerson, RawConnection>();
  for (const person of [wang, zhao, qian, sun, zhou]) homes.set(person, await person.register(server));
  const of = (person: RawPerson): RawConnection => homes.get(person)!;
  // A guest first, who registers then.
  const home = await li.introduce(server);
  await li.registerOn(home, { email: EMAIL });
  const renamed = makeNextStatement(
    openIdentityChain([li.statement]),
    li.identity,
    { kind: 'name', name: NAME },
    systemRandom(16),
  );
  await home.ask('rename', { statements: [renamed] });

  await home.ask('publishPrekeys', li.prekeys(5));
  await home.ask('publishAddress', { record: li.addressRecord(7n) });
  await home.ask('putGrant', { grant: li.grant(wang.account, 3n) });
  await home.ask('putGrant', { grant: li.grant(wang.account, 4n, SCOPE.group) });
  await home.ask('putGrant', { grant: li.grant(sun.account, 1n) });
  await home.ask('revokeGrant', { revocation: li.revocation(sun.account, 2n) });
  await of(wang).ask('putGrant', { grant: wang.grant(li.account, 9n) });
  await of(zhao).ask('sendFriendRequest', { to: li.account, sealed: systemRandom(700) });
  await home.ask('sendFriendRequest', { to: qian.account, sealed: systemRandom(500) });
  await home.ask('sendFriendRequest', { to: zhou.account, sealed: systemRandom(500) });
  await home.ask('sendFriendRequest', { to: zhao.account, sealed: systemRandom(500) });
  await of(zhao).ask('answerFriendRequest', { from: li.account, outcome: 2 });
  await home.ask('setBlock', { account: sun.account, blocked: true });
  await of(zhou).ask('setBlock', { account: li.account, blocked: true });
  await home.ask('createToken', {});
  await of(wang).ask('fetchPrekeys', { account: li.account });
  for (const bytes of [100, 300]) {
    await of(wang).ask('deposit', { owner: li.account, envelope: li.envelope(bytes) });
  }
  await home.ask('deposit', { owner: wang.account, envelope: wang.envelope(200) });
  await home.ask('putVault', { record: systemRandom(192), sealed: systemRandom(800), version: 5n, replaces: 0n });
  const request = await loginRequest();
  for (const _ of [1, 2]) await home.ask('startVaultLogin', { name: NAME, request });
  if (store === undefined) throw new Error('the server opened no store');
  return { server, store, li, home, of, wang, zhao, qian, sun, zhou };
}

type Dump = readonly (Row & { readonly table: TableName })[];

async function dumpOf(store: Store): Promise<Dump> {
  const dump: (Row & { table: TableName })[] = [];
  for (const table of TABLES) {
    for (const row of await store.scan(table, { limit: 10_000 })) dump.push({ table, ...row });
  }
  return dump;
}

/** Rows in which this account stands, by whatever it is known. */
function mentioning(dump: Dump, needles: readonly Uint8Array[]): Dump {
  const has = (bytes: Uint8Array): boolean =>
    needles.some((needle) => Buffer.from(bytes).includes(Buffer.from(needle)));
  return dump.filter(({ key, value }) => has(key) || has(value));
}

const needlesOf = (person: RawPerson, knows: Knows): Uint8Array[] => [
  person.account,
  person.identity.signing.publicKey,
  person.identity.exchange.publicKey,
  person.device.id,
  Buffer.from(knows.lookAlike, 'hex'),
  ...[NAME, FORMER].flatMap((name) => [name, name.toLowerCase()]).map(utf8),
  ...[EMAIL, EMAIL.toLowerCase()].map(utf8),
  ...[foldName(FORMER), skeletonOf(FORMER)].map((form) => sha256(utf8(form))),
];

/** Whether the view says it: every field of the row stands beside where the view has it, and has no other. */
function says<T extends object>(row: T, view: Readonly<Record<keyof T, boolean>>): boolean {
  const [fields, told] = [Object.keys(row), Object.keys(view)];
  return fields.every((field) => told.includes(field)) && Object.values<boolean>(view).every(Boolean);
}

const idAt = (key: Uint8Array, n: number): string => toHex(key.subarray(32 * n, 32 * n + 32));
const peerId = (bytes: Uint8Array): string => peerIdOfBytes(bytes).toString();

type Accounting = Partial<Record<TableName, (row: Row, knows: Knows, dump: Dump) => boolean>>;

/** For each table that may mention an account, how a row of it stands in the view. A table that is not here accounts for nothing. */
const ACCOUNTED: Accounting = {
  accounts: ({ key, value }, knows) => {
    const row = AccountRow.decode(value);
    return says(row, {
      statements: row.statements.length === knows.statements.length && toHex(key) === knows.account,
      certificate: peerId(row.device) === knows.device,
      identityKey: toHex(row.identityKey) === knows.identityKey,
      device: peerId(row.device) === knows.device,
      epoch: Number(row.epoch) === knows.epoch,
      email: row.email === knows.email,
      registeredAt: Number(row.registeredAt) === knows.registeredAt,
      signedInAt: Number(row.signedInAt) === (knows.signedIn?.at ?? 0),
      origin: row.origin.length > 0 === ((knows.signedIn?.address ?? null) !== null),
      label: row.label.length > 0 === ((knows.signedIn?.label ?? null) !== null),
      formerNames:
        row.formerNames.length === knows.formerNames.length &&
        row.formerNames.every((former, i) =>
          says(former, {
            nameHash: toHex(former.nameHash) === knows.formerNames[i]?.nameHash,
            lookAlike: toHex(former.lookAlike) === knows.formerNames[i]?.lookAlike,
            letGoAt: Number(former.letGoAt) === knows.formerNames[i]?.letGoAt,
            heldUntil: Number(former.heldUntil) === knows.formerNames[i]?.heldUntil,
          }),
        ),
    });
  },
  names: ({ key }, { nameKey }) => Buffer.from(key).toString() === nameKey,
  skeletons: ({ key }, { lookAlike }) => toHex(key) === lookAlike,
  emails: ({ key }, { emailKey }) => Buffer.from(key).toString() === emailKey,
  guests: ({ value }, { guest }) => {
    const row = GuestRow.decode(value);
    return says(row, { epoch: Number(row.epoch) === guest?.epoch, seenAt: Number(row.seenAt) === guest?.seenAt });
  },
  tokens: ({ key, value }, { tokens }, dump) => {
    const hash = key.subarray(-32);
    const bytes = key.length === 32 ? value : dump.find((row) => toHex(row.key) === toHex(hash))!.value;
    const { madeBy, ...row } = TokenRow.decode(bytes);
    const told = tokens.find(({ madeAt }) => BigInt(madeAt) === row.madeAt);
    return says(row, { madeAt: told !== undefined, expiresAt: told?.expiresAt === Number(row.expiresAt) });
  },
  prekeys: ({ value }, { prekeys }) => {
    const row = BundleRow.decode(value);
    return says(row, {
      bundle: prekeys !== null && prekeys.createdAt > 0,
      device: peerId(row.device) === prekeys?.device,
      epoch: Number(row.epoch) === prekeys?.epoch,
      left: row.left === prekeys?.oneTimeLeft,
    });
  },
  'one-time': (_, { prekeys, account }, dump) =>
    dump.filter(({ table, key }) => table === 'one-time' && idAt(key, 0) === account).length === prekeys?.oneTimeLeft,
  addresses: ({ value }, { address }) => {
    const row = AddressRow.decode(value);
    return says(row, {
      record: address?.addresses.length === 1,
      device: peerId(row.device) === address?.device,
      epoch: Number(row.epoch) === address?.epoch,
      sequence: Number(row.sequence) === address?.sequence,
      expiresAt: Number(row.expiresAt) === address?.expiresAt,
    });
  },
  grants: ({ key, value }, { account, grantsGiven, grantsHeld }) => {
    const [owner, depositor] = [idAt(key, 0), idAt(key, 1)];
    const list = owner === account ? grantsGiven : grantsHeld;
    const scope = key[64] === SCOPE.group ? 'group' : 'friend';
    const other = owner === account ? depositor : owner;
    const told = list.list.find((each) => each.account === other && each.scope === scope);
    const row = GrantRow.decode(value);
    return says(row, {
      serial: told?.serial === Number(row.serial),
      revoked: told?.revoked === row.revoked,
      signed: told !== undefined,
    });
  },
  requests: ({ key, value }, { account, requestsReceived, requestsSent }) => {
    const [to, from] = [idAt(key, 0), idAt(key, 1)];
    const told = to === account ? requestsReceived : requestsSent.list;
    const request = told.find((each) => each.account === (to === account ? from : to));
    const row = RequestRow.decode(value);
    return says(row, {
      sealed: request?.bytes === row.sealed.length,
      receivedAt: request?.receivedAt === Number(row.receivedAt),
    });
  },
  blocks: ({ key }, { account, blocked, notTold }) =>
    idAt(key, 0) === account
      ? blocked.list.some((other) => other.account === idAt(key, 1))
      : notTold.includes('blocks-by-others'),
  mailboxes: ({ key, value }, { account, mailbox, deposited }) => {
    const owner = idAt(key, 0);
    if (key.length === 32) {
      const row = MailboxRow.decode(value);
      return says(row, {
        last: Number(row.last) === mailbox.highest,
        count: row.count === mailbox.count,
        bytes: Number(row.bytes) === mailbox.bytes,
        first: true,
      });
    }
    const told = owner === account ? mailbox.senders : deposited;
    const usage = told.find((mail) => mail.account === (owner === account ? idAt(key, 1) : owner));
    if (key.length === 96) return usage !== undefined;
    const row = SenderRow.decode(value);
    return says(row, { count: row.count === usage?.count, bytes: Number(row.bytes) === usage?.bytes });
  },
  mail: ({ key, value }, { account, mailbox, deposited }, dump) => {
    const owner = idAt(key, 0);
    const { depositor, envelope, ...times } = MailRow.decode(value);
    const told = owner === account ? mailbox : deposited.find((mail) => mail.account === owner);
    const there = dump.filter((row) => row.table === 'mail' && idAt(row.key, 0) === owner).length;
    return told?.count === there && Object.keys(times).sort().join() === 'expiresAt,storedAt';
  },
  vaults: ({ key, value }, { vault }) => {
    if (key.length === 33) return value.length === vault?.bytes;
    const row = VaultRow.decode(value);
    return says(row, {
      record: row.record.length === vault?.recordBytes,
      version: Number(row.version) === vault?.version,
      bytes: row.bytes === vault?.bytes,
      // Of bytes that are told to be there.
      digest: true,
      storedAt: Number(row.storedAt) === vault?.storedAt,
    });
  },
  held: ({ key, value }, { formerNames }) => {
    const hash = toHex(key.subarray(1));
    const told = formerNames.find(({ nameHash, lookAlike }) => hash === (key[0] === 1 ? nameHash : lookAlike));
    return says(HeldRow.decode(value), { until: told?.heldUntil === Number(HeldRow.decode(value).until) });
  },
  mentions: ({ key }, { account, grantsHeld, requestsSent, ...knows }) => {
    const others = toHex(key.subarray(33));
    // Of somebody whom this account has granted or asked: that row is an index of the one above.
    if (idAt(key, 0) !== account)
      return [...knows.grantsGiven.list, ...knows.requestsReceived].some((each) => each.account === idAt(key, 0));
    return [...grantsHeld.list, ...requestsSent.list].some((each) => each.account === others);
  },
};

/** A page of any state of the map: under the account's id and its names, which account, and its latest statement as it was then. */
const saysStatement = ({ value }: Row, { statement }: RawPerson, { log }: Knows): boolean =>
  log !== null &&
  [Buffer.from(log.entry, 'hex'), sha256(statement.payload)].some((entry) =>
    Buffer.from(value).includes(Buffer.from(entry)),
  );

const unaccounted = (dump: Dump, person: RawPerson, knows: Knows): string[] =>
  mentioning(dump, needlesOf(person, knows))
    .filter((row) =>
      row.table === 'map-pages'
        ? !saysStatement(row, person, knows)
        : ACCOUNTED[row.table]?.(row, knows, dump) !== true,
    )
    .map(({ table, key }) => `${table} ${toHex(key)}`);

describe('what the server knows', () => {
  it('is all that stands in its store about the account', async () => {
    const { store, li, home, wang, zhao, qian, sun, zhou } = await peopled();
    const knows = await ask(li, home, [wang]);
    const dump = await dumpOf(store);
    const tables = new Set(mentioning(dump, needlesOf(li, knows)).map(({ table }) => table));
    // The world above has something in every table but the server's own, and those that name nobody: a row of guesses stands for many
    // names.
    const nameless: readonly TableName[] = ['server', 'guesses', 'log', 'log-tiles', 'map-old'];
    expect([...TABLES].filter((table) => !nameless.includes(table) && !tables.has(table))).toEqual([]);
    const guesses = dump.filter(({ table }) => table === 'guesses').map(({ value }) => GuessRow.decode(value));
    expect(guesses).toMatchObject([{ count: knows.guesses?.count }]);
    expect(guesses[0]!.lastAt).toBe(BigInt(knows.guesses!.lastAt));
    expect(dump.filter(({ table }) => table === 'held')).toHaveLength(2);
    expect(unaccounted(dump, li, knows)).toEqual([]);

    expect(knows).toMatchObject({
      statements: [
        { version: 0, name: FORMER },
        { version: 1, name: NAME },
      ],
      ...{
        nameKey: NAME.toLowerCase(),
        email: 'Li.Xiaolong@example.org',
        epoch: 1,
        connections: 1,
        guest: { epoch: 1 },
      },
      prekeys: { oneTimeLeft: 4 },
      address: { addresses: ['/ip4/192.0.2.7/tcp/4710'], sequence: 7 },
      grantsGiven: { total: 3 },
      grantsHeld: { total: 1, list: [{ account: toHex(wang.account), name: wang.name, serial: 9, revoked: false }] },
      requestsReceived: [{ account: toHex(zhao.account), name: null, bytes: 700 }],
      requestsSent: { total: 1, list: [{ account: toHex(qian.account), bytes: 500 }] },
      blocked: { total: 1, list: [{ account: toHex(sun.account) }] },
      mailbox: { count: 2, highest: 2, senders: [{ account: toHex(wang.account), count: 2 }] },
      deposited: [{ account: toHex(wang.account), count: 1 }],
      vault: { version: 5, bytes: 800, recordBytes: 192 },
      guesses: { count: 2 },
    });
    expect(JSON.stringify(knows)).not.toContain(toHex(zhou.account));
    expect(knows.tokens).toHaveLength(1);
    expect(knows.mailbox.oldestAt).toBeGreaterThan(0);
  });

  it('would not pass where a table has something that the view does not say', async () => {
    const { store, li, home } = await peopled();
    const knows = await ask(li, home);
    // A feature to come, say, that writes down when somebody was there.
    await store.transact(['test'], (tx) => {
      tx.put('server', new Uint8Array(Buffer.concat([utf8('seen:'), li.account])), utf8('today'));
    });
    expect(unaccounted(await dumpOf(store), li, knows)).toHaveLength(1);
    const hidden = { ...knows, deposited: [], requestsSent: { total: 0, list: [] } };
    expect(unaccounted(await dumpOf(store), li, hidden).length).toBeGreaterThan(3);
  });

  it('is told to its owner alone, and not without end', async () => {
    const { server, li, home } = await peopled();
    const guest = await new RawPerson('Guest').introduce(server);
    await refusal(guest.ask('knows', {}), 'not-signed-in');
    expect(await ask(li, home)).toMatchObject({ account: toHex(li.account) });
    let refused = 0;
    for (let i = 0; i < 12; i += 1) {
      await home.ask('knows', {}).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'rate-limited' });
        refused += 1;
      });
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('is asked by a peer, and its view fits the contract', async () => {
    const server = await aServer();
    const [li, wang] = [await someone('li', server), await someone('wang', server)];
    await befriend(li, 'li', wang, 'wang');
    const knows = await until(
      'all of it is there',
      async () => {
        const found = await li.peer.serverKnows();
        return found.prekeys !== null && found.address !== null && found.grantsHeld.total === 1 && found;
      },
      // More often than this the server does not answer.
      { everyMs: 1_000 },
    );
    expect(KnowsView.parse(knows)).toEqual(knows);
    expect(knows).toMatchObject({
      statements: [{ name: 'li' }],
      grantsGiven: { list: [{ name: 'wang', revoked: false }] },
      grantsHeld: { list: [{ name: 'wang', revoked: false }] },
    });
    await server.stop();
    await until('noticed', () => li.peer.status().server?.connected === false);
    await expect(li.peer.serverKnows()).rejects.toMatchObject({ code: 'server-unreachable' });
  });
});

import fc from 'fast-check';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openServerStatement } from '../../../shared/crypto/statements.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { ask } from '../../../shared/net/exchange.ts';
import { Frame } from '../../../shared/wire/generated/frame.js';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { RendezvousRequest } from '../../../shared/wire/generated/rendezvous.js';
import { FRAME, STATEMENT_PROTOCOL } from '../../../shared/wire/protocols.ts';
import { startServer } from '../../../rendezvous/server.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { startTestServer, testSettings } from '../../support/rendezvous.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { refusal } from '../../support/refusals.ts';

const NAMES = [
  'challenge',
  'register',
  'login',
  'introduce',
  'logout',
  'lookup',
  'publishPrekeys',
  'fetchPrekeys',
  'publishAddress',
  'fetchAddress',
  'sendFriendRequest',
  'listFriendRequests',
  'answerFriendRequest',
  'putGrant',
  'revokeGrant',
  'deposit',
  'drain',
  'acknowledge',
  'setBlock',
  'createToken',
  'listTokens',
  'revokeToken',
  'rename',
  'ping',
] as const;
const BEFORE_SIGN_IN: readonly string[] = ['challenge', 'register', 'login', 'introduce', 'ping'];

/** What the answer to a ping says beside it: the server's clock, and where it sees who asks. */
const SEEN = { time: expect.any(BigInt) as bigint, seenAs: '127.0.0.1' };

test('says who it is, first of all, and what it asks of people', async () => {
  const { server } = await startTestServer({
    name: '办公室',
    email: 'required',
    maxNameLength: 8,
    tokenRequired: true,
    mailDays: 7,
  });
  const connection = await new RawDevice().connect(server);
  const { statement } = await connection.hello();
  expect(openServerStatement(statement!, server.server)).toMatchObject({
    name: '办公室',
    email: 2,
    maxNameLength: 8,
    tokenRequired: true,
    mailLifetimeS: 7n * 86_400n,
  });
});

test('gives its statement to whoever asks once, without a hello', async () => {
  const { server } = await startTestServer();
  const { stream } = await new RawDevice().open(server, STATEMENT_PROTOCOL);
  const bytes = await ask(stream, systemRandom(32), { maxBytes: 10_000, timeoutMs: 5_000 });
  expect(openServerStatement(Signed.decode(bytes), server.server).server).toEqual(server.server);
});

test('keeps key and statement; signs a new one when the policy changes', async () => {
  const first = await startTestServer({ name: 'one' });
  const { peerId } = first.server;
  const statement = first.server.statement();
  const second = await first.restart();
  expect(second.server.peerId).toBe(peerId);
  expect(Signed.encode(second.server.statement())).toEqual(Signed.encode(statement));
  const third = await second.restart({ name: 'two' });
  expect(third.server.peerId).toBe(peerId);
  expect(openServerStatement(third.server.statement(), third.server.server).name).toBe('two');
  expect((await stat(join(first.settings.data, 'server.key'))).mode & 0o777).toBe(0o600);
});

test('asks for a hello of its version before anything else', async () => {
  const { server } = await startTestServer();
  const connection = await new RawDevice().connect(server);
  for (const name of NAMES) await refusal(connection.ask(name, {}), 'hello-first');
  expect((await refusal(connection.ask('hello', { version: 2 }), 'version-mismatch')).detail).toBe(1);
  await refusal(connection.ask('challenge', {}), 'hello-first');
  await connection.hello();
  await connection.hello();
});

test('asks for a sign-in before what is not for everybody', async () => {
  const { server } = await startTestServer();
  const connection = await new RawPerson('nobody').greet(server);
  for (const name of NAMES) {
    if (!BEFORE_SIGN_IN.includes(name)) await refusal(connection.ask(name, {}), 'not-signed-in');
  }
  expect((await connection.ask('challenge', {})).nonce).toHaveLength(32);
  const payload = systemRandom(1_024);
  expect(await connection.ask('ping', { payload })).toEqual({ payload, ...SEEN });
  await refusal(connection.ask('ping', { payload: systemRandom(1_025) }), 'too-large');
});

test('whatever bytes a request has: a typed refusal, and the connection goes on', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('fuzz');
  const connection = await person.register(server);
  await refusal(connection.channel.request(new Uint8Array(0)), 'unknown-request');
  const whole = RendezvousRequest.encode({
    register: {
      statement: person.statement,
      certificate: person.certificate(),
      clientNonce: systemRandom(32),
      proof: systemRandom(64),
      email: 'a@b.c',
      token: systemRandom(8),
    },
  });
  const CODES = [
    'malformed',
    'unknown-request',
    'rate-limited',
    'statement-invalid',
    'certificate-invalid',
    'proof-invalid',
    'already-signed-in',
    'version-mismatch',
  ];
  const mutated = fc
    .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(whole.length))
    .map(([at, change, cut]) => {
      const bytes = whole.slice();
      bytes[at] = bytes[at]! ^ change;
      return cut === 0 ? bytes : bytes.subarray(0, cut);
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
      const outcome = await connection.channel.request(bytes).then(
        () => 'answered',
        (error: unknown) => (error as { code: string }).code,
      );
      // Random bytes may well be a ping.
      expect([
        ...CODES,
        'answered',
        'not-signed-in',
        'too-large',
        'unknown-account',
        'no-request',
        'bundle-invalid',
        'record-invalid',
        'grant-invalid',
        'envelope-invalid',
        'not-yourself',
      ]).toContain(outcome);
    }),
    { numRuns: 300 },
  );
  await connection.hello();
});

test('a client that breaks the protocol is cut off, and nobody else notices', async () => {
  const { server } = await startTestServer();
  const honest = await new RawPerson('honest').register(server);
  const prefixed = (frame: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(4 + frame.length);
    new DataView(bytes.buffer).setUint32(0, frame.length);
    bytes.set(frame, 4);
    return bytes;
  };
  const attacks: Uint8Array[] = [
    Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0),
    Uint8Array.of(0, 0, 0, 0),
    prefixed(systemRandom(100)),
    prefixed(Frame.encode({ type: FRAME.response, id: 7, body: systemRandom(5) })),
    prefixed(Frame.encode({ type: 9, id: 7, body: systemRandom(5) })),
    prefixed(Frame.encode({ type: FRAME.request, id: 0, body: systemRandom(5) })),
  ];
  for (const bytes of attacks) {
    const { stream } = await new RawDevice().open(server);
    const closed = new Promise<void>((resolve) => {
      stream.addEventListener('close', () => resolve());
    });
    stream.send(bytes);
    await closed;
    expect(await honest.ask('ping', { payload: bytes.subarray(0, 4) })).toEqual({
      ...{ payload: bytes.subarray(0, 4) },
      ...SEEN,
    });
  }
});

test('at most four connections of one account: the oldest ends', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('many');
  const connections = [await person.register(server)];
  for (let i = 0; i < 4; i += 1) {
    connections.push(await person.login(server, 1n, new RawDevice(person.device.seed)));
  }
  expect(await connections[0]!.channel.closed).toBeDefined();
  expect((await server.status()).signedIn).toBe(4);
});

test('whoever is refused without end is told to wait', async () => {
  const { server } = await startTestServer();
  const connection = await new RawPerson('pest').greet(server);
  let waits = 0;
  for (let i = 0; i < 1_050; i += 1) {
    const outcome = connection.ask('logout', {});
    if (i < 990) await refusal(outcome, 'not-signed-in');
    else
      await outcome.catch((error: unknown) => (waits += (error as { code: string }).code === 'rate-limited' ? 1 : 0));
  }
  expect(waits).toBeGreaterThan(0);
});

test('says goodbye when it stops, and finishes what is under way', async () => {
  const test = await startTestServer();
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(test.server);
  await home.ask('putGrant', { grant: owner.grant(friend.account) });
  const guest = await friend.introduce(test.server);
  const deposits = Array.from({ length: 50 }, async () =>
    guest.ask('deposit', { owner: owner.account, envelope: owner.envelope() }),
  );
  const first = await deposits[0]!;
  expect(first.receipt).toBeDefined();
  const stopped = test.server.stop();
  expect(await home.pushed('serverClosing')).toEqual({});
  const outcomes = await Promise.allSettled(deposits);
  await stopped;
  const receipted = outcomes.filter(({ status }) => status === 'fulfilled').length;
  const again = await test.restart();
  // Receipted or not: what was on disk is there, and nothing that was receipted is missing.
  expect((await again.server.status()).mail).toBeGreaterThanOrEqual(receipted);
});

test('the folder belongs to one server at a time', async () => {
  const test = await startTestServer();
  await refusal(startServer(testSettings(test.settings.data)), 'profile-in-use');
});

test('a taken port is named, and the folder is free afterwards', async () => {
  const test = await startTestServer();
  const port = Number(/\/tcp\/(\d+)\//.exec(test.server.addresses()[0]!)![1]);
  const settings = testSettings(await temporaryFolder(), { listen: [], port });
  expect((await refusal(startServer(settings), 'port-taken')).detail).toBe(port);
  const again = await startServer({ ...settings, port: 0 });
  await again.stop();
});

test('a folder that cannot be made, and a key that is not the store’s', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), 'in the way');
  await refusal(startServer(testSettings(join(folder, 'file', 'data'))), 'folder-unwritable');
  const test = await startTestServer();
  await test.stop();
  const path = join(test.settings.data, 'server.key');
  const key = await readFile(path, 'utf8');
  await writeFile(path, 'no key at all');
  await refusal(startServer(test.settings), 'key-file-damaged');
  await writeFile(path, key.replace(/[0-9a-f]{64}/, '11'.repeat(32)));
  await refusal(startServer(test.settings), 'key-file-damaged');
  await writeFile(path, key);
  await (await startServer(test.settings)).stop();
});

test('a store that fails is told as a fault of the server, which goes on', async () => {
  const { openLevelStore } = await import('../../../rendezvous/store/level-store.ts');
  const { MiyuError } = await import('../../../shared/errors.ts');
  let failing = false;
  const openStore = async (folder: string): Promise<Awaited<ReturnType<typeof openLevelStore>>> => {
    const store = await openLevelStore(folder);
    return {
      ...store,
      transact: async (locks, work) => {
        if (failing) throw new MiyuError('storage-full');
        return store.transact(locks, work);
      },
    };
  };
  const { server } = await startTestServer({}, { openStore });
  const owner = new RawPerson('owner');
  const home = await owner.register(server);
  failing = true;
  await refusal(home.ask('publishAddress', { record: owner.addressRecord(1n) }), 'storage-full');
  failing = false;
  await home.ask('publishAddress', { record: owner.addressRecord(1n) });
});

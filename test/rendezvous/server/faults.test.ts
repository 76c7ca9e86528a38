import { expect, test } from 'vitest';
import { MiyuError, type ErrorCode } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { startTestServer, type TestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';
import { engineWith, type OpenStore } from './engines.ts';

/** An engine that fails with `error`, as long as there is one, where `hits` says so. */
interface FailingEngine {
  readonly openStore: OpenStore;
  error: Error | undefined;
  /** A table that is read, or a lock of a transaction. */
  hits(what: string): boolean;
}

function failingEngine(): FailingEngine {
  const failing: FailingEngine = {
    error: undefined,
    hits: () => true,
    openStore: engineWith((real) => ({
      get: (table, key) => {
        failIf(table);
        return real.get(table, key);
      },
      transact: async (locks, work) => {
        for (const lock of locks) failIf(lock);
        return real.transact(locks, work);
      },
    })),
  };
  const failIf = (what: string): void => {
    if (failing.error !== undefined && failing.hits(what)) throw failing.error;
  };
  return failing;
}

interface Line {
  readonly level: string;
  readonly event: string;
  readonly code?: string;
  readonly causes?: readonly { readonly code: string; readonly at: readonly string[] }[];
}
const linesOf = (run: TestServer, event: string): Line[] =>
  run
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line.event === event);

const canary = (): TypeError =>
  new TypeError('CanaryMessage of 203.0.113.77', { cause: new RangeError('CanaryCause in /home/canary') });

test('an unexpected error of the engine: the server is at fault, logs it without its words, and serves on', async () => {
  const engine = failingEngine();
  const run = await startTestServer({}, { openStore: engine.openStore });
  const owner = new RawPerson('owner');
  const other = new RawPerson('other');
  const home = await owner.register(run.server);
  const elsewhere = await other.register(run.server);
  engine.error = canary();
  engine.hits = (what) => what === `address:${toHex(owner.account)}`;

  const error = await refusal(home.ask('publishAddress', { record: owner.addressRecord(1n) }), 'server-fault');
  expect(error).toMatchObject({ field: undefined, detail: undefined, retryAfterMs: undefined });
  // Another's row, the same connection's other requests, a newcomer.
  expect(await elsewhere.ask('publishAddress', { record: other.addressRecord(1n) })).toEqual({});
  expect(await home.ask('putGrant', { grant: owner.grant(other.account) })).toEqual({});
  await new RawPerson('newcomer').register(run.server);
  // Nothing has changed: no record is there, and the same one is taken afterwards.
  expect((await elsewhere.ask('fetchAddress', { account: owner.account })).record).toBeUndefined();
  engine.error = undefined;
  expect(await home.ask('publishAddress', { record: owner.addressRecord(1n) })).toEqual({});
  expect((await elsewhere.ask('fetchAddress', { account: owner.account })).record).toBeDefined();

  const faults = linesOf(run, 'fault');
  expect(faults).toMatchObject([{ level: 'error', causes: [{ code: 'TypeError' }, { code: 'RangeError' }] }]);
  // Where it arose, by the names of files alone.
  expect(faults[0]!.causes![0]!.at.join(' ')).toContain('canary@faults.test.ts:');
  for (const word of ['Canary', '203.0.113', '/home']) expect(run.log()).not.toContain(word);
});

test('an unexpected error while it reads', async () => {
  const engine = failingEngine();
  const run = await startTestServer({}, { openStore: engine.openStore });
  const owner = new RawPerson('owner');
  const home = await owner.register(run.server);
  engine.error = canary();
  engine.hits = (what) => what === 'names';
  await refusal(home.ask('lookup', { name: 'owner' }), 'server-fault');
  expect((await home.ask('lookup', { account: owner.account })).account).toEqual(owner.account);
  engine.error = undefined;
  expect((await home.ask('lookup', { name: 'owner' })).account).toEqual(owner.account);
  expect(linesOf(run, 'fault')).toHaveLength(1);
  expect(run.log()).not.toContain('Canary');
});

test('an unexpected error at a registration signs nobody in, and the same registration passes later', async () => {
  const engine = failingEngine();
  const run = await startTestServer({}, { openStore: engine.openStore });
  const owner = new RawPerson('owner');
  const home = await owner.greet(run.server);
  engine.error = canary();
  engine.hits = (what) => what.startsWith('name:');
  await refusal(owner.registerOn(home), 'server-fault');
  await refusal(home.ask('listFriendRequests', {}), 'not-signed-in');
  expect(await run.server.status()).toMatchObject({ accounts: 0, signedIn: 0 });
  engine.error = undefined;
  await owner.registerOn(home);
  expect(await run.server.status()).toMatchObject({ accounts: 1, signedIn: 1 });
});

test.each<[code: ErrorCode, retryAfterMs: number | undefined, told: number | undefined, event: string]>([
  ['store-failed', 250, 250, 'store'],
  ['store-failed', undefined, 1_000, 'store'],
  ['store-damaged', undefined, 1_000, 'store'],
  ['closed', undefined, 1_000, 'store'],
  // A code that has no number on the wire is a defect of ours.
  ['internal', undefined, undefined, 'fault'],
])('the store says %s (%s): server-fault, to be tried again after %s', async (code, retryAfterMs, told, event) => {
  const engine = failingEngine();
  const run = await startTestServer({}, { openStore: engine.openStore });
  const owner = new RawPerson('owner');
  const home = await owner.register(run.server);
  engine.error = new MiyuError(code, retryAfterMs === undefined ? {} : { retryAfterMs });
  const record = owner.addressRecord(1n);
  const error = await refusal(home.ask('publishAddress', { record }), 'server-fault');
  expect(error.retryAfterMs).toBe(told);
  engine.error = undefined;
  expect(await home.ask('publishAddress', { record })).toEqual({});
  const line = event === 'store' ? { level: 'warn', code } : { level: 'error', causes: [{ code }] };
  expect(linesOf(run, event)).toMatchObject([line]);
});

import { expect, test } from 'vitest';
import { ACCOUNT_RATES, ADDRESS_RATES, REFUSED_RATE, TOKENS } from '../../../rendezvous/limits.ts';
import type { Rate } from '../../../shared/rate-limiter.ts';
import type { Clock } from '../../../shared/clock.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { RawDevice, RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

type Ask = () => Promise<unknown>;

/** Time that stands still until it is moved, so that buckets fill by what a test says alone. */
function stoppedClock(): Clock & { advance(ms: number): void } {
  const start = Date.now();
  let passed = 0;
  return {
    wall: () => start + passed,
    monotonic: () => passed,
    advance: (ms) => {
      passed += ms;
    },
  };
}

/** Asks so often, and sees that none of it was refused for being too often. */
async function use(times: number, ask: Ask): Promise<void> {
  const outcomes = await Promise.allSettled(Array.from({ length: times }, async () => ask()));
  const limited = outcomes.filter(
    (each) => each.status === 'rejected' && (each.reason as { code?: string }).code === 'rate-limited',
  );
  expect(limited).toHaveLength(0);
}

/** A sum of fractions of a token may lack its last bit, and then a millisecond is told more. */
const ROUNDING_MS = 2;

/**
 * The bucket of `rate` is empty: `ask` is refused with the time until the next token. That time is enough for one `ask`, and
 * what is told after it is not more than it takes.
 */
async function expectTrueWait(clock: { advance(ms: number): void }, rate: Rate, ask: Ask): Promise<void> {
  const waitMs = 60_000 / rate.perMinute;
  const told = async (): Promise<number> => (await refusal(ask(), 'rate-limited')).retryAfterMs!;
  const first = await told();
  expect(first).toBeGreaterThanOrEqual(waitMs - ROUNDING_MS);
  expect(first).toBeLessThanOrEqual(waitMs + ROUNDING_MS);
  clock.advance(first);
  expect(await ask()).toBeDefined();
  const second = await told();
  clock.advance(second - ROUNDING_MS);
  const last = await told();
  expect(last).toBeLessThanOrEqual(2 * ROUNDING_MS);
  clock.advance(last);
  expect(await ask()).toBeDefined();
}

test('logins of one address: a burst, then as it is told', async () => {
  const clock = stoppedClock();
  const { server } = await startTestServer({}, { clock });
  const person = new RawPerson('person');
  const neighbour = new RawPerson('neighbour');
  const first = await person.register(server);
  const second = await neighbour.register(server);
  const rate = ADDRESS_RATES.login;
  // Refused or not: each attempt counts, on whatever connection.
  await use(rate.burst / 2, () => first.ask('login', {}));
  await use(rate.burst / 2, () => second.ask('login', {}));
  await expectTrueWait(clock, rate, async () => person.loginOn(first));
  await refusal(neighbour.loginOn(second), 'rate-limited');
  // Guests and newcomers have buckets of their own.
  await new RawPerson('guest').introduce(server);
  await new RawPerson('newcomer').register(server);
});

test('introductions of one address: a burst, then as it is told', async () => {
  const clock = stoppedClock();
  const { server } = await startTestServer({}, { clock });
  const resident = new RawPerson('resident');
  await resident.register(server);
  const guest = new RawPerson('guest');
  const first = await guest.greet(server);
  const second = await new RawPerson('other').greet(server);
  const rate = ADDRESS_RATES.introduce;
  await use(rate.burst / 2, () => first.ask('introduce', {}));
  await use(rate.burst / 2, () => second.ask('introduce', {}));
  const introduction = { statement: guest.statement, certificate: guest.certificate() };
  await expectTrueWait(clock, rate, () => first.ask('introduce', introduction));
  await refusal(new RawPerson('another').introduce(server), 'rate-limited');
  await resident.login(server);
});

test('grants, revocations and blocks of one account: one bucket for all of them', async () => {
  const clock = stoppedClock();
  const { server } = await startTestServer({}, { clock });
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(server);
  const other = await owner.login(server, 1n, new RawDevice(owner.device.seed));
  const rate = ACCOUNT_RATES.statement;
  const block = { account: friend.account, blocked: false };
  let serial = 1n;
  const putGrant = (): Promise<unknown> => home.ask('putGrant', { grant: owner.grant(friend.account, serial++) });
  const revokeGrant = (): Promise<unknown> =>
    home.ask('revokeGrant', { revocation: owner.revocation(friend.account, serial++) });
  const setBlock = (): Promise<unknown> => home.ask('setBlock', block);
  // One of each, and the rest on both of its connections.
  await putGrant();
  await revokeGrant();
  await use(rate.burst / 2, () => other.ask('setBlock', block));
  await use(rate.burst / 2 - 2, setBlock);
  await expectTrueWait(clock, rate, putGrant);
  await expectTrueWait(clock, rate, revokeGrant);
  await expectTrueWait(clock, rate, setBlock);
  await refusal(other.ask('setBlock', block), 'rate-limited');
  // It is this account's bucket, and this one alone.
  const friendly = await friend.register(server);
  await friendly.ask('putGrant', { grant: friend.grant(owner.account) });
  await home.ask('publishAddress', { record: owner.addressRecord(1n) });
});

type PerAccount = 'publishAddress' | 'publishPrekeys' | 'fetchAddress' | 'fetchPrekeys';
type Use = (owner: RawPerson, home: RawConnection) => Promise<unknown>;
let sequence = 0n;

test.each<{ name: PerAccount; use: Use; ask: Use }>([
  {
    name: 'publishAddress',
    use: (_, home) => home.ask('publishAddress', {}),
    ask: (owner, home) => home.ask('publishAddress', { record: owner.addressRecord((sequence += 1n)) }),
  },
  {
    name: 'publishPrekeys',
    use: (_, home) => home.ask('publishPrekeys', {}),
    ask: (owner, home) => home.ask('publishPrekeys', owner.prekeys(1)),
  },
  {
    name: 'fetchAddress',
    use: (owner, home) => home.ask('fetchAddress', { account: owner.account }),
    ask: (owner, home) => home.ask('fetchAddress', { account: owner.account }),
  },
  {
    // Always of somebody else: there is a narrower bucket for each whose prekeys are asked for.
    name: 'fetchPrekeys',
    use: (_, home) => home.ask('fetchPrekeys', { account: systemRandom(32) }),
    ask: (owner, home) => home.ask('fetchPrekeys', { account: owner.account }),
  },
])('$name: a burst of one account, then as it is told', async (each) => {
  const clock = stoppedClock();
  const { server } = await startTestServer({}, { clock });
  const owner = new RawPerson('owner');
  const home = await owner.register(server);
  if (each.name === 'fetchPrekeys') await home.ask('publishPrekeys', owner.prekeys(1));
  const other = await owner.login(server, 1n, new RawDevice(owner.device.seed));
  const rate = ACCOUNT_RATES[each.name];
  await use(rate.burst / 2, () => each.use(owner, home));
  await use(rate.burst / 2, () => each.use(owner, other));
  await expectTrueWait(clock, rate, () => each.ask(owner, home));
  await refusal(each.ask(owner, other), 'rate-limited');
  // Somebody else is not held up.
  const stranger = new RawPerson('stranger');
  const elsewhere = await stranger.register(server);
  if (each.name === 'fetchPrekeys') await elsewhere.ask('publishPrekeys', stranger.prekeys(1));
  expect(await each.ask(stranger, elsewhere)).toBeDefined();
});

test('registration tokens: so many at once, then as it is told, and never more than may be open', async () => {
  const clock = stoppedClock();
  const rate = ACCOUNT_RATES.token;
  const { server } = await startTestServer({ invitesPerAccount: rate.burst }, { clock });
  const home = await new RawPerson('generous').register(server);
  await use(rate.burst, () => home.ask('createToken', {}));
  const limited = await refusal(home.ask('createToken', {}), 'rate-limited');
  expect(limited).toMatchObject({ retryAfterMs: 60_000 / rate.perMinute, detail: undefined });
  clock.advance(limited.retryAfterMs!);
  // The bucket has one again, and every place is taken: waiting does not help before one of them ends.
  const full = await refusal(home.ask('createToken', {}), 'invites-full');
  expect(full).toMatchObject({ retryAfterMs: undefined, detail: rate.burst });
  expect(await server.listTokens(100)).toHaveLength(rate.burst);
  clock.advance(TOKENS.lifetimeMs);
  expect((await home.ask('createToken', {})).token).toHaveLength(16);
});

test('whoever was refused too often is told how long it takes until refusals are plain again', async () => {
  const clock = stoppedClock();
  const { server } = await startTestServer({}, { clock });
  const pest = await new RawPerson('pest').greet(server);
  await use(REFUSED_RATE.burst, () => pest.ask('logout', {}));
  const waitMs = 60_000 / REFUSED_RATE.perMinute;
  expect((await refusal(pest.ask('logout', {}), 'rate-limited')).retryAfterMs).toBe(waitMs);
  // What is answered is not held up, nor is anybody on another connection.
  expect(await pest.ask('ping', {})).toBeDefined();
  await refusal((await new RawPerson('other').greet(server)).ask('logout', {}), 'not-signed-in');
  clock.advance(waitMs - 1);
  await refusal(pest.ask('logout', {}), 'rate-limited');
  clock.advance(1);
  await refusal(pest.ask('logout', {}), 'not-signed-in');
});

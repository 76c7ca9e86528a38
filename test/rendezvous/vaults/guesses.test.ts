/** Passwords that are tried: few for one name, few from one address, whoever has the name and whether anybody has it. */
import { expect, test, vi } from 'vitest';
import { systemClock } from '../../../shared/clock.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { fetchVault, loginRequest, putNewVault } from '../../support/anywhere.ts';
import { RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { startTestServer } from '../../support/rendezvous.ts';

// Each password costs 64 MiB of argon2id, whose price is not a test's to choose; on a busy machine that is some seconds.
vi.setConfig({ testTimeout: 120_000 });

const PASSWORD = 'seven green bottles';
const HOUR_MS = 60 * 60 * 1_000;

/** Stands still unless it is moved: on a busy machine a minute passes while twenty are asked. */
function standingClock() {
  let [ahead, back] = [0, 0];
  const began = systemClock.wall();
  return {
    wall: () => began + ahead - back,
    monotonic: () => ahead,
    advance: (ms: number) => (ahead += ms),
    setBack: (ms: number) => (back += ms),
  };
}

/** What is asked here does not matter: the same message serves for all. */
let message: Promise<Uint8Array> | undefined;
const guess = async (connection: RawConnection, name: string): Promise<unknown> =>
  connection.ask('startVaultLogin', { name, request: await (message ??= loginRequest()) });

test('the sixth waits, each further one twice as long, the same for a name that nobody has; a restart changes nothing', async () => {
  const clock = standingClock();
  const test = await startTestServer({}, { clock });
  const li = new RawPerson('li');
  const home = await li.register(test.server);
  await putNewVault(home, li, PASSWORD, systemRandom(100));
  const someone = await new RawPerson('a').greet(test.server);
  const waits: number[][] = [];
  for (const name of ['li', 'nobody']) {
    for (let count = 0; count < 5; count += 1) await guess(someone, name);
    const told: number[] = [];
    for (let more = 0; more < 9; more += 1) {
      const { retryAfterMs = 0 } = await refusal(guess(someone, name), 'rate-limited');
      told.push(retryAfterMs / 1_000);
      clock.advance(retryAfterMs);
      await guess(someone, name);
    }
    waits.push(told);
    clock.advance(HOUR_MS);
  }
  expect(waits[0]).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
  expect(waits[1]).toEqual(waits[0]);
  await guess(someone, 'nobody');

  const { server } = await test.restart();
  await li.device.stop();
  const again = await new RawPerson('b').greet(server);
  expect((await refusal(guess(again, 'nobody'), 'rate-limited')).retryAfterMs).toBe(HOUR_MS);
  // On a device that knows the key nobody asks for a password: its owner is let in.
  await guess(again, 'li');
  await refusal(guess(again, 'li'), 'rate-limited');
  expect((await li.login(server)).device).toBe(li.device);
  // And the right password, once its turn has come, starts the count anew.
  clock.advance(HOUR_MS);
  expect(await fetchVault(again, 'li', PASSWORD)).toBeDefined();
  for (let count = 0; count < 5; count += 1) await guess(again, 'li');
  await refusal(guess(again, 'li'), 'rate-limited');
});

test('a clock that is set back locks nobody out for longer than the longest wait', async () => {
  const clock = standingClock();
  const { server } = await startTestServer({}, { clock });
  const someone = await new RawPerson('a').greet(server);
  for (let count = 0; count < 5; count += 1) await guess(someone, 'li');
  clock.setBack(40 * HOUR_MS);
  const { retryAfterMs = 0 } = await refusal(guess(someone, 'li'), 'rate-limited');
  expect(retryAfterMs).toBeLessThanOrEqual(30_000);
  clock.advance(30_000);
  await guess(someone, 'li');
});

test('one address has few, whatever the names', async () => {
  const clock = standingClock();
  const { server } = await startTestServer({}, { clock });
  const someone = await new RawPerson('a').greet(server);
  for (let count = 0; count < 20; count += 1) await guess(someone, `name${count}`);
  expect((await refusal(guess(someone, 'another'), 'rate-limited')).retryAfterMs).toBe(30_000);
  clock.advance(30_000);
  await guess(someone, 'another');
  await refusal(guess(someone, 'one-more'), 'rate-limited');
});

/** New sessions between friends whose server is gone for good: the keys for them come over the link, signed by the friend. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PrekeysByLink } from '../../../node/flows/link-prekeys.ts';
import { silentLog } from '../../../shared/log.ts';
import { aServer, befriend, PASSWORD, someone, type TestPerson } from '../../support/people.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const PATIENT = { timeoutMs: 60_000 };
const AGAIN = ['/ip4/127.0.0.1/tcp/0'];

const online = (person: TestPerson, friend: string): Promise<unknown> =>
  person.friend(friend, 'online', ({ presence }) => presence === 'online');

/** The person's peer ends, and its profile folder becomes what it was. */
async function putBack(person: TestPerson, copy: string): Promise<void> {
  await person.peer.stop();
  await rm(person.folder, { recursive: true });
  await cp(copy, person.folder, { recursive: true });
  await person.restart();
  await person.peer.login({ password: PASSWORD });
}

describe('with the server gone for good', () => {
  test('a profile that was put back has a new session with a friend, and texts go both ways', async () => {
    const server = await aServer();
    const ann = await someone('ann', server, { listen: AGAIN });
    const bob = await someone('bob', server);
    await befriend(ann, 'ann', bob, 'bob');
    await Promise.all([online(ann, 'bob'), online(bob, 'ann')]);
    await ann.peer.send({ to: 'bob', text: 'before' });
    await until('it is there', () => bob.texts('ann').includes('before'));

    const copy = join(await temporaryFolder(), 'copy');
    await ann.peer.stop();
    await cp(ann.folder, copy, { recursive: true });
    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    await Promise.all([online(ann, 'bob'), online(bob, 'ann')]);
    // Steps of the ratchet that the copy knows nothing of.
    for (const round of ['1', '2', '3']) {
      await ann.peer.send({ to: 'bob', text: `ann ${round}` });
      await until('there', () => bob.texts('ann').includes(`ann ${round}`));
      await bob.peer.send({ to: 'ann', text: `bob ${round}` });
      await until('and back', () => ann.texts('bob').includes(`bob ${round}`));
    }

    await server.stop();
    await putBack(ann, copy);
    await Promise.all([online(ann, 'bob'), online(bob, 'ann')]);
    await ann.peer.send({ to: 'bob', text: 'after' });
    await bob.peer.send({ to: 'ann', text: 'after all' });
    await until(
      'both have all',
      () => bob.texts('ann').includes('after') && ann.texts('bob').includes('after all'),
      PATIENT,
    );
    // What the copy did not know of bob's is repaired, and nothing is there twice.
    await until(
      'what was lost with it',
      () => ann.texts('bob').filter((text) => /^bob/.test(text)).length === 3,
      PATIENT,
    );
    expect([...bob.texts('ann')].sort()).toEqual(
      [
        ...['before', 'after', 'after all'],
        ...['1', '2', '3'].flatMap((round) => [`ann ${round}`, `bob ${round}`]),
      ].sort(),
    );
  }, 180_000);
});

test('a friend who asks without end has a few, and then one every quarter of an hour', async () => {
  let now = 0;
  let made = 0;
  const account = new Uint8Array(32);
  const clock = { wall: () => 0, monotonic: () => now };
  const keys = new PrekeysByLink(
    { clock, log: silentLog },
    {
      prekeys: { forMeeting: () => Promise.resolve({ bundle: {} as never, oneTime: Uint8Array.of(++made) }) },
      links: { linkTo: () => undefined },
      homes: { seemsUp: () => true },
    },
  );
  const ask = (): Promise<unknown> => keys.answer({ account } as never);
  for (let i = 0; i < 8; i += 1) await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'rate-limited' });
  now += 15 * 60_000;
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'rate-limited' });
  expect(made).toBe(9);
  // Another friend is not concerned.
  await keys.answer({ account: account.slice().fill(1) } as never);
});

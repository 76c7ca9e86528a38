/** Signing in anywhere with a copy of before a rename: the directory is ahead of it, by the person's own signature. */
import { expect, test, vi } from 'vitest';
import { befriend, PASSWORD, someone, TestPerson, type TestServer } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';
import { dishonestServer } from '../../support/vault-rows.ts';

// Each password costs 64 MiB of argon2id; on a busy machine that is some seconds.
vi.setConfig({ testTimeout: 240_000 });
const WAIT = { timeoutMs: 90_000, everyMs: 200 };

const signIn = async (server: TestServer, name: string): Promise<TestPerson> => {
  const person = await TestPerson.with();
  await person.peer.loginElsewhere({ name, password: PASSWORD, server: server.address });
  return person;
};

test('right after a rename, and after a second one, by the new name alone; friends know who it is', async () => {
  const { server, vaults, putBack } = await dishonestServer();
  const [ann, bob] = [await someone('ann', server), await someone('bob', server)];
  await befriend(ann, 'ann', bob, 'bob');
  await ann.peer.setAnywhere({ on: true, password: PASSWORD });
  const before = await vaults();
  const { account } = ann.peer.status();
  await ann.peer.rename({ name: 'Annette' });
  await ann.peer.stop();
  // Whether or not the new name came into the copy meanwhile: this is the one of before.
  await putBack(before);

  const laptop = await signIn(server, 'annette');
  expect(laptop.peer.status()).toMatchObject({ state: 'online', name: 'Annette', account });
  await laptop.isFriend('bob');
  await bob.isFriend('Annette');
  await laptop.peer.rename({ name: 'Anna' });
  await laptop.peer.stop();
  await putBack(before);

  const third = await signIn(server, 'Anna');
  expect(third.peer.status()).toMatchObject({ name: 'Anna', account });
  await bob.isFriend('Anna');
  await third.isFriend('bob');
  await third.peer.send({ to: 'bob', text: 'still me' });
  await until('it came', () => bob.texts('Anna').includes('still me'), WAIT);
  expect(third.peer.alarms()).toEqual([]);
  // What she let go opens nothing.
  const fourth = await TestPerson.with();
  const old = { name: 'ann', password: PASSWORD, server: server.address };
  await refusal(fourth.peer.loginElsewhere(old), 'login-wrong');
});

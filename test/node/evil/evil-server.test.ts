/** Two honest friends and a server that lies: each lie is found out, said, and proven to whoever wants to know. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AlarmView } from '../../../node/flows/alarms.ts';
import { verifyAnyEvidence } from '../../../shared/transparency/exhibit.ts';
import { EvilServer } from '../../support/evil-server.ts';
import { befriend, PASSWORD, someone, type TestPerson } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';

const PATIENT = { timeoutMs: 60_000 };

async function friends(...names: readonly string[]) {
  const evil = await EvilServer.start();
  const people: TestPerson[] = [];
  for (const name of names) people.push(await someone(name, evil.running));
  for (const [i, person] of people.entries()) {
    if (i > 0) await befriend(people[0]!, names[0]!, person, names[i]!);
  }
  const online = ({ presence }: { presence: string }): boolean => presence === 'online';
  for (const [i, name] of names.entries()) if (i > 0) await people[0]!.friend(name, 'online', online);
  return { evil, people };
}

const idOf = (person: TestPerson): string => person.peer.status().account!;

const alarmOf = (person: TestPerson, kind: AlarmView['kind']): Promise<AlarmView> =>
  until(`an alarm: ${kind}`, () => person.peer.alarms().find((alarm) => alarm.kind === kind), PATIENT);

test('two trees of one size: both friends find out when they tell each other, and have the proof', async () => {
  const { evil, people } = await friends('ann', 'bob');
  const [ann, bob] = people as [TestPerson, TestPerson];
  await evil.fork([idOf(ann)]);
  await someone('carol', evil.running);
  await ann.peer.find('bob');
  await bob.peer.find('carol');
  for (const person of [ann, bob]) {
    const alarm = await alarmOf(person, 'forked');
    expect(alarm).toMatchObject({ severity: 'alarm', state: 'open', evidence: true });
    expect(alarm.server.fingerprint).toBe(evil.running.running.fingerprint);
    const proven = verifyAnyEvidence(person.peer.evidence(alarm.id));
    expect(proven).toMatchObject({ proves: 'forked', fingerprint: evil.running.running.fingerprint });
    const file = join(person.folder, 'evidence', `alarm-${alarm.id}.miyu-evidence`);
    const bytes = await until('the evidence is a file', () => readFile(file).catch(() => undefined), PATIENT);
    expect(new Uint8Array(bytes)).toEqual(person.peer.evidence(alarm.id));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const isTold = (): boolean => person.events.some((event) => event.type === 'alarm' && event.id === alarm.id);
    await until('the event', isTold, PATIENT);
    expect(person.peer.status().missing).toContain('log-alarm');
  }

  // Nothing is sent until the person decides; what was decided outlives the process.
  await refusal(ann.peer.send({ to: 'bob', text: 'is it you?' }), 'log-alarm');
  const [{ id }] = ann.peer.alarms() as [AlarmView];
  await ann.peer.decideAlarm({ id, decision: 'stop' });
  await refusal(ann.peer.send({ to: 'bob', text: 'still you?' }), 'log-alarm');
  await ann.restart();
  await ann.peer.login({ password: PASSWORD });
  expect(ann.peer.alarm(id)).toMatchObject({ state: 'stopped' });
  await refusal(ann.peer.send({ to: 'bob', text: 'still you?' }), 'log-alarm');
  evil.honestAgain();
  await ann.peer.decideAlarm({ id, decision: 'trust' });
  await ann.peer.send({ to: 'bob', text: 'so be it' });
  await until('it arrives', () => bob.texts('ann').includes('so be it'), PATIENT);
  expect(ann.peer.status().missing).not.toContain('log-alarm');
}, 240_000);

test('somebody else under a name, at the very first look-up: unverified, and found out by a third friend', async () => {
  const { evil, people } = await friends('ann', 'carol');
  const [ann, carol] = people as [TestPerson, TestPerson];
  await someone('bob', evil.running);
  const [impostor] = await evil.fork([idOf(ann)], ['bob']);
  const found = await ann.peer.find('bob');
  expect(found).toMatchObject({ verified: 'no', account: Buffer.from(impostor!.account).toString('hex') });
  // The tree that carol sees has grown otherwise.
  await someone('dave', evil.running);
  await carol.peer.find('bob');
  const kinds = ['forked', 'inconsistent', 'unproven'];
  const alarm = await until('an alarm', () => ann.peer.alarms().find(({ kind }) => kinds.includes(kind)), PATIENT);
  expect(alarm.stops.map(({ name }) => name)).toContain('carol');
  await until('an alarm', () => carol.peer.alarms().some(({ kind }) => kinds.includes(kind)), PATIENT);
}, 240_000);

test('a tree that shrank: at the next look-up, with the proof, and nothing is believed of it', async () => {
  const { evil, people } = await friends('ann', 'bob');
  const [ann] = people as [TestPerson];
  const back = await evil.remember();
  await someone('carol', evil.running);
  await ann.peer.find('carol');
  back();
  await refusal(ann.peer.find('bob'), 'log-alarm');
  const alarm = await alarmOf(ann, 'shrunk');
  expect(verifyAnyEvidence(ann.peer.evidence(alarm.id)).proves).toBe('shrunk');
  await refusal(ann.peer.send({ to: 'bob', text: 'hello' }), 'log-alarm');
}, 240_000);

test('a head of long ago, and one of tomorrow, are not believed', async () => {
  const { evil, people } = await friends('ann');
  const [ann] = people as [TestPerson];
  const elsewhere = await someone('bob', evil.running);
  for (const late of [11 * 60_000, -11 * 60_000]) {
    evil.headsLate = late;
    const error = await ann.peer.find('bob').catch((reason: unknown) => reason);
    // An older time than of the head that is kept is a contradiction besides.
    expect(['log-stale', 'log-alarm', 'log-unproven']).toContain((error as { code?: string }).code);
    evil.honestAgain();
  }
  expect((await ann.peer.find('bob')).account).toBe(idOf(elsewhere));
}, 240_000);

test('an entry under the own name that is not the own: found at the next sign-in, with what the server has signed', async () => {
  const { evil, people } = await friends('ann', 'bob');
  const [ann] = people as [TestPerson];
  await evil.fork('*', ['ann']);
  await ann.restart();
  await ann.peer.login({ password: PASSWORD });
  const alarm = await alarmOf(ann, 'foreign-entry');
  const proven = verifyAnyEvidence(ann.peer.evidence(alarm.id));
  expect(proven.proves).toBe('shown');
  expect(proven.account).not.toBe(idOf(ann));
}, 240_000);

test('prekeys of somebody else: nothing is sealed under them, it is told, and heals by a decision when the lie is over', async () => {
  const evil = await EvilServer.start();
  const [ann, bob] = [await someone('ann', evil.running), await someone('bob', evil.running)];
  await ann.peer.add({ who: 'bob' });
  await bob.asked('ann');
  evil.forgesPrekeys = true;
  await bob.peer.accept('ann');
  await alarmOf(bob, 'key-changed');
  expect(ann.peer.friends().some(({ relation }) => relation === 'friend')).toBe(false);
  evil.honestAgain();
  await bob.peer.decideKey({ who: 'ann', decision: 'keep' });
  await ann.isFriend('bob');
}, 240_000);

test.each(['dropped', 'replayed'] as const)(
  'mail that is %s: each text is shown once',
  async (mail) => {
    const { evil, people } = await friends('ann', 'bob');
    const [ann, bob] = people as [TestPerson, TestPerson];
    await bob.peer.stop();
    await ann.friend('bob', 'away', ({ presence }) => presence !== 'online');
    for (const text of ['one', 'two', 'three']) await ann.peer.send({ to: 'bob', text });
    const isStored = (): boolean => {
      const { waiting, stored } = ann.peer.status().outbox;
      return stored >= 3 && stored === waiting;
    };
    await until('stored', isStored, PATIENT);
    evil.mail = mail;
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await until('all of it', () => bob.texts('ann').length >= 3, PATIENT);
    await ann.peer.send({ to: 'bob', text: 'four' });
    await until('all of it', () => bob.texts('ann').includes('four'), PATIENT);
    expect(bob.texts('ann')).toEqual(['one', 'two', 'three', 'four']);
  },
  240_000,
);

test('a server that proves nothing of the own name is told of, and is no alarm', async () => {
  const { evil, people } = await friends('ann');
  const [ann] = people as [TestPerson];
  evil.provesNothing = true;
  await ann.restart();
  await ann.peer.login({ password: PASSWORD });
  await until('it is told', () => ann.peer.status().missing.includes('log-unproven'), PATIENT);
  evil.honestAgain();
  await until('it is over', () => !ann.peer.status().missing.includes('log-unproven'), PATIENT);
  expect(ann.peer.alarms()).toEqual([]);
}, 240_000);

test('an honest server raises nothing: restarts, newcomers, an end', async () => {
  const { evil, people } = await friends('ann', 'bob');
  const [ann, bob] = people as [TestPerson, TestPerson];
  const carol = await someone('carol', evil.running);
  await ann.peer.find('carol');
  await evil.running.stop();
  await evil.running.start();
  await until('back', () => ann.peer.status().state === 'online' && bob.peer.status().state === 'online', PATIENT);
  await carol.peer.deleteAccount({ name: 'carol', password: PASSWORD }).catch(() => undefined);
  await bob.peer.find('ann');
  await ann.peer.send({ to: 'bob', text: 'all is well' });
  await until('it arrives', () => bob.texts('ann').includes('all is well'), PATIENT);
  expect([ann.peer.alarms(), bob.peer.alarms()]).toEqual([[], []]);
}, 240_000);

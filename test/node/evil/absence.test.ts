/** A server that says that somebody is not there, or lets an entry vanish: not believed without proof, and found out by whom it concerns. */
import { expect, test } from 'vitest';
import type { AlarmView } from '../../../node/flows/alarms.ts';
import { toHex } from '../../../shared/ids.ts';
import { verifyAnyEvidence } from '../../../shared/transparency/exhibit.ts';
import { EvilServer } from '../../support/evil-server.ts';
import { dropKeys, endUnder, entriesOf, putBack } from '../../support/log-lies.ts';
import { befriend, PASSWORD, someone, type TestPerson } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';

const PATIENT = { timeoutMs: 60_000 };

async function twoFriends() {
  const evil = await EvilServer.start();
  const [ann, bob] = [await someone('ann', evil.running), await someone('bob', evil.running)];
  await befriend(ann, 'ann', bob, 'bob');
  await ann.friend('bob', 'online', ({ presence }) => presence === 'online');
  return { evil, ann, bob };
}

const idOf = (person: TestPerson): string => person.peer.status().account!;

const alarmOf = (person: TestPerson, ...kinds: AlarmView['kind'][]): Promise<AlarmView> =>
  until(`an alarm: ${kinds.join()}`, () => person.peer.alarms().find(({ kind }) => kinds.includes(kind)), PATIENT);

async function comesBack(person: TestPerson): Promise<void> {
  await person.restart();
  await person.peer.login({ password: PASSWORD });
}

test.each(['nothing', 'another', 'itself'] as const)(
  'somebody is denied, and what is shown for it is %s: not believed, and found when the lie is over',
  async (by) => {
    const evil = await EvilServer.start();
    const [ann, bob] = [await someone('ann', evil.running), await someone('bob', evil.running)];
    evil.denies = { name: 'bob', by };
    await refusal(ann.peer.find('bob'), 'log-unproven');
    await refusal(ann.peer.add({ who: 'bob' }), 'log-unproven');
    expect(ann.peer.friends()).toEqual([]);
    // An honest one is.
    await refusal(ann.peer.find('carol'), 'no-such-user');
    evil.honestAgain();
    expect((await ann.peer.find('bob')).account).toBe(idOf(bob));
    expect(ann.peer.alarms()).toEqual([]);
  },
  240_000,
);

test('a name that was let go, and an account that has ended, are nobody’s, and nothing is alarmed', async () => {
  const { evil, ann, bob } = await twoFriends();
  await bob.peer.rename({ name: 'Robert' });
  await until('ann knows', () => ann.peer.friends().some(({ name }) => name === 'Robert'), PATIENT);
  const carol = await someone('carol', evil.running);
  await refusal(carol.peer.find('bob'), 'name-held');
  expect((await carol.peer.find('robert')).account).toBe(idOf(bob));
  const account = idOf(bob);
  await bob.peer.deleteAccount({ name: 'Robert', password: PASSWORD });
  await refusal(carol.peer.find('robert'), 'name-held');
  await refusal(carol.peer.find(account), 'no-such-user');
  await refusal(ann.peer.find(account), 'no-such-user');
  expect([ann.peer.alarms(), carol.peer.alarms()]).toEqual([[], []]);
}, 240_000);

test('somebody is denied in a log of its own: believed, until one who was shown the other is met', async () => {
  const { evil, ann, bob } = await twoFriends();
  const before = await evil.copy();
  const carol = await someone('carol', evil.running);
  // Ann’s log has somebody else in carol’s place.
  const [impostor] = await evil.fork([idOf(ann)], ['somebody'], before);
  expect(impostor).toBeDefined();
  await refusal(ann.peer.find('carol'), 'no-such-user');
  await bob.peer.find('carol');
  for (const person of [ann, bob]) {
    const alarm = await alarmOf(person, 'forked', 'inconsistent', 'unproven');
    if (!alarm.evidence) continue;
    const proven = verifyAnyEvidence(person.peer.evidence(alarm.id));
    expect(proven).toMatchObject({ proves: alarm.kind, fingerprint: evil.running.running.fingerprint });
  }
  expect(ann.peer.alarms().some(({ evidence }) => evidence)).toBe(true);
  evil.honestAgain();
  expect((await carol.peer.find('bob')).account).toBe(idOf(bob));
}, 240_000);

test('an end that nobody has signed: its owner finds it, with what the server has signed', async () => {
  const { evil, ann, bob } = await twoFriends();
  const keys = evil.keysOf({ account: idOf(bob), name: 'bob' });
  await evil.lie('*', (log) => endUnder(log, keys));
  await comesBack(bob);
  const alarm = await alarmOf(bob, 'foreign-entry');
  const proven = verifyAnyEvidence(bob.peer.evidence(alarm.id));
  expect(proven).toMatchObject({ proves: 'shown', account: idOf(bob) });
  // To others it looks like an end, and nothing of him is lost by it.
  const carol = await someone('carol', evil.running);
  await refusal(carol.peer.find('bob'), 'no-such-user');
  await ann.peer.send({ to: 'bob', text: 'are you there?' });
  await until('it arrives', () => bob.texts('ann').includes('are you there?'), PATIENT);
}, 240_000);

test.each(['account and name', 'name', 'account'] as const)(
  '%s gone from the map, as if it had never been: its owner finds it, and so does who has seen it there',
  async (what) => {
    const { evil, ann, bob } = await twoFriends();
    await ann.peer.find('bob');
    const [account, name] = evil.keysOf({ account: idOf(bob), name: 'bob' }) as [Uint8Array, Uint8Array];
    const keys = { account: [account], name: [name], 'account and name': [account, name] }[what];
    await evil.lie('*', (log) => dropKeys(log, keys));
    await comesBack(bob);
    const alarm = await alarmOf(bob, 'own-missing');
    expect(alarm).toMatchObject({ severity: 'alarm', state: 'open', evidence: true });
    // Two maps of one log convict by themselves; that a name is gone, only its owner can say.
    const proven = verifyAnyEvidence(bob.peer.evidence(alarm.id));
    if (what === 'name') expect(proven).toMatchObject({ proves: 'shown', account: null });
    else expect(proven).toMatchObject({ proves: 'set-back', account: idOf(bob) });
    if (what === 'name') {
      expect((await ann.peer.find('bob')).account).toBe(idOf(bob));
      expect(ann.peer.alarms()).toEqual([]);
      return;
    }
    await refusal(ann.peer.find('bob'), 'log-alarm');
    const { id, friend } = await alarmOf(ann, 'set-back');
    expect(friend?.account).toBe(idOf(bob));
    const fingerprint = evil.running.running.fingerprint;
    expect(verifyAnyEvidence(ann.peer.evidence(id))).toMatchObject({ proves: 'set-back', fingerprint });
    // It is still missing, and still not believed.
    await refusal(ann.peer.find('bob'), 'log-alarm');
    await refusal(ann.peer.send({ to: 'bob', text: 'are you there?' }), 'log-alarm');
  },
  240_000,
);

test('another name is undone in the map: its owner finds it, and so does who has seen it there', async () => {
  const { evil, ann, bob } = await twoFriends();
  const keys = evil.keysOf({ account: idOf(bob), name: 'bob' });
  const was = new Map(
    entriesOf(await evil.copy())
      .map(({ key, value }) => [toHex(key), value] as const)
      .filter(([key]) => keys.some((each) => toHex(each) === key)),
  );
  expect(was.size).toBe(2);
  await bob.peer.rename({ name: 'Robert' });
  await until('ann knows', () => ann.peer.friends().some(({ name }) => name === 'Robert'), PATIENT);
  await ann.peer.find('Robert');
  await evil.lie('*', (log) => putBack(log, was));
  await comesBack(bob);
  const alarm = await alarmOf(bob, 'own-missing');
  expect(verifyAnyEvidence(bob.peer.evidence(alarm.id))).toMatchObject({ proves: 'set-back', account: idOf(bob) });
  await refusal(ann.peer.find('Robert'), 'log-alarm');
  const { id } = await alarmOf(ann, 'set-back');
  expect(verifyAnyEvidence(ann.peer.evidence(id))).toMatchObject({ proves: 'set-back', account: idOf(bob) });
}, 240_000);

test('somebody whose name nobody may have is not taken, whatever the server lets register', async () => {
  const { evil, ann } = await twoFriends();
  const [impostor] = await evil.fork([idOf(ann)], ['bo\u200bb']);
  const who = toHex(impostor!.account);
  await refusal(ann.peer.find(who), 'statement-invalid');
  await refusal(ann.peer.add({ who }), 'statement-invalid');
  expect(ann.peer.friends().map(({ name }) => name)).toEqual(['bob']);
}, 240_000);

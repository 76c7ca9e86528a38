/** A friend's key that is another one: the pinned one stays, nothing goes to the other, and the person decides. */
import { describe, expect, test } from 'vitest';
import type { AlarmView } from '../../../node/flows/alarms.ts';
import { verifyAnyEvidence } from '../../../shared/transparency/exhibit.ts';
import { EvilServer } from '../../support/evil-server.ts';
import { aServer, PASSWORD, someone, type TestPerson } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';

const PATIENT = { timeoutMs: 60_000 };

const idOf = (person: TestPerson): string => person.peer.status().account!;
const friendOf = (person: TestPerson, name: string) => person.peer.friends().find((friend) => friend.name === name)!;

const alarmOf = (person: TestPerson): Promise<AlarmView> =>
  until('an alarm', () => person.peer.alarms().find(({ kind }) => kind === 'key-changed'), PATIENT);

/** Ann and bob are friends, ann has compared, bob is away with his address known to nobody but the server. */
async function annAndAbsentBob(evil: EvilServer, home = evil.running) {
  const [ann, bob] = [await someone('ann', home), await someone('bob', evil.running)];
  await bob.peer.add({ who: (await ann.peer.invite()).link });
  await ann.asked('bob');
  await ann.peer.accept('bob');
  await ann.friend('bob', 'online', ({ presence }) => presence === 'online');
  for (const [one, other, name] of [
    [ann, bob, 'bob'],
    [bob, ann, 'ann'],
  ] as const) {
    await one.peer.send({ to: name, text: `hello ${name}` });
    await until('it arrives', () => other.peer.history({ with: name === 'bob' ? 'ann' : 'bob' }).length > 0, PATIENT);
  }
  await ann.peer.verify({ who: 'bob', verified: true });
  const { identityKey } = ann.peer.friend('bob');
  await bob.peer.stop();
  await until('nothing waits', () => ann.peer.status().outbox.waiting === 0, PATIENT);
  return { ann, bob, bobsId: friendOf(ann, 'bob').account, identityKey };
}

/** @returns the account */
async function anAbsentFriend(evil: EvilServer, ann: TestPerson, name: string): Promise<string> {
  const person = await someone(name, evil.running);
  await person.peer.add({ who: (await ann.peer.invite()).link });
  await ann.asked(name);
  await ann.peer.accept(name);
  await ann.friend(name, 'online', ({ presence }) => presence === 'online');
  await person.peer.stop();
  await ann.friend(name, 'away', ({ presence }) => presence !== 'online');
  return friendOf(ann, name).account;
}

/** What holds from the alarm to the decision. */
async function isStopped(ann: TestPerson, identityKey: string): Promise<void> {
  expect(friendOf(ann, 'bob')).toMatchObject({ verified: 'no', keyChange: { state: 'open' } });
  expect(ann.peer.friend('bob').identityKey).toBe(identityKey);
  await until('the status says so', () => ann.peer.status().missing.includes('friend-key-changed'), PATIENT);
  expect(ann.peer.status().missing).not.toContain('log-alarm');
}

const sent = (ann: TestPerson, texts: readonly string[]) =>
  ann.peer.history({ with: 'bob' }).filter(({ text }) => texts.includes(text));

describe('another key at a later look-up', () => {
  test('by the name: refused, told with the proof, and what is written waits, also over a restart', async () => {
    const evil = await EvilServer.start();
    const { ann, bob, bobsId, identityKey } = await annAndAbsentBob(evil);
    const before = evil.depositsFor(bobsId);
    const impostor = await evil.swapKey([idOf(ann)], bobsId, 'bob');
    await refusal(ann.peer.find('bob'), 'friend-key-changed');
    const alarm = await alarmOf(ann);
    const account = Buffer.from(impostor.account).toString('hex');
    expect(alarm).toMatchObject({
      ...{ severity: 'alarm', state: 'open', friend: { account: bobsId, name: 'bob' }, evidence: true },
      stops: [{ account: bobsId, name: 'bob' }],
      other: { how: 'name', account },
    });
    expect(verifyAnyEvidence(ann.peer.evidence(alarm.id))).toMatchObject({
      ...{ proves: 'shown', account, fingerprint: evil.running.running.fingerprint },
    });
    await isStopped(ann, identityKey);
    const change = ann.peer.keyChange('bob')!;
    expect(change.safetyNumber).toBe(ann.peer.friend('bob').safetyNumber);
    expect(change.otherNumber).not.toBe(change.safetyNumber);

    const texts = ['one', 'two', 'three'];
    for (const text of texts) {
      expect(await ann.peer.send({ to: 'bob', text })).toMatchObject({ state: 'queued', reason: 'friend-key-changed' });
    }
    // Asked again, it is the same alarm.
    await refusal(ann.peer.find('bob'), 'friend-key-changed');
    expect(ann.peer.alarms().filter(({ kind }) => kind === 'key-changed')).toHaveLength(1);

    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    await isStopped(ann, identityKey);
    expect(sent(ann, texts).map(({ state, reason }) => [state, reason])).toEqual(
      texts.map(() => ['queued', 'friend-key-changed']),
    );
    await ann.peer.decideKey({ who: 'bob', decision: 'stop' });
    expect(friendOf(ann, 'bob')).toMatchObject({ keyChange: { state: 'stopped' } });
    expect(await ann.peer.send({ to: 'bob', text: 'four' })).toMatchObject({ reason: 'friend-key-changed' });
    expect(evil.depositsFor(bobsId)).toBe(before);
    expect(evil.depositsFor(account)).toBe(0);

    // Compared: it goes on with the pinned key, whatever the server still says.
    await ann.peer.decideKey({ who: 'bob', decision: 'same' });
    expect(friendOf(ann, 'bob')).toMatchObject({ verified: 'yes', keyChange: null });
    const isStored = (): boolean => sent(ann, [...texts, 'four']).every(({ state }) => state === 'stored');
    await until('it goes out', isStored, PATIENT);
    expect(sent(ann, texts).map(({ reason }) => reason)).toEqual([null, null, null]);
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await until('it arrives', () => bob.texts('ann').includes('four'), PATIENT);
    expect(bob.texts('ann').slice(-4)).toEqual([...texts, 'four']);
    expect(evil.depositsFor(account)).toBe(0);
  }, 240_000);

  test.each(['here', 'at another home'])(
    'by device and prekeys, of a friend who lives %s: found without asking, nothing is lost and nothing doubled',
    async (where) => {
      const evil = await EvilServer.start();
      const home = where === 'here' ? evil.running : await aServer();
      const { ann, bob, bobsId, identityKey } = await annAndAbsentBob(evil, home);
      const carol = await anAbsentFriend(evil, ann, 'carol');
      const before = evil.depositsFor(bobsId);
      await evil.swapKey([idOf(ann)], bobsId);
      const alarm = await alarmOf(ann);
      expect(alarm).toMatchObject({
        ...{ evidence: false, other: { how: 'signature', account: null, fingerprint: null } },
        server: { fingerprint: evil.running.running.fingerprint },
      });
      expect(ann.peer.keyChange('bob')).toMatchObject({ otherNumber: null });
      await isStopped(ann, identityKey);
      const texts = ['one', 'two', 'three'];
      for (const text of texts) {
        expect(await ann.peer.send({ to: 'bob', text })).toMatchObject({ reason: 'friend-key-changed' });
      }
      // What is written to another friend later has gone to her mailbox by the time that this would have.
      const toCarol = evil.depositsFor(carol);
      await ann.peer.send({ to: 'carol', text: 'hello' });
      await until('it goes out', () => evil.depositsFor(carol) > toCarol, PATIENT);
      expect(evil.depositsFor(bobsId)).toBe(before);
      // The true friend comes back: what he writes is shown, and he is sent nothing, for nobody has decided.
      await bob.restart();
      await bob.peer.login({ password: PASSWORD });
      await bob.peer.send({ to: 'ann', text: 'it is me' });
      await until('it arrives', () => ann.texts('bob').includes('it is me'), PATIENT);
      expect(bob.texts('ann')).not.toContain('one');
      expect(evil.depositsFor(bobsId)).toBe(before);

      await ann.peer.decideKey({ who: 'bob', decision: 'keep' });
      expect(friendOf(ann, 'bob')).toMatchObject({ verified: 'no', keyChange: null });
      const isOver = (): boolean => sent(ann, texts).every(({ state }) => state === 'delivered' || state === 'read');
      await until('all of it has arrived', isOver, PATIENT);
      expect(bob.texts('ann').filter((text) => texts.includes(text))).toEqual(texts);
      expect(ann.peer.status().missing).not.toContain('friend-key-changed');
      // The lie goes on, and the person has decided.
      await bob.peer.stop();
      await ann.peer.send({ to: 'bob', text: 'four' });
      await until('it goes out', () => sent(ann, ['four'])[0]?.state === 'stored', PATIENT);
      expect(ann.peer.alarms().filter(({ kind }) => kind === 'key-changed')).toHaveLength(1);
    },
    240_000,
  );
});

describe('an account that is gone, and its name somebody else’s', () => {
  test('without a word to the friend: told, and nothing goes to the stranger; to begin anew is a choice', async () => {
    const evil = await EvilServer.start({ nameHoldDays: 0 });
    const { ann, bob, bobsId, identityKey } = await annAndAbsentBob(evil);
    await ann.peer.stop();
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await bob.peer.deleteAccount({ name: 'bob', password: PASSWORD });
    const stranger = await someone('bob', evil.running);
    evil.mail = 'dropped';
    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    const alarm = await alarmOf(ann);
    expect(alarm).toMatchObject({ evidence: true, other: { how: 'name', account: idOf(stranger) } });
    await isStopped(ann, identityKey);
    await refusal(ann.peer.find('bob'), 'friend-key-changed');
    await refusal(ann.peer.add({ who: 'bob' }), 'friend-key-changed');
    expect(await ann.peer.send({ to: 'bob', text: 'still you?' })).toMatchObject({ reason: 'friend-key-changed' });
    expect(friendOf(ann, 'bob').account).toBe(bobsId);
    expect(evil.depositsFor(idOf(stranger))).toBe(0);

    // The other one is a stranger, who is asked anew and stands unverified.
    evil.honestAgain();
    await ann.peer.remove({ who: 'bob', keepHistory: true });
    await until('nothing is left to decide', () => ann.peer.alarms()[0]?.state === 'ended', PATIENT);
    await until('the status', () => !ann.peer.status().missing.includes('friend-key-changed'), PATIENT);
    expect(await ann.peer.find('bob')).toMatchObject({ account: idOf(stranger), relation: 'none', verified: 'no' });
    await ann.peer.add({ who: 'bob' });
    await stranger.asked('ann');
    await stranger.peer.accept('ann');
    const both = () => ann.peer.friends().filter(({ name }) => name === 'bob');
    await until('a friend', () => both().some((one) => one.account === idOf(stranger) && one.relation === 'friend'));
    expect(both().find(({ account }) => account === idOf(stranger))).toMatchObject({ verified: 'no', keyChange: null });
    expect(stranger.texts(idOf(ann))).toEqual([]);
  }, 240_000);

  test('with a word: the friendship is over, and the stranger is none of ours', async () => {
    const evil = await EvilServer.start({ nameHoldDays: 0 });
    const { ann, bob } = await annAndAbsentBob(evil);
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    await bob.peer.deleteAccount({ name: 'bob', password: PASSWORD });
    await ann.toldOf('bob', 'removed');
    const stranger = await someone('bob', evil.running);
    await refusal(ann.peer.send({ to: 'bob', text: 'still you?' }), 'not-a-friend');
    expect(await ann.peer.find('bob')).toMatchObject({ account: idOf(stranger), relation: 'none', verified: 'no' });
    expect(ann.peer.alarms()).toEqual([]);
    expect(evil.depositsFor(idOf(stranger))).toBe(0);
  }, 240_000);
});

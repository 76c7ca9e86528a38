/** A server that shows a new device of a person less of its log than an older one had accepted: the head has come along, and the lie is found out. */
import { expect, test } from 'vitest';
import { systemClock } from '../../../shared/clock.ts';
import { verifyAnyEvidence } from '../../../shared/transparency/exhibit.ts';
import { EvilServer } from '../../support/evil-server.ts';
import { PASSWORD, someone, TestPerson } from '../../support/people.ts';
import { until } from '../../support/until.ts';
import { renewedAfter, versionOf } from '../../support/vault-rows.ts';

const PATIENT = { timeoutMs: 90_000 };
const FILE_PASSWORD = 'another long sentence';

/** Ann, whose copy and key file say how the log stood once carol had registered; and the server as it was before. */
async function annWhoSawCarol() {
  const evil = await EvilServer.start();
  const clock = { ...systemClock, aheadMs: 0, wall: (): number => systemClock.wall() + clock.aheadMs };
  const ann = await someone('ann', evil.running, { clock });
  await ann.peer.setAnywhere({ on: true, password: PASSWORD });
  const back = await evil.remember();
  await someone('carol', evil.running);
  await ann.peer.find('carol');
  const before = await versionOf(ann);
  clock.aheadMs += 61_000;
  await ann.peer.setProfile({ status: 'carol is here' });
  await renewedAfter(ann, before);
  const file = await ann.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
  await ann.peer.stop();
  return { evil, back, file };
}

type Seen = Awaited<ReturnType<typeof annWhoSawCarol>>;

const WAYS: readonly (readonly [string, (person: TestPerson, seen: Seen) => Promise<unknown>])[] = [
  [
    'name and password',
    ({ peer }, { evil }) => peer.loginElsewhere({ name: 'ann', password: PASSWORD, server: evil.running.address }),
  ],
  ['a key file', ({ peer }, { file }) => peer.importKey({ file, filePassword: FILE_PASSWORD, password: PASSWORD })],
];

test.each(WAYS)(
  'a tree that shrank since is an alarm on a device that came by %s; the same tree is none',
  async (_, come) => {
    const seen = await annWhoSawCarol();
    const honest = await TestPerson.with();
    await come(honest, seen);
    expect((await honest.peer.find('carol')).name).toBe('carol');
    expect(honest.peer.alarms()).toEqual([]);
    await honest.peer.stop();

    seen.back();
    const laptop = await TestPerson.with();
    await come(laptop, seen);
    const alarm = await until('the alarm', () => laptop.peer.alarms().find(({ kind }) => kind === 'shrunk'), PATIENT);
    expect(alarm).toMatchObject({ severity: 'alarm', state: 'open', evidence: true });
    expect(verifyAnyEvidence(laptop.peer.evidence(alarm.id)).proves).toBe('shrunk');
    expect(laptop.peer.status().missing).toContain('log-alarm');
  },
  300_000,
);

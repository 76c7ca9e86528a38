/** Alarms that the disk spoilt: whom they stopped nobody knows any more, so nothing is sent to anybody before the person has decided. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profilePaths } from '../../node/store/profile-folder.ts';
import { TABLE_BYTES } from '../../node/store/tables.ts';
import { decodeVerification, encodeVerification } from '../../shared/crypto/verification-code.ts';
import { LevelHandle } from '../../shared/storage/level-handle.ts';
import { aServer, befriend, PASSWORD, someone, type TestPerson } from '../support/people.ts';
import { refusal } from '../support/refusals.ts';
import { until } from '../support/until.ts';

/** Flips one bit of each row of the table of alarms. @returns how many there are */
async function spoilAlarms({ folder }: TestPerson): Promise<number> {
  const level = await LevelHandle.open(join(profilePaths(folder).store, 'rows'), 'disk-full', 1 << 20);
  try {
    const [lower, upper] = [Buffer.from([TABLE_BYTES.alarms]), Buffer.from([TABLE_BYTES.alarms + 1])];
    const bounds = { lower, lowerOpen: false, upper, upperOpen: true, reverse: false, limit: 100 };
    const rows = await level.rows(bounds);
    await level.write(
      rows.map(([key, stored]) => {
        const value = Buffer.from(stored);
        value[value.length >> 1]! ^= 1;
        return { key: Buffer.from(key), value };
      }),
    );
    return rows.length;
  } finally {
    await level.close();
  }
}

async function back(person: TestPerson): Promise<void> {
  await person.restart();
  await person.peer.login({ password: PASSWORD });
}

const PATIENT = { timeoutMs: 60_000 };

test('the stop stays, for everybody, over restarts and a repair, until the person goes on; the damage is told', async () => {
  const server = await aServer();
  const [ann, bob, carl] = [await someone('ann', server), await someone('bob', server), await someone('carl', server)];
  await befriend(ann, 'ann', bob, 'bob');
  await befriend(ann, 'ann', carl, 'carl');
  for (const [name, other] of [
    ['bob', bob],
    ['carl', carl],
  ] as const) {
    const code = decodeVerification(other.peer.verification('ann').payload);
    const forged = encodeVerification({ ...code, shower: { ...code.shower, keyHash: new Uint8Array(32) } });
    expect((await ann.peer.scanVerification({ payload: forged, who: name })).outcome).toBe('mismatch');
  }
  // Carl's is decided, and one of a person cannot be told from one of another by a row that nobody can read.
  await ann.peer.decideKey({ who: 'carl', decision: 'keep' });
  await ann.peer.stop();
  expect(await spoilAlarms(ann)).toBe(2);
  ann.events.length = 0;
  for (let turn = 0; turn < 2; turn += 1) {
    await back(ann);
    expect(ann.peer.alarms()).toMatchObject([
      { kind: 'lost', severity: 'alarm', state: 'open', stops: [], friend: null },
    ]);
    expect(ann.peer.status().missing).toContain('log-alarm');
    for (const to of ['bob', 'carl']) await refusal(ann.peer.send({ to, text: 'not yet' }), 'log-alarm');
    if (turn > 0) continue;
    await until(
      'the damage is told',
      () => ann.peer.status().missing.some((code) => code.startsWith('store-')),
      PATIENT,
    );
    await until('it is mended', () => ann.peer.status().missing.includes('store-repaired'), PATIENT);
    expect(ann.peer.status().damage?.rows).toEqual({ alarms: 2 });
    await ann.peer.stop();
  }
  const { id } = ann.peer.alarms()[0]!;
  await ann.peer.decideAlarm({ id, decision: 'stop' });
  await refusal(ann.peer.send({ to: 'carl', text: 'not yet' }), 'log-alarm');
  await ann.peer.decideAlarm({ id, decision: 'trust' });
  for (const [to, other] of [
    ['bob', bob],
    ['carl', carl],
  ] as const) {
    await ann.peer.send({ to, text: 'at last' });
    await until('it arrives', () => other.texts('ann').includes('at last'), PATIENT);
    expect(other.texts('ann')).not.toContain('not yet');
  }
}, 240_000);

/** Two whole people compare what their screens show. */
import { describe, expect, test, vi } from 'vitest';
import { decodeVerification, encodeVerification } from '../../../shared/crypto/verification-code.ts';
import { aServer, befriend, PASSWORD, someone, type TestPerson } from '../../support/people.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 60_000 });

async function twoFriends(): Promise<{
  anna: TestPerson;
  bela: TestPerson;
  server: Awaited<ReturnType<typeof aServer>>;
}> {
  const server = await aServer();
  const [anna, bela] = [await someone('anna', server), await someone('bela', server)];
  await befriend(anna, 'anna', bela, 'bela');
  return { anna, bela, server };
}

describe('verification', () => {
  test('a friend’s code fits, marks the friend, and outlives a restart; both do it for themselves', async () => {
    const { anna, bela } = await twoFriends();
    const shown = bela.peer.verification('anna');
    expect(shown.safetyNumber).toBe(anna.peer.verification('bela').safetyNumber);
    expect(anna.peer.friend('bela').verified).toBe('no');
    const scanned = await anna.peer.scanVerification({ payload: shown.payload, who: 'bela' });
    expect(scanned).toMatchObject({ outcome: 'match', friend: { name: 'bela', verified: 'yes' } });
    // Not told to the other, who compares in turn.
    expect(bela.peer.friend('anna').verified).toBe('no');
    const back = await bela.peer.scanVerification({ payload: anna.peer.verification('bela').payload });
    expect(back).toMatchObject({ outcome: 'match', friend: { name: 'anna', verified: 'yes' } });
    await anna.restart();
    await anna.peer.login({ password: PASSWORD });
    expect(anna.peer.friend('bela').verified).toBe('yes');
  });

  test('false keys, other people and one’s own code are told apart; a mismatch takes the mark away', async () => {
    const { anna, bela, server } = await twoFriends();
    const carl = await someone('carl', server);
    const { payload } = bela.peer.verification('anna');
    await anna.peer.scanVerification({ payload });
    const code = decodeVerification(payload);
    const forged = encodeVerification({ ...code, shower: { ...code.shower, keyHash: new Uint8Array(32) } });
    expect(await anna.peer.scanVerification({ payload: forged, who: 'bela' })).toMatchObject({
      outcome: 'mismatch',
      friend: { verified: 'no' },
    });
    expect(anna.peer.friend('bela').verified).toBe('no');
    const own = anna.peer.verification('bela').payload;
    expect(await anna.peer.scanVerification({ payload: own, who: 'bela' })).toEqual({
      outcome: 'yourself',
      friend: null,
    });
    // Shown by bela to anna, and scanned by carl.
    expect(await carl.peer.scanVerification({ payload })).toEqual({ outcome: 'other-person', friend: null });
    await expect(anna.peer.scanVerification({ payload: 'miyu://invite/x' })).rejects.toMatchObject({
      code: 'verification-malformed',
    });
    await expect(anna.peer.scanVerification({ payload, who: 'nobody' })).rejects.toMatchObject({
      code: 'not-a-friend',
    });
  });

  test('a code that does not fit stops what is written until the person decides, over a restart, and each time anew', async () => {
    const { anna, bela } = await twoFriends();
    const { payload } = bela.peer.verification('anna');
    await anna.peer.scanVerification({ payload });
    const code = decodeVerification(payload);
    const forged = encodeVerification({ ...code, shower: { ...code.shower, keyHash: new Uint8Array(32) } });
    // Of another person's code nothing follows for this one.
    const other = encodeVerification({ ...code, shower: { ...code.shower, account: new Uint8Array(32).fill(9) } });
    await anna.peer.scanVerification({ payload: other, who: 'bela' });
    expect(anna.peer.alarms()).toEqual([]);
    expect((await anna.peer.scanVerification({ payload: forged, who: 'bela' })).outcome).toBe('mismatch');
    const [alarm] = anna.peer.alarms();
    expect(alarm).toMatchObject({
      ...{ kind: 'key-changed', severity: 'alarm', state: 'open', friend: { name: 'bela' }, evidence: false },
      ...{ stops: [{ name: 'bela' }], other: { how: 'scanned', account: null, fingerprint: null } },
    });
    expect(anna.peer.friend('bela')).toMatchObject({ verified: 'no', keyChange: { alarm: alarm!.id, state: 'open' } });
    expect(anna.peer.status().missing).toContain('friend-key-changed');
    expect(await anna.peer.send({ to: 'bela', text: 'waits' })).toMatchObject({
      ...{ state: 'queued', reason: 'friend-key-changed' },
    });
    // What the friend writes is shown as ever; by then what was written here would have arrived.
    await bela.peer.send({ to: 'anna', text: 'comes' });
    await until('it comes', () => anna.texts('bela').includes('comes'));
    expect(bela.texts('anna')).not.toContain('waits');
    await anna.restart();
    await anna.peer.login({ password: PASSWORD });
    expect(await anna.peer.send({ to: 'bela', text: 'waits too' })).toMatchObject({ reason: 'friend-key-changed' });

    // Kept stopped, it stays so whatever is scanned again; gone on with, it asks again at the next such code.
    await anna.peer.decideKey({ who: 'bela', decision: 'stop' });
    await anna.peer.scanVerification({ payload: forged, who: 'bela' });
    expect(anna.peer.friend('bela').keyChange).toMatchObject({ state: 'stopped' });
    expect(anna.peer.alarms()).toHaveLength(1);
    await anna.peer.decideKey({ who: 'bela', decision: 'keep' });
    await until('it goes out', () => ['waits', 'waits too'].every((text) => bela.texts('anna').includes(text)));
    await anna.peer.scanVerification({ payload: forged, who: 'bela' });
    expect(anna.peer.friend('bela').keyChange).toMatchObject({ state: 'open' });
    expect(await anna.peer.send({ to: 'bela', text: 'the last' })).toMatchObject({ reason: 'friend-key-changed' });
    // The right code decides it.
    expect((await anna.peer.scanVerification({ payload, who: 'bela' })).outcome).toBe('match');
    expect(anna.peer.friend('bela')).toMatchObject({ verified: 'yes', keyChange: null });
    await until('it goes out', () => bela.texts('anna').includes('the last'));
  }, 180_000);
});

/** Two whole people compare what their screens show. */
import { describe, expect, test, vi } from 'vitest';
import { decodeVerification, encodeVerification } from '../../../shared/crypto/verification-code.ts';
import { aServer, befriend, PASSWORD, someone, type TestPerson } from '../../support/people.ts';

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
});

/** Cards and certificates between whole people: sealed, versioned, to old friends, new ones, and new devices. */
import { describe, expect, test, vi } from 'vitest';
import { aServer, befriend, PASSWORD, someone, TestPerson, type TestServer } from '../../support/people.ts';
import { pngOf, SMALL_PICTURE } from '../../support/pictures.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 120_000 });

async function registered(name: string, server: TestServer, email: string): Promise<TestPerson> {
  const person = await TestPerson.with();
  await person.peer.register({ name, password: PASSWORD, server: server.address, email });
  return person;
}

const cardOf = (of: TestPerson, name: string) =>
  // A new device has its friends a moment after it has its keys.
  of.peer.friends().some((friend) => friend.name === name) ? of.peer.friend(name).profile : null;
const sees = (of: TestPerson, name: string, displayName: string): Promise<unknown> =>
  until(`${name} is ${displayName}`, () => cardOf(of, name)?.displayName === displayName, { timeoutMs: 60_000 });

describe('a card', () => {
  test('goes to a new friend on acceptance, both ways, and to old ones at each change; a list has its beginning alone', async () => {
    const server = await aServer();
    const [anna, bela] = [await someone('anna', server), await someone('bela', server)];
    expect(anna.peer.profile()).toBeNull();
    await anna.peer.setProfile({ displayName: 'Anna K.', sex: 'female', birthYear: 1990, picture: SMALL_PICTURE });
    await bela.peer.setProfile({ displayName: 'Béla', status: 'on the road' });
    await befriend(anna, 'anna', bela, 'bela');
    await Promise.all([sees(bela, 'anna', 'Anna K.'), sees(anna, 'bela', 'Béla')]);
    expect(cardOf(bela, 'anna')).toMatchObject({ sex: 'female', birthYear: 1990, status: '', hasPicture: true });
    expect(bela.peer.picture('anna')).toEqual({ type: 'image/png', bytes: SMALL_PICTURE });
    const { version } = anna.peer.profile()!;
    expect(bela.peer.friends()).toMatchObject([{ name: 'anna', card: { displayName: 'Anna K.', picture: version } }]);
    expect(anna.peer.friends()).toMatchObject([{ name: 'bela', card: { displayName: 'Béla', picture: null } }]);
    expect(anna.peer.picture('bela')).toBeNull();

    const other = pngOf(7, 7);
    await anna.peer.setProfile({ displayName: 'Anni', sex: null, picture: other });
    await sees(bela, 'anna', 'Anni');
    expect(cardOf(bela, 'anna')).toMatchObject({ sex: null, birthYear: 1990 });
    expect(bela.peer.picture('anna')?.bytes).toEqual(other);
    await anna.peer.setProfile({ displayName: '', picture: null });
    await until('the picture is taken back', () => bela.peer.picture('anna') === null);
    expect(bela.peer.friends()[0]?.card).toEqual({ displayName: '', picture: null });
    // Nothing of it is a message.
    expect(bela.texts('anna')).toEqual([]);
    expect(bela.peer.friends()[0]?.unread).toBe(0);
    await until('nothing waits', () => anna.peer.status().outbox.waiting === 0);
  });

  test('outlives a restart on both sides, and comes once to who was away, as it is by then', async () => {
    const server = await aServer();
    const [anna, bela] = [await someone('anna', server), await someone('bela', server)];
    await befriend(anna, 'anna', bela, 'bela');
    // What a new friend is told first comes a moment after the friendship.
    await until('introduced', () => bela.peer.friend('anna').certificate !== null);
    await until('nothing waits', () => anna.peer.status().outbox.waiting === 0);
    await bela.peer.stop();
    for (let n = 1; n <= 20; n += 1) await anna.peer.setProfile({ displayName: `Anna ${n}`, picture: pngOf(256, n) });
    await until('it is in the mailbox', () => anna.peer.status().outbox.stored > 0, { timeoutMs: 60_000 });
    // One waits, however often it was changed.
    expect(anna.peer.status().outbox.waiting).toBe(1);
    await anna.restart();
    await anna.peer.login({ password: PASSWORD });
    expect(anna.peer.profile()).toMatchObject({ displayName: 'Anna 20', hasPicture: true });
    await bela.restart();
    await bela.peer.login({ password: PASSWORD });
    await sees(bela, 'anna', 'Anna 20');
    expect(bela.peer.picture('anna')?.bytes).toEqual(pngOf(256, 20));
    await bela.restart();
    await bela.peer.login({ password: PASSWORD });
    expect(cardOf(bela, 'anna')).toMatchObject({ displayName: 'Anna 20' });
  });

  test('goes to a friend’s new device, and a new device of one’s own has a later one', async () => {
    const server = await aServer();
    const [anna, bela] = [await someone('anna', server), await someone('bela', server)];
    await befriend(anna, 'anna', bela, 'bela');
    await anna.peer.setProfile({ displayName: 'Anna', picture: SMALL_PICTURE });
    await bela.peer.setProfile({ displayName: 'Bela' });
    await Promise.all([sees(bela, 'anna', 'Anna'), sees(anna, 'bela', 'Bela')]);
    const file = await bela.peer.exportKey({ password: PASSWORD, filePassword: 'harbour plum 42 tree' });
    await bela.peer.stop();
    const again = await TestPerson.with();
    await again.peer.importKey({ file, filePassword: 'harbour plum 42 tree', password: PASSWORD });
    await sees(again, 'anna', 'Anna');
    expect(again.peer.picture('anna')?.bytes).toEqual(SMALL_PICTURE);
    // The friend keeps the card of before, until another comes.
    expect(cardOf(anna, 'bela')).toMatchObject({ displayName: 'Bela' });
    await again.peer.setProfile({ status: 'a new machine' });
    await until('the new card', () => cardOf(anna, 'bela')?.status === 'a new machine', { timeoutMs: 60_000 });
    // And the certificate says the new epoch.
    await until('the new certificate', () => anna.peer.friend('bela').certificate?.epoch === 2, { timeoutMs: 60_000 });
  });

  test('comes again after an end and a new beginning', async () => {
    const server = await aServer();
    const [anna, bela] = [await someone('anna', server), await someone('bela', server)];
    await anna.peer.setProfile({ displayName: 'Anna' });
    await befriend(anna, 'anna', bela, 'bela');
    await sees(bela, 'anna', 'Anna');
    await bela.peer.remove({ who: 'anna' });
    await anna.friend('bela', 'removed', ({ relation }) => relation === 'removed');
    await bela.lost('anna');
    await befriend(bela, 'bela', anna, 'anna');
    await sees(bela, 'anna', 'Anna');
  });

  test('with what cannot be is refused with the field, and nothing has changed', async () => {
    const anna = await someone('anna', await aServer());
    await anna.peer.setProfile({ displayName: 'Anna' });
    const refused = async (change: Parameters<typeof anna.peer.setProfile>[0], field: string): Promise<void> => {
      await expect(anna.peer.setProfile({ status: 'no', ...change })).rejects.toMatchObject({ field });
    };
    await refused({ displayName: 'a\nb' }, 'displayName');
    await refused({ birthYear: new Date().getUTCFullYear() + 1 }, 'birthYear');
    await refused({ picture: Buffer.from('<svg/>') }, 'picture');
    await refused({ status: 'x'.repeat(141) }, 'status');
    expect(anna.peer.profile()).toMatchObject({ displayName: 'Anna', status: '', birthYear: null, hasPicture: false });
  });
});

describe('a certificate', () => {
  test('comes to friends with the e-mail address, and goes on as a file that anybody can check', async () => {
    const server = await aServer();
    const anna = await registered('anna', server, 'anna@example.org');
    const [bela, carl] = [await someone('bela', server), await someone('carl', server)];
    await expect(bela.peer.certificate('anna')).rejects.toMatchObject({ code: 'not-a-friend' });
    await befriend(anna, 'anna', bela, 'bela');
    await until('both came', () => [anna.peer.friend('bela'), bela.peer.friend('anna')].every((it) => it.certificate));
    const { identityKey, fingerprint } = bela.peer.friend('anna');
    expect(bela.peer.friend('anna').certificate).toMatchObject({
      ...{ name: 'anna', email: 'anna@example.org', identityKey, fingerprint, epoch: 1 },
    });
    expect(anna.peer.friend('bela').certificate).toMatchObject({ name: 'bela', email: null });

    const own = await anna.peer.certificate();
    expect((await anna.peer.certificate()).file).toBe(own.file);
    const passedOn = await bela.peer.certificate('anna');
    expect(passedOn.certificate).toEqual(own.certificate);
    for (const { file } of [own, passedOn]) {
      expect(anna.peer.checkCertificate(file)).toMatchObject({ known: 'yourself', certificate: { name: 'anna' } });
      expect(bela.peer.checkCertificate(file)).toMatchObject({ known: 'same', friend: { name: 'anna' } });
      expect(carl.peer.checkCertificate(file)).toMatchObject({ known: 'unknown', friend: null });
    }
    // On a machine that has no account, and no network.
    const nobody = await TestPerson.with();
    await server.stop();
    expect(nobody.peer.checkCertificate(own.file)).toMatchObject({ known: 'unknown', certificate: own.certificate });
    const lines = own.file.split('\n');
    const body = lines.slice(1, -2).join('');
    for (let at = 0; at < body.length; at += 37) {
      const spoilt = `${body.slice(0, at)}${body[at] === 'A' ? 'B' : 'A'}${body.slice(at + 1)}`;
      const file = [lines[0], spoilt, lines.at(-2), ''].join('\n');
      expect(() => nobody.peer.checkCertificate(file), `${at}`).toThrow();
    }
    expect(() => nobody.peer.checkCertificate('x'.repeat(100_000))).toThrow(
      expect.objectContaining({ code: 'certificate-file-invalid' }),
    );
  });
});

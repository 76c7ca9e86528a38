/** What a person has on one machine comes along to a new one, by name and password and by key file: real people and a real server. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { FIRST_SETTINGS } from '../../../node/core/settings.ts';
import { decodeKeyFile, encodeKeyFile } from '../../../node/flows/vault-content.ts';
import { openKeyFile, sealKeyFile } from '../../../node/store/key-file.ts';
import { systemClock } from '../../../shared/clock.ts';
import { aServer, befriend, CHEAP, PASSWORD, someone, TestPerson, type TestServer } from '../../support/people.ts';
import { pngOf } from '../../support/pictures.ts';
import { until } from '../../support/until.ts';
import { dishonestServer, renewedAfter, versionOf } from '../../support/vault-rows.ts';

// Each password costs 64 MiB of argon2id, on a busy machine that is some seconds.
vi.setConfig({ testTimeout: 300_000 });
const WAIT = { timeoutMs: 120_000, everyMs: 200 };
const MINUTE_MS = 60_000;
const FILE_PASSWORD = 'another long sentence';

/** Some 12 KiB that nothing makes smaller. */
const noise = randomBytes(12_288);
const PICTURE = pngOf(128, 96, (x, y) => noise[y * 128 + x]!);
const EMAIL = 'ann@example.org';
const CARD = { displayName: 'Ann 安', sex: 'female', birthYear: 1990, status: 'by the sea' } as const;
const SET = { language: 'zh', privacy: { readReceipts: false, typing: true }, autoLock: '15' } as const;

const elsewhere = async (server: TestServer, name = 'ann'): Promise<TestPerson> => {
  const person = await TestPerson.with();
  await person.peer.loginElsewhere({ name, password: PASSWORD, server: server.address });
  return person;
};
const imported = async (file: Uint8Array): Promise<TestPerson> => {
  const person = await TestPerson.with();
  await person.peer.importKey({ file, filePassword: FILE_PASSWORD, password: PASSWORD });
  return person;
};
const exported = (person: TestPerson): Promise<Uint8Array> =>
  person.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });

/** Ann's clock: what she changes goes into a copy at once where a minute has passed since the last. */
function aClock() {
  const clock = { ...systemClock, aheadMs: 0, wall: (): number => systemClock.wall() + clock.aheadMs };
  return clock;
}

/** Ann, with an e-mail address, and her friends bob and cem. */
async function annAndFriends(server: TestServer) {
  const clock = aClock();
  const ann = await TestPerson.with({ clock });
  await ann.peer.register({ name: 'ann', email: EMAIL, password: PASSWORD, server: server.address });
  const [bob, cem] = [await someone('bob', server), await someone('cem', server)];
  await befriend(ann, 'ann', bob, 'bob');
  await befriend(ann, 'ann', cem, 'cem');
  return { ann, bob, cem, clock };
}

async function live(ann: TestPerson): Promise<void> {
  await ann.peer.setProfile({ ...CARD, picture: PICTURE });
  await ann.peer.set({ ...SET, notifications: { preview: false, sound: false } });
  await ann.peer.mute({ who: 'bob', muted: true });
  await ann.peer.archive({ who: 'cem', archived: true });
  await ann.peer.setDraft({ with: 'bob', text: 'half a senten' });
}

/** Everything that is the person's, and nothing that is the machine's. */
async function hasCome(laptop: TestPerson): Promise<void> {
  expect(laptop.peer.profile()).toMatchObject({ ...CARD, hasPicture: true });
  expect(laptop.peer.picture()?.bytes).toEqual(PICTURE);
  expect(laptop.peer.settings()).toEqual({
    ...FIRST_SETTINGS,
    ...SET,
    notifications: { ...FIRST_SETTINGS.notifications, preview: false },
  });
  expect((await laptop.peer.certificate()).certificate).toMatchObject({ email: EMAIL, name: 'ann' });
  await laptop.friend('bob', 'silent', ({ muted, archived }) => muted && !archived);
  await laptop.friend('cem', 'archived', ({ muted, archived }) => !muted && archived);
  expect(laptop.peer.draft('bob')).toBe('');
}

describe('a person on a new machine', () => {
  test('has all that is his by name and password; and from there, by key file', async () => {
    const server = await aServer();
    const { ann, bob, clock } = await annAndFriends(server);
    await live(ann);
    await ann.peer.setProfile({ status: 'at home' });
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    const before = await versionOf(ann);
    clock.aheadMs += MINUTE_MS;
    await ann.peer.setProfile({ status: CARD.status });
    await renewedAfter(ann, before);
    const laptop = await elsewhere(server);
    await hasCome(laptop);
    // The older machine is out; friends keep the card, and hear the next from here.
    await laptop.peer.setProfile({ status: 'on the laptop' });
    await until('bob hears', () => bob.peer.friend('ann').profile?.status === 'on the laptop', WAIT);
    expect(bob.peer.picture('ann')?.bytes).toEqual(PICTURE);
    expect((await bob.peer.certificate('ann')).certificate.email).toBe(EMAIL);

    await laptop.peer.setProfile({ status: CARD.status });
    const third = await imported(await exported(laptop));
    await hasCome(third);
    await third.restart();
    await third.peer.login({ password: PASSWORD });
    await hasCome(third);
  });

  test('who changes his mind often has few copies made', async () => {
    const server = await aServer();
    const clock = aClock();
    const ann = await someone('ann', server, { clock });
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    const before = await versionOf(ann);
    clock.aheadMs += MINUTE_MS;
    for (let i = 1; i <= 20; i += 1) await ann.peer.setProfile({ status: `mood ${i}` });
    await renewedAfter(ann, before);
    const then = await versionOf(ann);
    expect(then).toBeLessThanOrEqual(before + 2);
    // A minute goes by before the next; whom she befriends is worth one at once, with what has waited.
    await ann.peer.setProfile({ status: 'the last' });
    const bob = await someone('bob', server);
    await befriend(ann, 'ann', bob, 'bob');
    await renewedAfter(ann, then);
    expect(await versionOf(ann)).toBeLessThanOrEqual(then + 4);
    expect((await elsewhere(server)).peer.profile()).toMatchObject({ status: 'the last' });
  });

  test('finds in the copy how far the log had grown, a quarter of a day late at most', async () => {
    const server = await aServer();
    const clock = aClock();
    // By her clock the log is from the future: nothing of it is believed.
    clock.aheadMs = -7 * 60 * MINUTE_MS;
    const ann = await someone('ann', server, { clock });
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    const before = await versionOf(ann);
    clock.aheadMs = 0;
    await someone('bob', server);
    await ann.peer.find('bob');
    await renewedAfter(ann, before);
    const { account } = ann.peer.status();
    await ann.peer.stop();
    const laptop = await elsewhere(server);
    expect(laptop.peer.status().account).toBe(account);
    expect(laptop.peer.alarms()).toEqual([]);
  });

  test('without room for the picture has the card without it, is told, and takes it from no friend', async () => {
    const server = await aServer({ vaultKiB: 8 });
    const { ann, bob } = await annAndFriends(server);
    await live(ann);
    await until('bob has it', () => bob.peer.picture('ann') ?? undefined, WAIT);
    expect((await ann.peer.setAnywhere({ on: true, password: PASSWORD })).state).toBe('kept');
    expect(ann.peer.status().missing).toContain('picture-left-out');
    const file = await exported(ann);
    const laptop = await elsewhere(server);
    expect(laptop.peer.profile()).toMatchObject({ ...CARD, hasPicture: false });
    await laptop.friend('bob', 'linked', ({ presence }) => presence === 'online');
    // The card, were it told, would come right behind the certificate, and before what is written from then on.
    const epoch = async (): Promise<number> => (await bob.peer.certificate('ann')).certificate.epoch;
    await until('introduced', async () => (await epoch()) === 2, WAIT);
    for (const text of ['from the laptop', 'and once more']) {
      await laptop.peer.send({ to: 'bob', text });
      await until('it came', () => bob.texts('ann').includes(text), WAIT);
    }
    expect(bob.peer.picture('ann')?.bytes).toEqual(PICTURE);
    // A key file has room.
    const third = await imported(file);
    expect(third.peer.picture()?.bytes).toEqual(PICTURE);
    await third.peer.setProfile({ picture: null });
    await until('it has room now', () => !third.peer.status().missing.includes('picture-left-out'), WAIT);
  });

  test('comes by a key file of before as ever', async () => {
    const server = await aServer();
    const { ann } = await annAndFriends(server);
    await live(ann);
    const { personal, ...before } = decodeKeyFile(await openKeyFile(FILE_PASSWORD, await exported(ann)));
    expect(personal?.heads).toHaveLength(1);
    const body = encodeKeyFile(before);
    const laptop = await imported(await sealKeyFile(FILE_PASSWORD, body, { parameters: CHEAP }));
    await laptop.isFriend('bob');
    expect(laptop.peer.profile()).toBeNull();
    expect(laptop.peer.settings()).toEqual(FIRST_SETTINGS);
    expect((await laptop.peer.certificate()).certificate.email).toBeNull();
    // What cannot be read is done without.
    const torn = { ...personal!, card: randomBytes(90), settings: randomBytes(20), heads: [randomBytes(200)] };
    const other = await imported(
      await sealKeyFile(FILE_PASSWORD, encodeKeyFile({ ...before, personal: torn }), { parameters: CHEAP }),
    );
    await other.isFriend('bob');
    expect(other.peer.profile()).toBeNull();
    expect((await other.peer.certificate()).certificate.email).toBe(EMAIL);
  });
});

test('a copy with an older card is an older copy: any friend who heard of a later one tells', async () => {
  const { server, vaults, putBack } = await dishonestServer();
  const clock = aClock();
  const [ann, bob] = [await someone('ann', server, { clock }), await someone('bob', server)];
  await befriend(ann, 'ann', bob, 'bob');
  await bob.friend('ann', 'linked', ({ presence }) => presence === 'online');
  await ann.peer.setAnywhere({ on: true, password: PASSWORD });
  const start = await versionOf(ann);
  clock.aheadMs += MINUTE_MS;
  await ann.peer.setProfile({ status: 'former' });
  await renewedAfter(ann, start);
  const [first, old] = [await versionOf(ann), await vaults()];
  const keptAt = ann.peer.anywhere().keptAt!;
  clock.aheadMs += MINUTE_MS;
  await ann.peer.setProfile({ status: 'present' });
  await renewedAfter(ann, first);
  // The server has it before she knows that it does; then friends are told, by what goes with the link.
  await until('she knows', () => ann.peer.anywhere().keptAt! > keptAt, WAIT);
  for (const text of ['one', 'two', 'three']) {
    await ann.peer.send({ to: 'bob', text });
    await until('it came', () => bob.texts('ann').includes(text), WAIT);
    await bob.peer.send({ to: 'ann', text });
    await until(
      'it came back',
      () => ann.peer.history({ with: 'bob' }).some((it) => it.direction === 'in' && it.text === text),
      WAIT,
    );
  }
  await ann.peer.stop();
  await putBack(old);
  const fooled = await elsewhere(server);
  expect(fooled.peer.profile()).toMatchObject({ status: 'former' });
  await until('bob’s word is heard', () => fooled.peer.status().missing.includes('vault-rolled-back'), WAIT);
});

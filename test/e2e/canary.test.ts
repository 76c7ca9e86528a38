import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PASSWORD, befriend, registerPeer, startPeer, startServer } from '../support/processes.ts';
import { SMALL_PICTURE } from '../support/pictures.ts';
import { until } from '../support/until.ts';

/** The forms in which bytes of a text could lie in a file. */
function formsOf(text: string): Map<string, Buffer> {
  const utf8 = Buffer.from(text, 'utf8');
  const forms = new Map<string, Buffer>([
    ['utf8', utf8],
    ['utf16le', Buffer.from(text, 'utf16le')],
    ['utf16be', Buffer.from(text, 'utf16le').swap16()],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
  ]);
  // base64 at each of the three places that the text can have in what was encoded; its ends depend on the neighbours.
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replaceAll('=', '');
    const middle = encoded.slice(shift === 0 ? 0 : shift + 1, -2);
    forms.set(`base64+${shift}`, Buffer.from(middle));
    forms.set(`base64url+${shift}`, Buffer.from(middle.replaceAll('+', '-').replaceAll('/', '_')));
  }
  return forms;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function hits(files: readonly string[], texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    for (const text of texts) {
      for (const [form, needle] of formsOf(text))
        if (bytes.includes(needle)) found.push(`${text} as ${form} in ${file}`);
    }
  }
  return found;
}

test('the search itself finds every form, wherever it stands', async () => {
  const folder = (await startServer()).folder;
  const { writeFile } = await import('node:fs/promises');
  const text = 'Kanarienvogel 金丝雀';
  const written = [
    text,
    Buffer.from(text, 'utf16le'),
    Buffer.from(text).toString('hex'),
    Buffer.from(`x${text}yz`).toString('base64'),
    Buffer.from(`xy${text}z`).toString('base64url'),
  ];
  for (const [n, content] of written.entries()) await writeFile(join(folder, `planted-${n}`), content);
  const found = await hits(await filesIn(folder), [text]);
  for (const n of written.keys())
    expect(
      found.some((hit) => hit.endsWith(`planted-${n}`)),
      `${n}`,
    ).toBe(true);
});

test('no text lies in any store or log, and no name or address in any log', async () => {
  const server = await startServer();
  const alice = await registerPeer('canarianne', server);
  const bob = await registerPeer('kanarienbob', server);
  const email = 'canary.carol@example.org';
  const carol = await startPeer('canarycarol');
  await carol.api.call('register', { name: carol.name, password: PASSWORD, server: server.invite, email });
  const texts = {
    greeting: 'greeting of the canary 金丝雀',
    direct: 'a canary sang directly 直接',
    mailed: 'a canary waited in a box 信箱',
    waiting: 'a canary that nobody has fetched',
    draft: 'a canary that was not sent 草稿',
    displayName: 'the yellow canary 黄雀',
    status: 'a canary says how it is 心情',
    picture: 'a canary in a picture 画',
  };
  await alice.api.call('friends.add', { who: bob.name, greeting: texts.greeting });
  await bob.hasRequestFrom(alice);
  await bob.api.call('friends.accept', { who: alice.name });
  await Promise.all([alice.sees(bob, 'online'), bob.sees(alice, 'online')]);
  await befriend(bob, carol);
  await alice.send(bob, texts.direct);
  await bob.has(alice, [texts.direct]);
  await bob.leave();
  const mailed = await alice.send(bob, texts.mailed);
  await alice.hasState(bob, mailed, 'stored');
  await bob.back();
  await bob.has(alice, [texts.direct, texts.mailed]);
  await bob.leave();
  const waiting = await alice.send(bob, texts.waiting);
  await alice.hasState(bob, waiting, 'stored');

  await alice.api.call('draft.set', { with: bob.name, text: texts.draft });
  await alice.api.call('server.knows');
  // A card goes to the server as mail that nobody has fetched, to a friend who is there, and into both stores.
  const { displayName, status } = texts;
  const picture = Buffer.concat([SMALL_PICTURE, Buffer.from(texts.picture)]).toString('base64');
  await alice.api.call('profile.set', { displayName, status, birthYear: 1987, picture });
  await until('the card waits for bob', async () => (await alice.api.call('status')).outbox.stored === 2);

  const secrets = [...Object.values(texts), PASSWORD];
  const profiles = [alice, bob, carol].map(({ profile }) => profile);
  const check = async (): Promise<void> => {
    const stores = (await Promise.all([server.folder, ...profiles].map(filesIn))).flat();
    expect(stores.length).toBeGreaterThan(20);
    expect(await hits(stores, secrets)).toEqual([]);
    const peersFiles = (await Promise.all(profiles.map(filesIn))).flat();
    // A peer's own store is sealed: not even names are to be seen.
    expect(await hits(peersFiles, [alice.name, bob.name, carol.name, email])).toEqual([]);
    const logs = [server.logFile, ...profiles.map((profile) => join(profile, 'log', 'peer.log'))];
    const { account } = await alice.api.call('status');
    const forbidden = [alice.name, bob.name, carol.name, email, '127.0.0.1', account ?? ''];
    expect(await hits(logs, [...secrets, ...forbidden])).toEqual([]);
    for (const log of logs) expect((await readFile(log, 'utf8')).length, log).toBeGreaterThan(100);
  };
  await check();
  // And what is written when all of it ends, compactions and closing lines included.
  await bob.back();
  await bob.has(alice, [texts.direct, texts.mailed, texts.waiting]);
  await until('bob has the card', async () => {
    const { profile } = await bob.api.call('friends.show', { who: alice.name });
    return profile?.status === status && profile.displayName === displayName && profile.hasPicture;
  });
  await until('alice knows', async () => (await alice.api.call('status')).outbox.waiting === 0);
  await check();
}, 120_000);

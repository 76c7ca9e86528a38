/** What a chat shows as it is opened, what stands above it, and what becomes of messages that stand there. */
import { describe, expect, test } from 'vitest';
import { serve, talk } from '../../support/chat-talk.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { until } from '../../support/until.ts';

const BOB = accountOf(1);

/** As many messages of bob, of which the last ones were not read. */
function written(count: number, unread: number): FakePeer {
  const peer = FakePeer.withFriends('bob', 'carol');
  for (let n = 1; n <= count; n += 1) peer.receive('bob', `m${n}.`);
  peer.friendList[0] = { ...peer.friendList[0]!, unread, firstUnread: unread === 0 ? null : count - unread + 1 };
  return peer;
}

const numbersIn = (text: string): number[] => [...text.matchAll(/bob: m(\d+)\./g)].map(([, n]) => Number(n));

describe('opening', () => {
  test('shows all that is new, below a line, and some of what was read above it', async () => {
    const peer = written(300, 210);
    const { profile } = await serve(peer);
    const { sees, out, end, code } = talk(profile, { with: 'bob' });
    await sees('m300.');
    await until('read', () => peer.calls.includes(`read ${BOB} 300`));
    end();
    await code;
    expect(out()).toMatch(
      /\/older shows what was written before\.\n#86 .*m86\.\n(?:.*\n){4} {2}─── New messages ───\n#91 /,
    );
    expect(numbersIn(out())).toEqual(Array.from({ length: 215 }, (_, n) => 86 + n));
  });

  test('without anything new shows the newest; /older goes back to the beginning, and nothing twice', async () => {
    const peer = written(50, 0);
    const { profile } = await serve(peer);
    const { out } = await cli(profile, ['chat', 'bob'], { stdin: '/older\n/older 5\n/older\n/older\n' });
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
    expect(numbersIn(out)).toEqual([...range(31, 50), ...range(11, 30), ...range(6, 10), ...range(1, 5)]);
    expect(out).not.toContain('New messages');
    expect(out.split('This is where the chat begins.')).toHaveLength(3);
  });

  test('after a long absence shows the newest, and says where the others are', async () => {
    const peer = written(1_300, 1_250);
    const { profile } = await serve(peer);
    const { out } = await cli(profile, ['chat', 'bob'], { stdin: '' });
    expect(out).toContain('1250 messages are new; here are the newest. All of them: `miyu history NAME --after 50`');
    expect(numbersIn(out)).toEqual(Array.from({ length: 200 }, (_, n) => 1_101 + n));
  });

  test('says how the friend is reached, and who else has written', async () => {
    const peer = written(2, 1);
    peer.befriend('dora', { unread: 3, archived: true });
    peer.friendList[1] = {
      ...peer.friendList[1]!,
      unread: 7,
      presence: 'mailbox',
      path: null,
      lastSeen: 1_700_000_000_000,
    };
    const { profile } = await serve(peer);
    const { out } = await cli(profile, ['chat', 'bob'], { stdin: '/chat carol\n/read carol\n' });
    expect(out).toContain('Unread: carol 7 (/chat NAME)');
    expect(out).toContain('Chat with bob · online (LAN) · unverified');
    expect(out).toMatch(/Chat with carol · reachable by mailbox · last seen 2023-11-1[45] \d\d:\d\d · unverified/);
    expect(out).toContain('Everything from carol is marked as read.');
  });

  test('of one chat after the other marks both as read', async () => {
    const peer = written(3, 3);
    peer.receive('carol', 'c1');
    const mark = peer.markRead.bind(peer);
    const held = Promise.withResolvers<void>();
    peer.markRead = async (form) => {
      await mark(form);
      await held.promise; // A disk takes its time.
    };
    const { profile } = await serve(peer);
    const { type, sees } = talk(profile, { with: 'bob' });
    await until('the first is being marked', () => peer.calls.includes(`read ${BOB} 3`));
    type('/chat carol\n');
    await sees('carol: c1');
    held.resolve();
    await until('the other is marked', () => peer.calls.includes(`read ${accountOf(2)} 1`));
  });
});

describe('as it happens', () => {
  test('a message that failed says why and how it goes out again; the history says why', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    const { type, sees } = talk(profile, { with: 'bob' });
    type('hello\n');
    await sees('you: hello');
    const history = peer.histories.get(BOB)!;
    history[0] = { ...history[0]!, reason: 'grant-revoked' };
    peer.setState(history[0], 'bob', 'failed');
    const why = 'This person has ended the friendship: their mailbox takes nothing from you.';
    await sees(`✗ failed: hello ${why} /retry 1`);
    expect((await cli(profile, ['history', 'bob'])).out).toContain(`you: hello  (failed · ${why})`);
    type('/retry 1\n');
    await sees('It is sent again.');
  });

  test('what is deleted here by another face is told, what this chat deleted once', async () => {
    const peer = written(3, 0);
    const { profile } = await serve(peer);
    const { type, sees, out } = talk(profile, { with: 'bob' });
    await sees('m3.');
    await peer.deleteMessage({ with: 'bob', position: 2, forBoth: false });
    await sees('Message #2 is deleted here.');
    type('/delete 3\n');
    await sees('The message is deleted here.');
    type('/older\n');
    await sees('The chat begins'.toLowerCase());
    expect(out()).not.toContain('#3 is deleted');
  });

  test('a change is a word for a screen reader', async () => {
    const peer = written(1, 0);
    const { profile } = await serve(peer);
    const [plain, signs] = [talk(profile, { with: 'bob', plain: true }), talk(profile, { with: 'bob' })];
    await Promise.all([plain.sees('m1.'), signs.sees('m1.')]);
    peer.change('bob', 1, { reactions: [{ emoji: '🎉', by: 'friend' }] });
    await plain.sees(/\nChanged: #1 .*bob: m1\.\n {6}│ 🎉 bob/);
    await signs.sees(/\n↻ #1 .*bob: m1\.\n/);
  });
});

test('an answer and an edit keep their lines and spaces', async () => {
  const peer = written(1, 0);
  const { profile } = await serve(peer);
  await cli(profile, ['chat', 'bob'], { stdin: '/reply 1 a  list:\\\n  - one\n/edit 2 another  list:\\\n  - two\n' });
  expect(peer.histories.get(BOB)?.[1]).toMatchObject({ text: 'another  list:\n  - two', replyTo: { position: 1 } });
});

test('/style is what everything is written in, shared with the page', async () => {
  const peer = FakePeer.withFriends('bob');
  const { profile } = await serve(peer);
  const stdin = 'one\n/style large teal\ntwo\n/style none hand\nthree\n/style\n/style plain\nfour\n/style loud\n';
  const { out, code } = await cli(profile, ['chat', 'bob'], { stdin });
  expect((peer.histories.get(BOB) ?? []).map(({ text, style }) => [text, style])).toEqual([
    ['one', null],
    ['two', { size: 'large', color: 'teal', face: 'sans' }],
    ['three', { size: 'large', color: null, face: 'hand' }],
    ['four', null],
  ]);
  expect(out).toContain('What you write looks like this: large hand\n');
  expect(out).toContain('What you write looks like this: plain\n');
  expect(out).toContain('! /style plain, or of these: plain small');
  expect(code).toBe(2);
  await peer.set({ composer: { color: 'red' } });
  await cli(profile, ['chat', 'bob'], { stdin: 'five\n' });
  expect(peer.histories.get(BOB)?.at(-1)).toMatchObject({ text: 'five', style: { color: 'red' } });
});

test('every command of the chat that answers answers a script as well', async () => {
  const peer = FakePeer.withFriends('bob', 'carol');
  peer.known.set('eve', accountOf(9));
  peer.receive('bob', 'hello');
  peer.requestList = ['dave', 'dora', 'dan'].map((name, n) => ({
    ...{ account: accountOf(20 + n), name, greeting: '', receivedAt: 1, postponed: false },
  }));
  const { profile } = await serve(peer);
  const stdin = [
    ...['/whois eve', '/accept dave', '/refuse dora', '/later dan', '/archive bob', '/mute bob', '/read bob'],
    ...['/verify bob', 'y', '/block carol', 'n', '/block carol', 'y', '/unblock carol', '/style', '/status', '/invite'],
    ...['/delete 1', '/logout'],
  ].join('\n');
  const { out } = await cli(profile, ['chat', 'bob', '--json'], { stdin });
  const types = out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { type: string }).type)
    .filter((type) => type !== 'event');
  expect(types).toEqual([
    ...['history', 'person', 'accepted', 'refused', 'postponed', 'archive', 'mute', 'read', 'friend', 'verified'],
    ...['nothing-done', 'blocked', 'unblocked', 'style', 'status', 'invite', 'deleted', 'signed-out'],
  ]);
});

describe('Tab', () => {
  test.each([
    ['/cha', '/chat '],
    ['/chat ca', '/chat carol '],
    ['/accept d', '/accept dave '],
    ['/react 1 👍', '/react 1 👍 '],
    ['/react 1 :par', '/react 1 🎉 '],
    ['/delete 1 b', '/delete 1 both '],
    ['/style tea', '/style teal '],
    ['well done :cla', 'well done 👏 '],
    ['干得好 :鼓', '干得好 👏 '],
    ['hello ca', 'hello carol '],
  ])('after %s makes %s', async (typed, wanted) => {
    const peer = FakePeer.withFriends('bob', 'carol');
    peer.requestList = [{ account: accountOf(8), name: 'dave', greeting: '', receivedAt: 1, postponed: false }];
    const { profile } = await serve(peer);
    const { type, standsAtEnd, rows } = talk(profile, { terminal: true, with: 'bob' });
    await standsAtEnd('alice → bob>');
    type(`${typed}\t`);
    await until('completed', () => rows().at(-1) === `alice → bob> ${wanted}`.trimEnd());
    type('|');
    await standsAtEnd(`alice → bob> ${wanted}|`);
  });
});

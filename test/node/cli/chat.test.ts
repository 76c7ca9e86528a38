import { describe, expect, test } from 'vitest';
import { serve, talk } from '../../support/chat-talk.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const BOB = accountOf(1);

const textsTo = (peer: FakePeer, account: string): string[] =>
  (peer.histories.get(account) ?? []).filter(({ direction }) => direction === 'out').map(({ text }) => text);

describe('through a pipe', () => {
  test('every line is sent, in order, and the end comes when all is on disk', async () => {
    const peer = FakePeer.withFriends('bob');
    const send = peer.send.bind(peer);
    peer.send = async (form) => {
      await new Promise(setImmediate); // A disk takes its time.
      return await send(form);
    };
    const { profile } = await serve(peer);
    const lines = Array.from({ length: 200 }, (_, n) => `line ${n}`);
    const result = await cli(profile, ['chat', 'bob'], { stdin: lines.join('\n') });
    expect(result.code).toBe(0);
    expect(textsTo(peer, BOB)).toEqual(lines);
  });

  test('a backslash at the end goes on in the next line; // begins a text with a slash', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    await cli(profile, ['chat', 'bob'], { stdin: 'one\\\ntwo\\\nthree\n\n//etc is a folder\nC:\\\\\nlast\\' });
    expect(textsTo(peer, BOB)).toEqual(['one\ntwo\nthree', '/etc is a folder', 'C:\\\\', 'last']);
  });

  test('what fails is told, does not stop the rest, and shows in the exit code', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    const result = await cli(profile, ['chat', 'bob'], { stdin: '/nonsense\n/chat nobody\nhello\n' });
    expect(result.code).toBe(3);
    expect(result.out).toContain('no such command: /nonsense');
    expect(result.out).toContain('not among your friends');
    expect(textsTo(peer, BOB)).toEqual(['hello']);
    expect((await cli(profile, ['chat', 'bob'], { stdin: 'fine\n' })).code).toBe(0);
    expect((await cli(profile, ['chat'], { stdin: 'to nobody\n' })).code).toBe(2);
    expect((await cli(profile, ['chat', 'stranger'], { stdin: 'x\n' })).code).toBe(3);
    expect((await cli(await temporaryFolder(), ['chat', 'bob'], { stdin: 'x\n' })).code).toBe(4);
  });

  test('commands do what they say', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.known.set('carol', accountOf(7));
    peer.requestList = [
      { account: accountOf(8), name: 'dave', greeting: 'hi', receivedAt: 1, postponed: false },
      { account: accountOf(9), name: 'eve', greeting: '', receivedAt: 1, postponed: false },
    ];
    const { profile } = await serve(peer);
    const script =
      '/add carol nice to meet you\n/requests\n/later dave\n/refuse eve\n/accept dave\nhello dave\n/remove bob\ny\n/whois carol\n/status\n/help\n/friends\n/quit\nnever sent\n';
    const result = await cli(profile, ['chat'], { stdin: script });
    expect(result.code, result.out).toBe(0);
    expect(peer.calls).toEqual(
      expect.arrayContaining(['add carol nice to meet you', 'later dave', 'remove ' + BOB + ' forget']),
    );
    expect(textsTo(peer, accountOf(3))).toEqual(['hello dave']);
    expect(result.out).toMatch(/dave.*\n.*hi/);
    expect(result.out).not.toContain('never sent');
  });

  test('hides and silences the open chat, or the one that is named', async () => {
    const peer = FakePeer.withFriends('bob', 'carol');
    const { profile } = await serve(peer);
    const { type, end, out, code } = talk(profile, { with: 'bob' });
    type('/archive\n/mute carol\n/archive carol\n/unarchive carol\n/mute nobody\n');
    end();
    await code;
    expect(out()).toContain('The chat with bob is hidden');
    expect(out()).toContain('carol is muted.');
    expect(peer.friendList).toMatchObject([
      { name: 'bob', archived: true, muted: false },
      { name: 'carol', archived: false, muted: true },
    ]);
  });

  test('with --json every line is a document', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.receive('bob', 'before');
    const { profile } = await serve(peer);
    const result = await cli(profile, ['chat', 'bob', '--json'], { stdin: 'hello\n/chat nobody\n' });
    const lines = result.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    expect(lines.map(({ type }) => type)).toEqual(expect.arrayContaining(['history', 'sent', 'error']));
  });
});

describe('as it happens', () => {
  test('shows what arrives once, in the open chat and in others, and marks it read', async () => {
    const peer = FakePeer.withFriends('bob', 'carol');
    peer.receive('bob', 'from before');
    const { profile } = await serve(peer);
    const { sees, out, end, code } = talk(profile, { with: 'bob' });
    await sees('bob: from before');
    peer.receive('bob', 'hello\nagain');
    peer.receive('carol', 'me too');
    await sees(/bob: hello\n {6}│ again\n/);
    await sees('[carol] ');
    await until('marked as read', () => peer.calls.includes(`read ${BOB} 2`));
    expect(peer.calls.filter((call) => call.startsWith(`read ${accountOf(2)}`))).toEqual([]);
    end();
    expect(await code).toBe(0);
    expect(out().match(/bob: hello/g)).toHaveLength(1);
  });

  test('tells the states of own messages, requests, presence and the peer’s state', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    const { type, sees } = talk(profile, { with: 'bob' });
    await sees('Chat with bob');
    type('hello\n');
    await sees('you: hello');
    const message = peer.histories.get(BOB)![0]!;
    peer.setState(message, 'bob', 'stored');
    peer.setState(message, 'bob', 'delivered');
    await sees('✓ stored in the mailbox: hello');
    await sees('✓✓ delivered: hello');
    peer.requestList = [{ account: accountOf(8), name: 'dave', greeting: 'it is me', receivedAt: 1, postponed: false }];
    peer.emit({ type: 'friend', friend: accountOf(8), name: 'dave', change: 'incoming' });
    await sees('dave asks to be your friend and says: “it is me” — /accept dave');
    peer.emit({ type: 'presence', friend: BOB, name: 'bob', presence: 'mailbox', path: null });
    await sees('bob: reachable by mailbox');
    peer.state = 'connecting';
    peer.emit({ type: 'state', state: 'connecting', missing: ['server-unreachable'] });
    await sees('No connection to the server');
  });

  test('tells who asked before the chat was there, once, and nobody who shall wait', async () => {
    const peer = FakePeer.withFriends('bob');
    const request = { account: accountOf(8), name: 'dave', greeting: '', receivedAt: 1, postponed: false };
    peer.requestList = [request, { ...request, account: accountOf(9), name: 'erin', postponed: true }];
    const { profile } = await serve(peer);
    const { sees, out } = talk(profile, { with: 'bob' });
    await sees('dave asks to be your friend — /accept dave');
    // What was under way when the chat came up is told by an event too.
    peer.emit({ type: 'friend', friend: accountOf(8), name: 'dave', change: 'incoming' });
    // Asked again, after a refusal.
    peer.requestList = [{ ...request, greeting: 'please', receivedAt: 2 }];
    peer.emit({ type: 'friend', friend: accountOf(8), name: 'dave', change: 'incoming' });
    await sees('dave asks to be your friend and says: “please”');
    expect(out().match(/dave asks to be your friend/g)).toHaveLength(2);
    expect(out()).not.toContain('erin');
  });

  test('tells many requests as a number', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.requestList = Array.from({ length: 6 }, (_, n) => ({
      ...{ account: accountOf(10 + n), name: `guest${n}`, greeting: '', receivedAt: 1, postponed: false },
    }));
    const { profile } = await serve(peer);
    const { sees } = talk(profile, { with: 'bob' });
    await sees('6 people ask to be your friend');
  });

  test('goes on after the peer was away: misses nothing, shows nothing twice', async () => {
    const peer = FakePeer.withFriends('bob');
    const first = await serve(peer);
    const { sees, out, type } = talk(first.profile, { with: 'bob' });
    peer.receive('bob', 'one');
    await sees('bob: one');
    await first.stop();
    await sees('miyu has stopped');
    peer.receive('bob', 'two');
    peer.receive('bob', 'three');
    await serve(peer, first.profile);
    await sees('miyu is back');
    await sees('bob: three');
    type('and I am here\n');
    await sees('you: and I am here');
    for (const text of ['one', 'two', 'three']) expect(out().split(`bob: ${text}`)).toHaveLength(2);
  });

  test('goes on where the feed no longer reaches back', async () => {
    const peer = FakePeer.withFriends('bob');
    const first = await serve(peer);
    const { sees, out } = talk(first.profile, { with: 'bob' });
    peer.receive('bob', 'one');
    await sees('bob: one');
    await first.stop();
    await sees('miyu has stopped');
    for (let n = 0; n < 50; n += 1) peer.receive('bob', `missed ${n}.`);
    peer.forgotten = 40;
    await serve(peer, first.profile);
    await sees('missed 49.');
    peer.receive('bob', 'after');
    await sees('bob: after');
    for (let n = 0; n < 50; n += 1) expect(out().split(`missed ${n}.`)).toHaveLength(2);
  });

  test('a locked peer is told, and shows what is there once it is open', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    const { type, sees } = talk(profile, { with: 'bob' });
    await sees('Chat with bob');
    type('/logout\n');
    await sees('The account is locked: /login');
    type('/login\ncorrect horse\n');
    await sees('Signed in as alice');
  });
});

describe('in a terminal', () => {
  test('what is typed survives what arrives; a typed message stands there once; Tab completes', async () => {
    const peer = FakePeer.withFriends('bob', 'bernadette');
    const { profile } = await serve(peer);
    const { type, sees, out } = talk(profile, { terminal: true });
    await sees('alice> ');
    type('/chat bern\t');
    await sees('/chat bernadette ');
    type('\r');
    await sees('alice → bernadette> ');
    type('half a sen');
    await sees('half a sen');
    peer.receive('bernadette', 'interrupting');
    await sees('bernadette: interrupting');
    await until('the typed part is drawn again', () => /interrupting\n[^\n]*half a sen/.test(out()));
    type('tence\r');
    await until('sent', () => textsTo(peer, accountOf(2))[0] === 'half a sentence');
    peer.setState(peer.histories.get(accountOf(2))![1]!, 'bernadette', 'delivered');
    await sees('✓✓ delivered: half a sentence');
    expect(out()).not.toContain('you: half a sentence');
  });

  test('a password is not shown, and Ctrl-C on an empty line ends', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.state = 'locked';
    const { profile } = await serve(peer);
    const { type, sees, out, code } = talk(profile, { terminal: true });
    await sees('The account is locked');
    type('/login\r');
    await sees('Password: ');
    type('correct horse\r');
    await sees('Signed in as alice');
    expect(out()).not.toContain('correct horse');
    type('not sent\u0003');
    type('\u0003');
    expect(await code).toBe(0);
    expect(textsTo(peer, BOB)).toEqual([]);
  });
});

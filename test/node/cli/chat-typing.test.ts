/** Who types: what the chat shows of the friend, and what the friend is told of us. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FriendTyping, OwnTyping } from '../../../node/cli/chat/typing.ts';
import { serve, talk } from '../../support/chat-talk.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { until } from '../../support/until.ts';

const BOB = accountOf(1);
const CAROL = accountOf(2);
const types = (peer: FakePeer, friend: string, active: boolean) => peer.emit({ type: 'typing', friend, active });
const toldOf = (peer: FakePeer): string[] => peer.calls.filter((call) => call.startsWith('typing'));

describe('the friend, in a terminal', () => {
  test('stands in a row of its own, above what is typed, and leaves nothing behind', async () => {
    const peer = FakePeer.withFriends('bob', 'carol');
    const { profile } = await serve(peer);
    const { type, rows, standsAtEnd } = talk(profile, { terminal: true, with: 'bob' });
    await standsAtEnd('alice → bob>');
    type('half a sen');
    await standsAtEnd('alice → bob> half a sen');
    const before = rows();
    types(peer, BOB, true);
    await standsAtEnd('  bob is typing…', 'alice → bob> half a sen');
    type('tence');
    await standsAtEnd('  bob is typing…', 'alice → bob> half a sentence');
    peer.emit({ type: 'presence', friend: CAROL, name: 'carol', presence: 'mailbox', path: null });
    await standsAtEnd('  carol: reachable by mailbox', '  bob is typing…', 'alice → bob> half a sentence');
    types(peer, BOB, false);
    await standsAtEnd('  carol: reachable by mailbox', 'alice → bob> half a sentence');
    expect(rows().slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    expect(rows().join('\n')).not.toContain('typing');
  });

  test('is gone with the line that is entered, with what the friend has written, and with another chat', async () => {
    const peer = FakePeer.withFriends('bob', 'carol');
    const { profile } = await serve(peer);
    const { type, rows, standsAtEnd } = talk(profile, { terminal: true, with: 'bob' });
    await standsAtEnd('alice → bob>');
    types(peer, BOB, true);
    type('hello');
    await standsAtEnd('  bob is typing…', 'alice → bob> hello');
    type('\r');
    await standsAtEnd('alice → bob> hello', '  bob is typing…', 'alice → bob>');
    peer.receive('bob', 'hello yourself');
    await until('the message', () => /bob: hello yourself$/.test(rows().at(-2) ?? ''));
    await standsAtEnd('alice → bob>');
    types(peer, BOB, true);
    await standsAtEnd('  bob is typing…', 'alice → bob>');
    type('/chat carol\r');
    await standsAtEnd('alice → carol>');
    types(peer, BOB, true);
    types(peer, CAROL, true);
    await standsAtEnd('  carol is typing…', 'alice → carol>');
    peer.emit({ type: 'presence', friend: CAROL, name: 'carol', presence: 'mailbox', path: null });
    await standsAtEnd('  carol: reachable by mailbox', 'alice → carol>');
    expect(rows().join('\n')).not.toContain('typing');
  });

  test('a line of several rows, and names of two columns a sign, break nothing', async () => {
    const peer = FakePeer.withFriends('小李小李小李小李小李小李小李小李');
    const { profile } = await serve(peer);
    const { type, rows, standsAtEnd, sees } = talk(profile, { terminal: true, columns: 40, language: 'zh' });
    await standsAtEnd('alice>');
    type('/chat 小\t');
    await until('completed', () => rows().join('').endsWith('小李'));
    type('\r');
    await sees('与 小李');
    const long = 'so long that it takes one row after the other of this small terminal, and ends';
    type(long);
    await until('typed', () => rows().join('').endsWith('and ends'));
    for (let n = 1; n <= 3; n += 1) {
      types(peer, BOB, true);
      await until('shown in one row', () => rows().some((row) => row.startsWith('  小李小李小李小李')));
      types(peer, BOB, false);
      peer.receive('小李小李小李小李小李小李小李小李', `message ${n}`);
      await until('there', () => rows().some((row) => row.endsWith(`message ${n}`)));
    }
    const all = rows();
    expect(all.filter((row) => /message \d$/.test(row))).toHaveLength(3);
    expect(all.join('')).toContain(long);
    expect(all.join('')).not.toContain('正在输入');
    expect(all.join('').split('so long')).toHaveLength(2);
  });

  test('the end of the chat leaves no row of it', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    const { type, rows, standsAtEnd, code } = talk(profile, { terminal: true, with: 'bob' });
    await standsAtEnd('alice → bob>');
    types(peer, BOB, true);
    await standsAtEnd('  bob is typing…', 'alice → bob>');
    type('\u0004');
    expect(await code).toBe(0);
    expect(rows().join('\n')).not.toContain('typing');
  });
});

test('a screen reader hears a word of it, once; a pipe nothing; a script the event', async () => {
  const peer = FakePeer.withFriends('bob');
  const { profile } = await serve(peer);
  const [plain, pipe, json] = [
    talk(profile, { with: 'bob', plain: true, terminal: true }),
    talk(profile, { with: 'bob' }),
    talk(profile, { with: 'bob', json: true }),
  ];
  await Promise.all([plain.sees('Chat with bob'), pipe.sees('Chat with bob'), json.sees('history')]);
  types(peer, BOB, true);
  await plain.sees('bob is typing…\n');
  types(peer, BOB, false);
  peer.receive('bob', 'done');
  await Promise.all([plain.sees('bob: done'), pipe.sees('bob: done'), json.sees('done')]);
  expect(plain.out().split('is typing')).toHaveLength(2);
  expect(plain.rows().join('\n')).toContain('bob is typing…');
  expect(pipe.out()).not.toContain('typing');
  expect(json.out()).toContain('{"type":"typing"');
});

describe('this person', () => {
  test('is told to the friend with the first key, and is over when nothing stands in the line', async () => {
    const peer = FakePeer.withFriends('bob', 'carol');
    const { profile } = await serve(peer);
    const { type, standsAtEnd } = talk(profile, { terminal: true, with: 'bob' });
    await standsAtEnd('alice → bob>');
    for (const letter of 'hello bob') type(letter);
    await standsAtEnd('alice → bob> hello bob');
    await until('told', () => toldOf(peer).length > 0);
    expect(toldOf(peer)).toEqual([`typing ${BOB} true`]);
    type('\u0015');
    await until('over', () => toldOf(peer).length > 1);
    expect(toldOf(peer)).toEqual([`typing ${BOB} true`, `typing ${BOB} false`]);
  });

  test('types no command, no password, and to nobody', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.state = 'locked';
    const { profile } = await serve(peer);
    const { type, sees, standsAtEnd } = talk(profile, { terminal: true });
    await sees('The account is locked');
    type('/login\r');
    await sees('Password: ');
    type('correct horse\r');
    await sees('Signed in as alice');
    type('nobody is there');
    await standsAtEnd('alice> nobody is there');
    type('\u0015/chat bob\r');
    await standsAtEnd('alice → bob>');
    type('/friends\r//this is one');
    await standsAtEnd('alice → bob> //this is one');
    await until('told', () => toldOf(peer).length > 0);
    expect(toldOf(peer)).toEqual([`typing ${BOB} true`]);
  });

  test('a pipe types nothing', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    await cli(profile, ['chat', 'bob'], { stdin: 'hello\n' });
    expect(toldOf(peer)).toEqual([]);
  });
});

describe('in time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a friend whose end is never told is not shown as typing for ever', () => {
    const shown: boolean[] = [];
    const typing = new FriendTyping((active) => shown.push(active));
    typing.set(true);
    typing.set(true);
    vi.advanceTimersByTime(59_000);
    expect(shown).toEqual([true]);
    vi.advanceTimersByTime(2_000);
    expect(shown).toEqual([true, false]);
    typing.set(false);
    expect(shown).toEqual([true, false]);
  });

  test('this person is told every three seconds, and the end once', () => {
    const told: string[] = [];
    const typing = new OwnTyping((account, active) => told.push(`${account} ${active}`));
    for (let key = 0; key < 70; key += 1) {
      typing.set('bob');
      vi.advanceTimersByTime(100);
    }
    expect(told).toEqual(['bob true', 'bob true', 'bob true']);
    typing.set('carol');
    typing.set(undefined);
    typing.set(undefined);
    expect(told.slice(3)).toEqual(['bob false', 'carol true', 'carol false']);
  });
});

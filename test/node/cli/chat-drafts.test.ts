/** What is typed in the chat and not sent: kept, found again, never mixed with commands. */
import { describe, expect, test } from 'vitest';
import { serve, talk } from '../../support/chat-talk.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { until } from '../../support/until.ts';

const BOB = accountOf(1);
const sent = (peer: FakePeer): string[] =>
  (peer.histories.get(BOB) ?? []).filter(({ direction }) => direction === 'out').map(({ text }) => text);

async function chatting(peer = FakePeer.withFriends('bob', 'carol')) {
  const { profile } = await serve(peer);
  const open = () => talk(profile, { terminal: true, with: 'bob' });
  const first = open();
  await first.sees('alice → bob>');
  return { peer, profile, open, ...first };
}

describe('a draft', () => {
  test('is kept while one types, stays when the chat is left, and stands in the line at the next opening', async () => {
    const { peer, open, type, quit, code } = await chatting();
    type('half a ');
    await until('kept', () => peer.draft('bob') === 'half a ');
    type('thought');
    quit();
    expect(await code).toBe(0);
    expect(peer.draft('bob')).toBe('half a thought');
    const again = open();
    await again.standsAtEnd('alice → bob> half a thought');
    again.type(', and the rest\r');
    await until('sent', () => sent(peer).length > 0);
    expect(sent(peer)).toEqual(['half a thought, and the rest']);
    expect(peer.draft('bob')).toBe('');
    await again.standsAtEnd('alice → bob> half a thought, and the rest', 'alice → bob>');
  });

  test('of the page stands in the line, with several lines too, and a slash that is no command', async () => {
    const peer = FakePeer.withFriends('bob', 'carol');
    await peer.setDraft({ with: 'bob', text: 'one\ntwo\nthr' });
    await peer.setDraft({ with: 'carol', text: '/etc is a folder' });
    const { type, standsAtEnd } = await chatting(peer);
    await standsAtEnd('  │ one', '  │ two', 'alice → bob> thr');
    type('ee\r');
    await until('sent', () => sent(peer).length > 0);
    expect(sent(peer)).toEqual(['one\ntwo\nthree']);
    type('/chat carol\r');
    await standsAtEnd('alice → carol> //etc is a folder');
    type(' indeed');
    await until('kept', () => peer.draft('carol') === '/etc is a folder indeed');
    type('\r');
    await until('sent', () => (peer.histories.get(accountOf(2)) ?? [])[0]?.text === '/etc is a folder indeed');
  });

  test('is what Ctrl-C takes out of the line; commands change none; /draft takes it up', async () => {
    const { peer, type, standsAtEnd, code } = await chatting();
    type('not yet\u0003');
    await standsAtEnd('  Kept as a draft, and not sent. /draft puts it into the line again.', 'alice → bob>');
    expect(peer.draft('bob')).toBe('not yet');
    type('/chat carol\r');
    await standsAtEnd('alice → carol>');
    type('/draft\r');
    await standsAtEnd('  There is no draft.', 'alice → carol>');
    type('/chat bob\r');
    await standsAtEnd('alice → bob> not yet');
    type('\u0003');
    await standsAtEnd('alice → bob>');
    type('/draft\r');
    await standsAtEnd('alice → bob> not yet');
    type('\u0015');
    await until('cleared', () => peer.draft('bob') === '');
    type('\u0003');
    expect(await code).toBe(0);
    expect(peer.draft('bob')).toBe('');
    expect(sent(peer)).toEqual([]);
  });

  test('holds the lines that a backslash left open', async () => {
    const { peer, open, type, quit, code } = await chatting();
    type('first\\\rsec');
    await until('kept', () => peer.draft('bob') === 'first\nsec');
    quit();
    await code;
    const again = open();
    await again.standsAtEnd('  │ first', 'alice → bob> sec');
    again.type('\u0003');
    await until('kept', () => again.rows().join('').includes('Kept as a draft'));
    again.type('and now\r');
    await until('sent', () => sent(peer).length > 0);
    expect(sent(peer)).toEqual(['and now']);
  });

  test('that a terminal would obey is left where it is', async () => {
    const peer = FakePeer.withFriends('bob');
    await peer.setDraft({ with: 'bob', text: 'clear \u001b[2J the screen' });
    const { standsAtEnd, sees, out } = await chatting(peer);
    await sees('It stays: `miyu draft bob`');
    await standsAtEnd('alice → bob>');
    expect(out()).not.toContain('[2J');
    expect(peer.draft('bob')).toContain('[2J');
  });

  test('is what a text becomes that could not be sent', async () => {
    const peer = FakePeer.withFriends('bob');
    const { type, sees } = await chatting(peer);
    peer.sendFault = 'disk-full';
    type('dear bob\r');
    await sees('Kept as a draft');
    expect(peer.draft('bob')).toBe('dear bob');
  });

  test('is never a password, a pipe’s text, or an answer', async () => {
    const peer = FakePeer.withFriends('bob');
    const { profile } = await serve(peer);
    await cli(profile, ['chat', 'bob'], { stdin: 'hello\n/draft\n' });
    expect(peer.draft('bob')).toBe('');
    const { type, sees, standsAtEnd } = talk(profile, { terminal: true, with: 'bob' });
    await standsAtEnd('alice → bob>');
    type('/login\r');
    await sees('Password: ');
    type('correct horse');
    type('\r');
    await sees('Signed in as alice');
    type('after');
    await until('kept', () => peer.draft('bob') === 'after');
    expect(peer.drafts).toEqual(['after']);
  });
});

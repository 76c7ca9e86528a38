/** The commands that do something to one message, and what history and chat show of it. */
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const BOB = accountOf(1);

async function serve() {
  const peer = FakePeer.withFriends('bob');
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  const miyu = (...args: string[]) => cli(profile, args);
  return { peer, profile, miyu };
}

test('a reply with a style, a reaction, an edit: done, told, and shown in the history', async () => {
  const { peer, miyu } = await serve();
  peer.receive('bob', 'are you\nthere?');
  const sent = await miyu('send', 'bob', '--reply', '1', '--color', 'teal', '--size', 'huge', 'yes', '--json');
  expect(sent.json()).toMatchObject({
    position: 2,
    style: { size: 'huge', color: 'teal', face: 'sans' },
    replyTo: { position: 1, direction: 'in', text: 'are you\nthere?' },
  });
  expect((await miyu('react', 'bob', '1', '👍')).out).toContain('Your reaction is on its way.');
  expect((await miyu('edit', 'bob', '2', 'yes,', 'I', 'am', '--json')).json()).toMatchObject({ text: 'yes, I am' });
  const { out } = await miyu('history', 'bob');
  expect(out).toMatch(/^#1 .*bob: are you\n {6}│ there\?\n {6}│ 👍 you\n/);
  expect(out).toMatch(/#2 .*you: yes, I am {2}\(waiting on this machine · edited\)\n {6}│ ↳ #1 bob: are you there\?/);
  expect((await miyu('react', 'bob', '1', '--remove', '--lang', 'zh')).out).toContain('回应已收回');
  expect(peer.histories.get(BOB)?.[0]?.reactions).toEqual([]);
});

test('what is deleted here is gone, what is taken back says so', async () => {
  const { peer, miyu } = await serve();
  peer.receive('bob', 'one');
  await miyu('send', 'bob', 'two');
  expect((await miyu('delete', 'bob', '1', '--json')).json()).toEqual({ deleted: 1, forBoth: false });
  expect((await miyu('delete', 'bob', '2', '--for-both')).out).toContain('taken back for both');
  const { out } = await miyu('history', 'bob');
  expect(out).not.toContain('one');
  expect(out).toMatch(/#2 .*you: \(taken back\)/);
  expect((await miyu('history', 'bob', '--lang', 'zh')).out).toContain('（已撤回）');
});

test('a failed message goes out again', async () => {
  const { peer, miyu } = await serve();
  await miyu('send', 'bob', 'hello');
  expect((await miyu('retry', 'bob', '1', '--json')).json()).toMatchObject({ error: { code: 'message-not-failed' } });
  peer.change('bob', 1, { state: 'failed', reason: 'grant-revoked' });
  expect((await miyu('retry', 'bob', '1')).out).toContain('Sent: waiting on this machine.');
});

test('what was done to a message and did not go out says so, and goes out again', async () => {
  const { peer, profile, miyu } = await serve();
  peer.receive('bob', 'hello');
  await miyu('send', 'bob', 'hi');
  peer.change('bob', 1, { unsent: { act: 'reaction', reason: 'grant-revoked' } });
  peer.change('bob', 2, { unsent: { act: 'deletion', reason: null }, deleted: true, text: '' });
  const { out } = await miyu('history', 'bob');
  const why = 'This person has ended the friendship: their mailbox takes nothing from you.';
  expect(out).toContain(`bob: hello  (your reaction did not go out: ${why})\n`);
  expect(out).toMatch(
    /you: \(taken back\) {2}\(.* · your friend still has it: the word that it is taken back did not go out\)/,
  );
  expect((await miyu('retry', 'bob', '1')).out).toContain('Sent: received.');
  expect((await miyu('retry', 'bob', '1', '--json')).json()).toMatchObject({ error: { code: 'message-not-failed' } });
  const stdin = new PassThrough();
  const chat = cli(profile, ['chat', 'bob', '--lang', 'zh'], { stdin });
  await until('the chat is there', () => peer.calls.some((call) => call.startsWith('read')));
  peer.change('bob', 1, { unsent: { act: 'edit', reason: null } });
  stdin.end('/retry 1\n');
  expect((await chat).out).toMatch(/↻ #1 .*\(您的修改未能发出\)\n {2}\/retry 1 可重新发送。/);
  expect(peer.histories.get(BOB)?.[0]?.unsent).toBeNull();
});

test.each([
  [['react', 'bob', '1', 'no emoji'], 2, 'emoji-invalid'],
  [['react', 'bob', '1'], 2, 'usage'],
  [['react', 'bob', '1', '👍', '--remove'], 2, 'usage'],
  [['react', 'bob', '99', '👍'], 3, 'no-such-message'],
  [['edit', 'bob', '1', 'mine'], 3, 'not-your-message'],
  [['edit', 'bob', 'x', 'mine'], 2, 'usage'],
  [['delete', 'bob', '1', '--for-both'], 3, 'not-your-message'],
  [['delete', 'bob', '0'], 2, 'usage'],
  [['send', 'bob', 'x', '--color', 'plaid'], 2, 'usage'],
  [['send', 'bob', 'x', '--reply', '99'], 3, 'no-such-message'],
])('%j ends with %i: %s', async (args, exit, code) => {
  const { peer, miyu } = await serve();
  peer.receive('bob', 'theirs');
  const result = await miyu(...args, '--json');
  expect(result).toMatchObject({ code: exit });
  expect(result.json()).toMatchObject({ error: { code } });
});

test('in the chat: its own commands, and what the friend does to a message that stands above', async () => {
  const { peer, profile } = await serve();
  peer.receive('bob', 'hello');
  const input = '/reply 1 hi\n/react #1 🎉\n/edit 2 hi there\n/delete 2 both\n/react 9 🎉\n';
  const { out } = await cli(profile, ['chat', 'bob'], { stdin: input });
  expect(peer.histories.get(BOB)).toMatchObject([
    { text: 'hello', reactions: [{ emoji: '🎉', by: 'me' }] },
    { text: '', deleted: true, replyTo: { position: 1 } },
  ]);
  expect(out).toMatch(/↻ #1 .*bob: hello\n {6}│ 🎉 you/);
  expect(out).toContain('taken back for both');
  expect(out).toContain('! There is no such message in this chat.');
});

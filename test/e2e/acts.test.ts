/** Reactions, edits and deletions across kill -9 of either side, by the product's programs. */
import { expect, test } from 'vitest';
import { befriend, registerPeer, startServer, type TestPeer } from '../support/processes.ts';
import { until } from '../support/until.ts';

const COUNT = 30;

/** What the chat shows, as lines. */
async function linesOf(peer: TestPeer, friend: TestPeer): Promise<string[]> {
  const { messages } = await peer.api.call('history', { with: friend.name, limit: 200 });
  return messages.map(({ text, reactions, deleted, editedAt }) =>
    JSON.stringify([text, reactions.map(({ emoji }) => emoji).sort(), deleted, editedAt !== null]),
  );
}

const idle = async (peer: TestPeer): Promise<boolean> => (await peer.api.call('status')).outbox.waiting === 0;

test('both show the same in the end, and nothing of what was taken back', async () => {
  const server = await startServer();
  const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
  await befriend(alice, bob);
  for (let n = 1; n <= COUNT; n += 1) {
    const { position } = await alice.send(bob, `message ${n}`);
    const at = { with: 'bob', position };
    if (n === 8) await bob.die();
    if (n === 16) {
      await alice.die();
      await alice.back();
    }
    if (n === 22) await bob.back();
    await alice.api.call('message.react', { ...at, emoji: '👍' });
    if (n % 3 === 0) await alice.api.call('message.edit', { ...at, text: `edited ${n}` });
    if (n % 5 === 0) await alice.api.call('message.delete', { ...at, forBoth: true });
  }
  const settled = async (): Promise<boolean> => (await idle(alice)) && (await idle(bob));
  await until('settled', settled, { timeoutMs: 60_000 });
  const [hers, his] = [await linesOf(alice, bob), await linesOf(bob, alice)];
  // What was taken back before it came is no message there.
  const shown = (lines: string[]): string[] => lines.filter((line) => !line.startsWith('[""'));
  expect(shown(his)).toEqual(shown(hers));
  expect(shown(hers)).toHaveLength(COUNT - COUNT / 5);
  expect(his.length).toBeLessThanOrEqual(hers.length);
  await bob.die();
  await bob.back();
  expect(await linesOf(bob, alice)).toEqual(his);
}, 180_000);

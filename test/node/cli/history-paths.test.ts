/** `miyu history --json` says of each message by which path it went: of two real peers, and of a relay as the API tells it. */
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import type { Peer } from '../../../node/flows/peer.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { aServer, befriend, PASSWORD, someone } from '../../support/people.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const PATIENT = { timeoutMs: 60_000 };

async function pathsOf(peer: Peer, friend: string): Promise<Record<string, string | null>> {
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  const answer = await cli(profile, ['history', friend, '--json']);
  const { messages } = answer.json() as { messages: { text: string; path: string | null }[] };
  return Object.fromEntries(messages.map(({ text, path }) => [text, path]));
}

test('by a link and by the mailbox, at both ends; and nothing of what has not gone yet', async () => {
  const server = await aServer();
  const [ann, bob] = [await someone('ann', server), await someone('bob', server)];
  await befriend(ann, 'ann', bob, 'bob');
  const online = ({ presence }: { presence: string }): boolean => presence === 'online';
  await ann.friend('bob', 'online', online);
  await bob.friend('ann', 'online', online);
  await ann.peer.send({ to: 'bob', text: 'by the link' });
  await bob.peer.send({ to: 'ann', text: 'back by the link' });
  const states = (): string[] => ann.peer.history({ with: 'bob' }).map(({ state }) => state);
  await until('both are there', () => states().length === 2 && states().includes('delivered'), PATIENT);
  await bob.peer.stop();
  await ann.friend('bob', 'away', ({ presence }) => presence === 'mailbox');
  await ann.peer.send({ to: 'bob', text: 'by mailbox' });
  await until('it is in the mailbox', () => states().includes('stored'), PATIENT);
  const told = { 'by the link': 'lan', 'back by the link': 'lan', 'by mailbox': 'mailbox' };
  expect(await pathsOf(ann.peer, 'bob')).toEqual(told);
  // Nobody takes anything for bob any more.
  await server.stop();
  await until('the server is gone', () => ann.peer.status().state === 'connecting', PATIENT);
  await ann.peer.send({ to: 'bob', text: 'waits' });
  expect(await pathsOf(ann.peer, 'bob')).toEqual({ ...told, waits: null });
  await server.start();
  await ann.peer.stop();
  await bob.restart();
  await bob.peer.login({ password: PASSWORD });
  await until('it comes', () => bob.texts('ann').includes('by mailbox'), PATIENT);
  expect(await pathsOf(bob.peer, 'ann')).toMatchObject(told);
}, 240_000);

test('through a relay', async () => {
  const peer = FakePeer.withFriends('bob');
  const message = peer.receive('bob', 'relayed here');
  const { account } = peer.friendList[0]!;
  peer.histories.set(account, [{ ...message, path: 'relayed' }]);
  expect(await pathsOf(peer, 'bob')).toEqual({ 'relayed here': 'relayed' });
});

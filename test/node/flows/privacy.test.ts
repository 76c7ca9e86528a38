/** Settings and chats of whole people: switches that work at once, and what is there after a restart. */
import { expect, it } from 'vitest';
import type { PeerEvent } from '../../../node/flows/peer.ts';
import { aServer, befriend, PASSWORD, someone, type TestPerson } from '../../support/people.ts';
import { until } from '../../support/until.ts';

const typed = (person: TestPerson): boolean[] =>
  person.events.flatMap((event: PeerEvent) => (event.type === 'typing' ? [event.active] : []));

it('switches work at once, chats come back, and all of it is there after a restart', { timeout: 60_000 }, async () => {
  const server = await aServer();
  const [ann, bob] = [await someone('ann', server), await someone('bob', server)];
  await befriend(ann, 'ann', bob, 'bob');
  await ann.friend('bob', 'online', ({ presence }) => presence === 'online');
  const stateOf = (text: string): string | undefined =>
    ann.peer.history({ with: 'bob' }).find((message) => message.text === text)?.state;

  const first = await ann.peer.send({ to: 'bob', text: 'first' });
  await until('there', () => bob.texts('ann').length === 1);
  expect(bob.peer.friend('ann')).toMatchObject({ unread: 1, firstUnread: 1 });
  await until('delivered', () => stateOf('first') === 'delivered');
  ann.peer.typing({ to: 'bob', active: true });
  await until('typing', () => typed(bob).length === 1);

  expect(await bob.peer.set({ privacy: { readReceipts: false, typing: false }, theme: 'dark' })).toMatchObject({
    privacy: { readReceipts: false, typing: false },
  });
  expect(bob.events.at(-1)).toMatchObject({ type: 'settings', settings: { theme: 'dark' } });
  // Who has just switched it off sees nobody type.
  expect(typed(bob)).toEqual([true, false]);
  await bob.peer.markRead({ with: 'ann', upTo: first.position });
  await bob.peer.archive({ who: 'ann', archived: true });
  await bob.peer.setDraft({ with: 'ann', text: '草'.repeat(300) });
  expect(bob.peer.friend('ann')).toMatchObject({ archived: true, muted: false, draft: '草'.repeat(200), unread: 0 });
  expect(bob.events.filter(({ type }) => type === 'chat')).toHaveLength(2);

  await bob.restart();
  await bob.peer.login({ password: PASSWORD });
  expect(bob.peer.settings()).toMatchObject({ theme: 'dark', privacy: { readReceipts: false, typing: false } });
  expect(bob.peer.friend('ann')).toMatchObject({ archived: true, draft: '草'.repeat(200) });
  expect(bob.peer.draft('ann')).toBe('草'.repeat(300));

  await ann.friend('bob', 'online again', ({ presence }) => presence === 'online');
  await ann.peer.send({ to: 'bob', text: 'second' });
  await until('there', () => bob.texts('ann').length === 2);
  expect(bob.peer.friend('ann')).toMatchObject({ archived: false, firstUnread: 2 });
  await until('delivered', () => stateOf('second') === 'delivered');
  expect(stateOf('first')).toBe('delivered');

  await bob.peer.set({ privacy: { readReceipts: true } });
  await bob.peer.markRead({ with: 'ann', upTo: 2 });
  await until('read', () => stateOf('second') === 'read' && stateOf('first') === 'read');
  await expect(bob.peer.archive({ who: 'nobody', archived: true })).rejects.toMatchObject({ code: 'not-a-friend' });
  expect(() => {
    bob.peer.typing({ to: 'nobody', active: true });
  }).toThrow('not-a-friend');
});

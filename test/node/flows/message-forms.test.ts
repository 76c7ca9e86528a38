/** What a face does in a chat, by whole peers and a real server. */
import { expect, it } from 'vitest';
import type { PeerEvent } from '../../../node/flows/peer.ts';
import { aServer, befriend, someone, type TestPerson } from '../../support/people.ts';
import { until } from '../../support/until.ts';

const changes = ({ events }: TestPerson): Extract<PeerEvent, { type: 'message-changed' }>[] =>
  events.filter((event) => event.type === 'message-changed');

it(
  'each kind of message and change arrives, is told once, and stands in history and list',
  { timeout: 60_000 },
  async () => {
    const server = await aServer();
    const [li, wang] = await Promise.all([someone('li', server), someone('wang', server)]);
    await befriend(li, 'li', wang, 'wang');
    const style = { size: 'large', color: 'blue', face: 'serif' } as const;
    const asked = await li.peer.send({ to: 'wang', text: '在吗', style });
    expect(asked).toMatchObject({
      style,
      replyTo: null,
      reactions: [],
      editedAt: null,
      deleted: false,
      state: 'queued',
    });
    await until('asked', () => wang.texts('li').length === 1);
    const [question] = wang.peer.history({ with: 'li' });
    const answer = await wang.peer.send({ to: 'li', text: '在', replyTo: question!.position });
    expect(answer.replyTo).toEqual({ position: question!.position, direction: 'in', text: '在吗', deleted: false });
    await until('answered', () => li.texts('wang').length === 2);

    const reacted = await li.peer.react({ with: 'wang', position: 2, emoji: '👍' });
    expect(reacted.reactions).toEqual([{ emoji: '👍', by: 'me' }]);
    await until('told', () => changes(wang).at(-1)?.message.reactions[0]?.by === 'friend');
    expect((await li.peer.edit({ with: 'wang', position: 1, text: '在不在' })).text).toBe('在不在');
    await until('told', () => changes(wang).at(-1)?.message.text === '在不在');
    expect(changes(wang)).toHaveLength(2);
    // An act is no message: the list shows the last text, and nothing more is unread.
    expect(wang.peer.friends()[0]).toMatchObject({ unread: 1, lastMessage: { text: '在' } });

    await wang.peer.deleteMessage({ with: 'li', position: 2, forBoth: false });
    expect(wang.peer.friends()[0]?.lastMessage?.text).toBe('在不在');
    await li.peer.deleteMessage({ with: 'wang', position: 1, forBoth: true });
    await until('told', () => changes(wang).at(-1)?.message.deleted === true);
    expect(wang.texts('li')).toEqual(['']);
    expect(li.texts('wang')).toEqual(['', '在']);

    const refused = async (work: Promise<unknown>): Promise<unknown> => await work.catch((error: unknown) => error);
    expect(await refused(li.peer.edit({ with: 'wang', position: 2, text: 'x' }))).toMatchObject({
      code: 'not-your-message',
    });
    expect(await refused(li.peer.react({ with: 'wang', position: 77, emoji: '👍' }))).toMatchObject({
      code: 'no-such-message',
    });
    expect(await refused(li.peer.send({ to: 'wang', text: 'x', replyTo: 77 }))).toMatchObject({
      code: 'no-such-message',
    });
    expect(await refused(li.peer.retry({ with: 'wang', position: 1 }))).toMatchObject({ code: 'message-deleted' });
    await li.peer.remove({ who: 'wang', keepHistory: true });
    expect(await refused(wang.peer.deleteMessage({ with: 'li', position: 1, forBoth: false }))).toBeUndefined();
    expect(wang.texts('li')).toEqual([]);
  },
);

/** Scenario 37, the peer's side: contents that a friend's program should not send. Nothing breaks, and the chat goes on. */
import { expect, it, onTestFinished } from 'vitest';
import { decodeStyledText, encodeEdit, encodeReaction } from '../../../node/core/message-content.ts';
import { HistoryRow } from '../../../node/core/generated/rows.js';
import { refOf } from '../../../node/flows/targets.ts';
import { DeleteContent, EditContent, ReactionContent, TextContent } from '../../../shared/wire/generated/content.js';
import { MAX_MESSAGE_CHANGES, MAX_TEXT_BYTES } from '../../../shared/wire/limits.ts';
import { CONTENT } from '../../../shared/wire/protocols.ts';
import { chatOf, feedOf, textsOf } from '../../support/chat-views.ts';
import { createWorld, type Party, type World } from '../../support/message-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

async function talking(): Promise<World> {
  const made = await createWorld(await temporaryFolder());
  onTestFinished(() => made.stop());
  const { a, b, connect } = made;
  connect();
  await a.send('of a');
  await until('there', () => b.texts().length === 1);
  await b.send('of b');
  await until('there', () => a.texts().length === 1);
  return made;
}

/** What stands at this place of a's history. */
const rowOf = (party: Party, friend: Party, seq: bigint): HistoryRow =>
  HistoryRow.decode(party.store.get('history', friend.own.account, seq)!);

/** A's program says this, whatever it is. */
const say = (world: World, kind: number, body: Uint8Array) =>
  world.a.messaging.contacts.enqueue(world.b.own.account, kind, body);

/** Everything that was said has come. */
async function heard({ a, b }: World): Promise<void> {
  await until('heard', () => a.messaging.outbox().waiting === 0 && b.messaging.outbox().waiting === 0);
}

it('reactions that are no emoji, and edits and deletions of what is not the sender’s, change nothing', async () => {
  const made = await talking();
  const { a, b } = made;
  const own = refOf(rowOf(a, b, 1n));
  const theirs = refOf(rowOf(a, b, 2n));
  const before = chatOf(b, a);
  const badEmoji = ['<script>alert(1)</script>', '👍👍', '\u202e👍', 'a', '1', '👍'.repeat(20), '\u0301\u0301', ' 👍'];
  for (const emoji of badEmoji) await say(made, CONTENT.reaction, ReactionContent.encode({ target: own, emoji }));
  const wrong = [
    { ...theirs, yours: false },
    { ...own, yours: true },
    { ...own, epoch: 7n },
    { ...own, number: 2n ** 64n - 1n, epoch: 2n ** 64n - 1n },
    { ...own, messageId: new Uint8Array(16) },
    { ...own, messageId: new Uint8Array(3) },
    { ...own, number: 0n },
    theirs,
  ];
  for (const target of wrong) {
    await say(made, CONTENT.edit, EditContent.encode({ target, text: 'forged' }));
    await say(made, CONTENT.delete, DeleteContent.encode({ target }));
  }
  await say(made, CONTENT.edit, EditContent.encode({ target: own, text: '' }));
  await say(
    made,
    CONTENT.edit,
    EditContent.encode({ target: own, text: 'x'.repeat(MAX_TEXT_BYTES + 1) }).subarray(0, 900),
  );
  for (const kind of [CONTENT.reaction, CONTENT.edit, CONTENT.delete, CONTENT.gone]) {
    await say(made, kind, new Uint8Array(0));
    await say(made, kind, new Uint8Array(200).fill(0xff));
  }
  await heard(made);
  expect(chatOf(b, a)).toEqual(before);
  expect(feedOf(b).some(({ type }) => type === 'message-changed')).toBe(false);
  await a.send('and on');
  await until('on', () => textsOf(b, a).includes('and on'));
  const { number } = rowOf(a, b, 1n);
  expect(number).toBe(1n);
});

it('a text of any letters is shown as it is, with a style that is known, and answers only what is there', async () => {
  const made = await talking();
  const { a, b } = made;
  const corpus = [
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '[x](javascript:alert(1))',
    '**\u202egnp.exe\u202c**',
    '```\n<script>\n```',
    '\u0000\u0007\u001b[31m',
    '> '.repeat(300),
  ];
  for (const text of corpus) {
    const replyTo = { yours: true, epoch: 9n, number: 9n, messageId: new Uint8Array(16) };
    await say(
      made,
      CONTENT.text,
      TextContent.encode({ text, style: { size: 99, color: 4_000_000_000, face: 4 }, replyTo }),
    );
  }
  await say(made, CONTENT.text, TextContent.encode({ text: 'last', style: { size: 2, color: 99, face: 0 } }));
  await until('there', () => textsOf(b, a).includes('last'));
  const shown = chatOf(b, a)
    .filter(({ direction }) => direction === 'in')
    .slice(1);
  expect(shown.map(({ text }) => text)).toEqual([...corpus, 'last']);
  expect(shown.slice(0, -1).every(({ style }) => style === null)).toBe(true);
  expect(shown[0]?.replyTo).toEqual({ position: null, direction: 'out', text: '', deleted: false });
  expect(shown.at(-1)?.style).toEqual({ size: 'large', color: null, face: 'sans' });
  const long = TextContent.encode({
    text: 'x',
    replyTo: { yours: false, epoch: 1n, number: 1n, messageId: new Uint8Array(0) },
  });
  expect(decodeStyledText(long).replyTo).toBeNull();
});

it('what is rewritten without end stops to have an effect, and takes no more room', { timeout: 60_000 }, async () => {
  const made = await talking();
  const { a, b } = made;
  const own = refOf(rowOf(a, b, 1n));
  const count = MAX_MESSAGE_CHANGES + 40;
  for (let i = 0; i < count; i += 1) {
    const odd = i % 2 === 1;
    await say(
      made,
      odd ? CONTENT.edit : CONTENT.reaction,
      odd ? encodeEdit(own, `edit ${i}`) : encodeReaction(own, '👍'),
    );
  }
  await heard(made);
  expect(textsOf(b, a)).toEqual([`edit ${MAX_MESSAGE_CHANGES - 1}`, 'of b']);
  expect(feedOf(b).filter(({ type }) => type === 'message-changed')).toHaveLength(MAX_MESSAGE_CHANGES);
  const rows = b.store.scan('history', a.own.account, { limit: 1_000 });
  expect(rows).toHaveLength(2 + MAX_MESSAGE_CHANGES);
  // It can still be taken back, once.
  for (let i = 0; i < 3; i += 1) await say(made, CONTENT.delete, DeleteContent.encode({ target: own }));
  await heard(made);
  expect(chatOf(b, a)[0]).toMatchObject({ deleted: true, text: '' });
  expect(b.store.scan('history', a.own.account, { limit: 1_000 })).toHaveLength(3 + MAX_MESSAGE_CHANGES);
  await expect(b.messaging.acts.react(a.own.account, 2n, 'no')).rejects.toMatchObject({ code: 'emoji-invalid' });
  await b.messaging.acts.react(a.own.account, 2n, '👍');
});

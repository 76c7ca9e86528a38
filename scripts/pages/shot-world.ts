/** The people of the pictures, and what they have said: the same each time, but for the time of day and the keys. */
import type { Message, Style } from '../../node/api/contract-views.ts';
import type { Person } from './person.ts';
import type { Accounts } from './shot.ts';
import type { World } from './world.ts';

export const PASSWORD = 'plum tree 42 harbour';
export const SELF = '林小满';

export interface MainWorld {
  readonly self: Person;
  readonly bob: Person;
  readonly accounts: Accounts;
}

/** Bob is here; carol is away; dave asks; erin was asked; frank is blocked. */
export async function makeMainWorld(world: World, onStep: () => void): Promise<MainWorld> {
  const self = await register(world, SELF);
  const bob = await register(world, 'bob');
  onStep();
  await befriend(self, bob);
  await converse(self, bob);
  onStep();
  const carol = await register(world, 'carol');
  await befriend(self, carol);
  await say(carol, self, 'I am off to the mountains until Sunday.');
  await carol.leave();
  await self.sees('carol', 'mailbox');
  const { position } = await self.api.call('send', { to: 'carol', text: '一路平安，回来给我看照片！' });
  await self.api.call('history.read', { with: 'carol', upTo: position });
  await self.api.call('draft.set', { with: 'carol', text: '还有，别忘了' });
  onStep();
  const erin = await register(world, 'erin');
  await erin.leave();
  await self.api.call('friends.add', { who: 'erin' });
  const frank = await register(world, 'frank');
  await befriend(self, frank);
  await frank.leave();
  await self.api.call('friends.block', { who: 'frank' });
  onStep();
  const dave = await register(world, 'dave');
  await dave.api.call('friends.add', { who: SELF, greeting: '我是读书会的 Dave，方便加个好友吗？' });
  await self.saw((event) => event.type === 'friend' && event.change === 'incoming' && event.name === 'dave');
  await dave.leave();
  const { friends } = await self.api.call('friends.list');
  return { self, bob, accounts: Object.fromEntries(friends.map(({ name, account }) => [name, account])) };
}

export async function register(world: World, name: string, folder?: string): Promise<Person> {
  const person = world.person(name, folder);
  await person.arrive();
  await person.api.call('register', { name, password: PASSWORD });
  return person;
}

async function befriend(a: Person, b: Person): Promise<void> {
  await a.api.call('friends.add', { who: b.name });
  await b.saw((event) => event.type === 'friend' && event.change === 'incoming' && event.name === a.name);
  await b.api.call('friends.accept', { who: a.name });
  await Promise.all([a.sees(b.name, 'online'), b.sees(a.name, 'online')]);
}

interface Said {
  /** As its writer has it, and as the other one does. */
  readonly own: Message;
  readonly theirs: Message;
}

async function say(
  from: Person,
  to: Person,
  text: string,
  extra: { readonly style?: Style; readonly replyTo?: number } = {},
): Promise<Said> {
  const own = await from.api.call('send', { to: to.name, text, ...extra });
  return { own, theirs: await to.receives(text) };
}

/** One of every kind that a chat shows. */
async function converse(self: Person, bob: Person): Promise<void> {
  await say(self, bob, '你好 bob！');
  await say(self, bob, '这里是**粗体**、*斜体*和 `代码`。');
  await say(bob, self, 'Hi! Lovely to see you here. https://example.org/a');
  await say(bob, self, 'first line\nsecond line');
  await say(self, bob, '> 带一本书来\n\n读书会要带的：\n\n1. 书\n2. 茶\n3. 伞');
  await say(bob, self, '```ts\nconst answer = 6 * 7;\nconsole.log(answer);\n```');
  await say(self, bob, '生日快乐！', { style: { size: 'large', color: 'red', face: 'serif' } });
  await say(bob, self, 'thank you, in small blue letters', { style: { size: 'small', color: 'blue', face: 'mono' } });
  await say(self, bob, '好', { style: { size: 'huge', color: 'green', face: 'hand' } });
  const long =
    'We could meet at the library first, look through the new arrivals, and walk over to the tea house when it gets dark. ' +
    'It is never crowded on a Wednesday, and the owner lets us stay as long as we like.';
  const plan = await say(bob, self, long);
  const slip = await say(bob, self, 'or on Friday?');
  await bob.api.call('message.delete', { with: self.name, position: slip.own.position, forBoth: true });
  const party = await say(self, bob, '🎉');
  await bob.api.call('message.react', { with: self.name, position: party.theirs.position, emoji: '😄' });
  const wrong = await say(self, bob, '七点半');
  await self.api.call('message.edit', { with: 'bob', position: wrong.own.position, text: '七点，图书馆门口。' });
  const gone = await say(self, bob, '打错了');
  await self.api.call('message.delete', { with: 'bob', position: gone.own.position, forBoth: true });
  const answer = await say(self, bob, '就这么定了，晚上见！', { replyTo: plan.theirs.position });
  await bob.api.call('message.react', { with: self.name, position: answer.theirs.position, emoji: '👍' });
  await self.api.call('message.react', { with: 'bob', position: answer.own.position, emoji: '👍' });
  await bob.api.call('history.read', { with: self.name, upTo: answer.theirs.position });
  await self.hasState(answer.own, 'read');
  const last = await say(bob, self, 'With pleasure!', { replyTo: answer.theirs.position });
  await self.api.call('history.read', { with: 'bob', upTo: last.theirs.position });
}

/** The chat's own commands: a slash, a word, and whom or what it is about. Those about messages are in message-commands.ts. */
import { askedWord } from '../asked-word.ts';
import { formatFriend, formatFriendDetails, formatPerson, formatRequest, formatStatus } from '../format.ts';
import { isYes } from '../ask.ts';
import { safeLine } from '../terminal-text.ts';
import { UsageError } from '../run.ts';
import type { ApiClient } from '../../api/client.ts';
import type { Friend } from '../../api/contract-views.ts';
import type { Chat } from './chat.ts';
import { MESSAGE_WORK } from './message-commands.ts';
import type { Voice } from './voice.ts';

export type CommandWork = (chat: Chat, first: string, rest: string) => Promise<void>;

const WORK: Readonly<Record<string, CommandWork>> = {
  ...MESSAGE_WORK,
  '/help': async (chat) => {
    chat.voice.tell(chat.voice.say('help'));
  },
  '/quit': async (chat) => {
    chat.quit();
  },
  '/chat': async (chat, name) => {
    await chat.openChat(named(chat, '/chat', name));
  },
  '/friends': async (chat) => {
    await chat.refresh();
    if (chat.scene.friends.length === 0) chat.voice.tell(chat.voice.face.say('noFriends'));
    if (chat.scene.friends.length > 0) {
      chat.voice.tell(chat.scene.friends.map((friend) => formatFriend(friend, chat.voice.face.language)).join('\n'));
    }
    chat.voice.tellJson({ type: 'friends', friends: chat.scene.friends });
  },
  '/add': async (chat, name, greeting) => {
    const who = named(chat, '/add', name);
    const said = greeting === '' ? {} : { greeting };
    const added = await (await chat.client()).call('friends.add', { who, ...said });
    const words = chat.voice.face.say(askedWord(added), { name: safeLine(added.friend.name) });
    chat.voice.done(words, { type: 'added', ...added });
  },
  '/requests': async (chat) => {
    const { requests } = await (await chat.client()).call('friends.requests');
    if (requests.length === 0) chat.voice.tell(chat.voice.face.say('noRequests'));
    if (requests.length > 0) {
      chat.voice.tell(requests.map((request) => formatRequest(request, chat.voice.face.language)).join('\n'));
    }
    chat.voice.tellJson({ type: 'requests', requests });
  },
  '/accept': async (chat, name) => {
    const friend = await (await chat.client()).call('friends.accept', { who: named(chat, '/accept', name) });
    chat.voice.done(chat.voice.face.say('becameFriends', { name: safeLine(friend.name) }), {
      type: 'accepted',
      friend,
    });
    await chat.refresh();
    if (chat.scene.open === undefined) await chat.openChat(friend.account);
  },
  '/refuse': async (chat, name) => {
    const who = named(chat, '/refuse', name);
    await (await chat.client()).call('friends.refuse', { who });
    chat.voice.done(chat.voice.face.say('refusedRequest', { name: safeLine(name) }), { type: 'refused', who });
    await chat.refresh();
  },
  '/later': async (chat, name) => {
    const who = named(chat, '/later', name);
    await (await chat.client()).call('friends.later', { who });
    chat.voice.done(chat.voice.face.say('postponedRequest', { name: safeLine(name) }), { type: 'postponed', who });
    await chat.refresh();
  },
  '/remove': async (chat, name) => {
    const client = await chat.client();
    const friend = await client.call('friends.show', { who: named(chat, '/remove', name) });
    const told = { name: safeLine(friend.name) };
    if (!(await isSure(chat, chat.voice.face.say('askRemove', told)))) return;
    await client.call('friends.remove', { who: friend.account });
    chat.voice.done(chat.voice.face.say('removed', told), { type: 'removed', who: friend.account });
    await chat.refresh();
  },
  '/block': async (chat, name) => {
    const client = await chat.client();
    const friend = await client.call('friends.show', { who: named(chat, '/block', name) });
    const told = { name: safeLine(friend.name) };
    if (!(await isSure(chat, chat.voice.face.say('askBlock', told)))) return;
    await client.call('friends.block', { who: friend.account });
    chat.voice.done(chat.voice.face.say('blockedNow', told), { type: 'blocked', who: friend.account });
    await chat.refresh();
  },
  '/unblock': async (chat, name) => {
    const who = named(chat, '/unblock', name);
    await (await chat.client()).call('friends.unblock', { who });
    chat.voice.done(chat.voice.face.say('unblocked', { name: safeLine(name) }), { type: 'unblocked', who });
    await chat.refresh();
  },
  '/whois': async (chat, name) => {
    const person = await (await chat.client()).call('whois', { who: named(chat, '/whois', name) });
    chat.voice.done(formatPerson(person, chat.voice.face.language).join('\n'), { type: 'person', person });
  },
  '/verify': async (chat, name) => {
    const client = await chat.client();
    const friend = await client.call('friends.show', { who: named(chat, '/verify', name) });
    chat.voice.tell(formatFriendDetails(friend, chat.voice.face.language).join('\n'));
    chat.voice.tell(`${chat.voice.face.say('compareHint', { name: safeLine(friend.name) })}\n${friend.safetyNumber}`);
    chat.voice.tellJson({ type: 'friend', friend });
    if (!(await isSure(chat, chat.voice.face.say('askSame')))) return;
    await client.call('friends.verify', { who: friend.account, verified: true });
    const words = chat.voice.face.say('markedVerified', { name: safeLine(friend.name) });
    chat.voice.done(words, { type: 'verified', who: friend.account });
  },
  '/archive': chatChange(
    '/archive',
    ({ face }, name) => face.say('archived', { name }),
    (client, { account: who }) => client.call('chat.archive', { who, archived: true }),
  ),
  '/unarchive': chatChange(
    '/unarchive',
    ({ face }, name) => face.say('unarchived', { name }),
    (client, { account: who }) => client.call('chat.archive', { who, archived: false }),
  ),
  '/mute': chatChange(
    '/mute',
    ({ face }, name) => face.say('muted', { name }),
    (client, { account: who }) => client.call('chat.mute', { who, muted: true }),
  ),
  '/unmute': chatChange(
    '/unmute',
    ({ face }, name) => face.say('unmuted', { name }),
    (client, { account: who }) => client.call('chat.mute', { who, muted: false }),
  ),
  '/read': chatChange(
    '/read',
    ({ face }, name) => face.say('readAll', { name }),
    async (client, { account, lastMessage }) => {
      if (lastMessage !== null) await client.call('history.read', { with: account, upTo: lastMessage.position });
    },
  ),
  '/status': async (chat) => {
    const status = await (await chat.client()).call('status');
    chat.voice.done(formatStatus(status, chat.voice.face.language).join('\n'), { type: 'status', status });
  },
  '/invite': async (chat) => {
    const invite = await (await chat.client()).call('invite');
    chat.voice.done(`${chat.voice.face.say('inviteLink')}\n${invite.link}`, { type: 'invite', ...invite });
  },
  '/login': async (chat) => {
    const password = await chat.screen.ask(chat.voice.face.say('askPassword'), true);
    if (password === undefined) return;
    // Whoever types the password here wants to be here: that is the yes to taking over.
    const status = await (await chat.client()).call('login', { password, takeOver: true });
    const word = status.state === 'online' ? 'signedIn' : 'signedInOffline';
    chat.voice.done(chat.voice.face.say(word, { name: safeLine(status.name ?? '') }), { type: 'status', status });
  },
  '/logout': async (chat) => {
    const { acknowledged } = await (await chat.client()).call('logout');
    const words = chat.voice.face.say(acknowledged ? 'signedOut' : 'signedOutAlone');
    chat.voice.done(words, { type: 'signed-out', acknowledged });
  },
};

export const COMMANDS: string[] = Object.keys(WORK);

/** @throws MiyuError what the peer refuses, or 'usage' */
export async function runCommand(chat: Chat, line: string): Promise<void> {
  // What follows the second word is a text, perhaps of several lines, and stays as it was typed.
  const [, command = '', first = '', rest = ''] = /^(\S+)(?:\s+(\S+))?([\s\S]*)$/.exec(line.trim()) ?? [];
  const work = Object.hasOwn(WORK, command) ? WORK[command] : undefined;
  if (work === undefined) {
    throw new UsageError(chat.voice.say('unknownCommand', { command: safeLine(command) }), 'command');
  }
  await work(chat, first, rest.trim());
}

function named(chat: Chat, command: string, name: string): string {
  if (name !== '') return name;
  const open = chat.scene.open;
  if (open !== undefined) return open.account;
  throw new UsageError(chat.voice.say('needsName', { command }), 'name');
}

/** Asks, and says so where nothing is done. */
async function isSure(chat: Chat, question: string): Promise<boolean> {
  const isSo = isYes(await chat.screen.ask(question, false));
  if (!isSo) chat.voice.done(chat.voice.face.say('nothingDone'), { type: 'nothing-done' });
  return isSo;
}

/** Does something to the chat with whom is named, or to the open one. */
function chatChange(
  command: string,
  say: (voice: Voice, name: string) => string,
  change: (client: ApiClient, friend: Friend) => Promise<unknown>,
): CommandWork {
  return async (chat, name) => {
    const client = await chat.client();
    const friend = await client.call('friends.show', { who: named(chat, command, name) });
    await change(client, friend);
    const words = say(chat.voice, safeLine(friend.name));
    chat.voice.done(words, { type: command.slice(1), who: friend.account });
    await chat.refresh();
  };
}

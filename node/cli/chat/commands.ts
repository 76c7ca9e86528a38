/** The chat's own commands: a slash, a word, and whom or what it is about. */
import { formatFriend, formatFriendDetails, formatPerson, formatRequest, formatStatus } from '../format.ts';
import { isYes } from '../ask.ts';
import { safeLine } from '../terminal-text.ts';
import { checkText } from '../message-input.ts';
import { UsageError } from '../run.ts';
import type { ApiClient } from '../../api/client.ts';
import type { Word } from '../words.ts';
import type { Chat } from './chat.ts';

type CommandWork = (chat: Chat, first: string, rest: string) => Promise<void>;

const WORK: Readonly<Record<string, CommandWork>> = {
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
    if (chat.friends.length === 0) chat.voice.tell(chat.voice.face.say('noFriends'));
    if (chat.friends.length > 0) {
      chat.voice.tell(chat.friends.map((friend) => formatFriend(friend, chat.voice.face.language)).join('\n'));
    }
    chat.voice.tellJson({ type: 'friends', friends: chat.friends });
  },
  '/add': async (chat, name, greeting) => {
    const who = named(chat, '/add', name);
    const said = greeting === '' ? {} : { greeting };
    const { friend, outcome } = await (await chat.client()).call('friends.add', { who, ...said });
    chat.voice.tell(
      chat.voice.face.say(outcome === 'accepted' ? 'becameFriends' : 'requested', { name: safeLine(friend.name) }),
    );
    chat.voice.tellJson({ type: 'added', friend, outcome });
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
    chat.voice.tell(chat.voice.face.say('becameFriends', { name: safeLine(friend.name) }));
    await chat.refresh();
    if (chat.openFriend === undefined) await chat.openChat(friend.account);
  },
  '/refuse': async (chat, name) => {
    await (await chat.client()).call('friends.refuse', { who: named(chat, '/refuse', name) });
    chat.voice.tell(chat.voice.face.say('refusedRequest', { name: safeLine(name) }));
  },
  '/later': async (chat, name) => {
    await (await chat.client()).call('friends.later', { who: named(chat, '/later', name) });
    chat.voice.tell(chat.voice.face.say('postponedRequest', { name: safeLine(name) }));
  },
  '/remove': async (chat, name) => {
    const client = await chat.client();
    const friend = await client.call('friends.show', { who: named(chat, '/remove', name) });
    const told = { name: safeLine(friend.name) };
    const answer = await chat.screen.ask(chat.voice.face.say('askRemove', told), false);
    if (!isYes(answer)) {
      chat.voice.tell(chat.voice.face.say('nothingDone'));
      return;
    }
    await client.call('friends.remove', { who: friend.account });
    chat.voice.tell(chat.voice.face.say('removed', told));
    await chat.refresh();
  },
  '/whois': async (chat, name) => {
    const person = await (await chat.client()).call('whois', { who: named(chat, '/whois', name) });
    chat.voice.tell(formatPerson(person, chat.voice.face.language).join('\n'));
  },
  '/verify': async (chat, name) => {
    const client = await chat.client();
    const friend = await client.call('friends.show', { who: named(chat, '/verify', name) });
    chat.voice.tell(formatFriendDetails(friend, chat.voice.face.language).join('\n'));
    chat.voice.tell(`${chat.voice.face.say('compareHint', { name: safeLine(friend.name) })}\n${friend.safetyNumber}`);
    const answer = await chat.screen.ask(chat.voice.face.say('askSame'), false);
    if (!isYes(answer)) {
      chat.voice.tell(chat.voice.face.say('nothingDone'));
      return;
    }
    await client.call('friends.verify', { who: friend.account, verified: true });
    chat.voice.tell(chat.voice.face.say('markedVerified', { name: safeLine(friend.name) }));
  },
  '/reply': async (chat, position, text) => {
    checkText(text);
    await chat.send(text, placeIn(chat, position));
  },
  '/react': async (chat, position, emoji) => {
    const form = { with: opened(chat), position: placeIn(chat, position), emoji: emoji === '' ? null : emoji };
    await (await chat.client()).call('message.react', form);
  },
  '/edit': async (chat, position, text) => {
    checkText(text);
    await (await chat.client()).call('message.edit', { with: opened(chat), position: placeIn(chat, position), text });
  },
  '/delete': async (chat, position, which) => {
    if (which !== '' && which !== 'both') throw new UsageError(chat.voice.say('deleteWhich'));
    const form = { with: opened(chat), position: placeIn(chat, position), forBoth: which === 'both' };
    await (await chat.client()).call('message.delete', form);
    chat.voice.tell(chat.voice.face.say(form.forBoth ? 'takenBack' : 'deletedHere'));
  },
  '/retry': async (chat, position) => {
    await (await chat.client()).call('message.retry', { with: opened(chat), position: placeIn(chat, position) });
  },
  '/archive': chatChange('/archive', 'archived', (client, who) => client.call('chat.archive', { who, archived: true })),
  '/unarchive': chatChange('/unarchive', 'unarchived', (client, who) =>
    client.call('chat.archive', { who, archived: false }),
  ),
  '/mute': chatChange('/mute', 'muted', (client, who) => client.call('chat.mute', { who, muted: true })),
  '/unmute': chatChange('/unmute', 'unmuted', (client, who) => client.call('chat.mute', { who, muted: false })),
  '/history': async (chat, count) => {
    const wanted = Number(count === '' ? 20 : count);
    if (!Number.isInteger(wanted) || wanted < 1)
      throw new UsageError(chat.voice.face.say('badNumber', { text: safeLine(count) }));
    await chat.showHistory(Math.min(wanted, 200));
  },
  '/status': async (chat) => {
    const status = await (await chat.client()).call('status');
    chat.voice.tell(formatStatus(status, chat.voice.face.language).join('\n'));
    chat.voice.tellJson({ type: 'status', status });
  },
  '/invite': async (chat) => {
    const invite = await (await chat.client()).call('invite');
    chat.voice.tell(`${chat.voice.face.say('inviteLink')}\n${invite.link}`);
    chat.voice.tellJson({ type: 'invite', ...invite });
  },
  '/login': async (chat) => {
    const password = await chat.screen.ask(chat.voice.face.say('askPassword'), true);
    if (password === undefined) return;
    // Whoever types the password here wants to be here: that is the yes to taking over.
    const status = await (await chat.client()).call('login', { password, takeOver: true });
    const word = status.state === 'online' ? 'signedIn' : 'signedInOffline';
    chat.voice.tell(chat.voice.face.say(word, { name: safeLine(status.name ?? '') }));
  },
  '/logout': async (chat) => {
    const { acknowledged } = await (await chat.client()).call('logout');
    chat.voice.tell(chat.voice.face.say(acknowledged ? 'signedOut' : 'signedOutAlone'));
  },
};

export const COMMANDS: string[] = Object.keys(WORK);

/** @throws MiyuError what the peer refuses, or 'usage' */
export async function runCommand(chat: Chat, line: string): Promise<void> {
  const [command = '', first = '', ...rest] = line.trim().split(/\s+/);
  const work = Object.hasOwn(WORK, command) ? WORK[command] : undefined;
  if (work === undefined) {
    throw new UsageError(chat.voice.say('unknownCommand', { command: safeLine(command) }), 'command');
  }
  await work(chat, first, rest.join(' '));
}

/** Account of the open chat's friend. */
function opened(chat: Chat): string {
  const open = chat.openFriend;
  if (open === undefined) throw new UsageError(chat.voice.say('choose'));
  return open.account;
}

/** `12` or `#12`. */
function placeIn(chat: Chat, text: string): number {
  const position = Number(text.replace(/^#/, ''));
  if (!Number.isSafeInteger(position) || position < 1) {
    throw new UsageError(chat.voice.face.say('badNumber', { text: safeLine(text) }), 'position');
  }
  return position;
}

function named(chat: Chat, command: string, name: string): string {
  if (name !== '') return name;
  const open = chat.openFriend;
  if (open !== undefined) return open.account;
  throw new UsageError(chat.voice.say('needsName', { command }), 'name');
}

/** Hides or silences the chat with whom is named, or the open one. */
function chatChange(
  command: string,
  word: Word,
  change: (client: ApiClient, who: string) => Promise<unknown>,
): CommandWork {
  return async (chat, name) => {
    const client = await chat.client();
    const friend = await client.call('friends.show', { who: named(chat, command, name) });
    await change(client, friend.account);
    chat.voice.tell(chat.voice.face.say(word, { name: safeLine(friend.name) }));
    await chat.refresh();
  };
}

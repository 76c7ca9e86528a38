/** What Tab offers in the chat: commands, the names that fit them, and emoji by their words. */
import { QUICK, emojiFor } from '../emoji.ts';
import { safeLine } from '../terminal-text.ts';
import { COMMANDS } from './commands.ts';
import { isCommand } from './drafts.ts';
import { STYLE_WORDS } from './message-commands.ts';
import type { Scene } from './scene.ts';

/** Commands whose first word is a name: whose. */
const OF_REQUESTS: ReadonlySet<string> = new Set(['/accept', '/refuse', '/later']);
const OF_FRIENDS: ReadonlySet<string> = new Set([
  ...[
    '/chat',
    '/remove',
    '/whois',
    '/verify',
    '/archive',
    '/unarchive',
    '/mute',
    '/unmute',
    '/read',
    '/block',
    '/unblock',
  ],
]);

/** @returns the whole candidates for the last word of the line, and that word */
export function candidatesIn(line: string, scene: Scene): [candidates: string[], part: string] {
  const at = line.lastIndexOf(' ') + 1;
  const part = line.slice(at);
  if (part.startsWith(':') && part.length > 1 && (!isCommand(line) || takesEmoji(line))) {
    return [emojiFor(part.slice(1)).map((emoji) => `${emoji} `), part];
  }
  if (part === '' && !isCommand(line)) return [[], part];
  const all = isCommand(line) ? forCommand(line, scene) : namesOf(scene.friends);
  const found = all.filter((candidate) => candidate.toLowerCase().startsWith(part.toLowerCase()));
  return [found.map((candidate) => `${candidate} `), part];
}

function forCommand(line: string, scene: Scene): readonly string[] {
  const [command = '', ...given] = line.split(' ');
  if (given.length === 0) return COMMANDS;
  if (command === '/style') return STYLE_WORDS;
  if (given.length === 1) {
    if (OF_FRIENDS.has(command)) return namesOf(scene.friends);
    return OF_REQUESTS.has(command) ? namesOf(scene.requests) : [];
  }
  if (given.length > 2) return [];
  if (command === '/react') return QUICK;
  return command === '/delete' ? ['both'] : [];
}

/** Texts, and the emoji of a reaction. */
const takesEmoji = (line: string): boolean => /^\/(?:react|reply|edit)\s/.test(line);

const namesOf = (people: readonly { readonly name: string }[]): string[] => people.map(({ name }) => safeLine(name));

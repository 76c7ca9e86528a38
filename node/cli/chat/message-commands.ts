/** The chat's commands about what was written in it, and about what is being written. */
import { HISTORY_PAGE } from '../../api/contract.ts';
import { StyleView } from '../../api/contract-settings.ts';
import type { SettingsBody, SettingsChangeBody } from '../../api/contract-settings.ts';
import { safeLine } from '../terminal-text.ts';
import { checkText } from '../message-input.ts';
import { UsageError } from '../run.ts';
import type { Chat } from './chat.ts';
import type { CommandWork } from './commands.ts';
import { OPENING_PAGE } from './pages.ts';

const { size: SIZE, color: COLOR, face: FACE } = StyleView.shape;
/** What /style knows. */
export const STYLE_WORDS: readonly string[] = [
  ...new Set(['plain', ...SIZE.options, ...COLOR.unwrap().options, 'none', ...FACE.options]),
];

export const MESSAGE_WORK: Readonly<Record<string, CommandWork>> = {
  '/reply': async (chat, position, text) => {
    checkText(text);
    await chat.send(text, placeIn(chat, position));
  },
  // The change itself is told as it happens: the message as it is now.
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
    if (!form.forBoth) chat.live.own.rememberDeletion(form.with, form.position);
    await (await chat.client()).call('message.delete', form);
    const words = chat.voice.face.say(form.forBoth ? 'takenBack' : 'deletedHere');
    chat.voice.done(words, { type: 'deleted', ...form });
  },
  '/retry': async (chat, position) => {
    const form = { with: opened(chat), position: placeIn(chat, position) };
    const message = await (await chat.client()).call('message.retry', form);
    chat.voice.done(chat.voice.say('retrying'), { type: 'sent', message });
  },
  '/draft': async (chat) => {
    opened(chat);
    if (!(await chat.writing.takeUp())) chat.voice.tell(chat.voice.say('noDraft'));
  },
  '/style': async (chat, first, rest) => {
    const words = `${first} ${rest}`.split(' ').filter((word) => word !== '');
    const client = await chat.client();
    const settings =
      words.length === 0
        ? await client.call('settings.get')
        : await client.call('settings.set', { composer: styleIn(chat, words) });
    chat.scene.composer = settings.composer;
    const style = styleText(settings.composer);
    chat.voice.done(chat.voice.say('style', { style: style === '' ? chat.voice.say('stylePlain') : style }), {
      type: 'style',
      style: settings.composer,
    });
  },
  '/history': async (chat, count) => {
    await chat.showHistory(countIn(chat, count));
  },
  '/older': async (chat, count) => {
    await chat.showOlder(countIn(chat, count));
  },
};

/** Account of the open chat's friend. */
function opened(chat: Chat): string {
  const { open } = chat.scene;
  if (open === undefined) throw new UsageError(chat.voice.say('choose'));
  return open.account;
}

/** `12` or `#12`. */
function placeIn(chat: Chat, text: string): number {
  return numberIn(chat, text.replace(/^#/, ''), text);
}

const countIn = (chat: Chat, text: string): number =>
  text === '' ? OPENING_PAGE : Math.min(numberIn(chat, text, text), HISTORY_PAGE);

function numberIn(chat: Chat, text: string, typed: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < 1) {
    throw new UsageError(chat.voice.face.say('badNumber', { text: safeLine(typed) }), 'position');
  }
  return number;
}

type Composer = NonNullable<SettingsChangeBody['composer']>;

/** Words in any order; `plain` takes everything back first. */
function styleIn(chat: Chat, words: readonly string[]): Composer {
  let style: Composer = {};
  for (const word of words) {
    const [asSize, asColor, asFace] = [SIZE.safeParse(word), COLOR.safeParse(word), FACE.safeParse(word)];
    if (word === 'plain') style = { size: 'normal', color: null, face: 'sans' };
    else if (word === 'none') style = { ...style, color: null };
    else if (asSize.success) style = { ...style, size: asSize.data };
    else if (asColor.success) style = { ...style, color: asColor.data };
    else if (asFace.success) style = { ...style, face: asFace.data };
    else throw new UsageError(chat.voice.say('badStyle', { words: STYLE_WORDS.join(' ') }), 'style');
  }
  return style;
}

/** '' where it is plain. */
const styleText = ({ size, color, face }: SettingsBody['composer']): string =>
  [size === 'normal' ? '' : size, color ?? '', face === 'sans' ? '' : face].filter((word) => word !== '').join(' ');

/** The words of the page as a person reads them: by them the drive finds what it presses, in either language. */
import { CHAT_EN } from '../../node/web/src/words/chat-en.ts';
import { CHAT_ZH } from '../../node/web/src/words/chat-zh.ts';
import { LIVE_EN } from '../../node/web/src/words/live-en.ts';
import { LIVE_ZH } from '../../node/web/src/words/live-zh.ts';
import { SHELL_EN } from '../../node/web/src/words/shell-en.ts';
import { SHELL_ZH } from '../../node/web/src/words/shell-zh.ts';
import type { Language } from '../../shared/language.ts';

const EN = { ...SHELL_EN, ...CHAT_EN, ...LIVE_EN };
const WORDS: Readonly<Record<Language, unknown>> = { en: EN, zh: { ...SHELL_ZH, ...CHAT_ZH, ...LIVE_ZH } };

type Keys<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}` }[keyof T & string];
/** With dots: 'register.title'. */
export type PageWord = Keys<typeof EN>;

/** @throws TypeError where this language has no such words: Chinese has one plural */
export function pageSay(language: Language, word: PageWord, blanks: Readonly<Record<string, string>> = {}): string {
  let found: unknown = WORDS[language];
  for (const part of word.split('.')) found = (found as Readonly<Record<string, unknown>> | undefined)?.[part];
  if (typeof found !== 'string') throw new TypeError(`no words for ${word}`);
  return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => blanks[name] ?? whole);
}

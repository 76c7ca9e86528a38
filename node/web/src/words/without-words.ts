/** What stands there where the words themselves could not be loaded: the only words that are in the page's own code. */
import type { Language } from '../../../../shared/language.ts';

const WORDS: Readonly<Record<Language, readonly [text: string, again: string]>> = {
  en: ['miyu could not load the words of this page. Is it running?', 'Load the page again'],
  zh: ['密语未能载入此页面的文字。它在运行吗？', '重新载入页面'],
};

/** @param place is filled with it */
export function sayWithoutWords(place: HTMLElement, language: Language, onAgain: () => void): void {
  const [text, again] = WORDS[language];
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  const main = document.createElement('main');
  main.className = 'm-auto flex h-full max-w-md flex-col items-center justify-center gap-4 p-6 text-center';
  const name = document.createElement('h1');
  name.className = 'text-title font-semibold';
  name.textContent = '密语 miyu';
  const said = document.createElement('p');
  said.role = 'alert';
  said.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bg-seal text-on-seal rounded-normal min-h-target px-4';
  button.textContent = again;
  button.addEventListener('click', onAgain);
  main.append(name, said, button);
  place.replaceChildren(main);
}

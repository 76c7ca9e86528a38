/** The words of the page in both languages, for i18next; keys are typed by the English ones. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../../../shared/language.ts';
import { ALARMS_EN } from './alarms-en.ts';
import { ALARMS_ZH } from './alarms-zh.ts';
import { ANYWHERE_EN } from './anywhere-en.ts';
import { ANYWHERE_ZH } from './anywhere-zh.ts';
import { CHAT_EN } from './chat-en.ts';
import { CHAT_ZH } from './chat-zh.ts';
import { IDENTITY_EN } from './identity-en.ts';
import { IDENTITY_ZH } from './identity-zh.ts';
import { LIVE_EN } from './live-en.ts';
import { LIVE_ZH } from './live-zh.ts';
import { NAMES_EN } from './names-en.ts';
import { NAMES_ZH } from './names-zh.ts';
import { SHELL_EN } from './shell-en.ts';
import { SHELL_ZH } from './shell-zh.ts';

export const EN = {
  ...SHELL_EN,
  ...CHAT_EN,
  ...LIVE_EN,
  ...ALARMS_EN,
  ...NAMES_EN,
  ...ANYWHERE_EN,
  ...IDENTITY_EN,
} as const;
export const ZH = {
  ...SHELL_ZH,
  ...CHAT_ZH,
  ...LIVE_ZH,
  ...ALARMS_ZH,
  ...NAMES_ZH,
  ...ANYWHERE_ZH,
  ...IDENTITY_ZH,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof EN };
    enableSelector: false;
  }
}

/** @returns when words can be shown; a key without words throws, so that no raw key is ever seen */
export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { en: { translation: EN }, zh: { translation: ZH } },
    fallbackLng: false,
    interpolation: { escapeValue: false }, // React writes text nodes; it makes no elements of strings.
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => {
      throw new TypeError(`no words for ${key}`);
    },
  });
}

export const languageOfPage = (): Language => (i18next.language === 'zh' ? 'zh' : 'en');

export async function speak(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

/** What the browser speaks, where nobody has chosen. Anything that is not Chinese is answered in English. */
export const systemLanguage = (languages: readonly string[]): Language =>
  /^zh(?![a-z])/i.test(languages[0] ?? '') ? 'zh' : 'en';

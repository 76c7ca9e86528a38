/** The words that the page shows just now, for i18next; keys are typed by the English ones. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../../../shared/language.ts';
import type { EN } from './all-words.ts';
import { learnErrors } from './error-words.ts';
import { learnFindings } from './finding-words.ts';
import type { LoadLanguage } from './load-language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof EN };
    enableSelector: false;
  }
}

const NAMESPACE = 'translation';

let load: LoadLanguage;
/** What was asked for last: words that come late are not shown in its place. */
let wanted: Language;

/**
 * @returns when words can be shown; a key without words throws, so that no raw key is ever seen
 * @throws what `loadLanguage` throws; it may be tried again
 */
export async function startWords(language: Language, loadLanguage: LoadLanguage): Promise<void> {
  load = loadLanguage;
  wanted = language;
  const { words, errors, findings } = await load(language);
  learnErrors(language, errors);
  learnFindings(language, findings);
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { [NAMESPACE]: words } },
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

/**
 * Loads the language where it was not spoken before, and speaks it, unless another one was asked for meanwhile.
 * @throws what loading throws; the page speaks on as before
 */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (!i18next.hasResourceBundle(language, NAMESPACE)) {
    const { words, errors, findings } = await load(language);
    learnErrors(language, errors);
    learnFindings(language, findings);
    i18next.addResourceBundle(language, NAMESPACE, words);
  }
  if (wanted === language && i18next.language !== language) await i18next.changeLanguage(language);
}

/** What the browser speaks, where nobody has chosen. Anything that is not Chinese is answered in English. */
export const systemLanguage = (languages: readonly string[]): Language =>
  /^zh(?![a-z])/i.test(languages[0] ?? '') ? 'zh' : 'en';

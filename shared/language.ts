/** The two languages of the product, and which one a person's locale asks for. */

export type Language = 'en' | 'zh';
export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/**
 * The language of the locale variables in the order of POSIX (XBD §8.2: LC_ALL, LC_MESSAGES, LANG; an empty one counts
 * as unset), of the system where none is set. Anything that is not Chinese is answered in English.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale =
    [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ??
    new Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}

/** The language that a flag or setting names, or undefined where it names none that we speak. */
export function parseLanguage(text: string): Language | undefined {
  return LANGUAGES.find((language) => language === text.toLowerCase().slice(0, 2));
}

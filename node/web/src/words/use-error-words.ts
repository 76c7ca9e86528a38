import { useTranslation } from 'react-i18next';
import type { ErrorText } from '../../../../shared/error-fill.ts';
import { languageOfPage } from './words.ts';
import { sayError } from './error-words.ts';

/** @returns what says an error in the page's language; it changes with the language */
export function useErrorWords(): (error: unknown) => ErrorText {
  useTranslation();
  const language = languageOfPage();
  return (error) => sayError(error, language);
}

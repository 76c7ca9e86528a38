/** An error in the words of the page's language, which are loaded with the language. */
import { fillError } from '../../../../shared/error-fill.ts';
import type { CodedError, ErrorText } from '../../../../shared/error-fill.ts';
import { isMiyuError } from '../../../../shared/errors.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/language.ts';
import type { LanguageFile } from './language-file.ts';

const loaded = new Map<Language, LanguageFile['errors']>();

export function learnErrors(language: Language, errors: LanguageFile['errors']): void {
  loaded.set(language, errors);
}

/** Whether there are words for it; any language knows, for all have the same. */
export function isErrorCode(text: string): text is ErrorCode {
  const [errors] = loaded.values();
  return errors !== undefined && Object.hasOwn(errors, text);
}

/**
 * @param error anything that was thrown; what is no MiyuError is told as 'internal'
 * @param language that was learnt
 * @throws TypeError where it was not
 */
export function sayError(error: unknown, language: Language): ErrorText {
  const errors = loaded.get(language);
  if (errors === undefined) throw new TypeError(`no errors in ${language}`);
  const coded = isCoded(error) ? error : { code: 'internal' as const };
  return fillError(errors[coded.code], coded);
}

const isCoded = (error: unknown): error is CodedError =>
  isMiyuError(error) || (typeof error === 'object' && error !== null && !(error instanceof Error) && 'code' in error);

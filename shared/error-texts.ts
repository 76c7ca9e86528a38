/** Every error code in words: what to say and what to do about it, in both languages. The one place for such texts; error-fill.ts is their form. */
import { fillError } from './error-fill.ts';
import type { CodedError, ErrorPattern, ErrorText } from './error-fill.ts';
import type { ErrorCode } from './errors.ts';
import type { Language } from './language.ts';
import { IDENTITY_TEXTS } from './error-texts-identity.ts';
import { LOCAL_TEXTS } from './error-texts-local.ts';
import { REFUSAL_TEXTS } from './error-texts-refusals.ts';

export type { CodedError, ErrorText } from './error-fill.ts';

/** In both languages. */
export type BothTexts = Readonly<Record<Language, ErrorPattern>>;

export const ERROR_TEXTS: Readonly<Record<ErrorCode, BothTexts>> = {
  ...REFUSAL_TEXTS,
  ...LOCAL_TEXTS,
  ...IDENTITY_TEXTS,
};

export function errorText(error: CodedError, language: Language): ErrorText {
  return fillError(ERROR_TEXTS[error.code][language], error);
}

export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(ERROR_TEXTS, text);

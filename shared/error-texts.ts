/**
 * Every error code in words: what to say and what to do about it, in both languages. The one place for such texts.
 *
 * `[…{detail}…]`, `[…{retry}…]` and `[…{days}…]` stand only where the error carries that number: a bound, the seconds or days to wait.
 */
import type { ErrorCode } from './errors.ts';
import type { Language } from './language.ts';
import { IDENTITY_TEXTS } from './error-texts-identity.ts';
import { LOCAL_TEXTS } from './error-texts-local.ts';
import { REFUSAL_TEXTS } from './error-texts-refusals.ts';

/** [what to say, what to do], in both languages. */
export type BothTexts = Readonly<Record<Language, readonly [say: string, advice: string]>>;

export const ERROR_TEXTS: Readonly<Record<ErrorCode, BothTexts>> = {
  ...REFUSAL_TEXTS,
  ...LOCAL_TEXTS,
  ...IDENTITY_TEXTS,
};

export interface ErrorText {
  readonly say: string;
  readonly do: string;
}

/** An error's code and numbers, as MiyuError carries them and as the local API tells them. */
export interface CodedError {
  readonly code: ErrorCode;
  readonly detail?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

export function errorText(error: CodedError, language: Language): ErrorText {
  const [say, advice] = ERROR_TEXTS[error.code][language];
  return { say: fill(say, error), do: fill(advice, error) };
}

export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(ERROR_TEXTS, text);

function fill(text: string, error: CodedError): string {
  const retry = error.retryAfterMs === undefined ? undefined : Math.ceil(error.retryAfterMs / 1000);
  return text.replaceAll(/\[([^\]]*)\]/g, (_, optional: string) => {
    if (optional.includes('{detail}')) return error.detail === undefined ? '' : put(optional, '{detail}', error.detail);
    if (optional.includes('{days}'))
      return retry === undefined ? '' : put(optional, '{days}', Math.ceil(retry / 86_400));
    return retry === undefined ? '' : put(optional, '{retry}', retry);
  });
}

const put = (text: string, mark: string, value: number): string => text.replace(mark, String(value));

/** How the text of an error takes its numbers: apart from the texts, for a face that holds those of one language alone. */
import type { ErrorCode } from './errors.ts';

/** `[…{detail}…]`, `[…{retry}…]` and `[…{days}…]` stand only where the error carries that number: a bound, the seconds or days to wait. */
export type ErrorPattern = readonly [say: string, advice: string];

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

export function fillError([say, advice]: ErrorPattern, error: CodedError): ErrorText {
  return { say: fill(say, error), do: fill(advice, error) };
}

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

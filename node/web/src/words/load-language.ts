/** Fetches the words of one language from where the page came from. */
import { MiyuError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/language.ts';
import type { LanguageFile } from './language-file.ts';

/** It comes from this machine, in milliseconds: who has waited so long waits in vain. */
const TIMEOUT_MS = 10_000;
/** In characters. All words together are a fifth of it. */
const MAX_LENGTH = 256 * 1024;

export type LoadLanguage = (language: Language) => Promise<LanguageFile>;

export interface LanguagePlaces {
  /** Of the file of each language: its name holds its contents' hash, so that it is what this page was built with. */
  readonly files: Readonly<Record<Language, string>>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/**
 * @returns what loads a language; it may be asked again
 * @throws (what it returns) MiyuError 'link-closed' where nobody answers in time, 'api-version' where what answers is another miyu
 */
export const loaderOf =
  ({ files, fetch }: LanguagePlaces): LoadLanguage =>
  async (language) => {
    let text: string;
    try {
      const answer = await fetch(files[language], { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!answer.ok) throw new MiyuError('api-version');
      text = await boundedText(answer);
    } catch (error) {
      throw error instanceof MiyuError ? error : new MiyuError('link-closed', { cause: error });
    }
    try {
      return JSON.parse(text) as LanguageFile;
    } catch (error) {
      throw new MiyuError('api-version', { cause: error });
    }
  };

async function boundedText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > MAX_LENGTH) {
      await reader.cancel();
      throw new MiyuError('api-version');
    }
  }
}

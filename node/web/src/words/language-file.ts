/**
 * What the page loads of a language, as one JSON file: its words, every error as this page tells it, and what the doctor finds. The build writes it
 * (scripts/build-page.ts), so that nobody loads the words of a language that nobody reads.
 */
import { FINDING_TEXTS } from '../../../../shared/doctor-texts.ts';
import type { FindingPattern, FindingText } from '../../../../shared/doctor-texts.ts';
import { ERROR_TEXTS } from '../../../../shared/error-texts.ts';
import type { ErrorPattern } from '../../../../shared/error-fill.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/language.ts';
import { EN, ZH } from './all-words.ts';
import { PAGE_STEPS } from './page-findings.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import type { Translated } from './translated.ts';

export interface LanguageFile {
  readonly words: Translated<typeof EN>;
  readonly errors: Readonly<Record<ErrorCode, ErrorPattern>>;
  readonly findings: Readonly<Record<string, FindingPattern>>;
}

export function languageFile(language: Language): LanguageFile {
  const errors = Object.entries({ ...ERROR_TEXTS, ...PAGE_TEXTS }).map(([code, texts]) => [code, texts[language]]);
  const findings = (Object.keys(FINDING_TEXTS) as FindingText[]).map((code): [string, FindingPattern] => {
    const [say, step] = FINDING_TEXTS[code][language];
    return [code, [say, PAGE_STEPS[code]?.[language] ?? step]];
  });
  return {
    words: language === 'en' ? EN : ZH,
    errors: Object.fromEntries(errors) as Record<ErrorCode, ErrorPattern>,
    findings: Object.fromEntries(findings),
  };
}

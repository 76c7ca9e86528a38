/** What the doctor has found, in the words of the page's language, which are loaded with the language. */
import { useTranslation } from 'react-i18next';
import { findingKeys } from '../../../../shared/finding-keys.ts';
import type { Language } from '../../../../shared/language.ts';
import type { Finding } from '../peer/methods.ts';
import type { LanguageFile } from './language-file.ts';
import { languageOfPage } from './words.ts';

const loaded = new Map<Language, LanguageFile['findings']>();

export function learnFindings(language: Language, findings: LanguageFile['findings']): void {
  loaded.set(language, findings);
}

export interface FindingWords {
  readonly say: string;
  /** The one next step; empty: a newer peer has found what this page has no words for. */
  readonly step: string;
}

/** @returns what says a finding; it changes with the language */
export function useFindingWords(): (finding: Pick<Finding, 'code' | 'subject' | 'evidence'>) => FindingWords {
  useTranslation();
  const findings = loaded.get(languageOfPage()) ?? {};
  return (finding) => {
    const { code, subject, evidence } = finding;
    const key = findingKeys(finding).find((name) => findings[name] !== undefined) ?? '';
    const [say, step] = findings[key] ?? [code, ''];
    const blanks = { ...evidence, friend: subject.is === 'friend' ? subject.name : '' };
    return { say: fill(say, blanks), step: fill(step, blanks) };
  };
}

const fill = (text: string, blanks: Readonly<Record<string, string | number | boolean>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));

/** Checks, findings and abilities as lines for a person. */
import type { CheckBody, DoctorReportBody, FindingBody, WithoutServerBody } from '../api/contract-doctor.ts';
import { findingText } from '../../shared/doctor-texts.ts';
import type { ToldFinding } from '../../shared/doctor-texts.ts';
import type { Language } from '../../shared/language.ts';
import { safeLine } from './terminal-text.ts';
import { say } from './words.ts';
import type { Word } from './words.ts';

const MARKS = { ok: '✓', note: '!', fault: '✗', unknown: '–' } as const;

/** Names of friends are theirs; nothing else of a finding comes from others. */
const told = (finding: Pick<FindingBody, 'subject' | 'evidence'>, code: string): ToldFinding => ({
  code,
  subject:
    finding.subject.is === 'friend'
      ? { is: 'friend', name: safeLine(finding.subject.name) }
      : { is: finding.subject.is },
  evidence: finding.evidence,
});

/** `✓ the server: answers with the right key` */
export function formatCheck(check: CheckBody, language: Language): string {
  const { subject, result, evidence } = check;
  const name = subject.is === 'friend' ? safeLine(subject.name) : '';
  const what = say(language, `check-${check.check}`, { name });
  const finding = evidence['finding'] ?? (check.check === 'running' ? evidence['state'] : undefined);
  const words =
    result === 'unknown'
      ? say(language, 'checkUnknown')
      : result === 'ok' || finding === undefined
        ? say(language, `ok-${check.check}`, blanksOf(evidence))
        : findingText(told(check, String(finding)), language).say;
  return `${MARKS[result]} ${what}${language === 'zh' ? '：' : ': '}${words}`;
}

/** A finding with what it says and the one next step, for --json. */
export function wordedFinding(finding: FindingBody, language: Language) {
  const { say: words, step } = findingText(told(finding, finding.code), language);
  return { ...finding, say: words, nextStep: step };
}

export function formatReport({ findings, friendsLeftOut }: DoctorReportBody, language: Language): string[] {
  const faults = findings.filter(({ weight }) => weight === 'fault');
  const notes = findings.filter(({ weight }) => weight === 'note');
  return [
    '',
    ...(faults.length === 0 ? [say(language, 'doctorFine')] : [say(language, 'doctorCauses')]),
    ...faults.flatMap((finding, at) => lines(finding, `${at + 1}. `, language)),
    ...(notes.length === 0 ? [] : ['', say(language, 'doctorNotes')]),
    ...notes.flatMap((finding) => lines(finding, '! ', language)),
    ...(friendsLeftOut === 0 ? [] : ['', say(language, 'doctorLeftOut', { count: friendsLeftOut })]),
  ];
}

function lines(finding: FindingBody, mark: string, language: Language): string[] {
  const { say: words, nextStep } = wordedFinding(finding, language);
  const certainty = say(language, `certainty-${finding.certainty}`);
  const open = language === 'zh' ? `（${certainty}）` : ` (${certainty})`;
  return [`${mark}${words}${open}`, `   ${say(language, 'doctorStep', { step: nextStep })}`];
}

/** For `miyu status`: a line while the server is there, a list while it is not. */
export function formatWithout({ serverOnline, abilities }: WithoutServerBody, language: Language): string[] {
  const word = (key: Word, blanks = {}): string => say(language, key, blanks);
  if (serverOnline) {
    const named = (needs: boolean): string =>
      abilities
        .filter(({ without }) => (without === 'needs-server') === needs)
        .map(({ ability }) => word(`ability-${ability}`))
        .join(word('withoutComma'));
    const colon = language === 'zh' ? '：' : ': ';
    return [`${word('withoutTitle')}${colon}${word('withoutWould', { works: named(false), needs: named(true) })}`];
  }
  const mark = { works: '✓', partly: '!', waits: '!', 'needs-server': '✗' } as const;
  return [
    word('withoutNow'),
    ...abilities.map(({ ability, now, friends }) => {
      const count = friends === null || ability === 'mail' ? '' : ` (${word('abilityFriends', friends)})`;
      const colon = language === 'zh' ? '：' : ': ';
      return `  ${mark[now]} ${word(`ability-${ability}`)}${count}${colon}${word(`why-${ability}`)}`;
    }),
  ];
}

const blanksOf = (evidence: CheckBody['evidence']): Record<string, string> =>
  Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, String(value)]));

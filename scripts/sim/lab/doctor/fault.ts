/** A scripted fault, what the doctor ought to say of it, and how what it said is judged. Pure. */
import type { FindingBody } from '../../../../node/api/contract-doctor.ts';

export interface Expected {
  readonly name: string;
  /** Whom the doctor is asked about: the first fault that it tells of it is judged. */
  readonly about: FindingBody['subject']['is'];
  /** The one cause; several codes only where they are the same cause in other words; none: nothing is wrong. */
  readonly right: readonly string[];
  /** It is no fault, but good to know: told among the notes. */
  readonly isNote?: boolean;
  /** What else may be said as certain, for it is true. */
  readonly alsoTrue?: readonly string[];
}

export interface Judged {
  readonly name: string;
  readonly about: Expected['about'];
  readonly right: readonly string[];
  /** `likely refused`, the first first. */
  readonly told: readonly string[];
  readonly isRight: boolean;
  /** Codes that were told as certain and are not so. */
  readonly wrongCertain: readonly string[];
  readonly seconds: number;
  /** For whoever wants to know why. */
  readonly findings: readonly FindingBody[];
}

/** No host of a lab has an IPv6 address that leads out of its network. */
const TRUE_EVERYWHERE = ['without-ipv6'];

export function judge(
  { name, about, right, isNote = false, alsoTrue = [] }: Expected,
  findings: readonly FindingBody[],
  seconds: number,
): Judged {
  const of = findings.filter(({ subject, weight }) => subject.is === about && weight === (isNote ? 'note' : 'fault'));
  const isTrue = new Set([...right, ...alsoTrue, ...TRUE_EVERYWHERE]);
  const wrongCertain = findings
    .filter(({ certainty, code }) => certainty === 'certain' && !isTrue.has(code))
    .map(({ code }) => code);
  const [first] = of;
  const isRight = isNote
    ? right.every((code) => of.some((each) => each.code === code))
    : first === undefined
      ? right.length === 0
      : right.includes(first.code);
  const told = of.map(({ certainty, code }) => `${certainty} ${code}`);
  return { name, about, right, told, isRight, wrongCertain, seconds, findings };
}

/** What share of the faults must be told rightly. */
export const GOAL = 0.95;

export interface Score {
  readonly right: number;
  readonly of: number;
  readonly wrongCertain: number;
  readonly met: boolean;
}

export function scoreOf(all: readonly Judged[]): Score {
  const right = all.filter(({ isRight }) => isRight).length;
  const wrongCertain = all.reduce((sum, each) => sum + each.wrongCertain.length, 0);
  return { right, of: all.length, wrongCertain, met: wrongCertain === 0 && right >= GOAL * all.length };
}

/** A line a fault, then the score. */
export function tableOf(all: readonly Judged[]): string {
  const width = Math.max(5, ...all.map(({ name }) => name.length));
  const { right, of, wrongCertain } = scoreOf(all);
  return [...all.map((each) => rowOf(each, width)), `${right} of ${of} right, ${wrongCertain} wrong as certain`].join(
    '\n',
  );
}

export function rowOf({ name, about, told, isRight, right, wrongCertain, seconds }: Judged, width = 0): string {
  const words = told.join(', ') || 'nothing';
  const instead = isRight ? '' : `, not ${right.join(' or ') || 'nothing'}`;
  const untrue = wrongCertain.length === 0 ? '' : `; untrue: certain ${wrongCertain.join(', ')}`;
  const mark = isRight && untrue === '' ? '✓' : '✗';
  return `${mark} ${name.padEnd(width)}  ${about.padEnd(7)}  ${words}${instead}${untrue}  (${seconds.toFixed(0)} s)`;
}

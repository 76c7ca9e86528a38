/** What bad weather has shown: a line of promises for each scenario, and where a failure lies. */
import { PROMISES } from '../promises.ts';
import type { CrossingResult } from './crossing.ts';
import type { CutsResult } from './cuts.ts';
import { CUTS } from './cuts.ts';
import { MOVES } from './moves.ts';
import { SCENARIOS } from './scenarios.ts';
import type { Counts } from './weather.ts';

export interface NetResult {
  readonly seed: number;
  readonly scenarios: readonly (CrossingResult | CutsResult)[];
  readonly seconds: number;
  /** Where the stores and logs of the failures are; null where nothing failed. */
  readonly kept: string | null;
}

const digits = (value: number): string => value.toLocaleString('en');
export const inSeconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const WORDS: readonly (readonly [keyof Counts, string])[] = [
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['reordered', 'overtaken'],
  ['full', 'beyond the rate'],
  ['large', 'too large'],
  ['blocked', 'blocked'],
  ['rejected', 'reset'],
];

function countsText(counts: Counts): string {
  const parts = WORDS.filter(([name]) => counts[name] > 0).map(([name, word]) => `${digits(counts[name])} ${word}`);
  return [`${digits(counts.passed)} packets passed`, ...parts].join(', ');
}

export const describe = (name: string): { readonly row: number; readonly what: string } =>
  SCENARIOS.find((scenario) => scenario.name === name) ??
  [...CUTS, ...MOVES].find((each) => each.name === name) ?? { row: 0, what: '' };

/** @param command of one scenario, as it would be typed, for the repetition of a failure */
export function netText(result: NetResult, command: (scenario: string) => string): string {
  const acknowledged = result.scenarios.reduce((sum, each) => sum + each.acknowledged, 0);
  const shown = result.scenarios.reduce((sum, each) => sum + each.shown, 0);
  const lines = [
    `seed ${result.seed} · ${digits(acknowledged)} messages acknowledged, ${digits(shown)} shown · ` +
      `${result.scenarios.length} scenarios · ${result.seconds.toFixed(0)} s`,
    '',
    `row  ${'scenario'.padEnd(14)} ${'injected'.padEnd(58)} texts  mailbox  silence  resumes  ${PROMISES.join('  ')}`,
    ...result.scenarios.map((each) => {
      const { row, what } = describe(each.name);
      const failed = new Set(each.broken.map(({ promise }) => promise));
      const kept = each.judged && each.happened ? '✓' : '?';
      const marks = PROMISES.map((promise) => (failed.has(promise) ? '✗' : kept)).join('  ');
      const resumes = each.resumedMs.length === 0 ? '–' : inSeconds(Math.max(...each.resumedMs));
      const silence = each.silentMs === 0 ? '–' : inSeconds(each.silentMs);
      const numbers = [
        digits(each.shown).padStart(5),
        digits(each.byMailbox).padStart(7),
        silence.padStart(7),
        resumes.padStart(7),
      ].join('  ');
      return `${String(row).padEnd(4)} ${each.name.padEnd(14)} ${what.padEnd(58)} ${numbers}  ${marks}`;
    }),
    '',
    'silence: the longest time in bad weather in which nothing arrived (pauses of the chat count too);',
    'resumes: from good weather to the first text; both of the slower direction',
    ...result.scenarios.map(({ name, counts }) => `  ${name}: ${countsText(counts)}`),
  ];
  for (const each of result.scenarios) if ('figure' in each) lines.push('', ...each.figure);
  for (const { name } of result.scenarios.filter(({ happened }) => !happened)) {
    lines.push(
      '',
      `${name}: the weather did not do what its row is about; nothing is shown by it. again: ${command(name)}`,
    );
  }
  for (const { name, broken } of result.scenarios.filter((each) => each.broken.length > 0)) {
    lines.push('', `BROKEN in ${name}:`, ...broken.map(({ promise, what }) => `  ${promise}  ${what}`));
    lines.push(`stores, journals and logs: ${result.kept ?? ''}`, `again: ${command(name)}`);
  }
  return lines.join('\n');
}

/** A line on a terminal's standard error; nothing elsewhere. */
export function progressLine(total: number) {
  const begun = performance.now();
  const phases = new Map<string, string>();
  let done = 0;
  const draw = (): void => {
    if (!process.stderr.isTTY) return;
    const under = [...phases].map(([name, phase]) => `${name}: ${phase}`).join(' · ');
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
    process.stderr.write(`\r\x1b[2Knet ${done} of ${total} · ${under} · ${seconds} s`);
  };
  return {
    phase(name: string, phase: string): void {
      phases.set(name, phase);
      draw();
    },
    end(name: string): void {
      phases.delete(name);
      done += 1;
      draw();
    },
    clear(): void {
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
    },
  };
}

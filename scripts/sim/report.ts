/** What a run has shown: a table of promises, a bound, and where a failure lies. */
import { FAILPOINTS } from '../../shared/failpoints.ts';
import type { PartResult, PartRow } from '../long/part.ts';
import { duration } from './progress.ts';
import { PROMISES } from './promises.ts';
import type { StormResult } from './storm.ts';

/** Names in one line of the list of kills. */
const PER_LINE = 4;
const MARKS = { kept: '✓', broken: '✗', open: '?' } as const;
const WIDTH = 48;

const digits = (value: number): string => value.toLocaleString('en');

/** One line a row of shared/scenarios.md. */
export function tableText(rows: readonly PartRow[]): string[] {
  return [
    `row  ${'injected'.padEnd(WIDTH)}   times  ${PROMISES.join('  ')}`,
    ...rows.map(({ row, what, times, marks }) => {
      const letters = PROMISES.map((promise) => MARKS[marks[promise] ?? 'open']);
      return `${String(row).padEnd(4)} ${what.padEnd(WIDTH)} ${digits(times).padStart(7)}  ${letters.join('  ')}`;
    }),
  ];
}

/** 0 in N means fewer than 3/N at 95 %. */
export function boundText({ what, found, tried }: PartResult['bounds'][number]): string {
  if (found > 0 || tried === 0) return `${what}: ${digits(found)} in ${digits(tried)}`;
  return `${what}: 0 in ${digits(tried)}: fewer than ${((3 / tried) * 1e6).toFixed(1)} per million at 95 % (3/N)`;
}

export function reportText(result: StormResult): string {
  const { killed, acknowledged, seconds } = result;
  const pace = `${(acknowledged / seconds).toFixed(0)} messages/s, ${(killed / seconds).toFixed(1)} kills/s`;
  const lines = [
    `seed ${result.seed} · ${digits(acknowledged)} messages acknowledged, ${digits(result.shown)} shown ` +
      `(${digits(result.byMailbox)} by mailbox), ${digits(result.envelopes)} envelopes · ` +
      `${digits(killed)} kills, ${digits(result.restarts)} restarts, ${result.worlds} worlds · ${duration(seconds)} (${pace})`,
    '',
    ...tableText(result.rows),
    '',
    ...result.bounds.map(boundText),
    ...result.lines,
  ];
  const counts = Object.entries(result.counts);
  if (counts.length > 0) lines.push('also:', ...columns(counts.map(([name, times]) => `${name} ${digits(times)}`)));
  lines.push('kills by place:', ...columns(Object.entries(result.kills).map(([name, times]) => `${name} ${times}`)));
  const unreached = [FAILPOINTS.storage, FAILPOINTS.peer, FAILPOINTS.server]
    .flat()
    .filter((name) => result.kills[name] === undefined);
  if (unreached.length > 0) lines.push('not hit in this run:', ...columns(unreached));
  if (!result.finished) lines.push('It ended before the messages and kills were reached.');
  if (result.broken.length > 0) lines.push('', ...brokenText(result));
  return lines.join('\n');
}

function brokenText({ broken, kept }: StormResult): string[] {
  return [
    'BROKEN:',
    ...broken.map(({ promise, what }) => `  ${promise}  ${what}`),
    `stores, journals and logs: ${kept ?? ''}`,
    ...new Set(broken.map(({ again }) => `again: ${again}`)),
  ];
}

function columns(words: readonly string[]): string[] {
  const width = Math.max(0, ...words.map((word) => word.length)) + 2;
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += PER_LINE) {
    const line = words.slice(at, at + PER_LINE).map((word) => word.padEnd(width));
    lines.push(`  ${line.join('').trimEnd()}`);
  }
  return lines;
}

/** What a storm has shown: a table of promises, a bound, and where a failure lies. */
import { FAILPOINTS } from '../../shared/failpoints.ts';
import { PROMISES } from './promises.ts';
import type { StormResult } from './storm.ts';

/** A row of shared/scenarios.md, and which kills count for it. */
export interface Row {
  readonly number: number;
  readonly what: string;
  readonly counts: (failpoint: string) => boolean;
}

const BETWEEN = /^(send-|reseal-|lane-|commit-|direct-before|direct-sent|deposit-before|transient-)/;
const PREKEYS = /prekeys|session-|^file-/;

export const CRASH_ROWS: readonly Row[] = [
  { number: 21, what: 'kill -9 at every step boundary', counts: () => true },
  { number: 23, what: 'crash between encrypt, persist and send', counts: (name) => BETWEEN.test(name) },
  { number: 24, what: 'crash during registration and prekey upload', counts: (name) => PREKEYS.test(name) },
];

export const POWER_ROWS: readonly Row[] = [
  { number: 22, what: 'power cut: files cut to what was synced', counts: () => true },
];

/** Names in one line of the list of kills. */
const PER_LINE = 4;

const digits = (value: number): string => value.toLocaleString('en');

/** @param command as it was typed, for the repetition of a failure */
export function reportText(result: StormResult, rows: readonly Row[], command: string): string {
  const failed = new Set(result.broken.map(({ promise }) => promise));
  const kept = result.judged ? '✓' : '?';
  const marks = PROMISES.map((promise) => (failed.has(promise) ? '✗' : kept)).join('  ');
  const kills = Object.entries(result.kills);
  const lines = [
    `seed ${result.seed} · ${digits(result.acknowledged)} messages acknowledged, ${digits(result.shown)} shown ` +
      `(${digits(result.byMailbox)} by mailbox), ${digits(result.envelopes)} envelopes · ` +
      `${digits(result.killed)} kills, ${digits(result.restarts)} restarts, ${result.worlds} worlds · ${result.seconds.toFixed(0)} s`,
    '',
    `row  ${'injected'.padEnd(46)} kills  ${PROMISES.join('  ')}`,
    ...rows.map(({ number, what, counts }) => {
      const times = kills.reduce((sum, [name, each]) => sum + (counts(name) ? each : 0), 0);
      return `${String(number).padEnd(4)} ${what.padEnd(46)} ${String(times).padStart(5)}  ${marks}`;
    }),
    '',
  ];
  if (result.judged && !failed.has('L')) {
    const { acknowledged } = result;
    const bound = acknowledged === 0 ? '' : `: fewer than ${((3 / acknowledged) * 1e6).toFixed(0)} per million at 95 %`;
    lines.push(`0 lost in ${digits(acknowledged)}${bound} (3/N)`);
  }
  if (result.strikes !== '') lines.push(result.strikes);
  lines.push('kills by place:', ...columns(kills.map(([name, times]) => `${name} ${times}`)));
  const unreached = Object.values(FAILPOINTS)
    .flat()
    .filter((name) => result.kills[name] === undefined);
  if (unreached.length > 0) lines.push('not hit in this run:', ...columns(unreached));
  if (result.unfinished) lines.push('The time was over before the messages and kills were reached.');
  if (result.broken.length > 0) {
    lines.push('', 'BROKEN:', ...result.broken.map(({ promise, what }) => `  ${promise}  ${what}`));
    lines.push(`stores, journals and logs: ${result.kept ?? ''}`, `again: ${command}`);
  }
  return lines.join('\n');
}

function columns(words: readonly string[]): string[] {
  const width = Math.max(...words.map((word) => word.length)) + 2;
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += PER_LINE) {
    const line = words.slice(at, at + PER_LINE).map((word) => word.padEnd(width));
    lines.push(`  ${line.join('').trimEnd()}`);
  }
  return lines;
}

/** A bar on a terminal's standard error; nothing elsewhere. */
export function progressBar(title: string, goal: { readonly kills: number; readonly messages: number }) {
  const begun = performance.now();
  const WIDTH = 24;
  return {
    show(kills: number, messages: number): void {
      if (!process.stderr.isTTY) return;
      const share = Math.min(1, kills / Math.max(1, goal.kills), messages / Math.max(1, goal.messages));
      const bar = '█'.repeat(Math.floor(WIDTH * share)).padEnd(WIDTH, '░');
      const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
      const counts = `${digits(messages)} of ${digits(goal.messages)} messages · ${kills} of ${goal.kills} kills`;
      process.stderr.write(`\r\x1b[2K${title} ${bar} ${counts} · ${seconds} s`);
    },
    end(): void {
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
    },
  };
}

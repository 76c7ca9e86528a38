/** The report of a long run: every part's totals, bounds and promises, and one table over all rows. Pure. */
import { duration } from '../sim/progress.ts';
import { boundText, tableText } from '../sim/report.ts';
import type { Mark, PartResult, PartRow } from './part.ts';

export interface LongResult {
  readonly seed: number;
  readonly finished: boolean;
  readonly parts: readonly PartResult[];
  /** By part: why it could not be run. */
  readonly failed: Readonly<Record<string, string>>;
}

const digits = (value: number): string => value.toLocaleString('en');
const WORST: readonly Mark[] = ['kept', 'open', 'broken'];

/** A row that several parts inject: all of its times, and of each promise the worst. */
export function joinRows(parts: readonly Pick<PartResult, 'rows'>[]): PartRow[] {
  const rows = new Map<number, PartRow>();
  for (const { rows: some } of parts) {
    for (const each of some) {
      const before = rows.get(each.row);
      if (before === undefined) {
        rows.set(each.row, each);
        continue;
      }
      const marks: Record<string, Mark> = { ...before.marks };
      for (const [promise, mark] of Object.entries(each.marks)) {
        const present = marks[promise] ?? 'kept';
        marks[promise] = WORST.indexOf(mark) > WORST.indexOf(present) ? mark : present;
      }
      rows.set(each.row, { ...before, times: before.times + each.times, marks });
    }
  }
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

export function longText({ seed, finished, parts, failed }: LongResult): string {
  const lines = [`seed ${seed} · ${finished ? 'finished' : 'not finished: the same command goes on'}`, ''];
  for (const part of parts) {
    const goals = part.goals.map(({ what, done, goal }) => `${digits(done)} of ${digits(goal)} ${what}`).join(', ');
    lines.push(`${part.part} (seed ${part.seed}): ${goals} in ${duration(part.seconds)}`);
    lines.push(...part.bounds.map((bound) => `  ${boundText(bound)}`), ...part.lines.map((line) => `  ${line}`));
  }
  for (const [name, why] of Object.entries(failed)) lines.push(`${name} could not be run: ${why}`);
  const rows = joinRows(parts);
  if (rows.length > 0) lines.push('', ...tableText(rows));
  const broken = parts.flatMap((part) => part.broken);
  if (broken.length > 0) {
    lines.push('', 'BROKEN:', ...broken.map(({ promise, what }) => `  ${promise}  ${what}`));
    lines.push(...[...new Set(broken.map(({ again }) => `again: ${again}`))]);
  }
  return lines.join('\n');
}

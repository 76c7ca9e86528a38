/** Numbers of a bench: medians, percentiles, and how they are shown. Ratio first; times in microseconds. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One line of a result: what, its goal, and the figures that it comes from. */
export interface Figure {
  readonly name: string;
  /** Median over the runs of the ratio within each run. */
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
  /** Smallest and largest ratio of the runs. */
  readonly spread: readonly [number, number];
  /** Medians over the runs, by name with unit. */
  readonly parts: Readonly<Record<string, number>>;
}

/** A figure from one ratio and one set of parts per run. */
export function figureOf(
  name: string,
  goal: { readonly text: string; readonly met: (ratio: number) => boolean },
  runs: readonly { readonly ratio: number; readonly parts: Readonly<Record<string, number>> }[],
): Figure {
  const ratios = runs.map(({ ratio }) => ratio);
  const names = Object.keys(runs[0]?.parts ?? {});
  const parts = Object.fromEntries(
    names.map((part) => [part, median(runs.map((run) => run.parts[part] ?? Number.NaN))]),
  );
  const ratio = median(ratios);
  return {
    name,
    ratio,
    goal: goal.text,
    met: goal.met(ratio),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    parts,
  };
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { name, ratio, goal, met, spread, parts } of figures) {
    const [least, most] = spread;
    console.log(
      `  ${number(ratio)} ×  ${name}  (goal ${goal}: ${met ? 'met' : 'missed'}; runs ${number(least)}–${number(most)})`,
    );
    for (const [part, value] of Object.entries(parts)) console.log(`      ${part.padEnd(44)} ${number(value)}`);
  }
}

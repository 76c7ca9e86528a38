/** What was measured, beside its goal. Pure. */

export type Judged = 'p95' | 'mean' | 'max';

export interface Figure {
  readonly name: string;
  readonly unit: 's' | '% of a core' | 'B/s' | 'actions';
  /** At most; what counts is `judged`. */
  readonly goal: number;
  readonly judged: Judged;
  readonly samples: readonly number[];
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly mean: number;
  /** What counts, as a share of the goal. */
  readonly ratio: number;
  readonly met: boolean;
  /** Of what it is made: medians, by name with unit. */
  readonly parts: Readonly<Record<string, number>>;
}

/** @param share 0.5: half of them are as small or smaller. NaN of none */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

type Given = Pick<Figure, 'name' | 'unit' | 'goal' | 'judged' | 'samples'>;

/** @param parts each with one value a round */
export function figureOf(given: Given, parts: Readonly<Record<string, readonly number[]>> = {}): Figure {
  const { samples, goal, judged } = given;
  const shares = {
    p50: percentile(samples, 0.5),
    p95: percentile(samples, 0.95),
    max: Math.max(...samples),
    mean: samples.reduce((sum, value) => sum + value, 0) / samples.length,
  };
  const medians = Object.entries(parts).map(([name, values]) => [name, percentile(values, 0.5)] as const);
  const counts = shares[judged];
  return {
    ...given,
    ...shares,
    ratio: counts / goal,
    met: samples.length > 0 && counts <= goal,
    parts: Object.fromEntries(medians),
  };
}

const number = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

export function figureText({ name, unit, goal, judged, samples, ratio, met, parts, ...shares }: Figure): string {
  const all = (['p50', 'p95', 'max', 'mean'] as const).map((share) => `${share} ${number(shares[share])}`).join(', ');
  return [
    `${number(ratio).padStart(6)} of the goal  ${name}: ${met ? 'met' : 'MISSED'}`,
    `${''.padStart(20)}${all} ${unit}; goal: ${judged} ≤ ${goal}; ${samples.length} samples`,
    ...Object.entries(parts).map(([part, value]) => `${''.padStart(22)}${part}: ${number(value)}`),
  ].join('\n');
}

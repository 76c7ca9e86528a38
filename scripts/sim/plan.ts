/** What a world is exposed to beside its kills; drawn from the run's seed. */
import { Dice } from './random.ts';

/** Rows of shared/scenarios.md that are injected as events within a world. */
export const EVENT_ROWS = [25, 33, 34] as const;
export type EventRow = (typeof EVENT_ROWS)[number];

export type WorldKind = 'crash' | 'power' | 'damage';

export interface Plan {
  readonly kind: WorldKind;
  /** Once they are friends, the peers are seldom there at the same time, so that mailboxes carry what they say. */
  readonly apart: boolean;
  /** One at most, so that a broken promise has few to blame. */
  readonly event: EventRow | undefined;
}

/** No divisor of the number of events, so that every event comes in such worlds too. */
const APART_EVERY = 3;

/** Neighbouring worlds have all of them in turn: also a short run has each. */
export function drawPlan(kind: WorldKind, seed: number, world: number): Plan {
  const dice = new Dice(seed, 'plans');
  const [shift, first] = [dice.between(0, EVENT_ROWS.length), dice.between(0, APART_EVERY - 1)];
  const turn = (world + shift) % (EVENT_ROWS.length + 1);
  return {
    kind,
    // Who is not there sends nothing that could have left too early: the one world of a short run of power cuts has all together.
    apart: (world + (kind === 'power' ? 1 : first)) % APART_EVERY === 0 && kind !== 'damage',
    event: kind === 'crash' ? EVENT_ROWS[turn] : undefined,
  };
}

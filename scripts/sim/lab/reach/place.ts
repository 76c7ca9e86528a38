/** What a measurement is given. */
import type { Dice } from '../../random.ts';

export interface Place {
  /** For stores and profiles; whoever runs the measurement removes it. */
  readonly folder: string;
  readonly dice: Dice;
  /** Of a restart; what is measured otherwise has its own. */
  readonly rounds: number;
  /** How many friends an idle peer has. */
  readonly friends: number;
  /** Among whom friends look for each other without a server. */
  readonly people: number;
  /** How long a peer is left alone before it counts as idle, seconds. */
  readonly settle: number;
  /** For how long an idle peer is watched. */
  readonly seconds: number;
  readonly onPhase: (phase: string) => void;
}

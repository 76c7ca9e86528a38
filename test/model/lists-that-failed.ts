/** The shortest lists by which a defect of the product was found, as fast-check left them. */
import type { Event } from './events.ts';

interface FailedList {
  readonly what: string;
  readonly listSeed: number;
  readonly events: readonly Event[];
}

export const LISTS: readonly FailedList[] = [
  {
    what: 'one of eight is refused for good, and the friend waits for it',
    listSeed: 902306285,
    events: [
      { type: 'refused', count: 1 },
      { type: 'send', who: 1, count: 8, padding: 0 },
      { type: 'crash', who: 0, crossings: 0, rest: 0, notice: 0 },
      { type: 'wait', ms: 3000 },
      { type: 'lie', lie: 'forget', who: 0 },
    ],
  },
];

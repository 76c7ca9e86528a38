/** Rows of shared/scenarios.md that the storms inject: what counts for which, and what became of its promises. Pure. */
import type { PartRow } from '../long/part.ts';
import type { Plan } from './plan.ts';
import { PROMISES, type Broken } from './promises.ts';

/** Instead of a failpoint's name. */
export const ANY_MOMENT = 'any moment';

const ROWS: Readonly<Record<number, string>> = {
  21: 'kill -9 at every step boundary',
  22: 'power cut: files cut to what was synced',
  23: 'crash between encrypt, persist and send',
  24: 'crash during registration and prekey upload',
  25: 'disk full, I/O error, read-only; then it works',
  26: 'a flipped bit or a truncation in a file',
  33: 'the server away for longer',
  34: 'clock set by days, processes stopped',
};

const BETWEEN = /^(send-|reseal-|lane-|commit-|direct-before|direct-sent|deposit-before|transient-)/;
const PREKEYS = /prekeys|session-|^file-/;

/** How often each row was injected in one world. */
export function injectedRows(
  { kind, event }: Plan,
  kills: Readonly<Record<string, number>>,
  events: number,
): Record<number, number> {
  const killsAt = (place: RegExp): number =>
    Object.entries(kills).reduce((sum, [name, times]) => sum + (place.test(name) ? times : 0), 0);
  const injected: Record<number, number> = {};
  if (kind === 'power') injected[22] = killsAt(/./);
  else Object.assign(injected, { 21: killsAt(/./), 23: killsAt(BETWEEN), 24: killsAt(PREKEYS) });
  if (kind === 'damage') injected[26] = events;
  else if (event !== undefined) injected[event] = events;
  return injected;
}

interface Judged {
  readonly injected: Readonly<Record<number, number>>;
  readonly broken: readonly Broken[];
  readonly judged: boolean;
}

/** What a world has broken is blamed on every row that was injected in it. */
export function tableOf(worlds: readonly Judged[]): PartRow[] {
  const rows: PartRow[] = [];
  for (const [name, what] of Object.entries(ROWS)) {
    const row = Number(name);
    const exposed = worlds.filter(({ injected }) => (injected[row] ?? 0) > 0);
    if (exposed.length === 0) continue;
    const marks = PROMISES.map((promise) => {
      if (exposed.some(({ broken }) => broken.some((each) => each.promise === promise))) return [promise, 'broken'];
      return [promise, exposed.every(({ judged }) => judged) ? 'kept' : 'open'];
    });
    const times = exposed.reduce((sum, { injected }) => sum + (injected[row] ?? 0), 0);
    rows.push({ row, what, times, marks: Object.fromEntries(marks) as PartRow['marks'] });
  }
  return rows;
}

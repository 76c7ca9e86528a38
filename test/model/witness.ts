/**
 * Who watches both sides and says what was broken: every text that was asked for, what became of it, what the other side has
 * on its disk to show, and every envelope that left.
 */
import { DIRECTION, STATE } from '../../node/core/rows.ts';
import { HistoryRow } from '../../node/core/generated/rows.js';
import { decodeEnvelope } from '../../node/core/session.ts';
import { textOf } from '../../node/flows/messaging.ts';
import type { Op } from '../../node/store/peer-store.ts';
import { toHex } from '../../shared/ids.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';

export type Who = 0 | 1;
export const other = (who: Who): Who => (who === 0 ? 1 : 0);

/** L lost · D twice or out of order · N not sent by anybody · S a wrong state · K a key used twice · M too much kept · H does not heal · C a fault. */
export type Promised = 'L' | 'D' | 'N' | 'S' | 'K' | 'M' | 'H' | 'C';

export class Broken extends Error {
  readonly promise: Promised;
  constructor(promise: Promised, what: string) {
    super(`${promise}: ${what}`);
    this.promise = promise;
  }
}

/** `called`: nobody was told yet. `lost`: nobody ever will be, or a profile that had it was replaced by an older one. `failed`: its sender was told so later. */
type Fate = 'called' | 'acknowledged' | 'rejected' | 'lost' | 'failed';

/** Which text of its sender this is; NaN: none of the model's. */
export const numberIn = (text: string): number => Number(/^[01]:([0-9]+):\.*$/.exec(text)?.[1]);

export class Witness {
  broken: Broken | undefined;
  /** Fate of the n-th text of each. */
  readonly fates: readonly [Fate[], Fate[]] = [[], []];
  /** Numbers of the friend's texts that each has on its disk to show, in that order. */
  readonly shown: readonly [number[], number[]] = [[], []];
  /** Deposits of each that were refused for good, and how many of its texts it had sent when it deleted its history. */
  readonly refusals: [number, number] = [0, 0];
  readonly cleared: [number, number] = [0, 0];
  /** How often something was done to a text; own texts of each that were taken back, and those that may come, or not, because of what was done. */
  touches = 0;
  readonly takenBack: readonly [Set<number>, Set<number>] = [new Set(), new Set()];
  readonly mayLack: readonly [Set<number>, Set<number>] = [new Set(), new Set()];
  /** Own texts that each has deleted for itself. */
  readonly hidden: readonly [Set<number>, Set<number>] = [new Set(), new Set()];
  /** Envelopes that did not open where they came in. */
  unopened = 0;
  /** Whose profile was replaced by an older one, once or more often. */
  readonly restored: [boolean, boolean] = [false, false];
  /** From which text of each on their order is kept again. See copiedBack. */
  readonly #orderFrom: [number, number] = [0, 0];
  readonly #left = new Map<string, string>();
  /** Different envelopes that left. */
  get envelopes(): number {
    return this.#nonces.size;
  }
  readonly #nonces = new Map<string, string>();

  fail(promise: Promised, what: string): void {
    this.broken ??= new Broken(promise, what);
  }

  /** A text that nobody has sent before. */
  nextText(who: Who, padding: number): { readonly number: number; readonly text: string } {
    const number = this.fates[who].push('called') - 1;
    return { number, text: `${who}:${number}:${'.'.repeat(padding)}` };
  }

  /** An envelope that somebody outside may have seen from now on. */
  departed(bytes: Uint8Array): void {
    const { id, message } = decodeEnvelope(bytes);
    const envelope = toHex(id);
    const key = `${toHex(message.session)} ${toHex(message.ratchetKey)} ${message.number}`;
    const use = `${key} ${toHex(message.nonce)}`;
    if ((this.#nonces.get(use) ?? envelope) !== envelope) this.fail('K', `key and nonce twice: message ${key}`);
    // A profile from before an envelope draws its key from the same chain again; that is why each draws a nonce of its own.
    const isOld = this.restored[0] || this.restored[1];
    if (!isOld && (this.#left.get(key) ?? envelope) !== envelope) this.fail('K', `key twice: message ${key}`);
    this.#nonces.set(use, envelope);
    this.#left.set(key, envelope);
  }

  /** A batch of `who` is on disk. */
  durable(who: Who, ops: readonly Op[], isThere: (op: Op) => boolean): void {
    for (const op of ops) {
      if ((op.op !== 'put' && op.op !== 'insert') || op.table !== 'history') continue;
      const row = HistoryRow.decode(op.value);
      // Reactions and edits are no texts, and what is left of a deleted one says nothing.
      if (row.kind !== CONTENT.text || row.body.length === 0) continue;
      const text = textOf(row) ?? '';
      if (row.direction === DIRECTION.out && row.state === STATE.failed) this.fates[who][numberIn(text)] = 'failed';
      if (row.direction === DIRECTION.in && !isThere(op)) this.#show(who, text);
    }
  }

  #show(who: Who, text: string): void {
    const number = numberIn(text);
    const fate = this.fates[other(who)][number];
    if (!text.startsWith(`${other(who)}:`) || fate === undefined) this.fail('N', `${who} shows what nobody sent`);
    else if (fate === 'rejected') this.fail('N', `${who} shows ${number}, which was refused to its sender`);
    const shown = this.shown[who];
    if (shown.includes(number)) this.fail('D', `${who} shows ${number} twice`);
    const last = Math.max(...shown);
    if (number < last && number >= this.#orderFrom[other(who)]) this.fail('D', `${who} shows ${number} behind ${last}`);
    shown.push(number);
  }

  /**
   * A profile of `who` was replaced by an older one. What the two had in common begins anew: what `who` lacks now comes again behind
   * what comes meanwhile, and what `who` writes may get numbers that the friend knows already.
   */
  copiedBack(who: Who): void {
    this.restored[who] = true;
    this.keepsOrderFrom();
    // Nobody can know how far the older self had come before the friend has said so, and all of its mail was fetched: until then a number
    // may be taken, and the text that has it gets another one, behind the texts after it whose numbers were free.
    for (const each of [0, 1] as const) if (this.restored[each]) this.#orderFrom[each] = Infinity;
  }

  /** What is written from now on is shown in this order (again). */
  keepsOrderFrom(): void {
    for (const who of [0, 1] as const) this.#orderFrom[who] = this.fates[who].length;
  }

  /** Texts of `who` that must be shown at the other side and are not. */
  missing(who: Who): number[] {
    const shown = new Set(this.shown[other(who)]);
    // That a text has failed is told in the history; where that was deleted, nobody can tell.
    const untold = this.refusals[who] > 0 ? this.cleared[who] : 0;
    const isUntold = (number: number): boolean =>
      number < untold || (this.refusals[who] > 0 && this.hidden[who].has(number)) || this.mayLack[who].has(number);
    return this.fates[who].flatMap((fate, number) =>
      fate === 'acknowledged' && !shown.has(number) && !isUntold(number) ? [number] : [],
    );
  }
}

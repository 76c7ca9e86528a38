/** What the two do to each other's texts, and whether both see the same of it in the end. */
import { currentText, reactionOf } from '../../node/core/message-changes.ts';
import { HistoryRow } from '../../node/core/generated/rows.js';
import { DIRECTION } from '../../node/core/rows.ts';
import { textOf } from '../../node/flows/messaging.ts';
import type { PeerStore } from '../../node/store/peer-store.ts';
import { MiyuError } from '../../shared/errors.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { Person } from './person.ts';
import { numberIn, other, type Witness } from './witness.ts';

export type Touch = 'react' | 'edit' | 'take back' | 'hide';

/** One of three takes the reaction back. */
const EMOJI = ['👍', '🎉', null] as const;

/** The person does something to one of the last entries, if that can be. */
export function touch({ who, process, friend }: Person, witness: Witness, how: Touch, behind: number): void {
  if (process === undefined) return;
  const position = process.messaging.counters(friend).nextPosition - 1n - BigInt(behind);
  if (position < 1n) return;
  witness.touches += 1;
  const { touches } = witness;
  const row = rowAt(process.store, friend, position);
  const number = row?.kind === CONTENT.text && row.body.length > 0 ? numberIn(textOf(row) ?? '') : NaN;
  const isOwn = row?.direction === DIRECTION.out && !Number.isNaN(number);
  const { acts } = process.messaging;
  const begin = (): Promise<unknown> => {
    switch (how) {
      case 'react':
        return acts.react(friend, position, EMOJI[touches % EMOJI.length] ?? null);
      case 'edit':
        return acts.edit(friend, position, `edit ${touches}`);
      case 'take back':
        // From now on it may come, or not.
        if (isOwn) witness.mayLack[who].add(number);
        return acts.takeBack(friend, position);
      case 'hide':
        if (isOwn) witness.hidden[who].add(number);
        // What a friend's older profile lacks cannot be sent again from now on.
        if (isOwn && witness.restored[other(who)]) witness.mayLack[who].add(number);
        return acts.hide(friend, position);
    }
  };
  begin().then(
    () => {
      if (process.dead) return;
      if (how === 'take back' && isOwn) witness.takenBack[who].add(number);
    },
    (error: unknown) => {
      if (!process.dead && !(error instanceof MiyuError)) witness.fail('C', `${how}: ${String(error)}`);
    },
  );
}

/** Undefined also where the store is closed: the program ends. */
function rowAt(store: PeerStore, friend: Uint8Array, position: bigint): HistoryRow | undefined {
  try {
    const value = store.get('history', friend, position);
    return value === undefined ? undefined : HistoryRow.decode(value);
  } catch (error) {
    if (error instanceof MiyuError) return undefined;
    throw error;
  }
}

/** How each text reads now and what the first and the second of the two think of it, by the text as it was written. */
function touched(person: Person): Map<string, string> {
  const { process, friend } = person;
  // What was deleted and could not be taken off a disk that fails stays there until the next start, and is shown no more.
  const from = process?.messaging.counters(friend).clearedBelow ?? 0n;
  const rows = person
    .rows('history', from)
    .map((value) => HistoryRow.decode(value))
    .filter((row) => row.kind === CONTENT.text && row.body.length > 0);
  return new Map(
    rows.map((row): [string, string] => {
      const reactions = [reactionOf(row, DIRECTION.out), reactionOf(row, DIRECTION.in)];
      if (person.who === 1) reactions.reverse();
      return [textOf(row) ?? '', [currentText(row), ...reactions].join(' ')];
    }),
  );
}

/**
 * Where nothing was refused, cleared or copied back: a text that both show reads the same to both, with the same reactions, and one that
 * was taken back is shown by nobody.
 */
export function compareTouched(people: readonly [Person, Person], witness: Witness): void {
  const { restored, refusals, cleared } = witness;
  if (restored.includes(true) || refusals.some((count) => count > 0) || cleared.some((count) => count > 0)) return;
  const texts = people.map(touched);
  for (const { who } of people) {
    const [own, friends] = [texts[who], texts[other(who)]];
    for (const [text, line] of own ?? []) {
      const there = friends?.get(text);
      if (there !== undefined && there !== line) witness.fail('S', `“${line}” to ${who} is “${there}” to the other`);
    }
    for (const text of friends?.keys() ?? []) {
      const isBack = text.startsWith(`${who}:`) && witness.takenBack[who].has(numberIn(text));
      if (isBack) witness.fail('S', `${other(who)} shows ${text.slice(0, 10)}, which was taken back`);
    }
  }
}

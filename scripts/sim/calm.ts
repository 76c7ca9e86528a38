/** After a storm: everybody is up, nobody dies, and everything must come to rest by itself. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from './actor.ts';
import type { Broken, Side } from './promises.ts';

/** Reconnects wait at most 30 s. */
const SETTLE_MS = 60_000;
const LOOK_MS = 100;
/** Nobody waits for anything, and still they show different things: so long it may be that something is under way. */
const LAST_CHANCE_MS = 5_000;

export type Sides = readonly [Side, Side];

export interface Calm {
  /** What each side shows; undefined where nobody could look. */
  readonly sides: Sides | undefined;
  readonly broken: readonly Broken[];
}

/** Both at rest; then a word each, to see that they still talk. */
export async function becomeCalm(
  peers: readonly [Actor, Actor],
  { restartAll, isOver }: { readonly restartAll: () => void; readonly isOver: () => boolean },
): Promise<Calm> {
  const [a, b] = peers;
  let sides = await atRest(peers, isOver);
  if (sides === undefined) {
    if (isOver()) return { sides: await look(peers), broken: [] };
    restartAll();
    sides = await atRest(peers, isOver);
    const after = sides === undefined ? 'nor after a restart of all' : 'but after a restart of all';
    const what = `not at rest ${SETTLE_MS / 1_000} s after the last kill, ${after}`;
    return { sides: sides ?? (await look(peers)), broken: [{ promise: 'C', what }] };
  }
  if (!isSame(sides)) return { sides, broken: [] };
  await Promise.allSettled([a.say(b), b.say(a)]);
  const still = await atRest(peers, isOver);
  if (still !== undefined) return { sides: still, broken: [] };
  const what = 'they were at rest, and could not talk any more';
  return { sides: (await look(peers)) ?? sides, broken: [{ promise: 'S', what }] };
}

async function atRest(peers: readonly [Actor, Actor], isOver: () => boolean): Promise<Sides | undefined> {
  const until = performance.now() + SETTLE_MS;
  let quietSince = Infinity;
  while (performance.now() < until && !isOver()) {
    const sides = await look(peers);
    const quiet = sides !== undefined && isQuiet(sides);
    quietSince = quiet ? Math.min(quietSince, performance.now()) : Infinity;
    if (quiet && (isSame(sides) || performance.now() - quietSince > LAST_CHANCE_MS)) return sides;
    await pause(LOOK_MS);
  }
  return undefined;
}

/** Undefined while one of them is not there. */
async function look([a, b]: readonly [Actor, Actor]): Promise<Sides | undefined> {
  if (!a.ready || !b.ready) return undefined;
  try {
    return await Promise.all([a.look(b), b.look(a)]);
  } catch {
    return undefined; // It has just died: an armed failpoint of the storm.
  }
}

/** Nobody waits for anything. */
const isQuiet = (sides: Sides): boolean =>
  sides.every(
    ({ status, history }) => status.waiting === 0 && status.missing.length === 0 && history.undelivered.length === 0,
  );

const isSame = ([a, b]: Sides): boolean =>
  a.history.outgoing.length === b.history.incoming.length && b.history.outgoing.length === a.history.incoming.length;

/** After a storm: everybody is up, nobody dies, and everything must come to rest by itself. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from './actor.ts';
import type { StatusAnswer } from './peer-orders.ts';
import type { Broken, Side } from './promises.ts';

/** Reconnects wait at most 30 s. */
const SETTLE_MS = 60_000;
const LOOK_MS = 100;
/** Nobody waits for anything, and still they show different things: so long it may be that something is under way. */
const LAST_CHANCE_MS = 5_000;

export interface Calm {
  /** What each side shows; undefined where nobody could look. */
  readonly sides: readonly Side[] | undefined;
  readonly broken: readonly Broken[];
}

/** All at rest; then a word from each to each, to see that they still talk. */
export async function becomeCalm(
  peers: readonly Actor[],
  { restartAll, isOver }: { readonly restartAll: () => void; readonly isOver: () => boolean },
): Promise<Calm> {
  const sides = await atRest(peers, isOver);
  if (sides === undefined) {
    if (isOver()) return { sides: await look(peers), broken: [] };
    restartAll();
    const later = await atRest(peers, isOver);
    const after = later === undefined ? 'nor after a restart of all' : 'but after a restart of all';
    const what = `not at rest ${SETTLE_MS / 1_000} s after the last kill, ${after}`;
    return { sides: later ?? (await look(peers)), broken: [{ promise: 'C', what }] };
  }
  if (!isSame(sides)) return { sides, broken: [] };
  await Promise.allSettled(peers.map((peer) => peer.sayToAll()));
  const still = await atRest(peers, isOver);
  if (still !== undefined) return { sides: still, broken: [] };
  const what = 'they were at rest, and could not talk any more';
  return { sides: (await look(peers)) ?? sides, broken: [{ promise: 'S', what }] };
}

async function atRest(peers: readonly Actor[], isOver: () => boolean): Promise<readonly Side[] | undefined> {
  const until = performance.now() + SETTLE_MS;
  let quietSince = Infinity;
  while (performance.now() < until && !isOver()) {
    // Histories are read once nobody waits for anything.
    const statuses = await ask(peers, (peer) => peer.quiet());
    const sides = statuses?.every(isIdle) === true ? await look(peers) : undefined;
    const quiet = sides?.every(isQuiet) === true;
    quietSince = quiet ? Math.min(quietSince, performance.now()) : Infinity;
    if (quiet && (isSame(sides) || performance.now() - quietSince > LAST_CHANCE_MS)) return sides;
    await pause(LOOK_MS);
  }
  return undefined;
}

const look = (peers: readonly Actor[]): Promise<readonly Side[] | undefined> => ask(peers, (peer) => peer.look());

/** Undefined while one of them is not there. */
async function ask<T>(
  peers: readonly Actor[],
  question: (peer: Actor) => Promise<T>,
): Promise<readonly T[] | undefined> {
  if (!peers.every(({ ready }) => ready)) return undefined;
  try {
    return await Promise.all(peers.map(question));
  } catch {
    return undefined; // It has just died: an armed failpoint of the storm.
  }
}

const isIdle = (status: StatusAnswer): boolean => status.waiting === 0 && status.missing.length === 0;

const isQuiet = ({ status, parts }: Side): boolean =>
  isIdle(status) && Object.values(parts).every(({ history }) => history.undelivered.length === 0);

/** Each shows as many texts of each as that one shows itself. */
const isSame = (sides: readonly Side[]): boolean =>
  sides.every((from) =>
    sides.every((to) => {
      const [sent, received] = [from.parts[to.name], to.parts[from.name]];
      return sent?.history.outgoing.length === received?.history.incoming.length;
    }),
  );

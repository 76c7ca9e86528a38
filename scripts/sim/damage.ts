/**
 * A bit of a file flips, or a file loses its end, while its peer is down: never silently. Either the peer says at its start that
 * something is wrong, by a code, or what it shows is what it showed before.
 *
 * Nobody else is there meanwhile, so that nothing but the damage can change what is shown.
 */
import { closeSync, openSync, readdirSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from './actor.ts';
import type { HistoryAnswer } from './peer-orders.ts';
import { Misbehaviour } from './processes.ts';
import type { Broken, Side } from './promises.ts';
import { Dice } from './random.ts';

/** LevelDB's own log for people, and files that hold nothing. */
const NO_STORE = /^(LOG|LOG\.old|LOCK|.*\.lock|.*\.sock)$/;
/** A check in the background may tell it as well. */
const TELL_MS = 5_000;
const LOOK_MS = 100;
/** What a peer misses that is alone in the world. */
const ALONE = new Set(['server-unreachable']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() && !NO_STORE.test(entry.name) && statSync(path).size > 0 ? [path] : [];
    });
}

/** @returns what was done, undefined where there is no file */
export function damageFile(folder: string, dice: Dice): string | undefined {
  const files = filesBelow(folder);
  if (files.length === 0) return undefined;
  const path = dice.pick(files);
  const { size } = statSync(path);
  const at = dice.between(0, size - 1);
  const name = relative(folder, path);
  if (dice.chance(0.25)) {
    truncateSync(path, at);
    return `${name} cut from ${size} to ${at}`;
  }
  const bit = dice.between(0, 7);
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ (1 << bit);
  writeSync(file, byte, 0, 1, at);
  closeSync(file);
  return `${name}, bit ${bit} of byte ${at} of ${size}`;
}

export interface Damaged {
  readonly flips: number;
  readonly broken: readonly Broken[];
  /** One a flip, for the counts of the report: the kind of file, and what its peer did. */
  readonly outcomes: readonly string[];
}

/** Of what was done, the kind of file: its name without its numbers. */
const kindOf = (what: string): string =>
  what
    .replace(/[ ,].*$/, '')
    .replace(/^.*\//, '')
    .replace(/[-\d]*\d/, '');

/** All of them are down. @param sides what each showed before */
export async function damageStores(
  peers: readonly Actor[],
  sides: readonly Side[],
  { seed, invite }: { readonly seed: string; readonly invite: Promise<string> },
): Promise<Damaged> {
  const broken: Broken[] = [];
  const outcomes: string[] = [];
  for (const side of sides) {
    const peer = peers.find(({ name }) => name === side.name);
    const what = peer === undefined ? undefined : damageFile(peer.folder, new Dice(seed, side.name, 'damage'));
    if (peer === undefined || what === undefined) continue;
    const seen = await see(peer, side, invite);
    outcomes.push(`damage ${kindOf(what)} ${seen.outcome}`);
    if (seen.promise !== undefined)
      broken.push({ promise: seen.promise, what: `${side.name}: ${what}: ${seen.outcome}` });
  }
  return { flips: outcomes.length, broken, outcomes };
}

async function see(
  peer: Actor,
  before: Side,
  invite: Promise<string>,
): Promise<{ readonly outcome: string; readonly promise?: Broken['promise'] }> {
  const running = peer.start({});
  try {
    await peer.join(invite, []);
    const isSame = await showsTheSame(peer, before);
    const until = performance.now() + TELL_MS;
    while (true) {
      const { missing } = await peer.peer.order({ do: 'status' });
      const told = missing.filter((code) => !ALONE.has(code));
      if (told.length > 0) return { outcome: `told: ${told.join(', ')}` };
      if (isSame) return { outcome: 'harmless' };
      if (performance.now() > until) return { outcome: 'silent, and something else is shown', promise: 'E' };
      await pause(LOOK_MS);
    }
  } catch (error) {
    if (!(error instanceof Misbehaviour)) return { outcome: 'ended by itself', promise: 'C' };
    if (error.message.startsWith('fault')) return { outcome: `no code: ${error.message}`, promise: 'E' };
    return { outcome: `refused: ${error.message}` };
  } finally {
    peer.kill();
    await running.ended;
    peer.ended();
  }
}

async function showsTheSame(peer: Actor, before: Side): Promise<boolean> {
  const text = ({ incoming, outgoing, undelivered }: HistoryAnswer): string =>
    JSON.stringify([incoming, outgoing, undelivered]);
  for (const [friend, { history }] of Object.entries(before.parts)) {
    if (text(await peer.peer.order({ do: 'history', with: friend })) !== text(history)) return false;
  }
  return true;
}

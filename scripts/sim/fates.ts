/** How a life of a process ends: at a failpoint, at any moment, or by leaving; drawn from the run's seed. */
import { FAILPOINTS, type FailpointName } from '../../shared/failpoints.ts';
import type { WorldKind } from './plan.ts';
import type { Dice } from './random.ts';

export type ActorKind = 'peer' | 'server';

export type Fate =
  /** Dies there; or, where it does not get there in time, killed at that moment. */
  | { readonly how: 'failpoint'; readonly name: FailpointName; readonly hit: number; readonly ms: number }
  /** Killed after so many milliseconds, wherever it is. */
  | { readonly how: 'kill'; readonly ms: number }
  /** Says goodbye and ends; no kill, and its friends turn to the mailbox. */
  | { readonly how: 'leave'; readonly ms: number };

export interface Life {
  readonly fate: Fate;
  /** How long it is away before its next life: long enough, now and then, for the mailbox to fill. */
  readonly awayMs: number;
}

/** The most times that a failpoint lets pass. Others come with every message or batch. */
const SELDOM: Readonly<Partial<Record<FailpointName, number>>> = {
  'file-before-rename': 2,
  'file-after-rename': 2,
  'reseal-before-commit': 3,
  'reseal-committed': 3,
  'session-opened': 1,
  'session-accepted': 1,
  'envelope-unsealed': 1,
  'deposit-before-send': 15,
  'deposit-answered': 15,
  'deposit-settled': 15,
  'drain-received': 2,
  'drain-opened': 2,
  'drain-committed': 2,
  'drain-acknowledged': 2,
  'transient-sealed': 1,
  'transient-committed': 1,
  'transient-sent': 1,
  'receipt-applied': 2,
  'prekeys-made': 1,
  'prekeys-committed': 1,
  'prekeys-published': 1,
  'prekeys-confirmed': 1,
  'server-login-committed': 3,
  'server-deposit-taken': 15,
  'server-deposit-kept': 15,
  'server-deposit-committed': 15,
  'server-deposit-answered': 15,
  'server-drain-read': 3,
  'server-acknowledge-taken': 2,
  'server-acknowledge-step': 2,
  'server-acknowledge-committed': 2,
  'server-prekeys-taken': 1,
  'server-prekeys-stored': 1,
  'server-prekeys-handed-out': 1,
};
const OFTEN: Readonly<Record<ActorKind, number>> = { peer: 30, server: 8 };

/** Reached while an account comes to be and two become friends, and hardly ever after that. */
const BEGINNING: ReadonlySet<FailpointName> = new Set<FailpointName>([
  'file-before-rename',
  'file-after-rename',
  'session-opened',
  'session-accepted',
  'reseal-before-commit',
  'reseal-committed',
  'prekeys-made',
  'prekeys-committed',
  'prekeys-published',
  'prekeys-confirmed',
  'server-login-committed',
  'server-prekeys-taken',
  'server-prekeys-stored',
  'server-prekeys-handed-out',
]);

/** Reached by way of a mailbox: often, where peers are seldom there at the same time. */
const MAILBOX = /^(deposit|drain|transient|receipt|envelope-unsealed|server-deposit|server-drain|server-acknowledge)/;

/** Lives in which the beginning is most likely under way. */
const BEGINNING_LIVES = 3;

const namesOf = (kind: ActorKind): readonly FailpointName[] => [...FAILPOINTS.storage, ...FAILPOINTS[kind]];

/** How often a life that is no beginning ends at any moment, by the kind of its world. */
const ANY_MOMENT_SHARE: Readonly<Record<WorldKind, number>> = { crash: 0.1, damage: 0.1, power: 0.6 };
/**
 * In worlds of power cuts it ends while the chat goes, its links are up, and some batch waits for the disk: between the steps that
 * failpoints name, what had left is not told from what had not.
 */
const ANY_MOMENT_MS: Readonly<Record<WorldKind, readonly [number, number]>> = {
  crash: [0, 1_500],
  damage: [0, 1_500],
  power: [400, 2_000],
};

/**
 * @param number of the life, from 0
 * @param apart the peers are seldom there at the same time from now on
 */
export function drawLife(
  dice: Dice,
  kind: ActorKind,
  number: number,
  { apart = false, world = 'crash' }: { readonly apart?: boolean; readonly world?: WorldKind } = {},
): Life {
  const brief = dice.chance(0.3) ? dice.between(500, 2_500) : dice.between(0, 100);
  const awayMs = apart && kind === 'peer' ? dice.between(1_500, 6_000) : brief;
  // A friend who does not come is waited for before a text goes to the mailbox.
  const ms = apart ? dice.between(3_000, 6_000) : dice.between(800, 2_500);
  const beginning = number < BEGINNING_LIVES && !apart;
  if (beginning && dice.chance(0.3)) return { fate: { how: 'kill', ms: dice.between(50, 1_500) }, awayMs };
  if (!beginning && dice.chance(ANY_MOMENT_SHARE[world])) {
    return { fate: { how: 'kill', ms: dice.between(...ANY_MOMENT_MS[world]) }, awayMs };
  }
  if (!beginning && kind === 'peer' && dice.chance(0.07))
    return { fate: { how: 'leave', ms }, awayMs: dice.between(500, 2_000) };
  const all = namesOf(kind);
  const mailbox = apart && !beginning && dice.chance(0.7);
  const apt = all.filter((name) => (mailbox ? MAILBOX.test(name) : BEGINNING.has(name) === beginning));
  const name = dice.pick(dice.chance(0.97) ? apt : all);
  return { fate: { how: 'failpoint', name, hit: dice.magnitude(SELDOM[name] ?? OFTEN[kind]), ms }, awayMs };
}

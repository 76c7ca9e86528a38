/**
 * Places at which a harness may let a process die, as a power switch would: between any two steps of a flow whose order keeps
 * messages from being lost (scripts/sim). Off unless `MIYU_FAILPOINT=name:hit` names one when the process starts; then the process
 * kills itself with SIGKILL the hit-th time it gets there. The bundles have none: esbuild replaces the constant (scripts/build.ts).
 */

/** Reached by both sides: the group commit, the anchor beside it, and files that are replaced as a whole. */
const STORAGE = [
  'commit-before-write',
  'commit-after-write',
  'commit-told',
  'anchor-before-write',
  'anchor-after-write',
  'file-before-rename',
  'file-after-rename',
] as const;

const PEER = [
  'send-sealed',
  'send-committed',
  'lane-before-commit',
  'lane-after-commit',
  'direct-before-send',
  'direct-sent',
  'direct-acknowledged',
  'direct-settled',
  'reseal-before-commit',
  'reseal-committed',
  'session-opened',
  'session-accepted',
  'envelope-unsealed',
  'deposit-before-send',
  'deposit-answered',
  'deposit-settled',
  'receive-arrived',
  'receive-opened',
  'receive-committed',
  'receive-acknowledged',
  'drain-received',
  'drain-opened',
  'drain-committed',
  'drain-acknowledged',
  'transient-sealed',
  'transient-committed',
  'transient-sent',
  'receipt-applied',
  'prekeys-made',
  'prekeys-committed',
  'prekeys-published',
  'prekeys-confirmed',
] as const;

/** Of friendships that begin without a server; the storms of scripts/sim begin none. */
const MEETING = ['meet-prekeys-kept', 'meet-request-kept', 'meet-asked', 'meet-noted'] as const;

const SERVER = [
  'server-login-committed',
  'server-deposit-taken',
  'server-deposit-kept',
  'server-deposit-committed',
  'server-deposit-answered',
  'server-drain-read',
  'server-acknowledge-taken',
  'server-acknowledge-step',
  'server-acknowledge-committed',
  'server-prekeys-taken',
  'server-prekeys-stored',
  'server-prekeys-handed-out',
] as const;

export const FAILPOINTS = { storage: STORAGE, peer: PEER, meeting: MEETING, server: SERVER } as const;

export type FailpointName =
  (typeof STORAGE)[number] | (typeof PEER)[number] | (typeof MEETING)[number] | (typeof SERVER)[number];

/** How often it must be reached before the process dies: from 1. */
export interface Armed {
  readonly name: string;
  readonly hit: number;
}

/** Set by the bundler alone: in the bundles a failpoint is an empty call. */
declare const MIYU_WITHOUT_FAILPOINTS: boolean | undefined;

/** @returns undefined for anything but `name:hit` with a name of the lists above and a number from 1 */
export function parseFailpoint(text: string | undefined): Armed | undefined {
  const [, name, hit] = /^([a-z-]{1,40}):([1-9][0-9]{0,8})$/.exec(text ?? '') ?? [];
  const known: readonly string[] = [...STORAGE, ...PEER, ...MEETING, ...SERVER];
  return name !== undefined && known.includes(name) ? { name, hit: Number(hit) } : undefined;
}

const armed =
  typeof MIYU_WITHOUT_FAILPOINTS === 'undefined' ? parseFailpoint(process.env['MIYU_FAILPOINT']) : undefined;
let reached = 0;

/** Between the step before and the step after this line, the process may end. */
export function failpoint(name: FailpointName): void {
  if (typeof MIYU_WITHOUT_FAILPOINTS === 'undefined' && armed !== undefined) pass(name, armed);
}

function pass(name: FailpointName, { name: chosen, hit }: Armed): void {
  if (name !== chosen) return;
  reached += 1;
  if (reached === hit) process.kill(process.pid, 'SIGKILL');
}

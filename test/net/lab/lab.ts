/** A lab for one test: the test is skipped, with the reason, where this machine cannot have it; nothing of it is left behind. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, type TestContext } from 'vitest';
import type { Message } from '../../../node/api/contract-views.ts';
import { Lab } from '../../../scripts/sim/lab/lab.ts';
import { missingFor, type Need } from '../../../scripts/sim/lab/needs.ts';
import type { LabPeer } from '../../../scripts/sim/lab/programs.ts';
import { topologyNamed, type TopologyName } from '../../../scripts/sim/lab/topologies.ts';
import { populateWithFriends, type World } from '../../../scripts/sim/lab/world.ts';

export async function labFor(context: TestContext, ...needs: readonly Need[]): Promise<Lab> {
  const missing = missingFor(...needs);
  if (missing !== undefined) context.skip(missing);
  const lab = await Lab.create();
  context.onTestFinished(() => lab.remove());
  return lab;
}

/** @param more what the test itself needs beside the topology */
export async function friendsIn(context: TestContext, name: TopologyName, ...more: readonly Need[]): Promise<World> {
  return await friendsOf(context, name, more, []);
}

/** The same, with a server that relays. */
export async function friendsWithRelay(context: TestContext, name: TopologyName): Promise<World> {
  return await friendsOf(context, name, [], ['--relay']);
}

async function friendsOf(
  context: TestContext,
  name: TopologyName,
  more: readonly Need[],
  serverFlags: readonly string[],
): Promise<World> {
  const buildError = inject('buildError');
  if (buildError !== '') throw new Error(buildError);
  const topology = topologyNamed(name);
  const lab = await labFor(context, ...new Set([...topology.needs, ...more]));
  const folder = await mkdtemp(join(tmpdir(), 'miyu-lab-'));
  // Hooks run in the reverse order of their making: this one has to come after the lab's.
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  context.onTestFinished(async () => {
    await lab.remove();
    await removeFolder();
  });
  return await populateWithFriends(lab, topology, folder, ...serverFlags);
}

/** Everything that a peer shows of a friend's presence from now on, and whether it was ever online without a path. */
export function watchPresence(context: TestContext, peer: LabPeer, friend: LabPeer): string[] {
  const shown: string[] = [];
  const end = new AbortController();
  context.onTestFinished(() => end.abort());
  const note = (presence: string, path: string | null): void => {
    const text = `${presence} ${path ?? 'without a path'}`;
    if (shown.at(-1) !== text) shown.push(text);
  };
  const watch = async (): Promise<void> => {
    const { cursor } = await peer.api.call('cursor');
    for await (const { event } of peer.api.events(cursor)) {
      if (end.signal.aborted) return;
      if (event.type === 'presence' && event.name === friend.name) note(event.presence, event.path);
    }
  };
  watch().catch(() => undefined); // The peer has ended.
  return shown;
}

export const textsOf = (messages: readonly Message[]): string[] => messages.map(({ text }) => text);
export const pathsOf = (messages: readonly Message[]): (string | null)[] => [
  ...new Set(messages.map(({ path }) => path)),
];

/** A person's program from its start to a friend on the list. */
import { waitFor, type LabPeer } from '../programs.ts';

export const seconds = (since: number): number => (performance.now() - since) / 1_000;

/** Shown online; a peer that is not unlocked yet shows nobody. */
export async function shows(peer: LabPeer, friend: LabPeer): Promise<void> {
  await waitFor(`${peer.name} shows ${friend.name} online`, async () => {
    const found = await peer.friend(friend.name).catch(() => undefined);
    return found?.presence === 'online';
  });
}

export async function misses(peer: LabPeer, friend: LabPeer): Promise<void> {
  await waitFor(
    `${peer.name} misses ${friend.name}`,
    async () => (await peer.friend(friend.name))?.presence !== 'online',
  );
}

export interface Start {
  readonly ready: number;
  readonly signedIn: number;
  /** Until it shows the friend online. */
  readonly shown: number;
}

/** The process's start, its sign-in, and the friend on the list; seconds from the first. A login may wait for a server that is gone. */
export async function startOf(peer: LabPeer, friend: LabPeer): Promise<Start> {
  const since = performance.now();
  await peer.up();
  const ready = seconds(since);
  let signedIn = Number.NaN;
  const login = peer.login().then(() => (signedIn = seconds(since)));
  await shows(peer, friend);
  const shown = seconds(since);
  await login;
  return { ready, signedIn, shown };
}

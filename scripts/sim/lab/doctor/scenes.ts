/** Which faults are played where. A scene has a network of its own; its faults are played one behind the other. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Lab } from '../lab.ts';
import { judge, type Judged } from './fault.ts';
import { FRIEND_FAULTS, STALE_FAULTS } from './faults-friends.ts';
import { HOMES_FAULTS, MACHINE_FAULTS, NUMBERS_FAULTS, RELAY_FAULTS } from './faults-machine.ts';
import { PUBLIC_FAULTS, SERVER_FAULTS } from './faults-server.ts';
import { homes, street, type Fault, type Stage } from './stage.ts';

export interface Scene {
  readonly name: string;
  readonly faults: readonly Fault[];
  readonly build: (lab: Lab, folder: string) => Promise<Stage>;
}

export const SCENES: readonly Scene[] = [
  { name: 'server', faults: SERVER_FAULTS, build: (lab, folder) => street(lab, folder) },
  { name: 'friend', faults: [...FRIEND_FAULTS, ...STALE_FAULTS], build: (lab, folder) => street(lab, folder) },
  { name: 'machine', faults: MACHINE_FAULTS, build: (lab, folder) => street(lab, folder) },
  { name: 'public', faults: PUBLIC_FAULTS, build: (lab, folder) => street(lab, folder, 'public') },
  { name: 'homes', faults: HOMES_FAULTS, build: (lab, folder) => homes(lab, folder) },
  { name: 'numbers', faults: NUMBERS_FAULTS, build: (lab, folder) => homes(lab, folder, { others: 3 }) },
  {
    ...{ name: 'relay', faults: RELAY_FAULTS },
    build: (lab, folder) => homes(lab, folder, { serverFlags: ['--relay', '--relay-max-reservations', '1'] }),
  },
];

export interface ScenePlay {
  /** For stores and profiles; whoever plays removes it. */
  readonly folder: string;
  /** By their names; left out: all. */
  readonly wanted?: (fault: Fault) => boolean;
  readonly onBegin?: (fault: Fault) => void;
  readonly onJudged?: (judged: Judged) => void;
  readonly signal?: AbortSignal;
}

/** @throws Error where a fault could not be played; nothing of the network is left */
export async function playScene({ name, faults, build }: Scene, play: ScenePlay): Promise<readonly Judged[]> {
  const chosen = faults.filter((fault) => play.wanted?.(fault) ?? true);
  if (chosen.length === 0) return [];
  const folder = join(play.folder, name);
  mkdirSync(folder);
  const lab = await Lab.create();
  const all: Judged[] = [];
  try {
    const stage = await build(lab, folder);
    for (const fault of chosen) {
      if (play.signal?.aborted === true) break;
      play.onBegin?.(fault);
      const { findings, seconds } = await stage.examine(fault).catch((error: unknown) => {
        throw new Error(`${fault.name}: ${error instanceof Error ? error.message : String(error)}`);
      });
      const judged = judge(fault, findings, seconds);
      all.push(judged);
      play.onJudged?.(judged);
    }
  } finally {
    await lab.remove();
  }
  return all;
}

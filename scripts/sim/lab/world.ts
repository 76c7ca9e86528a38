/** A topology with its people in it: the server runs, alice and bob have registered there. */
import type { Lab } from './lab.ts';
import { LabPeer, LabServer, befriend } from './programs.ts';
import type { Topology } from './topologies.ts';

export interface World {
  readonly lab: Lab;
  readonly server: LabServer;
  readonly alice: LabPeer;
  readonly bob: LabPeer;
}

/** @param folder where stores and profiles are made; the caller removes it @param serverFlags of `miyu-rendezvous up` */
export async function populate(
  lab: Lab,
  topology: Topology,
  folder: string,
  ...serverFlags: readonly string[]
): Promise<World> {
  await topology.build(lab);
  const server = await LabServer.start(lab.hostNamed('server'), folder, ...serverFlags);
  const [alice, bob] = await Promise.all(
    (['alice', 'bob'] as const).map((name) => LabPeer.register(lab.hostNamed(name), folder, server)),
  );
  if (alice === undefined || bob === undefined) throw new Error('nobody came');
  return { lab, server, alice, bob };
}

/** The same, and they are friends; whether they have a path is the network's affair. */
export async function populateWithFriends(
  lab: Lab,
  topology: Topology,
  folder: string,
  ...serverFlags: readonly string[]
): Promise<World> {
  const world = await populate(lab, topology, folder, ...serverFlags);
  await befriend(world.alice, world.bob);
  return world;
}

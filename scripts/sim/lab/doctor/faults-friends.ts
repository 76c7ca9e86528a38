/** What keeps alice from a friend, in a `street` with private addresses: bob is on her switch, carol behind the router. */
import type { LabPeer } from '../programs.ts';
import { LETS_NOTHING_IN, filter } from './rules.ts';
import { anotherPeer, type Fault, type Stage } from './stage.ts';

const about = 'friend';
const bobDown = { bob: 'down' } as const;
const carolDown = { carol: 'down' } as const;
const nothing = (): Promise<void> => Promise.resolve();

const plugged = async (stage: Stage): Promise<void> => {
  await stage.bob.host.link.up();
  await stage.lab.renew(stage.bob.host);
};
const apart = (stage: Stage, on: boolean): Promise<void> => stage.lab.switchNamed('home').isolate(on);
const forgotten = (stage: Stage): Promise<void> => stage.alice.host.namespace.ip('neigh flush all');

const atBob = (name: string, ...rules: readonly string[]): Fault => ({
  ...{ name, about, right: ['port-filtered'], who: 'bob', begin: bobDown },
  play: (stage) => filter(stage.bob.host, 'input', ...rules),
  mend: (stage) => filter(stage.bob.host, 'input'),
});

/** What is told of the next fault must not be of this one. */
const met = async (stage: Stage): Promise<void> => {
  await stage.meets(stage.bob);
  await stage.meets(stage.carol);
};

export const FRIEND_FAULTS: readonly Fault[] = [
  { name: 'nothing is wrong with bob', about, right: [], who: 'bob', play: nothing },
  { name: 'bob’s program has ended', about, right: ['refused'], who: 'bob', begin: bobDown, play: nothing },
  atBob('bob’s firewall lets no connection in', 'meta l4proto tcp drop'),
  {
    ...atBob('bob’s firewall lets nothing in at all', ...LETS_NOTHING_IN),
    play: async (stage) => {
      await filter(stage.bob.host, 'input', ...LETS_NOTHING_IN);
      await stage.longAfter(stage.bob);
    },
  },
  {
    ...{ name: 'bob’s firewall lets nothing in, and he is met a minute later', about, right: ['port-filtered'] },
    ...{ who: 'bob', begin: bobDown },
    play: async (stage) => {
      await filter(stage.bob.host, 'input', ...LETS_NOTHING_IN);
      await stage.aMinuteLater();
    },
    mend: (stage) => filter(stage.bob.host, 'input'),
  },
  {
    ...{ name: 'bob’s cable is pulled while they talk', about, right: ['host-absent'], who: 'bob' },
    play: async (stage) => {
      await stage.bob.host.link.down();
      await stage.misses(stage.bob);
    },
    mend: async (stage) => {
      await plugged(stage);
      await met(stage);
    },
  },
  {
    ...{ name: 'bob’s cable was pulled a moment ago', about, right: ['host-absent'], who: 'bob', begin: bobDown },
    play: async (stage) => {
      // Met just now, so that alice’s system trusts what it knows of him.
      await forgotten(stage);
      await stage.alice.host.probe.dial(stage.bob.host.address, 9);
      await stage.meetPrinter();
      await stage.bob.host.link.down();
    },
    mend: plugged,
  },
  {
    ...{ name: 'bob’s cable was pulled a while ago', about, right: ['host-absent'], who: 'bob', begin: bobDown },
    play: async (stage) => {
      await stage.bob.host.link.down();
      await stage.aMinuteLater();
    },
    mend: plugged,
  },
  {
    ...{ name: 'the access point keeps machines apart', about, right: ['ap-isolation'], who: 'bob', begin: bobDown },
    play: async (stage) => {
      await apart(stage, true);
      await stage.aMinuteLater();
    },
    mend: (stage) => apart(stage, false),
  },
  {
    ...{ name: 'the access point begins to keep machines apart while they talk', about, right: ['ap-isolation'] },
    who: 'bob',
    play: async (stage) => {
      await stage.meetPrinter();
      await apart(stage, true);
      await stage.misses(stage.bob);
    },
    mend: async (stage) => {
      await apart(stage, false);
      await met(stage);
    },
  },
  {
    ...{ name: 'the access point keeps machines apart since a moment', about, right: ['ap-isolation'] },
    ...{ who: 'bob', begin: bobDown },
    play: async (stage) => {
      await forgotten(stage);
      await stage.alice.host.probe.dial(stage.bob.host.address, 9);
      await stage.meetPrinter();
      await apart(stage, true);
    },
    mend: (stage) => apart(stage, false),
  },
  {
    ...{ name: 'a VPN takes the way to bob, who is near', about, right: ['vpn-route'], who: 'bob', begin: bobDown },
    play: async (stage) => vpns.set(stage, await stage.alice.host.vpn({ routes: [`${stage.bob.host.address}/32`] })),
    mend: (stage) => stage.alice.host.namespace.ip(`link del ${vpns.get(stage) ?? ''}`),
  },
  {
    ...{ name: 'bob’s machine stands still', about, right: ['mute'], who: 'bob' },
    play: async (stage) => {
      stage.freeze(stage.bob.host);
      await stage.misses(stage.bob);
    },
    mend: async (stage) => {
      await stage.thaw(stage.bob.host);
    },
  },
  {
    ...{ name: 'another device has bob’s address', about, right: ['wrong-key'], who: 'bob', begin: bobDown },
    play: async (stage) => others.set(stage, await anotherPeer(stage, stage.bob.host, 'dave')),
    mend: async (stage) => await others.get(stage)?.leave(),
  },
  { name: 'carol’s program has ended', about, right: ['refused'], who: 'carol', begin: carolDown, play: nothing },
  {
    ...{ name: 'nothing leads to carol’s network', about, right: ['different-subnets'], who: 'carol' },
    begin: carolDown,
    play: (stage) => filter(stage.host('r'), 'forward', 'iifname "eth0" oifname "eth1" drop'),
    mend: (stage) => filter(stage.host('r'), 'forward'),
  },
  {
    ...{ name: 'carol’s cable is pulled while they talk', about, right: ['host-absent'], who: 'carol' },
    play: async (stage) => {
      await stage.carol.host.link.down();
      await stage.misses(stage.carol);
    },
    mend: async (stage) => {
      await stage.carol.host.link.up();
      await stage.lab.renew(stage.carol.host);
      await met(stage);
    },
  },
  {
    ...{ name: 'carol’s firewall lets nothing in at all', about, right: ['port-filtered'], who: 'carol' },
    begin: carolDown,
    play: async (stage) => {
      await filter(stage.carol.host, 'input', ...LETS_NOTHING_IN);
      await stage.longAfter(stage.carol);
    },
    mend: (stage) => filter(stage.carol.host, 'input'),
  },
];

const DAYS_MS = 3 * 86_400_000;

/** Clocks go on and do not come back: the last of a stage. */
export const STALE_FAULTS: readonly Fault[] = [
  {
    ...{ name: 'bob was not there for days', about, right: ['record-stale'], who: 'bob', begin: bobDown },
    play: async (stage) => {
      await Promise.all([stage.alice.leave(), stage.server.end()]);
      await stage.server.up({ clockAheadMs: DAYS_MS });
      await stage.alice.back({ clockAheadMs: DAYS_MS });
      await stage.aliceIs('online');
    },
  },
];

const others = new WeakMap<Stage, LabPeer>();
const vpns = new WeakMap<Stage, string>();

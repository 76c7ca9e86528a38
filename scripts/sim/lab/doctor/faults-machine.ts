/** What is wrong with alice’s own machine or network, in a `street`; and two homes behind NATs. */
import { PEER_PORT } from '../programs.ts';
import { filter } from './rules.ts';
import type { Fault, Stage } from './stage.ts';

const about = 'machine';
const nothing = (): Promise<void> => Promise.resolve();
const HOURS_MS = 3 * 3_600_000;

const otherClock = (name: string, clockAheadMs: number): Fault => ({
  ...{ name, about, right: ['clock-off'] },
  play: async (stage) => {
    await stage.alice.leave();
    await stage.alice.back({ clockAheadMs });
    await stage.aliceIs('online');
  },
  mend: async (stage) => {
    await stage.alice.leave();
    await stage.alice.back();
  },
});

export const MACHINE_FAULTS: readonly Fault[] = [
  { name: 'nothing is wrong here', about, right: [], play: (stage) => stage.meetPrinter() },
  {
    ...{ name: 'the access point drops multicast', about, right: ['multicast-dropped'] },
    play: async (stage) => {
      await stage.meetPrinter();
      await stage.lab.switchNamed('home').dropMulticast(true);
    },
    mend: (stage) => stage.lab.switchNamed('home').dropMulticast(false),
  },
  {
    ...{ name: 'own firewall drops mDNS', about, right: ['multicast-blocked'] },
    play: (stage) => stage.alice.host.firewall({ dropUdp: 5353 }),
    mend: (stage) => stage.alice.host.firewall(),
  },
  {
    ...{ name: 'own firewall lets no mDNS in', about, right: ['multicast-blocked'] },
    play: (stage) => filter(stage.alice.host, 'input', 'udp dport 5353 drop'),
    mend: (stage) => filter(stage.alice.host, 'input'),
  },
  otherClock('own clock is three hours behind', -HOURS_MS),
  {
    ...{ name: 'the own port is another program’s', about, right: ['port-taken'], alsoTrue: ['peer-not-running'] },
    // Of alice’s running peer, which is another program for a profile beside hers.
    play: (stage) => stage.askAlone({ listen: [`/ip4/0.0.0.0/tcp/${PEER_PORT}`] }),
  },
  {
    ...{ name: 'own cable is pulled', about, right: ['no-network'] },
    play: async (stage) => {
      await stage.alice.host.link.down();
      await stage.aliceIs('connecting');
    },
    mend: async (stage: Stage) => {
      await stage.alice.host.link.up();
      await stage.lab.renew(stage.alice.host);
    },
  },
];

/** Without a relay. */
export const HOMES_FAULTS: readonly Fault[] = [
  {
    ...{ name: 'a router with NAT is between', about, right: ['behind-nat'], isNote: true },
    play: nothing,
  },
  {
    ...{ name: 'two homes behind NATs', about: 'friend', right: ['both-behind-nat'], who: 'bob' },
    alsoTrue: ['behind-nat'],
    play: nothing,
  },
];

/** Most homes have the same network, and in it machines have other addresses. */
export const NUMBERS_FAULTS: readonly Fault[] = [
  {
    ...{
      name: 'two homes behind NATs, where nobody here has bob’s number',
      about: 'friend',
      right: ['both-behind-nat'],
    },
    ...{ who: 'bob', alsoTrue: ['behind-nat'] },
    play: nothing,
  },
];

/** A relay with one place, which bob has. */
export const RELAY_FAULTS: readonly Fault[] = [
  {
    ...{ name: 'the server’s relay has no place for us', about: 'server', right: ['relay-refused'] },
    alsoTrue: ['behind-nat', 'relayed'],
    play: nothing,
  },
];

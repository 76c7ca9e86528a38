/**
 * Networks that people have, by name. Each has the hosts `server`, `alice` and `bob`; what else there is (`cpe`, `r`) has the name under
 * which `lab.hostNamed` finds it. A new one is an entry here: tests, and `npm run sim -- lab`, know it then.
 */
import type { Host } from './host.ts';
import type { Lab } from './lab.ts';
import type { Need } from './needs.ts';

export interface Topology {
  readonly name: string;
  readonly what: string;
  readonly needs: readonly Need[];
  readonly build: (lab: Lab) => Promise<void>;
}

/** Neither private nor reserved for examples, so that miyu takes them for what they stand for; nothing of it leaves this machine. */
const INTERNET = '20.7.1.0/24';
const ELSEWHERE = '20.7.2.0/24';
/** What most routers give out: two homes have the same numbers. */
const HOME = '192.168.1.0/24';

const on = (lab: Lab, switchName: string, ...names: readonly string[]): Promise<Host[]> =>
  names.reduce<Promise<Host[]>>(
    async (before, name) => [...(await before), await lab.host(name, { on: switchName })],
    Promise.resolve([]),
  );

async function bothBehind(lab: Lab, kind: 'endpoint-dependent' | 'endpoint-independent'): Promise<void> {
  await lab.switch('internet', { subnet: INTERNET });
  await lab.switch('home-a', { subnet: HOME });
  await lab.switch('home-b', { subnet: HOME });
  await on(lab, 'internet', 'server');
  await on(lab, 'home-a', 'alice');
  await on(lab, 'home-b', 'bob');
  await lab.nat('cpe-a', { inside: 'home-a', outside: 'internet', kind });
  await lab.nat('cpe-b', { inside: 'home-b', outside: 'internet', kind });
}

export const TOPOLOGIES = [
  {
    name: 'lan',
    what: 'all three on one switch, and nothing else',
    needs: [],
    build: async (lab) => {
      await lab.switch('home');
      await on(lab, 'home', 'server', 'alice', 'bob');
    },
  },
  {
    name: 'no-multicast',
    what: 'one switch that drops multicast, as many access points do',
    needs: [],
    build: async (lab) => {
      const home = await lab.switch('home');
      await on(lab, 'home', 'server', 'alice', 'bob');
      await home.dropMulticast(true);
    },
  },
  {
    name: 'routed',
    what: 'alice at home, bob and the server elsewhere, a router r between; public addresses on both sides',
    needs: [],
    build: async (lab) => {
      await lab.switch('home', { subnet: INTERNET });
      await lab.switch('office', { subnet: ELSEWHERE });
      await on(lab, 'home', 'alice');
      await on(lab, 'office', 'server', 'bob');
      await lab.router('r', { between: ['home', 'office'] });
    },
  },
  {
    name: 'subnets',
    what: 'alice in one private subnet, bob and the server in another, a router r between',
    needs: [],
    build: async (lab) => {
      await lab.switch('home');
      await lab.switch('office');
      await on(lab, 'home', 'alice');
      await on(lab, 'office', 'server', 'bob');
      await lab.router('r', { between: ['home', 'office'] });
    },
  },
  {
    name: 'nat',
    what: 'alice at home behind a NAT cpe, bob and the server elsewhere on the internet, behind a router r',
    needs: ['nft'],
    build: async (lab) => {
      await lab.switch('internet', { subnet: INTERNET });
      await lab.switch('elsewhere', { subnet: ELSEWHERE });
      await lab.switch('home', { subnet: HOME });
      await on(lab, 'elsewhere', 'server', 'bob');
      await on(lab, 'home', 'alice');
      await lab.router('r', { between: ['internet', 'elsewhere'] });
      await lab.nat('cpe', { inside: 'home', outside: 'internet', kind: 'endpoint-independent' });
    },
  },
  {
    name: 'nat-both',
    what: 'alice and bob at two homes with the same addresses, each behind an endpoint-dependent NAT (cpe-a, cpe-b)',
    needs: ['nft'],
    build: (lab) => bothBehind(lab, 'endpoint-dependent'),
  },
  {
    name: 'nat-both-open',
    what: 'the same with endpoint-independent NATs',
    needs: ['nft'],
    build: (lab) => bothBehind(lab, 'endpoint-independent'),
  },
  {
    name: 'isolated',
    what: 'alice and bob on an access point that isolates them, the server behind its router r',
    needs: [],
    build: async (lab) => {
      const cafe = await lab.switch('cafe');
      await lab.switch('internet', { subnet: INTERNET });
      await on(lab, 'cafe', 'alice', 'bob');
      await on(lab, 'internet', 'server');
      await lab.router('r', { between: ['cafe', 'internet'] });
      await cafe.isolate(true);
    },
  },
  {
    name: 'firewall',
    what: 'one switch; bob lets nobody in',
    needs: ['nft'],
    build: async (lab) => {
      await lab.switch('home');
      const [, , bob] = await on(lab, 'home', 'server', 'alice', 'bob');
      await bob?.firewall({ dropInbound: 'all' });
    },
  },
  {
    name: 'vpn',
    what: 'one switch; a VPN has taken the way out of alice',
    needs: [],
    build: async (lab) => {
      await lab.switch('home');
      const [, alice] = await on(lab, 'home', 'server', 'alice', 'bob');
      await alice?.vpn();
    },
  },
] as const satisfies readonly Topology[];

export type TopologyName = (typeof TOPOLOGIES)[number]['name'];

/** @throws RangeError where there is none */
export function topologyNamed(name: TopologyName): Topology {
  const found = TOPOLOGIES.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`no topology ${name}`);
  return found;
}

/** What keeps alice from the server, in a `street` with private addresses. */
import { SERVER_PORT, LabServer } from '../programs.ts';
import { FORBIDS, LETS_NOTHING_IN, filter } from './rules.ts';
import type { Fault, Stage } from './stage.ts';

const about = 'server';
const serverHost = (stage: Stage) => stage.server.host;
const down = { server: 'down' } as const;

/** On the server’s machine, where nothing listens: what is filtered cannot be told from what runs behind the filter. */
const atServer = (name: string, right: string, ...rules: readonly string[]): Fault => ({
  ...{ name, about, right: [right], begin: down },
  play: (stage) => filter(serverHost(stage), 'input', ...rules),
  mend: (stage) => filter(serverHost(stage), 'input'),
});

const letsNothingIn = (name: string): Fault => ({
  ...atServer(name, 'port-filtered', ...LETS_NOTHING_IN),
  play: async (stage) => {
    await filter(serverHost(stage), 'input', ...LETS_NOTHING_IN);
    await stage.longAfter(stage.server);
  },
});

const ofAlice = (name: string, right: string, rule: (server: string) => string): Fault => ({
  ...{ name, about, right: [right], begin: down },
  play: (stage) => filter(stage.alice.host, 'output', rule(serverHost(stage).address)),
  mend: (stage) => filter(stage.alice.host, 'output'),
});

/** r leads to the server’s network by its third device. */
const ofRouter = (name: string, right: string, ...rules: readonly string[]): Fault => ({
  ...{ name, about, right: [right], begin: down },
  play: (stage) => filter(stage.host('r'), 'forward', ...rules),
  mend: (stage) => filter(stage.host('r'), 'forward'),
});

const plugged = async (stage: Stage): Promise<void> => {
  await serverHost(stage).link.up();
  await stage.lab.renew(serverHost(stage));
};
/** What is told of the next fault must not be of this one. */
const pluggedAndMet = async (stage: Stage): Promise<void> => {
  await plugged(stage);
  await stage.aliceIs('online');
};

/** The router has forgotten it since, as it does within a minute. */
const pulledBefore = (name: string): Fault => ({
  ...{ name, about, right: ['host-absent'], begin: down },
  play: async (stage) => {
    await serverHost(stage).link.down();
    await stage.host('r').namespace.ip('neigh flush all');
  },
  mend: plugged,
});

export const SERVER_FAULTS: readonly Fault[] = [
  { name: 'nothing is wrong with the server', about, right: [], play: () => Promise.resolve() },
  {
    ...{ name: 'the server hangs', about, right: ['mute'] },
    play: async (stage) => {
      stage.freeze(serverHost(stage));
      await stage.aliceIs('connecting');
    },
    mend: async (stage) => {
      await stage.thaw(serverHost(stage));
    },
  },
  { name: 'the server does not run', about, right: ['refused'], begin: down, play: () => Promise.resolve() },
  {
    ...{ name: 'another server has its address', about, right: ['wrong-key'], begin: down },
    play: async (stage) => {
      const folder = stage.fresh('another-server');
      another.set(stage, await LabServer.start(serverHost(stage), folder));
    },
    mend: async (stage) => await another.get(stage)?.end('SIGKILL'),
  },
  atServer('its port is filtered there', 'port-filtered', `tcp dport ${SERVER_PORT} drop`),
  atServer('its machine lets no connection in', 'port-filtered', 'meta l4proto tcp drop'),
  letsNothingIn('its machine lets nothing in at all'),
  atServer('a firewall there resets', 'refused', `tcp dport ${SERVER_PORT} reject with tcp reset`),
  atServer('a firewall there forbids the port (firewalld)', 'prohibited', ...FORBIDS(`tcp dport ${SERVER_PORT}`)),
  ofAlice('own firewall: nothing to the server', 'own-firewall', (server) => `ip daddr ${server} drop`),
  ofAlice(
    'own firewall: no connection to the server',
    'own-firewall',
    (server) => `ip daddr ${server} tcp dport ${SERVER_PORT} drop`,
  ),
  ofAlice(
    'own firewall: resets',
    'own-firewall',
    (server) => `ip daddr ${server} tcp dport ${SERVER_PORT} reject with tcp reset`,
  ),
  ofAlice('own firewall: refuses', 'own-firewall', (server) => `ip daddr ${server} meta l4proto tcp reject`),
  {
    ...{ name: 'a VPN takes the way to the server', about, right: ['vpn-route'], begin: down },
    play: async (stage) => vpns.set(stage, await stage.alice.host.vpn({ routes: ['10.3.0.0/24'] })),
    mend: (stage) => stage.alice.host.namespace.ip(`link del ${vpns.get(stage) ?? ''}`),
  },
  {
    ...{ name: 'the server’s cable is pulled while it is there', about, right: ['host-absent'] },
    play: async (stage) => {
      await serverHost(stage).link.down();
      await stage.aliceIs('connecting');
    },
    mend: pluggedAndMet,
  },
  {
    ...{ name: 'the server’s cable was pulled a moment ago', about, right: ['host-absent'], begin: down },
    // What r knows of it is fresh: it has just led there.
    play: (stage) => serverHost(stage).link.down(),
    mend: plugged,
  },
  pulledBefore('the server’s cable was pulled a while ago'),
  {
    ...{ name: 'the router has no way to the server', about, right: ['different-subnets'], begin: down },
    play: (stage) => stage.host('r').namespace.ip('link set dev eth2 down'),
    mend: async (stage) => {
      await stage.host('r').namespace.ip('link set dev eth2 up');
      await stage.lab.renew(stage.host('r'));
    },
  },
  ofRouter('a firewall between drops all', 'different-subnets', 'oifname "eth2" drop'),
  ofRouter('a firewall between drops the port', 'port-filtered', `oifname "eth2" tcp dport ${SERVER_PORT} drop`),
  // Whoever resets does it in the server’s name: that nothing takes the connection is all that is known.
  ofRouter('a firewall between resets', 'refused', `oifname "eth2" tcp dport ${SERVER_PORT} reject with tcp reset`),
  ofRouter('a firewall between forbids all', 'prohibited', ...FORBIDS('oifname "eth2"')),
  {
    ...{ name: 'the server is told by a name that there is not', about, right: ['unresolved'] },
    alsoTrue: ['peer-not-running'],
    play: (stage) => stage.askAlone({ server: stage.serverAt('/dns4/nowhere.invalid') }),
  },
  {
    ...{ name: 'the server has IPv6 alone, and this machine none', about, right: ['no-ipv6'] },
    alsoTrue: ['peer-not-running'],
    play: (stage) => stage.askAlone({ server: stage.serverAt('/ip6/2001:db8::9') }),
  },
];

/** The same where addresses are public: what lies beside them is nobody’s business. */
export const PUBLIC_FAULTS: readonly Fault[] = [
  pulledBefore('public: the server’s cable was pulled a while ago'),
  atServer('public: its machine lets no connection in', 'port-filtered', 'meta l4proto tcp drop'),
  // Without its neighbours, which are left alone, nothing tells it from a machine that is gone.
  letsNothingIn('public: its machine lets nothing in at all'),
  atServer('public: a firewall there forbids all', 'prohibited', ...FORBIDS('iifname "eth0"')),
];

const another = new WeakMap<Stage, LabServer>();
const vpns = new WeakMap<Stage, string>();

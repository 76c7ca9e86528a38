/** A home router that maps ports for whoever is inside and asks (UPnP): a NAT of the lab with miniupnpd, the program that many of them run. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nat } from './nat.ts';

const TABLE = 'miyu_igd';
/** They shall be the NAT's own words, so that what is listed is told apart from its rules. */
const CHAINS = { forward: 'igd_forward', nat: 'igd_in', postrouting: 'igd_out' } as const;

/** What miniupnpd fills; hooks before those of the NAT itself, which lets pass what was translated. */
const RULES = `table inet ${TABLE}
delete table inet ${TABLE}
table inet ${TABLE} {
  chain ${CHAINS.forward} { }
  chain ${CHAINS.nat} { }
  chain ${CHAINS.postrouting} { }
  chain forward {
    type filter hook forward priority -10; policy accept;
    jump ${CHAINS.forward}
  }
  chain prerouting {
    type nat hook prerouting priority -110; policy accept;
    jump ${CHAINS.nat}
  }
  chain postrouting {
    type nat hook postrouting priority 90; policy accept;
    jump ${CHAINS.postrouting}
  }
}
`;

export interface IgdOptions {
  /** It describes itself as the first version, as older routers are. */
  readonly firstVersion?: boolean;
  /** Nobody gets these ports outside: `4077-4080`. */
  readonly denied?: string;
}

export class Igd {
  readonly #nat: Nat;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #said = '';

  private constructor(nat: Nat, child: ChildProcess) {
    this.#nat = nat;
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('close', () => resolve());
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
    }
  }

  /** Needs `upnp`. It answers soon after. @param folder of the lab */
  static async start(nat: Nat, folder: string, { firstVersion = false, denied }: IgdOptions = {}): Promise<Igd> {
    await nat.namespace.nft(RULES);
    mkdirSync(folder, { recursive: true });
    const [inside, outside] = nat.interfaces;
    if (inside === undefined || outside === undefined) throw new Error(`${nat.name} has no two sides`);
    const file = join(folder, `${nat.name}-igd.conf`);
    const lines = [
      ...[`ext_ifname=${outside.device}`, `listening_ip=${inside.device}`, 'port=0'],
      ...['enable_upnp=yes', 'enable_natpmp=no', 'secure_mode=yes', 'ipv6_disable=yes', 'system_uptime=yes'],
      ...[`upnp_table_name=${TABLE}`, `upnp_nat_table_name=${TABLE}`, `upnp_forward_chain=${CHAINS.forward}`],
      ...[`upnp_nat_chain=${CHAINS.nat}`, `upnp_nat_postrouting_chain=${CHAINS.postrouting}`],
      ...['uuid=6f0e3a52-7b1c-4f2e-9a58-0c2d7f1b9e44', `force_igd_desc_v1=${firstVersion ? 'yes' : 'no'}`],
      ...(denied === undefined ? [] : [`deny ${denied} 0.0.0.0/0 0-65535`]),
      'allow 1024-65535 0.0.0.0/0 1024-65535',
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    const args = ['-d', '-f', file, '-P', join(folder, `${nat.name}-igd.pid`)];
    return new Igd(nat, nat.spawn('miniupnpd', args, { stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** Ports outside that lead in now, as the NAT's own rules have them: `4077 192.168.1.2:4077`. */
  async mapped(): Promise<string[]> {
    const { out } = await this.#nat.run('nft', ['list', 'chain', 'inet', TABLE, CHAINS.nat]);
    return [...out.matchAll(/dport (\d+) .*dnat ip to ([\d.]+:\d+)/g)].map(([, port = '', to = '']) => `${port} ${to}`);
  }

  /** Everything that it has said, for a failure. */
  get said(): string {
    return this.#said;
  }

  /** As a power cut: its rules stay or go with the router's. */
  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

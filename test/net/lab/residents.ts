/** The product's own programs on the hosts of a lab, as their bundles are. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { connectApi } from '../../../node/api/client.ts';
import type { ApiClient } from '../../../node/api/client.ts';
import type { CheckBody, FindingBody } from '../../../node/api/contract-doctor.ts';
import type { Host } from '../../../scripts/sim/lab/host.ts';
import { built } from '../../house/built.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const PASSWORD = 'plum tree 42 harbour';
const READY_MS = 60_000;

type Line = Readonly<Record<string, unknown>>;

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly ready: Line;
}

async function start(host: Host, bundle: 'miyu' | 'miyu-rendezvous', args: readonly string[]): Promise<Started> {
  const env = { PATH: process.env['PATH'], LC_ALL: 'en_US.UTF-8', MIYU_PAGE_PORT: 'off' };
  const child = host.spawn(process.execPath, [built(bundle), ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  let over = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise((resolve) => {
    child.once('close', () => {
      over = true;
      resolve(undefined);
    });
  });
  const ready = await until(
    `${bundle} on ${host.name}`,
    () => {
      const line = output.split('\n').find((each) => each.startsWith('{') && each.includes('"ready"'));
      if (line === undefined && over) throw new Error(`${bundle} ended: ${output}`);
      return line === undefined ? undefined : (JSON.parse(line) as Line);
    },
    { timeoutMs: READY_MS },
  );
  return { child, ended, ready };
}

export class LabServer {
  readonly host: Host;
  #folder = '';
  #running: Started | undefined;
  invite = '';

  constructor(host: Host) {
    this.host = host;
  }

  /** @param anew on another folder: another server, with another key */
  async up(anew = false): Promise<void> {
    if (this.#folder === '') this.#folder = join(await temporaryFolder(), 'server');
    const folder = anew ? join(await temporaryFolder(), 'another') : this.#folder;
    const listen = ['--listen', `/ip4/${this.host.address}/tcp/4000`];
    this.#running = await start(this.host, 'miyu-rendezvous', ['up', '--json', '--data', folder, ...listen]);
    if (!anew) this.invite = String(this.#running.ready['invite']);
  }

  async down(): Promise<void> {
    this.#running?.child.kill('SIGTERM');
    await this.#running?.ended;
  }

  /** It stays as it is, and does nothing. */
  freeze(): void {
    this.#running?.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#running?.child.kill('SIGCONT');
  }
}

export class LabPeer {
  readonly host: Host;
  readonly name: string;
  #profile = '';
  #running: Started | undefined;
  #api: ApiClient | undefined;

  constructor(host: Host) {
    this.host = host;
    this.name = host.name;
  }

  get api(): ApiClient {
    if (this.#api === undefined) throw new Error(`${this.name} is not up`);
    return this.#api;
  }

  get profile(): string {
    return this.#profile;
  }

  async up(): Promise<void> {
    if (this.#profile === '') this.#profile = join(await temporaryFolder(), 'profile');
    const listen = ['--listen', '/ip4/0.0.0.0/tcp/4001'];
    const args = ['up', '--json', '--profile', this.#profile, ...listen, '--no-dht'];
    this.#running = await start(this.host, 'miyu', args);
    this.#api = await connectApi(this.#profile);
  }

  async register(server: LabServer): Promise<void> {
    await this.api.call('register', { name: this.name, password: PASSWORD, server: server.invite });
  }

  async back(): Promise<void> {
    await this.up();
    await this.api.call('login', { password: PASSWORD });
  }

  /** Its friends hear a goodbye. */
  async down(): Promise<void> {
    this.#api?.close();
    this.#api = undefined;
    this.#running?.child.kill('SIGTERM');
    await this.#running?.ended;
  }

  async befriend(other: LabPeer): Promise<void> {
    await this.api.call('friends.add', { who: other.name });
    await until(`${other.name} is asked`, async () =>
      (await other.api.call('friends.requests')).requests.some(({ name }) => name === this.name),
    );
    await other.api.call('friends.accept', { who: this.name });
    await this.sees(other, 'online');
    await other.sees(this, 'online');
  }

  async sees(other: LabPeer, presence: 'online' | 'away'): Promise<void> {
    await until(
      `${this.name} sees ${other.name} ${presence}`,
      async () => {
        const { friends } = await this.api.call('friends.list');
        const found = friends.find(({ name }) => name === other.name);
        return found?.relation === 'friend' && (found.presence === 'online') === (presence === 'online');
      },
      { timeoutMs: 90_000 },
    );
  }

  async isOnline(online: boolean): Promise<void> {
    await until(
      `${this.name} is ${online ? '' : 'not '}online`,
      async () => ((await this.api.call('status')).state === 'online') === online,
      { timeoutMs: 90_000 },
    );
  }

  async doctor(who?: string): Promise<{ readonly findings: readonly FindingBody[]; readonly checks: CheckBody[] }> {
    const { run } = await this.api.call('doctor.run', who === undefined ? {} : { who });
    const checks: CheckBody[] = [];
    for (;;) {
      const { checks: more, report } = await this.api.call('doctor.follow', { run, after: checks.length });
      checks.push(...more);
      if (report !== null) return { findings: report.findings, checks };
    }
  }
}

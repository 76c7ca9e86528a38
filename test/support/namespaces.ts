/** Hosts in network namespaces of their own, on switches of the test's (Linux, root). Nothing of it touches the machine's network. */
import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

const ip = (...args: string[]): void => {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

/** Why there are none, for `test.skipIf`. */
export const namespacesMissing = ((): string | false => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'namespaces need Linux and root';
  const probe = `miyutest-${process.pid}-probe`;
  try {
    ip('netns', 'add', probe);
    ip('-n', probe, 'link', 'add', 'br0', 'type', 'bridge');
    return false;
  } catch {
    return 'this machine makes no namespaces, or no bridges in them';
  } finally {
    try {
      ip('netns', 'delete', probe);
    } catch {
      // It was not made.
    }
  }
})();

let made = 0;

export class TestNetwork {
  readonly #prefix = `miyutest-${process.pid}-${(made += 1)}-`;
  readonly #all: string[] = [];

  constructor() {
    this.#make('switch');
    onTestFinished(() => {
      for (const name of this.#all) ip('netns', 'delete', name);
    });
  }

  addSwitch(name: string): void {
    const at = ['-n', this.#namespace('switch'), 'link'];
    ip(...at, 'add', name, 'type', 'bridge', 'mcast_snooping', '0');
    ip(...at, 'set', name, 'up');
  }

  addHost(name: string): void {
    this.#make(name);
    ip('-n', this.#namespace(name), 'link', 'set', 'lo', 'up');
  }

  /**
   * A cable from a host's interface to a switch. There is no route but those of the interfaces.
   * @param address with its prefix; absent: the link-local one of IPv6 alone
   */
  plug(host: string, device: string, into: string, address?: string): void {
    const [there, end] = [this.#namespace('switch'), `${host}-${device}`];
    ip('-n', there, 'link', 'add', end, 'type', 'veth', 'peer', 'name', device, 'netns', this.#namespace(host));
    ip('-n', there, 'link', 'set', end, 'master', into, 'up');
    if (address !== undefined) ip('-n', this.#namespace(host), 'address', 'add', address, 'dev', device);
    // Without the seconds in which an IPv6 address is looked for at others.
    this.exec(host, 'sysctl', '-qw', `net.ipv6.conf.${device}.accept_dad=0`);
    ip('-n', this.#namespace(host), 'link', 'set', device, 'up');
  }

  /** A tunnel with nobody at the other end, as of a VPN, through which everything goes that has no other way. */
  addTunnel(host: string, device: string, address: string): void {
    const at = ['-n', this.#namespace(host)];
    ip(...at, 'tuntap', 'add', 'dev', device, 'mode', 'tun');
    ip(...at, 'address', 'add', address, 'dev', device);
    ip(...at, 'link', 'set', device, 'up');
    ip(...at, 'route', 'add', 'default', 'dev', device);
  }

  unplug(host: string, device: string): void {
    ip('-n', this.#namespace('switch'), 'link', 'delete', `${host}-${device}`);
  }

  exec(host: string, ...command: string[]): void {
    execFileSync('ip', ['netns', 'exec', this.#namespace(host), ...command], { stdio: ['ignore', 'ignore', 'pipe'] });
  }

  /** For a process that shall run on this host: what stands before its command. */
  on(host: string): readonly string[] {
    return ['ip', 'netns', 'exec', this.#namespace(host)];
  }

  #make(host: string): void {
    ip('netns', 'add', this.#namespace(host));
    this.#all.push(this.#namespace(host));
  }

  #namespace(host: string): string {
    return this.#prefix + host;
  }
}

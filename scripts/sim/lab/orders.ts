/** What a person may type while a lab runs: the network changes, or a program runs on a host. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DIST } from '../../launch/paths.js';
import type { Host } from './host.ts';
import { Nat } from './nat.ts';
import type { World } from './world.ts';

export const ORDERS = `  alice status            any miyu command, on that host and profile; bob likewise
  on HOST PROGRAM ARGS…   any program on any host: on alice ip route
  down HOST, up HOST      the cable of its first device is pulled, and plugged in again
  move HOST SWITCH        the cable goes to another switch; a new address
  readdress HOST          another address on the same switch
  switch NAME             a new one
  router NAME SWITCH SWITCH
  isolate SWITCH on|off   those on it do not reach each other
  multicast SWITCH on|off off: dropped
  firewall HOST PORT|all|off   new connections to that port, or to any, are dropped
  nat NAME endpoint-dependent|endpoint-independent
  vpn HOST                a VPN takes its way out
  ipv6 HOST on|off
  server kill|start|gone  gone: its process, its store and its cable, for good
  stop NAME, start NAME   a peer; started, it signs in again
  wait SECONDS            for scripts
  hosts                   who has which address now
  quit                    or Ctrl-C, or the end of the input: everything is removed`;

/** A command that asks something of a person ends, for nobody answers here. */
const COMMAND_MS = 60_000;
const MAX_WAIT_SECONDS = 600;

/** `quit` is the caller's. @returns what to print @throws Error that says what is wrong with the order */
export async function obey(world: World, line: string): Promise<string> {
  const words = line.trim().split(/\s+/);
  const [verb = '', first = '', second = ''] = words;
  const { lab, server } = world;
  const peer = [world.alice, world.bob].find(({ name }) => name === verb);
  if (peer !== undefined) return await runOn(peer.host, miyuWords(peer.profile, words.slice(1)));
  const people = [world.alice, world.bob];
  switch (verb) {
    case 'on':
      return await runOn(lab.hostNamed(first), words.slice(2));
    case 'down':
      await lab.hostNamed(first).link.down();
      return '';
    case 'up':
      await lab.hostNamed(first).link.up();
      return '';
    case 'move':
      await lab.hostNamed(first).move(second);
      return `${first} is ${lab.hostNamed(first).address} now\n`;
    case 'readdress':
      await lab.hostNamed(first).readdress();
      return `${first} is ${lab.hostNamed(first).address} now\n`;
    case 'switch':
      return `${first} is ${(await lab.switch(first)).subnet}\n`;
    case 'router':
      await lab.router(first, { between: words.slice(2) });
      return '';
    case 'isolate':
      await lab.switchNamed(first).isolate(isOn(second));
      return '';
    case 'multicast':
      await lab.switchNamed(first).dropMulticast(!isOn(second));
      return '';
    case 'firewall':
      await lab.hostNamed(first).firewall(second === 'off' ? {} : { dropInbound: portsOf(second) });
      return '';
    case 'nat': {
      const nat = lab.hostNamed(first);
      if (!(nat instanceof Nat)) throw new Error(`${first} is no NAT`);
      if (second !== 'endpoint-dependent' && second !== 'endpoint-independent') throw new Error('which kind?');
      await nat.become(second);
      return '';
    }
    case 'vpn':
      return `${await lab.hostNamed(first).vpn()}\n`;
    case 'ipv6':
      await lab.hostNamed(first).ipv6(isOn(second));
      return '';
    case 'server':
      if (first === 'kill') await server.end('SIGKILL');
      else if (first === 'start') await server.up();
      else if (first === 'gone') await server.removeForGood();
      else throw new Error('server kill, start or gone');
      return '';
    case 'stop':
    case 'start': {
      const who = people.find(({ name }) => name === first);
      if (who === undefined) throw new Error(`no peer ${first}`);
      await (verb === 'stop' ? who.leave() : who.back());
      return '';
    }
    case 'wait': {
      const seconds = Number(first);
      if (!(seconds > 0 && seconds <= MAX_WAIT_SECONDS)) throw new Error(`wait 1 to ${MAX_WAIT_SECONDS} seconds`);
      await pause(seconds * 1_000);
      return '';
    }
    case 'hosts':
      return hostsText(world);
    case 'help':
      return `${ORDERS}\n`;
    default:
      throw new Error(`no order ${verb}; help shows them`);
  }
}

export function hostsText({ lab }: Pick<World, 'lab'>): string {
  return lab.hosts
    .map(({ name, interfaces }) => {
      const places = interfaces.map(({ device, address, switchName }) => `${device} ${address} on ${switchName}`);
      return `  ${name.padEnd(8)} ${places.join(', ')}\n`;
    })
    .join('');
}

export const miyuWords = (profile: string, args: readonly string[]): string[] => [
  process.execPath,
  join(DIST, 'miyu.js'),
  '--profile',
  profile,
  ...args,
];

async function runOn(host: Host, words: readonly string[]): Promise<string> {
  const [program, ...args] = words;
  if (program === undefined) throw new Error('which program?');
  const { code, out, err } = await host.run(program, args, '', COMMAND_MS);
  return `${out}${err}${code === 0 ? '' : `(ended with ${code ?? 'a signal'})\n`}`;
}

function isOn(word: string): boolean {
  if (word !== 'on' && word !== 'off') throw new Error('on or off?');
  return word === 'on';
}

function portsOf(word: string): number | 'all' {
  const port = Number(word);
  if (word === 'all') return 'all';
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) throw new Error('a port, all or off?');
  return port;
}

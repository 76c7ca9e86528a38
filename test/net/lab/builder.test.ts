/** The lab itself: who reaches whom is as it was built. A probe, no miyu: what a network forbids must be forbidden to everybody. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../scripts/launch/paths.js';
import type { Host } from '../../../scripts/sim/lab/host.ts';
import type { Lab } from '../../../scripts/sim/lab/lab.ts';
import { CALM } from '../../../scripts/sim/net/weather.ts';
import { inhabitants } from '../../../scripts/sim/net/inhabitants.ts';
import { removeLeftovers } from '../../../scripts/sim/net/network.ts';
import { until } from '../../support/until.ts';
import { labFor } from './lab.ts';

const GROUP = '224.0.0.251';
const MDNS = 5353;

/** What should come about has the time of a machine with much to do; what should not has the probe's own second. */
const PATIENT = { timeoutMs: 30_000 };
const LIMIT = { timeout: 180_000 };

/** Whether a connection comes about, to a port where somebody listens. @param expected how long it has follows from it */
async function reaches(from: Host, to: Host, expected: boolean, address = to.address): Promise<boolean> {
  const port = await to.probe.listen();
  const dialled = await from.probe.dial(address, port, expected ? PATIENT : {});
  return dialled.result === 'open';
}

async function hears(listener: Host, speaker: Host): Promise<boolean> {
  await listener.probe.hear(GROUP, MDNS);
  for (let n = 0; n < 5; n++) await speaker.probe.say(GROUP, MDNS, `word ${n}`);
  return await until('a word', async () => (await listener.probe.heard()).length > 0, { timeoutMs: 1_000 }).catch(
    () => false,
  );
}

async function twoAtHome(lab: Lab): Promise<{ readonly alice: Host; readonly bob: Host }> {
  await lab.switch('home');
  return { alice: await lab.host('alice', { on: 'home' }), bob: await lab.host('bob', { on: 'home' }) };
}

// Each has a lab of its own, and waits most of its time for what does not come.
describe.concurrent('a lab', LIMIT, () => {
  test('hosts on one switch reach each other, hear each other, and have link-local addresses', async (context) => {
    const lab = await labFor(context);
    const { alice, bob } = await twoAtHome(lab);
    const port = await bob.probe.listen();
    expect(await alice.probe.dial(bob.address, port, PATIENT)).toMatchObject({
      result: 'open',
      seenFrom: { address: alice.address },
    });
    expect(await alice.probe.dial(`${await bob.linkLocal()}%eth0`, port, PATIENT)).toMatchObject({ result: 'open' });
    expect(await alice.probe.dial(bob.address, port + 1)).toEqual({ result: 'refused' });
    expect(await hears(bob, alice)).toBe(true);
    await bob.ipv6(false);
    await expect(bob.linkLocal()).rejects.toThrow('no link-local');
  });

  test('nobody on one switch reaches another one, until there is a router', async (context) => {
    const lab = await labFor(context);
    await lab.switch('home');
    await lab.switch('office');
    const alice = await lab.host('alice', { on: 'home' });
    const bob = await lab.host('bob', { on: 'office' });
    const port = await bob.probe.listen();
    expect(await alice.probe.dial(bob.address, port)).toEqual({ result: 'unreachable' });
    await lab.router('r', { between: ['home', 'office'] });
    const through = await alice.probe.dial(bob.address, port, PATIENT);
    expect(through).toMatchObject({ result: 'open', seenFrom: { address: alice.address } });
    // A group is heard on its own switch alone.
    expect(await hears(bob, alice)).toBe(false);
  });

  test('an isolating switch lets its hosts reach what leads elsewhere, and not each other', async (context) => {
    const lab = await labFor(context);
    const { alice, bob } = await twoAtHome(lab);
    await lab.switch('office');
    const far = await lab.host('far', { on: 'office' });
    const wired = await lab.host('wired', { on: 'home', wired: true });
    await lab.router('r', { between: ['home', 'office'] });
    const home = lab.switchNamed('home');
    expect(await reaches(alice, bob, true)).toBe(true);
    await home.isolate(true);
    expect(await Promise.all([reaches(alice, bob, false), reaches(bob, alice, false)])).toEqual([false, false]);
    expect(await Promise.all([reaches(alice, far, true), reaches(bob, wired, true), reaches(far, bob, true)])).toEqual([
      true,
      true,
      true,
    ]);
    await home.isolate(false);
    await until('they reach each other again', () => reaches(alice, bob, true));
  });

  test('dropped multicast: a group is silent, and connections are as before', async (context) => {
    const lab = await labFor(context);
    const { alice, bob } = await twoAtHome(lab);
    await lab.switchNamed('home').dropMulticast(true);
    expect(await hears(bob, alice)).toBe(false);
    expect(await reaches(alice, bob, true)).toBe(true);
    await lab.switchNamed('home').dropMulticast(false);
    await until('words again', () => hears(alice, bob));
  });

  test('through a NAT one gets out under its address, and nobody in; a forwarded port leads in', async (context) => {
    const lab = await labFor(context, 'nft');
    await lab.switch('internet', { subnet: '198.51.100.0/24' });
    await lab.switch('home', { subnet: '192.168.1.0/24' });
    const server = await lab.host('server', { on: 'internet' });
    const alice = await lab.host('alice', { on: 'home' });
    const cpe = await lab.nat('cpe', { inside: 'home', outside: 'internet', kind: 'endpoint-independent' });
    const port = await server.probe.listen();
    const out = await alice.probe.dial(server.address, port, PATIENT);
    expect(out).toMatchObject({ result: 'open', seenFrom: { address: cpe.outsideAddress } });
    const inside = await alice.probe.listen();
    expect((await server.probe.dial(alice.address, inside)).result).not.toBe('open');
    // Its own way, past the NAT: even who knows the way is not let in.
    await server.run('ip', ['route', 'add', '192.168.1.0/24', 'via', cpe.outsideAddress]);
    expect(await server.probe.dial(alice.address, inside)).toEqual({ result: 'silent' });
    expect((await server.probe.dial(cpe.outsideAddress, inside)).result).not.toBe('open');
    await cpe.forward(inside, alice);
    expect(await server.probe.dial(cpe.outsideAddress, inside, PATIENT)).toMatchObject({ result: 'open' });
  });

  test('the two kinds of NAT: one port for all partners, whom anybody may answer, or one for each', async (context) => {
    const lab = await labFor(context, 'nft');
    await lab.switch('internet', { subnet: '198.51.100.0/24' });
    await lab.switch('home', { subnet: '192.168.1.0/24' });
    const [one, two] = [await lab.host('one', { on: 'internet' }), await lab.host('two', { on: 'internet' })];
    const alice = await lab.host('alice', { on: 'home' });
    const cpe = await lab.nat('cpe', { inside: 'home', outside: 'internet', kind: 'endpoint-independent' });
    const ports = [await one.probe.listen(), await two.probe.listen()];
    const seen = async (localPort: number): Promise<unknown[]> => {
      const first = await alice.probe.dial(one.address, ports[0] ?? 0, { localPort, ...PATIENT });
      const second = await alice.probe.dial(two.address, ports[1] ?? 0, { localPort, ...PATIENT });
      return [first, second].map((dialled) => (dialled.result === 'open' ? dialled.seenFrom?.port : dialled.result));
    };
    expect(await seen(40_001)).toEqual([40_001, 40_001]);
    await alice.probe.listen(40_001);
    expect(await two.probe.dial(cpe.outsideAddress, 40_001, PATIENT)).toMatchObject({ result: 'open' });
    await cpe.become('endpoint-dependent');
    await alice.probe.listen(40_002);
    const [first, second] = await seen(40_003);
    expect(first).not.toBe(second);
    expect((await two.probe.dial(cpe.outsideAddress, Number(first))).result).not.toBe('open');
  });

  test('a host that moves has an address there, and is reached there', async (context) => {
    const lab = await labFor(context);
    const { alice, bob } = await twoAtHome(lab);
    await lab.switch('office');
    await lab.router('r', { between: ['home', 'office'] });
    const before = bob.address;
    const port = await bob.probe.listen();
    await bob.move('office');
    expect(bob.address).toMatch(/^10\.2\.0\./);
    expect((await alice.probe.dial(before, port)).result).not.toBe('open');
    await until('bob, elsewhere', async () => (await alice.probe.dial(bob.address, port)).result === 'open');
    await bob.move('home');
    await bob.readdress();
    await until('bob, back', async () => (await alice.probe.dial(bob.address, port)).result === 'open');
  });

  test('a firewall drops what is new, in one direction, without a word or with one', async (context) => {
    const lab = await labFor(context, 'nft');
    const { alice, bob } = await twoAtHome(lab);
    const port = await bob.probe.listen();
    await bob.firewall({ dropInbound: port });
    expect(await alice.probe.dial(bob.address, port)).toEqual({ result: 'silent' });
    expect(await reaches(alice, bob, true)).toBe(true);
    await bob.firewall({ dropInbound: 'all' });
    expect(await Promise.all([reaches(alice, bob, false), reaches(bob, alice, true)])).toEqual([false, true]);
    await bob.firewall({ dropInbound: port, how: 'reset' });
    expect(await alice.probe.dial(bob.address, port)).toEqual({ result: 'refused' });
    await alice.firewall({ dropOutbound: port });
    await bob.firewall();
    expect((await alice.probe.dial(bob.address, port)).result).not.toBe('open');
    await alice.firewall();
    expect(await alice.probe.dial(bob.address, port, PATIENT)).toMatchObject({ result: 'open' });
  });

  test('a firewall on a router lets a port through or not', async (context) => {
    const lab = await labFor(context, 'nft');
    await lab.switch('home');
    await lab.switch('office');
    const [alice, far] = [await lab.host('alice', { on: 'home' }), await lab.host('far', { on: 'office' })];
    const r = await lab.router('r', { between: ['home', 'office'] });
    const port = await far.probe.listen();
    await r.firewall({ dropForwarded: port });
    expect(await alice.probe.dial(far.address, port)).toEqual({ result: 'silent' });
    expect(await reaches(alice, far, true)).toBe(true);
  });

  test('a pulled cable', async (context) => {
    const lab = await labFor(context);
    const { alice, bob } = await twoAtHome(lab);
    const port = await bob.probe.listen();
    await bob.link.down();
    expect((await alice.probe.dial(bob.address, port)).result).not.toBe('open');
    await bob.link.up();
    await until('bob, plugged in', async () => (await alice.probe.dial(bob.address, port)).result === 'open');
  });

  test('a VPN takes the way out, and leaves the own switch', async (context) => {
    const lab = await labFor(context);
    const { alice, bob } = await twoAtHome(lab);
    await lab.switch('office');
    const far = await lab.host('far', { on: 'office' });
    await lab.router('r', { between: ['home', 'office'] });
    expect(await reaches(alice, far, true)).toBe(true);
    expect(await alice.vpn()).toBe('tun0');
    expect(await Promise.all([reaches(alice, far, false), reaches(alice, bob, true)])).toEqual([false, true]);
  });

  test('a cable with weather is late by what it says, both ways, and silent where it says so', async (context) => {
    const lab = await labFor(context, 'weather');
    await lab.switch('home');
    const alice = await lab.host('alice', { on: 'home', weather: { ...CALM, delayMs: 50 } });
    const bob = await lab.host('bob', { on: 'home' });
    const port = await bob.probe.listen();
    const begun = performance.now();
    expect(await alice.probe.dial(bob.address, port, PATIENT)).toMatchObject({ result: 'open' });
    // ARP, SYN and what is said: three times there and back.
    expect(performance.now() - begun).toBeGreaterThan(300);
    await alice.link.become({ ...CALM, delayMs: 0, lost: 1 });
    expect(await alice.probe.dial(bob.address, port)).toEqual({ result: 'silent' });
    await alice.link.become({ ...CALM, delayMs: 0 });
    await until('calm', async () => (await alice.probe.dial(bob.address, port)).result === 'open');
    await expect(bob.link.become(CALM)).rejects.toThrow('no weather');
  });

  test('a host with two devices is on both switches, and a removed lab leaves nothing', async (context) => {
    const lab = await labFor(context);
    await lab.switch('home');
    await lab.switch('office');
    const alice = await lab.host('alice', { on: ['home', 'office'] });
    const bob = await lab.host('bob', { on: 'office' });
    expect(alice.interfaces.map(({ device, switchName }) => [device, switchName])).toEqual([
      ['eth0', 'home'],
      ['eth1', 'office'],
    ]);
    expect(await reaches(bob, alice, true, alice.addressOn('office'))).toBe(true);
    const names = [lab.fabric.name, ...lab.hosts.map(({ namespace }) => namespace.name)];
    expect(inhabitants(names)).toHaveLength(2);
    await lab.remove();
    const left = existsSync('/run/netns') ? readdirSync('/run/netns') : [];
    expect(left.filter((name) => names.includes(name))).toEqual([]);
  });

  test('what a killed run left is removed by the next one, and who lives there is ended', async (context) => {
    await labFor(context);
    const script = `
      const { Lab } = await import(${JSON.stringify(join(ROOT, 'scripts/sim/lab/lab.ts'))});
      const lab = await Lab.create();
      await lab.switch('home');
      const host = await lab.host('alice', { on: 'home' });
      const sleeper = host.spawn('sleep', ['1000'], { stdio: 'ignore', detached: true });
      sleeper.once('spawn', () => console.log(JSON.stringify([lab.fabric.name, host.namespace.name])));
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    context.onTestFinished(() => void child.kill('SIGKILL'));
    const names = await new Promise<string[]>((resolve) => {
      createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as string[]));
    });
    await until('it sleeps there', () => inhabitants(names).length === 1);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const [pid] = inhabitants(names);
    expect(pid).toBeDefined();
    expect(removeLeftovers()).toBeGreaterThanOrEqual(2);
    expect(readdirSync('/run/netns').filter((name) => names.includes(name))).toEqual([]);
    await until('it has ended', () => !existsSync(`/proc/${pid ?? 0}`));
  });
});

/**
 * The doctor in scripted faults: real peers and a real server on hosts of a lab, a fault each, and what the doctor of alice says of it. Two rules:
 * the right cause is told (first of those about its subject), and no wrong one as certain.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FindingBody } from '../../../node/api/contract-doctor.ts';
import type { Host } from '../../../scripts/sim/lab/host.ts';
import { built } from '../../house/built.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';
import { labFor } from './lab.ts';
import { LabPeer, LabServer } from './residents.ts';

/** Answers mDNS as any responder does: whom the question came from alone, where it did not come from port 5353 (RFC 6762 section 6.7). */
const RESPONDER = `
  const socket = require('node:dgram').createSocket({ type: 'udp4', reuseAddr: true });
  socket.on('message', (message, from) => {
    if (message.length < 12 || (message[2] & 0x80) !== 0) return;
    const answer = Buffer.from(message);
    answer[2] |= 0x80;
    answer.writeUInt16BE(1, 6);
    socket.send(answer, from.port, from.address);
  });
  socket.bind(5353, () => { socket.addMembership('224.0.0.251'); console.log('ready'); });
`;

async function respond(host: Host): Promise<void> {
  const child = host.spawn(process.execPath, ['-e', RESPONDER], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve) => {
    child.stdout?.once('data', () => {
      resolve();
    });
  });
}

const told = (findings: readonly FindingBody[], is: FindingBody['subject']['is']): string[] =>
  findings
    .filter(({ subject, weight }) => subject.is === is && weight === 'fault')
    .map(({ certainty, code }) => `${certainty} ${code}`);

test('scripted faults: the right cause, and no wrong one as certain', async (context) => {
  const lab = await labFor(context, 'nft');
  await lab.switch('home');
  await lab.switch('office');
  await lab.switch('dc');
  const r = await lab.router('r', { between: ['home', 'office', 'dc'] });
  const server = new LabServer(await lab.host('srv', { on: 'dc' }));
  const alice = new LabPeer(await lab.host('alice', { on: 'home' }));
  const bob = new LabPeer(await lab.host('bob', { on: 'home' }));
  const carol = new LabPeer(await lab.host('carol', { on: 'office' }));
  const printer = await lab.host('printer', { on: 'home' });
  const home = lab.switchNamed('home');
  await server.up();
  for (const peer of [alice, bob, carol]) {
    await peer.up();
    await peer.register(server);
  }
  await alice.befriend(bob);
  await alice.befriend(carol);

  const score: string[] = [];
  /** @param allowed certain findings that are true beside it */
  const fault = async (
    name: string,
    is: FindingBody['subject']['is'],
    expected: readonly string[],
    { who, allowed = [] }: { readonly who?: string; readonly allowed?: readonly string[] } = {},
  ): Promise<void> => {
    const { findings } = await alice.doctor(who);
    const seen = told(findings, is);
    const certain = findings
      .filter(({ certainty, weight }) => certainty === 'certain' && weight === 'fault')
      .map(({ code }) => `certain ${code}`)
      .filter((each) => !expected.includes(each) && !allowed.includes(each));
    score.push(`${name}: ${seen.join(', ') || '(nothing)'}`);
    expect.soft({ name, seen, certain }, JSON.stringify(findings)).toEqual({ name, seen: expected, certain: [] });
  };

  // Nothing is wrong.
  await respond(bob.host);
  await fault('all well', 'machine', []);
  await fault('all well', 'server', []);
  await fault('all well', 'friend', []);

  // Multicast.
  await home.dropMulticast(true);
  await fault('the access point drops multicast', 'machine', ['likely multicast-dropped']);
  await home.dropMulticast(false);
  await alice.host.firewall({ dropUdp: 5353 });
  await fault('own firewall drops mDNS', 'machine', ['certain multicast-blocked']);
  await alice.host.firewall();
  await alice.host.namespace.nft(nftInput('udp dport 5353 drop'));
  await fault('own firewall lets no mDNS in', 'machine', ['likely multicast-blocked']);
  await alice.host.namespace.nft(nftInput(''));

  // The server.
  server.freeze();
  await alice.isOnline(false);
  await fault('the server hangs', 'server', ['likely mute']);
  server.thaw();
  await alice.isOnline(true);
  await server.down();
  await alice.isOnline(false);
  await fault('the server does not run', 'server', ['certain refused']);
  await server.up(true);
  await fault('another server at its address', 'server', ['certain wrong-key']);
  await server.down();
  await server.host.firewall({ dropInbound: 4000 });
  await fault('the server’s port is filtered', 'server', ['likely port-filtered']);
  await server.host.firewall({ dropInbound: 'all' });
  await fault('the server’s machine filters everything', 'server', [
    'possible no-answer',
    'possible different-subnets',
  ]);
  await server.host.firewall({ dropInbound: 4000, how: 'reset' });
  await fault('a firewall refuses at the server', 'server', ['certain refused']);
  await server.host.firewall();
  await alice.host.namespace.nft(nftOutput(`ip daddr ${server.host.address} drop`));
  await fault('own firewall: nothing to the server', 'server', ['likely own-firewall']);
  await alice.host.namespace.nft(nftOutput(''));
  await alice.host.vpn({ routes: ['10.3.0.0/24'] });
  await fault('a VPN takes the way to the server', 'server', ['possible vpn-route']);
  await alice.host.namespace.ip('link del tun0');
  await server.host.link.down();
  await fault('the server’s cable is pulled', 'server', ['possible no-answer', 'possible different-subnets']);
  await server.host.link.up();
  await lab.renew(server.host);
  await r.namespace.ip('link set dev eth2 down');
  await fault('the router knows no way to the server', 'server', ['likely different-subnets']);
  await r.namespace.ip('link set dev eth2 up');
  await lab.renew(r);
  await server.up();
  await alice.isOnline(true);
  await carol.isOnline(true);

  // Friends. What alice's system knows of its neighbours is a minute old at most, but for what was met again since.
  const later = async (): Promise<void> => {
    await alice.host.namespace.ip('neigh flush all');
    await alice.host.probe.dial(printer.address, 9);
  };
  const gone = ['possible port-filtered', 'possible host-absent', 'possible ap-isolation'];
  await bob.isOnline(true);
  await bob.down();
  await alice.sees(bob, 'away');
  await fault('bob’s program has ended', 'friend', ['certain refused'], { who: 'bob' });
  await bob.host.firewall({ dropInbound: 'all' });
  await fault('bob’s firewall lets nothing in', 'friend', gone, { who: 'bob' });
  await bob.host.firewall();
  await bob.host.link.down();
  await fault('bob’s cable was pulled a moment ago', 'friend', gone, { who: 'bob' });
  await later();
  await fault('bob’s cable is pulled', 'friend', ['possible host-absent', 'possible ap-isolation'], { who: 'bob' });
  await bob.host.link.up();
  await home.isolate(true);
  await alice.host.namespace.ip('neigh flush all');
  await fault('the access point keeps machines apart', 'friend', ['likely ap-isolation'], { who: 'bob' });
  await home.isolate(false);
  await alice.host.vpn({ routes: [`${bob.host.address}/32`] });
  await fault('a VPN takes the way to bob, who is near', 'friend', ['likely vpn-route'], { who: 'bob' });
  await alice.host.namespace.ip('link del tun1');
  await carol.down();
  await alice.sees(carol, 'away');
  await r.namespace.nft(nftForward('iifname "eth0" oifname "eth1" drop'));
  await fault('nothing leads to carol’s network', 'friend', ['likely different-subnets'], { who: 'carol' });
  await r.namespace.nft(nftForward(''));

  // Without a peer: what the settings name.
  const alone = async (settings: Readonly<Record<string, unknown>>): Promise<readonly FindingBody[]> => {
    const profile = join(await temporaryFolder(), 'alone');
    await mkdir(profile);
    await writeFile(join(profile, 'config.json'), JSON.stringify(settings));
    const args = [built('miyu'), 'doctor', '--json', '--profile', profile];
    const { out, err } = await alice.host.run(process.execPath, args);
    if (out === '') throw new Error(err);
    return (JSON.parse(out) as { readonly findings: readonly FindingBody[] }).findings;
  };
  const { server: pinned } = await alice.api.call('status');
  const at = (address: string): string => `${address}/p2p/${pinned?.peerId ?? ''}`;
  const six = await alone({ server: at('/ip6/2001:db8::9/tcp/4000') });
  expect.soft(told(six, 'server')).toEqual(['certain no-ipv6']);
  const named = await alone({ server: at('/dns4/nowhere.invalid/tcp/4000') });
  expect.soft(told(named, 'server')).toEqual(['certain unresolved']);
  const taken = await alone({ listen: ['/ip4/0.0.0.0/tcp/4001'] });
  expect.soft(told(taken, 'machine')).toContain('certain port-taken');

  // No network at all.
  await alice.host.link.down();
  await until('the server is missed', async () => (await alice.api.call('status')).state !== 'online', {
    timeoutMs: 90_000,
  });
  await fault('own cable is pulled', 'machine', ['certain no-network'], { allowed: ['certain not-listening'] });
  await alice.host.link.up();

  console.log(score.join('\n'));
}, 600_000);

test('behind a NAT: that there is one, and the address under which the server sees it', async (context) => {
  const lab = await labFor(context, 'nft');
  await lab.switch('internet', { subnet: '198.51.100.0/24' });
  await lab.switch('home', { subnet: '192.168.1.0/24' });
  const server = new LabServer(await lab.host('srv', { on: 'internet' }));
  const alice = new LabPeer(await lab.host('alice', { on: 'home' }));
  const nat = await lab.nat('cpe', { inside: 'home', outside: 'internet', kind: 'endpoint-dependent' });
  await server.up();
  await alice.up();
  await alice.register(server);
  const { findings } = await alice.doctor();
  expect(findings.find(({ code }) => code === 'behind-nat')).toMatchObject({
    ...{ certainty: 'certain', weight: 'note' },
    evidence: { seenAs: nat.outsideAddress },
  });
  expect(findings.filter(({ weight }) => weight === 'fault')).toEqual([]);
}, 120_000);

const nftChain = (hook: string, rule: string): string => `table inet doctor
delete table inet doctor
table inet doctor {
  chain ${hook} {
    type filter hook ${hook} priority 0; policy accept;
    ${rule}
  }
}
`;
const nftInput = (rule: string): string => nftChain('input', rule);
const nftOutput = (rule: string): string => nftChain('output', rule);
const nftForward = (rule: string): string => nftChain('forward', rule);

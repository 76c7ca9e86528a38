/** The doctor of whole peers: real server, real friends, real sockets on loopback; what is scripted is the fault. */
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { examineAlone } from '../../../node/examine.ts';
import type { DoctorNews } from '../../../node/flows/doctor-runs.ts';
import type { Check, DoctorReport } from '../../../node/flows/doctor.ts';
import { openProfileFolder } from '../../../node/store/profile-folder.ts';
import { systemClock, type Clock } from '../../../shared/clock.ts';
import { aServer, befriend, PASSWORD, someone, TestPerson, type TestServer } from '../../support/people.ts';
import { quietPort } from '../../support/ports.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

/** `certain server refused`: faults alone. Whether a container has multicast is no part of what is scripted here. */
const faultsOf = ({ findings }: DoctorReport): string[] =>
  findings
    .filter(({ weight, code }) => weight === 'fault' && !code.startsWith('multicast-'))
    .map(({ certainty, subject, code }) => `${certainty} ${subject.is} ${code}`);

async function examined({ peer }: TestPerson, who?: string) {
  const run = peer.beginDoctor(who === undefined ? {} : { who });
  const checks: Check[] = [];
  let news: DoctorNews;
  do {
    news = await peer.followDoctor({ run, after: checks.length });
    checks.push(...news.checks);
  } while (news.report === null);
  const of = (name: Check['check']): Check | undefined => checks.find(({ check }) => check === name);
  return { of, report: news.report, faults: faultsOf(news.report) };
}

const portOf = (server: TestServer): number => Number(/\/tcp\/(\d+)/.exec(server.address)?.[1]);

/** Somebody else at this port. */
async function another(port: number, speak: (socket: Socket) => void): Promise<void> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    speak(socket);
  });
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
}

const knowsServerAway = ({ peer }: TestPerson): Promise<unknown> =>
  until('the server is missed', () => peer.status().missing.length > 0);

/** A clock that a test moves. */
function movable(): { readonly clock: Clock; move(ms: number): void } {
  let ahead = 0;
  return {
    clock: { ...systemClock, wall: () => systemClock.wall() + ahead, monotonic: () => systemClock.monotonic() },
    move: (ms) => {
      ahead += ms;
    },
  };
}

async function twoFriends(): Promise<{ server: TestServer; alice: TestPerson; bob: TestPerson }> {
  const server = await aServer();
  const alice = await someone('alice', server);
  const bob = await someone('bob', server);
  await befriend(alice, 'alice', bob, 'bob');
  await alice.friend('bob', 'online', ({ presence }) => presence === 'online');
  return { server, alice, bob };
}

describe('the doctor', () => {
  test('finds nothing where nothing is wrong, and has measured what it says', async () => {
    const { alice } = await twoFriends();
    const { of, faults, report } = await examined(alice);
    expect(faults).toEqual([]);
    expect(of('server')).toMatchObject({ result: 'ok', evidence: { identity: 'ours' } });
    expect(of('clock')).toMatchObject({ result: 'ok' });
    expect(of('outside')).toMatchObject({ result: 'ok', evidence: { seenAs: '127.0.0.1' } });
    expect(of('port')).toMatchObject({ result: 'ok' });
    expect(of('friend')).toMatchObject({ result: 'ok', subject: { name: 'bob' } });
    expect(report.tookMs).toBeLessThan(30_000);
  }, 60_000);

  test('of a server that does not run: its machine refuses', async () => {
    const server = await aServer();
    const alice = await someone('alice', server);
    await server.stop();
    await knowsServerAway(alice);
    expect((await examined(alice)).faults).toEqual(['certain server refused']);
  }, 60_000);

  test('of another server at its address: the key is not the pinned one', async () => {
    const server = await aServer();
    const alice = await someone('alice', server);
    const listen = [`/ip4/127.0.0.1/tcp/${String(portOf(server))}`];
    await server.stop();
    await aServer({ listen });
    await knowsServerAway(alice);
    expect((await examined(alice)).faults).toEqual(['certain server wrong-key']);
  }, 60_000);

  test('of a program at its address that says nothing, and of one that says something else', async () => {
    const server = await aServer();
    const alice = await someone('alice', server);
    const port = portOf(server);
    await server.stop();
    await knowsServerAway(alice);
    let speak: (socket: Socket) => void = () => undefined;
    await another(port, (socket) => {
      speak(socket);
    });
    expect((await examined(alice)).faults).toEqual(['likely server mute']);
    speak = (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    expect((await examined(alice)).faults).toEqual(['likely server foreign']);
  }, 90_000);

  test('of a clock that is off: how far, and that it is not certain whose', async () => {
    const server = await aServer();
    const { clock, move } = movable();
    const alice = await someone('alice', server, { clock });
    move(-3 * 3_600_000);
    const { faults, report } = await examined(alice);
    expect(faults).toEqual(['likely machine clock-off']);
    const { evidence } = report.findings.find(({ code }) => code === 'clock-off')!;
    expect(evidence).toMatchObject({ behind: true });
    expect(evidence['seconds']).toBeGreaterThan(3 * 3_600 - 60);
    expect(evidence['seconds']).toBeLessThan(3 * 3_600 + 60);
  }, 60_000);

  test('of a server that does not know the account any more: it refuses, and says why', async () => {
    const folder = await temporaryFolder();
    const server = await aServer({ data: folder });
    const alice = await someone('alice', server);
    const listen = [`/ip4/127.0.0.1/tcp/${String(portOf(server))}`];
    await server.stop();
    await rm(join(folder, 'store'), { recursive: true });
    await aServer({ data: folder, listen, tokenRequired: true });
    await until('it was refused', () => alice.peer.status().missing.includes('account-lost'));
    const { faults, report } = await examined(alice);
    expect(faults).toEqual(['certain server server-refuses']);
    expect(report.findings[0]?.evidence).toEqual({ code: 'account-lost' });
  }, 60_000);

  test('of a friend whose program has ended: the machine is there', async () => {
    const { alice, bob } = await twoFriends();
    await bob.peer.stop();
    await alice.friend('bob', 'away', ({ presence }) => presence !== 'online');
    const { faults, report } = await examined(alice, 'bob');
    expect(faults).toEqual(['certain friend refused']);
    expect(report.findings[0]?.subject).toMatchObject({ name: 'bob' });
  }, 60_000);

  test('of another device at a friend’s address', async () => {
    const { alice, bob, server } = await twoFriends();
    const [listen = ''] = bob.peer.status().listening;
    await bob.peer.stop();
    await someone('carol', server, { listen: [listen] });
    await alice.friend('bob', 'away', ({ presence }) => presence !== 'online');
    expect((await examined(alice, 'bob')).faults).toEqual(['certain friend wrong-key']);
  }, 60_000);

  test('of a friend who was not there for days: the server has no address any more', async () => {
    const { clock, move } = movable();
    const server = await aServer({}, { clock });
    const alice = await someone('alice', server, { clock });
    const bob = await someone('bob', server, { clock });
    await befriend(alice, 'alice', bob, 'bob');
    await alice.friend('bob', 'online', ({ presence }) => presence === 'online');
    await bob.peer.stop();
    await alice.friend('bob', 'away', ({ presence }) => presence !== 'online');
    move(3 * 86_400_000);
    const { faults, report } = await examined(alice);
    expect(faults).toEqual(['certain friend record-stale']);
    expect(report.findings[0]?.evidence).toMatchObject({ record: 'none' });
  }, 60_000);

  test('of a profile that is locked, or has no account yet: what there is to do, and the server all the same', async () => {
    const server = await aServer();
    const stranger = await TestPerson.with({ server: server.address });
    const before = await examined(stranger);
    expect(before.faults).toEqual(['certain machine no-account']);
    expect(before.of('server')).toMatchObject({ result: 'ok' });
    const alice = await someone('alice', server, { server: server.address });
    await alice.restart();
    expect(() => alice.peer.beginDoctor({ who: 'bob' })).toThrow('locked');
    await server.stop();
    expect((await examined(alice)).faults).toEqual(['certain machine locked', 'certain server refused']);
    await server.start();
    await alice.peer.login({ password: PASSWORD });
    expect((await examined(alice)).faults).toEqual([]);
  }, 90_000);

  test('is one at a time: who asks the same joins, who asks something else waits', async () => {
    const server = await aServer();
    const alice = await someone('alice', server);
    const run = alice.peer.beginDoctor();
    expect(alice.peer.beginDoctor()).toBe(run);
    expect(() => alice.peer.beginDoctor({ who: 'nobody' })).toThrow('not-a-friend');
    await expect(alice.peer.followDoctor({ run: run + 1, after: 0 })).rejects.toMatchObject({ code: 'usage' });
    let news = await alice.peer.followDoctor({ run, after: 0 });
    for (let after = 0; news.report === null;) {
      after += news.checks.length;
      news = await alice.peer.followDoctor({ run, after });
    }
    expect(alice.peer.beginDoctor()).toBe(run + 1);
  }, 60_000);
});

describe('the doctor where no peer runs', () => {
  async function alone(settings: Readonly<Record<string, unknown>>) {
    const profile = await temporaryFolder();
    await writeFile(join(profile, 'config.json'), JSON.stringify(settings));
    const checks: Check[] = [];
    return { profile, checks, examine: () => examineAlone({ profile, onCheck: (check) => checks.push(check) }) };
  }

  test('says so, and tries the server that the settings name', async () => {
    const server = await aServer();
    const { checks, examine } = await alone({ server: server.address });
    expect(faultsOf(await examine())).toEqual(['certain machine peer-not-running']);
    expect(checks.find(({ check }) => check === 'server')).toMatchObject({ result: 'ok' });
    await server.stop();
    expect(faultsOf(await examine())).toEqual(['certain machine peer-not-running', 'certain server refused']);
  }, 60_000);

  test('names the port that another program has, and not where another port would do', async () => {
    const port = await quietPort();
    await another(port, (socket) => socket.end());
    const listen = [`/ip4/127.0.0.1/tcp/${String(port)}`];
    const { examine } = await alone({ listen });
    const report = await examine();
    expect(faultsOf(report)).toEqual(['certain machine port-taken', 'certain machine peer-not-running']);
    expect(report.findings[0]?.evidence).toMatchObject({ port });
    const other = await alone({ listen, otherPort: true });
    expect(faultsOf(await other.examine())).toEqual(['certain machine peer-not-running']);
  }, 60_000);

  test('knows a profile that some process holds all the same', async () => {
    const { profile, examine } = await alone({});
    const held = await openProfileFolder(profile);
    expect(faultsOf(await examine())).toEqual(['certain machine profile-in-use']);
    await held.release();
    expect(faultsOf(await examine())).toEqual(['certain machine peer-not-running']);
  }, 60_000);
});

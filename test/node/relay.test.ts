/** Two people whose devices cannot dial each other, and a server that carries their link, or does not. */
import net from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import type { Friend } from '../../node/flows/peer.ts';
import { befriend, someone, aServer } from '../support/people.ts';
import type { TestPerson, TestServer } from '../support/people.ts';
import { until } from '../support/until.ts';

afterEach(() => vi.restoreAllMocks());

const PATIENT = { timeoutMs: 60_000 };
const relayed = ({ path }: Friend): boolean => path === 'relayed';

/** Both listen on nothing. */
async function unreachable(server: TestServer): Promise<{ ann: TestPerson; bob: TestPerson }> {
  const [ann, bob] = await Promise.all([
    someone('ann', server, { listen: [] }),
    someone('bob', server, { listen: [] }),
  ]);
  await befriend(ann, 'ann', bob, 'bob');
  return { ann, bob };
}

const bothRelayed = (ann: TestPerson, bob: TestPerson): Promise<unknown> =>
  until(
    'a relayed link at both ends',
    () =>
      ann.peer.friends().some((friend) => friend.name === 'bob' && relayed(friend)) &&
      bob.peer.friends().some((friend) => friend.name === 'ann' && relayed(friend)),
    PATIENT,
  );

const delivered = (person: TestPerson, friend: string, count: number): Promise<unknown> =>
  until(
    `${String(count)} texts are delivered to ${friend}`,
    () => {
      const own = person.peer.history({ with: friend, limit: 500 }).filter(({ direction }) => direction === 'out');
      return own.length === count && own.every(({ state }) => state === 'delivered' || state === 'read');
    },
    PATIENT,
  );

/** What the doctor says of relays: `certain fault server relay-limit`. */
async function doctorOf({ peer }: TestPerson): Promise<string[]> {
  const run = peer.beginDoctor();
  for (let after = 0; ;) {
    const { checks, report } = await peer.followDoctor({ run, after });
    after += checks.length;
    if (report === null) continue;
    return report.findings
      .filter(({ code }) => code.startsWith('relay'))
      .map(({ certainty, weight, subject, code }) => `${certainty} ${weight} ${subject.is} ${code}`);
  }
}

test('a server that relays carries the link of two who cannot dial each other: chat both ways, with receipts', async () => {
  const server = await aServer({ relay: true });
  const { ann, bob } = await unreachable(server);
  await bothRelayed(ann, bob);
  await ann.peer.send({ to: 'bob', text: '在吗' });
  await bob.peer.send({ to: 'ann', text: 'here' });
  await Promise.all([delivered(ann, 'bob', 1), delivered(bob, 'ann', 1)]);
  expect(bob.texts('ann')).toEqual(expect.arrayContaining(['在吗', 'here']));
  expect(ann.peer.friends()[0]).toMatchObject({ presence: 'online', path: 'relayed' });
  const { relay } = await server.running.status();
  expect(relay).toMatchObject({ reservations: 2 });
  expect(relay!.links).toBeGreaterThan(0);
  expect(relay!.bytes).toBeGreaterThan(0);
  expect(await doctorOf(ann)).toEqual(['certain note friend relayed']);
  // It goes with the server.
  const chat = ann.peer.withoutServer().abilities.find(({ ability }) => ability === 'chat');
  expect(chat).toMatchObject({ now: 'works', without: 'waits' });
}, 120_000);

test('a server on which it is not turned on carries nothing, and mail goes by the mailbox', async () => {
  const server = await aServer();
  const { ann, bob } = await unreachable(server);
  await ann.peer.send({ to: 'bob', text: 'by mail' });
  await delivered(ann, 'bob', 1);
  expect(bob.texts('ann')).toEqual(['by mail']);
  expect(ann.peer.friends()[0]).toMatchObject({ presence: 'mailbox', path: null });
  expect((await server.running.status()).relay).toBeNull();
}, 120_000);

test('one place is enough for two; whoever has none is told', async () => {
  const server = await aServer({ relay: true, relayMaxReservations: 1 });
  const { ann, bob } = await unreachable(server);
  await bothRelayed(ann, bob);
  const isRefused = ({ peer }: TestPerson): boolean => peer.status().missing.includes('relay-refused');
  const [refused, ...others] = [ann, bob].filter(isRefused);
  expect(others).toEqual([]);
  expect(await doctorOf(refused!)).toEqual(['certain fault server relay-refused', 'certain note friend relayed']);
  const placed = isRefused(ann) ? bob : ann;
  expect(await doctorOf(placed)).toEqual(['certain note friend relayed']);
}, 120_000);

test('what an account may have relayed is used up: it is told, and every text arrives once, in order, by the mailbox', async () => {
  const server = await aServer({ relay: true, relayMiBPerAccount: 0.25 });
  const { ann, bob } = await unreachable(server);
  await bothRelayed(ann, bob);
  const texts = Array.from({ length: 40 }, (_, i) => `${String(i)} ${'x'.repeat(20_000)}`);
  for (const text of texts) await ann.peer.send({ to: 'bob', text });
  await delivered(ann, 'bob', texts.length);
  expect(bob.texts('ann')).toEqual(texts);
  await until('both are told', () => [ann, bob].every(({ peer }) => peer.status().missing.includes('relay-limit')));
  expect(ann.peer.friends()[0]).toMatchObject({ presence: 'mailbox', path: null });
  expect((await server.running.status()).relay!.links).toBe(0);
  expect(await doctorOf(ann)).toEqual(['certain fault server relay-limit', 'certain fault friend relay-limit']);
}, 120_000);

test('a relayed link becomes a direct one when an address begins to work, at both ends, and nothing is lost', async () => {
  const server = await aServer({ relay: true });
  const ann = await someone('ann', server, { listen: [] });
  const bob = await someone('bob', server);
  const port = Number(/\/tcp\/(\d+)/.exec(bob.peer.status().listening[0]!)![1]);
  let works = false;
  const { connect } = net;
  // The network between the two: nobody gets through to Bob's port.
  vi.spyOn(net, 'connect').mockImplementation(((options: net.TcpNetConnectOpts) =>
    connect(options.port === port && !works ? { ...options, port: 1 } : options)) as typeof net.connect);
  await befriend(ann, 'ann', bob, 'bob');
  await bothRelayed(ann, bob);
  works = true;
  const texts = Array.from({ length: 300 }, (_, i) => String(i));
  const sending = (async () => {
    for (const text of texts) await ann.peer.send({ to: 'bob', text });
  })();
  await until('direct at both ends', () => [ann, bob].every(({ peer }) => peer.friends()[0]?.path === 'lan'), PATIENT);
  await sending;
  await delivered(ann, 'bob', texts.length);
  expect(bob.peer.history({ with: 'ann', limit: 500 }).map(({ text }) => text)).toEqual(texts);
  // The relayed connection is given up as well.
  await until('the server carries nothing', async () => (await server.running.status()).relay!.links === 0, PATIENT);
}, 120_000);

test('a friend with another home is called through the called one’s, and told where that carries no more', async () => {
  const plain = await aServer();
  const relaying = await aServer({ relay: true, relayMiBPerAccount: 0.25 });
  const ann = await someone('ann', plain, { listen: [] });
  const bob = await someone('bob', relaying, { listen: [] });
  const invite = await bob.peer.invite();
  await ann.peer.add({ who: invite.link });
  await bob.asked('ann');
  await bob.peer.accept('ann');
  await Promise.all([ann.isFriend('bob'), bob.isFriend('ann')]);
  await bothRelayed(ann, bob);
  const texts = Array.from({ length: 30 }, (_, i) => `${String(i)} ${'x'.repeat(20_000)}`);
  for (const text of texts) await ann.peer.send({ to: 'bob', text });
  await delivered(ann, 'bob', texts.length);
  expect(bob.texts('ann')).toEqual(texts);
  const knows = ({ peer }: TestPerson): boolean => peer.status().missing.includes('relay-limit');
  await until('both know why', () => knows(ann) && knows(bob), PATIENT);
}, 180_000);

test('after a restart of the server the link comes back through it', async () => {
  const server = await aServer({ relay: true });
  const { ann, bob } = await unreachable(server);
  await bothRelayed(ann, bob);
  await server.stop();
  await until('the link is down', () => ann.peer.friends()[0]?.path === null, PATIENT);
  await server.start();
  await bothRelayed(ann, bob);
  expect(ann.peer.status().missing).toEqual([]);
}, 120_000);

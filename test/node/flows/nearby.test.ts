/** People and servers near each other, as real peers on a LAN of the test's own. */
import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import { peerIdFromPrivateKey, peerIdFromString } from '@libp2p/peer-id';
import { createPeerHost } from '../../../node/net/host.ts';
import { createLan } from '../../../node/net/lan.ts';
import type { NearbyView } from '../../../node/flows/nearby-views.ts';
import { readNearbyAnswer } from '../../../node/flows/nearby.ts';
import { systemClock } from '../../../shared/clock.ts';
import { bytesOfPeerId } from '../../../shared/net/peers.ts';
import { NearbyAnswer } from '../../../shared/wire/generated/nearby.js';
import { NEARBY_ANSWERS_EACH } from '../../../shared/wire/lan-limits.ts';
import { loopbackLan, type TestLan } from '../../support/lan.ts';
import { aServer, someone, TestPerson, type TestServer } from '../../support/people.ts';
import { until } from '../../support/until.ts';

const near = ({ port, interfaces }: TestLan) => ({ lan: { port, interfaces } });
const announced = (lan: TestLan, name: string): Promise<TestServer> =>
  aServer({ name, announceOnLan: 'on', lanPort: lan.port, lanInterfaces: [...lan.interfaces] });

const lists = (person: TestPerson, what: string, is: (view: NearbyView) => boolean): Promise<NearbyView> =>
  until(what, async () => {
    const view = await person.peer.nearby();
    return is(view) && view;
  });

/** A host on the same LAN that is nobody's. */
async function stranger({ port, interfaces }: TestLan) {
  const lan = createLan({ port, interfaces }, systemClock, () => undefined);
  lan.start();
  const deviceSeed = randomBytes(32);
  const host = await createPeerHost({ deviceSeed, listen: ['/ip4/127.0.0.1/tcp/0'], dht: false, lan });
  onTestFinished(async () => {
    await host.stop();
    await lan.stop();
  });
  return host;
}

test('two who live at different servers see each other’s signed names, and become friends with nothing typed', async () => {
  const lan = await loopbackLan();
  const [one, two] = [await announced(lan, 'one'), await announced(lan, 'two')];
  const [ann, ben] = [await someone('ann', one, near(lan)), await someone('ben', two, near(lan))];
  const seen = await lists(ann, 'ben is near', ({ people }) => people.length === 1);
  const [person] = seen.people;
  expect(seen).toMatchObject({ on: true, visible: true, silent: 0 });
  expect(person).toMatchObject({ name: 'ben', relation: 'none', verified: 'no', home: { isOurs: false } });
  expect(person?.home.peerId).toBe(two.running.peerId);
  expect(person?.addresses[0]).toMatch(/^\/ip4\/127\.0\.0\.1\/tcp\/\d+$/);
  // Ann's own server knows nobody of that name.
  await expect(ann.peer.add({ who: 'ben' })).rejects.toMatchObject({ code: 'no-such-user' });
  const { friend } = await ann.peer.add({ who: person!.account });
  expect(friend).toMatchObject({ name: 'ben', verified: 'no', relation: 'requested' });
  await ben.asked('ann');
  await ben.peer.accept('ann');
  await Promise.all([ann.isFriend('ben'), ben.isFriend('ann')]);
  expect(ann.peer.friends()[0]).toMatchObject({ verified: 'no' });
  await ann.peer.send({ to: 'ben', text: 'hello' });
  await until('it has come', () => ben.texts('ann').includes('hello'));
  expect((await ann.peer.nearby()).people[0]).toMatchObject({ relation: 'friend' });
}, 60_000);

test('servers are shown by their signed names, to whoever has no account too; a list that changes is told', async () => {
  const lan = await loopbackLan();
  const office = await announced(lan, 'Büro');
  const closed = await aServer({
    ...{ announceOnLan: 'on', lanPort: lan.port, lanInterfaces: [...lan.interfaces], registrationClosed: true },
  });
  const newcomer = await TestPerson.with(near(lan));
  const { servers, people, visible } = await lists(
    newcomer,
    'both have answered',
    (view) => view.servers.length === 2 && view.servers.every(({ registration }) => registration !== null),
  );
  expect([people, visible]).toEqual([[], false]);
  expect(servers.find(({ peerId }) => peerId === office.running.peerId)).toMatchObject({
    ...{ name: 'Büro', fingerprint: office.running.fingerprint, registration: 'open', isOurs: false },
    addresses: [office.address],
  });
  expect(servers.find(({ peerId }) => peerId === closed.running.peerId)).toMatchObject({
    name: null,
    registration: 'closed',
  });
  await until('it is told', () => newcomer.events.some(({ type }) => type === 'nearby'));
  // What is shown is good for a registration.
  await newcomer.peer.register({
    name: 'new',
    password: 'correct horse battery',
    server: servers.find(({ name }) => name !== null)!.addresses[0]!,
  });
  await lists(newcomer, 'it is ours', (view) => view.servers.some(({ isOurs, name }) => isOurs && name === 'Büro'));
  newcomer.events.length = 0;
  await closed.stop();
  await until('the end is told', () => newcomer.events.some(({ type }) => type === 'nearby'));
  await lists(newcomer, 'one has said goodbye', (view) => view.servers.length === 1);
}, 60_000);

test('whoever hides is in no list and answers no question; others are seen', async () => {
  const lan = await loopbackLan();
  const server = await aServer();
  const [ann, ben] = [await someone('ann', server, near(lan)), await someone('ben', server, near(lan))];
  await lists(ann, 'ben is near', ({ people }) => people.length === 1);
  const before = (await ann.peer.nearby()).people[0]!;
  await ben.peer.set({ lan: { visible: false } });
  await lists(ann, 'ben is gone', ({ people, silent }) => people.length === 0 && silent === 0);
  const host = await stranger(lan);
  const device = bytesOfPeerId(peerIdFromString(before.device));
  await expect(host.nearby.ask(device, before.addresses)).rejects.toMatchObject({ code: 'link-closed' });
  expect((await lists(ben, 'ann is near', ({ people }) => people.length === 1)).visible).toBe(false);
  await ben.peer.set({ lan: { visible: true } });
  await lists(ann, 'ben is near again', ({ people }) => people.length === 1);
  expect(readNearbyAnswer(await host.nearby.ask(device, before.addresses), device).name).toBe('ben');
}, 60_000);

test('an answer holds for the device that gave it and nobody else, and is not given without end', async () => {
  const lan = await loopbackLan();
  const ann = await someone('ann', await aServer(), near(lan));
  const host = await stranger(lan);
  const entry = await until('ann is heard', () => host.lan.people()[0]);
  const bytes = await host.nearby.ask(entry.device, entry.addresses);
  const found = readNearbyAnswer(bytes, entry.device);
  expect(found).toMatchObject({ name: 'ann', device: entry.device, home: { addresses: [expect.any(String)] } });
  const key = await generateKeyPairFromSeed('Ed25519', randomBytes(32));
  const another = bytesOfPeerId(peerIdFromPrivateKey(key));
  expect(() => readNearbyAnswer(bytes, another)).toThrow('certificate-invalid');
  const answer = NearbyAnswer.decode(bytes);
  const read = (change: Partial<NearbyAnswer>) => () =>
    readNearbyAnswer(NearbyAnswer.encode({ ...answer, ...change }), entry.device);
  expect(read({ version: 2 })).toThrow('version-mismatch');
  expect(read({ statements: [] })).toThrow('statement-invalid');
  expect(read({ statements: [answer.certificate!] })).toThrow('statement-invalid');
  expect(read({ certificate: answer.statements[0]! })).toThrow('certificate-invalid');
  expect(read({ home: { server: another, addresses: [] } })).toThrow('malformed');
  expect(() => readNearbyAnswer(bytes.subarray(0, 100), entry.device)).toThrow('malformed');
  const codes = [];
  for (let i = 0; i < NEARBY_ANSWERS_EACH.each.burst; i += 1) {
    codes.push(
      await host.nearby.ask(entry.device, entry.addresses).then(
        () => 'answered',
        (error: unknown) => (error as { readonly code: string }).code,
      ),
    );
  }
  expect(codes.filter((code) => code === 'answered')).toHaveLength(NEARBY_ANSWERS_EACH.each.burst - 1);
  expect(codes.at(-1)).toBe('link-closed');
  expect(ann.peer.friends()).toEqual([]);
}, 60_000);

/** Friendship without a server, between real peers whose server is stopped: asked by a link, answered, and told to the server afterwards. */
import { describe, expect, test } from 'vitest';
import { EvilServer } from '../../support/evil-server.ts';
import { aServer, befriend, PASSWORD, someone, type TestPerson, type TestServer } from '../../support/people.ts';
import { quietPort } from '../../support/ports.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';
import { decodeInvite, encodeInvite } from '../../../shared/invites.ts';

const SLOW = { timeout: 240_000 };
/** For what takes seconds on a machine that does other things as well. */
const PATIENT = { timeoutMs: 60_000 };

async function two(server: TestServer): Promise<{ ann: TestPerson; bob: TestPerson }> {
  // Ports that stay, so that a restart is no change of address.
  const [annPort, bobPort] = [await quietPort(), await quietPort()];
  const at = (port: number) => ({ listen: [`/ip4/127.0.0.1/tcp/${port}`] });
  const [ann, bob] = await Promise.all([someone('ann', server, at(annPort)), someone('bob', server, at(bobPort))]);
  return { ann, bob };
}

async function twoWithoutServer(): Promise<{ server: TestServer; ann: TestPerson; bob: TestPerson; link: string }> {
  const server = await aServer();
  const { ann, bob } = await two(server);
  await stopped(server, ann, bob);
  const { link } = await bob.peer.invite();
  return { server, ann, bob, link };
}

async function stopped(server: TestServer, ...people: TestPerson[]): Promise<void> {
  await server.stop();
  await Promise.all(people.map(missesServer));
}

const missesServer = (person: TestPerson): Promise<unknown> =>
  until('the server is missed', () => person.peer.status().missing.includes('server-unreachable'), PATIENT);

const online = (person: TestPerson): Promise<unknown> =>
  until('online', () => person.peer.status().state === 'online', { timeoutMs: 60_000 });

async function back(person: TestPerson): Promise<void> {
  await person.restart();
  await person.peer.login({ password: PASSWORD });
}

/** Texts both ways, delivered and read. */
async function talk(ann: TestPerson, bob: TestPerson): Promise<void> {
  const before = ann.texts('bob').length;
  await ann.peer.send({ to: 'bob', text: 'hello bob' });
  await bob.peer.send({ to: 'ann', text: 'hello ann' });
  const isThere = (): boolean => ann.texts('bob').length === before + 2 && bob.texts('ann').length === before + 2;
  await until('both texts there', isThere, PATIENT);
  await bob.peer.markRead({ with: 'ann', upTo: bob.peer.history({ with: 'ann' }).at(-1)!.position });
  await until('read', () => ann.peer.history({ with: 'bob' }).some(({ state }) => state === 'read'), PATIENT);
  await until('delivered', () => bob.peer.history({ with: 'ann' }).every(({ state }) => state !== 'queued'), PATIENT);
}

const changes = (person: TestPerson, name: string, change: string): number =>
  person.events.filter((event) => event.type === 'friend' && event.name === name && event.change === change).length;

describe('with the server stopped', () => {
  test(
    'asked by a link, accepted, chat with receipts; the server hears of both grants when it is back',
    SLOW,
    async () => {
      const { server, ann, bob, link } = await twoWithoutServer();
      expect(await ann.peer.whois(link)).toMatchObject({ name: 'bob', relation: 'none' });
      const added = await ann.peer.add({ who: link, greeting: 'no server here' });
      expect(added).toMatchObject({ outcome: 'requested', way: 'direct', friend: { verified: 'invite' } });
      expect(bob.peer.requests()).toMatchObject([{ name: 'ann', greeting: 'no server here' }]);
      await refusal(ann.peer.add({ who: link }), 'already-requested');
      expect((await bob.peer.accept('ann')).relation).toBe('friend');
      await ann.isFriend('bob');
      await talk(ann, bob);
      expect(ann.peer.friend('bob').safetyNumber).toBe(bob.peer.friend('ann').safetyNumber);

      await server.start();
      await Promise.all([online(ann), online(bob)]);
      for (const [person, name] of [[ann, 'bob'] as const, [bob, 'ann'] as const]) {
        const grant = [{ name, scope: 'friend', revoked: false }];
        await until('both grants are at the server', async () => {
          const { grantsGiven, grantsHeld } = await person.peer.serverKnows();
          return grantsGiven.total === 1 && grantsHeld.total === 1;
        });
        const { grantsGiven, grantsHeld, requestsSent, requestsReceived } = await person.peer.serverKnows();
        expect([grantsGiven.list, grantsHeld.list]).toMatchObject([grant, grant]);
        expect([requestsSent.total, requestsReceived]).toEqual([0, []]);
      }
      // What goes by the mailbox now shows that the server takes the grants for what they are.
      await bob.peer.stop();
      await ann.friend('bob', 'away', ({ presence }) => presence === 'mailbox');
      await ann.peer.send({ to: 'bob', text: 'by the mailbox' });
      await until('stored', () => ann.peer.history({ with: 'bob' }).some(({ state }) => state === 'stored'));
      await ann.peer.stop();
      await back(bob);
      await until('it came', () => bob.texts('ann').includes('by the mailbox'));
    },
  );

  test('the request waits over a restart of both, and so does the answer', SLOW, async () => {
    const { ann, bob, link } = await twoWithoutServer();
    await ann.peer.add({ who: link });
    await back(bob);
    await ann.peer.stop();
    expect(bob.peer.requests()).toMatchObject([{ name: 'ann' }]);
    await bob.peer.accept('ann');
    await bob.peer.send({ to: 'ann', text: 'welcome' });
    await back(bob);
    await back(ann);
    await until(
      'it came',
      () => ann.peer.friends().some(({ name }) => name === 'bob') && ann.texts('bob').includes('welcome'),
    );
    await talk(ann, bob);
  });

  test('refused: the asker is told, both keep nothing, and may ask again', SLOW, async () => {
    const { ann, bob, link } = await twoWithoutServer();
    await ann.peer.add({ who: link });
    await bob.peer.refuse('ann');
    await ann.toldOf('bob', 'refused');
    await ann.lost('bob');
    expect(bob.peer.friends()).toEqual([]);
    expect(await ann.peer.add({ who: link, greeting: 'please' })).toMatchObject({ way: 'direct' });
    expect(bob.peer.requests()).toMatchObject([{ name: 'ann', greeting: 'please' }]);
    await bob.peer.accept('ann');
    await ann.isFriend('bob');
    await talk(ann, bob);
  });

  test('whoever is blocked is answered like everybody else, and nobody is asked', SLOW, async () => {
    const { ann, bob, link } = await twoWithoutServer();
    await ann.peer.add({ who: link });
    await bob.peer.block('ann');
    expect(bob.peer.requests()).toEqual([]);
    // A request of later than the block, as ann's own profile does not let it be made: somebody who comes back on another device.
    await ann.peer.remove({ who: 'bob' });
    expect(await ann.peer.add({ who: link })).toMatchObject({ outcome: 'requested', way: 'direct' });
    expect(bob.peer.requests()).toEqual([]);
    expect(changes(bob, 'ann', 'incoming')).toBe(1);
  });

  test('both ask each other at once', SLOW, async () => {
    const { ann, bob, link } = await twoWithoutServer();
    const { link: annsLink } = await ann.peer.invite();
    await Promise.all([ann.peer.add({ who: link }), bob.peer.add({ who: annsLink })]);
    await Promise.all([ann.isFriend('bob'), bob.isFriend('ann')]);
    await until('no request is left', () => ann.peer.requests().length + bob.peer.requests().length === 0);
    await talk(ann, bob);
  });

  test.each(['lower', 'higher'] as const)(
    'one asked by the server, which took it and stopped; the other, of the %s account id, asks directly',
    SLOW,
    async (which) => {
      const server = await aServer();
      const { ann, bob } = await two(server);
      const isLower = ann.peer.status().account! < bob.peer.status().account!;
      const [first, second] = isLower === (which === 'higher') ? [ann, bob] : [bob, ann];
      const [firstName, secondName] = [first.peer.status().name!, second.peer.status().name!];
      await second.peer.stop();
      await first.peer.add({ who: secondName });
      await stopped(server, first);
      await back(second);
      const { link } = await first.peer.invite();
      await second.peer.add({ who: link });
      await Promise.all([first.isFriend(secondName), second.isFriend(firstName)]);
      await talk(ann, bob);
      await server.start();
      await Promise.all([online(ann), online(bob)]);
      await until('the server has forgotten the request', async () => (await server.running.status()).requests === 0);
      expect([ann.peer.requests(), bob.peer.requests()]).toEqual([[], []]);
      expect([...ann.peer.friends(), ...bob.peer.friends()].map(({ relation }) => relation)).toEqual([
        'friend',
        'friend',
      ]);
    },
  );

  test('whoever asks somebody who has asked already says yes', SLOW, async () => {
    const { ann, bob, link } = await twoWithoutServer();
    await ann.peer.add({ who: link });
    const { link: annsLink } = await ann.peer.invite();
    expect(await bob.peer.add({ who: annsLink })).toMatchObject({ outcome: 'accepted', way: null });
    await ann.isFriend('bob');
    await talk(ann, bob);
  });

  test('an invitation is made, with this device or without', SLOW, async () => {
    const { ann, bob, link } = await twoWithoutServer();
    const { device, listening } = bob.peer.status();
    expect(device).not.toBeNull();
    expect(decodeInvite(link).direct?.addresses).toEqual(listening);
    const bare = await bob.peer.invite({ direct: false });
    expect(decodeInvite(bare.link).direct).toBeUndefined();
    await refusal(ann.peer.add({ who: bare.link }), 'server-unreachable');
    await refusal(bob.peer.add({ who: link }), 'not-yourself');
    expect(ann.peer.friends()).toEqual([]);
  });

  test('with nobody at the address it says so, and nothing is begun; nor with somebody else there', SLOW, async () => {
    const { ann, bob, link } = await twoWithoutServer();
    const invite = decodeInvite(link);
    const elsewhere = encodeInvite({
      ...invite,
      direct: {
        device: invite.direct!.device,
        addresses: decodeInvite((await ann.peer.invite()).link).direct!.addresses,
      },
    });
    await refusal(ann.peer.add({ who: elsewhere }), 'inviter-unreachable');
    await bob.peer.stop();
    await refusal(ann.peer.add({ who: link }), 'inviter-unreachable');
    await refusal(ann.peer.whois(link), 'inviter-unreachable');
    expect(ann.peer.friends()).toEqual([]);
  });
});

test('with the server there, it carries the request as ever, whose answer needs none', SLOW, async () => {
  const server = await aServer();
  const { ann, bob } = await two(server);
  const { link } = await bob.peer.invite();
  expect(await ann.peer.add({ who: link })).toMatchObject({ outcome: 'requested', way: 'server' });
  await bob.asked('ann');
  await bob.peer.accept('ann');
  await Promise.all([ann.isFriend('bob'), bob.isFriend('ann')]);
});

test(
  'of a home that is away, whose own is there: asked directly, and the foreign home hears of it when it is back',
  SLOW,
  async () => {
    const [here, there] = [await aServer(), await aServer()];
    const [ann, bob] = await Promise.all([someone('ann', here), someone('bob', there)]);
    const { link } = await bob.peer.invite();
    await stopped(there, bob);
    expect(await ann.peer.add({ who: link })).toMatchObject({ way: 'direct' });
    await bob.peer.accept('ann');
    await ann.isFriend('bob');
    await talk(ann, bob);
    await there.start();
    await online(bob);
    await until('bob’s grant is there', async () => (await bob.peer.serverKnows()).grantsGiven.total === 1);
    expect((await ann.peer.serverKnows()).grantsGiven.total).toBe(1);
  },
);

test(
  'what no server could show is looked up when it is back: somebody else under the name is an alarm',
  SLOW,
  async () => {
    const evil = await EvilServer.start();
    const { ann, bob } = await two(evil.running);
    // Seen before, so that the lie follows what ann knows of the log.
    await ann.peer.find('bob');
    await evil.fork([ann.peer.status().account!], ['bob']);
    await stopped(evil.running, ann, bob);
    await ann.peer.add({ who: (await bob.peer.invite()).link });
    await bob.peer.accept('ann');
    await ann.isFriend('bob');
    expect(ann.peer.friends()[0]).toMatchObject({ keyChange: null });
    await evil.running.start();
    await online(ann);
    await ann.friend('bob', 'shown with another key', ({ keyChange }) => keyChange !== null);
  },
);

test(
  'friends by the server stay so: a direct request by one of them is answered and changes nothing',
  SLOW,
  async () => {
    const server = await aServer();
    const { ann, bob } = await two(server);
    await befriend(ann, 'ann', bob, 'bob');
    await stopped(server, ann, bob);
    await refusal(ann.peer.add({ who: (await bob.peer.invite()).link }), 'already-friends');
  },
);

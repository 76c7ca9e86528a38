/** Another name, between real peers and a real server: the account stays, friends learn of it from the person's own chain. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FriendFlows } from '../../../node/flows/friend-flows.ts';
import { renameOwn, tendName } from '../../../node/flows/rename.ts';
import type { RendezvousClient } from '../../../node/net/ports.ts';
import { MiyuError } from '../../../shared/errors.ts';
import type { Signed } from '../../../shared/wire/generated/identity.js';
import { accountWorld, type AccountWorld } from '../../support/account-world.ts';
import { aServer, befriend, PASSWORD, someone, TestPerson } from '../../support/people.ts';
import { refusal } from '../../support/refusals.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const SLOW = { timeout: 90_000 };
const FILE_PASSWORD = 'another horse battery';

const notices = (person: TestPerson, friend: string) =>
  person.peer.history({ with: friend }).flatMap(({ kind, notice }) => (kind === 'notice' ? [notice] : []));

describe('another name', () => {
  test('a friend who is online, and one who is away, learn of it once; what was said stays', SLOW, async () => {
    const server = await aServer();
    const [ann, bob, cem] = await Promise.all([someone('ann', server), someone('bob', server), someone('cem', server)]);
    await befriend(ann, 'ann', bob, 'bob');
    await befriend(ann, 'ann', cem, 'cem');
    await ann.peer.send({ to: 'bob', text: 'as ann' });
    await until('it is there', () => bob.texts('ann').length === 1);
    const before = bob.peer.friend('ann');
    await cem.peer.stop();

    expect(await ann.peer.rename({ name: ' Annette ' })).toMatchObject({ name: 'Annette', account: before.account });
    await bob.isFriend('Annette');
    await bob.toldOf('Annette', 'renamed');
    expect(bob.events.filter((event) => event.type === 'friend' && event.change === 'renamed')).toEqual([
      { type: 'friend', friend: before.account, name: 'Annette', change: 'renamed', formerName: 'ann' },
    ]);
    const { account, safetyNumber, identityKey } = bob.peer.friend('Annette');
    expect({ account, safetyNumber, identityKey }).toEqual({
      account: before.account,
      safetyNumber: before.safetyNumber,
      identityKey: before.identityKey,
    });
    await ann.peer.send({ to: 'bob', text: 'as Annette' });
    await until('both texts', () => bob.texts('Annette').includes('as Annette'));
    expect(notices(bob, 'Annette')).toEqual([{ type: 'renamed', formerName: 'ann', name: 'Annette' }]);
    expect(bob.peer.friends()).toMatchObject([{ name: 'Annette', unread: 2 }]);
    await until('read and told', async () => {
      const last = bob.peer.history({ with: 'Annette' }).at(-1)!.position;
      await bob.peer.markRead({ with: 'Annette', upTo: last });
      return ann.peer.history({ with: 'bob' }).every(({ state }) => state === 'read');
    });

    // Whoever was away finds it in the mailbox, whoever restarts has it still.
    await cem.restart();
    await cem.peer.login({ password: PASSWORD });
    await cem.isFriend('Annette');
    expect(notices(cem, 'Annette')).toHaveLength(1);
    await bob.restart();
    await bob.peer.login({ password: PASSWORD });
    expect(bob.peer.friends()).toMatchObject([{ name: 'Annette' }]);
    await ann.restart();
    expect(await ann.peer.login({ password: PASSWORD })).toMatchObject({ name: 'Annette' });
    expect(notices(bob, 'Annette')).toHaveLength(1);
  });

  test('the old name is found by nobody, and says why; an invite, which names the account, goes on', SLOW, async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    const { link } = await ann.peer.invite();
    await ann.peer.rename({ name: 'Annette' });
    await refusal(bob.peer.add({ who: 'ann' }), 'name-held');
    await refusal(bob.peer.whois('ann'), 'name-held');
    const { friend } = await bob.peer.add({ who: link });
    expect(friend).toMatchObject({ name: 'Annette', verified: 'invite' });
    await ann.asked('bob');
    await ann.peer.accept('bob');
    await bob.isFriend('Annette');
    // She asks by the new name: the request carries it.
    const cem = await someone('cem', server);
    await ann.peer.add({ who: 'cem' });
    await cem.asked('Annette');
    await cem.peer.accept('Annette');
    await ann.isFriend('cem');
  });

  test('a request that was sent under the old name is known by the new one once it is answered', SLOW, async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await ann.peer.add({ who: 'bob' });
    await bob.asked('ann');
    await ann.peer.rename({ name: 'Annette' });
    await bob.peer.accept('ann');
    await bob.isFriend('Annette');
    expect(notices(bob, 'Annette')).toEqual([{ type: 'renamed', formerName: 'ann', name: 'Annette' }]);
  });

  test('what the server refuses changes nothing here', SLOW, async () => {
    const server = await aServer({ maxNameLength: 10 });
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    expect(bob.peer.status().name).toBe('bob');
    for (const [name, code] of [
      ['bob', 'name-taken'],
      ['B0b', 'name-look-alike'],
      ['admin', 'name-reserved'],
      ['', 'name-empty'],
      ['a b', 'name-characters'],
      ['abcdefghijkl', 'name-too-long'],
    ] as const) {
      expect((await refusal(ann.peer.rename({ name }), code)).field).toBe('name');
    }
    expect(ann.peer.status().name).toBe('ann');
    for (const name of ['one', 'two', 'ann']) await ann.peer.rename({ name });
    expect((await refusal(ann.peer.rename({ name: 'five' }), 'rename-limited')).retryAfterMs).toBeGreaterThan(0);
    // The name that one has is no change.
    expect(await ann.peer.rename({ name: 'ann' })).toMatchObject({ name: 'ann' });
    await server.stop();
    await ann.restart();
    await ann.peer.login({ password: PASSWORD });
    await refusal(ann.peer.rename({ name: 'six' }), 'server-unreachable');
    expect(ann.peer.status().name).toBe('ann');
  });

  test('a device that was away takes over the name; a key file of before brings it too', SLOW, async () => {
    const server = await aServer();
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await befriend(ann, 'ann', bob, 'bob');
    const file = await ann.peer.exportKey({ password: PASSWORD, filePassword: FILE_PASSWORD });
    await ann.peer.rename({ name: 'Annette' });
    await bob.isFriend('Annette');
    await ann.peer.stop();
    const second = await TestPerson.with();
    await second.peer.importKey({ file, filePassword: FILE_PASSWORD, password: PASSWORD });
    await until('it knows its name', () => second.peer.status().name === 'Annette');
    await second.isFriend('bob');
    await second.peer.rename({ name: 'Anna' });
    await bob.isFriend('Anna');
    expect(notices(bob, 'Anna')).toEqual([
      { type: 'renamed', formerName: 'ann', name: 'Annette' },
      { type: 'renamed', formerName: 'Annette', name: 'Anna' },
    ]);
    await second.peer.stop();
    await ann.restart();
    await ann.peer.login({ password: PASSWORD, takeOver: true });
    await until('the first one knows it too', () => ann.peer.status().name === 'Anna');
  });

  test('a server that was set back to before it is told the name once more', SLOW, async () => {
    const [data, backup] = [join(await temporaryFolder(), 'server'), join(await temporaryFolder(), 'backup')];
    const server = await aServer({ data });
    const [ann, bob] = await Promise.all([someone('ann', server), someone('bob', server)]);
    await server.stop();
    await cp(data, backup, { recursive: true });
    await server.start();
    await until('both are back', () => [ann, bob].every(({ peer }) => peer.status().state === 'online'));
    await ann.peer.rename({ name: 'Annette' });
    await ann.peer.rename({ name: 'Anna' });
    await server.stop();
    await rm(data, { recursive: true });
    await cp(backup, data, { recursive: true });
    await server.start();
    const found = async (): Promise<boolean> => (await bob.peer.whois('Anna').catch(() => undefined))?.name === 'Anna';
    await until('she is found again', found, { timeoutMs: 60_000 });
    await refusal(bob.peer.whois('ann'), 'name-held');
    expect(ann.peer.status().name).toBe('Anna');
  });

  test('whoever signs in anywhere does so by the new name', SLOW, async () => {
    const server = await aServer();
    const ann = await someone('ann', server);
    const { account } = ann.peer.status();
    await ann.peer.setAnywhere({ on: true, password: PASSWORD });
    await ann.peer.rename({ name: 'Annette' });
    const second = await TestPerson.with();
    const form = { name: 'Annette', password: PASSWORD, server: server.address };
    const signsIn = (): Promise<boolean> =>
      second.peer.loginElsewhere(form).then(
        () => true,
        () => false,
      );
    await until('the copy says so too', signsIn, { timeoutMs: 60_000, everyMs: 500 });
    expect(second.peer.status()).toMatchObject({ name: 'Annette', account });
  });
});

describe('a rename whose answer was lost', () => {
  /** A home that says what it is told to. */
  const home = (world: AccountWorld, answer: () => Promise<object>) => {
    const asked: Signed[][] = [];
    const client = {
      statement: { maxNameLength: 32 },
      rename: ({ statements }: { statements: Signed[] }) => {
        asked.push(statements);
        return answer();
      },
    };
    world.client = client as unknown as RendezvousClient;
    return { asked, client: client as unknown as RendezvousClient };
  };

  /** The log is not asked here. */
  const flowsWith = (world: AccountWorld, client: RendezvousClient): FriendFlows => {
    const homes = { ownHome: () => Promise.resolve(client) };
    const logs = { proveAccount: () => Promise.reject(new MiyuError('timeout')) };
    return { ...world.flows, homes, logs } as unknown as FriendFlows;
  };

  test('is sent again as it was, and is in force only then', async () => {
    const world = await accountWorld('ann');
    const lost = home(world, () => Promise.reject(new MiyuError('timeout')));
    const flows = flowsWith(world, lost.client);
    await refusal(renameOwn(flows, 'Annette', {}), 'timeout');
    expect(world.account.own()).toMatchObject({ name: 'ann', later: [] });
    // It is on disk: the next sign-in sends the same statement.
    const next = home(world, () => Promise.resolve({}));
    await tendName(flows, next.client, false, {});
    expect(next.asked).toEqual(lost.asked);
    expect(world.account.own()).toMatchObject({ name: 'Annette', later: next.asked[0] });
    await tendName(
      flows,
      {
        ...next.client,
        lookup: () => Promise.resolve({ statements: [world.account.own().statement, ...next.asked[0]!] }),
      } as unknown as RendezvousClient,
      false,
      {},
    );
    expect(next.asked).toHaveLength(1);
  });

  test('is forgotten where it turns out to be refused', async () => {
    const world = await accountWorld('ann');
    const lost = home(world, () => Promise.reject(new MiyuError('link-closed')));
    const flows = flowsWith(world, lost.client);
    await refusal(renameOwn(flows, 'Annette', {}), 'link-closed');
    const no = home(world, () => Promise.reject(new MiyuError('name-taken', { field: 'name' })));
    await tendName(flows, no.client, false, {});
    const next = home(world, () => Promise.resolve({}));
    await tendName(flows, next.client, false, {});
    expect([no.asked.length, next.asked.length, world.account.own().name]).toEqual([1, 0, 'ann']);
  });
});

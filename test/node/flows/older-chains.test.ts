/** A name that a friend has taken is not taken back: not by a request of long ago, nor by a directory that was set back. */
import { cp, rename as move, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sealFriendRequest } from '../../../shared/crypto/friend-request.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { openIdentityChain } from '../../../shared/crypto/statements.ts';
import { fromHex } from '../../../shared/ids.ts';
import { makeNextStatement } from '../../../shared/transparency/chain-statements.ts';
import { anAlteringServer } from '../../support/altering-server.ts';
import { aServer, befriend, PASSWORD, someone } from '../../support/people.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const PATIENT = { timeoutMs: 60_000 };

test('a request from before the other name, held back until now, takes nothing back', async () => {
  const { server, lies } = await anAlteringServer();
  const bob = await someone('bob', server);
  const to = fromHex(bob.peer.status().account!)!;
  // Both will have asked: the lower account answers, and bob is to be that one.
  let ann: RawPerson;
  do ann = new RawPerson('ann');
  while (Buffer.compare(to, ann.account) > 0);
  const target = server.running;
  const home = await ann.register(target);
  const { exchangeKey } = openIdentityChain((await home.ask('lookup', { name: 'bob' })).statements);
  const sealed = sealFriendRequest(
    ann.identity,
    {
      to,
      statement: ann.statement,
      certificate: ann.certificate(),
      home: { server: target.server, addresses: target.addresses().map((text) => text.replace(/\/p2p\/.*$/, '')) },
      grant: ann.grant(to),
      greeting: '',
      sentAt: BigInt(Date.now()),
    },
    exchangeKey,
    systemRandom,
  );
  lies.requests = () => [];
  await home.ask('putGrant', { grant: ann.grant(to) });
  await home.ask('sendFriendRequest', { to, sealed });
  const first = openIdentityChain([ann.statement]);
  const other = makeNextStatement(first, ann.identity, { kind: 'name', name: 'Annette' }, systemRandom(16));
  await home.ask('rename', { statements: [other] });
  await bob.peer.add({ who: 'Annette' });
  expect(bob.peer.friends()).toMatchObject([{ name: 'Annette', relation: 'requested' }]);
  lies.requests = undefined;
  await bob.restart();
  await bob.peer.login({ password: PASSWORD });
  const friend = await until(
    'they are friends',
    () => bob.peer.friends().find(({ relation }) => relation === 'friend'),
    PATIENT,
  );
  expect(friend.name).toBe('Annette');
}, 180_000);

test('a server that was set back behind it shows the older name, and no friend is called by it again', async () => {
  const data = await temporaryFolder();
  const server = await aServer({ data });
  const [ann, bob] = [await someone('ann', server), await someone('bob', server)];
  await befriend(ann, 'ann', bob, 'bob');
  await server.stop();
  await cp(data, `${data}-copy`, { recursive: true, preserveTimestamps: true });
  await server.start();
  const isOnline = (): boolean => ann.peer.status().state === 'online' && bob.peer.status().state === 'online';
  await until('both are back', isOnline, PATIENT);
  await ann.peer.rename({ name: 'Annette' });
  await bob.friend('Annette', 'known by it', () => true);
  await ann.peer.stop();
  await server.stop();
  await rm(data, { recursive: true });
  await move(`${data}-copy`, data);
  await server.start();
  await until('bob is back', () => bob.peer.status().state === 'online', PATIENT);
  const { account } = bob.peer.friends()[0]!;
  // What the directory says by now is "ann".
  expect(await bob.peer.find('Annette')).toMatchObject({ account, name: 'Annette' });
  expect(bob.peer.friends()).toMatchObject([{ name: 'Annette' }]);
  // She sends it once more when she is back.
  await ann.restart();
  await ann.peer.login({ password: PASSWORD });
  const carol = await someone('carol', server);
  const finds = (): Promise<boolean> =>
    carol.peer.find('Annette').then(
      () => true,
      () => false,
    );
  await until('the directory has it again', finds, { timeoutMs: 60_000, everyMs: 500 });
  for (const person of [ann, bob]) {
    expect(person.peer.alarms().filter(({ severity }) => severity === 'alarm')).toEqual([]);
  }
}, 240_000);

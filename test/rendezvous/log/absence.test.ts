/** "There is nobody", through the server's door: proven by the log like every other answer of its directory. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { extendChain, isChainFault } from '../../../shared/transparency/chain.ts';
import { makeNextStatement } from '../../../shared/transparency/chain-statements.ts';
import { LogClient } from '../../support/log-client.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { startTestServer } from '../../support/rendezvous.ts';

test('a name and an account that nobody has, from whatever head the asker keeps', async () => {
  const { server } = await startTestServer();
  const connection = await new RawPerson('asker').register(server);
  const [log, without] = [new LogClient(server), new LogClient(server)];
  for (let i = 0; i < 12; i += 1) {
    expect(await log.nobody(connection, { name: `Person${i}` })).toBeUndefined();
    const person = new RawPerson(`person${i}`);
    expect(await log.nobody(connection, { account: person.account })).toBeUndefined();
    await (await person.register(server)).close();
    expect((await log.byName(connection, person.name))?.account).toEqual(person.account);
  }
  expect(await without.nobody(connection, { name: 'al ice' })).toBeUndefined();
  // What cannot be anybody's name is not asked of the map.
  for (const name of ['', 'x'.repeat(257)]) {
    expect((await refusal(connection.ask('lookup', { name }), 'unknown-account')).proof).toBeUndefined();
  }
});

test('a name that was let go, and an account that has ended, with what was left of them', async () => {
  const { server } = await startTestServer();
  const [li, asker] = [new RawPerson('li'), new RawPerson('asker')];
  const [home, connection] = [await li.register(server), await asker.register(server)];
  const log = new LogClient(server);
  const first = extendChain(undefined, li.statement);
  if (isChainFault(first)) throw new Error(first);
  const renamed = makeNextStatement(first, li.identity, { kind: 'name', name: 'Long' }, systemRandom(16));
  await home.ask('rename', { statements: [renamed] });
  const held = await log.nobody(connection, { name: 'LI' }, 'name-held');
  expect(held).toMatchObject({ released: true, account: li.account, sequence: 1n });
  const second = extendChain(first, renamed);
  if (isChainFault(second)) throw new Error(second);
  const end = makeNextStatement(second, li.identity, { kind: 'delete' }, systemRandom(16));
  await home.ask('deleteAccount', { account: li.account, statement: end });
  const ended = { released: true, account: li.account, sequence: 2n };
  expect(await log.nobody(connection, { account: li.account })).toMatchObject(ended);
  expect(await log.nobody(connection, { name: 'long' }, 'name-held')).toMatchObject(ended);
});

test('whatever comes and goes, each answer is proven: found where there is somebody, nobody where there is none', async () => {
  const names = ['一', 'bo', 'cy', 'di', 'ed', 'fa'];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(names.length - 1), { minLength: 3, maxLength: 10 }), async (steps) => {
      const { server, stop } = await startTestServer({ nameHoldDays: 0 });
      const asker = new RawPerson('asker');
      const connection = await asker.register(server);
      const log = new LogClient(server);
      const there = new Map<string, RawPerson>();
      for (const step of steps) {
        const name = names[step]!;
        const person = there.get(name);
        if (person === undefined) {
          const next = new RawPerson(name);
          await (await next.register(server)).close();
          there.set(name, next);
        } else {
          const home = await person.login(server);
          await home.ask('deleteAccount', person.deletion());
          await home.close();
          there.delete(name);
          expect((await log.nobody(connection, { account: person.account }))?.released).toBe(true);
        }
        for (const each of names) {
          const owner = there.get(each);
          if (owner === undefined) expect((await log.nobody(connection, { name: each }))?.released ?? true).toBe(true);
          else expect((await log.byName(connection, each))?.account).toEqual(owner.account);
        }
      }
      await asker.device.stop();
      await stop();
    }),
    { numRuns: 4, interruptAfterTimeLimit: 90_000 },
  );
}, 180_000);

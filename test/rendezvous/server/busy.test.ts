import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MAX_OPEN_REQUESTS } from '../../../shared/wire/limits.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';
import { until } from '../../support/until.ts';
import { gatedEngine } from './engines.ts';

test('as many requests may be open as the protocol says; one more is refused, and nobody else notices', async () => {
  const engine = gatedEngine();
  const { server } = await startTestServer({}, { openStore: engine.openStore });
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.device.connect(server, { maxOpenRequests: 2 * MAX_OPEN_REQUESTS });
  await home.hello();
  await owner.registerOn(home);
  const guest = await friend.introduce(server);

  engine.shut();
  const open = Array.from({ length: MAX_OPEN_REQUESTS }, () =>
    home.ask('setBlock', { account: friend.account, blocked: false }),
  );
  // Behind them on the same stream: they are open when these come.
  await refusal(home.ask('ping', {}), 'busy');
  await refusal(home.ask('putGrant', { grant: owner.grant(friend.account) }), 'busy');
  expect(engine.waiting).toBe(MAX_OPEN_REQUESTS);
  expect(await guest.ask('ping', {})).toBeDefined();
  await new RawPerson('newcomer').greet(server);

  engine.open();
  expect(await Promise.all(open)).toEqual(open.map(() => ({})));
  expect(await home.ask('ping', {})).toBeDefined();
  // What was refused has had no effect.
  await refusal(guest.ask('deposit', { owner: owner.account, envelope: owner.envelope() }), 'not-granted');
});

test('a place is free again with each answer', async () => {
  const engine = gatedEngine();
  const { server } = await startTestServer({}, { openStore: engine.openStore });
  const owner = new RawPerson('owner');
  const home = await owner.device.connect(server, { maxOpenRequests: 2 * MAX_OPEN_REQUESTS });
  await home.hello();
  await owner.registerOn(home);
  engine.shut();
  const block = { account: new RawPerson('other').account, blocked: false };
  const open = Array.from({ length: MAX_OPEN_REQUESTS - 1 }, () => home.ask('setBlock', block));
  // One place is left, and serves again and again.
  for (let i = 0; i < 5; i += 1) expect(await home.ask('ping', {})).toBeDefined();
  open.push(home.ask('setBlock', block));
  await refusal(home.ask('ping', {}), 'busy');
  engine.open();
  await Promise.all(open);
});

test('a server that is stopping takes no more requests, and answers those that are under way', async () => {
  const engine = gatedEngine();
  const run = await startTestServer({}, { openStore: engine.openStore });
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(run.server);
  const guest = await friend.introduce(run.server);
  engine.shut();
  const underWay = home.ask('putGrant', { grant: owner.grant(friend.account) });
  await until('the grant is under way', () => engine.waiting === 1);

  let isStopped = false;
  const stopped = run.server.stop().then(() => (isStopped = true));
  for (const connection of [home, guest]) {
    expect((await refusal(connection.ask('ping', {}), 'busy')).retryAfterMs).toBe(1_000);
    expect((await refusal(connection.ask('hello', { version: 1 }), 'busy')).retryAfterMs).toBe(1_000);
    expect(await connection.pushed('serverClosing')).toEqual({});
  }
  await refusal(home.ask('revokeGrant', { revocation: owner.revocation(friend.account) }), 'busy');
  await expect(friend.device.open(run.server)).rejects.toThrow();
  await turn();
  expect(isStopped).toBe(false);

  engine.open();
  expect(await underWay).toEqual({});
  await stopped;
  await Promise.all([home.channel.closed, guest.channel.closed]);
  const again = await run.restart();
  const back = await friend.introduce(again.server);
  await back.ask('deposit', { owner: owner.account, envelope: owner.envelope() });
});

/** Friends on one LAN, without any server: real peers that have only heard of each other. */
import { expect, test } from 'vitest';
import { Lan } from '../../../shared/net/lan.ts';
import { systemClock } from '../../../shared/clock.ts';
import { loopbackLan } from '../../support/lan.ts';
import { aServer, befriend, PASSWORD, someone } from '../../support/people.ts';
import { until } from '../../support/until.ts';

test('with their server gone and at other ports, two friends find each other as soon as both are there', async () => {
  const { port, interfaces } = await loopbackLan();
  const server = await aServer();
  const options = { lan: { port, interfaces } };
  const [ann, ben] = [await someone('ann', server, options), await someone('ben', server, options)];
  await befriend(ann, 'ann', ben, 'ben');
  await server.stop();
  // Each listens at any free port: nobody's last address is right.
  await Promise.all([ann.restart(), ben.restart()]);
  await ann.peer.login({ password: PASSWORD });
  await Promise.all([
    ann.friend('ben', 'online', ({ presence }) => presence === 'online'),
    ben.peer.login({ password: PASSWORD }),
  ]);
  await ben.friend('ann', 'online', ({ presence }) => presence === 'online');
  await ann.peer.send({ to: 'ben', text: 'still here?' });
  await until('it has come', () => ben.texts('ann').includes('still here?'));
  expect(ann.peer.friends()[0]?.path).toBe('lan');
}, 60_000);

test('who hides is announced to nobody, from the first moment on, and finds friends who do not', async () => {
  const { port, interfaces } = await loopbackLan();
  const ear = new Lan({ port, interfaces, clock: systemClock, browse: true, onFault: () => undefined });
  ear.start();
  try {
    const server = await aServer();
    const options = { lan: { port, interfaces } };
    const [ann, ben] = [await someone('ann', server, options), await someone('ben', server, options)];
    await befriend(ann, 'ann', ben, 'ben');
    await until('both are heard', () => ear.devices().length === 2);
    await ann.peer.set({ lan: { visible: false } });
    await until('ann is gone', () => ear.devices().length === 1);
    await server.stop();
    const heard: string[] = [];
    ear.listen({ found: ({ peer }) => heard.push(peer), lost: () => undefined });
    await Promise.all([ann.restart(), ben.restart()]);
    await ben.peer.login({ password: PASSWORD });
    await until('ben is heard again', () => heard.length > 0);
    await ann.peer.login({ password: PASSWORD });
    await ann.friend('ben', 'online', ({ presence }) => presence === 'online');
    expect(new Set(heard).size).toBe(1);
    await ann.peer.set({ lan: { visible: true } });
    await until('ann is heard', () => new Set(heard).size === 2);
  } finally {
    await ear.stop();
  }
}, 60_000);

/** Real sockets, on the loopback and at a port of their own. */
import { createSocket } from 'node:dgram';
import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { peerIdFromPublicKey } from '@libp2p/peer-id';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import { systemClock } from '../../../shared/clock.ts';
import { Lan, type LanOptions, type LanSelf } from '../../../shared/net/lan.ts';
import { encodeAnnouncement, encodeGoodbye, encodeQuestion } from '../../../shared/net/mdns.ts';
import { MDNS_GROUP_V4 } from '../../../shared/wire/lan-limits.ts';
import { loopbackLan, type TestLan } from '../../support/lan.ts';
import { until } from '../../support/until.ts';

const aPeer = async (): Promise<string> =>
  peerIdFromPublicKey((await generateKeyPairFromSeed('Ed25519', randomBytes(32))).publicKey).toString();

async function self(port: number, kind: LanSelf['kind'] = 'peer'): Promise<LanSelf> {
  const asked = [`/ip4/127.0.0.1/tcp/${port}`];
  return { peer: await aPeer(), kind, listening: () => ({ asked, bound: asked }) };
}

function start({ port, interfaces }: TestLan, who?: LanSelf, more: Partial<LanOptions> = {}): Lan {
  const onFault = (error: unknown): never => {
    throw error;
  };
  const lan = new Lan({ port, interfaces, clock: systemClock, browse: true, onFault, ...more });
  lan.start();
  if (who !== undefined) lan.announce(who);
  onTestFinished(() => lan.stop());
  return lan;
}

const sees = (lan: Lan, who: LanSelf): Promise<unknown> => until(`${who.peer} is seen`, () => lan.device(who.peer));

/** Somebody else on the same network, who says what he likes. */
async function stranger({ port }: TestLan) {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  await new Promise<void>((resolve) => {
    socket.bind(port, MDNS_GROUP_V4, resolve);
  });
  socket.addMembership(MDNS_GROUP_V4, '127.0.0.1');
  socket.setMulticastInterface('127.0.0.1');
  const heard: Uint8Array[] = [];
  socket.on('message', (packet) => heard.push(packet));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        socket.close(resolve);
      }),
  );
  const say = (packet: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      socket.send(packet, port, MDNS_GROUP_V4, () => {
        resolve();
      });
    });
  return { heard, say };
}

test('five on one machine all hear of each other, whoever came first, with kind and addresses', async () => {
  const net = await loopbackLan();
  const all = await Promise.all([self(4001), self(4002), self(4003, 'server'), self(4004), self(4005)]);
  const lans = all.map((who) => start(net, who));
  for (const lan of lans)
    await Promise.all(all.filter((who) => who !== all[lans.indexOf(lan)]).map((who) => sees(lan, who)));
  expect(lans[0]!.devices()).toHaveLength(4);
  expect(lans[0]!.device(all[2].peer)).toMatchObject({ kind: 'server', addresses: ['/ip4/127.0.0.1/tcp/4003'] });
  const late = start(net);
  await Promise.all(all.map((who) => sees(late, who)));
});

test('who does not browse hears nothing and is heard; who is not announced hears and is not heard', async () => {
  const net = await loopbackLan();
  const [server, peer] = [await self(4001, 'server'), await self(4002)];
  const announcer = start(net, server, { browse: false });
  const quiet = start(net);
  const other = start(net, peer);
  await Promise.all([sees(quiet, server), sees(quiet, peer), sees(other, server)]);
  expect(announcer.devices()).toEqual([]);
  expect(other.devices().map(({ peer: who }) => who)).toEqual([server.peer]);
});

test('a goodbye is heard, hiding takes back what was said, and showing oneself says it again', async () => {
  const net = await loopbackLan();
  const [who, ear] = [await self(4001), start(net)];
  const told: string[] = [];
  ear.listen({ found: ({ peer }) => told.push(`found ${peer}`), lost: (peer) => told.push(`lost ${peer}`) });
  const lan = start(net, who);
  await sees(ear, who);
  await lan.withdraw();
  await until('it is gone', () => ear.device(who.peer) === undefined);
  lan.announce(who);
  await sees(ear, who);
  await lan.stop();
  await until('it is gone for good', () => told.length === 4);
  expect(told).toEqual(['found', 'lost', 'found', 'lost'].map((what) => `${what} ${who.peer}`));
});

test('hidden, one answers nobody, and asks all the same', async () => {
  const net = await loopbackLan();
  const who = await self(4001);
  const { heard, say } = await stranger(net);
  const lan = start(net, who);
  await until('it is announced', () => heard.length > 0);
  await lan.withdraw();
  const said = (what: Uint8Array) => heard.some((packet) => Buffer.compare(packet, what) === 0);
  await until('it says goodbye', () => said(encodeGoodbye(who.peer)));
  const asking = start(net);
  const visible = await self(4002);
  start(net, visible);
  heard.length = 0;
  await say(encodeQuestion([]));
  await sees(asking, visible); // An answer takes less time than that.
  await sees(lan, visible);
  expect(heard.some((packet) => Buffer.from(packet).includes(who.peer))).toBe(false);
  lan.look();
  await until('it asks', () => said(encodeQuestion([])));
});

test('a flood of questions, lies and rubbish brings few answers, and hides nobody', async () => {
  const net = await loopbackLan();
  const [who, other] = [await self(4001), await self(4002)];
  const [lan, ear] = [start(net, who), start(net, other)];
  await Promise.all([sees(ear, who), sees(lan, other)]);
  const { heard, say } = await stranger(net);
  const startedAt = performance.now();
  for (let i = 0; i < 3_000; i += 1) {
    await say(encodeQuestion([]));
    if (i % 10 === 0) await say(randomBytes(1_000));
    if (i % 10 === 1) await say(Buffer.concat([randomBytes(40), Buffer.from('\x05_miyu'), randomBytes(400)]));
    if (i % 10 === 2) await say(encodeGoodbye(who.peer));
    if (i % 10 === 3)
      await say(encodeAnnouncement({ peer: who.peer, kind: 'peer', addresses: ['/ip4/10.6.6.6/tcp/22'] }));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const answers = heard.filter((packet) => Buffer.from(packet).includes('4001')).length;
  // Its own bursts at the start and one a second; not one for each question.
  expect(answers).toBeLessThan(seconds + 8);
  // On one machine all have one address, so the goodbye counts; it is contradicted at once.
  await until('it is there again', () => ear.device(who.peer)?.addresses.includes('/ip4/127.0.0.1/tcp/4001'));
});

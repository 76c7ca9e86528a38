/** Strangers who meet a real peer without a server: what they forge, repeat, overdo; and peers that meet somebody who lies to them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { aServer, PASSWORD, someone, type TestPerson, type TestServer } from '../../support/people.ts';
import {
  askBytes,
  askOf,
  greeted,
  helloBytes,
  meetAndAsk,
  meetChannel,
  meetStream,
  placeIn,
  type Place,
} from '../../support/meet-stranger.ts';
import { RawDevice, RawPerson } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { movableClock } from '../../support/rendezvous.ts';
import { until } from '../../support/until.ts';
import { startHost } from '../net/hosts.ts';
import type { Introduction } from '../../../node/net/ports.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { serverSigner } from '../../../shared/crypto/ed25519.ts';
import { peerIdBytesOfEd25519 } from '../../../shared/crypto/peer-ids.ts';
import { makeCertificate } from '../../../shared/crypto/statements.ts';
import { encodeInvite } from '../../../shared/invites.ts';
import { MeetMessage } from '../../../shared/wire/generated/meet.js';
import { MAX_FRIEND_REQUEST_BYTES, MAX_MEET_FRAME_BYTES } from '../../../shared/wire/limits.ts';

const SLOW = { timeout: 120_000 };
const clock = movableClock();
let server: TestServer;
let bob: TestPerson;
let place: Place;

beforeEach(async () => {
  server = await aServer();
  bob = await someone('bob', server, { clock });
  place = placeIn((await bob.peer.invite()).link);
  // Nobody of before counts.
  clock.advance(60 * 60_000);
}, 60_000);

const asks = (): string[] => bob.peer.requests().map(({ name }) => name);

describe('a request that is not what it says', () => {
  test('of a device that is another’s: a request that somebody else has seen is worth nothing', SLOW, async () => {
    const eve = new RawPerson('eve');
    const mallory = new RawDevice();
    const { channel, exchangeKey } = await greeted(mallory, place);
    await refusal(channel.request(askBytes(askOf(eve, place, exchangeKey))), 'certificate-invalid');
    expect(asks()).toEqual([]);
    // Her own device may ask all the same.
    await meetAndAsk(eve, place);
    expect(asks()).toEqual(['eve']);
  });

  test(
    'for somebody else, with somebody else’s prekeys, under a name that nobody may have, or in too many bytes',
    SLOW,
    async () => {
      const [eve, other] = [new RawPerson('eve'), new RawPerson('other')];
      const refused = async (
        changed: Parameters<typeof askOf>[3],
        code: Parameters<typeof refusal>[1],
      ): Promise<void> => {
        await refusal(meetAndAsk(eve, place, changed), code);
      };
      await refused({ request: { to: other.account } }, 'malformed');
      await refused({ request: { grant: eve.grant(other.account) } }, 'malformed');
      await refused({ ask: { sealed: systemRandom(300) } }, 'malformed');
      await refused({ ask: { sealed: systemRandom(MAX_FRIEND_REQUEST_BYTES + 1) } }, 'too-large');
      await refused({ ask: { bundle: other.prekeys(1).bundle } }, 'bundle-invalid');
      await refused({ ask: { oneTime: other.prekeys(1).oneTime[0]! } }, 'bundle-invalid');
      await refused({ ask: { bundle: eve.prekeys(1, 2n).bundle, oneTime: new Uint8Array(0) } }, 'bundle-invalid');
      await refused({ ask: { addresses: ['nowhere'] } }, 'malformed');
      await refused({ ask: { addresses: new Array<string>(17).fill('/ip4/192.0.2.1/tcp/1') } }, 'malformed');
      clock.advance(60 * 60_000);
      await refusal(meetAndAsk(new RawPerson('e\u202eve'), place), 'malformed');
      expect(asks()).toEqual([]);
      expect(bob.peer.friends()).toEqual([]);
    },
  );

  test('out of turn: before the hello, to another account, a second time; of another version', SLOW, async () => {
    const eve = new RawPerson('eve');
    const { exchangeKey } = await greeted(eve.device, place);
    const ask = askBytes(askOf(eve, place, exchangeKey));
    await refusal((await meetChannel(eve.device, place)).request(ask), 'hello-first');
    await refusal((await meetChannel(eve.device, place)).request(helloBytes(eve.account)), 'unknown-account');
    const newer = helloBytes(place.account, { version: 2 });
    await refusal((await meetChannel(eve.device, place)).request(newer), 'version-mismatch');
    await refusal((await meetChannel(eve.device, place)).request(Uint8Array.of(255, 255)), 'malformed');
    const { channel } = await greeted(eve.device, place);
    await refusal(channel.request(helloBytes(place.account)), 'unknown-request');
    expect(asks()).toEqual([]);
    await meetAndAsk(eve, place);
    expect(asks()).toEqual(['eve']);
  });
});

describe('the same request', () => {
  test('again is one; by the server as well is one, whichever comes first', SLOW, async () => {
    const eve = new RawPerson('eve');
    const ask = await meetAndAsk(eve, place);
    const { channel } = await greeted(eve.device, place);
    await channel.request(askBytes(ask));
    const guest = await eve.introduce({ server: place.home.server, addresses: () => [server.address] });
    await guest.ask('sendFriendRequest', { to: place.account, sealed: ask.sealed });

    const ida = new RawPerson('ida');
    const second = await ida.introduce({ server: place.home.server, addresses: () => [server.address] });
    const { channel: toBob, exchangeKey } = await greeted(ida.device, place);
    const idas = askOf(ida, place, exchangeKey);
    await Promise.all([
      second.ask('sendFriendRequest', { to: place.account, sealed: idas.sealed }),
      toBob.request(askBytes(idas)),
    ]);
    await until('the server has told bob of both', async () => asks().length === 2);
    // Refused at once, so that whatever came twice would be there again.
    for (const name of ['eve', 'ida']) await bob.peer.refuse(name);
    await until('the server has forgotten both', async () => (await server.running.status()).requests === 0);
    expect(asks()).toEqual([]);
    await toBob.close();
    await meetAndAsk(ida, place, { ask: idas });
    expect(asks()).toEqual([]);
    const incoming = bob.events.filter((event) => event.type === 'friend' && event.change === 'incoming');
    expect(incoming).toHaveLength(2);
  });
});

describe('too much', () => {
  test('of one address: refused for a while, and a request of later is taken', SLOW, async () => {
    const eve = new RawPerson('eve');
    for (let i = 0; i < 10; i += 1) await (await greeted(eve.device, place)).channel.close();
    const limited = await refusal(greeted(eve.device, place), 'rate-limited');
    expect(limited.retryAfterMs).toBeGreaterThan(0);
    expect(limited.retryAfterMs).toBeLessThanOrEqual(10_000);
    clock.advance(limited.retryAfterMs!);
    await meetAndAsk(eve, place);
    expect(asks()).toEqual(['eve']);
  });

  test('streams that are opened and left: few are held, and each for a while only', SLOW, async () => {
    const devices = Array.from({ length: 4 }, () => new RawDevice());
    const streams = await Promise.all(
      devices.flatMap((device) => [meetStream(device, place), meetStream(device, place)]),
    );
    // A stream over the limit opens, and is reset.
    await until('those over the limit are reset', () => streams.filter(({ status }) => status !== 'open').length >= 4);
    expect(streams.filter(({ status }) => status === 'open').length).toBeLessThanOrEqual(4);
    const others = streams.filter(({ status }) => status === 'open');
    await until('the rest is closed', () => others.every(({ status }) => status !== 'open'), { timeoutMs: 60_000 });
    await meetAndAsk(new RawPerson('eve'), place);
    expect(asks()).toEqual(['eve']);
  });

  test('in one frame: the stream ends, and nothing else', SLOW, async () => {
    const eve = new RawPerson('eve');
    const { channel, exchangeKey } = await greeted(eve.device, place);
    const ask = askOf(eve, place, exchangeKey, { ask: { oneTime: systemRandom(MAX_MEET_FRAME_BYTES) } });
    await refusal(channel.request(askBytes(ask)), 'link-closed');
    await meetAndAsk(eve, place);
    expect(asks()).toEqual(['eve']);
  });

  test('of strangers: so many wait, and one by the server is taken all the same', SLOW, async () => {
    const device = new RawDevice();
    for (let i = 0; i < 50; i += 1) {
      clock.advance(60_000);
      await meetAndAsk(new RawPerson(`stranger${i}`, device), place);
    }
    clock.advance(60_000);
    await refusal(meetAndAsk(new RawPerson('onemore', device), place), 'requests-full');
    expect(asks()).toHaveLength(50);
    const ann = await someone('ann', server);
    await ann.peer.add({ who: 'bob' });
    await bob.asked('ann');
    await bob.peer.refuse('stranger7');
    clock.advance(60_000);
    await meetAndAsk(new RawPerson('onemore', device), place);
    expect(asks()).toHaveLength(51);
  });
});

describe('a device that lies about whose it is', () => {
  async function liar(introduction: (device: Uint8Array) => Introduction): Promise<string> {
    const deviceSeed = systemRandom(32);
    const device = peerIdBytesOfEd25519(serverSigner(deviceSeed).publicKey);
    const host = await startHost({ deviceSeed });
    const asked: unknown[] = [];
    host.meetings.start({ introduce: () => introduction(device), take: async (ask) => void asked.push(ask) });
    heard = asked;
    return encodeInvite({
      ...{ home: place.home, account: place.account, name: 'bob', token: undefined },
      direct: { device, addresses: host.addresses().slice(0, 4) },
    });
  }
  let heard: unknown[] = [];

  async function bobsStatement(): Promise<Introduction['statements']> {
    const channel = await meetChannel(new RawDevice(), place);
    const { hello } = MeetMessage.decode(await channel.request(helloBytes(place.account)));
    await channel.close();
    return hello!.statements;
  }

  test('with another chain, or another’s certificate, is told nothing, and nobody is added', SLOW, async () => {
    const ann = await someone('ann', server);
    const eve = new RawPerson('bob');
    const statements = await bobsStatement();
    await server.stop();
    await until('the server is missed', () => ann.peer.status().missing.includes('server-unreachable'));
    const own = await liar((device) => ({ statements: [eve.statement], certificate: eve.certificate(1n, device) }));
    await refusal(ann.peer.add({ who: own }), 'inviter-unreachable');
    const borrowed = await liar((device) => ({ statements, certificate: eve.certificate(1n, device) }));
    await refusal(ann.peer.add({ who: borrowed }), 'inviter-unreachable');
    const claimed = await liar((device) => ({
      statements,
      certificate: makeCertificate(eve.identity, place.account, device, 1n),
    }));
    await refusal(ann.peer.add({ who: claimed }), 'inviter-unreachable');
    const none = await liar(() => ({ statements: [], certificate: eve.certificate() }));
    await refusal(ann.peer.add({ who: none }), 'inviter-unreachable');
    expect(heard).toEqual([]);
    expect(ann.peer.friends()).toEqual([]);
  });
});

test('a peer that is locked meets nobody; unlocked, it does', SLOW, async () => {
  const ann = await someone('ann', server);
  const { link } = await bob.peer.invite();
  await server.stop();
  await until('the server is missed', () => ann.peer.status().missing.includes('server-unreachable'));
  await bob.restart();
  await refusal(ann.peer.add({ who: link }), 'inviter-unreachable');
  await bob.peer.login({ password: PASSWORD });
  expect(await ann.peer.add({ who: (await bob.peer.invite()).link })).toMatchObject({ way: 'direct' });
});

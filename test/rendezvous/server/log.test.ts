import { expect, test } from 'vitest';
import { toHex } from '../../../shared/ids.ts';
import { utf8 } from '../../../shared/crypto/hash.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

test('everything is logged, and no name, address, e-mail or content is', async () => {
  const run = await startTestServer({ name: 'CanaryServer' });
  const { server } = run;
  const owner = new RawPerson('CanaryOwner');
  const friend = new RawPerson('CanaryFriend');
  const home = await owner.greet(server);
  await owner.registerOn(home, { email: 'canary@canary.example' });
  await owner.loginOn(home);
  await home.ask('putGrant', { grant: owner.grant(friend.account) });
  await home.ask('publishAddress', { record: owner.addressRecord(1n, { addresses: ['/ip4/203.0.113.77/tcp/4710'] }) });
  await home.ask('publishPrekeys', owner.prekeys(3));
  const guest = await friend.introduce(server);
  await guest.ask('lookup', { name: 'CanaryOwner' });
  await refusal(guest.ask('lookup', { name: 'CanaryNobody' }), 'unknown-account');
  const text = utf8('CanaryGreeting');
  await guest.ask('sendFriendRequest', { to: owner.account, sealed: text });
  const envelope = owner.envelope(500);
  await guest.ask('deposit', { owner: owner.account, envelope });
  const impostor = new RawPerson('CanaryOwner');
  await refusal(impostor.registerOn(await impostor.greet(server), { email: 'canary2@canary.example' }), 'name-taken');
  await home.ask('drain', { after: 0n });
  await home.ask('acknowledge', { upTo: 1n });
  await home.ask('setBlock', { account: friend.account, blocked: true });
  await home.ask('revokeGrant', { revocation: owner.revocation(friend.account) });
  await home.ask('ping', { payload: text });
  await home.ask('logout', {});
  await run.stop();

  const log = run.log();
  for (const canary of ['anary', '203.0.113', '127.0.0.1', 'ip4', 'example', run.settings.data, server.peerId]) {
    expect(log).not.toContain(canary);
  }
  for (const secret of [owner.account, owner.device.id, friend.account, envelope.subarray(60, 100), text]) {
    expect(log).not.toContain(toHex(secret).slice(0, 16));
    expect(log).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
  }
  const events = new Set(
    log
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event),
  );
  for (const event of [
    'link-open',
    'registration',
    'login',
    'guest',
    'friend',
    'prekeys',
    'deposit',
    'drain',
    'acknowledge',
    'refused',
    'heartbeat',
    'logout',
    'link-closed',
    'stopping',
    'stopped',
  ]) {
    expect(events).toContain(event);
  }
});

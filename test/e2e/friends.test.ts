import { describe, expect, test } from 'vitest';
import { PASSWORD, befriend, registerPeer, startServer } from '../support/processes.ts';
import type { TestPeer } from '../support/processes.ts';
import { until } from '../support/until.ts';

async function changesSeen(peer: TestPeer, friend: string, since = 0): Promise<string[]> {
  const { cursor } = await peer.api.call('cursor');
  const changes: string[] = [];
  if (cursor <= since) return changes;
  const { connectApi } = await import('../../node/api/client.ts');
  const api = await connectApi(peer.profile);
  for await (const { cursor: at, event } of api.events(since)) {
    if (event.type === 'friend' && event.name === friend) changes.push(event.change);
    if (at >= cursor) break;
  }
  return changes;
}

describe('two people', () => {
  test('register, befriend and talk in both directions, by the command line alone', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    const found = await alice.miyu('friends', 'find', 'bob');
    expect(found.json).toMatchObject({ name: 'bob', relation: 'none', verified: 'no' });
    const added = await alice.miyu('friends', 'add', 'bob', '--greeting', '你好, it is me');
    expect(added).toMatchObject({ code: 0, json: { outcome: 'requested' } });
    await bob.hasRequestFrom(alice);
    const asked = await bob.miyu('friends', 'requests');
    expect(asked.json).toMatchObject({ requests: [{ name: 'alice', greeting: '你好, it is me' }] });
    expect((await bob.miyu('friends', 'accept', 'alice')).code).toBe(0);
    await Promise.all([alice.sees(bob, 'online'), bob.sees(alice, 'online')]);

    const text = 'Hello Bob\nsecond line 第二行\t"quotes" \u{1f600}';
    const sent = await alice.miyu('send', 'bob', text, '--wait', 'delivered');
    expect(sent.json).toMatchObject({ state: 'delivered', path: 'lan' });
    await bob.has(alice, [text]);
    expect((await bob.miyu('send', 'alice', 'and back', '--wait', 'delivered')).code).toBe(0);
    await alice.has(bob, ['and back']);
    const friend = await bob.friend('alice');
    expect(friend).toMatchObject({ unread: 1, path: 'lan', lastMessage: { text: 'and back' } });
    const [mine, theirs] = await Promise.all([
      alice.miyu('friends', 'show', 'bob'),
      bob.miyu('friends', 'show', 'alice'),
    ]);
    expect(mine.json['safetyNumber']).toBe(theirs.json['safetyNumber']);
    expect(String(mine.json['safetyNumber']).replaceAll(' ', '')).toMatch(/^\d{60}$/);
    const ping = await alice.miyu('ping');
    expect(ping.json).toMatchObject({ server: { peerId: server.peerId } });
    const text64 = 'x'.repeat(65_536);
    await alice.send(bob, text64);
    await bob.has(alice, [text, text64]);
  });

  test('come together by an invite link: verified as its bearer', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    const { link } = await alice.api.call('invite');
    await bob.api.call('friends.add', { who: link });
    await alice.hasRequestFrom(bob);
    await alice.api.call('friends.accept', { who: 'bob' });
    expect(await bob.sees(alice, 'online')).toMatchObject({ verified: 'invite' });
    expect(await alice.friend('bob')).toMatchObject({ verified: 'no' });
    expect((await alice.miyu('friends', 'verify', 'bob', '--yes')).json).toMatchObject({ verified: 'yes' });
  });

  test('of two servers befriend by invite and reach each other’s mailbox', async () => {
    const [here, there] = [await startServer(), await startServer()];
    const alice = await registerPeer('alice', here);
    const bob = await registerPeer('bob', there);
    const { link } = await alice.api.call('invite');
    await bob.api.call('friends.add', { who: link });
    await alice.hasRequestFrom(bob);
    await alice.api.call('friends.accept', { who: 'bob' });
    await Promise.all([alice.sees(bob, 'online'), bob.sees(alice, 'online')]);
    await bob.leave();
    await alice.sees(bob, 'mailbox');
    const message = await alice.send(bob, 'over two homes');
    await alice.hasState(bob, message, 'stored');
    await alice.leave();
    await bob.back();
    await bob.has(alice, ['over two homes']);
  });
});

describe('a request', () => {
  test('reaches somebody who was absent, and the answer somebody who has left', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await bob.leave();
    await alice.api.call('friends.add', { who: 'bob', greeting: 'are you there?' });
    expect(await alice.friend('bob')).toMatchObject({ relation: 'requested' });
    await alice.leave();
    await bob.back();
    await bob.hasRequestFrom(alice);
    await bob.api.call('friends.accept', { who: 'alice' });
    await bob.send(alice, 'welcome');
    await until('bob’s answer is at the server', async () => {
      const { outbox } = await bob.api.call('status');
      return outbox.waiting > 0 && outbox.waiting === outbox.stored;
    });
    await bob.leave();
    await alice.back();
    await alice.has(bob, ['welcome']);
    expect(await alice.friend('bob')).toMatchObject({ relation: 'friend' });
    await bob.back();
    await Promise.all([alice.sees(bob, 'online'), bob.sees(alice, 'online')]);
  });

  test('that is refused is told to who asked', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await alice.api.call('friends.add', { who: 'bob' });
    await bob.hasRequestFrom(alice);
    expect((await bob.miyu('friends', 'refuse', 'alice')).code).toBe(0);
    await until('alice is told', async () => (await changesSeen(alice, 'bob')).includes('refused'));
    expect(await alice.friend('bob')).toBeUndefined();
    expect((await bob.api.call('friends.requests')).requests).toEqual([]);
    await until('bob has forgotten alice', async () => (await bob.friend('alice')) === undefined);
    expect((await alice.miyu('send', 'bob', 'hi')).errorCode).toBe('not-a-friend');
    // Nobody is refused for ever: that is what blocking is for.
    await alice.api.call('friends.add', { who: 'bob' });
    await bob.hasRequestFrom(alice);
  });

  test('that is put off is asked again after the next sign-in', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await alice.api.call('friends.add', { who: 'bob' });
    await bob.hasRequestFrom(alice);
    expect((await bob.miyu('friends', 'later', 'alice')).code).toBe(0);
    const waiting = (await bob.api.call('friends.requests')).requests.filter(({ postponed }) => !postponed);
    expect(waiting).toEqual([]);
    await bob.leave();
    await bob.back();
    await until('bob is asked again', async () =>
      (await bob.api.call('friends.requests')).requests.some(({ name, postponed }) => name === 'alice' && !postponed),
    );
    await bob.api.call('friends.accept', { who: 'alice' });
    await alice.sees(bob, 'online');
  });

  test('from both sides at once makes them friends', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await Promise.all([alice.api.call('friends.add', { who: 'bob' }), bob.api.call('friends.add', { who: 'alice' })]);
    await Promise.all([alice.sees(bob, 'online'), bob.sees(alice, 'online')]);
    await alice.send(bob, 'from alice');
    await bob.send(alice, 'from bob');
    await Promise.all([bob.has(alice, ['from alice']), alice.has(bob, ['from bob'])]);
  });
});

describe('a friendship that is ended', () => {
  test('is gone for the other at the next sign-in, and deposits are refused with the reason', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await befriend(alice, bob);
    await alice.send(bob, 'before');
    await bob.has(alice, ['before']);
    await bob.leave();
    await alice.sees(bob, 'mailbox');
    expect((await alice.miyu('friends', 'remove', 'bob', '--yes')).code).toBe(0);
    expect(await alice.friend('bob')).toBeUndefined();
    // Noted for good when the command answers, on its way a moment later: whoever leaves before tells it when she is back.
    await until('it is in bob’s mailbox', async () => (await alice.api.call('status')).outbox.waiting === 0, {
      timeoutMs: 60_000,
    });
    await alice.leave();

    await bob.up();
    await bob.api.call('login', { password: PASSWORD });
    await until('bob is told', async () => (await bob.friend('alice'))?.relation !== 'friend', { timeoutMs: 60_000 });
    expect((await bob.miyu('send', 'alice', 'still there?')).errorCode).toBe('not-a-friend');
    await alice.back();
    expect(await alice.friend('bob')).toBeUndefined();
    expect((await alice.miyu('friends', 'remove', 'bob', '--yes')).errorCode).toBe('not-a-friend');
  }, 240_000);

  test('fails what was written before its end was known, and says why', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await befriend(alice, bob);
    await bob.leave();
    await alice.sees(bob, 'mailbox');
    await alice.api.call('friends.remove', { who: 'bob' });
    await until('it is in bob’s mailbox', async () => (await alice.api.call('status')).outbox.waiting === 0);
    await alice.leave();
    await server.end('SIGTERM');
    await bob.up();
    await bob.api.call('login', { password: PASSWORD });
    const message = await bob.send(alice, 'too late');
    expect(message.state).toBe('queued');
    await server.up();
    const failed = await bob.hasState(alice, message, 'failed');
    expect(failed.reason).toMatch(/^(not-a-friend|not-friends|grant-revoked|not-granted)$/);
    expect(await bob.friend('alice')).not.toMatchObject({ relation: 'friend' });
  }, 120_000);

  test('by blocking takes no more requests until it is undone', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await befriend(alice, bob);
    expect((await alice.miyu('friends', 'block', 'bob', '--yes')).code).toBe(0);
    await until('bob is told', async () => (await bob.friend('alice'))?.relation !== 'friend');
    await until('the server knows of the block', async () => {
      const asked = await bob.miyu('friends', 'add', 'alice');
      return asked.errorCode === 'not-accepting';
    });
    expect((await alice.miyu('friends', 'unblock', 'bob')).code).toBe(0);
    await until('bob may ask again', async () => (await bob.miyu('friends', 'add', 'alice')).code === 0);
    await alice.hasRequestFrom(bob);
  });
});

import { describe, expect, test } from 'vitest';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import type { TestPeer, TestServer } from '../support/processes.ts';
import type { Message } from '../../node/api/contract-views.ts';
import { until } from '../support/until.ts';

async function twoFriends(): Promise<{ server: TestServer; alice: TestPeer; bob: TestPeer }> {
  const server = await startServer();
  const alice = await registerPeer('alice', server);
  const bob = await registerPeer('bob', server);
  await befriend(alice, bob);
  return { server, alice, bob };
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, n) => `message ${n + 1} of ${count}`);

describe('killed in the middle of 200 messages', () => {
  test('the receiver has all of them once, in order, after it is back', async () => {
    const { alice, bob } = await twoFriends();
    const texts = numbered(200);
    for (const [n, text] of texts.entries()) {
      await alice.send(bob, text);
      if (n === 60) await until('some have arrived', async () => (await bob.receivedFrom(alice)).length > 10);
      if (n === 80) await bob.die();
      if (n === 150) {
        await bob.up();
        await bob.login();
      }
    }
    await bob.has(alice, texts, 60_000);
    await until('alice knows', async () => (await alice.api.call('status')).outbox.waiting === 0, {
      timeoutMs: 60_000,
    });
    await bob.leave();
    await bob.back();
    await bob.has(alice, texts);
  }, 180_000);

  test('the sender sends each once, in order, after it is back', async () => {
    const { alice, bob } = await twoFriends();
    const texts = numbered(200);
    const acknowledged: string[] = [];
    for (const [n, text] of texts.entries()) {
      if (n === 100) {
        await alice.die();
        await alice.back();
      }
      await alice.send(bob, text);
      acknowledged.push(text);
    }
    await bob.has(alice, acknowledged, 60_000);
  }, 180_000);

  test('alone, the process that holds the keys comes back by itself, locked', async () => {
    const { alice, bob } = await twoFriends();
    const before = bob.pid;
    process.kill(before, 'SIGKILL');
    await bob.process.line('crashed');
    await bob.process.line('ready', 2);
    expect(bob.pid).not.toBe(before);
    await bob.connect();
    expect((await bob.api.call('status')).state).toBe('locked');
    await bob.login();
    await alice.send(bob, 'still the same');
    await bob.has(alice, ['still the same']);
  }, 120_000);
});

test('a friend who was killed is shown offline within 30 s', async () => {
  const { alice, bob } = await twoFriends();
  await bob.die();
  const from = performance.now();
  const seen = await alice.sees(bob, 'mailbox', 30_000);
  expect(performance.now() - from).toBeLessThan(30_000);
  expect(seen.lastSeen).toBeGreaterThan(Date.now() - 60_000);
}, 60_000);

test('a friend whose process stands still is shown offline within 30 s', async () => {
  const { alice, bob } = await twoFriends();
  // The connection stays open, and nobody answers: only the silence tells.
  process.kill(bob.pid, 'SIGSTOP');
  try {
    await alice.sees(bob, 'mailbox', 30_000);
  } finally {
    process.kill(bob.pid, 'SIGCONT');
  }
  await Promise.all([alice.sees(bob, 'online', 60_000), bob.sees(alice, 'online', 60_000)]);
}, 120_000);

test('the server killed during deposits has lost nothing that it acknowledged', async () => {
  const { server, alice, bob } = await twoFriends();
  await bob.leave();
  await alice.sees(bob, 'mailbox');
  const texts = numbered(120);
  const sent: Message[] = [];
  for (const text of texts) sent.push(await alice.send(bob, text));
  await until('deposits have begun', async () => (await alice.api.call('status')).outbox.stored > 5);
  await server.end('SIGKILL');
  // Texts alone: other contents (an address key) may wait in the outbox too.
  const { messages } = await alice.api.call('history', { with: 'bob', limit: 200 });
  const stored = messages.filter(({ state }) => state === 'stored').length;
  expect(stored).toBeGreaterThan(5);
  await alice.leave(); // From here on only what the server kept can arrive.
  await server.up();
  await bob.back();
  await bob.has(alice, texts.slice(0, stored), 5_000).catch(async () => {
    // More may have been stored than alice had heard of; nothing less, and in order.
    const received = await bob.receivedFrom(alice);
    expect(received.length).toBeGreaterThanOrEqual(stored);
    expect(received).toEqual(texts.slice(0, received.length));
  });
  await alice.back();
  await bob.has(alice, texts, 60_000);
}, 180_000);

describe('without the server', () => {
  test('friends who are connected go on, and the status says what is missing', async () => {
    const { server, alice, bob } = await twoFriends();
    await server.end('SIGKILL');
    await until('alice knows', async () => (await alice.api.call('status')).missing.includes('server-unreachable'));
    const sent = await alice.miyu('send', 'bob', 'on our own', '--wait', 'delivered');
    expect(sent).toMatchObject({ code: 0, json: { state: 'delivered' } });
    await bob.send(alice, 'indeed');
    await Promise.all([bob.has(alice, ['on our own']), alice.has(bob, ['indeed'])]);
    const ping = await alice.miyu('ping');
    expect(ping).toMatchObject({ code: 5, errorCode: 'server-unreachable' });
    expect((await alice.miyu('friends', 'find', 'bob')).errorCode).toBe('server-unreachable');
    await server.up();
    await until('alice is back', async () => (await alice.api.call('status')).missing.length === 0, {
      timeoutMs: 60_000,
    });
    expect((await alice.miyu('ping')).code).toBe(0);
  }, 120_000);

  test('friends who restart find each other again by what they remember', async () => {
    const { server, alice, bob } = await twoFriends();
    const port = (await alice.api.call('status')).listening[0] ?? '';
    expect(port).toMatch(/\/tcp\/\d+$/);
    await server.end('SIGTERM');
    await bob.leave();
    await bob.up();
    await bob.api.call('login', { password: 'plum tree 42 harbour' });
    await Promise.all([alice.sees(bob, 'online', 60_000), bob.sees(alice, 'online', 60_000)]);
    await bob.send(alice, 'no server, no matter');
    await alice.has(bob, ['no server, no matter']);
  }, 120_000);

  test('a message to somebody absent waits, and goes once the server is there', async () => {
    const { server, alice, bob } = await twoFriends();
    await server.end('SIGTERM');
    await bob.leave();
    await until('alice sees it', async () => (await alice.friend('bob'))?.presence !== 'online');
    const message = await alice.send(bob, 'whenever you can');
    await until('it was tried', async () => (await alice.api.call('status')).missing.includes('server-unreachable'));
    expect((await alice.stateOf(bob, message)).state).toBe('queued');
    await server.up();
    await alice.hasState(bob, message, 'stored');
    await alice.leave();
    await bob.back();
    await bob.has(alice, ['whenever you can']);
  }, 120_000);
});

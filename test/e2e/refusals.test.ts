import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PASSWORD, befriend, miyu, registerPeer, startPeer, startServer } from '../support/processes.ts';
import type { CliAnswer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** What came back, in short. */
const told = ({ code, errorCode }: CliAnswer): string => `${errorCode ?? 'ok'} ${String(code)}`;

describe('registration refuses, each with its own word,', () => {
  test('names, passwords, addresses and servers that will not do; and then takes what will', async () => {
    const server = await startServer();
    await registerPeer('alice', server);
    const peer = await startPeer('new');
    const register = (name: string, options: { password?: string; server?: string; email?: string } = {}) =>
      miyu(
        peer.profile,
        [
          'register',
          '--server',
          options.server ?? server.invite,
          ...(options.email === undefined ? [] : ['--email', options.email]),
          '--',
          name,
        ],
        { env: { MIYU_PASSWORD: options.password ?? PASSWORD } },
      );
    const other = await startServer();
    const elsewhere = `/ip4/127.0.0.1/tcp/${server.port}/p2p/${other.peerId}`;
    const found = {
      taken: told(await register('alice')),
      takenInOtherLetters: told(await register('ALICE')),
      lookAlike: told(await register('a1ice')),
      empty: told(await register('')),
      blank: told(await register('   ')),
      tooLong: told(await register('x'.repeat(33))),
      characters: told(await register('a\u0007b')),
      mixedScripts: told(await register('аlice')), // the first letter is Cyrillic
      shortPassword: told(await register('carol', { password: 'short 1' })),
      commonPassword: told(await register('carol', { password: 'P@ssw0rd123' })),
      nameAsPassword: told(await register('caroline', { password: 'Caroline1' })),
      badEmail: told(await register('carol', { email: 'no address' })),
      badInvite: told(await register('carol', { server: server.invite.replace(/.$/, '!') })),
      mistypedInvite: told(await register('carol', { server: swapped(server.invite) })),
      badAddress: told(await register('carol', { server: 'example.org:4801' })),
      wrongKey: told(await register('carol', { server: elsewhere })),
      nobodyThere: told(await register('carol', { server: `/ip4/127.0.0.1/tcp/1/p2p/${other.peerId}` })),
    };
    expect(found).toEqual({
      taken: 'name-taken 3',
      takenInOtherLetters: 'name-taken 3',
      lookAlike: 'name-look-alike 3',
      empty: 'name-empty 3',
      blank: 'name-empty 3',
      tooLong: 'name-too-long 3',
      characters: 'name-characters 3',
      mixedScripts: 'name-mixed-scripts 3',
      shortPassword: 'password-too-short 3',
      commonPassword: 'password-too-common 3',
      nameAsPassword: 'password-too-common 3',
      badEmail: 'email-malformed 3',
      badInvite: 'invite-malformed 2',
      mistypedInvite: 'invite-malformed 2',
      badAddress: 'address-malformed 2',
      wrongKey: 'server-key-mismatch 5',
      nobodyThere: 'server-unreachable 5',
    });
    expect((await peer.api.call('status')).state).toBe('no-account');
    expect(told(await register('密语小明', { email: 'ming@example.org' }))).toBe('ok 0');
    expect(told(await register('again'))).toBe('already-registered 3');
    const third = await startPeer('third');
    const sameEmail = ['register', 'dora', '--server', server.invite, '--email', 'Ming@example.org'];
    expect(told(await miyu(third.profile, sameEmail, { env: { MIYU_PASSWORD: PASSWORD } }))).toBe('email-taken 3');
  }, 120_000);

  test('what the operator does not allow', async () => {
    const server = await startServer('--email', 'required', '--max-name-length', '8', '--token-required');
    const peer = await startPeer('new');
    const register = async (...args: string[]): Promise<string> =>
      told(
        await miyu(peer.profile, ['register', '--server', server.invite, ...args], {
          env: { MIYU_PASSWORD: PASSWORD },
        }),
      );
    expect(await register('ninechars', '--email', 'a@example.org')).toBe('name-too-long 3');
    expect(await register('bob')).toBe('email-required 3');
    expect(await register('bob', '--email', 'a@example.org')).toBe('token-required 3');
  });
});

describe('friends and messages refuse', () => {
  test('oneself, strangers, twice, and what is no text', async () => {
    const server = await startServer();
    const alice = await registerPeer('alice', server);
    const bob = await registerPeer('bob', server);
    await registerPeer('carol', server);
    await befriend(alice, bob);
    const found = {
      yourself: told(await alice.miyu('friends', 'add', 'alice')),
      stranger: told(await alice.miyu('friends', 'add', 'nobody')),
      findStranger: told(await alice.miyu('friends', 'find', 'nobody')),
      whoisStranger: told(await alice.miyu('whois', 'nobody')),
      twice: told(await alice.miyu('friends', 'add', 'bob')),
      first: told(await alice.miyu('friends', 'add', 'carol')),
      asked: told(await alice.miyu('friends', 'add', 'carol')),
      longGreeting: told(await alice.miyu('friends', 'add', 'carol', '--greeting', 'x'.repeat(513))),
      removeStranger: told(await alice.miyu('friends', 'remove', 'nobody', '--yes')),
      removeUnasked: told(await alice.miyu('friends', 'remove', 'bob')),
      acceptNobody: told(await alice.miyu('friends', 'accept', 'nobody')),
      toStranger: told(await alice.miyu('send', 'nobody', 'hi')),
      toSomebodyAsked: told(await alice.miyu('send', 'carol', 'hi')),
      noText: told(await alice.miyu('send', 'bob', '')),
      noTextFromPipe: told(await miyu(alice.profile, ['send', 'bob'], { stdin: '' })),
      tooLong: told(await miyu(alice.profile, ['send', 'bob'], { stdin: 'x'.repeat(65_537) })),
      tooLongInBytes: told(await miyu(alice.profile, ['send', 'bob'], { stdin: '字'.repeat(21_846) })),
      longest: told(await miyu(alice.profile, ['send', 'bob'], { stdin: 'x'.repeat(65_536) })),
      badInvite: told(await alice.miyu('friends', 'add', 'miyu://invite/AAAA')),
      keyFile: told(
        await miyu(alice.profile, ['key', 'import', join(alice.profile, 'vault')], {
          env: { MIYU_PASSWORD: PASSWORD, MIYU_FILE_PASSWORD: PASSWORD },
        }),
      ),
      loginTwice: told(await miyu(alice.profile, ['login'], { env: { MIYU_PASSWORD: PASSWORD } })),
      nobodyHome: told(await miyu(await temporaryFolder(), ['status'])),
      nonsense: told(await alice.miyu('dance')),
    };
    expect(found).toEqual({
      yourself: 'not-yourself 3',
      stranger: 'no-such-user 3',
      findStranger: 'no-such-user 3',
      whoisStranger: 'no-such-user 3',
      twice: 'already-friends 3',
      first: 'ok 0',
      asked: 'already-requested 3',
      longGreeting: expect.stringMatching(/^(already-requested 3|greeting-too-long 2)$/) as string,
      removeStranger: 'not-a-friend 3',
      removeUnasked: 'usage 2',
      acceptNobody: 'no-such-request 3',
      toStranger: 'not-a-friend 3',
      toSomebodyAsked: 'not-a-friend 3',
      noText: 'text-empty 2',
      noTextFromPipe: 'text-empty 2',
      tooLong: 'text-too-long 2',
      tooLongInBytes: 'text-too-long 2',
      longest: 'ok 0',
      badInvite: 'invite-malformed 2',
      keyFile: 'already-registered 3',
      loginTwice: 'already-unlocked 3',
      nobodyHome: 'daemon-not-running 4',
      nonsense: 'usage 2',
    });
    await bob.has(alice, ['x'.repeat(65_536)]);
  }, 120_000);
});

describe('a peer that cannot run says why', () => {
  test('folders and ports', async () => {
    const folder = await temporaryFolder();
    const up = (...args: string[]) => miyu(join(folder, 'p'), ['up', ...args]);
    expect(told(await up('--port', 'many'))).toBe('config-invalid 2');
    expect(told(await up('--log', 'loud'))).toBe('config-invalid 2');
    expect(told(await up('--listen', 'nowhere'))).toBe('config-invalid 2');
    const server = await startServer();
    expect(told(await up('--listen', `/ip4/127.0.0.1/tcp/${server.port}`))).toBe('port-taken 1');
    expect(told(await up('--server', 'nowhere'))).toBe('address-malformed 2');
    expect(told(await miyu('/dev/null/profile', ['up']))).toBe('folder-unwritable 1');
    expect(told(await miyu('/proc/miyu', ['up']))).toBe('folder-unwritable 1');
  });
});

/** The link with two neighbouring letters of its middle exchanged. */
function swapped(link: string): string {
  const letters = Array.from(link);
  for (let at = Math.floor(letters.length / 2); ; at += 1) {
    const [a, b] = [letters[at]!, letters[at + 1]!];
    if (a === b) continue;
    letters[at] = b;
    letters[at + 1] = a;
    return letters.join('');
  }
}

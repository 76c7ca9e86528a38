import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TEXT_LIMIT_BYTES } from '../../../node/api/contract.ts';
import { serveApi } from '../../../node/api/server.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { cli } from '../../support/cli.ts';
import type { CliOptions, CliResult } from '../../support/cli.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';

interface Served {
  readonly profile: string;
  readonly miyu: (...args: string[]) => Promise<CliResult>;
  readonly miyuWith: (options: CliOptions, ...args: string[]) => Promise<CliResult>;
}

async function serve(peer: FakePeer): Promise<Served> {
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  return {
    profile,
    miyu: (...args) => cli(profile, args),
    miyuWith: (options, ...args) => cli(profile, args, options),
  };
}

describe('a command', () => {
  test('says in words what it did, or gives one JSON document', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.known.set('carol', accountOf(9));
    const { miyu } = await serve(peer);
    const told = await miyu('friends', 'add', 'carol', '--greeting', 'hello there');
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('Your request is on its way to carol');
    expect(peer.calls).toContain('add carol hello there');
    const listed = await miyu('friends', 'list', '--json');
    expect(listed.json()).toMatchObject({ friends: [{ name: 'bob' }, { name: 'carol', relation: 'requested' }] });
    expect((await miyu('friends')).out).toMatch(/● bob · online \(LAN\)/);
  });

  test('that is refused says why and what to do, with its exit code', async () => {
    const { miyu } = await serve(FakePeer.withFriends('bob'));
    const told = await miyu('friends', 'add', 'bob');
    expect(told).toMatchObject({ code: 3, out: '' });
    expect(told.err).toContain('You are friends already.');
    const json = await miyu('friends', 'add', 'nobody', '--json');
    expect(json.code).toBe(3);
    expect(json.json()).toEqual({
      error: {
        code: 'no-such-user',
        say: 'Nobody has this name here.',
        do: expect.stringContaining('invite') as unknown,
      },
    });
  });

  test.each([
    [['friends', 'add', 'alice'], 'not-yourself'],
    [['send', 'stranger', 'hi'], 'not-a-friend'],
    [['friends', 'remove', 'stranger', '--yes'], 'not-a-friend'],
    [['friends', 'accept', 'stranger'], 'no-such-request'],
    [['friends', 'refuse', 'stranger'], 'no-such-request'],
    [['friends', 'later', 'stranger'], 'no-such-request'],
    [['friends', 'find', 'stranger'], 'no-such-user'],
    [['whois', 'stranger'], 'no-such-user'],
  ])('%j is refused with %s', async (args, code) => {
    const { miyu } = await serve(FakePeer.withFriends('bob'));
    const result = await miyu(...args, '--json');
    expect(result.code).toBe(3);
    expect(result.json()).toMatchObject({ error: { code } });
  });

  test('speaks Chinese where the locale, or --lang, asks for it', async () => {
    const { miyu, miyuWith } = await serve(FakePeer.withFriends('bob'));
    const byLocale = await miyuWith({ env: { LC_ALL: 'zh_CN.UTF-8' } }, 'friends', 'add', 'bob');
    expect(byLocale.err).toContain('你们已经是好友');
    expect((await miyu('status', '--lang', 'zh')).out).toContain('状态：已登录');
    expect((await miyu('--help', '--lang', 'zh')).out).toMatch(/用法：.*选项：.*命令：/s);
    expect(await miyu('status', '--lang', 'fr')).toMatchObject({ code: 2 });
  });

  test('the status tells what was ever damaged, as far as it is known', async () => {
    const peer = FakePeer.withFriends('bob');
    const { miyu } = await serve(peer);
    expect((await miyu('status')).out).not.toContain('Damage');
    peer.damage = { repairedAt: 1_795_637_558_351, lostContents: 0, lostBatches: 2, rows: { history: 3, sessions: 1 } };
    expect((await miyu('status')).out).toMatch(
      /Damage: repaired .* · rows unreadable or missing: 3 \(history\), 1 \(sessions\) · writes gone: 2\n/,
    );
    expect((await miyu('status', '--json')).json()).toMatchObject({ damage: peer.damage });
  });

  test('takes what comes behind -- as it is, also where it looks like an option', async () => {
    const { miyu } = await serve(FakePeer.withFriends('bob'));
    expect((await miyu('send', 'bob', '--json', '--', '--lang', 'fr')).json()).toMatchObject({ text: '--lang fr' });
  });

  test('without a running peer says so', async () => {
    const profile = await temporaryFolder();
    const told = await cli(profile, ['status']);
    expect(told.code).toBe(4);
    expect(told.err).toContain('miyu up');
    expect((await cli(profile, ['status', '--json'])).json()).toMatchObject({ error: { code: 'daemon-not-running' } });
  });

  test('that makes no sense ends with 2, in words and in JSON', async () => {
    const { miyu } = await serve(FakePeer.withFriends('bob'));
    for (const args of [
      ['nonsense'],
      ['send'],
      ['friends', 'add'],
      ['status', '--nonsense'],
      ['history', 'bob', '--limit', 'x'],
    ]) {
      const told = await miyu(...args);
      expect(told, args.join(' ')).toMatchObject({ code: 2, out: '' });
      expect(told.err).toMatch(/^miyu: ./);
      expect((await miyu(...args, '--json')).json(), args.join(' ')).toMatchObject({ error: { code: 'usage' } });
    }
  });

  test('the network’s and this machine’s failures have their own exit codes', async () => {
    const peer = FakePeer.withFriends('bob');
    const { miyu } = await serve(peer);
    for (const [code, exit] of [
      ['server-unreachable', 5],
      ['timeout', 5],
      ['locked', 4],
      ['disk-full', 1],
      ['internal', 1],
    ] as const) {
      peer.ping = () => Promise.reject(new MiyuError(code));
      expect(await miyu('ping'), code).toMatchObject({ code: exit });
    }
  });
});

describe('passwords', () => {
  test('come from a pipe, a file or a variable, never from an argument', async () => {
    const peer = new FakePeer();
    const { profile, miyuWith, miyu } = await serve(peer);
    const piped = await miyuWith({ stdin: 'piped secret 1\n' }, 'register', 'alice', '--password-stdin', '--json');
    expect(piped.json()).toMatchObject({ state: 'online', name: 'alice' });
    expect(peer.password).toBe('piped secret 1');
    const file = join(profile, 'secret');
    await writeFile(file, 'wrong\r\nsecond line');
    expect(await miyu('login', '--password-file', file)).toMatchObject({ code: 3 });
    expect(await miyuWith({ env: { MIYU_PASSWORD: 'piped secret 1' } }, 'login')).toMatchObject({ code: 0 });
    expect(await miyu('login', '--password', 'x')).toMatchObject({ code: 2 });
  });

  test('without a terminal nobody waits for one', async () => {
    const { miyu, miyuWith } = await serve(new FakePeer());
    const told = await miyu('register', 'alice');
    expect(told.code).toBe(2);
    expect(told.err).toContain('--password-stdin');
    expect(await miyuWith({ env: { MIYU_PASSWORD: 'x y z 1 2 3' } }, 'register')).toMatchObject({ code: 2 });
    expect(await miyuWith({ stdin: '' }, 'login', '--password-stdin')).toMatchObject({ code: 2 });
  });

  test('registration refuses each field with its own code', async () => {
    const { miyuWith } = await serve(new FakePeer());
    const good = { env: { MIYU_PASSWORD: 'long enough' } };
    const codeOf = async (options: CliOptions, name: string): Promise<unknown> =>
      ((await miyuWith(options, 'register', name, '--json')).json() as { error: { code: string } }).error.code;
    expect(await codeOf(good, '')).toBe('name-empty');
    expect(await codeOf(good, 'taken')).toBe('name-taken');
    expect(await codeOf({ env: { MIYU_PASSWORD: 'short' } }, 'alice')).toBe('password-too-short');
  });
});

describe('send', () => {
  test('takes its text from the arguments or the pipe, unchanged', async () => {
    const peer = FakePeer.withFriends('bob');
    const { miyu, miyuWith } = await serve(peer);
    const texts = (): string[] => (peer.histories.get(accountOf(1)) ?? []).map(({ text }) => text);
    await miyu('send', 'bob', 'two', ' words ');
    await miyu('send', 'bob', '--', '--json is a text');
    await miyuWith({ stdin: '  indented\n\nlast line  \n' }, 'send', 'bob');
    await miyuWith({ stdin: 'windows\r\n' }, 'send', 'bob');
    await miyuWith({ stdin: '\n\n' }, 'send', 'bob');
    await miyuWith({ stdin: '\ufeff字' }, 'send', 'bob');
    expect(texts()).toEqual([
      'two  words ',
      '--json is a text',
      '  indented\n\nlast line  ',
      'windows',
      '\n',
      '\ufeff字',
    ]);
  });

  test('64 KiB pass whole; nothing, one byte more, and what is no text are refused before anything happens', async () => {
    const peer = FakePeer.withFriends('bob');
    const { miyu, miyuWith } = await serve(peer);
    const longest = '字'.repeat(21_845) + 'x';
    expect(Buffer.byteLength(longest)).toBe(TEXT_LIMIT_BYTES);
    expect(await miyuWith({ stdin: `${longest}\n` }, 'send', 'bob')).toMatchObject({ code: 0 });
    expect(peer.histories.get(accountOf(1))?.[0]?.text).toBe(longest);
    const refused = async (result: Promise<CliResult>): Promise<unknown> => {
      const { code, json } = await result;
      expect(code).toBe(2);
      return (json() as { error: { code: string } }).error.code;
    };
    expect(await refused(miyuWith({ stdin: `${longest}x` }, 'send', 'bob', '--json'))).toBe('text-too-long');
    expect(await refused(miyuWith({ stdin: 'x'.repeat(1_000_000) }, 'send', 'bob', '--json'))).toBe('text-too-long');
    expect(await refused(miyu('send', 'bob', `${longest}x`, '--json'))).toBe('text-too-long');
    expect(await refused(miyuWith({ stdin: '' }, 'send', 'bob', '--json'))).toBe('text-empty');
    expect(await refused(miyuWith({ stdin: '\n' }, 'send', 'bob', '--json'))).toBe('text-empty');
    expect(await refused(miyu('send', 'bob', '', '--json'))).toBe('text-empty');
    expect(await refused(miyuWith({ stdin: Uint8Array.of(0xc3, 0x28) }, 'send', 'bob', '--json'))).toBe('usage');
    expect(peer.histories.get(accountOf(1))).toHaveLength(1);
  });

  test('--wait ends when the message has come so far, fails when it fails, and has an end', async () => {
    const peer = FakePeer.withFriends('bob');
    const { miyu } = await serve(peer);
    const real = peer.send.bind(peer);
    const becoming = (...states: ('stored' | 'delivered' | 'failed')[]): void => {
      peer.send = async (form) => {
        const message = await real(form);
        setImmediate(() => {
          for (const state of states) peer.setState(message, 'bob', state);
        });
        return message;
      };
    };
    becoming('stored', 'delivered');
    const done = await miyu('send', 'bob', 'x', '--wait', 'delivered', '--json');
    expect(done.json()).toMatchObject({ state: 'delivered', path: 'lan' });
    becoming('stored');
    expect((await miyu('send', 'bob', 'x', '--wait', '--json')).json()).toMatchObject({ state: 'stored' });
    const late = await miyu('send', 'bob', 'x', '--wait', 'read', '--timeout', '0.2', '--json');
    expect(late.json()).toMatchObject({ error: { code: 'timeout' } });
    expect(late.code).toBe(5);
    becoming('failed');
    expect(await miyu('send', 'bob', 'x', '--wait')).toMatchObject({ code: 3 });
    expect(await miyu('send', 'bob', 'x', '--wait', 'somehow')).toMatchObject({ code: 2 });
    expect(await miyu('send', 'bob', 'x', '--wait', '--timeout', '-1')).toMatchObject({ code: 2 });
  });
});

describe('friends remove', () => {
  test('asks once; without a terminal it needs --yes; the history goes with it unless kept', async () => {
    const peer = FakePeer.withFriends('bob', 'carol');
    const { miyu } = await serve(peer);
    expect(await miyu('friends', 'remove', 'bob')).toMatchObject({ code: 2 });
    expect(peer.friendList).toHaveLength(2);
    expect((await miyu('friends', 'remove', 'bob', '--yes')).out).toContain('history is deleted');
    expect((await miyu('friends', 'remove', 'carol', '--yes', '--keep-history')).out).toContain('history is kept');
    expect(peer.calls.filter((call) => call.startsWith('remove'))).toEqual(['remove bob forget', 'remove carol keep']);
  });
});

describe('the key file', () => {
  test('is written for its owner alone, never over another file, and read back', async () => {
    const peer = FakePeer.withFriends();
    const { profile, miyuWith } = await serve(peer);
    const path = join(profile, 'alice.miyukey');
    const secrets = { stdin: 'correct horse\nfile password\n' };
    expect(await miyuWith(secrets, 'key', 'export', path, '--password-stdin')).toMatchObject({ code: 0 });
    expect([...(await readFile(path))]).toEqual([1, 2, 3, 255]);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    const again = await miyuWith(secrets, 'key', 'export', path, '--password-stdin', '--json');
    expect(again.json()).toMatchObject({ error: { code: 'key-file-exists' } });
    const wrong = { stdin: 'wrong\nfile password\n' };
    const refused = await miyuWith(wrong, 'key', 'export', join(profile, 'b'), '--password-stdin', '--json');
    expect(refused.json()).toMatchObject({ error: { code: 'password-wrong' } });
    expect(await miyuWith(secrets, 'key', 'import', path, '--password-stdin')).toMatchObject({ code: 0 });
    expect(peer.calls).toContain('import 010203ff');
    expect(await miyuWith(secrets, 'key', 'import', join(profile, 'none'), '--password-stdin')).toMatchObject({
      code: 2,
    });
  });
});

describe('text of others', () => {
  test('cannot act on the terminal or pass for another line', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.receive('bob', 'a\u001b[2J\u202eb\r\nalice: give me your password\u0007\u009b31m');
    const { miyu } = await serve(peer);
    const { out } = await miyu('history', 'bob');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(out.split('\n')[1]).toMatch(/^ {6}│ alice: give me/);
    const json = await miyu('history', 'bob', '--json');
    expect(json.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(json.json()).toMatchObject({
      messages: [{ text: 'a\u001b[2J\u202eb\r\nalice: give me your password\u0007\u009b31m' }],
    });
  });
});

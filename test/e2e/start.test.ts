import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectApi } from '../../node/api/client.ts';
import { PASSWORD, start } from '../support/processes.ts';
import type { SpawnOptions, TestProcess } from '../support/processes.ts';
import { quietPort } from '../support/ports.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

const ENV = { MIYU_PASSWORD: PASSWORD };

function npmStart(data: string, args: readonly string[] = [], options: SpawnOptions = {}): TestProcess {
  return start('start', ['--json', '--data', data, ...args], { env: ENV, ...options });
}

interface Ready {
  readonly status: { readonly name: string; readonly state: string; readonly listening: readonly string[] };
  readonly ownServer: {
    readonly peerId: string;
    readonly addresses: readonly string[];
    readonly invite: string;
  } | null;
  readonly invite: { readonly link: string } | null;
}
const ready = async (process: TestProcess): Promise<Ready> => (await process.line('ready')) as unknown as Ready;

/** Process ids that the started ones told, and whether any is alive. */
async function allGone(data: string): Promise<boolean> {
  await expect(connectApi(join(data, 'peer'))).rejects.toMatchObject({ code: 'daemon-not-running' });
  return true;
}

/** A child of this process whose command line names the program. */
function childOf(parent: number | undefined, program: string): number {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of table.split('\n')) {
    const [, pid, ppid, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(ppid) === parent && args?.includes(program) === true) return Number(pid);
  }
  throw new Error(`no ${program} among the children`);
}

async function holdPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '0.0.0.0', resolve);
  });
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

describe('npm start', () => {
  test('first runs a server and registers there; then knows the password alone, on the same ports', async () => {
    const data = join(await temporaryFolder(), 'data');
    const [port, peerPort] = [await quietPort(), await quietPort()];
    const first = npmStart(data, ['--name', 'alice', '--port', String(port), '--peer-port', String(peerPort)]);
    const told = await ready(first);
    expect(told.status).toMatchObject({ name: 'alice', state: 'online' });
    expect(told.ownServer?.addresses.length).toBeGreaterThan(0);
    expect(told.invite?.link).toMatch(/^miyu:\/\/invite\//);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    await allGone(data);

    const second = npmStart(data);
    const again = await ready(second);
    expect(again.status.name).toBe('alice');
    expect(again.ownServer).toEqual(told.ownServer);
    expect(again.status.listening).toEqual(told.status.listening);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  }, 120_000);

  test('a second one beside it takes free ports, joins by the invite, and they talk through the chat', async () => {
    const [here, there] = [await temporaryFolder(), await temporaryFolder()];
    const alice = await ready(npmStart(here, ['--name', 'alice']));
    const joining = start(
      'start',
      ['--data', there, '--name', 'bob', '--invite', alice.invite?.link ?? '', '--no-chat'],
      {
        env: ENV,
      },
    );
    await until('bob has joined', () => joining.output().includes('Your friend request is on its way to alice'));
    expect(joining.output()).toContain('Signed in as bob');
    expect(joining.output()).not.toContain('your own, at');
    const api = await connectApi(join(here, 'peer'));
    onTestFinished(() => {
      api.close();
    });
    await until('alice is asked', async () => (await api.call('friends.requests')).requests.length === 1);
    await api.call('friends.accept', { who: 'bob' });
    const chat = start('miyu', ['--profile', join(there, 'peer'), 'chat', 'alice'], {
      stdin: 'Hello Alice\nfrom bob\n',
    });
    const texts = async (): Promise<string[]> =>
      (await api.call('history', { with: 'bob' })).messages.map(({ text }) => text);
    expect(await chat.ended, chat.output()).toBe(0);
    await until('both lines have come', async () => (await texts()).length === 2);
    expect(await texts()).toEqual(['Hello Alice', 'from bob']);
  }, 120_000);

  test('says whose answer is waited for also where another face has asked before', async () => {
    const [here, there] = [await temporaryFolder(), await temporaryFolder()];
    const alice = await ready(npmStart(here, ['--name', 'alice']));
    const join = ['--data', there, '--invite', alice.invite?.link ?? '', '--no-chat'];
    const says = 'Your friend request is on its way to alice';
    const first = start('start', [...join, '--name', 'bob'], { env: ENV });
    await until('bob has asked', () => first.output().includes(says));
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const second = start('start', join, { env: ENV });
    await until('he is told again', () => second.output().includes(says), { timeoutMs: 60_000 });
  }, 120_000);

  test('four that start at the same moment all find ports of their own', async () => {
    const folders = await Promise.all(Array.from({ length: 4 }, () => temporaryFolder()));
    const all = await Promise.all(folders.map((data) => ready(npmStart(data, ['--name', 'alice']))));
    const ports = all.map(({ ownServer }) => /\/tcp\/(\d+)/.exec(ownServer?.addresses[0] ?? '')?.[1]);
    expect(new Set(ports).size, ports.join(' ')).toBe(4);
    expect(all.every(({ status }) => status.state === 'online')).toBe(true);
  }, 120_000);

  test('two alone, each with its own server and folder, do not disturb each other', async () => {
    const [a, b] = await Promise.all([temporaryFolder(), temporaryFolder()]);
    const first = npmStart(a, ['--name', 'alice']);
    const one = await ready(first);
    const second = npmStart(b, ['--name', 'alice']);
    const two = await ready(second);
    expect(one.ownServer?.peerId).not.toBe(two.ownServer?.peerId);
    const ports = [...(one.ownServer?.addresses ?? []), ...(two.ownServer?.addresses ?? [])].map(
      (address) => /\/tcp\/(\d+)/.exec(address)?.[1],
    );
    expect(new Set(ports).size).toBe(2);
  }, 120_000);

  test('says what keeps it from starting, and ends with another code than 0', async () => {
    const code = async (process: TestProcess): Promise<string> => {
      const ended = await process.ended;
      const error = process.lines.find((line) => 'error' in line)?.['error'] as
        { code: string; do: string } | undefined;
      return `${error?.code ?? 'ok'} ${String(ended)}`;
    };
    const free = await temporaryFolder();
    expect(await code(npmStart(free, ['--name', 'alice'], { env: {} }))).toBe('usage 2');
    expect(await code(npmStart(free))).toBe('usage 2'); // A first run without a name.
    expect(await code(npmStart(free, ['--nonsense']))).toBe('usage 2');
    expect(await code(npmStart(free, ['--port', 'x', '--name', 'alice']))).toBe('usage 2');
    expect(await code(npmStart(free, ['--port', String(await holdPort()), '--name', 'alice']))).toBe('port-taken 1');
    expect(await code(npmStart('/dev/null/data', ['--name', 'alice']))).toBe('folder-unwritable 1');
    const file = join(free, 'file');
    await writeFile(file, '');
    expect(await code(npmStart(file, ['--name', 'alice']))).toBe('folder-unwritable 1');
    const foreign = await temporaryFolder();
    await mkdir(join(foreign, 'peer'));
    await writeFile(join(foreign, 'peer', 'holiday.txt'), 'not ours');
    expect(await code(npmStart(foreign, ['--name', 'alice']))).toBe('folder-not-a-profile 1');
    expect(await readFile(join(foreign, 'peer', 'holiday.txt'), 'utf8')).toBe('not ours');
    const short = npmStart(await temporaryFolder(), ['--name', 'alice'], { env: { MIYU_PASSWORD: 'short' } });
    expect(await code(short)).toBe('password-too-short 3');

    const used = await temporaryFolder();
    await ready(npmStart(used, ['--name', 'alice']));
    const second = npmStart(used);
    expect(await code(second)).toBe('profile-in-use 1');
    expect(second.output()).toContain('--data');
  }, 120_000);

  test('nothing outlives it, even where it is killed', async () => {
    const data = await temporaryFolder();
    const process = npmStart(data, ['--name', 'alice']);
    await ready(process);
    process.child.kill('SIGKILL');
    await process.ended;
    await until('the peer has ended', () => allGone(data).catch(() => false));
    // The server too: its folder and port can be taken again.
    const next = await until(
      'it starts again',
      async () => {
        const again = npmStart(data);
        return await ready(again).catch(() => undefined);
      },
      { timeoutMs: 60_000 },
    );
    expect(next.status.state).toBe('online');
  }, 120_000);

  test('a server that was killed comes back by itself, and the peer finds it', async () => {
    const data = await temporaryFolder();
    const { child, output } = start('start', ['--data', data, '--name', 'alice', '--no-chat'], { env: ENV });
    await until('all runs', () => output().includes('All is running'));
    const server = childOf(child.pid, 'miyu-rendezvous');
    process.kill(server, 'SIGKILL');
    await until('it is told', () => output().includes('The server stopped unexpectedly'));
    const api = await connectApi(join(data, 'peer'));
    onTestFinished(() => {
      api.close();
    });
    const back = async (): Promise<boolean> => {
      await api.call('ping');
      return (await api.call('status')).state === 'online';
    };
    await until('the peer is back', () => back().catch(() => false), { timeoutMs: 60_000 });
  }, 120_000);
});

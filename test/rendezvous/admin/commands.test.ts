import { stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeInvite } from '../../../shared/invites.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { refusal } from '../../support/refusals.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { runCommand, startProcess } from '../server/process.ts';

const json = (text: string): unknown => JSON.parse(text) as unknown;

test('a server in a process: ready in one line, commands answered, stopped by a signal', async () => {
  const folder = await temporaryFolder();
  const { ready, target, end } = await startProcess(folder, ['--token-required', '--name', 'Office']);
  expect(ready).toMatchObject({ event: 'ready', data: folder });
  expect(decodeInvite(ready.invite!).home.server).toEqual(target.server);
  if (process.platform !== 'win32') expect((await stat(ready.admin)).mode & 0o777).toBe(0o600);

  const identity = await runCommand(['identity', '--json', '--data', folder]);
  expect(json(identity.stdout)).toMatchObject({
    peerId: ready.peerId,
    fingerprint: ready.fingerprint,
    addresses: ready.addresses,
  });
  const made = json((await runCommand(['token', 'create', '--json', '--data', folder])).stdout) as { invite: string };
  const { token, home } = decodeInvite(made.invite);
  expect(home.server).toEqual(target.server);
  expect(json((await runCommand(['token', 'list', '--json', '--data', folder])).stdout)).toHaveLength(1);
  const person = new RawPerson('invited');
  await person.registerOn(await person.greet(target), { token: token! });
  expect(json((await runCommand(['token', 'list', '--json', '--data', folder])).stdout)).toEqual([]);

  const status = await runCommand(['status', '--json', '--data', folder]);
  expect(status.code).toBe(0);
  expect(json(status.stdout)).toMatchObject({ running: true, accounts: 1, signedIn: 1, connections: 1, healthy: true });
  // One leaf that begins the log, one of the account, one of the map behind it.
  expect(json(status.stdout)).toMatchObject({ logSize: 3 });
  expect(json((await runCommand(['policy', '--json', '--data', folder])).stdout)).toMatchObject({
    name: 'Office',
    tokenRequired: true,
  });
  const check = await runCommand(['check', '--json', '--data', folder]);
  expect(check.code).toBe(0);
  expect(json(check.stdout)).toMatchObject({ sound: true });

  const second = await runCommand(['up', '--data', folder, '--port', '0']);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain('in use');
  expect(await end('SIGTERM')).toBe(0);
}, 60_000);

test('a token is taken back by what the list shows of it, by the server and by the folder itself', async () => {
  const folder = await temporaryFolder();
  const listed = async (): Promise<{ id: string }[]> =>
    json((await runCommand(['token', 'list', '--json', '--data', folder])).stdout) as { id: string }[];
  const policy = ['--invites-per-account', '0', '--registration-closed', '--reserved-names', 'boss,前台'];
  const { end } = await startProcess(folder, policy);
  await runCommand(['token', 'create', '--data', folder]);
  await runCommand(['token', 'create', '--data', folder]);
  const [first, second] = await listed();
  expect(json((await runCommand(['policy', '--json', '--data', folder])).stdout)).toMatchObject({
    ...{ invitesPerAccount: 0, registrationClosed: true, reservedNames: ['boss', '前台'] },
  });
  expect((await runCommand(['token', 'revoke', first!.id, '--data', folder])).stdout).toContain(
    'lets nobody in any more',
  );
  expect((await runCommand(['token', 'revoke', first!.id, '--data', folder])).code).toBe(1);
  expect(await end('SIGTERM')).toBe(0);
  expect(json((await runCommand(['token', 'revoke', second!.id, '--json', '--data', folder])).stdout)).toEqual({
    revoked: second!.id,
  });
  expect(await listed()).toEqual([]);
  const wrong = await runCommand(['up', '--data', folder, '--reserved-names', 'two words']);
  expect([wrong.code, wrong.stderr.includes('reservedNames')]).toEqual([2, true]);
}, 180_000);

test('without a running server the folder itself answers', async () => {
  const folder = await temporaryFolder();
  const fresh = await runCommand(['status', '--json', '--data', folder]);
  expect(fresh.code).toBe(4);
  expect(json(fresh.stdout)).toEqual({ running: false });
  // The fingerprint is known before the first start, and stays.
  const before = json((await runCommand(['identity', '--json', '--data', folder])).stdout) as { peerId: string };
  const { ready, end } = await startProcess(folder);
  expect(ready.peerId).toBe(before.peerId);
  // As after a power cut: a socket is left behind.
  expect(await end('SIGKILL')).toBe('SIGKILL');
  const announced = ['--announce', '/dns4/chat.example.org/tcp/4801'];
  const made = json((await runCommand(['token', 'create', '--json', '--data', folder, ...announced])).stdout) as {
    invite: string;
  };
  expect(decodeInvite(made.invite).home.addresses).toEqual(['/dns4/chat.example.org/tcp/4801']);
  const status = await runCommand(['status', '--json', '--data', folder]);
  expect(status.code).toBe(4);
  expect(json(status.stdout)).toMatchObject({ running: false, accounts: 0 });
  expect((await runCommand(['check', '--data', folder])).stdout).toContain('sound');
}, 60_000);

test('says what is wrong with a setting or a flag, in both languages', async () => {
  const folder = await temporaryFolder();
  const setting = await runCommand(['up', '--data', folder, '--max-name-length', '77']);
  expect(setting.code).toBe(2);
  expect(setting.stderr).toContain('maxNameLength');
  const env = await runCommand(['up', '--data', folder], { MIYU_RENDEZVOUS_EMAIL: 'sometimes', LC_ALL: 'zh_CN.UTF-8' });
  expect(env.code).toBe(2);
  expect(env.stderr).toMatch(/设置项.*email/s);
  expect((await runCommand(['--no-such-flag'])).code).toBe(2);
  expect((await runCommand(['check', '--data', join(folder, 'nothing')])).code).toBe(1);
  const help = await runCommand(['--help']);
  expect(help.code).toBe(0);
  expect(help.stdout).toMatch(/Examples:[\s\S]*token create/);
  const failed = json(
    (await runCommand(['token', 'list', '--limit', 'x', '--json', '--data', folder])).stdout || 'null',
  );
  expect(failed).toBeNull();
}, 60_000);

test('the socket takes one bounded question and nothing else', async () => {
  const folder = await temporaryFolder();
  const { ready } = await startProcess(folder);
  const tell = async (text: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connect(ready.admin, () => socket.write(text));
      socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
    });
  expect(await tell('not json\n')).toContain('"usage"');
  expect(await tell('{"command":"format-disk"}\n')).toContain('"usage"');
  expect(await tell('{"command":"status","more":1}\n')).toContain('"usage"');
  expect(await tell('x'.repeat(10_000))).toBe('');
  expect(await tell('{"command":"status"}\n')).toContain('"accounts":0');
});

test('asking where nobody listens, or somebody answers nonsense', async () => {
  const { askServer } = await import('../../../rendezvous/admin/client.ts');
  const { createServer } = await import('node:net');
  const folder = await temporaryFolder();
  expect(await askServer(join(folder, 'none.sock'), { command: 'status' })).toBeUndefined();
  const answers = ['nonsense\n', '{"error":{"code":"made-up"}}\n', '{"error":{"code":"busy","retryAfterMs":5}}\n', ''];
  const server = createServer((socket) => void socket.end(answers.shift() ?? ''));
  const path = join(folder, 'fake.sock');
  await new Promise<void>((resolve) => {
    server.listen(path, resolve);
  });
  await refusal(askServer(path, { command: 'status' }), 'protocol-violation');
  await refusal(askServer(path, { command: 'status' }), 'protocol-violation');
  expect((await refusal(askServer(path, { command: 'status' }), 'busy')).retryAfterMs).toBe(5);
  await refusal(askServer(path, { command: 'status' }), 'link-closed');
  server.close();
});

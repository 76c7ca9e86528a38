import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { PASSWORD, registerPeer, startServer } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('a program elsewhere makes a peer of its own with `import … from "miyu"`, and answers', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'node_modules'));
  await symlink(ROOT, join(folder, 'node_modules', 'miyu'), 'dir');
  await copyFile(join(ROOT, 'test/support/echo-bot.ts'), join(folder, 'bot.ts'));
  const server = await startServer();
  /** @returns once it has said its name */
  const startBot = async () => {
    const bot = spawn(process.execPath, ['bot.ts', join(folder, 'profile'), server.invite], {
      cwd: folder,
      env: { ...process.env, BOT_PASSWORD: PASSWORD },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(bot, 'exit');
    onTestFinished(async () => {
      bot.kill('SIGKILL');
      await ended;
    });
    let said = '';
    bot.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await until('the bot is there', () => said === 'echo\n');
    return { bot, ended };
  };
  const first = await startBot();

  const alice = await registerPeer('alice', server);
  await alice.api.call('friends.add', { who: 'echo' });
  await until('it has accepted', async () => (await alice.friend('echo'))?.relation === 'friend');
  const answers = async (): Promise<unknown[]> => {
    const { messages } = await alice.api.call('history', { with: 'echo' });
    return messages.filter(({ direction }) => direction === 'in').map(({ text, replyTo }) => [text, replyTo?.position]);
  };
  const { position } = await alice.api.call('send', { to: 'echo', text: '有人吗' });
  await until('its answer', async () => (await answers()).length === 1);
  first.bot.kill('SIGTERM');
  expect(await first.ended).toEqual([0, null]);

  const late = await alice.api.call('send', { to: 'echo', text: 'while you are away' });
  await startBot();
  await until('its answer to what came meanwhile', async () => (await answers()).length === 2);
  expect(await answers()).toEqual([
    ['有人吗', position],
    ['while you are away', late.position],
  ]);
}, 60_000);

test('the library connects to a running peer', async () => {
  const server = await startServer();
  const alice = await registerPeer('alice', server);
  const { connectApi: connect, isMiyuError } = await import('../../node/index.ts');
  const api = await connect(alice.profile);
  expect((await api.call('status')).name).toBe('alice');
  await expect(api.call('friends.show', { who: 'nobody' })).rejects.toSatisfy((error: unknown) =>
    isMiyuError(error, 'not-a-friend'),
  );
  api.close();
});

/** register, login, logout, status, ping, key, stop. */
import { open, readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { MiyuError } from '../../shared/errors.ts';
import { Secrets, askLine, isInteractive } from './ask.ts';
import type { SecretOptions } from './ask.ts';
import { examples } from './define.ts';
import { cardChange, cardOptions } from './commands-profile.ts';
import type { CardOptions } from './commands-profile.ts';
import type { Define } from './define.ts';
import { formatStatus } from './format.ts';
import { formatWithout } from './format-doctor.ts';
import { greetInviter } from './commands-names.ts';
import type { Run } from './run.ts';
import { safeLine } from './terminal-text.ts';

/** A sealed key file: identity, home, friends' pins; far below this. */
const MAX_KEY_FILE_BYTES = 48 * 1024;

export const passwordOptions = (command: Command, say: Define['say']): Command =>
  command
    .option(
      '--password-stdin',
      say('read the password from standard input (first line)', '从标准输入读取密码（第一行）'),
    )
    .option('--password-file <file>', say('read the password from a file (first line)', '从文件读取密码（第一行）'));

const filePasswordOptions = (command: Command, say: Define['say']): Command =>
  passwordOptions(command, say).option(
    '--file-password-file <file>',
    say('read the key file’s password from a file', '从文件读取密钥文件的密码'),
  );

interface RegisterOptions extends SecretOptions {
  readonly server?: string;
  readonly invite?: string;
  readonly email?: string;
}

interface LoginOptions extends SecretOptions {
  readonly takeOver?: boolean;
  readonly elsewhere?: string;
  readonly server?: string;
}

export function defineAccountCommands(define: Define): void {
  const { program, say, action } = define;
  cardOptions(define, passwordOptions(program.command('register [name]'), say))
    .description(say('create an account and sign in', '注册账号并登录'))
    .option('--server <link>', say('invite link, or address with /p2p/', '邀请链接，或带 /p2p/ 的地址'))
    .option(
      '--invite <link>',
      say('the same: whoever gave the link is asked to be your friend', '同上：并向给出链接的人发送好友请求'),
    )
    .option('--email <address>', say('e-mail address, where the server asks for one', '电子邮箱（服务器要求时）'))
    .addHelpText(
      'after',
      examples('miyu register alice --invite miyu://invite/…', 'MIYU_PASSWORD=… miyu register alice --json'),
    )
    .action(
      action(async (run, [name], options: RegisterOptions & CardOptions) => {
        const server = options.invite ?? options.server;
        const card = await cardChange(run, options);
        const chosen = name ?? (await askName(run));
        const password = await new Secrets(run, options).newPassword();
        const status = await run.withPeer((peer) =>
          peer.call('register', {
            name: chosen,
            password,
            ...(server === undefined ? {} : { server }),
            ...(options.email === undefined ? {} : { email: options.email }),
          }),
        );
        // The account is there by now: a card that is refused is said, and can be filled in again.
        if (card !== undefined) await run.withPeer((peer) => peer.call('profile.set', card));
        const asked = await greetInviter(run, server);
        const { visible } = await run.withPeer((peer) => peer.call('nearby.list', {}));
        return {
          result: status,
          words: [
            run.say('registered', { name: status.name ?? chosen }),
            run.say('keepPassword'),
            ...(visible ? [run.say('lanVisible')] : []),
            ...asked,
          ],
        };
      }),
    );

  passwordOptions(program.command('login'), say)
    .description(say('unlock this profile and sign in', '解锁并登录'))
    .option('--take-over', say('also where another device signed this one out', '即使另一台设备已接管，也在此登录'))
    .option(
      '--elsewhere <name>',
      say(
        'on a machine without a profile: by this name and the password, where you chose `miyu anywhere on`',
        '在没有资料的机器上：用这个名字和密码登录（须先 `miyu anywhere on`）',
      ),
    )
    .option(
      '--server <link>',
      say('with --elsewhere: invite link, or address with /p2p/', '与 --elsewhere 同用：邀请链接，或带 /p2p/ 的地址'),
    )
    .addHelpText(
      'after',
      examples(
        'miyu login',
        'miyu login --password-file ~/secret --take-over',
        'miyu login --elsewhere alice --server miyu://invite/…',
      ),
    )
    .action(
      action(async (run, _, options: LoginOptions) => {
        const { elsewhere: name, server } = options;
        if (name === undefined && server !== undefined) throw run.usage('serverAlone', {}, 'server');
        const password = await new Secrets(run, options).password();
        if (name !== undefined) {
          const where = server === undefined ? {} : { server };
          const status = await run.withPeer((peer) => peer.call('login.elsewhere', { name, password, ...where }));
          return { result: status, words: run.say('signedInElsewhere', { name: status.name ?? name }) };
        }
        const takeOver = options.takeOver === true ? { takeOver: true } : {};
        const status = await run.withPeer((peer) => peer.call('login', { password, ...takeOver }));
        const word = status.state === 'online' ? 'signedIn' : 'signedInOffline';
        return { result: status, words: run.say(word, { name: status.name ?? '' }) };
      }),
    );

  program
    .command('logout')
    .description(say('sign out; the keys leave memory', '退出登录，密钥离开内存'))
    .addHelpText('after', examples('miyu logout'))
    .action(
      action(async (run) => {
        const result = await run.withPeer((peer) => peer.call('logout'));
        return { result, words: run.say(result.acknowledged ? 'signedOut' : 'signedOutAlone') };
      }),
    );

  program
    .command('status')
    .description(say('what works just now, and what does not', '当前状态：哪些可用，哪些不可用'))
    .addHelpText('after', examples('miyu status', 'miyu status --json'))
    .action(
      action(async (run) => {
        return await run.withPeer(
          async (peer) => {
            const status = await peer.call('status');
            const words = formatStatus(status, run.language);
            // What a locked profile could do, it does not know.
            if (status.state !== 'online' && status.state !== 'connecting') return { result: status, words };
            const withoutServer = await peer.call('server.without');
            return {
              result: { ...status, withoutServer },
              words: [...words, ...formatWithout(withoutServer, run.language)],
            };
          },
          { idly: true },
        );
      }),
    );

  program
    .command('ping')
    .description(say('test the way to the server', '测试到服务器的连接'))
    .addHelpText('after', examples('miyu ping'))
    .action(
      action(async (run) => {
        const result = await run.withPeer((peer) => peer.call('ping'));
        const { name, fingerprint } = result.server;
        const blanks = {
          name: name === null || name === '' ? run.say('server') : safeLine(name),
          ms: result.roundTripMs.toFixed(1),
          fingerprint,
        };
        return { result, words: run.say('pinged', blanks) };
      }),
    );

  program
    .command('stop')
    .description(say('end the running peer', '停止正在运行的密语'))
    .addHelpText('after', examples('miyu stop'))
    .action(
      action(async (run) => {
        await run.withPeer(async (peer) => {
          await peer.call('stop');
          await peer.closed;
        });
        return { result: { stopped: true }, words: run.say('stopped') };
      }),
    );

  const key = program
    .command('key')
    .description(say('the sealed key file: your account on another machine', '密钥文件：把账号带到另一台机器'));

  filePasswordOptions(key.command('export <file>'), say)
    .description(say('write a sealed key file', '导出密封的密钥文件'))
    .addHelpText('after', examples('miyu key export alice.miyukey'))
    .action(
      action(async (run, [path = ''], options: SecretOptions) => {
        const secrets = new Secrets(run, options);
        const password = await secrets.password();
        const filePassword = await secrets.filePassword(true);
        const { file } = await run.withPeer((peer) => peer.call('key.export', { password, filePassword }));
        await writeKeyFile(run, path, Buffer.from(file, 'base64'));
        return { result: { file: path }, words: run.say('exported', { path }) };
      }),
    );

  filePasswordOptions(key.command('import <file>'), say)
    .description(say('sign in on this machine with a key file', '用密钥文件在本机登录'))
    .addHelpText('after', examples('miyu key import alice.miyukey'))
    .action(
      action(async (run, [path = ''], options: SecretOptions) => {
        const file = await readKeyFile(run, path);
        const secrets = new Secrets(run, options);
        const filePassword = await secrets.filePassword(false);
        const password = await secrets.newPassword();
        const [status, anywhere] = await run.withPeer(async (peer) => [
          await peer.call('key.import', { file: file.toString('base64'), filePassword, password }),
          await peer.call('anywhere.get'),
        ]);
        const carried = anywhere.state === 'off' ? [] : [run.say('anywhereCarried')];
        return { result: status, words: [run.say('imported', { name: status.name ?? '' }), ...carried] };
      }),
    );
}

async function askName(run: Run): Promise<string> {
  if (!isInteractive(run)) throw run.usage('noTerminalName', {}, 'name');
  return await askLine(run, run.say('askName'));
}

async function writeKeyFile(run: Run, path: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw new MiyuError('key-file-exists', { cause });
    throw run.usage('unwritableFile', { path: safeLine(path) }, 'file');
  }
}

async function readKeyFile(run: Run, path: string): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw run.usage('unreadableFile', { path: safeLine(path) }, 'file');
  }
  if (bytes.length === 0 || bytes.length > MAX_KEY_FILE_BYTES) throw new MiyuError('key-file-damaged');
  return bytes;
}

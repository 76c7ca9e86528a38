/** anywhere, password, account: where the password opens, another one, and the end of it all. */
import type { AnywhereView } from '../api/contract.ts';
import { askLine, isInteractive, Secrets } from './ask.ts';
import type { SecretOptions } from './ask.ts';
import { passwordOptions } from './commands-account.ts';
import { examples } from './define.ts';
import type { Define } from './define.ts';
import { formatTime } from './format.ts';
import type { Run } from './run.ts';
import { safeLine } from './terminal-text.ts';
import type { Word } from './words.ts';

const STATES: Readonly<Record<AnywhereView['state'], Word>> = {
  off: 'anywhereOff',
  pending: 'anywherePending',
  kept: 'anywhereKept',
  dropping: 'anywhereDropping',
  superseded: 'anywhereSuperseded',
};

function wordsOf(run: Run, { state, keptAt }: AnywhereView): string[] {
  const since = keptAt === null ? [] : [run.say('anywhereSince', { time: formatTime(keptAt, run.language) })];
  return [run.say(STATES[state]), ...since];
}

export function defineAnywhereCommands({ program, say, action }: Define): void {
  const anywhere = program
    .command('anywhere')
    .description(
      say('sign in anywhere by name and password: off unless you choose it', '随处登录：凭名字和密码登录，默认关闭'),
    );

  passwordOptions(anywhere.command('on'), say)
    .description(
      say(
        'have your server keep identity and friends, sealed under your password',
        '让服务器保存用密码密封的身份和好友',
      ),
    )
    .addHelpText('after', examples('miyu anywhere on', 'miyu anywhere on --password-file ~/secret --json'))
    .action(
      action(async (run, _, options: SecretOptions) => {
        const password = await new Secrets(run, options).password();
        const result = await run.withPeer((peer) => peer.call('anywhere.set', { on: true, password }));
        return { result, words: [...wordsOf(run, result), run.say('anywhereWarning')] };
      }),
    );

  anywhere
    .command('off')
    .description(say('have your server delete it', '让服务器删除它'))
    .addHelpText('after', examples('miyu anywhere off'))
    .action(
      action(async (run) => {
        const result = await run.withPeer((peer) => peer.call('anywhere.set', { on: false }));
        return { result, words: wordsOf(run, result) };
      }),
    );

  anywhere
    .command('status')
    .description(say('whether your server keeps it', '服务器是否保存着它'))
    .addHelpText('after', examples('miyu anywhere status --json'))
    .action(
      action(async (run) => {
        const result = await run.withPeer((peer) => peer.call('anywhere.get'));
        return { result, words: wordsOf(run, result) };
      }),
    );

  passwordOptions(program.command('password'), say)
    .description(say('choose another password', '更换密码'))
    .option('--new-password-file <file>', say('read the new password from a file', '从文件读取新密码'))
    .addHelpText(
      'after',
      examples(
        'miyu password',
        "printf '%s\\n' OLD NEW | miyu password --password-stdin",
        'MIYU_NEW_PASSWORD=… miyu password',
      ),
    )
    .action(
      action(async (run, _, options: SecretOptions) => {
        const secrets = new Secrets(run, options);
        const password = await secrets.password();
        const newPassword = await secrets.nextPassword();
        const result = await run.withPeer((peer) => peer.call('password.change', { password, newPassword }));
        const elsewhere = result.state === 'off' ? [] : wordsOf(run, result);
        return { result, words: [run.say('passwordChanged'), ...elsewhere] };
      }),
    );

  const account = program.command('account').description(say('the account itself', '账号本身'));

  passwordOptions(account.command('delete'), say)
    .description(say('delete your account, at the server and here, for good', '删除账号：服务器上的和本机的，不可恢复'))
    .option('--name <name>', say('your name, in place of the question', '您的名字，代替确认提问'))
    .addHelpText('after', examples('miyu account delete', 'miyu account delete --name alice --password-file ~/secret'))
    .action(
      action(async (run, _, options: SecretOptions & { name?: string }) => {
        const own = (await run.withPeer((peer) => peer.call('status'))).name ?? '';
        const name = options.name ?? (await askOwnName(run, own));
        const password = await new Secrets(run, options).password();
        await run.withPeer((peer) => peer.call('account.delete', { name, password }));
        return { result: { deleted: true }, words: run.say('accountDeleted', { name: safeLine(own) }) };
      }),
    );
}

async function askOwnName(run: Run, own: string): Promise<string> {
  if (!isInteractive(run)) throw run.usage('noTerminalConfirm', {}, 'name');
  return await askLine(run, run.say('askDelete', { name: safeLine(own) }));
}

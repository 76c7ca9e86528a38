/** rename, invite: how one is called, and how others find the way here. */
import type { Result } from '../api/contract.ts';
import { examples } from './define.ts';
import type { Define } from './define.ts';
import { formatTime } from './format.ts';
import type { Run } from './run.ts';
import { columnsOf, terminalQr } from './terminal-qr.ts';
import { safeLine } from './terminal-text.ts';

export function defineNameCommands({ program, say, action }: Define): void {
  program
    .command('rename <name>')
    .description(say('another name for your account; friends are told', '更改名字，好友会收到通知'))
    .addHelpText('after', examples('miyu rename alice.w', 'miyu rename 小明 --json'))
    .action(
      action(async (run, [name = '']) => {
        const status = await run.withPeer((peer) => peer.call('account.rename', { name }));
        return { result: status, words: run.say('renamed', { name: safeLine(status.name ?? name) }) };
      }),
    );

  const invite = program
    .command('invite')
    .description(say('make an invite link, and its QR code in a terminal', '生成邀请链接，并在终端显示二维码'))
    .option(
      '--for-new',
      say(
        'for somebody without an account: with a token, where the server asks for one',
        '给没有账号的新人：服务器要求时附上令牌',
      ),
    )
    .option('--no-qr', say('the link alone', '只显示链接'))
    .option(
      '--no-direct',
      say(
        'without this device’s addresses: you are then asked through your server alone',
        '不含本机地址：好友请求只能经由您的服务器',
      ),
    )
    .addHelpText(
      'after',
      examples(
        'miyu invite',
        'miyu invite --no-direct',
        'miyu invite --for-new --no-qr',
        'miyu invite list',
        'miyu invite revoke 1f2e3d4c',
      ),
    )
    .action(
      action(async (run, _, options: { forNew?: boolean; qr?: boolean; direct?: boolean }) => {
        const form = { forNew: options.forNew === true, direct: options.direct !== false };
        const result = await run.withPeer((peer) => peer.call('invite', form));
        return { result, words: inviteWords(run, result, options.qr !== false) };
      }),
    );

  invite
    .command('list')
    .description(say('invitations of yours that were not used yet', '列出尚未使用的邀请'))
    .addHelpText('after', examples('miyu invite list --json'))
    .action(
      action(async (run) => {
        const result = await run.withPeer((peer) => peer.call('invites.list'));
        return { result, words: listWords(run, result) };
      }),
    );

  invite
    .command('revoke <id>')
    .description(say('take one back', '收回一个邀请'))
    .addHelpText('after', examples('miyu invite revoke 1f2e3d4c'))
    .action(
      action(async (run, [id = '']) => {
        await run.withPeer((peer) => peer.call('invites.revoke', { id }));
        return { result: { revoked: id }, words: run.say('inviteRevoked', { id: safeLine(id) }) };
      }),
    );
}

function inviteWords(run: Run, { link, expiresAt, id }: Result<'invite'>, withQr: boolean): string[] {
  const lines = [run.say(id === null ? 'inviteLink' : 'inviteNew'), link];
  const { stdout, env } = run.io;
  if (withQr && stdout.isTTY === true) {
    const qr = terminalQr(link, columnsOf(stdout), (env['NO_COLOR'] ?? '') === '');
    lines.push(...(qr ?? [run.say('inviteQrTooWide')]));
  }
  if (expiresAt !== null && id !== null) {
    lines.push(run.say('inviteExpires', { time: formatTime(expiresAt, run.language), id }));
  }
  return lines;
}

function listWords(run: Run, { invites, most, tokenRequired }: Result<'invites.list'>): string[] {
  const time = (at: number): string => formatTime(at, run.language);
  const rows = invites.map(({ id, madeAt, expiresAt }) =>
    run.say('inviteRow', { id, made: time(madeAt), time: time(expiresAt) }),
  );
  if (!tokenRequired) return [...rows, run.say('invitesNotNeeded')];
  if (most === 0) return [...rows, run.say('invitesOperator')];
  return [...rows, run.say(rows.length === 0 ? 'invitesNone' : 'invitesOf', { count: rows.length, most })];
}

/**
 * A registration by somebody's invite link: whoever gave it is asked at once. That he could not be asked is told, and is no failure.
 * @returns words for the person; none where the link names nobody
 */
export async function greetInviter(run: Run, link: string | undefined): Promise<string[]> {
  if (link === undefined || !/^\s*miyu:\/\/invite\//i.test(link)) return [];
  try {
    const { friend } = await run.withPeer((peer) => peer.call('friends.add', { who: link }));
    return [run.say('inviterAsked', { name: safeLine(friend.name) })];
  } catch (error) {
    // One to a server alone names nobody.
    const code = (error as { readonly code?: unknown }).code;
    return code === 'invite-malformed' ? [] : [run.say('inviterWaits')];
  }
}

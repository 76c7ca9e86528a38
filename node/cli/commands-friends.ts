/** friends …, whois. */
import type { Friend, FriendDetails } from '../api/contract-views.ts';
import type { Define } from './define.ts';
import { askedWord } from './asked-word.ts';
import { confirm } from './ask.ts';
import { defineKeyCommand } from './commands-key.ts';
import { formatFriend, formatFriendDetails, formatPerson, formatRequest } from './format.ts';
import { formatSearch, formatWay } from './format-paths.ts';
import type { Outcome, Run } from './run.ts';
import { safeLine } from './terminal-text.ts';

const PRESENCES = ['online', 'mailbox', 'unreachable'];

export function defineFriendCommands(define: Define): void {
  const { program, say, action } = define;
  const friends = program.command('friends').description(say('friends and friend requests', '好友与好友请求'));

  friends
    .command('list', { isDefault: true })
    .description(say('all friends: online first, then the latest', '全部好友：在线优先，其次按最近消息'))
    .option('--name <part>', say('those with this in their name', '名字中含有此文字的好友'))
    .option('--archived', say('the hidden chats', '已隐藏的聊天'))
    .option('--all', say('the hidden ones as well', '包括已隐藏的'))
    .option(
      '--paths',
      say('by which path each is reached, or why there is none', '每位好友经哪条路径连接，或为何没有连接'),
    )
    .addHelpText(
      'after',
      '\n  $ miyu friends\n  $ miyu friends --name bo\n  $ miyu friends --archived\n  $ miyu friends --paths --json',
    )
    .action(
      action(async (run, _, options: ListOptions) => {
        const { name: part = '' } = options;
        const result = await run.withPeer((peer) => peer.call('friends.list'));
        // Who is sought is found in hidden chats as well, as on the page.
        const isWanted = ({ archived, name }: { archived: boolean; name: string }): boolean =>
          (options.all === true ||
            (part !== '' && options.archived !== true) ||
            archived === (options.archived === true)) &&
          folded(name).includes(folded(part));
        const sorted = result.friends
          .filter(isWanted)
          .sort(
            (a, b) =>
              PRESENCES.indexOf(a.presence) - PRESENCES.indexOf(b.presence) ||
              (b.lastMessage?.sentAt ?? 0) - (a.lastMessage?.sentAt ?? 0) ||
              a.name.localeCompare(b.name),
          );
        const lines = sorted.map((friend) => formatFriend(friend, run.language));
        if (options.paths === true && lines.length > 0) return await withPaths(run, sorted);
        const none = part !== '' ? 'nobodySought' : options.archived === true ? 'noArchived' : 'noFriends';
        return { result: { friends: sorted }, words: lines.length === 0 ? run.say(none) : lines };
      }),
    );

  friends
    .command('show <name>')
    .description(say('details: key, safety number, address', '详情：公钥、安全码、地址'))
    .addHelpText('after', '\n  $ miyu friends show bob')
    .action(
      action(async (run, [who = '']) => {
        const friend = await run.withPeer((peer) => peer.call('friends.show', { who }));
        return { result: friend, words: formatFriendDetails(friend, run.language) };
      }),
    );

  friends
    .command('find <name>')
    .description(say('look a name up at the server', '在服务器上查找名字'))
    .addHelpText('after', '\n  $ miyu friends find bob')
    .action(
      action(async (run, [name = '']) => {
        const person = await run.withPeer((peer) => peer.call('friends.find', { name }));
        return { result: person, words: formatPerson(person, run.language) };
      }),
    );

  friends
    .command('add <name>')
    .description(
      say(
        'ask somebody to be friends: a name or an invite link (which needs no server where their device answers)',
        '添加好友：名字或邀请链接（对方设备在线时，邀请链接无需服务器）',
      ),
    )
    .option('--greeting <text>', say('a greeting that only they can read', '只有对方能看到的问候语'))
    .addHelpText(
      'after',
      '\n  $ miyu friends add bob --greeting "Hi, it is Alice"\n  $ miyu friends add miyu://invite/…',
    )
    .action(
      action(async (run, [who = ''], options: { greeting?: string }) => {
        const greeting = options.greeting === undefined ? {} : { greeting: options.greeting };
        const result = await run.withPeer((peer) => peer.call('friends.add', { who, ...greeting }));
        return { result, words: run.say(askedWord(result), { name: safeLine(result.friend.name) }) };
      }),
    );

  friends
    .command('requests')
    .description(say('requests that wait for your answer', '等待您答复的请求'))
    .addHelpText('after', '\n  $ miyu friends requests')
    .action(
      action(async (run) => {
        const result = await run.withPeer((peer) => peer.call('friends.requests'));
        const lines = result.requests.map((request) => formatRequest(request, run.language));
        return { result, words: lines.length === 0 ? run.say('noRequests') : lines };
      }),
    );

  friends
    .command('accept <name>')
    .description(say('accept a request', '接受请求'))
    .addHelpText('after', '\n  $ miyu friends accept bob')
    .action(
      action(async (run, [who = '']) => {
        const friend = await run.withPeer((peer) => peer.call('friends.accept', { who }));
        return { result: friend, words: run.say('becameFriends', { name: safeLine(friend.name) }) };
      }),
    );

  friends
    .command('refuse <name>')
    .description(say('refuse a request; the person is told', '拒绝请求，对方会得知'))
    .addHelpText('after', '\n  $ miyu friends refuse bob')
    .action(
      action(async (run, [who = '']) => {
        await run.withPeer((peer) => peer.call('friends.refuse', { who }));
        return { result: { refused: who }, words: run.say('refusedRequest', { name: safeLine(who) }) };
      }),
    );

  friends
    .command('later <name>')
    .description(say('answer at the next sign-in', '下次登录时再答复'))
    .addHelpText('after', '\n  $ miyu friends later bob')
    .action(
      action(async (run, [who = '']) => {
        await run.withPeer((peer) => peer.call('friends.later', { who }));
        return { result: { postponed: who }, words: run.say('postponedRequest', { name: safeLine(who) }) };
      }),
    );

  friends
    .command('remove <name>')
    .description(say('end a friendship on both sides', '解除好友关系（双方）'))
    .option('--keep-history', say('keep the chat’s history', '保留聊天记录'))
    .option('-y, --yes', say('do not ask', '不再询问'))
    .addHelpText('after', '\n  $ miyu friends remove bob\n  $ miyu friends remove bob --keep-history --yes')
    .action(
      action(async (run, [who = ''], options: { keepHistory?: boolean; yes?: boolean }) => {
        const keepHistory = options.keepHistory === true;
        const name = safeLine(who);
        // Somebody who is no friend is told so before the question, not after it.
        await run.withPeer((peer) => peer.call('friends.show', { who }));
        if (
          options.yes !== true &&
          !(await confirm(run, run.say(keepHistory ? 'askRemoveKeep' : 'askRemove', { name })))
        ) {
          return { result: { removed: null }, words: run.say('nothingDone') };
        }
        await run.withPeer((peer) => peer.call('friends.remove', { who, keepHistory }));
        return {
          result: { removed: who, historyKept: keepHistory },
          words: [run.say('removed', { name }), run.say(keepHistory ? 'historyKept' : 'historyForgotten')],
        };
      }),
    );

  friends
    .command('block <name>')
    .description(say('remove, and take no requests any more', '删除并不再接受其请求'))
    .option('-y, --yes', say('do not ask', '不再询问'))
    .addHelpText('after', '\n  $ miyu friends block bob\n  $ miyu friends block bob --yes --json')
    .action(
      action(async (run, [who = ''], options: { yes?: boolean }) => {
        const name = safeLine(who);
        await run.withPeer((peer) => peer.call('friends.show', { who }));
        if (options.yes !== true && !(await confirm(run, run.say('askBlock', { name })))) {
          return { result: { blocked: null }, words: run.say('nothingDone') };
        }
        await run.withPeer((peer) => peer.call('friends.block', { who }));
        return { result: { blocked: who }, words: run.say('blockedNow', { name }) };
      }),
    );

  friends
    .command('unblock <name>')
    .description(say('take requests again', '重新接受其请求'))
    .addHelpText('after', '\n  $ miyu friends unblock bob')
    .action(
      action(async (run, [who = '']) => {
        await run.withPeer((peer) => peer.call('friends.unblock', { who }));
        return { result: { unblocked: who }, words: run.say('unblocked', { name: safeLine(who) }) };
      }),
    );

  friends
    .command('verify <name>')
    .description(say('compare safety numbers, and mark as verified', '核对安全码并标记为已核实'))
    .option('-y, --yes', say('they were compared', '已经核对过'))
    .option('--undo', say('take the mark away', '取消标记'))
    .addHelpText('after', '\n  $ miyu friends verify bob\n  $ miyu friends verify bob --undo')
    .action(
      action(async (run, [who = ''], options: { yes?: boolean; undo?: boolean }) => {
        const verified = options.undo !== true;
        if (verified && options.yes !== true) {
          const details = await run.withPeer((peer) => peer.call('friends.show', { who }));
          run.hint(`${run.say('compareHint', { name: safeLine(details.name) })}\n\n  ${details.safetyNumber}\n`);
          if (!(await confirm(run, run.say('askSame')))) {
            return { result: { verified: details.verified }, words: run.say('nothingDone') };
          }
        }
        const friend = await run.withPeer((peer) => peer.call('friends.verify', { who, verified }));
        const word = verified ? 'markedVerified' : 'markedUnverified';
        return { result: friend, words: run.say(word, { name: safeLine(friend.name) }) };
      }),
    );

  defineKeyCommand(friends, define);

  program
    .command('whois <name>')
    .description(say('anybody’s public key', '查询任何人的公钥'))
    .addHelpText('after', '\n  $ miyu whois bob')
    .action(
      action(async (run, [who = '']) => {
        const person = await run.withPeer((peer) => peer.call('whois', { who }));
        return { result: person, words: formatPerson(person, run.language) };
      }),
    );
}

interface ListOptions {
  readonly name?: string;
  readonly archived?: boolean;
  readonly all?: boolean;
  readonly paths?: boolean;
}

/** Each friend with the path, what it means, and where there is none what was tried. */
async function withPaths(run: Run, friends: readonly Friend[]): Promise<Outcome> {
  const found: (Friend & { readonly search: FriendDetails['search'] })[] = [];
  await run.withPeer(async (peer) => {
    for (const friend of friends) {
      const { search } =
        friend.presence === 'online' ? { search: null } : await peer.call('friends.show', { who: friend.account });
      found.push({ ...friend, search });
    }
  });
  const { language } = run;
  const words = found.flatMap((friend) => [
    formatFriend(friend, language),
    ...(friend.relation === 'friend' && !friend.blocked ? [`    ${formatWay(friend, language)}`] : []),
    ...(friend.search === null ? [] : formatSearch(friend.search, language).map((line) => `    ${line}`)),
  ]);
  return { result: { friends: found }, words };
}

/** Without regard to case and marks, as the page seeks. */
const folded = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

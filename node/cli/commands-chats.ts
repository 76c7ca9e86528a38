/** archive, unarchive, mute, unmute, read, draft. */
import { TEXT_LIMIT_BYTES } from '../api/contract.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { Define } from './define.ts';
import { safeLine, safeText } from './terminal-text.ts';
import type { Word } from './words.ts';

export function defineChatCommands({ program, say, action }: Define): void {
  const archive = (name: string, archived: boolean, word: Word, english: string, chinese: string): void => {
    program
      .command(`${name} <name>`)
      .description(say(english, chinese))
      .addHelpText('after', `\n  $ miyu ${name} bob`)
      .action(
        action(async (run, [who = '']) => {
          await run.withPeer((peer) => peer.call('chat.archive', { who, archived }));
          return { result: { who, archived }, words: run.say(word, { name: safeLine(who) }) };
        }),
      );
  };
  archive('archive', true, 'archived', 'hide a chat until something new comes', '隐藏聊天，直到有新消息');
  archive('unarchive', false, 'unarchived', 'show a hidden chat again', '重新显示已隐藏的聊天');

  const mute = (name: string, muted: boolean, word: Word, english: string, chinese: string): void => {
    program
      .command(`${name} <name>`)
      .description(say(english, chinese))
      .addHelpText('after', `\n  $ miyu ${name} bob`)
      .action(
        action(async (run, [who = '']) => {
          await run.withPeer((peer) => peer.call('chat.mute', { who, muted }));
          return { result: { who, muted }, words: run.say(word, { name: safeLine(who) }) };
        }),
      );
  };
  mute('mute', true, 'muted', 'no notifications from a chat', '不再通知某个聊天');
  mute('unmute', false, 'unmuted', 'notifications from a chat again', '恢复某个聊天的通知');

  program
    .command('read <name>')
    .description(say('mark everything in a chat as read', '将聊天中的消息全部标为已读'))
    .addHelpText('after', '\n  $ miyu read bob')
    .action(
      action(async (run, [who = '']) => {
        const upTo = await run.withPeer(async (peer) => {
          const { account, lastMessage } = await peer.call('friends.show', { who });
          if (lastMessage === null) return null;
          await peer.call('history.read', { with: account, upTo: lastMessage.position });
          return lastMessage.position;
        });
        return { result: { who, upTo }, words: run.say('readAll', { name: safeLine(who) }) };
      }),
    );

  program
    .command('draft <name> [text...]')
    .description(say('what is typed and not sent; with a text: keeps it', '未发送的草稿；给出文字则保存'))
    .option('--clear', say('clear the draft', '清除草稿'))
    .addHelpText('after', '\n  $ miyu draft bob\n  $ miyu draft bob See you at\n  $ miyu draft bob --clear')
    .action(
      action(async (run, [who = '', ...words], options: { clear?: boolean }) => {
        const name = safeLine(who);
        if (options.clear !== true && words.length === 0) {
          const draft = await run.withPeer((peer) => peer.call('draft.get', { with: who }));
          return { result: draft, words: draft.text === '' ? run.say('noDraft') : safeText(draft.text) };
        }
        const text = options.clear === true ? '' : words.join(' ');
        if (Buffer.byteLength(text) > TEXT_LIMIT_BYTES) {
          throw new MiyuError('text-too-long', { field: 'text', detail: TEXT_LIMIT_BYTES });
        }
        await run.withPeer((peer) => peer.call('draft.set', { with: who, text }));
        return { result: { text }, words: run.say(text === '' ? 'draftCleared' : 'draftKept', { name }) };
      }),
    );
}

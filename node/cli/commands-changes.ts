/** react, edit, delete, retry: what is done to one message, by its number in the history. */
import type { Define } from './define.ts';
import { checkText, integerOf, readText } from './message-input.ts';

export function defineChangeCommands({ program, say, action }: Define): void {
  const position = say('the message’s number in `miyu history`', '消息在 `miyu history` 中的编号');

  program
    .command('react <name> <position> [emoji]')
    .description(say('react to a message with one emoji', '用一个表情回应消息'))
    .option('--remove', say('take the reaction back', '收回回应'))
    .addHelpText('after', `\n  position: ${position}\n\n  $ miyu react bob 12 👍\n  $ miyu react bob 12 --remove`)
    .action(
      action(async (run, [who = '', at = '', emoji], options: { remove?: boolean }) => {
        if ((emoji === undefined) !== (options.remove === true)) throw run.usage('emojiOrRemove', {}, 'emoji');
        const form = { with: who, position: integerOf(run, at), emoji: emoji ?? null };
        const message = await run.withPeer((peer) => peer.call('message.react', form));
        return { result: message, words: run.say(emoji === undefined ? 'reactionTaken' : 'reacted') };
      }),
    );

  program
    .command('edit <name> <position> [text...]')
    .description(
      say('change a message of yours; without text, from standard input', '修改自己的消息；不给文字时从标准输入读取'),
    )
    .addHelpText('after', `\n  position: ${position}\n\n  $ miyu edit bob 12 See you at eight`)
    .action(
      action(async (run, [who = '', at = '', ...words]) => {
        const form = { with: who, position: integerOf(run, at) };
        const text = words.length === 0 ? await readText(run) : words.join(' ');
        checkText(text);
        const message = await run.withPeer((peer) => peer.call('message.edit', { ...form, text }));
        return { result: message, words: run.say('edited') };
      }),
    );

  program
    .command('delete <name> <position>')
    .description(say('delete a message, here or for both', '删除一条消息：仅本机或双方'))
    .option('--for-both', say('take a message of yours back for both', '撤回自己的消息（双方）'))
    .addHelpText('after', `\n  position: ${position}\n\n  $ miyu delete bob 12\n  $ miyu delete bob 12 --for-both`)
    .action(
      action(async (run, [who = '', at = ''], options: { forBoth?: boolean }) => {
        const forBoth = options.forBoth === true;
        const form = { with: who, position: integerOf(run, at), forBoth };
        await run.withPeer((peer) => peer.call('message.delete', form));
        const result = { deleted: form.position, forBoth };
        return { result, words: run.say(forBoth ? 'takenBack' : 'deletedHere') };
      }),
    );

  program
    .command('retry <name> <position>')
    .description(say('send a message again that failed', '重新发送失败的消息'))
    .addHelpText('after', `\n  position: ${position}\n\n  $ miyu retry bob 12`)
    .action(
      action(async (run, [who = '', at = '']) => {
        const form = { with: who, position: integerOf(run, at) };
        const message = await run.withPeer((peer) => peer.call('message.retry', form));
        return { result: message, words: run.say('sent', { state: run.say(`message-${message.state}`) }) };
      }),
    );
}

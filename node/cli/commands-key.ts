/** friends key: a friend's key that is another one; what happened, what to compare, the decision. */
import type { Command } from 'commander';
import type { KeyChange } from '../api/contract-alarms.ts';
import type { Language } from '../../shared/language.ts';
import { wordsOf } from './alarm-words.ts';
import { examples, type Define } from './define.ts';
import { formatTime, table } from './format.ts';
import { UsageError } from './run.ts';
import { safeLine } from './terminal-text.ts';

interface KeyOptions {
  readonly same?: boolean;
  readonly keep?: boolean;
  readonly stop?: boolean;
}

export function defineKeyCommand(friends: Command, { say, action }: Define): void {
  friends
    .command('key <name>')
    .description(
      say(
        'whether a server shows another key of this friend, and what shall be',
        '服务器是否给出了这位好友的另一个密钥，以及如何处理',
      ),
    )
    .option(
      '--same',
      say(
        'the numbers were compared and are the same: go on, verified',
        '已核对且安全码一致：继续发送，并标记为已核实',
      ),
    )
    .option('--keep', say('go on with the key of before, without comparing', '不核对，继续使用原来的密钥'))
    .option('--stop', say('send nothing until later', '暂不发送'))
    .addHelpText(
      'after',
      examples('miyu friends key bob', 'miyu friends key bob --same', 'miyu friends key bob --keep --json'),
    )
    .action(
      action(async (run, [who = ''], options: KeyOptions) => {
        const [decision, ...more] = (['same', 'keep', 'stop'] as const).filter((each) => options[each] === true);
        if (more.length > 0) {
          throw new UsageError(say('Say one of --same, --keep and --stop.', '--same、--keep、--stop 只能选一个。'));
        }
        if (decision === undefined) {
          const result = await run.withPeer((peer) => peer.call('friends.key', { who }));
          const words = result.change === null ? run.say('keyUnchanged', { name: safeLine(who) }) : [];
          return { result, words: result.change === null ? words : formatKeyChange(result.change, run.language) };
        }
        const friend = await run.withPeer((peer) => peer.call('friends.key.decide', { who, decision }));
        return { result: friend, words: run.say(`key-${decision}`, { name: safeLine(friend.name) }) };
      }),
    );
}

export function formatKeyChange({ friend, alarm, ...numbers }: KeyChange, language: Language): string[] {
  const word = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const name = safeLine(friend.name);
  const { happened, means, todo, state } = wordsOf(alarm, language);
  return [
    happened,
    means,
    todo.replaceAll('{name}', name),
    ...table(
      [
        [word('Friend', '好友'), name],
        [word('Safety number with the key of before', '原密钥的安全码'), numbers.safetyNumber],
        [word('… and with the other key', '另一个密钥的安全码'), numbers.otherNumber],
        [word('When', '时间'), formatTime(alarm.at, language)],
        [word('State', '状态'), state],
      ],
      language,
    ),
  ];
}

/** alarms, evidence: what servers' logs have shown, what the person decides, and what proves it to others. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Alarm } from '../api/contract-alarms.ts';
import { verifyAnyEvidence, type Proven } from '../../shared/transparency/exhibit.ts';
import type { Language } from '../../shared/language.ts';
import { PROVES, wordsOf } from './alarm-words.ts';
import { examples } from './define.ts';
import type { Define } from './define.ts';
import { EXIT } from './exit-codes.ts';
import { formatTime, table } from './format.ts';
import { UsageError, type Run } from './run.ts';
import { safeLine } from './terminal-text.ts';

/** Far above what evidence may have: another file is refused before it is read whole. */
const MAX_FILE_BYTES = 64 * 1024;

export function defineAlarmCommands({ program, say, action, exit }: Define): void {
  const numberOf = (text: string | undefined): number => {
    const id = Number(text);
    if (!Number.isSafeInteger(id) || id < 1) {
      throw new UsageError(
        say('An alarm is named by its number; `miyu alarms` lists them.', '警报以编号指明；`miyu alarms` 可列出。'),
        'id',
      );
    }
    return id;
  };

  const alarms = program
    .command('alarms')
    .description(say('what a server has shown that no honest one shows', '服务器暴露的不诚实迹象'));
  alarms
    .command('list', { isDefault: true })
    .description(say('all of them, newest first (also without a command)', '全部警报，新的在前（不带命令时也是如此）'))
    .addHelpText('after', examples('miyu alarms', 'miyu alarms --json'))
    .action(
      action(async (run) => {
        const result = await run.withPeer((peer) => peer.call('alarms.list'));
        const lines = result.alarms.map((alarm) => lineOf(alarm, run.language));
        return { result, words: lines.length === 0 ? say('No alarms.', '没有警报。') : lines };
      }),
    );
  alarms
    .command('show <id>')
    .description(say('what happened, what it may mean, what to do', '发生了什么、可能意味着什么、该怎么做'))
    .addHelpText('after', examples('miyu alarms show 1'))
    .action(
      action(async (run, [id]) => {
        const result = await run.withPeer((peer) => peer.call('alarms.show', { id: numberOf(id) }));
        return { result, words: formatAlarm(result, run.language) };
      }),
    );
  alarms
    .command('decide <id> <decision>')
    .description(
      say(
        'stop: nothing is sent to whom it concerns; trust: go on, and believe this server again',
        'stop：不向相关好友发送；trust：继续，并重新信任此服务器',
      ),
    )
    .addHelpText('after', examples('miyu alarms decide 1 stop', 'miyu alarms decide 1 trust --json'))
    .action(
      action(async (run, [id, decision]) => {
        if (decision !== 'stop' && decision !== 'trust') {
          throw new UsageError(say('Say `stop` or `trust`.', '请给出 `stop` 或 `trust`。'), 'decision');
        }
        const result = await run.withPeer((peer) => peer.call('alarms.decide', { id: numberOf(id), decision }));
        return { result, words: lineOf(result, run.language) };
      }),
    );

  const evidence = program
    .command('evidence')
    .description(say('what proves a server’s lie to anybody', '可向任何人证明服务器说谎的证据'));
  evidence
    .command('export <id> <file>')
    .description(say('write the evidence of an alarm into a file', '把某个警报的证据写入文件'))
    .addHelpText('after', examples('miyu evidence export 1 lie.miyu-evidence'))
    .action(
      action(async (run, [id, file]) => {
        const { evidence: bytes } = await run.withPeer((peer) => peer.call('evidence.export', { id: numberOf(id) }));
        await writeFile(file!, Buffer.from(bytes, 'base64'), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
          throw unusable(run, file!, error);
        });
        return { result: { file }, words: say(`Written to ${file!}.`, `已写入 ${file!}。`) };
      }),
    );
  evidence
    .command('verify <file>')
    .description(
      say(
        'check evidence, with nothing but itself: no profile, no network',
        '仅凭证据本身核验：不需要资料夹，也不需要网络',
      ),
    )
    .addHelpText(
      'after',
      examples('miyu evidence verify lie.miyu-evidence', 'miyu evidence verify lie.miyu-evidence --json') +
        say(
          `\n\nExit codes: 0 the server has contradicted itself, ${EXIT.shown} shown but no contradiction by itself, ${EXIT.refused} proves nothing, ${EXIT.usage} no such file.`,
          `\n\n退出码：0 服务器自相矛盾，${EXIT.shown} 已展示但本身不构成矛盾，${EXIT.refused} 不能证明任何事，${EXIT.usage} 没有该文件。`,
        ),
    )
    .action(
      action(async (run, [file]) => {
        const bytes = await readFile(file!).catch((error: unknown) => {
          throw unusable(run, file!, error);
        });
        const proven = verifyAnyEvidence(new Uint8Array(bytes.subarray(0, MAX_FILE_BYTES)));
        if (proven.proves === 'shown') exit(EXIT.shown);
        return { result: proven, words: formatProven(proven, run.language) };
      }),
    );
}

const unusable = (run: Run, file: string, error: unknown): UsageError => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new UsageError(
    run.language === 'zh'
      ? `无法使用文件 ${safeLine(file)}（${code}）。`
      : `The file ${safeLine(file)} cannot be used (${code}).`,
    'file',
  );
};

function lineOf(alarm: Alarm, language: Language): string {
  const friend = alarm.friend === null ? '' : ` · ${safeLine(alarm.friend.name)}`;
  const words = wordsOf(alarm, language);
  const state = alarm.severity === 'notice' ? '' : ` · ${words.state}`;
  return `${alarm.id}  ${formatTime(alarm.at, language)}${friend}  ${words.happened}${state}`;
}

export function formatAlarm(alarm: Alarm, language: Language): string[] {
  const word = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const stops = alarm.stops.map(({ account, name }) => (name === null ? account : safeLine(name))).join(', ');
  const { happened, means, todo, state } = wordsOf(alarm, language);
  const isOver = alarm.state === 'trusted' || alarm.state === 'ended';
  return [
    happened,
    means,
    todo.replace('{id}', String(alarm.id)),
    ...table(
      [
        [word('When', '时间'), formatTime(alarm.at, language)],
        [word('Server', '服务器'), alarm.server.fingerprint],
        ['PeerId', alarm.server.peerId],
        [word('Friend', '好友'), alarm.friend && safeLine(alarm.friend.name)],
        [word('Nothing is sent to', '暂停发送给'), isOver || stops === '' ? null : stops],
        [word('Fingerprint of the other key', '另一个密钥的指纹'), alarm.other?.fingerprint ?? null],
        [word('State', '状态'), alarm.severity === 'notice' ? null : state],
        [
          word('Evidence', '证据'),
          alarm.evidence ? `miyu evidence export ${alarm.id} FILE` : word('none for others', '没有可给他人看的'),
        ],
      ],
      language,
    ),
  ];
}

function formatProven(proven: Proven, language: Language): string[] {
  const word = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const blanks: Readonly<Record<string, string>> = {
    size: String(proven.proves === 'shrunk' ? proven.heads[0]!.size : (proven.heads.at(-1)?.size ?? 0)),
    later: String(proven.proves === 'shrunk' ? proven.heads.at(-1)!.size : proven.heads[0]!.size),
  };
  const proves = proven.proves === 'shown' && proven.entry === null ? 'nothing-shown' : proven.proves;
  return [
    PROVES[proves][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? ''),
    ...table(
      [
        [word('Key of the server (fingerprint)', '服务器密钥（指纹）'), proven.fingerprint],
        ...proven.heads.map(
          ({ size, time }) =>
            [
              word('Signed', '签名'),
              word(`${size} entries, ${formatTime(time, language)}`, `${size} 条记录，${formatTime(time, language)}`),
            ] as const,
        ),
        [word('Account', '账号'), proven.account],
        [word('Entry', '记录'), proven.entry],
      ],
      language,
    ),
    word('Whether this is the server that you mean, its fingerprint says.', '这是否是您所指的服务器，请以其指纹为准。'),
  ];
}

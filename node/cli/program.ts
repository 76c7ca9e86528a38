/** The `miyu` command line: its commands, its help in both languages, and one way for each to succeed or fail. */
import { Command, CommanderError } from 'commander';
import { languageOf, parseLanguage } from '../../shared/language.ts';
import type { Language } from '../../shared/language.ts';
import { defineAccountCommands } from './commands-account.ts';
import { defineAlarmCommands } from './commands-alarms.ts';
import { defineAnywhereCommands } from './commands-anywhere.ts';
import { defineChatCommands } from './commands-chats.ts';
import { defineCompletionCommands } from './commands-completion.ts';
import { defineChangeCommands } from './commands-changes.ts';
import { defineDoctorCommand } from './commands-doctor.ts';
import type { Examiner } from './commands-doctor.ts';
import { defineFriendCommands } from './commands-friends.ts';
import { defineMessageCommands } from './commands-messages.ts';
import { defineNameCommands } from './commands-names.ts';
import { defineNearbyCommand } from './commands-nearby.ts';
import { definePageCommands } from './commands-page.ts';
import { defineProfileCommands } from './commands-profile.ts';
import { defineSettingsCommands } from './commands-settings.ts';
import { defineVerifyCommand } from './commands-verify.ts';
import { defineUpCommands } from './commands-up.ts';
import type { Starter } from './commands-up.ts';
import type { Arguments, Define } from './define.ts';
import { EXIT } from './exit-codes.ts';
import { profileFolder } from './places.ts';
import { Run, UsageError } from './run.ts';
import type { Io } from './run.ts';
import { say } from './words.ts';

export interface ProgramParts extends Starter, Examiner {
  readonly io: Io;
  /** Of this program. */
  readonly version: string;
}

interface GlobalOptions {
  json?: boolean;
  profile?: string;
}

/**
 * Runs one command line.
 * @param argv without the program's own name
 * @returns the exit code (see exit-codes.ts)
 */
export async function runProgram(argv: readonly string[], parts: ProgramParts): Promise<number> {
  const { io } = parts;
  const language = languageOfLine(argv, io.env);
  let exitCode: number = EXIT.ok;
  const runOf = (options: GlobalOptions): Run =>
    new Run({ io, language, json: options.json === true, profile: profileFolder(options.profile, io.env) });

  const program = new Command('miyu');
  const define: Define = {
    program,
    say: (english, chinese) => (language === 'zh' ? chinese : english),
    exit: (code) => {
      exitCode = code;
    },
    // Commander calls with the arguments, the options and the command.
    action:
      (work) =>
      async (...args) => {
        const command = args.at(-1) as Command;
        const run = runOf(command.optsWithGlobals());
        try {
          checkLanguage(argv, language);
          const outcome = await work(run, flat(command.processedArgs), command.opts());
          if (outcome !== undefined) run.print(outcome);
        } catch (error) {
          exitCode = run.fail(error);
        }
      },
  };
  describe(define, parts);
  defineUpCommands(define, parts);
  definePageCommands(define);
  defineAccountCommands(define);
  defineNameCommands(define);
  defineAnywhereCommands(define);
  defineDoctorCommand(define, parts);
  defineAlarmCommands(define);
  defineNearbyCommand(define);
  defineFriendCommands(define);
  defineVerifyCommand(define);
  defineProfileCommands(define);
  defineMessageCommands(define);
  defineChatCommands(define);
  defineSettingsCommands(define);
  defineCompletionCommands(define);
  defineChangeCommands(define);

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok; // --help, --version
    const words = error.message.replace(/^error: /, '');
    return runOf({ json: optionsIn(argv).includes('--json') }).fail(
      new UsageError(words === '(outputHelp)' ? '' : words),
    );
  }
  return exitCode;
}

/** Global options, titles and output. Before the commands, which inherit them. */
function describe({ program, say: inBoth }: Define, { io, version }: ProgramParts): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': '用法：',
    'Options:': '选项：',
    'Global Options:': '通用选项：',
    'Commands:': '命令：',
    'Arguments:': '参数：',
  };
  program
    .description(inBoth('miyu: messages that only your friends can read', '密语：只有您的朋友能读的消息'))
    .option('--json', inBoth('one JSON document on standard output', '在标准输出给出一个 JSON 文档'))
    .option('--profile <folder>', inBoth('folder of the profile (MIYU_PROFILE)', '资料夹（MIYU_PROFILE）'))
    .option('--lang <language>', inBoth('zh or en', '语言：zh 或 en'))
    .version(version, '-V, --version', inBoth('version of this program', '程序版本'))
    .helpOption('-h, --help', inBoth('help', '帮助'))
    .helpCommand('help [command]', inBoth('help on a command', '某个命令的帮助'))
    .addHelpText('after', inBoth(EXIT_HELP.en, EXIT_HELP.zh))
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => inBoth(title, titles[title] ?? title) })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: () => undefined, // Told by us, with what to do.
    })
    .exitOverride();
}

const EXIT_HELP: Readonly<Record<Language, string>> = {
  en: `
Exit codes: 0 done, 2 makes no sense as given, 3 refused, 4 not running or locked, 5 network, 7 the doctor found something, 1 anything else.

  $ miyu up                       run the peer (or: npm start)
  $ miyu register alice --server miyu://invite/…
  $ miyu friends add bob
  $ miyu chat bob`,
  zh: `
退出码：0 完成，2 命令有误，3 被拒绝，4 未运行或已锁定，5 网络问题，7 检查发现问题，1 其他。

  $ miyu up                       运行密语（或：npm start）
  $ miyu register alice --server miyu://invite/…
  $ miyu friends add bob
  $ miyu chat bob`,
};

/** Arguments as given; a variadic one is the rest. */
const flat = (args: readonly unknown[]): Arguments => args.flat() as (string | undefined)[];

/** What comes behind `--` is no option. */
const optionsIn = (argv: readonly string[]): readonly string[] =>
  argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;

function valueOfLang(line: readonly string[]): string | undefined {
  const argv = optionsIn(line);
  const at = argv.indexOf('--lang');
  return at === -1 ? argv.find((part) => part.startsWith('--lang='))?.slice('--lang='.length) : argv[at + 1];
}

function languageOfLine(argv: readonly string[], env: Io['env']): Language {
  return parseLanguage(valueOfLang(argv) ?? '') ?? languageOf(env);
}

function checkLanguage(argv: readonly string[], language: Language): void {
  const asked = valueOfLang(argv);
  if (asked !== undefined && parseLanguage(asked) === undefined)
    throw new UsageError(say(language, 'badLanguage'), 'lang');
}

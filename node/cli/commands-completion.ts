/** completion, and what its scripts ask. */
import { candidatesFor, isPlainName, type People } from './completion.ts';
import { SCRIPTS, SHELLS } from './completion-scripts.ts';
import type { Define } from './define.ts';
import { profileFolder } from './places.ts';
import { Run } from './run.ts';

/** Somebody has pressed a key and waits: a peer that does not answer has no names to offer. */
const ASK_MS = 2_000;

export function defineCompletionCommands({ program, say, action }: Define): void {
  program
    .command('completion <shell>')
    .description(
      say(
        'a script that completes commands, options and names (bash, zsh, fish)',
        '补全脚本：命令、选项与名字（bash、zsh、fish）',
      ),
    )
    .addHelpText(
      'after',
      '\n  $ miyu completion bash >> ~/.bashrc\n  $ miyu completion zsh >> ~/.zshrc\n  $ miyu completion fish > ~/.config/fish/completions/miyu.fish',
    )
    .action(
      action(async (run, [name]) => {
        const shell = SHELLS.find((each) => each === name);
        if (shell === undefined) throw run.usage('badShell', { shells: SHELLS.join(' ') }, 'shell');
        return Promise.resolve({ result: { shell, script: SCRIPTS[shell] }, words: SCRIPTS[shell] });
      }),
    );

  program
    .command('complete [words...]', { hidden: true })
    .allowUnknownOption()
    .action(
      action(async (run, typed) => {
        const given = typed.map((word) => word ?? '');
        const { words, people } = candidatesFor(program, given);
        const names = people === undefined ? [] : await namesOf(run, given, people);
        const fitting = names.filter((name) => name.startsWith(given.at(-1) ?? '') && isPlainName(name));
        const candidates = [...new Set([...words, ...fitting])];
        return { result: { candidates }, words: candidates };
      }),
    );
}

/** Of the profile that the unfinished line names. Where no peer runs, or it is locked, nobody. */
async function namesOf(run: Run, typed: readonly string[], people: People): Promise<readonly string[]> {
  const at = typed.lastIndexOf('--profile');
  const profile = at === -1 ? run.profile : profileFolder(typed[at + 1], run.io.env);
  const asked = new Run({ io: run.io, language: run.language, json: false, profile });
  try {
    return await asked.withPeer(async (peer) => {
      if (people === 'friends') {
        const { friends } = await peer.call('friends.list', {}, { timeoutMs: ASK_MS });
        return friends.map(({ name }) => name);
      }
      const { requests } = await peer.call('friends.requests', {}, { timeoutMs: ASK_MS });
      return requests.map(({ name }) => name);
    });
  } catch {
    return [];
  }
}

/** What the command line says of itself: every command, with examples, in both languages; and the guide names each. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporary.ts';

/** Commands that hold others; they are listed by their own help. */
const GROUPS = ['friends', 'alarms', 'evidence', 'key', 'anywhere', 'account', 'server', 'profile', 'certificate'];

const listed = (help: string): string[] => {
  const [, commands = ''] = /\n(?:Commands:|命令：)\n([\s\S]*?)\n(?:\n|$)/.exec(help) ?? [];
  return [...commands.matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
};

async function commands(): Promise<string[][]> {
  const folder = await temporaryFolder();
  const top = listed((await cli(folder, ['--help'])).out);
  const inner = await Promise.all(
    GROUPS.map(async (group) => listed((await cli(folder, [group, '--help'])).out).map((name) => [group, name])),
  );
  return [...top.filter((name) => !GROUPS.includes(name)).map((name) => [name]), ...inner.flat()];
}

describe('help', () => {
  test('of every command has a line of its own and an example, in both languages', async () => {
    const folder = await temporaryFolder();
    const all = await commands();
    expect(all.length).toBeGreaterThan(35);
    for (const path of all) {
      const [en, zh] = [await cli(folder, [...path, '--help']), await cli(folder, [...path, '--help', '--lang', 'zh'])];
      // A list is what its group does where nothing more is said.
      const name = path.join(' ').replace(/ list$/, '');
      expect([en.code, zh.code], name).toEqual([0, 0]);
      expect(en.out, name).toMatch(new RegExp(`\\n  \\$ (?:\\w+=\\S+ |.*\\| )?miyu ${name}`));
      expect(zh.out, name).toMatch(/[\u4e00-\u9fff]/);
      // Every option is described, and not in the other language.
      for (const line of en.out.split('\n').filter((each) => /^ {2}-/.test(each))) {
        expect(line, name).toMatch(/ {2}\S.*$/);
        expect(line, name).not.toMatch(/[\u4e00-\u9fff]/);
      }
      for (const line of zh.out.split('\n').filter((each) => /^ {2}-/.test(each))) {
        expect(line, name).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  test('tells the exit codes, and the version', async () => {
    const folder = await temporaryFolder();
    expect((await cli(folder, ['--help'])).out).toContain('Exit codes: 0 done, 2 makes no sense as given, 3 refused');
    expect(await cli(folder, ['--version'])).toMatchObject({ code: 0, out: '1.2.3\n' });
  });

  test('is in the guide: each command is named there', async () => {
    const guide = await readFile(new URL('../../../node/README.md', import.meta.url), 'utf8');
    const named = [...guide.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell).join(' ');
    for (const [first = '', second] of await commands()) {
      expect(named, `${first} ${second ?? ''}`).toMatch(new RegExp(`\\b${first}\\b`));
      if (second !== undefined) expect(named, `${first} ${second}`).toMatch(new RegExp(`\\b${second}\\b`));
    }
  });
});

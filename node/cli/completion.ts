/** What may come next on an unfinished command line: commands, options and their values, settings, friends. */
import type { Command, Option } from 'commander';
import { StyleView } from '../api/contract-settings.ts';
import { SHELLS } from './completion-scripts.ts';
import { QUICK } from './emoji.ts';
import { SETTINGS } from './setting-names.ts';

/** Whose names the running peer is to be asked for. */
export type People = 'friends' | 'requests';

export interface Candidates {
  /** Fit for the unfinished word. */
  readonly words: readonly string[];
  readonly people: People | undefined;
}

/** Whose names fit the first argument of which commands. */
const PEOPLE: Readonly<Record<People, readonly string[]>> = {
  friends: [
    ...['send', 'history', 'chat', 'archive', 'unarchive', 'mute', 'unmute', 'read', 'draft', 'whois', 'verify'],
    ...[
      'react',
      'edit',
      'delete',
      'retry',
      'friends show',
      'friends remove',
      'friends block',
      'friends unblock',
      'friends verify',
      'profile show',
      'certificate show',
    ],
  ],
  requests: ['friends accept', 'friends refuse', 'friends later'],
};

const OPTION_VALUES: Readonly<Record<string, readonly string[]>> = {
  '--lang': ['zh', 'en'],
  '--sex': ['female', 'male', 'other'],
  '--wait': ['stored', 'delivered', 'read'],
  '--size': StyleView.shape.size.options.filter((size) => size !== 'normal'),
  '--color': StyleView.shape.color.unwrap().options,
  '--face': StyleView.shape.face.options.filter((face) => face !== 'sans'),
  '--log': ['debug', 'info', 'warn', 'error', 'off'],
};

const NOTHING: Candidates = { words: [], people: undefined };

/** @param typed the words behind the program's name, the last of them unfinished (perhaps empty) */
export function candidatesFor(program: Command, typed: readonly string[]): Candidates {
  const current = typed.at(-1) ?? '';
  const place = placeOf(program, typed.slice(0, -1));
  const fitting = (words: readonly string[]): string[] => words.filter((word) => word.startsWith(current));
  if (place.option !== undefined) {
    return { ...NOTHING, words: fitting(OPTION_VALUES[place.option.long ?? ''] ?? []) };
  }
  if (current.startsWith('-') && !place.isLiteral) return { ...NOTHING, words: fitting(optionsOf(place.command)) };
  const path = pathOf(place.command);
  const first = place.given.length === 0;
  const people = (Object.keys(PEOPLE) as People[]).find((kind) => first && PEOPLE[kind].includes(path));
  const commands = first ? commandsOf(place.command) : [];
  return { words: fitting([...commands, ...argumentsOf(path, place.given)]), people };
}

interface Place {
  readonly command: Command;
  /** Arguments of the command that are there. */
  readonly given: readonly string[];
  /** The option whose value comes next. */
  readonly option: Option | undefined;
  /** Behind `--`: nothing is an option any more. */
  readonly isLiteral: boolean;
}

function placeOf(program: Command, before: readonly string[]): Place {
  let command = program;
  const given: string[] = [];
  let option: Option | undefined;
  let isLiteral = false;
  for (const word of before) {
    if (option !== undefined) {
      option = undefined;
      continue;
    }
    if (!isLiteral && word === '--') isLiteral = true;
    else if (!isLiteral && word.startsWith('-')) option = valueOf(command, word);
    else {
      const next = given.length === 0 && !isLiteral ? command.commands.find((each) => each.name() === word) : undefined;
      if (next === undefined) given.push(word);
      else command = next;
    }
  }
  return { command, given, option, isLiteral };
}

/** The option that waits for a value in the next word. One that may go without is taken to. */
function valueOf(command: Command, word: string): Option | undefined {
  if (word.includes('=')) return undefined;
  const option = chainOf(command)
    .flatMap(({ options }) => [...options])
    .find(({ long, short }) => long === word || short === word);
  if (option === undefined) return undefined;
  return option.required || OPTION_VALUES[option.long ?? ''] !== undefined ? option : undefined;
}

/** This command and those above it, whose options it has too. */
const chainOf = (command: Command): Command[] => [command, ...(command.parent === null ? [] : chainOf(command.parent))];

const pathOf = (command: Command): string =>
  chainOf(command)
    .slice(0, -1)
    .map((each) => each.name())
    .reverse()
    .join(' ');

const optionsOf = (command: Command): string[] => [
  ...new Set(
    [...chainOf(command), ...command.commands.filter((each) => each.name() === 'list')]
      .flatMap(({ options }) => options.filter(({ hidden }) => !hidden).map(({ long, short }) => long ?? short ?? ''))
      .concat('--help'),
  ),
];

const commandsOf = (command: Command): string[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .map((each) => each.name());

function argumentsOf(path: string, given: readonly string[]): readonly string[] {
  if (path === 'completion' && given.length === 0) return SHELLS;
  if (path === 'react') return given.length === 2 ? QUICK : [];
  if (path !== 'settings') return [];
  if (given.length === 0) return SETTINGS.map(({ name }) => name);
  return given.length === 1 ? (SETTINGS.find(({ name }) => name === given[0])?.values ?? []) : [];
}

/**
 * A shell puts a candidate into its command line as it is: a name that means something to a shell is offered nowhere, though no honest
 * server has such names.
 */
export const isPlainName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u.test(name);

/**
 * From a fresh install to the first message on the friend's screen, by two people at terminals who have configured nothing. What a person
 * types is there at once: the time is the programs', and what the people do is counted.
 */
import { join } from 'node:path';
import { Lab } from '../lab.ts';
import type { Host } from '../host.ts';
import { LabServer, PASSWORD } from '../programs.ts';
import { LabTerminal } from '../terminal.ts';
import { figureOf, type Figure } from './figure.ts';
import type { Place } from './place.ts';

const GOAL_S = 60;
const GOAL_ACTIONS = 3;

/** Somebody at a terminal. An action is a command or a line of the chat, with the answers to whatever it asks. */
class Person {
  readonly name: string;
  readonly terminal: LabTerminal;
  actions = 1;

  /** `npm start`, without what it installs and builds. */
  constructor(host: Host, folder: string) {
    this.name = host.name;
    this.terminal = new LabTerminal(host, 'start', ['--data', join(folder, host.name), '--no-page', '--lang', 'en']);
  }

  /** @param joins says yes to the server that it is shown */
  async signUp(joins: boolean): Promise<void> {
    const { terminal, name } = this;
    if (joins) {
      await terminal.shows('[y/N]');
      terminal.enter('y');
    }
    await terminal.shows('Name:');
    terminal.enter(name);
    await terminal.shows('New password');
    terminal.enter(PASSWORD);
    await terminal.shows('The same again');
    terminal.enter(PASSWORD);
    await terminal.shows(`Signed in as ${name}`);
  }

  say(line: string): void {
    this.actions += 1;
    this.terminal.enter(line);
  }
}

interface Meeting {
  readonly seconds: number;
  readonly actions: readonly number[];
}

async function meet(place: Place, folder: string, hasServer: boolean): Promise<Meeting> {
  const lab = await Lab.create();
  const people: Person[] = [];
  try {
    await lab.switch('home');
    if (hasServer) await LabServer.start(await lab.host('server', { on: 'home' }), folder);
    const hosts = [await lab.host('alice', { on: 'home' }), await lab.host('bob', { on: 'home' })] as const;
    const since = performance.now();
    const alice = new Person(hosts[0], folder);
    people.push(alice);
    place.onPhase(`${alice.name} starts`);
    // Where there is none, the first one to come brings it, and only then is there one to join.
    if (!hasServer) await alice.signUp(false);
    const bob = new Person(hosts[1], folder);
    people.push(bob);
    await Promise.all([hasServer ? alice.signUp(true) : undefined, bob.signUp(true)]);
    place.onPhase('they meet');
    bob.say('/add alice');
    await alice.terminal.shows('/accept bob');
    alice.say('/accept bob');
    await alice.terminal.shows('You and bob are friends');
    alice.say('the first message');
    await bob.terminal.shows('the first message');
    return { seconds: (performance.now() - since) / 1_000, actions: people.map(({ actions }) => actions) };
  } finally {
    await lab.remove();
  }
}

export async function measureFirst(place: Place): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const hasServer of [false, true]) {
    const where = hasServer ? 'a server on the LAN' : 'no server anywhere';
    const meetings: Meeting[] = [];
    for (let round = 1; round <= place.rounds; round += 1) {
      const folder = join(place.folder, `${hasServer ? 'with' : 'without'}-${round}`);
      const onPhase = (phase: string): void => place.onPhase(`${where}, round ${round} of ${place.rounds}, ${phase}`);
      meetings.push(await meet({ ...place, onPhase }, folder, hasServer));
    }
    const from = `nothing configured, ${where}: from \`npm start\` to the first message on the friend’s screen`;
    figures.push(
      figureOf({
        ...{ name: from, unit: 's', goal: GOAL_S, judged: 'max' },
        samples: meetings.map(({ seconds }) => seconds),
      }),
      figureOf({
        ...{ name: `what each of them did for it`, unit: 'actions', goal: GOAL_ACTIONS, judged: 'max' },
        samples: meetings.flatMap(({ actions }) => actions),
      }),
    );
  }
  return figures;
}

/** Friendship without a server, cut by a power switch between any two of its steps: one friendship all the same, and nothing twice. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aServer, PASSWORD, someone, type TestPerson } from '../../support/people.ts';
import { quietPort } from '../../support/ports.ts';
import { until } from '../../support/until.ts';
import { ROOT } from '../../../scripts/launch/paths.js';
import type { FailpointName } from '../../../shared/failpoints.ts';

const SLOW = { timeout: 240_000 };
const PATIENT = { timeoutMs: 60_000 };

interface Child {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** The signal that ended it, or its exit code. */
  readonly ended: Promise<string>;
}

function child(task: object, failpoint: FailpointName): Child {
  const program = join(ROOT, 'test', 'support', 'meet-child.ts');
  const running = spawn(process.execPath, [program, JSON.stringify({ password: PASSWORD, ...task })], {
    env: { ...process.env, MIYU_FAILPOINT: `${failpoint}:1` },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  running.stdout.on('data', (text: Buffer) => (output += text.toString()));
  running.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const ended = new Promise<string>((resolve) => {
    running.once('exit', (code, signal) => {
      resolve(signal ?? String(code));
    });
  });
  onTestFinished(() => void running.kill('SIGKILL'));
  return { process: running, output: () => output, ended };
}

interface Person {
  readonly person: TestPerson;
  readonly listen: readonly string[];
}

async function twoWithoutServer(): Promise<{ ann: Person; bob: Person; link: string }> {
  const server = await aServer();
  const make = async (name: string): Promise<Person> => {
    const listen = [`/ip4/127.0.0.1/tcp/${await quietPort()}`];
    return { person: await someone(name, server, { listen }), listen };
  };
  const [ann, bob] = [await make('ann'), await make('bob')];
  await server.stop();
  const { link } = await bob.person.peer.invite();
  return { ann, bob, link };
}

async function back({ person }: Person): Promise<void> {
  await person.restart();
  await person.peer.login({ password: PASSWORD });
}

async function talk(ann: TestPerson, bob: TestPerson): Promise<void> {
  await until(
    'both are friends',
    () => [ann, bob].every(({ peer }) => peer.friends()[0]?.relation === 'friend'),
    PATIENT,
  );
  await ann.peer.send({ to: 'bob', text: 'hello bob' });
  await bob.peer.send({ to: 'ann', text: 'hello ann' });
  const isThere = (): boolean => ann.texts('bob').length === 2 && bob.texts('ann').length === 2;
  await until('both texts there', isThere, PATIENT);
  expect([...ann.peer.friends(), ...bob.peer.friends()]).toHaveLength(2);
  expect([...ann.peer.requests(), ...bob.peer.requests()]).toEqual([]);
}

test.each(['meet-prekeys-kept', 'meet-asked', 'meet-noted'] as const)(
  'the asker dies at %s: the request is there once, in the end',
  SLOW,
  async (failpoint) => {
    const { ann, bob, link } = await twoWithoutServer();
    await ann.person.peer.stop();
    const { ended, output } = child({ folder: ann.person.folder, listen: ann.listen, add: link }, failpoint);
    expect(await ended, output()).toBe('SIGKILL');
    await back(ann);
    await until('bob is asked', () => bob.person.peer.requests().length === 1, PATIENT);
    await bob.person.peer.accept('ann');
    await talk(ann.person, bob.person);
    const incoming = bob.person.events.filter((event) => event.type === 'friend' && event.change === 'incoming');
    expect(incoming).toHaveLength(1);
  },
);

test('the asked dies when it has the request and before it says so: asked again, it is one', SLOW, async () => {
  const { ann, bob, link } = await twoWithoutServer();
  await bob.person.peer.stop();
  const asked = child({ folder: bob.person.folder, listen: bob.listen }, 'meet-request-kept');
  await until('bob is there', () => asked.output().includes('ready'), PATIENT);
  expect(await ann.person.peer.add({ who: link })).toMatchObject({ way: 'later' });
  expect(await asked.ended, asked.output()).toBe('SIGKILL');
  await back(bob);
  await until('bob is asked', () => bob.person.peer.requests().length === 1, PATIENT);
  await bob.person.peer.accept('ann');
  await talk(ann.person, bob.person);
});

test.each(['session-opened', 'reseal-before-commit', 'reseal-committed', 'direct-before-send'] as const)(
  'who says yes dies at %s: the answer arrives, sealed with the prekeys that came',
  SLOW,
  async (failpoint) => {
    const { ann, bob, link } = await twoWithoutServer();
    await ann.person.peer.add({ who: link });
    await bob.person.peer.stop();
    const { ended, output } = child({ folder: bob.person.folder, listen: bob.listen, accept: 'ann' }, failpoint);
    expect(await ended, output()).toBe('SIGKILL');
    await back(bob);
    await talk(ann.person, bob.person);
  },
);

/**
 * The doctor in scripted faults: real peers and a real server on hosts of a lab, a fault each, and what the doctor of alice says of it. Strictly:
 * the first that it tells of its subject is the cause, and nothing untrue is certain. A slice of the list; `npm run sim -- doctor` plays all of it.
 */
import { expect, test } from 'vitest';
import { missingFor } from '../../../scripts/sim/lab/needs.ts';
import { rowOf, tableOf, type Judged } from '../../../scripts/sim/lab/doctor/fault.ts';
import { SCENES, playScene, type Scene } from '../../../scripts/sim/lab/doctor/scenes.ts';
import { built } from '../../house/built.ts';
import { temporaryFolder } from '../../support/temporary.ts';

/** One of each kind that takes little time; those with the same beginning stand together. */
const SLICE = [
  'nothing is wrong here',
  'the access point drops multicast',
  'own firewall lets no mDNS in',
  'the own port is another program’s',
  'nothing is wrong with the server',
  'the server is told by a name that there is not',
  'nothing is wrong with bob',
  'bob’s program has ended',
  'bob’s firewall lets nothing in, and he is met a minute later',
  'bob’s cable was pulled a while ago',
  'the access point keeps machines apart',
  'a VPN takes the way to bob, who is near',
  'the server does not run',
  'another server has its address',
  'its machine lets no connection in',
  'a firewall there forbids the port (firewalld)',
  'own firewall: resets',
  'a firewall between forbids all',
];

const sceneNamed = (name: string): Scene => SCENES.find((scene) => scene.name === name)!;

test('scripted faults: the right cause first, and nothing untrue as certain', async (context) => {
  const missing = missingFor('nft');
  if (missing !== undefined) context.skip(missing);
  built('miyu');
  const all = SCENES.flatMap(({ faults }) => faults);
  const faults = SLICE.map((name) => all.find((fault) => fault.name === name)!);
  expect(faults).not.toContain(undefined);
  const told: Judged[] = [];
  const folder = await temporaryFolder();
  await playScene({ ...sceneNamed('server'), faults }, { folder, onJudged: (judged) => told.push(judged) });
  console.log(tableOf(told));
  const wrong = told.filter(({ isRight, wrongCertain }) => !isRight || wrongCertain.length > 0);
  expect(wrong.map((each) => `${rowOf(each)} ${JSON.stringify(each.findings)}`)).toEqual([]);
}, 600_000);

test('behind NATs: that there is one here, and that two homes have no way to each other', async (context) => {
  const missing = missingFor('nft');
  if (missing !== undefined) context.skip(missing);
  const told = await playScene(sceneNamed('homes'), { folder: await temporaryFolder() });
  const [nat, apart] = told;
  expect(
    [nat, apart].map((each) => [each?.isRight, each?.wrongCertain]),
    JSON.stringify(told),
  ).toEqual([
    [true, []],
    [true, []],
  ]);
  const seen = nat?.findings.find(({ code }) => code === 'behind-nat');
  expect(seen).toMatchObject({ certainty: 'certain', weight: 'note', evidence: { seenAs: '20.7.1.3' } });
  expect(nat?.findings.filter(({ weight, subject }) => weight === 'fault' && subject.is !== 'friend')).toEqual([]);
}, 180_000);

/** How what the doctor told of a scripted fault is judged: strictly. */
import { expect, test } from 'vitest';
import type { FindingBody } from '../../node/api/contract-doctor.ts';
import { judge, rowOf, scoreOf, tableOf, type Expected } from '../../scripts/sim/lab/doctor/fault.ts';
import { SCENES } from '../../scripts/sim/lab/doctor/scenes.ts';

const finding = (code: string, change: Partial<FindingBody> = {}): FindingBody => ({
  ...{ code, certainty: 'likely', subject: { is: 'server' }, weight: 'fault', evidence: {} },
  ...change,
});
const certain = { certainty: 'certain' } as const;
const fault: Expected = { name: 'its cable is pulled', about: 'server', right: ['host-absent'] };
const at = (findings: readonly FindingBody[], change: Partial<Expected> = {}) =>
  judge({ ...fault, ...change }, findings, 3);

test('the first fault about the subject is the one that counts', () => {
  expect(at([finding('host-absent'), finding('no-answer')])).toMatchObject({ isRight: true });
  expect(at([finding('no-answer'), finding('host-absent')])).toMatchObject({ isRight: false });
  expect(at([])).toMatchObject({ isRight: false, told: [] });
  const others = [finding('mute', { subject: { is: 'machine' } }), finding('refused', { weight: 'note' })];
  expect(at([...others, finding('host-absent')])).toMatchObject({ isRight: true, told: ['likely host-absent'] });
  expect(at([finding('host-absent')], { right: [] })).toMatchObject({ isRight: false });
  expect(at(others, { right: [] })).toMatchObject({ isRight: true });
});

test('nothing untrue may be certain, whomever it is about, and whether or not the cause was told', () => {
  const untrue = finding('refused', { ...certain, subject: { is: 'machine' }, weight: 'note' });
  expect(at([finding('host-absent'), untrue])).toMatchObject({ isRight: true, wrongCertain: ['refused'] });
  expect(at([finding('host-absent', certain), untrue], { alsoTrue: ['refused'] }).wrongCertain).toEqual([]);
});

test('what is good to know is looked for among the notes', () => {
  const nat = finding('behind-nat', { ...certain, weight: 'note' });
  expect(at([nat], { right: ['behind-nat'], isNote: true })).toMatchObject({ isRight: true, wrongCertain: [] });
  expect(at([], { right: ['behind-nat'], isNote: true })).toMatchObject({ isRight: false });
});

test('the score asks for 95 of 100, and for nothing that is wrong as certain', () => {
  const right = at([finding('host-absent')]);
  const wrong = at([finding('no-answer')]);
  const untrue = at([finding('host-absent'), finding('refused', certain)]);
  expect(scoreOf([...Array.from({ length: 19 }, () => right), wrong])).toMatchObject({ right: 19, of: 20, met: true });
  expect(scoreOf([...Array.from({ length: 18 }, () => right), wrong])).toMatchObject({ met: false });
  expect(scoreOf([...Array.from({ length: 19 }, () => right), untrue])).toMatchObject({ wrongCertain: 1, met: false });
  expect(rowOf(wrong)).toBe('✗ its cable is pulled  server   likely no-answer, not host-absent  (3 s)');
  expect(tableOf([right, untrue]).split('\n')).toEqual([
    '✓ its cable is pulled  server   likely host-absent  (3 s)',
    '✗ its cable is pulled  server   likely host-absent, certain refused; untrue: certain refused  (3 s)',
    '2 of 2 right, 1 wrong as certain',
  ]);
});

test('the list has every kind of fault, each once and with one cause', () => {
  const faults = SCENES.flatMap((scene) => scene.faults);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  expect(faults.length).toBeGreaterThanOrEqual(50);
  for (const { right } of faults) expect(right.length).toBeLessThanOrEqual(1);
  const causes = new Set(faults.flatMap(({ right }) => right));
  for (const cause of [
    ...[
      'clock-off',
      'relay-refused',
      'record-stale',
      'no-ipv6',
      'unresolved',
      'port-taken',
      'behind-nat',
      'no-network',
    ],
    ...['both-behind-nat', 'own-firewall', 'port-filtered', 'prohibited', 'host-absent', 'ap-isolation', 'vpn-route'],
    ...['different-subnets', 'multicast-dropped', 'multicast-blocked', 'refused', 'wrong-key', 'mute'],
  ]) {
    expect(causes).toContain(cause);
  }
});

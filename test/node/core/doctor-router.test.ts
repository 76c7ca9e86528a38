/** Behind a NAT: one note, which says how the home router stands and has the step that follows from it. */
import { expect, it } from 'vitest';
import type { RouterSeen } from '../../../node/core/doctor-router.ts';
import type { MachineSeen, ServerSeen } from '../../../node/core/doctor-seen.ts';
import { findingsOf, type Finding } from '../../../node/core/doctor.ts';
import { findingText } from '../../../shared/doctor-texts.ts';

const OUTSIDE = '192.0.2.77';
const machine: MachineSeen = {
  interfaces: [{ name: 'eth0', family: 4, address: '10.0.0.1', prefix: 24, scope: 'private', tunnel: false }],
  ...{ defaultRoute: { v4: true, v6: false }, listening: [], multicast: null },
};
const server: ServerSeen = {
  ...{ addresses: [], identity: 'ours', signedIn: true, lostMs: null, refusal: null },
  ...{ relay: null, roundTripMs: null, clockAheadMs: null, seesUs: OUTSIDE },
};
const notes = (router: RouterSeen | null | undefined, seesUs = OUTSIDE): readonly Finding[] =>
  findingsOf({
    machine: router === undefined ? machine : { ...machine, router },
    ...{ server: { ...server, seesUs }, friends: [], instead: null },
  }).filter(({ code }) => code === 'behind-nat');

const at = (address: string): RouterSeen => ({ state: 'mapped', address, port: 4077 });
const rows: readonly [RouterSeen | null | undefined, Finding['evidence'], say: string, step: string][] = [
  [undefined, {}, 'a router (NAT) or VPN is in between.', 'forward miyu’s port on the router'],
  [null, {}, 'a router (NAT) or VPN is in between.', 'forward miyu’s port on the router'],
  [{ state: 'searching' }, {}, 'a router (NAT) or VPN is in between.', 'forward miyu’s port on the router'],
  [{ state: 'none' }, { portMapping: 'none' }, 'no router here opens ports', 'switch UPnP on'],
  [{ state: 'refused' }, { portMapping: 'refused' }, 'does not open miyu’s port', 'allow UPnP for this machine'],
  [{ state: 'not-public' }, { portMapping: 'not-public' }, 'is itself behind another', 'a public IPv4 address'],
  [at(OUTSIDE), { portMapping: 'mapped', outside: '192.0.2.77:4077' }, 'it opens miyu’s port', 'Nothing needs to be'],
  [at('192.0.2.78'), { portMapping: 'elsewhere', outside: '192.0.2.78:4077' }, 'a VPN or a second router', 'the VPN'],
];

it.each(rows)('%j', (router, evidence, say, step) => {
  const [note, ...others] = notes(router);
  expect(others).toEqual([]);
  expect(note).toEqual({
    ...{ code: 'behind-nat', certainty: 'certain', weight: 'note', subject: { is: 'machine' } },
    evidence: { seenAs: OUTSIDE, ownAddresses: 1, ...evidence },
  });
  expect(findingText(note!, 'en').say).toContain(say);
  expect(findingText(note!, 'en').step).toContain(step);
  const zh = findingText(note!, 'zh');
  expect(`${zh.say}${zh.step}`).not.toMatch(/\{\w+\}/);
  // Where nobody translates, what the router does is of no interest.
  expect(notes(router, '10.0.0.1')).toEqual([]);
});

it('a server that is reached by IPv6 says nothing of the router’s address', () => {
  expect(notes(at('192.0.2.78'), '2001:db8::7')[0]?.evidence).toMatchObject({ portMapping: 'mapped' });
});

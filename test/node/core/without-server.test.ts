/** What goes on without the server, from how the peer stands. */
import { expect, it } from 'vitest';
import { ABILITIES, abilitiesOf, type PeerStands } from '../../../node/core/without-server.ts';

const of = (stands: PeerStands) =>
  Object.fromEntries(abilitiesOf(stands).map(({ ability, ...rest }) => [ability, rest]));
const linked = { linked: true, addressKnown: false, otherHomeUp: false };
const known = { linked: false, addressKnown: true, otherHomeUp: false };
const stranger = { linked: false, addressKnown: false, otherHomeUp: false };

it('is of friends what holds for each of them', () => {
  const all = of({ serverOnline: false, friends: [linked, known, stranger] });
  expect(all['chat']).toEqual({ now: 'partly', without: 'partly', friends: { count: 1, of: 3 } });
  expect(all['meet-again']).toMatchObject({ now: 'partly', friends: { count: 2, of: 3 } });
  expect(all['mail']).toMatchObject({ now: 'waits', without: 'waits' });
  expect(of({ serverOnline: false, friends: [linked] })['receipts']).toMatchObject({ now: 'works', without: 'works' });
  expect(of({ serverOnline: false, friends: [known] })['presence']).toMatchObject({ now: 'waits' });
});

it('is no link that goes through the server’s own relay', () => {
  const relayed = { linked: 'relayed', addressKnown: false, otherHomeUp: false } as const;
  const all = of({ serverOnline: true, friends: [linked, relayed] });
  expect(all['chat']).toEqual({ now: 'works', without: 'partly', friends: { count: 1, of: 2 } });
  expect(all['meet-again']).toMatchObject({ now: 'works', without: 'partly' });
});

it('is mail that goes on where the friend’s home is another server', () => {
  const friends = [{ ...stranger, otherHomeUp: true }];
  expect(of({ serverOnline: false, friends })['mail']).toMatchObject({ now: 'works', without: 'works' });
});

it('needs the server for the same whether it is there or not', () => {
  for (const serverOnline of [true, false]) {
    const all = abilitiesOf({ serverOnline, friends: [] });
    expect(all.map(({ ability }) => ability)).toEqual([...ABILITIES]);
    const need = all.filter(({ without }) => without === 'needs-server').map(({ ability }) => ability);
    expect(need).toEqual(['find', 'account', 'log']);
    expect(all.find(({ ability }) => ability === 'request')).toMatchObject({ without: 'partly' });
    for (const { now } of all.filter(({ ability }) => need.includes(ability))) {
      expect(now).toBe(serverOnline ? 'works' : 'needs-server');
    }
  }
});

/** The doctor's table: what follows from what was seen, row by row; and what holds whatever was seen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePath, LATELY_MS, LOST_MS } from '../../../node/core/doctor-path.ts';
import type {
  AddressSeen,
  FriendSeen,
  MachineSeen,
  MulticastSeen,
  Seen,
  ServerSeen,
} from '../../../node/core/doctor-seen.ts';
import { CLOCK_BOUND_MS, findingsOf } from '../../../node/core/doctor.ts';
import { FINDING_TEXTS, findingText } from '../../../shared/doctor-texts.ts';

const LAN = { name: 'eth0', tunnel: false };
const VPN = { name: 'wg0', tunnel: true };
const nothing: AddressSeen = {
  ...{ host: '10.0.0.9', port: 4000, family: 4, scope: 'private', tcp: 'timeout', ms: 5_200, datagram: 'silent' },
  ...{ leaves: null, atOnce: null, beside: null },
  ...{ otherPort: 'timeout', route: LAN, subnet: null, neighbour: null, others: null, router: null },
};
const gone = { subnet: LAN, router: true, others: 0, neighbour: 'silent' } as const;
const machine: MachineSeen = {
  interfaces: [
    { name: 'lo', family: 4, address: '127.0.0.1', prefix: 8, scope: 'loopback', tunnel: false },
    { name: 'eth0', family: 4, address: '10.0.0.1', prefix: 24, scope: 'private', tunnel: false },
  ],
  defaultRoute: { v4: true, v6: false },
  listening: [],
  multicast: null,
};
const lone: MachineSeen = { ...machine, interfaces: machine.interfaces.slice(0, 1) };

const told = (
  seen: readonly Partial<AddressSeen>[],
  vouchedMs: number | null = null,
  lostMs: number | null = null,
): string[] =>
  judgePath(
    { addresses: seen.map((each) => ({ ...nothing, ...each })), identity: null, vouchedMs, lostMs },
    machine,
  ).map(({ certainty, code }) => `${certainty} ${code}`);

describe('a way that fails', () => {
  const v6 = { family: 6, host: '2001:db8::9', scope: 'global', tcp: 'net-unreachable' } as const;
  const rows: readonly [string, Partial<AddressSeen>, string][] = [
    ['refused by packets from outside', { tcp: 'refused', leaves: true }, 'certain refused'],
    ['refused, who knows by whom', { tcp: 'refused' }, 'likely refused'],
    ['refused by this machine itself', { tcp: 'refused', leaves: false }, 'likely own-firewall'],
    ['no way there', { host: '192.0.2.1', scope: 'global', tcp: 'net-unreachable', route: null }, 'certain no-route'],
    ['no way to a private network', { tcp: 'net-unreachable', route: null }, 'certain different-subnets'],
    ['a router that knows no way', { tcp: 'net-unreachable' }, 'likely different-subnets'],
    ['forbidden here', { tcp: 'forbidden' }, 'certain own-firewall'],
    ['a name without an address', { tcp: 'unresolved', host: 'nowhere.invalid' }, 'certain unresolved'],
    ['IPv6, which is not here', v6, 'certain no-ipv6'],
    ['silence, and own datagrams are forbidden', { datagram: 'forbidden' }, 'likely own-firewall'],
    ['silence, and nothing leaves', { leaves: false }, 'likely own-firewall'],
    ['silence of a port, not of its host', { otherPort: 'refused' }, 'likely port-filtered'],
    ['silence of TCP, not of UDP', { datagram: 'refused' }, 'likely port-filtered'],
    ['a filter that says so by IPv6', { tcp: 'prohibited' }, 'likely prohibited'],
    ['a filter that says so', { datagram: 'prohibited' }, 'likely prohibited'],
    ['unreachable before anybody looked', { tcp: 'host-unreachable', atOnce: true }, 'likely prohibited'],
    [
      'all of it unreachable before anybody looked',
      { tcp: 'host-unreachable', atOnce: true, otherPort: 'host-unreachable' },
      'likely different-subnets',
    ],
    ['behind a router that has looked', { tcp: 'host-unreachable', atOnce: false }, 'likely host-absent'],
    ['unreachable, and there', { tcp: 'host-unreachable', otherPort: 'refused' }, 'likely prohibited'],
    ['behind a router, as is all beside it', { beside: 'silent' }, 'likely different-subnets'],
    ['silence of a host that answers ARP', { ...gone, neighbour: 'answers' }, 'likely port-filtered'],
    ['a neighbour who is gone, while others are there', { ...gone, others: 2 }, 'likely host-absent'],
    ['a neighbour who is gone', { ...gone, others: null, tcp: 'host-unreachable' }, 'possible host-absent'],
    ['through a tunnel, though it is near', { ...gone, route: VPN }, 'likely vpn-route'],
    ['through a tunnel', { route: VPN }, 'possible vpn-route'],
    ['somewhere in the world', { host: '192.0.2.1', scope: 'global' }, 'possible no-answer'],
  ];
  it.each(rows)('%s', (_, seen, expected) => {
    expect(told([seen])).toEqual([expected]);
  });

  it('of a friend who has our own private address elsewhere is no other device at the friend’s', () => {
    const [own] = machine.interfaces.filter(({ scope }) => scope === 'private');
    const at = (host: string) =>
      judgePath(
        {
          addresses: [{ ...nothing, host, scope: 'private', tcp: 'connected' }],
          identity: 'other-key',
          vouchedMs: null,
          lostMs: null,
        },
        machine,
      ).map(({ certainty, code }) => `${certainty} ${code}`);
    expect(at(own!.address)).toEqual(['likely different-subnets']);
    expect(at('192.168.250.250')).toEqual(['certain wrong-key']);
  });

  it('is an access point that keeps machines apart only where somebody was there just now', () => {
    const both = ['possible host-absent', 'possible ap-isolation'];
    expect(told([gone], LATELY_MS - 1)).toEqual(['likely ap-isolation']);
    expect(told([{ ...gone, others: 1 }], LATELY_MS - 1)).toEqual(['likely host-absent']);
    // With a record of this morning a machine may just as well have been switched off since.
    expect(told([gone], LATELY_MS)).toEqual(both);
    expect(told([{ ...gone, others: 1 }], LATELY_MS)).toEqual(['likely host-absent']);
    expect(told([gone])).toEqual(both);
    // Nobody else was ever met there: that nobody answers says nothing.
    expect(told([{ ...gone, others: null }], LATELY_MS - 1)).toEqual([...both].reverse());
    expect(told([{ ...gone, others: null }], LATELY_MS)).toEqual(both);
    expect(told([{ ...gone, others: null }])).toEqual(['possible host-absent']);
  });

  it('is a filter, or a host that has just gone, behind a router that misses others alone', () => {
    const both = ['possible port-filtered', 'possible host-absent'];
    expect(told([{ beside: 'absent' }], 0)).toEqual(both);
    // Who spoke just now and fell silent has rather gone.
    expect(told([{ beside: 'absent' }], 0, LOST_MS - 1)).toEqual([...both].reverse());
    expect(told([{ beside: 'absent' }], 0, LOST_MS)).toEqual(both);
    expect(told([{ ...gone, neighbour: 'known', others: 1 }], 0, 30_000)).toEqual([...both].reverse());
    expect(told([{ ...gone, neighbour: 'answers' }], 0, 30_000)).toEqual(['likely port-filtered']);
  });

  it('is one of several where the machine was heard of just before, by who else is silent', () => {
    const known = { ...gone, neighbour: 'known' } as const;
    expect(told([{ ...known, others: 1 }])).toEqual(['possible port-filtered', 'possible host-absent']);
    expect(told([known])).toEqual(['possible ap-isolation', 'possible port-filtered', 'possible host-absent']);
  });

  it('is another private network only where somebody was there just now', () => {
    expect(told([{}], LATELY_MS - 1)).toEqual(['likely different-subnets']);
    expect(told([{}])).toEqual(['possible no-answer', 'possible different-subnets']);
  });

  it('is less certain where addresses do not agree', () => {
    expect(told([{}, { host: '10.0.0.8', tcp: 'refused', leaves: true }])).toEqual(['likely refused']);
  });

  it('says nothing of loopback addresses of another machine', () => {
    expect(told([{ host: '127.0.0.1', scope: 'loopback', tcp: 'refused' }, {}])[0]).toBe('possible no-answer');
  });

  it('is no network where there is none', () => {
    const found = findingsOf({
      ...{ machine: lone, friends: [], instead: null },
      server: serverSeen({ addresses: [nothing] }),
    });
    expect(found).toMatchObject([{ code: 'no-network', certainty: 'certain', subject: { is: 'machine' } }]);
  });
});

describe('relays', () => {
  const faults = (seen: Partial<Pick<Seen, 'server' | 'friends'>>): string[] =>
    findingsOf({ machine, server: null, friends: [], instead: null, ...seen })
      .filter(({ subject }) => subject.is !== 'machine')
      .map(({ certainty, weight, subject, code }) => `${certainty} ${weight} ${subject.is} ${code}`);
  const reached = { identity: 'ours', signedIn: true } as const;

  it.each([
    ['refused', ['certain fault server relay-refused']],
    ['limit', ['certain fault server relay-limit']],
    ['connected', []],
    [null, []],
  ] as const)('the own home’s answers %s', (relay, expected) => {
    expect(faults({ server: serverSeen({ ...reached, relay }) })).toEqual(expected);
  });

  it('a friend’s relay that refuses is told beside what keeps the direct way closed', () => {
    const refused = faults({ friends: [friendSeen({ relay: 'refused' })] });
    expect(refused).toEqual(['certain fault friend relay-refused', 'certain fault friend refused']);
    expect(faults({ friends: [friendSeen({ relay: 'no-place' })] })).toEqual(['certain fault friend refused']);
  });

  it('of a friend who is reached through one, nothing is a fault', () => {
    const found = faults({ friends: [friendSeen({ online: 'relayed' })] });
    expect(found).toEqual(['certain note friend relayed', 'certain note friend refused']);
  });
});

function serverSeen(change: Partial<ServerSeen>): ServerSeen {
  return {
    ...{ addresses: [], identity: null, signedIn: false, refusal: null, lostMs: null },
    ...{ relay: null, roundTripMs: null, clockAheadMs: null, seesUs: null },
    ...change,
  };
}

function friendSeen(change: Partial<FriendSeen>): FriendSeen {
  return {
    ...{ account: 'ab', name: 'bob', online: false, lostMs: null, record: { state: 'fresh', ageMs: 60_000 } },
    ...{ addresses: [{ ...nothing, tcp: 'refused', leaves: true }], identity: null, relay: null },
    ...change,
  };
}

const codes = (seen: Partial<Seen>): string[] =>
  findingsOf({ machine, server: null, friends: [], instead: null, ...seen }).map(
    ({ certainty, code, weight }) => `${certainty} ${code} ${weight}`,
  );

describe('findings', () => {
  it('of a friend at a private address elsewhere, while the server sees us behind a NAT: both are', () => {
    const elsewhere = friendSeen({ addresses: [nothing] });
    const server = serverSeen({ identity: 'ours', signedIn: true, seesUs: '192.0.2.7' });
    const of = (friend: FriendSeen, at: ServerSeen | null = server): string | undefined =>
      codes({ friends: [friend], server: at }).find((each) => each.endsWith('fault'));
    expect(of(elsewhere)).toBe('likely both-behind-nat fault');
    expect(of(elsewhere, { ...server, seesUs: '10.0.0.1' })).toBe('likely different-subnets fault');
    expect(of(elsewhere, null)).toBe('likely different-subnets fault');
    // Most homes have the same numbers: the friend seems to be missing here.
    const missing = friendSeen({ addresses: [{ ...nothing, ...gone, others: 1 }] });
    expect(of(missing)).toBe('possible both-behind-nat fault');
    expect(of({ ...missing, record: { state: 'fresh', ageMs: LATELY_MS } })).toBe('likely host-absent fault');
    expect(of(friendSeen({ addresses: [{ ...nothing, ...gone }] }))).toBe('likely ap-isolation fault');
    const global = { ...nothing, host: '192.0.2.9', scope: 'global' } as const;
    expect(of(friendSeen({ addresses: [nothing, global] }))).toBe('likely different-subnets fault');
  });

  it('tell a record that ended, and are not certain of that where the clocks differ', () => {
    const stale = friendSeen({ record: { state: 'expired', ageMs: 90 * 3_600_000 } });
    expect(codes({ friends: [stale] })).toContain('certain record-stale fault');
    const server = serverSeen({ identity: 'ours', signedIn: true, clockAheadMs: 3 * 86_400_000, roundTripMs: 2 });
    const both = codes({ friends: [stale], server });
    expect(both).toContain('likely clock-off fault');
    expect(both).toContain('possible record-stale fault');
  });

  it('take half the round trip off what two clocks differ by', () => {
    const at = (clockAheadMs: number, roundTripMs: number): string[] =>
      codes({ server: serverSeen({ identity: 'ours', clockAheadMs, roundTripMs }) });
    expect(at(CLOCK_BOUND_MS + 1_000, 1_000)).toContain('likely clock-off fault');
    expect(at(-CLOCK_BOUND_MS - 1_000, 4_000)).not.toContain('likely clock-off fault');
  });

  it('of multicast: who answers when asked alone, and not when all are asked, has not heard it', () => {
    const works = { name: 'eth0', sent: 'sent', heardOurselves: true, others: 1, direct: 1 } as const;
    const of = (change: Partial<MulticastSeen>): string[] =>
      codes({ machine: { ...machine, multicast: [{ ...works, ...change }] } }).filter((each) =>
        each.includes('multicast'),
      );
    expect(of({})).toEqual([]);
    expect(of({ others: 0, direct: 0 })).toEqual(['possible multicast-silent note']);
    expect(of({ others: 0 })).toEqual(['likely multicast-dropped fault']);
    // Answers to our own questions come in, what others say by themselves does not.
    expect(of({ heardOurselves: false })).toEqual(['likely multicast-blocked fault']);
    expect(of({ others: 0, direct: 0, heardOurselves: false, sent: 'forbidden' })).toEqual([
      'certain multicast-blocked fault',
    ]);
  });
});

const tcp = fc.constantFrom(
  ...([
    'connected',
    'refused',
    'timeout',
    'host-unreachable',
    'net-unreachable',
    'forbidden',
    'prohibited',
    'unresolved',
    'failed',
  ] as const),
);
const way = fc.constantFrom(null, LAN, VPN);
const address: fc.Arbitrary<AddressSeen> = fc.record({
  host: fc.constantFrom('10.0.0.9', '10.0.0.1', '127.0.0.1', '192.0.2.1', '2001:db8::9'),
  port: fc.integer({ min: 1, max: 65_535 }),
  family: fc.constantFrom(4 as const, 6 as const),
  scope: fc.constantFrom('loopback' as const, 'link-local' as const, 'private' as const, 'global' as const),
  tcp,
  ms: fc.nat(5_000),
  datagram: fc.constantFrom(null, ...(['refused', 'prohibited', 'forbidden', 'silent'] as const)),
  leaves: fc.constantFrom(null, true, false),
  atOnce: fc.constantFrom(null, true, false),
  beside: fc.constantFrom(null, ...(['absent', 'answers', 'silent'] as const)),
  otherPort: fc.option(tcp),
  route: way,
  subnet: way,
  neighbour: fc.constantFrom(null, 'answers' as const, 'known' as const, 'silent' as const),
  others: fc.option(fc.nat(4)),
  router: fc.constantFrom(null, true, false),
});
const identity = fc.constantFrom(null, ...(['ours', 'other-key', 'silent', 'foreign'] as const));
const relay = fc.constantFrom(null, ...(['connected', 'refused', 'limit', 'no-place'] as const));
const addresses = fc.array(address, { maxLength: 4 });
const seen: fc.Arbitrary<Seen> = fc.record({
  machine: fc.record({
    interfaces: fc.subarray([...machine.interfaces]),
    defaultRoute: fc.constant({ v4: null, v6: null }),
    listening: fc.array(
      fc.record({
        host: fc.constant('0.0.0.0'),
        port: fc.integer({ min: 1, max: 65_535 }),
        state: fc.constantFrom('ours' as const, 'taken' as const, 'free' as const, 'unknown' as const),
      }),
      { maxLength: 2 },
    ),
    multicast: fc.option(
      fc.array(
        fc.record({
          name: fc.constant('eth0'),
          sent: fc.constantFrom('sent' as const, 'forbidden' as const, 'failed' as const),
          heardOurselves: fc.boolean(),
          others: fc.nat(3),
          direct: fc.nat(3),
        }),
        { maxLength: 2 },
      ),
    ),
  }),
  server: fc.option(
    fc.record({
      ...{ addresses, identity, signedIn: fc.boolean(), refusal: fc.constantFrom(null, 'busy'), relay },
      lostMs: fc.option(fc.nat(300_000)),
      roundTripMs: fc.option(fc.nat(5_000)),
      clockAheadMs: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
      seesUs: fc.constantFrom(null, '10.0.0.1', '192.0.2.77'),
    }),
  ),
  friends: fc.array(
    fc.record({
      ...{ account: fc.constant('ab'), name: fc.constant('bob'), addresses, identity, relay },
      online: fc.constantFrom(true, false, 'relayed' as const),
      lostMs: fc.option(fc.nat(300_000)),
      record: fc.record({
        state: fc.constantFrom('fresh' as const, 'expired' as const, 'none' as const, 'unknown' as const),
        ageMs: fc.option(fc.nat()),
      }),
    }),
    { maxLength: 2 },
  ),
  instead: fc.constantFrom(null, 'locked' as const, 'peer-not-running' as const),
});

describe('whatever was seen', () => {
  const always = (holds: (seen: Seen) => void): void => {
    fc.assert(fc.property(seen, holds), { numRuns: 1_000 });
  };

  it('no finding is without its evidence, and each has words and one next step in both languages', () => {
    always((each) => {
      for (const finding of findingsOf(each)) {
        expect(Object.keys(finding.evidence).length).toBeGreaterThan(0);
        for (const language of ['en', 'zh'] as const) {
          const { say, step } = findingText(finding, language);
          expect(say).not.toBe(finding.code);
          expect(step).not.toBe('');
          expect(`${say} ${step}`).not.toMatch(/\{\w+\}/);
        }
      }
    });
  });

  it('who is reached is not said to be unreachable, and a failed attempt beside it is never certain', () => {
    always((each) => {
      const found = findingsOf(each);
      const { server, friends } = each;
      const paths = found.filter(({ evidence }) => 'outcome' in evidence || 'addresses' in evidence);
      if (server?.identity === 'ours') expect(paths.filter(({ subject }) => subject.is === 'server')).toEqual([]);
      if (server?.signedIn === true) {
        for (const { subject, certainty, weight } of paths.filter(({ subject: of }) => of.is === 'server')) {
          expect([subject.is, certainty, weight]).toEqual(['server', 'possible', 'note']);
        }
      }
      if (friends.length === 1 && friends[0]!.online !== false) {
        // A link through a relay contradicts nothing that is said of direct ways; it is no fault all the same.
        const isRelayed = friends[0]!.online === 'relayed';
        for (const { certainty, weight } of found.filter(({ subject }) => subject.is === 'friend')) {
          expect(weight).toBe('note');
          if (!isRelayed) expect(certainty).toBe('possible');
        }
      }
    });
  });

  it('silence alone is never certain, and addresses that disagree are not either', () => {
    always((each) => {
      const bySilence = ['port-filtered', 'host-absent', 'ap-isolation', 'no-answer', 'vpn-route', 'mute'];
      for (const { code, certainty, subject } of findingsOf(each)) {
        if (bySilence.includes(code)) expect(certainty).not.toBe('certain');
        if (code !== 'refused' || certainty !== 'certain') continue;
        const of = subject.is === 'server' ? [each.server!] : each.friends;
        const says = ({ scope, host }: AddressSeen): boolean =>
          scope !== 'loopback' && host !== '10.0.0.1' && host !== '127.0.0.1';
        const agree = (all: readonly AddressSeen[]): boolean =>
          all.filter(says).every(({ tcp: outcome }) => outcome === 'refused');
        expect(of.some(({ addresses: all }) => agree(all))).toBe(true);
      }
    });
  });

  it('the most certain comes first, faults before notes', () => {
    const ranks = ['certain', 'likely', 'possible'];
    always((each) => {
      const order = findingsOf(each).map(
        ({ certainty, weight }) => ranks.indexOf(certainty) + (weight === 'note' ? 3 : 0),
      );
      expect(order).toEqual([...order].sort((a, b) => a - b));
    });
  });
});

it('every text is of a finding that there is', () => {
  expect(Object.keys(FINDING_TEXTS).length).toBeGreaterThan(30);
  for (const both of Object.values(FINDING_TEXTS)) {
    const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    expect(new Set(blanks(both.zh[0]))).toEqual(new Set(blanks(both.en[0])));
    expect(both.zh.join('')).toMatch(/[\u4e00-\u9fff]/);
  }
});

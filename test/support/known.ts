/** What a server says to know about somebody, for tests of the faces. */
import type { Knows } from '../../node/flows/knows.ts';

const accountOf = (n: number): string => n.toString(16).padStart(8, '0') + 'ab'.repeat(28);

export const KNOWN: Knows = {
  ...{ askedAt: 1_700_000_000_000, account: accountOf(0), identityKey: 'ef'.repeat(32), exchangeKey: 'ee'.repeat(32) },
  statements: [{ version: 0, name: 'alice' }],
  ...{ nameKey: 'alice', lookAlike: 'aa'.repeat(32), email: 'alice@example.org', emailKey: 'alice@example.org' },
  ...{ registeredAt: 1_600_000_000_000, device: '12D3KooWFakeDevice', epoch: 1 },
  prekeys: { device: '12D3KooWFakeDevice', epoch: 1, oneTimeLeft: 60, createdAt: 1_600_000_000_000 },
  address: null,
  grantsGiven: {
    total: 1,
    list: [{ account: accountOf(1), name: 'bob', scope: 'friend', serial: 1_600_000_000_000, revoked: false }],
  },
  grantsHeld: { total: 0, list: [] },
  requestsReceived: [{ account: accountOf(7), name: null, receivedAt: 1_600_000_000_000, bytes: 900 }],
  requestsSent: { total: 0, list: [] },
  blocked: { total: 0, list: [] },
  mailbox: {
    ...{ count: 3, bytes: 1_200, highest: 17, oldestAt: 1_600_000_000_000 },
    ...{ mostCount: 10_000, mostBytes: 67_108_864, lifetimeMs: 2_592_000_000 },
    senders: [{ account: accountOf(1), name: 'bob', count: 3, bytes: 1_200 }],
  },
  ...{
    deposited: [],
    formerNames: [],
    tokens: [],
    guest: null,
    vault: null,
    guesses: null,
    signedIn: null,
    log: { entry: 'dd'.repeat(32), sequence: 0, index: 7 },
    connections: 1,
    notTold: ['blocks-by-others'],
  },
};
